"""Attendance sheets: a printed list to sign, without phone numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from math import ceil

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, LongTable, PageBreak, Spacer, Table

from bot.documents.pages import MARGIN, bare, said, style, typeset
from bot.documents.parts import Heading, words
from bot.documents.typefaces import INK, LEADING, LINE, QUIET, REGULAR, TINT, flowing, in_points, wrapped
from bot.texts import Translator


class Detail(StrEnum):
    """What may stand beside a name."""

    ORGANISATION = "organisation"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Attendee:
    """A line to sign."""

    name: str
    organisation: str = ""
    email: str = ""


MOST_SESSIONS = 6
"""Columns to sign on one page; more sessions continue on further pages."""

_ROW = 10 * mm
_CLOSING = 22 * mm
"""The height of what stands under the rows."""
_FEWEST_BLANKS = 2
_AIR = 2 * mm
_MOST_LINES = 8
_NAME_SIZE, _DETAIL_SIZE = 10.0, 8.5
_NUMBER = 11 * mm
_NAME, _DETAIL, _SIGNATURE, _ONE_OF_MANY = 1.25, 1.0, 1.4, 0.62
"""How the width is shared between the columns."""
_TIGHT = 43 * mm
"""With less than this for each share the page is turned."""


def attendance_sheet(
    heading: Heading,
    people: Sequence[Attendee],
    *,
    t: Translator,
    details: tuple[Detail, ...] = (),
    sessions: tuple[str, ...] = (),
    blanks: int = 6,
) -> bytes:
    """An A4 list to sign: numbered rows in the order given, then up to ``blanks`` empty ones for those who just come.

    ``sessions`` are the dates of a series, a column to sign for each.
    """
    parts = _parts(sessions or ("",))
    widest = len(parts[0])

    def body(width: float) -> list[Flowable]:
        flow: list[Flowable] = []
        for place, part in enumerate(parts, start=1):
            sheet = _Sheet(part, details, width, t)
            closing = _closing(len(people), width, t) if place == len(parts) else [Spacer(0, 0)]
            flow += [PageBreak()] if flow else []
            flow.append(sheet.table(_rows(people, details, sheet.widths), has_titles=True))
            flow.append(_Ending(sheet, len(people), blanks, closing))
        return flow

    is_tight = _share(A4[0] - 2 * MARGIN, details, widest) < _TIGHT
    return typeset(heading, words(t("Attendance sheet")), body, t=t, size=landscape(A4) if is_tight else A4)


def _parts(sessions: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The sessions in as few and as equal parts as fit a page."""
    each = ceil(len(sessions) / ceil(len(sessions) / MOST_SESSIONS))
    return [sessions[start : start + each] for start in range(0, len(sessions), each)]


def _share(width: float, details: tuple[Detail, ...], sessions: int) -> float:
    signatures = _SIGNATURE if sessions == 1 else sessions * _ONE_OF_MANY
    return (width - float(_NUMBER)) / (_NAME + len(details) * _DETAIL + signatures)


class _Sheet:
    """The columns of one part of a list, and tables of them."""

    def __init__(self, sessions: tuple[str, ...], details: tuple[Detail, ...], width: float, t: Translator) -> None:
        share = _share(width, details, len(sessions))
        sign = _SIGNATURE if len(sessions) == 1 else _ONE_OF_MANY
        self.widths = [_NUMBER, _NAME * share, *[_DETAIL * share] * len(details), *[sign * share] * len(sessions)]
        self._titles = partial(_titles, sessions, details, self.widths, t)

    def table(self, rows: Iterable[list[str]], *, has_titles: bool) -> Flowable:
        """Rows to sign, the columns' titles above them on each page or not at all."""
        lines, first = list(rows), int(has_titles)
        table = LongTable(
            [*([self._titles()] if has_titles else []), *lines],
            colWidths=self.widths,
            minRowHeights=[*[0] * first, *[_ROW] * len(lines)],
            repeatRows=first,
        )
        head = [("BACKGROUND", (0, 0), (-1, 0), HexColor(TINT)), ("LINEABOVE", (0, 0), (-1, 0), 0.9, HexColor(INK))]
        table.setStyle(
            [
                ("FONT", (0, first), (-1, -1), REGULAR, _DETAIL_SIZE, _DETAIL_SIZE * LEADING),
                ("FONT", (1, first), (1, -1), REGULAR, _NAME_SIZE, _NAME_SIZE * LEADING),
                ("TEXTCOLOR", (0, first), (-1, -1), HexColor(INK)),
                ("TEXTCOLOR", (0, first), (0, -1), HexColor(QUIET)),
                ("ALIGN", (0, 0), (0, -1), "RIGHT"),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                *(head if has_titles else []),
                ("LINEBELOW", (0, 0), (-1, -1), 0.6, HexColor(LINE)),
                ("LINEAFTER", (0, 0), (-2, -1), 0.6, HexColor(LINE)),
                ("LEFTPADDING", (0, 0), (-1, -1), _AIR),
                ("RIGHTPADDING", (0, 0), (-1, -1), _AIR),
            ]
        )
        return table


class _Ending(Flowable):  # type: ignore[misc]
    """The empty rows under a list, and what closes it.

    There are fewer rows where that keeps all on the page; a closing that goes over takes rows and titles along.
    """

    def __init__(self, sheet: _Sheet, people: int, blanks: int, closing: list[Flowable]) -> None:
        super().__init__()
        self._sheet, self._people, self._blanks, self._closing = sheet, people, blanks, closing

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - the library asks with it
        """Never a fit, so that ``split`` is asked, as the library's ``KeepTogether`` does."""
        return width, 0xFFFFFF

    def split(self, width: float, height: float) -> list[Flowable]:  # noqa: ARG002 - the same
        """What goes on this page, and what on the next one."""
        least = min(_FEWEST_BLANKS, self._blanks)
        room = int((height - _CLOSING) // _ROW)
        if room >= least:
            return [*self._rows(0, min(room, self._blanks)), *self._closing]
        here = min(int(height // _ROW), self._blanks - least)
        return [*self._rows(0, here), PageBreak(), *self._rows(here, self._blanks, on_new_page=True), *self._closing]

    def _rows(self, start: int, end: int, *, on_new_page: bool = False) -> list[Flowable]:
        if start >= end:
            return []
        is_at_top = on_new_page or bool(getattr(getattr(self, "_frame", None), "_atTop", False))
        rows = _blank_rows(self._people + start, end - start, self._sheet.widths)
        return [self._sheet.table(rows, has_titles=is_at_top)]


def _titles(
    sessions: tuple[str, ...], details: tuple[Detail, ...], widths: Sequence[float], t: Translator
) -> list[Flowable]:
    named = {Detail.ORGANISATION: t("Organisation"), Detail.EMAIL: t("E-mail")}
    signature = words(t("Signature"))
    signed = [f"{signature}\n{words(session)}" if session else signature for session in sessions]
    titles = [words(t("No.")), words(t("Name and surname")), *(words(named[one]) for one in details), *signed]
    look = style(8.5, bold=True)
    return [said(title, look, width - 2 * _AIR) for title, width in zip(titles, widths, strict=True)]


def _rows(people: Sequence[Attendee], details: tuple[Detail, ...], widths: Sequence[float]) -> Iterator[list[str]]:
    """Numbered people; texts wider than their column are broken into lines."""
    measure = in_points(REGULAR)
    for number, person in enumerate(people, start=1):
        said_of = {Detail.ORGANISATION: person.organisation, Detail.EMAIL: person.email}
        texts = [(person.name, _NAME_SIZE), *((said_of[one], _DETAIL_SIZE) for one in details)]
        cells = [
            _shortened(wrapped(flowing(text), width - 2 * _AIR, size, measure))
            for (text, size), width in zip(texts, widths[1:], strict=False)
        ]
        yield [f"{number}.", *cells, *[""] * (len(widths) - 1 - len(cells))]


def _shortened(lines: list[str]) -> str:
    """The lines of a cell; a row has to fit a page, and nobody's name is that long."""
    return "\n".join(lines[:_MOST_LINES]) + ("…" if lines[_MOST_LINES:] else "")


def _blank_rows(people: int, blanks: int, widths: Sequence[float]) -> Iterator[list[str]]:
    for number in range(people + 1, people + blanks + 1):
        yield [f"{number}.", *[""] * (len(widths) - 1)]


def _closing(people: int, width: float, t: Translator) -> list[Flowable]:
    """How many were listed, and who answers for the list."""
    count = said(t.n("{n} person on the list", "{n} people on the list", people), style(9, colour=QUIET), width)
    signed = said(t("Signature of the person in charge"), style(8, colour=QUIET, align=TA_CENTER), 70 * mm)
    line = Table(
        [["", "", ""], [count, "", signed]],
        colWidths=[width - 92 * mm, 22 * mm, 70 * mm],
        rowHeights=[9 * mm, 6 * mm],
    )
    line.setStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LINEABOVE", (2, 1), (2, 1), 0.6, HexColor(INK)), *bare()])
    return [Spacer(0, _CLOSING - 15 * mm), KeepTogether([line])]
