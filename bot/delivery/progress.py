"""The message that shows how far an announcement is, edited in place at a sensible pace."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from bot.chat import rendering
from bot.chat.context import House
from bot.chat.rendering import Bot
from bot.domain.notices import Priority
from bot.screens.announcement_reports import progress_screen
from bot.screens.screen import Screen
from bot.services import announcement_progress, announcing
from bot.services.announcement_progress import Standing

log = logging.getLogger(__name__)

EVERY = timedelta(seconds=3)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What which message showed last, and when."""

    message: int
    text: str
    ended: int
    at: datetime
    revision: int
    is_end: bool


class Progress:
    """Keeps the authors' messages up to date; after a restart it goes on with the same ones."""

    def __init__(self, house: House, bot: Bot) -> None:
        self._house = house
        self._bot = bot
        self._shown: dict[int, _Shown] = {}

    async def tick(self) -> None:
        """Look at all that are under way or have just ended."""
        await announcing.finish(self._house.db, now=self._house.clock.now())
        for standing in await announcement_progress.standings(self._house.db):
            try:
                await self._show(standing)
            except (Forbidden, BadRequest) as error:
                log.info("the progress of announcement %s is not shown: %s", standing.far.one.id, error.message)
                await self._keep(standing, None, is_told=not standing.is_running)
            except (RetryAfter, NetworkError) as error:
                log.info("the progress of announcement %s is late: %s", standing.far.one.id, type(error).__name__)

    async def _show(self, standing: Standing) -> None:
        one, now = standing.far.one, self._house.clock.now()
        before = self._shown.get(one.id)
        is_end = not standing.is_running
        is_seen = before is not None and (before.revision, before.is_end) == (one.revision, is_end)
        if before and is_seen and now - before.at < EVERY:
            return
        t = self._house.texts.in_(standing.language)
        screen = progress_screen(standing.far, t, now, _rate(standing, before, now))
        message = await self._put(standing, screen, before, is_certain=is_seen and is_end)
        self._shown[one.id] = _Shown(message, screen.text, standing.far.tally.ended, now, one.revision, is_end)
        if is_seen and is_end:
            await self._keep(standing, message, is_told=True)
            del self._shown[one.id]

    async def _put(self, standing: Standing, screen: Screen, before: _Shown | None, *, is_certain: bool) -> int:
        """Where the author looks already, or as a new message; gives which.

        The end is put there once more, because the answer to the press that began it may have come after it.
        """
        message = standing.far.one.progress_message
        if message is None:
            (message,) = await rendering.send(self._bot, standing.chat, screen, Priority.CHANGE)
            await self._keep(standing, message, is_told=False)
        elif is_certain or before is None or (before.message, before.text) != (message, screen.text):
            await rendering.edit(self._bot, standing.chat, message, screen, Priority.CHANGE)
        if before and standing.far.one.progress_message not in (None, before.message):
            await rendering.delete(self._bot, standing.chat, [before.message], Priority.CHANGE)
        return message

    async def _keep(self, standing: Standing, message: int | None, *, is_told: bool) -> None:
        await announcement_progress.keep(self._house.db, standing, message, is_told=is_told)


def _rate(standing: Standing, before: _Shown | None, now: datetime) -> float | None:
    """Copies a second since the last look; None while it is not known."""
    ended = standing.far.tally.ended
    if before is None or ended <= before.ended or now <= before.at:
        return None
    return (ended - before.ended) / (now - before.at).total_seconds()
