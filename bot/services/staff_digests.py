"""What the team is told, looked at once more before it is sent: with the numbers of now, each thing once.

These are steps of the bot itself; no actor asks for them, so they ask no permission.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import access, notices, seats
from bot.domain.events import Event, EventState
from bot.domain.inbox import InboxState
from bot.domain.people import Actor, Person
from bot.domain.signups import State
from bot.domain.staff_notices import (
    PERMISSIONS,
    AlmostFull,
    DecisionsDue,
    MinimumNotMet,
    NewApplication,
    QuestionWaiting,
    StaffDigest,
    StaffNotice,
)
from bot.services import seating, shortages
from bot.store import applications, events, inbox, people, signups
from bot.store.database import Reader


@dataclass(frozen=True, slots=True)
class Gathered:
    """One thing a digest tells: the notice, the event it is about, and how many notices say the same."""

    notice: StaffNotice
    event: Event | None
    times: int = 1


async def gathered(tx: Reader, digest: StaffDigest, person: Person, *, now: datetime) -> list[Gathered]:
    """What the digest still has to tell, one entry for all notices of a kind about the same event."""
    found: dict[object, Gathered] = {}
    for number, (told, event) in enumerate(await _unpacked(tx, digest)):
        notice = await as_of_now(tx, told, person, event, now=now)
        if notice is None:
            continue
        key = (notice.kind, event.id) if event else number
        found[key] = Gathered(notice, event, found[key].times + 1 if key in found else 1)
    return list(found.values())


async def as_of_now(
    tx: Reader, notice: StaffNotice, person: Person, event: Event | None, *, now: datetime
) -> StaffNotice | None:
    """The notice with the numbers of now; None when the role is gone or nothing is left to tell."""
    member = Actor(person.id, person.telegram_id, person.language, await people.grants(tx, person.id))
    project = event.plan.project if event else ""
    if isinstance(notice, QuestionWaiting):
        project = notice.project
    if not access.is_allowed(member, PERMISSIONS[notice.topic], project=project):
        return None
    if event and (event.has_started(now) or event.state is EventState.CALLED_OFF):
        return None
    if event and isinstance(notice, AlmostFull | MinimumNotMet):
        return await _recounted(tx, notice, event)
    return notice if await _is_open(tx, notice) else None


async def _recounted(tx: Reader, notice: AlmostFull | MinimumNotMet, event: Event) -> StaffNotice | None:
    if isinstance(notice, AlmostFull):
        free = await seating.seats_left(tx, event)
        return replace(notice, free=free) if free is not None and seats.is_few(free, event.capacity) else None
    missing = shortages.of(event, await signups.count_seats(tx, event.id)).people
    return replace(notice, missing=missing) if missing else None


async def _is_open(tx: Reader, notice: StaffNotice) -> bool:
    if isinstance(notice, NewApplication):
        signup = await signups.get(tx, notice.signup)
        return signup is not None and signup.state is State.APPLIED and signup.decision is None
    if isinstance(notice, DecisionsDue):
        return await applications.count_undecided(tx, notice.event) > 0
    if isinstance(notice, QuestionWaiting):
        question = await inbox.get(tx, notice.question)
        return question is not None and question.state is InboxState.OPEN
    return True


async def _unpacked(tx: Reader, digest: StaffDigest) -> list[tuple[StaffNotice, Event | None]]:
    """The items of a digest with the event each is about; what is gone is left out."""
    found = []
    for item in digest.items:
        facts, event = item["facts"], item["event"]
        told = notices.load(str(item["kind"]), facts if isinstance(facts, dict) else {})
        about = await events.get(tx, event) if isinstance(event, int) else None
        if isinstance(told, StaffNotice) and (about or event is None):
            found.append((told, about))
    return found
