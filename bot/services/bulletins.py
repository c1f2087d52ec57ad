"""Copies of announcements on their way: looked at once more, and kept where they arrived.

These are steps of the bot itself; no actor asks for them, so they ask no permission.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import schedule
from bot.domain.announcements import (
    Announced,
    Announcement,
    Copy,
    Corrected,
    Phase,
    Recalled,
    Target,
)
from bot.domain.clock import zone_of
from bot.domain.events import Event, EventState
from bot.domain.people import Person
from bot.store import announcements as store
from bot.store import audiences, events
from bot.store.database import Reader, Transaction
from bot.store.outbox import Letter

PATIENCE = timedelta(minutes=1)
"""When a copy that met a pause is looked at again."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A copy that may be sent, corrected or deleted now; ``event`` is what is attached."""

    letter: Letter
    person: Person
    one: Announcement
    event: Event | None
    copy: Copy | None


async def check(tx: Reader, letter: Letter, person: Person, *, now: datetime) -> Bulletin | str | datetime:
    """The copy; a word for why it must not go out, or a moment until which it has to wait."""
    number = getattr(letter.notice, "announcement", 0)
    one = await store.get(tx, number)
    if one is None:
        return "gone"
    event = await events.get(tx, one.event) if one.event else None
    copy = await store.copy_of(tx, one.id, person.id)
    bulletin = Bulletin(letter, person, one, event, copy)
    match letter.notice:
        case Recalled():
            return bulletin if one.phase is Phase.RECALLED and copy else "not recalled"
        case Corrected(revision=revision):
            return bulletin if revision == one.revision and copy else "corrected again"
        case _:
            return await _may_go_out(tx, bulletin, now)


async def _may_go_out(tx: Reader, bulletin: Bulletin, now: datetime) -> Bulletin | str | datetime:
    one, event = bulletin.one, bulletin.event
    if one.phase is Phase.PAUSED:
        return now + PATIENCE
    if one.phase is not Phase.SENDING:
        return "stopped"
    if event and event.state is EventState.CALLED_OFF:
        return "called off"
    if not await audiences.is_wanted(tx, bulletin.person.id, Target(one.audience)):
        return "not wanted"
    morning = schedule.morning(now, zone_of(now))
    return bulletin if one.urgent or morning == now else morning


async def hold(tx: Transaction, letter: Letter, until: datetime) -> None:
    """A night has begun: all that is left of the announcement waits for its end."""
    if isinstance(letter.notice, Announced):
        await store.set_due(tx, letter.notice.announcement, until)


async def arrived(tx: Transaction, copy: Copy, revision: int, now: datetime) -> None:
    """Keep where a copy is; one that was on its way during a correction or a recall follows it."""
    await store.arrived(tx, copy)
    one = await store.get(tx, copy.announcement)
    if one is None:
        return
    if one.phase is Phase.RECALLED:
        await store.add_after(tx, one, Recalled(one.id).facts(), Recalled.kind, now)
    elif one.revision != revision:
        await store.add_after(tx, one, Corrected(one.id, one.revision).facts(), Corrected.kind, now)
