"""Tables as people send them: spreadsheets, CSV of Polish programs, and what is no table."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from bot.documents.tables import NoTable, cells
from bot.services.typed_people import from_table


def book(*rows: tuple[object, ...]) -> bytes:
    """A spreadsheet with these rows."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def test_a_number_typed_as_a_number_stays_one() -> None:
    rows = cells(book(("Łoś", 600100200.0, None), ("Żak", 5, "")))
    assert [row[:3] for row in rows] == [["Łoś", "600100200", ""], ["Żak", "5", ""]]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1250"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_in_the_encodings_and_with_the_separators_of_polish_programs(encoding: str, separator: str) -> None:
    content = f"imię{separator}telefon\nŻaneta Łoś{separator}600 100 200\n".encode(encoding)
    assert cells(content) == [["imię", "telefon"], ["Żaneta Łoś", "600 100 200"]]


@pytest.mark.parametrize("content", [b"PK\x03\x04 no book", b"\x89PNG\0\0\0"])
def test_what_is_no_table_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(NoTable):
        cells(content)


def test_columns_are_known_by_their_heads() -> None:
    rows = [["Nazwisko", "Imię", "Nr telefonu", "Adres e-mail", "Inne"], ["Żak", "Ewa", "600100200", "e@e.pl", "x"]]
    assert from_table(rows) == "Ewa Żak; tel: 600100200; e-mail: e@e.pl"


def test_without_heads_each_row_is_read_as_it_stands() -> None:
    assert from_table([["Ewa Żak", "", "600 100 200"], ["", ""]]) == "Ewa Żak; 600 100 200"
