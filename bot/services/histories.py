"""What somebody's earlier sign-ups say: where they came, where they did not."""

from dataclasses import dataclass

from bot.domain import reach
from bot.domain.access import Permission
from bot.domain.events import Event
from bot.domain.people import Actor
from bot.domain.signups import SignUp, State
from bot.store import applications, events
from bot.store.database import Reader

SHOWN = 5


@dataclass(frozen=True, slots=True)
class History:
    """How often the person came, was absent, cancelled; the ``latest`` of it by event, all within the actor's scope."""

    attended: int = 0
    absent: int = 0
    cancelled: int = 0
    latest: tuple[tuple[Event, State], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.latest)


async def of(tx: Reader, actor: Actor, signup: SignUp) -> History:
    """The history of the person of a sign-up, without that sign-up; a step of what the team looks at."""
    past = await applications.history(tx, signup.person, signup.event, reach.projects(actor, Permission.SEE_LISTS))
    states = [state for _, state in past]
    found = [(await events.get(tx, event), state) for event, state in past[:SHOWN]]
    return History(
        states.count(State.ATTENDED),
        states.count(State.ABSENT),
        states.count(State.CANCELLED),
        tuple((event, state) for event, state in found if event),
    )
