"""Events at the same time: nothing is refused for it, people are only told."""

from bot.domain.events import Event
from bot.domain.signups import SignUp
from bot.store import events
from bot.store.database import Reader


async def of(tx: Reader, event: Event, signup: SignUp) -> tuple[Event, ...]:
    """A step: other events the person wants to go to while this one, or one of their sessions of it, is on."""
    own = event.times(signup.details.sessions)
    others = await events.list_overlapping(tx, event, signup.person)
    return tuple(
        one
        for one in others
        if any(starts < end and start < ends for starts, ends in own for start, end in one.times())
    )
