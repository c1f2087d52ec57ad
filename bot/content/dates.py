"""Dates to the precision that is known: a day, a month or a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or month and day, may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def parse_date(value: object) -> PartialDate:
    """A TOML date, or a text such as ``2021``, ``2021-11`` or ``2021-11-05``. Raises ValueError."""
    text = value.isoformat() if type(value) is date else str(value)
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text)
    if match is None:
        raise ValueError(f"is not a date: {text}; write 2021, 2021-11 or 2021-11-05")
    parts = [int(part) for part in match.groups() if part]
    found = PartialDate(*parts)
    try:
        found.first  # noqa: B018 - an impossible month or day raises
    except ValueError:
        raise ValueError(f"is not a date of the calendar: {text}") from None
    return found
