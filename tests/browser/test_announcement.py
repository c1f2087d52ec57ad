"""An announcement lived through on the page: a photo, the wrong people noticed, sent, corrected, recalled."""

import re
from io import BytesIO

from PIL import Image
from playwright.async_api import FilePayload, Locator, expect

from .opened import ANNA, MAREK, Visitor

SATURDAY = "Zapraszamy na spacer po Podgórzu, w sobotę o 10:00."
SUNDAY = "Zapraszamy na spacer po Podgórzu, w niedzielę o 10:00."
PODGORZE = "Podgórska Przestrzeń Dobrego Dialogu"


def poster() -> FilePayload:
    """A green picture."""
    file = BytesIO()
    Image.new("RGB", (64, 32), "#1e785a").save(file, "PNG")
    return {"name": "spacer.png", "mimeType": "image/png", "buffer": file.getvalue()}


async def by_day(visitor: Visitor) -> None:
    """Announcements wait for the morning: let it be one of the hours in which they go out."""
    clock = visitor.place("clock").locator(".clock-time")
    while not 8 <= int((shown := await clock.inner_text()).split(":")[0]) < 20:
        await visitor.place("clock-hour").click()
        await expect(clock).not_to_have_text(shown)


def with_photo(visitor: Visitor, words: str) -> Locator:
    """The messages of the bot that are a picture above these words."""
    picture = visitor.page.locator(".picture")
    return visitor.page.locator(".message.bot", has=picture).filter(has_text=words)


async def composes(visitor: Visitor) -> None:
    """A photo with words below."""
    await visitor.says("/ogloszenie", "Nic nie wyjdzie")
    await visitor.presses("Nowe ogłoszenie", "Zacznij od treści")
    await visitor.presses("Wyślij treść", "Wyślij teraz treść")
    await visitor.place("file").set_input_files(poster())
    await visitor.place("caption").fill(SATURDAY)
    await visitor.place("send-files").click()
    await visitor.reads(f"zdjęcie: {SATURDAY}")


async def notices_the_wrong_people(visitor: Visitor) -> None:
    """The preview says to whom it would go; two presses mend that."""
    await visitor.presses("Do kogo", "jeszcze nie wybrano")
    await visitor.presses("Obserwujący projekt", "Obserwujący którego projektu?")
    await visitor.presses("2 · Tworzymy Miejsca Aktywności Mieszkańców", "Dostaną je 2 osoby.")
    await visitor.presses("Wróć do ogłoszenia", "Tworzymy Miejsca")
    await visitor.presses("Podgląd", "Tak to będzie wyglądać.")
    await expect(with_photo(visitor, SATURDAY)).to_be_visible()
    await expect(visitor.newest).to_contain_text("obserwujący projekt Tworzymy Miejsca")
    await visitor.presses("Do kogo", "Dostaną je 2 osoby.")
    await visitor.presses("Obserwujący projekt", "Obserwujący którego projektu?")
    await visitor.presses(f"11 · {PODGORZE}", "Dostanie je 11 osób.")


async def sends(visitor: Visitor) -> None:
    """A copy to oneself first."""
    await visitor.presses("Wróć do ogłoszenia", PODGORZE)
    await visitor.presses("Podgląd", "Dostanie je 11 osób.")
    await visitor.presses("Wyślij próbę do mnie", "Ta kopia jest tylko dla Ciebie.")
    await expect(with_photo(visitor, SATURDAY)).to_have_count(3)
    await visitor.presses("Wyślij do 11 osób", "Ogłoszenie")
    await visitor.reads("Dostarczono: 10 z 11")
    await visitor.reads("Zablokowany bot: 1")


async def corrects(visitor: Visitor) -> None:
    """Other words below the same photo."""
    await visitor.presses("Popraw treść", "Każda kopia dostanie nową treść.")
    await visitor.presses("Popraw: Polski", "Wyślij całą nową treść")
    await visitor.says(SUNDAY, "Tak będzie wyglądać w 10 czatach.")
    await visitor.presses("Popraw wszędzie", "Poprawiono: 10 z 10.")


async def test_marek_announces_a_walk(visitor: Visitor) -> None:
    await by_day(visitor)
    await visitor.becomes(MAREK)
    await composes(visitor)
    await notices_the_wrong_people(visitor)
    await sends(visitor)

    await visitor.becomes(ANNA)
    await expect(with_photo(visitor, SATURDAY)).to_be_visible()
    await visitor.becomes(MAREK)
    await corrects(visitor)
    await visitor.becomes(ANNA)
    await expect(with_photo(visitor, SUNDAY)).to_be_visible()
    await expect(with_photo(visitor, SATURDAY)).to_have_count(0)

    await visitor.presses("Nie chcę takich wiadomości", f"Nowości z projektu {PODGORZE} już nie przyjdą.")
    await visitor.says("/ustawienia", "W jakim języku")
    await visitor.presses("Co dostaję", "Co dostajesz")
    await expect(visitor.button(f"{PODGORZE}: nie")).to_be_visible()

    await visitor.becomes(MAREK)
    await visitor.says("/ogloszenia", "dostało 10 osób")
    await visitor.newest.get_by_role("button", name=re.compile("^1. zdjęcie")).click()
    await visitor.reads("Poprawiono: 10 z 10.")
    await visitor.presses("Wycofaj", "Usunąć ogłoszenie z 10 czatów?")
    await visitor.presses("Usuń wszędzie", "Usunięto: 10 z 10.")
    await visitor.becomes(ANNA)
    await expect(visitor.button(f"{PODGORZE}: nie")).to_be_visible()
    await expect(visitor.page.locator(".picture")).to_have_count(0)
