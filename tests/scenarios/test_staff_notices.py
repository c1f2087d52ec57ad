"""The team hears what each of them wants to hear, when they want to hear it."""

from bot.domain.people import Grant, Role
from bot.domain.staff_notices import AlmostFull, MinimumNotMet
from bot.services import staff_notices

from ..town import Inhabitant, Town
from .test_inbox import coordinator


async def tell(town: Town, key: str, *, is_short: bool = False) -> None:
    """Something happens at an event of the town."""
    event = await town.plan(seats=1, minimum=4)
    notice = MinimumNotMet(event.id, 4) if is_short else AlmostFull(event.id, 1)
    async with town.db.transaction() as tx:
        await staff_notices.tell(tx, notice, project="podgorze", event=event.id, key=key, now=town.clock.now())
    await town.settle()


async def test_what_is_urgent_comes_at_once_and_the_rest_in_the_morning(town: Town) -> None:
    ola = await coordinator(town)
    await tell(town, "full")
    await tell(town, "short", is_short=True)
    assert "Do minimum brakuje 4 osób." in ola.last
    assert "Forum Dialogu" in ola.last
    assert not any("Prawie komplet" in message for message in ola.messages)
    await town.pass_time(hours=20)
    assert "Dzień dobry!" in ola.last
    assert "1. Prawie komplet: zostało 1 miejsce." in ola.last
    assert "Forum Dialogu" in await ola.presses("1. O wydarzeniu")


async def test_each_chooses_what_and_when(town: Town) -> None:
    ola = await coordinator(town)
    await ola.says("/ustawienia")
    await ola.presses("Powiadomienia dla zespołu", "Prawie komplet: rano o 8:00")
    assert "[Prawie komplet: od razu]" in await ola.presses("od razu")
    await ola.presses("Za mało osób: od razu", "nigdy")
    before = len(ola.messages)
    await tell(town, "full")
    await tell(town, "short", is_short=True)
    assert len(ola.messages) == before + 1
    assert "Prawie komplet: zostało 1 miejsce." in ola.last
    assert "[Prawie komplet: od razu]" in await ola.presses("Zmień powiadomienia")


async def test_a_resident_is_not_offered_them(ann: Inhabitant) -> None:
    assert "zespołu" not in await ann.says("/ustawienia")


async def test_an_animator_is_offered_only_what_concerns_them(town: Town) -> None:
    animator = await coordinator(town, "Jan Animator", Grant(Role.ANIMATOR))
    await animator.says("/ustawienia")
    seen = await animator.presses("Powiadomienia dla zespołu")
    assert "Prawie komplet" in seen
    assert "Pytanie bez odpowiedzi" not in seen
