"""Watches the line updates come in on: python-telegram-bot itself says nothing of what happens there."""

import asyncio
import logging
import math
import time
from collections.abc import Callable
from http import HTTPStatus

from telegram.error import TelegramError
from telegram.request import BaseRequest

from bot.chat.relays import Relay

log = logging.getLogger(__name__)

UNKNOWN = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND})
"""What Telegram answers to a token it does not know (any more)."""
CONTESTED = 60.0
"""Seconds after a conflict with a second listener in which another may come."""
REMIND = 600.0
"""Seconds after which a conflict that goes on is told again."""
DEAF = 300.0
"""Seconds without asking: python-telegram-bot tries again at least twice a minute, unless its task has died."""
LOOK = 5.0


class Listening(Relay):
    """The line, and what is known of it.

    ``token_lost`` is set when Telegram does not know the token: python-telegram-bot then stops asking, silently.
    Every trouble is told in the log once, in a sentence.
    """

    def __init__(self, line: BaseRequest, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(line)
        self.token_lost = asyncio.Event()
        self._clock = clock
        self._asked_at = self._heard_at = clock()
        self._contested_at = self._told_at = -math.inf
        self._silent_since: float | None = None

    @property
    def silent_for(self) -> float:
        """Seconds since Telegram last gave updates, even if none; at first since the line is there."""
        return self._clock() - self._heard_at

    @property
    def is_contested(self) -> bool:
        """Whether another program listens with the same token."""
        return self._clock() - self._contested_at < CONTESTED

    async def deaf(self) -> None:
        """Returns when nobody has asked for updates for so long that nobody ever will."""
        while self._clock() - self._asked_at < DEAF:  # noqa: ASYNC110 - that nothing happens is no event
            await asyncio.sleep(LOOK)

    def begun(self, name: str) -> None:
        """Somebody asks."""
        del name
        self._asked_at = self._clock()

    def answered(self, name: str, status: int) -> None:
        """Telegram gives updates, or says why not."""
        del name
        if status == HTTPStatus.OK:
            self._heard()
        elif status == HTTPStatus.CONFLICT:
            self._contested()
        elif status in UNKNOWN:
            self.token_lost.set()
        else:
            self._unheard(f"HTTP {status}")

    def failed(self, name: str, error: TelegramError) -> None:
        """Telegram cannot be reached."""
        del name
        self._unheard(type(error).__name__)

    def _heard(self) -> None:
        self._heard_at = self._clock()
        if self._silent_since is not None:
            log.info("Telegram answers again, after %d seconds.", self._heard_at - self._silent_since)
        self._silent_since = None

    def _unheard(self, why: str) -> None:
        if self._silent_since is None:
            log.warning("Telegram does not answer (%s); trying again.", why)
            self._silent_since = self._clock()

    def _contested(self) -> None:
        self._contested_at = self._clock()
        if self._contested_at - self._told_at >= REMIND:
            log.error("Another program uses this token: stop it, or give this bot a token of its own.")
            self._told_at = self._contested_at
