"""Reports, read back page by page."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

from pypdf import PdfReader

from bot.documents.parts import Column, Heading, Kind, Table
from bot.documents.reports import Announcement, Section, announcement_report, report
from bot.texts import Translator

from .reading import pages

SENT = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
INVITATION = Announcement(
    text="Zapraszamy na Forum!\n\nWejście bez schodów. Cena <0 zł> & herbata.",
    sent_at=SENT,
    audience="gmina Kraków, obserwujący projekt",
    delivered=128,
    blocked=4,
    unknown=2,
    author="Łucja Ślązak",
)
INDICATORS = Table(
    "Wskaźniki",
    (
        Column("Wskaźnik"),
        Column("Jest", Kind.NUMBER),
        Column("Osiągnięto", Kind.YES_NO),
        Column("Dzień", Kind.DATE),
        Column("Zapis", Kind.MOMENT),
    ),
    [("różne osoby", 1234.5, True, date(2026, 12, 7), SENT), ("JST", 4, False, None)],
)


def test_an_announcement_tells_what_when_to_whom_and_how_many(forum: Heading, t: Translator) -> None:
    (page,) = pages(announcement_report(forum, [INVITATION], t=t))
    for words in (
        "Potwierdzenie ogłoszeń",
        "Wtorek, 24 listopada 2026, 9:30",
        "Od kogo Łucja Ślązak",
        "Do kogo gmina Kraków, obserwujący projekt",
        "Doszło 128",
        "Zablokowany bot 4",
        "Nie wiadomo 2",
        "Zapraszamy na Forum! Wejście bez schodów. Cena <0 zł> & herbata.",
        forum.attribution,
    ):
        assert words in page
    assert "Nie doszło" not in page


def test_several_announcements_begin_with_an_overview(forum: Heading, t: Translator) -> None:
    reached_nobody = replace(INVITATION, delivered=0, blocked=0, unknown=0, audience="nikt")
    (page,) = pages(announcement_report(forum, [INVITATION, reached_nobody], t=t))
    assert "24.11.2026, 9:30 gmina Kraków, obserwujący projekt 128 z 134" in page
    assert "nikt 0 z 0" in page
    assert "Doszło 0" in page


def test_the_longest_announcement_runs_over_pages(forum: Heading, t: Translator) -> None:
    long = replace(INVITATION, text="Zażółć gęślą jaźń. " * 214 + "Koniec")
    read = pages(announcement_report(forum, [long, long], t=t))
    assert " ".join(read).count("Zażółć gęślą jaźń.") == 2 * 214
    assert f"strona 2 z {len(read)}" in read[1]


def test_a_table_shows_numbers_dates_and_answers_as_people_write_them(forum: Heading, t: Translator) -> None:
    (page,) = pages(report(forum, "Wskaźniki", [Section("Cele", facts=(("Okres", "2026"),), table=INDICATORS)], t=t))
    assert "Cele Okres 2026 Wskaźniki Wskaźnik Jest Osiągnięto Dzień Zapis" in page
    assert "różne osoby 1 234,5 tak 7.12.2026 24.11.2026, 9:30 JST 4 nie" in page


def test_a_cell_longer_than_a_page_does_not_break_the_report(forum: Heading, t: Translator) -> None:
    table = Table("Uwagi", (Column("Uwaga"), Column("Kto")), [("Źdźbło trawy. " * 900, "Ania")])
    read = pages(report(forum, "Uwagi", [Section(table=table)], t=t))
    assert " ".join(read).count("trawy.") == 900


def test_a_word_without_an_end_takes_lines_and_not_minutes(forum: Heading, t: Translator) -> None:
    endless = "ż" * 4000
    table = Table("", (Column("Kto"),), [[endless]])
    sections = [Section(endless[:500], ((endless[:200], endless),), endless, table=table)]
    begun = time.perf_counter()
    read = pages(report(forum, "Odpowiedzi", sections, t=t))
    assert "".join(read).count("ż") > 12_700
    assert time.perf_counter() - begun < 20


def test_long_column_titles_leave_room_for_the_rows(forum: Heading, t: Translator) -> None:
    columns = tuple(Column("Czy interesuje Cię udział w kolejnych spotkaniach? " * 6) for _ in range(12))
    table = Table("", columns, [["Zażółć gęślą jaźń. " * 60] * 12])
    read = pages(report(forum, "Odpowiedzi", [Section(table=table)], t=t))
    assert "".join("".join(page.split()) for page in read).count("jaźń") >= 12 * 50


def test_many_columns_share_the_width(forum: Heading, t: Translator) -> None:
    columns = tuple(Column(f"Kolumna {number}") for number in range(9))
    table = Table("Szeroka", columns, [["Bardzo długa odpowiedź na pytanie"] * 9] * 60)
    read = pages(report(forum, "Odpowiedzi", [Section(table=table)], t=t))
    assert all("Kolumna" in page for page in read)


def test_a_picture_keeps_its_place_between_the_words(forum: Heading, t: Translator, logo: bytes) -> None:
    content = report(forum, "Statystyki", [Section("Zapisy", picture=logo)], t=t)
    (page,) = PdfReader(BytesIO(content)).pages
    assert len(page.images) == 1


def test_the_file_carries_title_author_and_language(forum: Heading, t: Translator) -> None:
    reader = PdfReader(BytesIO(report(forum, "Wskaźniki", [], t=t)))
    assert reader.metadata is not None
    assert reader.metadata.title == f"Wskaźniki – {forum.title}"
    assert reader.metadata.author == forum.organisation
    assert str(reader.root_object["/Lang"]) == "pl"
