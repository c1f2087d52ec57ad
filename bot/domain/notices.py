"""What the bot says without being asked: facts about what happened, worded when they are sent."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import IntEnum, StrEnum
from typing import ClassVar, TypeVar, dataclass_transform


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


class Notice:
    """The base of all notices. ``kind`` reaches the database; fields survive JSON unchanged."""

    __slots__ = ()
    kind: ClassVar[str]
    priority: ClassVar[Priority]
    about: ClassVar[About]

    def facts(self) -> dict[str, object]:
        """The fields, for the outbox."""
        return asdict(self)  # type: ignore[call-overload, no-any-return]


_registry: dict[str, type[Notice]] = {}
N = TypeVar("N", bound=Notice)


@dataclass_transform(frozen_default=True)
def notice(kind: str, priority: Priority, about: About = About.SIGNUP) -> Callable[[type[N]], type[N]]:
    """Make a class a notice known by ``kind``."""

    def register(cls: type[N]) -> type[N]:
        made = dataclass(frozen=True)(cls)
        made.kind, made.priority, made.about = kind, priority, about
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
    """The event comes near; ``offset`` is the entry of its plan."""

    event: int
    offset: str


@notice("seat_given", Priority.OFFER)
class SeatGiven(Notice):
    """A seat became free and is yours now."""

    event: int


@notice("event_moved", Priority.CHANGE)
class EventMoved(Notice):
    """Time or place changed; the old values as they were, moments in ISO 8601 UTC."""

    event: int
    old_starts_at: str
    old_place: str
    old_address: str


@notice("event_called_off", Priority.CHANGE)
class EventCalledOff(Notice):
    """The event will not take place."""

    event: int
