"""Events: what people sign up for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.forms import Field
from bot.domain.localized import Localized
from bot.domain.refusals import EventCalledOff, EventGone, EventOver, SignUpClosed, SignUpNotOpen


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
    """A quota within an event: its own seats, its own queue.

    ``quota`` is the key of a quota over all events of the project; a released group's unfilled seats are anybody's.
    """

    id: int
    name: Localized
    seats: int | None
    minimum: int = 0
    quota: str = ""
    is_released: bool = False


@dataclass(frozen=True, slots=True)
class Quota:
    """Seats of a group over all events of a project; the groups of its events name the ``key``."""

    project: str
    key: str
    seats: int | None
    minimum: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting of a course, path or cycle; without a place of its own it is where the event is."""

    id: int
    starts_at: datetime
    ends_at: datetime
    title: Localized | None = None
    place: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """All of an event that its organisers decide; moments are aware UTC.

    ``queue_limit`` counts people who wait; ``after_event`` and ``not_after_event`` are codes of events whose
    participants alone, or anybody but them, may sign up; ``release_unconfirmed`` and ``shortage_notice`` are offsets
    before the start such as ``1d 12:00``.
    """

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
    queue_limit: int | None = None
    asks_organisation: bool = False
    organisation_seats: int | None = None
    has_single_sessions: bool = False
    after_event: str = ""
    not_after_event: str = ""
    decide_by: datetime | None = None
    release_groups_at: datetime | None = None
    release_unconfirmed: str = ""
    shortage_notice: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """An event as stored; one with ``sessions`` starts with the first and ends with the last."""

    id: int
    plan: Plan
    state: EventState
    groups: tuple[Group, ...] = ()
    sessions: tuple[Session, ...] = ()
    sequence: int = 0
    form_version: int = 1

    def times(self, sessions: Sequence[int] = ()) -> tuple[tuple[datetime, datetime], ...]:
        """From when to when it is, by session where it has them; ``sessions`` picks some by id."""
        if not self.sessions:
            return ((self.plan.starts_at, self.plan.ends_at),)
        return tuple((one.starts_at, one.ends_at) for one in self.sessions if not sessions or one.id in sessions)

    def place_of(self, session: Session | None) -> tuple[str, str]:
        """Place and address of a session: its own, or the event's when it has neither."""
        own = session and (session.place or session.address)
        return (session.place, session.address) if session and own else (self.plan.place, self.plan.address)

    def starts_at(self, session: int | None) -> datetime:
        """When one of its sessions starts, or all of it; a session that is gone counts as the whole."""
        return next((one.starts_at for one in self.sessions if one.id == session), self.plan.starts_at)

    @property
    def last_start(self) -> datetime:
        """The start of its last session, or of the event that has none."""
        return max(starts for starts, _ in self.times())

    @property
    def last_entry(self) -> datetime:
        """Until when seats are given: the start, or that of the last session where they can be joined singly."""
        return self.last_start if self.plan.has_single_sessions else self.plan.starts_at

    @property
    def seats_in_groups(self) -> int | None:
        """The seats of its groups together; None without groups, or where one of them has no limit."""
        limits = [group.seats for group in self.groups if group.seats is not None]
        return sum(limits) if self.groups and len(limits) == len(self.groups) else None

    @property
    def seats_for_nobody(self) -> int:
        """Seats beyond those of its groups: everybody belongs to one of them."""
        seats, held = self.plan.seats, self.seats_in_groups
        return max(0, seats - held) if seats is not None and held is not None else 0

    @property
    def capacity(self) -> int | None:
        """All the seats people can have: the event's, or fewer where its groups hold fewer; None for no limit."""
        limits = (self.plan.seats, self.seats_in_groups)
        return min((one for one in limits if one is not None), default=None)

    @property
    def most_companions(self) -> int:
        """How many people somebody may bring: as many as are allowed and could find seats together."""
        limits = (self.plan.companions + 1, self.capacity, self.plan.organisation_seats)
        return max(0, min(one for one in limits if one is not None) - 1)

    def has_started(self, now: datetime) -> bool:
        """Whether the start is behind ``now``."""
        return self.plan.starts_at <= now

    def has_ended(self, now: datetime) -> bool:
        """Whether the end is behind ``now``."""
        return self.plan.ends_at <= now


@dataclass(frozen=True, slots=True)
class Seats:
    """How full an event is: people, companions included; ``taken`` counts seats kept for somebody, too."""

    total: int | None
    taken: int
    waiting: int
    by_group: Mapping[int, int] = field(default_factory=dict)
    waiting_by_group: Mapping[int, int] = field(default_factory=dict)

    @property
    def free(self) -> int | None:
        """Seats left, None when there is no limit."""
        return None if self.total is None else max(0, self.total - self.taken)

    def has_room(self, group: Group | None = None) -> bool:
        """Whether one more person would get a seat at once."""
        if self.free == 0 or (group is None and self.waiting and self.total is not None):
            return False
        return group is None or group.seats is None or self.by_group.get(group.id, 0) < group.seats


@dataclass(eq=False)
class SignUpOver(EventOver):
    """Nobody can sign up any more: the event has begun, or is over."""

    about: Event


@dataclass(eq=False)
class NoSuchCode(EventGone):
    """No event has the ``code`` somebody of the team typed; ``nearest`` is that of ``event``, empty and 0 for none."""

    code: str
    nearest: str
    event: int
    purpose: str


def check_sign_up(event: Event, now: datetime) -> None:
    """Raise the reason why nobody can sign up for ``event`` at ``now``."""
    if event.state is EventState.CALLED_OFF:
        raise EventCalledOff(event.id)
    if event.last_entry <= now:
        raise SignUpOver(event.id, event)
    if event.plan.opens_at and now < event.plan.opens_at:
        raise SignUpNotOpen(event.id, event.plan.opens_at)
    if event.plan.closes_at and now >= event.plan.closes_at:
        raise SignUpClosed(event.id, event.plan.closes_at)
