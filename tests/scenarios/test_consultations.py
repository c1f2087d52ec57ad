"""/konsultacje: the hours of advisers."""

from bot.domain.events import EventKind
from bot.domain.localized import Localized

from ..town import Inhabitant, Town


async def test_the_hours_of_advisers_lead_to_a_place(town: Town, ann: Inhabitant) -> None:
    title = Localized({"pl": "Dyżur doradcy", "en": "Adviser's hours", "uk": "Консультація"})
    await town.plan()
    await town.plan("dyzur-1", kind=EventKind.DUTY, title=title)
    shown = await ann.says("/konsultacje")
    assert "Porozmawiaj z doradcą" in shown
    assert "Forum" not in shown
    assert "[Zapisz się]" in await ann.presses("1. Dyżur doradcy")


async def test_without_hours_of_advisers_there_is_a_way_on(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    shown = await ann.says("/konsultacje")
    assert "Nie znam" not in shown
    assert "doradcy" in shown
    assert "[Projekty]" in shown
