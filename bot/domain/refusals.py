"""Why something is not done: facts without sentences. Screens word them, services raise them."""

from dataclasses import dataclass
from datetime import datetime


class Refusal(Exception):
    """The base of all refusals."""


@dataclass(eq=False)
class NotAllowed(Refusal):
    """The actor lacks ``permission``."""

    permission: str


@dataclass(eq=False)
class EventGone(Refusal):
    """There is no such event (any more), or not for this person."""


@dataclass(eq=False)
class ProjectGone(Refusal):
    """There is no such project (any more)."""


@dataclass(eq=False)
class EventCalledOff(Refusal):
    """The event will not take place."""

    event: int


@dataclass(eq=False)
class EventOver(Refusal):
    """The event has started or ended; nothing about it can be changed."""

    event: int


@dataclass(eq=False)
class SignUpNotOpen(Refusal):
    """Signing up begins at ``opens_at``."""

    event: int
    opens_at: datetime


@dataclass(eq=False)
class SignUpClosed(Refusal):
    """Signing up ended at ``closed_at``."""

    event: int
    closed_at: datetime


@dataclass(eq=False)
class AlreadySignedUp(Refusal):
    """The person already has this sign-up."""

    signup: int


@dataclass(eq=False)
class Declined(Refusal):
    """The organisers declined this application."""

    event: int


@dataclass(eq=False)
class SignUpGone(Refusal):
    """There is no such sign-up (any more)."""


@dataclass(eq=False)
class TooLateToCancel(Refusal):
    """Cancelling by oneself ended at ``until``; a person can still be told."""

    event: int
    until: datetime


@dataclass(eq=False)
class TooLateToUndo(Refusal):
    """The ten minutes for undoing are over."""

    event: int


@dataclass(eq=False)
class NotEnoughSeats(Refusal):
    """Only ``free`` more companions fit."""

    signup: int
    free: int


@dataclass(eq=False)
class OfferGone(Refusal):
    """The seat that was offered has passed on to somebody else."""

    signup: int


@dataclass(eq=False)
class QueueFull(Refusal):
    """All seats are taken, and no more people may wait."""

    event: int


@dataclass(eq=False)
class ForParticipants(Refusal):
    """Only for people who took part in the event ``code``."""

    event: int
    code: str


@dataclass(eq=False)
class ForNewcomers(Refusal):
    """Not for people who took part in the event ``code`` already."""

    event: int
    code: str


@dataclass(eq=False)
class InboxMuted(Refusal):
    """Questions of this person are not taken: an earlier one was spam."""


@dataclass(eq=False)
class TooManyQuestions(Refusal):
    """The person has passed on ``limit`` questions today already."""

    limit: int


@dataclass(eq=False)
class QuestionForgotten(Refusal):
    """The question under the button was asked too long ago, or another one since."""


@dataclass(eq=False)
class QuestionGone(Refusal):
    """There is no such question in the inbox (any more)."""


@dataclass(eq=False)
class QuestionEnded(Refusal):
    """The question of the inbox was answered or closed already."""

    question: int


@dataclass(eq=False)
class QuestionTaken(Refusal):
    """Somebody else answers the question of the inbox."""

    question: int


@dataclass(eq=False)
class FaqGone(Refusal):
    """There is no such frequent question (any more)."""


@dataclass(eq=False)
class CallGone(Refusal):
    """There is no such entry on the call list (any more)."""


@dataclass(eq=False)
class NoTicket(Refusal):
    """A ticket that the bot did not write, or a sign-up without a seat; 0 for no sign-up at all."""

    signup: int


@dataclass(eq=False)
class IndicatorGone(Refusal):
    """There is no such indicator or entry (any more)."""


@dataclass(eq=False)
class NoDialog(Refusal):
    """No conversation is under way."""


@dataclass(eq=False)
class StaleStep(Refusal):
    """The button belongs to a step that is behind us."""


@dataclass(eq=False)
class StaleButton(Refusal):
    """The button was made by an earlier version of the bot, or by nobody."""


@dataclass(eq=False)
class InvalidAnswer(Refusal):
    """An answer that cannot be read: ``reason`` is a word for the screens, ``value`` what was typed."""

    reason: str
    value: str
    low: int | None = None
    high: int | None = None


@dataclass(eq=False)
class TooManyMessages(Refusal):
    """Somebody writes faster than anybody reads."""


@dataclass(eq=False)
class ParticipantGone(Refusal):
    """There is no such sign-up (any more), said to the team."""


@dataclass(eq=False)
class ApplicationDecided(Refusal):
    """The applicant has been told already; the person's card has what can be done now."""

    signup: int


@dataclass(eq=False)
class NoSeatFor(Refusal):
    """``missing`` more seats are needed under ``limit``, a word of ``domain.seats.Limit``."""

    event: int
    missing: int
    limit: str


@dataclass(eq=False)
class SeatsTaken(Refusal):
    """Fewer seats than ``taken`` would leave somebody without one."""

    event: int
    taken: int


@dataclass(eq=False)
class NobodyWaits(Refusal):
    """Nobody waits for the seat, so that it would come straight back to whoever gave it up."""

    signup: int


@dataclass(eq=False)
class TooLateForTeam(Refusal):
    """The ten minutes for undoing what was done to a sign-up are over."""

    signup: int


@dataclass(eq=False)
class NotReachable(Refusal):
    """The person has no Telegram, or blocked the bot: somebody has to call."""

    signup: int


@dataclass(eq=False)
class EventUnfit(Refusal):
    """An event cannot be as it was made: ``key`` is what does not go together with the rest."""

    key: str
    event: int = 0


@dataclass(eq=False)
class PeopleInIt(Refusal):
    """A group, a session or a whole event cannot go away: people signed up for it."""

    event: int
    people: int


@dataclass(eq=False)
class NoPosting(Refusal):
    """Telegram did not let the bot write to a channel or group; ``event`` is what was to be posted there."""

    event: int


@dataclass(eq=False)
class NotPublished(Refusal):
    """A draft, or an event that was called off, is shown to nobody."""

    event: int
