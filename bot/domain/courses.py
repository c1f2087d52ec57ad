"""Courses: one enrolment for several sessions, of which one may choose some, miss one, leave the rest."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.events import Event, Session
from bot.domain.forms import Condition, Field, Kind, Value
from bot.domain.localized import polish
from bot.domain.refusals import EventOver, Refusal
from bot.domain.signups import Details, SignUp

WHOLE = "0"
"""The answer "the whole course" to the question of how much of it somebody wants."""
SOME = "1"
"""The answer "only some sessions"."""


@dataclass(frozen=True, slots=True)
class SessionsField(Field):
    """Which sessions? The answers are places in ``sessions``; those that began before ``now`` are not offered."""

    sessions: tuple[Session, ...] = ()
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody is in a course: sessions they were at, of those behind us, of all; and which is next."""

    attended: int
    past: int
    total: int
    next: Session | None


@dataclass(eq=False)
class SessionGone(Refusal):
    """The course has no such session (any more), or the person is not enrolled for it."""

    event: int


@dataclass(eq=False)
class SessionOver(Refusal):
    """The session has begun, so nobody need say any more whether they come."""

    event: int


@dataclass(eq=False)
class SessionTaken(Refusal):
    """The seat at a session somebody could not come to is somebody else's now."""

    event: int


def enrolled(event: Event, details: Details) -> tuple[Session, ...]:
    """The sessions somebody is enrolled for, by start."""
    return tuple(one for one in event.sessions if not details.sessions or one.id in details.sessions)


def to_come(event: Event, now: datetime) -> tuple[Session, ...]:
    """The sessions that have not begun, by start."""
    return tuple(one for one in event.sessions if one.starts_at > now)


def expected(event: Event, signup: SignUp) -> tuple[Session, ...]:
    """The sessions somebody means to come to: those enrolled for, less those they said they will miss."""
    return tuple(one for one in enrolled(event, signup.details) if one.id not in signup.misses)


def last_start(event: Event, details: Details) -> datetime:
    """Until when somebody can leave, or change their answers: the start of the last session of theirs."""
    return max((one.starts_at for one in enrolled(event, details)), default=event.last_start)


def next_start(event: Event, details: Details, now: datetime) -> datetime:
    """The start of the first session of theirs that is still to come; of the event when there is none."""
    return next((one.starts_at for one in enrolled(event, details) if one.starts_at > now), event.plan.starts_at)


def entering(event: Event, details: Details, now: datetime) -> Details:
    """The details of somebody who signs up ``now``: of a course under way only what is still to come.

    Raises EventOver when nothing of it is.
    """
    if not event.sessions or not event.has_started(now):
        return details
    left = tuple(one.id for one in enrolled(event, details) if one.starts_at > now)
    if not left:
        raise EventOver(event.id)
    return replace(details, sessions=left)


def changed(event: Event, before: Details, after: Details, now: datetime) -> Details:
    """The details of somebody who chooses anew: what is behind us stays as it was."""
    if not event.sessions or not event.has_started(now):
        return after
    past = [one.id for one in enrolled(event, before) if one.starts_at <= now]
    if not after.sessions:
        return after if not before.sessions else replace(after, sessions=(*past, *_ids(to_come(event, now))))
    chosen = [one for one in after.sessions if one in _ids(to_come(event, now))]
    return replace(after, sessions=(*past, *chosen) or before.sessions)


def dropped(event: Event, before: Details, after: Details) -> tuple[Session, ...]:
    """The sessions somebody is not enrolled for any more."""
    kept = enrolled(event, after)
    return tuple(one for one in enrolled(event, before) if one not in kept)


def has_whole(event: Event, details: Details, now: datetime) -> bool:
    """Whether somebody is enrolled for all that is still to come."""
    return set(_ids(to_come(event, now))) <= set(_ids(enrolled(event, details)))


def progress(event: Event, signup: SignUp, attended: Collection[int], now: datetime) -> Progress:
    """How far somebody is; a session they came to without being enrolled for it counts too."""
    own = {one.id: one for one in event.sessions if one.id in attended} | {
        one.id: one for one in enrolled(event, signup.details)
    }
    following = (one for one in expected(event, signup) if one.ends_at > now)
    past = sum(one.ends_at <= now for one in own.values())
    return Progress(sum(one in attended for one in own), past, len(own), next(following, None))


def asked(event: Event, now: datetime) -> tuple[Field, ...]:
    """All of a course or some sessions, and which; only where there is a choice."""
    if not event.plan.has_single_sessions or len(to_come(event, now)) < 2:
        return ()
    sessions = by_id(event)
    which = SessionsField(
        "sessions",
        Kind.CHOICES,
        options=tuple(one.title or polish(str(number)) for number, one in enumerate(sessions, start=1)),
        condition=Condition("part", (SOME,)),
        sessions=sessions,
        now=now,
    )
    return Field("part", Kind.CHOICE, options=(polish("1"), polish("2"))), which


def given(event: Event, details: Details, now: datetime) -> dict[str, Value]:
    """The answers to what is asked that say what somebody is enrolled for."""
    if has_whole(event, details, now):
        return {"part": WHOLE}
    return {"part": SOME, "sessions": [str(i) for i, one in enumerate(by_id(event)) if one.id in details.sessions]}


def chosen(event: Event, answers: Mapping[str, Value]) -> tuple[int, ...]:
    """The ids of the single sessions somebody chose that still take place; none for the whole course."""
    numbers = answers.get("sessions")
    if answers.get("part") != SOME or not isinstance(numbers, list):
        return ()
    return tuple(one.id for number, one in enumerate(by_id(event)) if str(number) in numbers)


def by_id(event: Event) -> tuple[Session, ...]:
    """The sessions in the order in which they were added, which no change of a date alters."""
    return tuple(sorted(event.sessions, key=lambda one: one.id))


def _ids(sessions: Collection[Session]) -> tuple[int, ...]:
    return tuple(one.id for one in sessions)
