"""What the team does to one sign-up by hand, and what the person is told of it."""

from bot.domain.notices import About, Notice, Priority, notice
from bot.domain.signups import State

LONGEST_LETTER = 1500
"""Characters of a message from the organisers."""


@notice("put_in_queue", Priority.CHANGE, states=frozenset({State.WAITING}))
class PutInQueue(Notice):
    """The organisers had to move the reader to the waiting list, to this place."""

    event: int
    position: int


@notice("cancelled_by_team", Priority.CHANGE, states=frozenset({State.CANCELLED}))
class CancelledByTeam(Notice):
    """The organisers took the reader off the list."""

    event: int


@notice("letter", Priority.CHANGE, About.PERSON)
class Letter(Notice):
    """A message one of the organisers wrote to the reader about an event."""

    event: int
    text: str
