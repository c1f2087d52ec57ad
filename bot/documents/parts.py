"""What documents are made of: a heading, typed columns, rows of cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from html import unescape

from bot.texts import Html, Translator

Cell = str | int | float | bool | date | datetime | None
"""One value of a row; None is an empty cell, a moment is aware."""


class Kind(StrEnum):
    """What stands in a column. It decides the format and the width; a cell that does not fit stays a text."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    MOMENT = "moment"
    YES_NO = "yes_no"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Column:
    """A column and the words above it."""

    title: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under typed columns. ``rows`` is read once, so it may be a generator; a short row ends in empty cells."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a document is about, worded by the caller; an empty fact is left out.

    ``when`` and ``place`` are whole lines ("wtorek, 8 grudnia 2026, 17:00–19:00"), ``logo`` is a PNG or a JPEG,
    ``made_at`` says how fresh the data is.
    """

    title: str
    when: str = ""
    place: str = ""
    project: str = ""
    attribution: str = ""
    organisation: str = ""
    logo: bytes = b""
    made_at: datetime | None = None


def words(text: str) -> str:
    """``text`` as it is meant: what a translator gave is escaped for Telegram, a document is no HTML."""
    return unescape(text) if isinstance(text, Html) else text


def freshness(heading: Heading, t: Translator) -> str:
    """``stan na 23 listopada 2026, 12:00``; empty when it does not matter."""
    moment = heading.made_at
    return words(t("as of {day}, {clock}", day=t.date(moment, year=True), clock=t.clock(moment))) if moment else ""
