"""Attendance sheets, read back page by page."""

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.documents.lists import Attendee, Detail, attendance_sheet
from bot.documents.parts import Heading, freshness
from bot.documents.typefaces import REGULAR, in_points
from bot.domain.localized import LANGUAGES
from bot.texts import Texts, Translator

from .reading import embedded_fonts, is_wide, pages

ZANETA = Attendee("Żaneta Świątek-Łoś", "Koło Gospodyń Wiejskich „Źródło”", "zaneta@example.org")
HALYNA = Attendee("Ґалина Їжакевич", "Спілка українців", "halyna@example.org")


def test_it_says_what_where_when_and_who_pays(forum: Heading, t: Translator) -> None:
    (page,) = pages(attendance_sheet(forum, [ZANETA, HALYNA], t=t))
    facts = (forum.title, forum.when, forum.place, forum.project, forum.attribution, forum.organisation)
    for fact in (*facts, "Lista obecności", "stan na 23 listopada 2026, 12:00", "strona 1 z 1", "2 osoby na liście"):
        assert fact in page
    assert page.index("1. Żaneta Świątek-Łoś") < page.index("2. Ґалина Їжакевич") < page.index("3. 4.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_funder_s_line_does_not_run_into_the_age_of_the_data(forum: Heading, texts: Texts, language: str) -> None:
    t, measure = texts.in_(language), in_points(REGULAR)
    long = replace(forum, attribution="Projekt dofinansowany ze środków budżetu państwa w ramach programu. " * 4)
    placed: list[tuple[str, float, float]] = []

    def visit(text: str, _matrix: object, at: Sequence[float], _font: object, _size: float) -> None:
        placed.append((text.strip(), at[4], at[5]))

    PdfReader(BytesIO(attendance_sheet(long, [ZANETA], t=t))).pages[0].extract_text(visitor_text=visit)
    ((_, aside, height),) = [one for one in placed if one[0] == freshness(long, t)]
    beside = [left + measure(text, 7.5) for text, left, low in placed if abs(low - height) < 1 and left < aside]
    assert beside
    assert max(beside) < aside


def test_rows_for_those_who_just_come_go_on_counting(forum: Heading, t: Translator) -> None:
    (page,) = pages(attendance_sheet(forum, [ZANETA], t=t, blanks=3))
    assert "2. 3. 4. 1 osoba na liście" in page


@pytest.mark.parametrize("details", [(), (Detail.ORGANISATION, Detail.EMAIL)])
def test_the_signature_of_the_person_in_charge_stands_under_rows(
    forum: Heading, t: Translator, details: tuple[Detail, ...]
) -> None:
    for people in (*range(1, 30), 40):
        read = pages(attendance_sheet(forum, [ZANETA] * people, t=t, details=details))
        *others, closed = read
        assert not any("na liście" in page for page in others)
        rows = re.search(r"(\d+)\. (\d+)\. \d+ os\w+ na liście", closed)
        assert rows, (people, closed)
        assert people < int(rows[1]) == int(rows[2]) - 1
        assert "Lp. Imię i nazwisko" in closed


def test_rows_for_those_who_just_come_are_fewer_where_that_saves_a_page(forum: Heading, t: Translator) -> None:
    wide = (Detail.ORGANISATION, Detail.EMAIL)
    assert [len(pages(attendance_sheet(forum, [ZANETA] * n, t=t, details=wide))) for n in (6, 12, 20, 40)] == [
        *(1, 2, 2, 4)
    ]


def test_organisation_and_email_stand_there_only_when_asked_for(forum: Heading, t: Translator) -> None:
    (bare,) = pages(attendance_sheet(forum, [ZANETA], t=t))
    full = attendance_sheet(forum, [ZANETA], t=t, details=(Detail.ORGANISATION, Detail.EMAIL))
    (page,) = pages(full)
    assert (ZANETA.email in bare, ZANETA.organisation in bare, is_wide(full)) == (False, False, True)
    assert f"1. {ZANETA.name} {ZANETA.organisation} {ZANETA.email}" in page


def test_a_long_list_repeats_its_titles_and_counts_its_pages(forum: Heading, t: Translator) -> None:
    first, *others = pages(attendance_sheet(forum, [ZANETA] * 70, t=t))
    total = len(others) + 1
    assert total == 4
    for number, page in enumerate([first, *others], start=1):
        assert f"strona {number} z {total}" in page
        assert "Lp. Imię i nazwisko Podpis" in page
        assert forum.attribution in page
        assert forum.when in page


@pytest.mark.parametrize(
    ("sessions", "wide", "parts"),
    [(1, False, [1]), (4, False, [4]), (6, True, [6]), (8, False, [4, 4]), (13, True, [5, 5, 3])],
)
def test_every_session_has_a_place_to_sign(
    forum: Heading, t: Translator, sessions: int, wide: bool, parts: list[int]
) -> None:
    days = tuple(f"wt {day}.12" for day in range(1, sessions + 1))
    content = attendance_sheet(forum, [ZANETA], t=t, sessions=days, blanks=0)
    assert is_wide(content) is wide
    read = pages(content)
    assert [page.count("Podpis") for page in read] == parts
    assert all(day in " ".join(read) for day in days)
    assert all(ZANETA.name in page for page in read)


def test_a_long_name_wraps_and_loses_nothing(forum: Heading, t: Translator) -> None:
    long = "Maria Antonina Wasilewska-Brzęczyszczykiewicz z domu Źdźbłowska, primo voto Gżegżółka"
    (page,) = pages(attendance_sheet(forum, [Attendee(long)], t=t, sessions=("a", "b", "c", "d")))
    assert long.replace(" ", "") in page.replace(" ", "")


@pytest.mark.parametrize("name", ["ż" * 3000, "Ola\n" * 100])
def test_what_is_no_name_does_not_fill_the_page(forum: Heading, t: Translator, name: str) -> None:
    (page,) = pages(attendance_sheet(forum, [Attendee(name), ZANETA], t=t))
    assert "…" in page
    assert f"2. {ZANETA.name}" in page


def test_names_are_words_and_not_markup(forum: Heading, t: Translator) -> None:
    (page,) = pages(attendance_sheet(replace(forum, title="A & B <b>c</b>"), [Attendee("<i>Ola</i> & Ala &amp;")], t=t))
    assert "A & B <b>c</b>" in page
    assert "<i>Ola</i> & Ala &amp;" in page


def test_words_of_the_translator_are_not_escaped_twice(forum: Heading, t: Translator) -> None:
    (page,) = pages(attendance_sheet(replace(forum, place=t("{x}", x="Klub „A & B”")), [ZANETA], t=t))
    assert "Klub „A & B”" in page


def test_emoji_go_and_split_accents_come_together(forum: Heading, t: Translator) -> None:
    (page,) = pages(attendance_sheet(replace(forum, title="Łąka 🌱 i las"), [Attendee("Z\u0307aneta S\u0301wit")], t=t))
    assert "Łąka i las" in page
    assert "Żaneta Świt" in page


def test_the_logo_is_on_the_first_page(forum: Heading, t: Translator, logo: bytes) -> None:
    content = attendance_sheet(replace(forum, logo=logo), [ZANETA] * 40, t=t)
    assert [len(page.images) for page in PdfReader(BytesIO(content)).pages] == [1, 0, 0]


def test_only_the_letters_in_use_are_inside(forum: Heading, each: Translator) -> None:
    content = attendance_sheet(forum, [ZANETA, HALYNA], t=each)
    names = {name.partition("+")[2] for name in embedded_fonts(content) if "+" in name}
    assert names == {"DejaVuSans", "DejaVuSans-Bold"}
    assert len(content) < 80_000


def test_it_speaks_the_language_of_the_reader(forum: Heading, each: Translator) -> None:
    (page,) = pages(attendance_sheet(forum, [ZANETA], t=each))
    kind = {"pl": "Lista obecności", "en": "Attendance sheet", "uk": "Список присутніх"}
    foot = {"pl": "strona 1 z 1", "en": "page 1 of 1", "uk": "сторінка 1 з 1"}
    assert kind[each.language] in page
    assert foot[each.language] in page


def test_a_heading_of_a_title_alone_is_enough(t: Translator) -> None:
    (page,) = pages(attendance_sheet(Heading("Spacer"), [], t=t, blanks=2))
    assert "Spacer Lp. Imię i nazwisko Podpis 1. 2. 0 osób na liście" in page
    assert "Termin" not in page


def test_several_coordinators_may_print_at_once(forum: Heading, texts: Texts) -> None:
    def printed(number: int) -> str:
        people = [Attendee(f"Świętosława Żółć {number}-{line}") for line in range(40)]
        return " ".join(pages(attendance_sheet(forum, people, t=texts.in_(LANGUAGES[number % 3]))))

    with ThreadPoolExecutor(4) as pool:
        for number, words in enumerate(pool.map(printed, range(8))):
            assert all(f"Świętosława Żółć {number}-{line}" in words for line in range(40))
