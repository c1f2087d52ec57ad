"""A place passed on to somebody else: the link, and what is said about it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.events import Event
from bot.domain.notices import About, Notice, Priority, notice
from bot.domain.refusals import Refusal
from bot.domain.signups import SignUp, State

HOLDS = timedelta(days=7)
"""How long a link can be used, if the event does not begin before."""
PASSABLE = frozenset({State.CONFIRMED, State.WAITING})
"""Places that can be passed on: a seat, or a place in the queue. An offer has to be taken first."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """A link that passes a sign-up on once; it holds only while the sign-up is still that of ``by``."""

    id: int
    signup: int
    by: int | None
    expires_at: datetime
    is_used: bool


@dataclass(eq=False)
class HandOverGone(Refusal):
    """The link that passes a place on was used, is too old, or the place is not that person's any more.

    ``event`` is what it was for, 0 where nobody knows.
    """

    event: int = 0


@dataclass(eq=False)
class OwnHandOver(Refusal):
    """Nobody can take over their own place."""

    signup: int


def can_pass_on(event: Event, signup: SignUp) -> bool:
    """Whether the person themselves may pass the place on; where the team chooses who comes, only the team may."""
    return signup.state in PASSABLE and not event.plan.approval


@notice("place_handed_over", Priority.CHANGE, About.PERSON)
class PlaceHandedOver(Notice):
    """Somebody comes instead of the reader, who gave them the link, or whom the team replaced."""

    event: int
    is_by_team: bool
