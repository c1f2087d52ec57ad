"""Dates to the precision that is known."""

from datetime import date

import pytest

from bot.content import PartialDate
from bot.content.dates import parse_date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021-11-05", date(2021, 11, 5), date(2021, 11, 5)),
    ],
)
def test_a_date_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    found = parse_date(text)
    assert (found.first, found.last) == (first, last)


def test_a_date_of_toml_is_a_date() -> None:
    assert parse_date(date(2022, 5, 10)) == PartialDate(2022, 5, 10)


@pytest.mark.parametrize("text", ["", "kiedyś", "10.05.2022", "2022-5", "2022-13", "2023-02-29"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        parse_date(text)
