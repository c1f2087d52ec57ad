"""Whoever types to whom an announcement goes is understood, or told what can be typed; nothing is lost."""

from bot.domain.localized import Localized

from ..town import Inhabitant, Town
from .test_announcements import begins, ola

__all__ = ["ola"]


async def test_to_whom_may_be_typed(town: Town, ola: Inhabitant) -> None:
    await town.plan(title=Localized({"pl": "Warsztat szycia"}))
    await begins(ola, "Do zobaczenia!")
    await ola.presses("Do kogo")
    assert "obserwujący projekt Lider w akcji!" in await ola.says("lider w akcji")
    assert "osoby z wydarzenia Warsztat szycia" in await ola.says("Na warsztat szycai")
    assert "język: Українська" in await ola.says("українська")
    seen = await ola.says("ciocia Zosia")
    assert "Nie znam takich odbiorców: „ciocia Zosia”." in seen
    assert "napisz nazwę projektu" in seen
    assert "wszystkie osoby, które chcą nowości" in await ola.says("do wszystkich")
    assert "Do zobaczenia!" in await ola.presses("Wróć do ogłoszenia")


async def test_several_that_may_be_meant_are_offered_and_a_question_is_answered(town: Town, ola: Inhabitant) -> None:
    await town.plan(title=Localized({"pl": "Warsztat szycia"}))
    await town.plan("forum-2", title=Localized({"pl": "Warsztat ceramiki"}))
    await begins(ola, "Do zobaczenia!")
    await ola.presses("Do kogo")
    assert "„Warsztat”: o kogo chodzi?" in await ola.says("Warsztat")
    assert "Warsztat ceramiki" in await ola.presses("Warsztat ceramiki")
    assert "188 240" in await ola.says("Ile kosztuje Lider w akcji?")
    assert "Do kogo" in ola.last
    await town.pass_time(minutes=20)
    assert "188 240" in await ola.says("ile kosztuje Lider w akcji")


async def test_a_look_at_the_audience_forgets_no_other_conversation(town: Town, ola: Inhabitant) -> None:
    event = await town.plan()
    await begins(ola, "Do zobaczenia!")
    await ola.opens(f"z_{event.plan.code}")
    await ola.presses("Rozumiem")
    await ola.says("/ogloszenie")
    await ola.presses("Dokończ: Do zobaczenia!", "Do kogo")
    assert "Krok 3" in await ola.says("Ola Nowak")
