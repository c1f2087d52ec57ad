"""Tables somebody sends: the cells of a spreadsheet or a CSV file as text."""

import csv
from io import BytesIO, StringIO
from zipfile import BadZipFile

MOST_ROWS = 500
MOST_COLUMNS = 30
ENCODINGS = ("utf-8-sig", "cp1250")
"""How Polish spreadsheets write CSV files; the second one reads anything."""


class NoTable(ValueError):
    """The file is none that can be read."""


def cells(content: bytes) -> list[list[str]]:
    """The rows of the first sheet, at most 500 of them. Raises NoTable."""
    return _spreadsheet(content) if content.startswith(b"PK") else _separated(content)


def _spreadsheet(content: bytes) -> list[list[str]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy, and seldom needed
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 - the same

    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
        return [[_text(cell) for cell in row] for row in rows]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError) as error:
        raise NoTable from error


def _text(cell: object) -> str:
    """A number typed as a number is one: ``600100200.0`` is a telephone."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _separated(content: bytes) -> list[list[str]]:
    text = _decoded(content)
    first = text.partition("\n")[0]
    separator = max(";\t,", key=first.count)
    if "\0" in text:
        raise NoTable
    try:
        return [row[:MOST_COLUMNS] for row in csv.reader(StringIO(text), delimiter=separator)][:MOST_ROWS]
    except csv.Error as error:
        raise NoTable from error


def _decoded(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NoTable
