"""What the author of an announcement sees and presses before it goes out."""

from bot.domain.people import Grant, Role

from ..town import Inhabitant, Town
from .test_announcements import begins, copies, ola, resident

__all__ = ["ola"]


async def to_everybody(who: Inhabitant) -> str:
    """A text to everybody who agreed, up to its page."""
    await begins(who, "Nowy rok z nami")
    return await who.presses("Do kogo", "Wszystkie osoby, które się zgodziły", "Wróć do ogłoszenia")


async def test_without_a_second_person_it_says_that_nobody_approves(town: Town, ola: Inhabitant) -> None:
    reader = await resident(town, "Ala", news=True)
    assert "wyjdzie bez zgody" in await to_everybody(ola)
    assert "Poproś o zatwierdzenie" not in ola.last
    assert "wyjdzie bez zgody" in await ola.presses("Podgląd")
    await ola.presses("Wyślij do 1 osoby")
    assert len(copies(reader)) == 1


async def test_with_a_second_person_it_asks_for_approval(town: Town, ola: Inhabitant) -> None:
    await town.member("Basia Szef", Grant(Role.COORDINATOR))
    await resident(town, "Ala", news=True)
    seen = await to_everybody(ola)
    assert "wyjdzie bez zgody" not in seen
    assert "Poproś o zatwierdzenie (dostanie 1 osoba)" in seen


async def test_a_press_under_ones_own_preview_switches_nothing_off(town: Town, ola: Inhabitant) -> None:
    await ola.says("/ustawienia")
    await ola.presses("Co dostaję", "Nowości ze wszystkich projektów: nie")
    await to_everybody(ola)
    await ola.presses("Podgląd")
    assert "To tylko podgląd" in await ola.presses("Nie chcę takich wiadomości")
    await ola.presses("Wróć do ogłoszenia", "Podgląd", "Wyślij próbę do mnie")
    assert "To tylko podgląd" in await ola.presses("Nie chcę takich wiadomości")
    await ola.says("/ustawienia")
    assert "Nowości ze wszystkich projektów: tak" in await ola.presses("Co dostaję")
