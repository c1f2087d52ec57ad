"""One person's updates in order, different people's side by side."""

import asyncio
from collections.abc import Awaitable

from telegram import Update
from telegram.ext import BaseUpdateProcessor

SLOTS = 256


class InOrderPerPerson(BaseUpdateProcessor):
    """Holds back an update while an earlier one of the same person is being handled."""

    def __init__(self, slots: int = SLOTS) -> None:
        super().__init__(slots)
        self._last: dict[int, asyncio.Future[None]] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[object]) -> None:
        """Wait for whoever came before from the same person, then handle the update."""
        key = _key(update)
        if key is None:
            await coroutine
            return
        before, mine = self._last.get(key), asyncio.get_running_loop().create_future()
        self._last[key] = mine
        try:
            if before is not None:
                await asyncio.shield(before)
            await coroutine
        finally:
            mine.set_result(None)
            if self._last.get(key) is mine:
                del self._last[key]

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""


def _key(update: object) -> int | None:
    if not isinstance(update, Update):
        return None
    user, chat = update.effective_user, update.effective_chat
    return user.id if user else chat.id if chat else None
