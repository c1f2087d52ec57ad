"""What somebody's earlier sign-ups say: where they came, where they did not."""

from dataclasses import dataclass

from bot.domain import reach
from bot.domain.access import Permission
from bot.domain.events import Event
from bot.domain.people import Actor
from bot.domain.refusals import ForNewcomers, ForParticipants
from bot.domain.signups import SignUp, State
from bot.store import applications, events, signups
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


async def check(tx: Reader, actor: Actor, event: Event) -> None:
    """A step: raise the reason when who was at another event, or was not, cannot come to this one."""
    plan = event.plan
    if plan.after_event and not await signups.took_part(tx, plan.after_event, actor.id):
        raise ForParticipants(event.id, plan.after_event)
    if plan.not_after_event and await signups.took_part(tx, plan.not_after_event, actor.id):
        raise ForNewcomers(event.id, plan.not_after_event)
