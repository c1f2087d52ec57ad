"""The message that shows how far an announcement is, edited in place at a sensible pace."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from bot.chat import rendering
from bot.chat.context import House
from bot.chat.rendering import Bot
from bot.domain.notices import Priority
from bot.screens.announcement_progress import progress_screen
from bot.services import announcements, announcing
from bot.services.announcements import Standing

log = logging.getLogger(__name__)

EVERY = timedelta(seconds=3)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the message showed last, and when."""

    text: str
    ended: int
    at: datetime


class Progress:
    """Keeps the authors' messages up to date; after a restart it goes on with the same ones."""

    def __init__(self, house: House, bot: Bot) -> None:
        self._house = house
        self._bot = bot
        self._shown: dict[int, _Shown] = {}

    async def tick(self) -> None:
        """Look at all that are under way or have just ended."""
        await announcing.finish(self._house.db, now=self._house.clock.now())
        for standing in await announcements.standings(self._house.db):
            try:
                await self._show(standing)
            except (Forbidden, BadRequest) as error:
                log.info("the progress of announcement %s is not shown: %s", standing.one.id, error.message)
                await announcements.keep_progress(self._house.db, standing, None)
            except (RetryAfter, NetworkError) as error:
                log.info("the progress of announcement %s is late: %s", standing.one.id, type(error).__name__)

    async def _show(self, standing: Standing) -> None:
        one, now = standing.one, self._house.clock.now()
        before = self._shown.get(one.id)
        if before and standing.is_running and now - before.at < EVERY:
            return
        t = self._house.texts.in_(standing.language)
        screen = progress_screen(one, standing.tally, _seconds_left(standing, before, now), t)
        message = one.progress_message
        if message is None:
            (message,) = await rendering.send(self._bot, standing.chat, screen, Priority.CHANGE)
            await announcements.keep_progress(self._house.db, standing, message)
        elif before is None or before.text != screen.text:
            await rendering.edit(self._bot, standing.chat, message, screen, Priority.CHANGE)
        self._shown[one.id] = _Shown(screen.text, standing.tally.ended, now)
        if not standing.is_running:
            await announcements.keep_progress(self._house.db, standing, message)
            del self._shown[one.id]


def _seconds_left(standing: Standing, before: _Shown | None, now: datetime) -> int | None:
    """At the pace since the last look; None while it is not known."""
    if before is None or standing.tally.ended <= before.ended or now <= before.at:
        return None
    pace = (standing.tally.ended - before.ended) / (now - before.at).total_seconds()
    return round(standing.tally.pending / pace)
