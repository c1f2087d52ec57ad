"""The queue of updates that wait for the bot."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.sandbox.wire import ApiError, JsonObject

_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(slots=True)
class _Waiting:
    id: int
    update: JsonObject
    is_delivered: bool = False


class Updates:
    """Updates by increasing id; what was delivered is kept until a higher offset confirms it."""

    def __init__(self, first_id: int = 700_000_001) -> None:
        self.allowed: Sequence[str] = ()
        self._next_id = first_id
        self._waiting: list[_Waiting] = []
        self._last: _Waiting | None = None
        self._polls = 0
        self._news: set[asyncio.Future[None]] = set()

    def put(self, kind: str, content: JsonObject) -> JsonObject | None:
        """Queue an update of this kind; None when the bot did not ask for this kind."""
        is_wanted = kind in self.allowed if self.allowed else kind not in _NOT_BY_DEFAULT
        if not is_wanted:
            return None
        update: JsonObject = {"update_id": self._next_id, kind: content}
        self._last = _Waiting(self._next_id, update)
        self._next_id += 1
        self._waiting.append(self._last)
        self._wake()
        return update

    def repeat(self) -> None:
        """Deliver the newest update once more, under the same id, as Telegram may."""
        if self._last is not None:
            self._waiting.append(_Waiting(self._last.id, self._last.update))
            self._wake()

    def take(self) -> list[JsonObject]:
        """All that wait, confirmed at once: for a driver without polling."""
        taken = [waiting.update for waiting in self._waiting]
        self._waiting.clear()
        self._wake()
        return taken

    def pending(self) -> int:
        """How many are not confirmed."""
        return len(self._waiting)

    def drop(self) -> None:
        """Forget all that wait."""
        self._waiting.clear()

    async def get(self, offset: int, limit: int, seconds: float) -> list[JsonObject]:
        """Long polling; raises ApiError 409 when another poll comes meanwhile."""
        self._confirm(offset)
        self._polls += 1
        mine = self._polls
        self._wake()
        try:
            async with asyncio.timeout(seconds):
                while not self._waiting:
                    await self._something_new()
                    self._check_only(mine)
        except TimeoutError:
            self._check_only(mine)
        delivered = self._waiting[:limit]
        for waiting in delivered:
            waiting.is_delivered = True
        return [waiting.update for waiting in delivered]

    def _check_only(self, mine: int) -> None:
        if mine != self._polls:
            text = "terminated by other getUpdates request; make sure that only one bot instance is running"
            raise ApiError(409, f"Conflict: {text}")

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._waiting = self._waiting[offset:]
        else:
            self._waiting = [one for one in self._waiting if one.id >= offset or not one.is_delivered]

    async def _something_new(self) -> None:
        news = asyncio.get_running_loop().create_future()
        self._news.add(news)
        try:
            await news
        finally:
            self._news.discard(news)

    def _wake(self) -> None:
        for news in self._news:
            if not news.done():
                news.set_result(None)
