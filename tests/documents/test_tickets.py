"""The ticket: its code read square by square, its words as they were written."""

from dataclasses import replace

from PIL import Image

from bot.documents.codes import QUIET_ZONE, squares
from bot.documents.tickets import Ticket, ticket_picture
from bot.texts import Translator

from .watching import only, opened

TICKET = Ticket(
    title="Forum Dialogu Dzielnicowego: zażółć gęślą jaźń",
    day="wtorek, 8 grudnia",
    hours="17:00–19:00",
    place="Dom kultury, ul. Na Kozłówce 25, Kraków",
    number="F3-017",
    link="https://t.me/mam_przyklad_bot?start=k_8Jf3kLmQ2sVx9ZbTq0Wm",
    project="Podgórska Przestrzeń Dobrego Dialogu",
    note="2 osoby",
)
LONG = replace(
    TICKET,
    title="Warsztaty sąsiedzkiego ogrodnictwa: jak założyć łąkę, dogadać się z administracją i nie zwariować. " * 3,
    place="Centrum Aktywności Mieszkańców przy Szkole Podstawowej nr 162, ul. Żółkiewskiego 112/114 " * 3,
)


def code_on(picture: Image.Image, size: int) -> list[list[bool]]:
    """The squares of the code, read in their middles, without the light around it."""
    black = only(picture, "#000000")
    box = black.getbbox()
    assert box is not None
    left, top, right, low = box
    unit = (right - left) / size
    assert unit == (low - top) / size
    middles = [round((place + 0.5) * unit) for place in range(size)]
    return [[black.getpixel((left + x, top + y)) == 255 for x in middles] for y in middles]


def test_the_code_on_every_ticket_can_be_read(each: Translator) -> None:
    wanted = [row[QUIET_ZONE:-QUIET_ZONE] for row in squares(TICKET.link)[QUIET_ZONE:-QUIET_ZONE]]
    for ticket in (TICKET, LONG):
        picture = opened(ticket_picture(ticket, t=each))
        assert code_on(picture, len(wanted)) == wanted


def test_it_says_what_when_where_and_which(t: Translator, written: list[str]) -> None:
    ticket_picture(TICKET, t=t)
    words = " ".join(written)
    for fact in (TICKET.project, TICKET.title, TICKET.day, TICKET.hours, TICKET.place, TICKET.note):
        assert fact in words
    assert "Bilet nr F3-017" in written
    assert "Pokaż ten kod przy wejściu" in written


def test_what_is_not_known_leaves_no_gap(t: Translator, written: list[str]) -> None:
    full = opened(ticket_picture(TICKET, t=t))
    written.clear()
    bare = opened(ticket_picture(replace(TICKET, title="Bal", project="", note=""), t=t))
    assert "" not in written
    assert bare.height < full.height - 150


def test_a_long_title_wraps_and_still_fits_a_chat(t: Translator, written: list[str]) -> None:
    picture = opened(ticket_picture(LONG, t=t))
    assert picture.width == 1080
    assert picture.height < 2 * picture.width
    assert len(written) > 10


def test_it_has_an_edge_in_a_light_and_in_a_dark_chat(t: Translator) -> None:
    picture = opened(ticket_picture(TICKET, t=t))
    corners = [picture.getpixel((0, 0)), picture.getpixel((0, picture.height - 1))]
    assert not {(0, 0, 0), (255, 255, 255)} & set(corners)
    assert picture.getpixel((540, 20)) == (0x0B, 0x5C, 0x6B)
