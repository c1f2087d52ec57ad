"""Attendance: when it is taken, of which session, and numbers of a list as people type them."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.courses import SessionGone
from bot.domain.events import Event, Session
from bot.domain.refusals import Refusal
from bot.domain.signups import State

EARLY = timedelta(hours=12)
"""How long before the start the team may begin to note who is there."""
EARLY_BY_CODE = timedelta(minutes=60)
"""The same for people themselves, with the code on the wall."""
COMING = frozenset({State.CONFIRMED, State.OFFERED, State.ATTENDED, State.ABSENT})
"""Who stands on the list that is ticked off: the same as on the printed sheet."""
WALK_IN = "walk-in"
"""The source of a sign-up that was made at the door."""
MOST_NAMES = 30
MOST_HEADS = 9999

_SPAN = re.compile(r"(\d{1,4})(?:[-–—](\d{1,4}))?")
_CODE = re.compile(r"(\d{3})[ -]?(\d{3})")


@dataclass(eq=False)
class CheckInTooEarly(Refusal):
    """Nobody is noted as present before ``opens_at``."""

    event: int
    opens_at: datetime


@dataclass(eq=False)
class CheckInOver(Refusal):
    """The event has ended, so its code on the wall does nothing any more."""

    event: int


@dataclass(eq=False)
class NotOnTheList(Refusal):
    """The person has no seat at the event, or not at this session."""

    event: int


@dataclass(eq=False)
class CodeUnknown(Refusal):
    """No event has this code on its wall."""


@dataclass(eq=False)
class NumbersUnread(Refusal):
    """There are no numbers in what was typed after the event's code."""

    typed: str


@dataclass(eq=False)
class NameStaysListed(Refusal):
    """Only who was added at the door can be taken off the list there."""

    event: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of a list as they were understood, in order, and the ``unread`` words among them."""

    all: tuple[int, ...]
    unread: tuple[str, ...]


def read_numbers(typed: str) -> Numbers:
    """``1-7, 9`` and ``1–7 9``; a span may be written backwards. Raises NumbersUnread without a single number."""
    found: set[int] = set()
    unread = []
    for word in re.sub(r"\s*([-–—])\s*", r"\1", typed).replace(",", " ").replace(";", " ").split():
        span = _SPAN.fullmatch(word)
        if span is None:
            unread.append(word)
            continue
        first, last = sorted((int(span[1]), int(span[2] or span[1])))
        found |= set(range(first, last + 1))
    if not found:
        raise NumbersUnread(typed)
    return Numbers(tuple(sorted(found)), tuple(unread))


def code_in(typed: str) -> str | None:
    """The code on the wall as it is stored, from ``483-920``, ``483 920`` or ``483920``; None for anything else."""
    found = _CODE.fullmatch(typed.strip())
    return found[1] + found[2] if found else None


def session_of(event: Event, number: int, now: datetime) -> Session | None:
    """A session by its id, 0 being the one that is on; None for an event without sessions. Raises SessionGone."""
    if not event.sessions:
        return None
    if number == 0:
        return current(event, now)
    found = next((one for one in event.sessions if one.id == number), None)
    if found is None:
        raise SessionGone(event.id)
    return found


def current(event: Event, now: datetime) -> Session | None:
    """The session that is on or about to begin; else the last one that was, before the first that one."""
    begun = [one for one in event.sessions if one.starts_at - EARLY_BY_CODE <= now]
    return begun[-1] if begun else next(iter(event.sessions), None)


def times(event: Event, session: Session | None) -> tuple[datetime, datetime]:
    """From when to when the session is, or the event."""
    part = session or event.plan
    return part.starts_at, part.ends_at


def check_begun(event: Event, session: Session | None, now: datetime, early: timedelta) -> None:
    """Raise CheckInTooEarly before attendance can be taken."""
    opens = times(event, session)[0] - early
    if now < opens:
        raise CheckInTooEarly(event.id, opens)
