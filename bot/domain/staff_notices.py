"""What the team is told by the bot: topics each person chooses from, and the facts behind them."""

from enum import StrEnum
from typing import ClassVar

from bot.domain.access import Permission
from bot.domain.notices import About, Notice, Priority, notice


class Topic(StrEnum):
    """What somebody may want to hear of."""

    ALMOST_FULL = "almost_full"
    MINIMUM = "minimum"
    APPLICATION = "application"
    QUESTION = "question"


class How(StrEnum):
    """When somebody wants to hear of it; the digest comes at 8:00."""

    AT_ONCE = "at_once"
    DIGEST = "digest"
    NEVER = "never"


PERMISSIONS = {
    Topic.ALMOST_FULL: Permission.SEE_LISTS,
    Topic.MINIMUM: Permission.SEE_LISTS,
    Topic.APPLICATION: Permission.MANAGE_SIGNUPS,
    Topic.QUESTION: Permission.ANSWER_QUESTIONS,
}
"""What one must be allowed to do to be told."""

DEFAULTS = {
    Topic.ALMOST_FULL: How.DIGEST,
    Topic.MINIMUM: How.AT_ONCE,
    Topic.APPLICATION: How.DIGEST,
    Topic.QUESTION: How.AT_ONCE,
}
"""What holds for somebody who has not chosen."""


class StaffNotice(Notice):
    """The base of what the team is told; ``topic`` is what one may switch off."""

    topic: ClassVar[Topic]


@notice("almost_full", Priority.CHANGE, About.STAFF)
class AlmostFull(StaffNotice):
    """Only ``free`` seats are left; 0 when the last one went."""

    topic = Topic.ALMOST_FULL
    event: int
    free: int


@notice("minimum_not_met", Priority.CHANGE, About.STAFF)
class MinimumNotMet(StaffNotice):
    """The event comes near and ``missing`` people are missing to its minimum."""

    topic = Topic.MINIMUM
    event: int
    missing: int


@notice("targets_missed", Priority.CHANGE, About.STAFF)
class TargetsMissed(StaffNotice):
    """A project ends on ``ends`` (ISO 8601 day) and ``short`` of its indicators are not reached."""

    topic = Topic.MINIMUM
    project: str
    titles: dict[str, str]
    ends: str
    short: int


@notice("new_application", Priority.CHANGE, About.STAFF)
class NewApplication(StaffNotice):
    """Somebody applied and waits for a decision."""

    topic = Topic.APPLICATION
    event: int
    signup: int


@notice("decisions_due", Priority.CHANGE, About.STAFF)
class DecisionsDue(StaffNotice):
    """Applicants expect their answer soon, and some applications have not been decided."""

    topic = Topic.APPLICATION
    event: int


@notice("question_waiting", Priority.CHANGE, About.STAFF)
class QuestionWaiting(StaffNotice):
    """Nobody has answered the question of the inbox for a day."""

    topic = Topic.QUESTION
    question: int
    project: str


@notice("staff_digest", Priority.REMINDER, About.STAFF)
class StaffDigest(Notice):
    """What gathered since yesterday: each item holds ``key``, ``event``, ``kind`` and ``facts``."""

    items: list[dict[str, object]]
