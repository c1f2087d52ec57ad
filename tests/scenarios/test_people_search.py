"""Somebody calls, and the coordinator finds them by half a name or the end of the number."""

from bot.domain.people import Grant, Role, Scope

from ..town import Inhabitant, Town
from .test_lists import enrols, of_the_team


async def known(town: Town) -> None:
    """Anna was at two events, one of them of another project."""
    forum = await town.plan()
    await enrols(town, forum, "Anna Żółkiewska", phone="+48600100200", gmina="Skawina", needs="rampa")
    school = await town.plan("szkola-1", project="lider")
    await enrols(town, school, "Piotr Wrona", phone="+48700200300")


async def test_by_half_a_name_with_a_slip_and_by_the_end_of_the_number(town: Town) -> None:
    await known(town)
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    for words in ("zolkiew", "Anna Zulkiewska", "600 100 200", "+48 600100200", "100200"):
        assert "Anna Żółkiewska · Skawina" in await boss.says(f"/szukaj {words}"), words
    page = await boss.presses("1. Anna")
    assert "600 100 200" in page
    assert "1 zapis" in page
    assert "ma miejsce" in page
    assert "rampa" in await boss.presses("Forum Dialogu")
    assert "1 zapis" in await boss.presses("O tej osobie")
    assert "Na Twoich wydarzeniach nie ma" in await boss.says("/szukaj Zygfryd")


async def test_only_within_reach(town: Town) -> None:
    await known(town)
    other = await of_the_team(town, Grant(Role.COORDINATOR, Scope.PROJECT, "lider"))
    assert "nie ma takiej osoby" in await other.says("/szukaj Żółkiewska")
    assert "nie ma takiej osoby" in await other.says("/szukaj 600100200")
    assert "Piotr Wrona" in await other.says("/szukaj wrona")


async def test_helpers_find_names_and_no_numbers(town: Town) -> None:
    await known(town)
    helper = await of_the_team(town, Grant(Role.ANIMATOR, Scope.PROJECT, "podgorze"))
    assert "Zajmuje się tym koordynacja" in await helper.says("/szukaj 600100200")
    await helper.says("/szukaj żółkiewska")
    page = await helper.presses("1. Anna")
    assert "Skawina" in page
    assert "600 100 200" not in page


async def test_every_look_is_in_the_log(town: Town, ann: Inhabitant) -> None:
    await known(town)
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    await boss.says("/szukaj anna")
    await boss.presses("1. Anna")
    async with town.db.reading() as tx:
        done = {row["action"] for row in await tx.all("SELECT action FROM audit WHERE action LIKE 'pe%'")}
    assert done == {"people_searched", "person_seen"}
    assert "poproś administratora" in await ann.says("/szukaj anna")


async def test_alone_it_explains_itself(town: Town) -> None:
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    assert "/szukaj anna kowalska" in await boss.says("/szukaj")
