"""Sign-ups: the states they are in and what may follow what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.forms import Value

UNDO = timedelta(minutes=10)
"""How long a cancellation can be taken back."""


UNANSWERED = 2
"""How many questions without an answer make a seat unconfirmed."""


class State(StrEnum):
    """Where a sign-up stands."""

    APPLIED = "applied"
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    OFFERED = "offered"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    ATTENDED = "attended"
    ABSENT = "absent"


class Decision(StrEnum):
    """What the team decided about an application; the applicant hears of it later."""

    ACCEPTED = "accepted"
    WAITING = "waiting"
    REJECTED = "rejected"


SEATED = frozenset({State.CONFIRMED, State.OFFERED, State.ATTENDED, State.ABSENT})
"""States that take a seat."""
ACTIVE = frozenset({State.APPLIED, State.CONFIRMED, State.WAITING, State.OFFERED})
"""States of somebody who still wants to come."""


class Attending(StrEnum):
    """What the person said to a reminder."""

    YES = "yes"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Details:
    """What a sign-up form gathers: everything a person may change later.

    ``sessions`` are the ids of single sessions, none for the whole event.
    """

    name: str
    phone: str | None = None
    gmina: str | None = None
    needs: str | None = None
    companions: int = 0
    group: int | None = None
    answers: Mapping[str, Value] = field(default_factory=dict)
    organisation: int | None = None
    sessions: tuple[int, ...] = ()
    companion_names: str = ""


@dataclass(frozen=True, slots=True)
class SignUp:
    """A sign-up as stored; ``queue`` orders those who wait, ``left_queue`` is a place given up.

    ``offered_until`` is when an offer lapses, ``asked`` how often "will you come?" went out since the last answer,
    ``decision`` is what the team decided while the applicant has not heard of it yet, ``reason`` why they declined,
    for the team only; ``misses`` are ids of the sessions of a course they said they cannot come to;
    ``form_version`` says which questions the answers are to.
    """

    id: int
    event: int
    person: int
    state: State
    details: Details
    queue: int | None = None
    attending: Attending | None = None
    cancelled_at: datetime | None = None
    left_queue: int | None = None
    source: str | None = None
    offered_until: datetime | None = None
    offers_missed: int = 0
    asked: int = 0
    reason: str | None = None
    decision: Decision | None = None
    decided_at: datetime | None = None
    created_at: datetime | None = None
    misses: tuple[int, ...] = ()
    form_version: int = 1

    @property
    def has_seat(self) -> bool:
        """Whether a seat is theirs or kept for them, an accepted application's too."""
        return self.state in SEATED or self.decision is Decision.ACCEPTED

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the person has a seat and twice did not say that they will come."""
        return self.state is State.CONFIRMED and self.attending is None and self.asked >= UNANSWERED

    @property
    def is_active(self) -> bool:
        """Whether the person still wants to come."""
        return self.state in ACTIVE

    @property
    def size(self) -> int:
        """How many people come."""
        return 1 + self.details.companions
