"""What the bot says without being asked: facts about what happened, worded when they are sent."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import IntEnum, StrEnum
from typing import ClassVar, TypeVar, dataclass_transform

from bot.domain.signups import ACTIVE, State


class Priority(IntEnum):
    """Which message goes first when not all can."""

    OFFER = 1
    CHANGE = 2
    REMINDER = 3
    BROADCAST = 4


class About(StrEnum):
    """What a notice is about, and so what is looked at once more before it is sent."""

    SIGNUP = "signup"
    """The reader's own sign-up for an event."""
    STAFF = "staff"
    """Something the reader runs; whoever lost the role meanwhile is not told."""
    PERSON = "person"
    """The reader alone."""
    ANNOUNCEMENT = "announcement"
    """A copy of an announcement."""


class Notice:
    """The base of all notices. ``kind`` reaches the database; fields survive JSON unchanged."""

    __slots__ = ()
    kind: ClassVar[str]
    priority: ClassVar[Priority]
    about: ClassVar[About]
    states: ClassVar[frozenset[State]]
    """Where the reader's sign-up has to stand for the notice to be true still."""
    has_calendar: ClassVar[bool]
    """Whether it changes the reader's calendar, so that a calendar file goes with it."""
    is_idempotent: ClassVar[bool]
    """Whether doing it twice is the same as once, so that it is tried again when nobody knows what came of it."""

    def facts(self) -> dict[str, object]:
        """The fields, for the outbox."""
        return asdict(self)  # type: ignore[call-overload, no-any-return]


_registry: dict[str, type[Notice]] = {}
N = TypeVar("N", bound=Notice)


@dataclass_transform(frozen_default=True)
def notice(
    kind: str,
    priority: Priority,
    about: About = About.SIGNUP,
    *,
    states: frozenset[State] = frozenset({State.CONFIRMED}),
    calendar: bool = False,
    idempotent: bool = False,
) -> Callable[[type[N]], type[N]]:
    """Make a class a notice known by ``kind``; ``states`` are for notices about the reader's sign-up."""

    def register(cls: type[N]) -> type[N]:
        made = dataclass(frozen=True)(cls)
        made.kind, made.priority, made.about = kind, priority, about
        made.states, made.has_calendar = states, calendar
        made.is_idempotent = idempotent
        _registry[kind] = made
        return made

    return register


def known() -> dict[str, type[Notice]]:
    """All notices by their kind."""
    return dict(_registry)


def load(kind: str, facts: dict[str, object]) -> Notice:
    """The notice of an outbox row. Raises KeyError for a kind no present version knows."""
    return _registry[kind](**facts)


@notice("reminder", Priority.REMINDER)
class Reminder(Notice):
    """The event comes near, or one ``session`` of it; ``offset`` is the entry of its plan."""

    event: int
    offset: str
    session: int | None = None


@notice("seat_given", Priority.OFFER, calendar=True)
class SeatGiven(Notice):
    """A seat became free and is yours now."""

    event: int


@notice("seat_offered", Priority.OFFER, states=frozenset({State.OFFERED}))
class SeatOffered(Notice):
    """A seat became free and is kept for the reader's answer until ``until`` (ISO 8601 UTC)."""

    event: int
    until: str
    is_last: bool


@notice("offer_lapsed", Priority.OFFER, states=frozenset({State.WAITING, State.CANCELLED}))
class OfferLapsed(Notice):
    """Nobody answered an offer in time; ``is_off`` when the reader is not on the waiting list any more."""

    event: int
    is_off: bool


@notice("seat_released", Priority.CHANGE, states=frozenset({State.CANCELLED}))
class SeatReleased(Notice):
    """The reader did not say that they come, somebody waited, and the seat went to them."""

    event: int


@notice("event_reopened", Priority.CHANGE, states=ACTIVE, calendar=True)
class EventReopened(Notice):
    """An event that was called off takes place after all."""

    event: int


@notice("event_moved", Priority.CHANGE, states=ACTIVE, calendar=True)
class EventMoved(Notice):
    """Time or place changed; the old values as they were, moments in ISO 8601 UTC.

    ``session`` is the one that moved when it was not the whole event.
    """

    event: int
    old_starts_at: str
    old_place: str
    old_address: str
    session: int | None = None


@notice("event_called_off", Priority.CHANGE, states=ACTIVE, calendar=True)
class EventCalledOff(Notice):
    """The event will not take place."""

    event: int
