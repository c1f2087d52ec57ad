"""One person under two entries: made one by the team, or by themselves with a personal link."""

import re

from bot.domain.people import Grant, Role, Scope

from ..town import Inhabitant, Town
from .test_lists import enrols, of_the_team


async def owners(town: Town) -> dict[str, tuple[str, bool]]:
    """By event: the name on the sign-up, and whether its person has Telegram."""
    async with town.db.reading() as tx:
        rows = await tx.all(
            """
            SELECT code, signups.name, telegram_id IS NOT NULL AS has FROM signups
            JOIN people ON people.id = person_id JOIN events ON events.id = event_id WHERE signups.state <> 'cancelled'
            """
        )
    return {row["code"]: (row["name"], bool(row["has"])) for row in rows}


async def test_two_entries_become_one_with_a_preview_and_apart_again(town: Town, ann: Inhabitant) -> None:
    forum, school = await town.plan(), await town.plan("szkola-1")
    await ann.signs_up(forum)
    await enrols(town, school, "Anna Kowalska")
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    await boss.says("/szukaj kowalska")
    await boss.presses("2. Anna")
    seen = await boss.presses("To ta sama co…", "Anna Kowalska")
    assert "ma Telegrama" in seen
    assert "bez Telegrama" in seen
    assert "Przejdą do niego zapisy:\nForum Dialogu" in seen
    assert (await owners(town))["szkola-1"] == ("Anna Kowalska", False)
    done = await boss.presses("Połącz")
    assert "Gotowe: przeszedł 1 zapis" in done
    assert "2 zapisy" in done
    assert (await owners(town))["szkola-1"] == ("Anna Kowalska", True)
    await town.pass_time(minutes=9)
    assert "1 zapis" in await boss.presses("Cofnij")
    assert (await owners(town))["szkola-1"] == ("Anna Kowalska", False)


async def test_a_place_of_both_at_one_event_has_to_be_settled_first(town: Town, ann: Inhabitant) -> None:
    forum = await town.plan()
    await ann.signs_up(forum)
    await enrols(town, forum, "Anna Kowalska")
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    await boss.says("/szukaj kowalska")
    assert "Są dwa zapisy na to samo wydarzenie" in await boss.presses("1. Anna", "To ta sama co…", "Anna Kowalska")


async def link_for(town: Town, boss: Inhabitant, words: str) -> str:
    await boss.says(f"/szukaj {words}")
    seen = await boss.presses("1. ", "Link osobisty")
    found = re.search(r"start=(l_\w+)", seen)
    assert found, seen
    return found[1]


async def test_somebody_added_by_hand_takes_over_with_a_personal_link(town: Town, ben: Inhabitant) -> None:
    await enrols(town, await town.plan(), "Bogdan Nowak", phone="+48600100200")
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    link = await link_for(town, boss, "nowak")
    seen = await ben.opens(link)
    assert "Bogdan Nowak. Czy to Ty?" in seen
    assert "Te zapisy przejdą do Twojego Telegrama:\nForum Dialogu" in seen
    assert await owners(town) == {"forum-1": ("Bogdan Nowak", False)}
    assert "Gotowe: masz tu 1 zapis" in await ben.presses("Tak, to ja")
    assert "Forum Dialogu" in await ben.says("/moje")
    assert "Ten link już nie działa" in await town.person("Zła Osoba").opens(link)
    await town.pass_time(days=7, hours=6)
    assert any("Już jutro" in said or "Forum Dialogu" in said for said in ben.messages[-2:])


async def test_a_second_place_at_the_same_event_is_freed_by_linking(town: Town, ben: Inhabitant) -> None:
    forum = await town.plan(seats=2)
    await enrols(town, forum, "Bogdan Nowak")
    await ben.signs_up(forum)
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    async with town.db.transaction() as tx:
        await tx.execute("UPDATE people SET name = 'Bogdan Ręczny', name_folded = 'x' WHERE telegram_id IS NULL")
        await tx.execute("UPDATE signups SET name = 'Bogdan Ręczny' WHERE source IS NULL AND phone IS NULL AND id = 1")
    seen = await ben.opens(await link_for(town, boss, "reczny"))
    assert "Na te wydarzenia były dwa zapisy, liczy się jeden:\nForum Dialogu" in seen
    await ben.presses("Tak, to ja")
    assert await owners(town) == {"forum-1": ("Bogdan Nowak", True)}


async def test_only_who_manages_everything_merges(town: Town, ann: Inhabitant) -> None:
    await enrols(town, await town.plan(), "Bogdan Nowak")
    boss = await of_the_team(town, Grant(Role.COORDINATOR, Scope.PROJECT, "podgorze"))
    await boss.says("/szukaj nowak")
    assert "Link osobisty" not in await boss.presses("1. Bogdan")
    assert "Ten link już nie działa" in await ann.opens("l_0123456789abcdef")


async def test_erasing_forgets_the_merged_entry_too(town: Town, ben: Inhabitant) -> None:
    await enrols(town, await town.plan(), "Bogdan Nowak", phone="+48600100200")
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    await ben.opens(await link_for(town, boss, "nowak"))
    await ben.presses("Tak, to ja")
    await ben.says("/prywatnosc")
    await ben.presses("Usuń", "Usuń wszystko")
    async with town.db.reading() as tx:
        left = await tx.value("SELECT count(*) FROM people WHERE name LIKE '%Nowak%' OR phone IS NOT NULL")
    assert left == 0
