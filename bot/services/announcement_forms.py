"""What is typed or sent for an announcement: the next message of the author, whatever it is, is the answer."""

from datetime import datetime, timedelta

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.announcements import Announcement, Piece, Unsendable
from bot.domain.forms import Draft, Field, Kind
from bot.domain.localized import LANGUAGES
from bot.domain.people import Actor
from bot.domain.refusals import StaleStep
from bot.services import announcing, composing, corrections, dialogs
from bot.services.announcements import Shown, edited
from bot.services.dialogs import Setting, Step
from bot.store import dialogs as drafts
from bot.store.database import Database, Reader, Transaction

VERSION = 1
WRITE = {language: f"announcement_{language}" for language in LANGUAGES}
CORRECT = {language: f"correction_{language}" for language in LANGUAGES}
WHEN = "announcement_when"
URGENT = "announcement_urgent"
DECLINE = "announcement_decline"
AUDIENCE = "announcement_to"
LONGEST_REASON = 300
ALL = (*WRITE.values(), *CORRECT.values(), WHEN, URGENT, DECLINE)
LOOKING = timedelta(minutes=15)
"""How long after choosing an audience began a text is taken for one: nobody was asked to type."""


class _Waiting:
    """Waits for one message about the announcement that is its subject."""

    def __init__(self, name: str) -> None:
        self.name = name

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:  # noqa: ARG002
        about = await self._check(tx, actor, draft.subject)
        return Setting(about, (Field(self.name, Kind.TEXT),), VERSION, has_summary=False)

    async def _check(self, tx: Reader, actor: Actor, announcement: int) -> Announcement | None:
        if self.name == DECLINE:
            await announcing.check_may_decline(tx, actor, announcement)
            return None
        if self.name in CORRECT.values():
            return await corrections.check_may_correct(tx, actor, announcement, self.name[-2:])
        return await edited(tx, actor, announcement)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing: the message is taken by ``take``."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:  # noqa: ARG002
        """Never reached: there is nothing to sum up."""
        raise StaleStep


for name in (*ALL, AUDIENCE):
    dialogs.register(_Waiting(name))


async def wait(db: Database, actor: Actor, form: str, announcement: int, *, now: datetime) -> Step:
    """Begin to wait for the author's next message."""
    access.demand_somewhere(actor, Permission.ANNOUNCE)
    async with db.transaction() as tx:
        return await dialogs.begin(tx, actor, Draft(form, VERSION, announcement, ""), now=now)


async def wait_for_audience(db: Database, actor: Actor, announcement: int, *, now: datetime) -> None:
    """Take the author's next words for an audience, unless another conversation waits to be finished."""
    access.demand_somewhere(actor, Permission.ANNOUNCE)
    async with db.transaction() as tx:
        draft = await drafts.get(tx, actor.id)
        if draft is None or draft.form in (*ALL, AUDIENCE):
            await dialogs.begin(tx, actor, Draft(AUDIENCE, VERSION, announcement, ""), now=now)


async def is_choosing(db: Database, actor: Actor, *, now: datetime) -> bool:
    """Whether the author looked at the audience a moment ago; when that is long past, nothing waits any more."""
    access.demand_somewhere(actor, Permission.ANNOUNCE)
    async with db.transaction() as tx:
        since = await drafts.changed_at(tx, actor.id)
        if since and now - since <= LOOKING:
            return True
        await drafts.remove(tx, actor.id)
        return False


async def stop_waiting(db: Database, actor: Actor, announcement: int) -> None:
    """Wait no longer for a message about this announcement, if any was waited for."""
    access.demand_somewhere(actor, Permission.ANNOUNCE)
    async with db.transaction() as tx:
        draft = await drafts.get(tx, actor.id)
        if draft and draft.form in (*ALL, AUDIENCE) and draft.subject == announcement:
            await drafts.remove(tx, actor.id)


async def take(
    db: Database, actor: Actor, draft: Draft, piece: Piece, *, moment: datetime | None, now: datetime
) -> Shown:
    """The message has come; ``moment`` is the time it names. Raises Unsendable, and goes on waiting then."""
    access.demand_somewhere(actor, Permission.ANNOUNCE)
    async with db.transaction() as tx:
        shown = await _taken(tx, actor, draft, piece, moment, now)
        await drafts.remove(tx, actor.id)
        return shown


async def _taken(
    tx: Transaction, actor: Actor, draft: Draft, piece: Piece, moment: datetime | None, now: datetime
) -> Shown:
    subject, language = draft.subject, draft.form[-2:]
    if draft.form in WRITE.values():
        return await composing.keep_piece(tx, actor, subject, language, piece)
    if draft.form in CORRECT.values():
        return await corrections.propose(tx, actor, subject, language, piece.text)
    if draft.form == WHEN:
        return await composing.planned(tx, actor, subject, due_at=moment)
    reason = composing.plain(piece.text).strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise Unsendable(subject, "reason")
    if draft.form == URGENT:
        return await composing.set_urgent(tx, actor, subject, reason)
    return await announcing.decline(tx, actor, subject, reason, now=now)
