"""Codes of events as the team types them: a slip finds what was meant, and never another team's event."""

import pytest

from bot.domain.people import Grant, Role, Scope

from ..town import Inhabitant, Town


@pytest.fixture
async def boss(town: Town) -> Inhabitant:
    """A coordinator of one project, which has two workshops."""
    await town.plan("warsztaty-1")
    await town.plan("warsztaty-2")
    return await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR, Scope.PROJECT, "podgorze"))


@pytest.mark.parametrize(
    ("command", "leads_to"),
    [
        ("/lista warszaty-1", "Forum Dialogu"),
        ("/eksport warszaty-1", "Arkusz"),
        ("/dodaj warszaty-1", "Kto dzwonił"),
        ("/edytuj warszaty-1", "Kod: warsztaty-1"),
        ("/dziennik warszaty-1", "Dla zespołu"),
        ("/obecni warszaty-1 1-3", "Dla zespołu"),
        ("/obecnosc Warsztaty1", "Dla zespołu"),
        ("/statystyki warszaty-1", "Dla zespołu"),
    ],
)
async def test_a_mistyped_code_offers_the_one_that_was_meant(boss: Inhabitant, command: str, leads_to: str) -> None:
    typed = command.split()[1]
    assert f"Nie znam kodu „{typed}”. Czy chodzi o warsztaty-1?" in await boss.says(command)
    assert "[Listy zapisanych]" in boss.last
    assert leads_to in await boss.presses("warsztaty-1")


async def test_a_code_like_no_other_leads_to_the_lists(boss: Inhabitant) -> None:
    assert "Nie znam kodu „nie-ma”. Wybierz wydarzenie z listy." in await boss.says("/dziennik nie-ma")
    assert "Czyją listę pokazać?" in await boss.presses("Listy zapisanych")


async def test_a_code_of_somebody_else_s_event_is_not_offered(town: Town, boss: Inhabitant) -> None:
    await town.plan("debata-1", project="lider")
    assert "debata-1?" not in await boss.says("/lista debta-1")
    assert "Nie znam kodu „debta-1”." in boss.last


async def test_a_code_alone_opens_the_attendance_list(boss: Inhabitant) -> None:
    seen = await boss.says("/obecni warsztaty-1")
    assert "numerów" not in seen
    assert seen == await boss.says("/obecnosc warsztaty-1")
