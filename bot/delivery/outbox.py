"""The outbox at work: due messages claimed, checked, worded, sent, and written down."""

import asyncio
import logging

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter
from telegram.ext import ExtBot

from bot.chat import posting, rendering
from bot.chat.attachments import calendar_file
from bot.chat.context import House
from bot.delivery.bulletins import deliver
from bot.domain.announcements import Copy
from bot.domain.notices import Priority
from bot.screens.memos import memo_screen
from bot.screens.notices import notice_screen
from bot.screens.screen import File
from bot.services import notices
from bot.services.bulletins import Bulletin
from bot.services.notices import Delivery, Memo
from bot.store.outbox import Letter

log = logging.getLogger(__name__)

BATCH = 60
"""Messages claimed at once: enough to fill the pace with 300 ms of network between us and Telegram."""
GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "user not found")


class Outbox:
    """Sends what is due. One round at a time; a second one asked for meanwhile waits its turn."""

    def __init__(self, house: House, bot: ExtBot[Priority]) -> None:
        self._house = house
        self._bot = bot
        self._lock = asyncio.Lock()
        self._is_closing = False

    def close(self) -> None:
        """Begin nothing new: what is claimed is sent, the rest waits for the next start."""
        self._is_closing = True

    async def recover(self) -> None:
        """After a start: what was in flight when the process ended is put back or marked."""
        count = await notices.recover(self._house.db, now=self._house.clock.now())
        if count:
            log.warning("%d messages were in flight when the bot stopped; they may arrive twice", count)

    async def tick(self) -> int:
        """Send everything that is due now; gives how many messages were looked at."""
        async with self._lock:
            looked_at = 0
            while not self._is_closing and (letters := await self._claim()):
                await asyncio.gather(*(self._deliver(letter) for letter in letters))
                looked_at += len(letters)
            if not self._is_closing:
                await posting.refresh(self._house, self._bot)
            return looked_at

    async def _claim(self) -> list[Letter]:
        now = self._house.clock.now()
        due = await notices.next_due(self._house.db)
        if due is None or due > now:
            return []
        return await notices.claim(self._house.db, now=now, limit=BATCH)

    async def _deliver(self, letter: Letter) -> None:
        """One message, to its end. Whatever happens is written down; nothing stops the others."""
        db, now = self._house.db, self._house.clock.now()
        try:
            delivery = await notices.prepare(db, letter, now=now)
            if delivery is None:
                return
            copy = await self._send(delivery)
        except Forbidden:
            await notices.blocked(db, letter, now=now)
        except BadRequest as error:
            if any(words in error.message.lower() for words in GONE):
                await notices.blocked(db, letter, now=now)
            else:
                await notices.refused(db, letter, error.message, now=now)
        except RetryAfter:
            await notices.failed(db, letter, "429", now=now)
        except NetworkError as error:
            await notices.ambiguous(db, letter, type(error).__name__, now=now)
        except Exception:
            log.exception("message %s could not be made", letter.id)
            await notices.refused(db, letter, "bug", now=now)
        else:
            revision = delivery.one.revision if isinstance(delivery, Bulletin) else 0
            await notices.sent(db, letter, copy=copy, revision=revision, now=now)

    async def _send(self, delivery: Delivery | Memo | Bulletin) -> Copy | None:
        if isinstance(delivery, Bulletin):
            return await deliver(self._house, self._bot, delivery)
        now = self._house.clock.now()
        t = self._house.texts.in_(delivery.person.language).on(now)
        if isinstance(delivery, Memo):
            screen = memo_screen(delivery, t, now)
        else:
            screen = notice_screen(delivery, t, now, self._calendar(delivery))
        if delivery.person.telegram_id is not None:
            await rendering.send(self._bot, delivery.person.telegram_id, screen, delivery.letter.priority)
        return None

    def _calendar(self, delivery: Delivery) -> File | None:
        """The calendar file, for notices that change somebody's calendar."""
        if not delivery.letter.notice.has_calendar:
            return None
        return calendar_file(
            self._house, delivery.event, delivery.signup, delivery.person.language, self._house.clock.now()
        )
