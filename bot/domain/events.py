"""Events: what people sign up for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.forms import Field
from bot.domain.localized import Localized
from bot.domain.refusals import EventCalledOff, EventOver, SignUpClosed, SignUpNotOpen


class EventKind(StrEnum):
    """The kinds of events, as they are stored and imported."""

    WORKSHOP = "workshop"
    FORUM = "forum"
    DEBATE = "debate"
    VISIT = "visit"
    COURSE = "course"
    DUTY = "duty"
    CONFERENCE = "conference"
    ACTION = "action"
    MEETING = "meeting"


class EventState(StrEnum):
    """Where an event is in its life."""

    DRAFT = "draft"
    OPEN = "open"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True)
class Group:
    """A quota within an event: its own seats, its own queue."""

    id: int
    name: Localized
    seats: int | None
    minimum: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """All of an event that its organisers decide; moments are aware UTC."""

    code: str
    project: str
    kind: EventKind
    title: Localized
    starts_at: datetime
    ends_at: datetime
    description: Localized | None = None
    place: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    online_link: str = ""
    languages: tuple[str, ...] = ("pl",)
    accessibility: Localized | None = None
    seats: int | None = None
    minimum: int = 0
    companions: int = 0
    approval: bool = False
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    cancel_until: datetime | None = None
    reminders: tuple[str, ...] = ("7d", "1d 18:00", "2h")
    questions: tuple[Field, ...] = ()
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """An event as stored."""

    id: int
    plan: Plan
    state: EventState
    groups: tuple[Group, ...] = ()
    sequence: int = 0
    form_version: int = 1

    def has_started(self, now: datetime) -> bool:
        """Whether the start is behind ``now``."""
        return self.plan.starts_at <= now

    def has_ended(self, now: datetime) -> bool:
        """Whether the end is behind ``now``."""
        return self.plan.ends_at <= now


@dataclass(frozen=True, slots=True)
class Seats:
    """How full an event is: people, companions included."""

    total: int | None
    taken: int
    waiting: int
    by_group: Mapping[int, int] = field(default_factory=dict)

    @property
    def free(self) -> int | None:
        """Seats left, None when there is no limit."""
        return None if self.total is None else max(0, self.total - self.taken)

    def has_room(self, group: Group | None = None) -> bool:
        """Whether one more person would get a seat at once."""
        if self.free == 0 or (group is None and self.waiting and self.total is not None):
            return False
        return group is None or group.seats is None or self.by_group.get(group.id, 0) < group.seats


def check_sign_up(event: Event, now: datetime) -> None:
    """Raise the reason why nobody can sign up for ``event`` at ``now``."""
    if event.state is EventState.CALLED_OFF:
        raise EventCalledOff(event.id)
    if event.has_started(now):
        raise EventOver(event.id)
    if event.plan.opens_at and now < event.plan.opens_at:
        raise SignUpNotOpen(event.id, event.plan.opens_at)
    if event.plan.closes_at and now >= event.plan.closes_at:
        raise SignUpClosed(event.id, event.plan.closes_at)
