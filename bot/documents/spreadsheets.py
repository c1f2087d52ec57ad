"""Spreadsheets: XLSX with typed columns, and CSV. What people typed never becomes a formula in either."""

import csv
import re
import tempfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from math import isfinite

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.documents.parts import Cell, Column, Heading, Kind, Table, freshness, words
from bot.documents.typefaces import INK, LINE, QUIET, TINT
from bot.texts import Translator

NARROWEST, WIDEST = 8, 46
"""Columns, in letters; longer texts wrap."""

FORMATS: dict[Kind, dict[str, object]] = {
    Kind.TEXT: {"text_wrap": True},
    Kind.NUMBER: {"align": "right"},
    Kind.DATE: {"num_format": "dd.mm.yyyy", "align": "left"},
    Kind.MOMENT: {"num_format": "dd.mm.yyyy hh:mm", "align": "left"},
    Kind.YES_NO: {"align": "left"},
    Kind.PHONE: {"num_format": "@"},
}
EXACT = 10**15
"""A spreadsheet keeps 15 digits; a longer number is written as text."""
LONGEST = 32_767
"""Letters a cell may hold (Excel's limit); the rest of a longer text is cut off."""
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_PHONE = re.compile(r"\+?[\d ]+")
FIRST_YEAR = 1900
"""A spreadsheet knows no earlier day."""


def workbook(heading: Heading, tables: Sequence[Table], *, t: Translator) -> bytes:
    """An XLSX file with a sheet for each table: heading, frozen and filtered column titles, rows.

    Rows go through a file in a private folder, not through memory, so their number does not matter.
    """
    out = BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        book = Workbook(out, {"constant_memory": True, "tmpdir": folder, "strings_to_urls": False})
        book.set_properties({"title": words(heading.title), "author": words(heading.organisation), "company": ""})
        taken: set[str] = set()
        for table in tables:
            _Sheet(book, sheet_name(table.name, taken), t).fill(heading, table)
        book.close()
    return out.getvalue()


def comma_separated(table: Table, *, t: Translator) -> bytes:
    """A CSV file as Polish spreadsheets read it: UTF-8 with BOM, ``;``, CRLF, dates as ``2026-12-08``.

    A text that a spreadsheet might take for a formula gets a ``'`` in front (OWASP, "CSV injection"): one letter to
    take away, and nothing else is changed. Numbers and dates are written as they are, and so is a phone in a column
    of phones, where ``+48 600 100 200`` holds nothing to run.
    """
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(harmless(words(column.title)) for column in table.columns)
    for row in table.rows:
        cells = zip(_full(row, table.columns), table.columns, strict=True)
        writer.writerow(_csv_cell(cell, column.kind, t) for cell, column in cells)
    return out.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """``text`` with a ``'`` in front when it begins like a formula, in whatever width of letters."""
    return f"'{text}" if _FORMULA.match(text) else text


def sheet_name(name: str, taken: set[str]) -> str:
    """``name`` as Excel allows one: 31 letters, none of ``[]:*?/\\``, none twice. It is added to ``taken``."""
    base = _FORBIDDEN_IN_NAMES.sub(" ", words(name)).strip().strip("'") or "1"
    found, number = base[:31].rstrip(), 1
    while found.casefold() in taken or found.casefold() == "history":
        number += 1
        found = f"{base[:27].rstrip()} ({number})"
    taken.add(found.casefold())
    return found


def _full(row: Sequence[Cell], columns: tuple[Column, ...]) -> list[Cell]:
    """A cell for every column."""
    return [*row[: len(columns)], *[None] * (len(columns) - len(row))]


def _yes_no(*, answer: bool, t: Translator) -> str:
    return words(t("yes") if answer else t("no"))


def _csv_cell(cell: Cell, kind: Kind, t: Translator) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return _yes_no(answer=cell, t=t)
        case int() | float():
            return str(cell).replace(".", ",")
        case datetime():
            return t.local(cell).strftime("%Y-%m-%d %H:%M")
        case date():
            return cell.isoformat()
        case _:
            is_phone = kind is Kind.PHONE and _PHONE.fullmatch(cell) is not None
            return cell if is_phone else harmless(words(cell))


class _Sheet:
    """One sheet, written from the top downwards."""

    def __init__(self, book: Workbook, name: str, t: Translator) -> None:
        look: dict[str, object] = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top"}
        self._t = t
        self._sheet: Worksheet = book.add_worksheet(name)
        self._formats: dict[Kind, Format] = {kind: book.add_format(look | own) for kind, own in FORMATS.items()}
        self._title: Format = book.add_format(look | {"bold": True, "font_size": 14})
        self._fact: Format = book.add_format(look | {"font_color": QUIET})
        self._head: Format = book.add_format(
            look | {"bold": True, "bg_color": TINT, "bottom": 1, "border_color": LINE, "text_wrap": True}
        )
        self._widths: list[int] = []

    def fill(self, heading: Heading, table: Table) -> None:
        """Heading, column titles, rows; then what depends on how much there was."""
        top = self._heading(heading)
        for place, column in enumerate(table.columns):
            self._sheet.write_string(top, place, words(column.title), self._head)
        self._widths = [max(NARROWEST, len(words(column.title)) + 4) for column in table.columns]
        bottom = top
        for bottom, row in enumerate(table.rows, start=top + 1):
            for place, (cell, column) in enumerate(zip(_full(row, table.columns), table.columns, strict=True)):
                self._widths[place] = max(self._widths[place], self._write(bottom, place, cell, column.kind))
        self._arrange(top, bottom, table.columns)

    def _heading(self, heading: Heading) -> int:
        """Write the facts, at most four lines, since they stay on a phone's screen; returns the next row."""
        lines = [
            " · ".join(words(part) for part in (heading.when, heading.place) if part),
            " · ".join(words(part) for part in (heading.project, freshness(heading, self._t)) if part),
            words(heading.attribution),
        ]
        self._sheet.set_row(0, 21)
        self._sheet.write_string(0, 0, words(heading.title), self._title)
        facts = [line for line in lines if line]
        for row, line in enumerate(facts, start=1):
            self._sheet.write_string(row, 0, line, self._fact)
        return len(facts) + 1

    def _write(self, row: int, place: int, cell: Cell, kind: Kind) -> int:
        """Write one cell by what it is; returns the letters it takes."""
        sheet, look = self._sheet, self._formats[kind]
        match cell:
            case None | "":
                sheet.write_blank(row, place, None, look)
                return 0
            case bool():
                return self._text(row, place, _yes_no(answer=cell, t=self._t), look)
            case int() | float() if isfinite(cell) and abs(cell) < EXACT:
                sheet.write_number(row, place, cell, look)
                return len(f"{cell:.2f}") if isinstance(cell, float) else len(str(cell))
            case datetime() if cell.year >= FIRST_YEAR:
                naive = self._t.local(cell).replace(tzinfo=None)
                sheet.write_datetime(row, place, naive, self._formats[Kind.MOMENT])
                return 16
            case date() if cell.year >= FIRST_YEAR:
                sheet.write_datetime(row, place, cell, self._formats[Kind.DATE])
                return 10
            case _:
                return self._text(row, place, words(str(cell)), look)

    def _text(self, row: int, place: int, text: str, look: Format) -> int:
        lines = text[:LONGEST].splitlines()
        self._sheet.write_string(row, place, "\n".join(lines), look)
        return max(map(len, lines), default=0)

    def _arrange(self, top: int, bottom: int, columns: tuple[Column, ...]) -> None:
        """Widths, the frozen and filtered head, and how it comes out of a printer."""
        sheet = self._sheet
        for place, (column, letters) in enumerate(zip(columns, self._widths, strict=True)):
            sheet.set_column(place, place, min(letters + 1, WIDEST), self._formats[column.kind])
        sheet.freeze_panes(top + 1, 0)
        if columns:
            sheet.autofilter(top, 0, bottom, len(columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{bottom + 1}"})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(top)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&8&A&R&8&P / &N")
