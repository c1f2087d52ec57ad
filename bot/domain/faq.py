"""Frequent questions the team adds in the chat, beside those of the content."""

import calendar
from dataclasses import dataclass
from datetime import date

LONGEST_QUESTION = 300
LONGEST_ANSWER = 1000
"""Characters, as for the frequent questions of the content."""
REVIEWS = (3, 6, 12)
"""Months after which somebody looks whether the answer still holds."""


@dataclass(frozen=True, slots=True)
class FaqEntry:
    """A question with its answer, in one language; ``project`` is empty for one about everything."""

    id: int
    project: str
    question: str
    answer: str
    language: str
    review_on: date | None
    is_removed: bool = False

    def is_due(self, today: date) -> bool:
        """Whether somebody should look whether the answer still holds."""
        return self.review_on is not None and self.review_on <= today


def review_after(today: date, months: int) -> date:
    """The same day so many months later, the last one of a shorter month."""
    years, month = divmod(today.month - 1 + months, 12)
    year, month = today.year + years, month + 1
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
