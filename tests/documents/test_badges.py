"""Name badges, read back."""

from dataclasses import replace

from bot.documents.badges import Badge, badges
from bot.documents.parts import Heading
from bot.texts import Translator

from .reading import embedded_fonts, pages


def test_a_badge_shows_name_organisation_event_and_funder(forum: Heading, t: Translator) -> None:
    (page,) = pages(badges(forum, [Badge("Żaneta Ślązak", "KGW Źródło")], t=t))
    assert "Żaneta Ślązak KGW Źródło" in page
    assert page.count(forum.title.replace(" ", "")) == 0
    assert page.replace(" ", "").count(forum.title.replace(" ", "")) == 10
    assert page.replace(" ", "").count(forum.attribution.replace(" ", "")) == 10


def test_ten_fit_a_page(forum: Heading, t: Translator) -> None:
    people = [Badge(f"Osoba {number:02}") for number in range(21)]
    read = pages(badges(forum, people, t=t))
    assert [page.count("Osoba") for page in read] == [10, 10, 1]
    assert "Osoba 20" in read[2]


def test_without_people_a_page_of_empty_badges_comes(forum: Heading, t: Translator) -> None:
    (page,) = pages(badges(replace(forum, attribution=""), [], t=t))
    assert page.count("Fundacja Źdźbło") == 10


def test_a_long_name_is_smaller_and_whole(forum: Heading, each: Translator) -> None:
    name = "Ґалина Wasilewska-Brzęczyszczykiewicz z domu Źdźbłowska-Gżegżółkowska"
    content = badges(forum, [Badge(name, "Stowarzyszenie „Łąka” " * 4)], t=each)
    (page,) = pages(content)
    assert name.replace(" ", "") in page.replace(" ", "")
    assert all("+" in font or font == "/Helvetica" for font in embedded_fonts(content))
