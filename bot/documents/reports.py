"""Printed reports: headings, facts, texts, tables and pictures, one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from babel.numbers import format_decimal
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import CondPageBreak, Flowable, Image, LongTable, Spacer
from reportlab.platypus import Table as Grid

from bot.documents.pages import bare, said, style, typeset
from bot.documents.parts import Cell, Column, Heading, Kind, Table, words
from bot.documents.typefaces import ACCENT, BOLD, INK, LINE, QUIET, REGULAR, TINT, in_points, plain, wrapped
from bot.texts import Translator

Fact = tuple[str, str]
"""A label and what is to be said about it."""

_SIZE = 8.5
_MOST_TITLE_LINES = 8
_AIR = 4 * mm
_NARROWEST, _LABEL = 12 * mm, 42 * mm


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report; what is empty is left out. ``text`` is quoted, ``picture`` is a PNG or a JPEG."""

    title: str = ""
    facts: tuple[Fact, ...] = ()
    text: str = ""
    picture: bytes = b""
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Announcement:
    """What was sent to whom, and how many it reached.

    ``attached`` is what went with it; ``state`` what became of it after, for instance that it was recalled.
    """

    text: str
    sent_at: datetime
    audience: str
    delivered: int
    blocked: int = 0
    failed: int = 0
    unknown: int = 0
    author: str = ""
    opened: int = 0
    attached: str = ""
    state: str = ""


def report(heading: Heading, kind: str, sections: Sequence[Section], *, t: Translator) -> bytes:
    """An A4 document of ``kind`` ("Wskaźniki"): the letterhead, then the sections."""

    def body(width: float) -> list[Flowable]:
        return [part for section in sections for part in _section(section, width, t)]

    return typeset(heading, kind, body, t=t)


def announcement_report(heading: Heading, announcements: Sequence[Announcement], *, t: Translator) -> bytes:
    """What was announced, when, to whom and how many it reached: evidence of promotion for the funder."""
    sections = [Section(table=_overview(announcements, t))] if len(announcements) > 1 else []
    sections += [_announced(one, t) for one in announcements]
    return report(heading, words(t("Evidence of announcements")), sections, t=t)


def _announced(announcement: Announcement, t: Translator) -> Section:
    counted = [
        (t("Delivered"), announcement.delivered),
        (t("Blocked the bot"), announcement.blocked),
        (t("Not delivered"), announcement.failed),
        (t("Not known"), announcement.unknown),
        (t("Pressed a button"), announcement.opened),
    ]
    day = t.day(announcement.sent_at, year=True)
    facts = [
        *((t("By"), announcement.author), (t("To"), announcement.audience)),
        *((t("With it"), announcement.attached), (t("Afterwards"), announcement.state)),
    ]
    return Section(
        title=f"{day[:1].upper()}{day[1:]}, {t.clock(announcement.sent_at)}",
        facts=(
            *((words(label), value) for label, value in facts if value),
            *((words(label), str(count)) for label, count in counted if count or label == counted[0][0]),
        ),
        text=announcement.text,
    )


def _overview(announcements: Sequence[Announcement], t: Translator) -> Table:
    columns = (Column(t("Sent"), Kind.MOMENT), Column(t("To")), Column(t("Delivered")))
    return Table("", columns, [(one.sent_at, one.audience, _reach(one, t)) for one in announcements])


def _reach(announcement: Announcement, t: Translator) -> str:
    everybody = announcement.delivered + announcement.blocked + announcement.failed + announcement.unknown
    return words(t("{delivered} of {all}", delivered=announcement.delivered, all=everybody))


def _section(section: Section, width: float, t: Translator) -> Iterator[Flowable]:
    yield CondPageBreak(28 * mm)
    if section.title:
        yield said(section.title, style(12, bold=True, colour=ACCENT, after=5), width)
    if section.facts:
        yield _facts(section.facts, width)
    if section.text:
        yield Spacer(0, 2 * mm)
        yield _quote(section.text, width)
    if section.picture:
        yield Spacer(0, 2 * mm)
        yield _picture(section.picture, width)
    if section.table:
        yield from _table(section.table, width, t)
    yield Spacer(0, 8 * mm)


def _facts(facts: tuple[Fact, ...], width: float) -> Flowable:
    quiet, look, room = style(9, colour=QUIET), style(10), width - _LABEL
    rows = [[said(label, quiet, _LABEL - _AIR), said(value, look, room)] for label, value in facts]
    grid = Grid(rows, colWidths=[_LABEL, room], splitInRow=1)
    grid.setStyle([*bare(), ("VALIGN", (0, 0), (-1, -1), "TOP"), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)])
    return grid


def _quote(text: str, width: float) -> Flowable:
    grid = Grid([[said(text, style(10), width - 2 * _AIR)]], colWidths=[width], splitInRow=1)
    grid.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, -1), HexColor(TINT)),
            ("LINEBEFORE", (0, 0), (0, -1), 2.5, HexColor(ACCENT)),
            *((side, (0, 0), (-1, -1), _AIR) for side in ("LEFTPADDING", "RIGHTPADDING")),
            *((side, (0, 0), (-1, -1), 3 * mm) for side in ("TOPPADDING", "BOTTOMPADDING")),
        ]
    )
    return grid


def _picture(picture: bytes, width: float) -> Flowable:
    wide, high = ImageReader(BytesIO(picture)).getSize()
    scale = min(width / wide, 200 * mm / high)
    return Image(BytesIO(picture), wide * scale, high * scale)


def _table(table: Table, width: float, t: Translator) -> Iterator[Flowable]:
    titles = [plain(column.title) for column in table.columns]
    rows = [[_shown(cell, t) for cell in row] for row in table.rows]
    sides = [TA_RIGHT if column.kind is Kind.NUMBER else TA_LEFT for column in table.columns]
    if table.name:
        yield said(table.name, style(10, bold=True, after=4), width)
    widths = _widths(titles, rows, width)
    grid = LongTable(
        [
            _line(_short(titles, widths), widths, sides, bold=True),
            *(_line(row, widths, sides, bold=False) for row in rows),
        ],
        colWidths=widths,
        repeatRows=1,
        splitInRow=1,
    )
    grid.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, 0), HexColor(TINT)),
            ("LINEABOVE", (0, 0), (-1, 0), 0.9, HexColor(INK)),
            ("LINEBELOW", (0, 0), (-1, -1), 0.6, HexColor(LINE)),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            *((side, (0, 0), (-1, -1), _AIR / 2) for side in ("LEFTPADDING", "RIGHTPADDING")),
        ]
    )
    yield grid


def _short(titles: list[str], widths: list[float]) -> list[str]:
    """Titles of some lines at most: they stand on every page, above what they are about."""
    measure = in_points(BOLD)
    lines = [wrapped(title, width - _AIR - 1, _SIZE, measure) for title, width in zip(titles, widths, strict=True)]
    return ["\n".join(found[:_MOST_TITLE_LINES]) + ("…" if found[_MOST_TITLE_LINES:] else "") for found in lines]


def _line(cells: list[str], widths: list[float], sides: list[int], *, bold: bool) -> list[Flowable]:
    return [
        said(cell, style(_SIZE, bold=bold, align=side), width - _AIR)
        for cell, width, side in zip(cells, widths, sides, strict=False)
    ]


def _widths(titles: list[str], rows: list[list[str]], width: float) -> list[float]:
    """Each column as wide as its longest line; the widest give way or take what is left."""
    regular, bold = in_points(REGULAR), in_points(BOLD)
    wanted: list[float] = []
    for place, title in enumerate(titles):
        lines = [line for row in rows if place < len(row) for line in row[place].split("\n")]
        longest = max((regular(line, _SIZE) for line in lines), default=0)
        wanted.append(max(_NARROWEST, longest + _AIR + 2, bold(title, _SIZE) + _AIR + 2))
    bound = width
    while sum(min(one, bound) for one in wanted) > width:
        bound *= 0.97
    given = [min(one, bound) for one in wanted]
    given[given.index(max(given))] += width - sum(given)
    return given


def _shown(cell: Cell, t: Translator) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return words(t("yes") if cell else t("no"))
        case int() | float():
            return format_decimal(cell, locale=t.language)
        case datetime():
            local = t.local(cell)
            return f"{local.day}.{local.month:02}.{local.year}, {t.clock(cell)}"
        case date():
            return f"{cell.day}.{cell.month:02}.{cell.year}"
        case _:
            return plain(cell)
