"""Certificates of attendance, read back."""

from dataclasses import replace
from datetime import date

import pytest

from bot.documents.certificates import Certificate, certificates
from bot.documents.parts import Heading
from bot.texts import Translator

from .reading import is_wide, pages

DAY = date(2027, 1, 19)
ZANETA = Certificate("Żaneta Świątek-Łoś", attended=4, sessions=4, hours=16)


def test_it_says_who_came_to_what_and_how_often(forum: Heading, t: Translator) -> None:
    content = certificates(forum, [ZANETA], t=t, issued=DAY, town="Kraków", signed_by="Łucja Ślązak")
    (page,) = pages(content)
    assert is_wide(content)
    for words in (
        "Zaświadczenie o udziale",
        ZANETA.name,
        "Potwierdzamy udział w spotkaniach:",
        forum.title,
        f"{forum.when} · {forum.place}",
        "Obecność: 4 z 4 spotkań · Liczba godzin: 16",
        "Kraków, 19 stycznia 2027 miejsce i data",
        "Łucja Ślązak, Fundacja Źdźbło",
        forum.attribution,
        forum.project,
    ):
        assert words in page


def test_everybody_has_a_page(forum: Heading, t: Translator) -> None:
    people = [ZANETA, replace(ZANETA, name="Ґалина Їжакевич", attended=3), replace(ZANETA, name="Jan Nowak", hours=7.5)]
    read = pages(certificates(forum, people, t=t, issued=DAY))
    assert ["Świątek" in page for page in read] == [True, False, False]
    assert "3 z 4 spotkań" in read[1]
    assert "Liczba godzin: 7,5" in read[2]


def test_one_meeting_is_not_counted(forum: Heading, t: Translator) -> None:
    bare = Heading("Spacer po Łąkach")
    (page,) = pages(certificates(bare, [Certificate("Ola Żak", attended=1, sessions=1)], t=t, issued=DAY))
    assert "Potwierdzamy udział w wydarzeniu: Spacer po Łąkach" in page
    assert "Obecność" not in page
    assert "Liczba godzin" not in page
    assert "podpis" in page


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Attendance: 4 of 4 meetings · Hours: 16"), ("uk", "Присутність: 4 з 4 зустрічей · Кількість годин: 16")],
)
def test_it_is_in_the_language_of_the_person(
    forum: Heading, request: pytest.FixtureRequest, language: str, words: str
) -> None:
    t = request.getfixturevalue("texts").in_(language)
    (page,) = pages(certificates(forum, [ZANETA], t=t, issued=DAY))
    assert words in page


def test_the_logo_does_not_push_the_words_off(forum: Heading, t: Translator, logo: bytes) -> None:
    long = replace(forum, logo=logo, title="Szkoła Lokalnych Liderek i Liderów " * 4)
    (page,) = pages(certificates(long, [replace(ZANETA, name="Maria Brzęczyszczykiewicz " * 3)], t=t, issued=DAY))
    assert page.count("Brzęczyszczykiewicz") == 3
    assert page.count("Liderek") == 4
