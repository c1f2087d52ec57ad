"""What the team reads before and after a change, and what its people then get: both say the same."""

from datetime import timedelta

import pytest

from bot.domain.people import Grant, Role, Scope

from ..town import Inhabitant, Town


@pytest.fixture
async def krystyna(town: Town) -> Inhabitant:
    """A coordinator of one project."""
    return await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR, Scope.PROJECT, "podgorze"))


async def with_two(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    """An event for which two have signed up, one of whom has blocked the bot since."""
    event = await town.plan()
    await ann.signs_up(event)
    await ben.signs_up(event)
    async with town.db.transaction() as tx:
        await tx.execute("UPDATE people SET reachable = 0 WHERE telegram_id = ?", [ben.person.id])


async def test_whom_the_bot_cannot_reach_is_counted_apart(
    town: Town, krystyna: Inhabitant, ann: Inhabitant, ben: Inhabitant
) -> None:
    await with_two(town, ann, ben)
    await krystyna.says("/edytuj forum-1")
    await krystyna.presses("Zmień: Termin")
    await krystyna.says("czw 10.12 18:00")
    asked = await krystyna.presses("2 h")
    assert "Zapisana jest 1 osoba" in asked
    assert "Do 1 osoby bot nie może napisać: trafi na listę /telefony." in asked
    saved = await krystyna.presses("Zapisz i powiadom")
    assert "Powiadomimy 1 osobę.\nDo 1 osoby bot nie może napisać" in saved
    assert "Bogdan Nowak" in await krystyna.says("/telefony")

    await krystyna.says("/edytuj forum-1")
    assert "Od razu powiadomimy 1 osobę.\nDo 1 osoby bot nie może" in await krystyna.presses("Odwołaj")
    assert "Odwołane. Powiadomimy 1 osobę.\nDo 1 osoby" in await krystyna.presses("Odwołaj i powiadom")
    assert "1 osoba zachowa miejsce" in await krystyna.presses("Przywróć")
    assert "Do 1 osoby bot nie może napisać" in krystyna.last


async def test_who_has_not_heard_that_it_is_called_off_is_not_promised_a_message(
    town: Town, krystyna: Inhabitant, ann: Inhabitant
) -> None:
    await ann.signs_up(await town.plan())
    town.clock.move(timedelta(hours=10, minutes=30))
    await krystyna.says("/edytuj forum-1")
    await krystyna.presses("Odwołaj")
    assert "Powiadomimy 1 osobę" in await krystyna.presses("Odwołaj i powiadom")
    unheard = "1 osoba nie wie jeszcze o poprzedniej zmianie, więc nic nie dostanie."
    asked = await krystyna.presses("Przywróć")
    assert unheard in asked
    assert "zachowa miejsce" not in asked
    assert unheard in await krystyna.presses("Przywróć i powiadom")
    assert "Od razu powiadomimy 1 osobę" in await krystyna.presses("Odwołaj")
    await krystyna.presses("Odwołaj i powiadom")
    town.clock.move(timedelta(hours=10))
    await town.settle()
    await krystyna.says("/edytuj forum-1")
    assert "1 osoba zachowa miejsce" in await krystyna.presses("Przywróć")
    town.clock.move(timedelta(hours=14))
    await krystyna.presses("Przywróć i powiadom")
    await krystyna.presses("Odwołaj")
    assert unheard in krystyna.last
    assert unheard in await krystyna.presses("Odwołaj i powiadom")


async def test_another_place_alone_asks_nobody_whether_they_come(
    town: Town, krystyna: Inhabitant, ann: Inhabitant
) -> None:
    await ann.signs_up(await town.plan())
    await krystyna.says("/edytuj forum-1")
    await krystyna.presses("Zmień: Miejsce")
    await krystyna.says("Biblioteka, ul. Długa 1, Kraków")
    if "Pomiń" in krystyna.last:
        await krystyna.presses("Pomiń")
    assert "Po zmianie terminu bot spyta" in krystyna.last
    await krystyna.presses("Zapisz i powiadom")
    told = next(said for said in ann.messages if "Biblioteka" in said)
    assert "Twoje miejsce czeka, nie musisz odpowiadać." in told
    assert "Nadal możesz przyjść?" not in told
    assert "[Nie dam rady]" in told
    assert "[Tak, będę]" not in told
