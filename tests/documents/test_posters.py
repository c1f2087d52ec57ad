"""The poster for self check-in: words read back, squares compared one by one."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.documents.codes import squares
from bot.documents.parts import Heading
from bot.documents.posters import check_in_poster
from bot.texts import Translator

from .reading import pages

LINK = "https://t.me/mam_przyklad_bot?start=k_8Jf3kLmQ2sVx9ZbT"


def poster(heading: Heading, t: Translator) -> bytes:
    return check_in_poster(heading, link=LINK, code="KLON-7", bot="@mam_przyklad_bot", t=t)


def test_it_says_what_to_do_with_and_without_a_camera(forum: Heading, t: Translator) -> None:
    (page,) = pages(poster(forum, t))
    for words in (
        "Zeskanuj i potwierdź obecność",
        "Napisz ten kod do bota @mam_przyklad_bot: KLON-7",
        f"{forum.when} · {forum.place}",
        forum.project,
        forum.attribution,
    ):
        assert words in page


def test_the_code_on_paper_is_that_of_the_link(forum: Heading, t: Translator) -> None:
    (page,) = PdfReader(BytesIO(poster(forum, t))).pages
    stream = page.get_contents()
    assert stream is not None
    found = re.findall(rb"(\S+) (\S+) (\S+) (\S+) re", stream.get_data())
    units = [tuple(map(float, numbers)) for numbers in found]
    rows = squares(LINK)
    drawn = [(left, low) for left, low, wide, high in units if wide == high and wide < 20]
    dark = [(place, number) for number, row in enumerate(rows) for place, is_dark in enumerate(row) if is_dark]
    (unit,) = {wide for _, _, wide, high in units if wide == high and wide < 20}
    left, top = min(one for one, _ in drawn), max(one for _, one in drawn)
    first, highest = min(place for place, _ in dark), min(number for _, number in dark)
    read = {(round((x - left) / unit) + first, round((top - y) / unit) + highest) for x, y in drawn}
    assert read == set(dark)
    assert unit * len(rows) > 300


def test_it_fits_a_page_in_every_language_with_the_longest_words(forum: Heading, each: Translator, logo: bytes) -> None:
    long = replace(forum, title="Forum Dialogu Dzielnicowego w Podgórzu " * 4, logo=logo, attribution="Źródło. " * 40)
    (page,) = pages(poster(long, each))
    assert page.count("Podgórzu") == 4
    assert "KLON-7" in page


@pytest.mark.parametrize("link", ["https://t.me/a?start=k_1", "https://t.me/a?start=" + "x" * 64])
def test_a_code_has_light_around_it(link: str) -> None:
    rows = squares(link)
    edge = [*rows[:4], *rows[-4:], *([row[place] for row in rows] for place in (0, 1, 2, 3, -4, -3, -2, -1))]
    assert not any(any(line) for line in edge)
    assert all(len(row) == len(rows) for row in rows)
