"""Questions the bot could not answer, until a person does."""

import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.notices import About, Notice, Priority, notice

PER_DAY = 5
"""Questions one person may pass on within 24 hours."""
CLAIMED_FOR = timedelta(hours=2)
"""How long a question stays with whoever took it."""
WAITS = timedelta(days=1)
"""After this long without an answer the team is told."""
LONGEST_QUESTION = 1000
LONGEST_ANSWER = 2000
"""Characters, so that both fit into one message together."""


class InboxState(StrEnum):
    """Where a question stands."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"
    SPAM = "spam"


@dataclass(frozen=True, slots=True)
class InboxQuestion:
    """A question of the inbox; ``person`` is None once the asker was erased, ``project`` empty for none."""

    id: int
    person: int | None
    project: str
    text: str
    language: str
    state: InboxState
    claimed_by: int | None
    claimed_at: datetime | None
    answer: str | None
    created_at: datetime
    faq: int | None

    def holder(self, now: datetime) -> int | None:
        """Who has taken it, unless that was too long ago."""
        if self.claimed_at is None or now - self.claimed_at >= CLAIMED_FOR:
            return None
        return self.claimed_by


def sign_of(question: str) -> int:
    """A checksum, so that a button passes on the question it stands under and no later one."""
    return zlib.crc32(question.encode())


def passable_sign(question: str) -> int | None:
    """Its checksum when it may be passed on: it holds words, and not too many."""
    has_words = sum(letter.isalpha() for letter in question) >= 3
    return sign_of(question) if has_words and len(question) <= LONGEST_QUESTION else None


@notice("question_answered", Priority.CHANGE, About.PERSON)
class QuestionAnswered(Notice):
    """Somebody of the team answered the reader's question."""

    question: int
    text: str
    answer: str


@notice("question_closed", Priority.CHANGE, About.PERSON)
class QuestionClosed(Notice):
    """Nobody will answer the reader's question."""

    question: int
    text: str
