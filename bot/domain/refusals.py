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
