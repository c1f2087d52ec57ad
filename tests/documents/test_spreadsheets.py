"""Spreadsheets, opened and read back: types, heading, filter, and no formulas."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.documents.parts import Cell, Column, Heading, Kind, Table
from bot.documents.spreadsheets import comma_separated, harmless, sheet_name, workbook
from bot.texts import Translator

COLUMNS = (
    Column("Imię i nazwisko"),
    Column("Osoby towarzyszące", Kind.NUMBER),
    Column("Data urodzenia", Kind.DATE),
    Column("Zapis", Kind.MOMENT),
    Column("Zgoda na zdjęcia", Kind.YES_NO),
    Column("Telefon", Kind.PHONE),
)
SIGNED_UP = datetime(2026, 11, 23, 11, 5, tzinfo=UTC)
ROW: tuple[Cell, ...] = ("Żaneta Świątek-Łoś", 2, date(1961, 2, 28), SIGNED_UP, True, "+48600100200")
FORMULAS = (
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@x",
    "\t=1+1",
    "\r=1+1",
    '=HYPERLINK("https://example.org","Kliknij")',
    " =1+1",
    "＝1+1",
)


def table(*rows: tuple[Cell, ...], name: str = "Lista") -> Table:
    return Table(name, COLUMNS, rows)


def sheets(content: bytes) -> dict[str, Worksheet]:
    """The sheets by name, as openpyxl reads them."""
    book = load_workbook(BytesIO(content))
    return {sheet.title: sheet for sheet in book.worksheets}


def only(content: bytes) -> Worksheet:
    (sheet,) = sheets(content).values()
    return sheet


def lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_every_cell_has_the_type_of_what_it_holds(forum: Heading, t: Translator) -> None:
    sheet = only(workbook(forum, [table(ROW)], t=t))
    cells = list(sheet[sheet.max_row])
    assert [cell.value for cell in cells] == [
        "Żaneta Świątek-Łoś",
        2,
        datetime(1961, 2, 28),  # noqa: DTZ001
        datetime(2026, 11, 23, 12, 5),  # noqa: DTZ001
        "tak",
        "+48600100200",
    ]
    assert [cell.data_type for cell in cells] == ["s", "n", "d", "d", "s", "s"]
    assert [cell.number_format for cell in cells[2:4]] == ["dd.mm.yyyy", "dd.mm.yyyy hh:mm"]
    assert cells[5].number_format == "@"


def test_the_heading_says_what_it_is_about_and_who_pays(forum: Heading, t: Translator) -> None:
    sheet = only(workbook(forum, [table(ROW)], t=t))
    above = [sheet.cell(row, 1).value for row in range(1, 5)]
    assert above == [
        forum.title,
        f"{forum.when} · {forum.place}",
        f"{forum.project} · stan na 23 listopada 2026, 12:00",
        forum.attribution,
    ]


def test_column_titles_stay_in_sight_and_filter_all_rows(forum: Heading, t: Translator) -> None:
    sheet = only(workbook(forum, [table(ROW, ROW, ROW)], t=t))
    assert [cell.value for cell in sheet[5]] == [column.title for column in COLUMNS]
    assert sheet.freeze_panes == "A6"
    assert sheet.auto_filter.ref == "A5:F8"
    assert sheet.print_title_rows == "$5:$5"


def test_an_empty_list_is_a_list_with_titles(t: Translator) -> None:
    sheet = only(workbook(Heading("Spacer"), [table()], t=t))
    assert [cell.value for cell in sheet[2]] == [column.title for column in COLUMNS]
    assert sheet.auto_filter.ref == "A2:F2"


@pytest.mark.parametrize("typed", FORMULAS)
def test_what_looks_like_a_formula_is_a_text(forum: Heading, t: Translator, typed: str) -> None:
    text = Table(
        "Odpowiedzi", (Column(typed), Column("Liczba", Kind.NUMBER), Column("Telefon", Kind.PHONE)), [[typed] * 3]
    )
    sheet = only(workbook(Heading(typed, project=typed, attribution=typed), [text], t=t))
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}
    assert [cell.value for cell in sheet[5]] == [typed.replace("\r", "\n")] * 3
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)


def test_columns_fit_what_stands_in_them_up_to_a_bound(t: Translator) -> None:
    columns = (Column("Nr", Kind.NUMBER), Column("Nazwisko"), Column("Uwagi"))
    rows = [(1, "Brzęczyszczykiewicz-Wiśniewska", "Bardzo długa uwaga. " * 30)]
    sheet = only(workbook(Heading("Spacer"), [Table("Lista", columns, rows)], t=t))
    narrow, fitting, wide = (sheet.column_dimensions[letter].width for letter in "ABC")
    assert narrow < 12
    assert 30 < fitting < 33 < wide < 50
    assert sheet["C3"].alignment.wrap_text


def test_each_table_has_its_own_sheet(forum: Heading, t: Translator) -> None:
    tables = [table(ROW, name="Lista"), table(name="Odpowiedzi"), table(ROW, name="Lista rezerwowa")]
    assert list(sheets(workbook(forum, tables, t=t))) == ["Lista", "Odpowiedzi", "Lista rezerwowa"]


def test_names_of_sheets_are_what_excel_allows() -> None:
    taken: set[str] = set()
    names = [sheet_name(name, taken) for name in ("Forum [1/2]: pytania?", "Ć" * 40, "ć" * 40, "", "'x'", "History")]
    assert names == ["Forum  1 2   pytania", "Ć" * 31, f"{'ć' * 27} (2)", "1", "x", "History (2)"]


def test_short_rows_and_odd_values_do_not_break_the_file(t: Translator) -> None:
    odd: list[tuple[Cell, ...]] = [("Ania",), ("Ola", float("nan"), date(202, 12, 8)), ("Jan", 10**20), (None, 2.5)]
    sheet = only(workbook(Heading("Spacer"), [table(*odd)], t=t))
    values = [[cell.value for cell in row[:3]] for row in sheet.iter_rows(min_row=3)]
    assert values == [
        ["Ania", None, None],
        ["Ola", "nan", "0202-12-08"],
        ["Jan", "100000000000000000000", None],
        [None, 2.5, None],
    ]


def test_words_are_in_the_readers_language(forum: Heading, each: Translator) -> None:
    sheet = only(workbook(forum, [table(ROW)], t=each))
    answer = sheet.cell(sheet.max_row, 5).value
    assert answer == {"pl": "tak", "en": "yes", "uk": "так"}[each.language]


def test_rows_may_come_one_by_one(forum: Heading, t: Translator) -> None:
    def rows() -> Iterator[tuple[Cell, ...]]:
        yield from (("Ґалина Їжакевич", number) for number in range(300))

    sheet = only(workbook(forum, [Table("Список", COLUMNS, rows())], t=t))
    assert (sheet.max_row, sheet.cell(305, 1).value, sheet.cell(305, 2).value) == (305, "Ґалина Їжакевич", 299)


def test_csv_opens_in_a_polish_spreadsheet(t: Translator) -> None:
    content = comma_separated(table(ROW, ("Zofia; „Zosia”", 1.5)), t=t)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 3
    titles, first, second = lines(content)
    assert titles == [column.title for column in COLUMNS]
    assert first == ["Żaneta Świątek-Łoś", "2", "1961-02-28", "2026-11-23 12:05", "tak", "+48600100200"]
    assert second == ["Zofia; „Zosia”", "1,5", "", "", "", ""]


@pytest.mark.parametrize("typed", FORMULAS)
def test_csv_holds_no_formulas_and_loses_no_letter(t: Translator, typed: str) -> None:
    ((title,), (cell,)) = lines(comma_separated(Table("Lista", (Column(typed),), [[typed]]), t=t))
    assert title == cell == f"'{typed}"


def test_csv_does_not_trust_a_column_of_phones(t: Translator) -> None:
    content = comma_separated(
        Table("Lista", (Column("Telefon", Kind.PHONE),), [["+48 600 100 200"], ["+1+cmd|x"]]), t=t
    )
    assert lines(content)[1:] == [["+48 600 100 200"], ["'+1+cmd|x"]]


def test_plain_words_stay_as_they_are() -> None:
    assert harmless("Anna = Ania, 5 - 3 @ dom") == "Anna = Ania, 5 - 3 @ dom"
