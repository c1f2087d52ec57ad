"""The team, as it is lived: invited by a link, at work, withdrawn."""

import re

import pytest

from bot.domain.people import Grant, Role, Scope
from bot.services import people
from bot.store import team as store

from ..town import Inhabitant, Town


@pytest.fixture
async def halina(town: Town) -> Inhabitant:
    """An administrator by an earlier invitation."""
    return await town.member("Halina Mazur", Grant(Role.ADMINISTRATOR))


async def grants(town: Town, who: Inhabitant) -> frozenset[Grant]:
    """What somebody may be trusted with now."""
    actor = await people.recognise(town.db, who.person.id, administrators=frozenset())
    assert actor is not None
    return actor.grants


def menu(town: Town, who: Inhabitant) -> list[str]:
    """The commands in somebody's menu."""
    return [str(command["command"]) for command in town.world.commands(who.person)]


async def invitation(who: Inhabitant, *buttons: str) -> str:
    """Make a link with these buttons; gives its payload."""
    await who.says("/zespol")
    said = await who.presses("Zaproś do zespołu", *buttons)
    found = re.search(r"start=(r_[A-Za-z0-9_-]+)", said)
    assert found is not None, said
    return found[1]


async def test_an_invitation_makes_a_resident_an_animator_of_one_project(
    town: Town, halina: Inhabitant, ann: Inhabitant
) -> None:
    await ann.says("/start")
    assert "Dla zespołu" not in ann.last
    payload = await invitation(halina, "animacja", "Jeden projekt", "Kuźnia")
    assert len(payload) <= 64
    assert "[Wyślij dalej]" in halina.last
    offer = await ann.opens(payload)
    assert "Zaproszenie do zespołu: Fundacja Przykładowa" in offer
    assert "Halina Mazur" in offer
    welcome = await ann.presses("Przyjmuję")
    assert "Witaj w zespole! Twoja rola: animacja (projekt Powiatowa Kuźnia" in welcome
    assert await grants(town, ann) == {Grant(Role.ANIMATOR, Scope.PROJECT, "kuznia")}
    assert "Dla zespołu" in await ann.presses("Na początek")
    assert "Twoja rola: animacja" in await ann.presses("Dla zespołu")


async def test_saying_no_changes_nothing_and_the_link_still_works(
    town: Town, halina: Inhabitant, ann: Inhabitant
) -> None:
    payload = await invitation(halina, "koordynacja", "Cała organizacja")
    await ann.opens(payload)
    assert "nic się nie zmieniło" in await ann.presses("Nie")
    assert await grants(town, ann) == frozenset()
    await ann.opens(payload)
    await ann.presses("Przyjmuję")
    assert await grants(town, ann) == {Grant(Role.COORDINATOR)}


async def test_a_link_works_once(town: Town, halina: Inhabitant, ann: Inhabitant, ben: Inhabitant) -> None:
    payload = await invitation(halina, "animacja", "Cała organizacja")
    await ann.opens(payload)
    await ben.opens(payload)
    await ann.presses("Przyjmuję")
    assert "To zaproszenie już nie działa" in await ben.presses("Przyjmuję")
    assert await grants(town, ben) == frozenset()


async def test_a_link_is_over_after_a_week(town: Town, halina: Inhabitant, ann: Inhabitant) -> None:
    payload = await invitation(halina, "animacja", "Cała organizacja")
    await town.pass_time(days=7)
    assert "To zaproszenie już nie działa" in await ann.opens(payload)


async def test_a_link_that_was_taken_back_is_over(town: Town, halina: Inhabitant, ann: Inhabitant) -> None:
    payload = await invitation(halina, "animacja", "Jedna gmina", "Piastów")
    assert "Zaproszenia, z których nikt jeszcze nie skorzystał" in await halina.presses("Zespół")
    await halina.presses("Zaproszenie: animacja (gmina Piastów)")
    assert "Ten link już nie działa" in await halina.presses("Wycofaj zaproszenie")
    assert "To zaproszenie już nie działa" in await ann.opens(payload)


async def test_a_link_of_somebody_who_lost_the_role_gives_nothing(
    town: Town, halina: Inhabitant, ann: Inhabitant
) -> None:
    krystyna = await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR))
    payload = await invitation(krystyna, "animacja", "Cała organizacja")
    await halina.says("/zespol")
    await halina.presses("Krystyna Wójcik: koordynacja", "Odbierz rolę")
    assert "To zaproszenie już nie działa" in await ann.opens(payload)


async def test_only_the_hash_of_a_token_is_kept(town: Town, halina: Inhabitant) -> None:
    token = (await invitation(halina, "animacja", "Cała organizacja")).removeprefix("r_")
    assert len(bytes.fromhex(token)) >= 16
    async with town.db.reading() as tx:
        kept = [tuple(row) for row in await tx.all("SELECT * FROM invitations")]
    assert token not in str(kept)


async def test_a_role_is_withdrawn_at_once_and_from_the_menu_too(
    town: Town, halina: Inhabitant, ann: Inhabitant
) -> None:
    payload = await invitation(halina, "koordynacja", "Cała organizacja")
    await ann.opens(payload)
    await ann.presses("Przyjmuję")
    assert "zespol" in menu(town, ann)
    await halina.presses("Zespół")
    card = await halina.presses("Anna Kowalska: koordynacja")
    assert "Rola znika od razu" in card
    assert "[Cofnij]" in await halina.presses("Odbierz rolę")
    assert "zespol" not in menu(town, ann)
    assert "To jest dla osób prowadzących" in await ann.says("/zespol")
    assert "znowu ma tę rolę" in await halina.presses("Cofnij")
    assert "zespol" in menu(town, ann)
    assert "Halina Mazur" in await ann.says("/zespol")


async def test_undo_is_over_after_ten_minutes(town: Town, halina: Inhabitant) -> None:
    marek = await town.member("Marek Zieliński", Grant(Role.ANIMATOR))
    await halina.says("/zespol")
    await halina.presses("Marek Zieliński: animacja", "Odbierz rolę")
    await town.pass_time(minutes=11)
    assert "minęło ponad dziesięć minut" in await halina.presses("Cofnij")
    assert await grants(town, marek) == frozenset()


async def test_the_last_administrator_stays(town: Town) -> None:
    await town.down()
    town.config = town.config.model_copy(update={"team": town.config.team.model_copy(update={"administrators": ()})})
    await town.up()
    halina = await town.member("Halina Mazur", Grant(Role.ADMINISTRATOR))
    await halina.says("/zespol")
    said = await halina.presses("Halina Mazur: administracja", "Rezygnuję z roli")
    assert "To ostatnia osoba, która administruje botem" in said
    assert await grants(town, halina) == {Grant(Role.ADMINISTRATOR)}


async def test_an_administrator_of_the_configuration_is_found_there_and_only_there(
    town: Town, halina: Inhabitant, ann: Inhabitant
) -> None:
    await configured(town, ann.person.id)
    await ann.says("/start")
    assert "zespol" in menu(town, ann)
    assert "Anna Kowalska – administracja (cała organizacja), z konfiguracji" in await halina.says("/zespol")
    assert "config.toml" in await halina.presses("Anna Kowalska: administracja")
    assert "[Odbierz rolę]" not in halina.last
    await configured(town)
    assert await grants(town, ann) == frozenset()
    assert "To jest dla osób prowadzących" in await ann.says("/zespol")
    assert "zespol" not in menu(town, ann)


async def configured(town: Town, *administrators: int) -> None:
    """Start the bot anew with other administrators."""
    await town.down()
    team = town.config.team.model_copy(update={"administrators": administrators})
    town.config = town.config.model_copy(update={"team": team})
    await town.up()


class TestACoordinatorOfOneProject:
    @pytest.fixture
    async def krystyna(self, town: Town) -> Inhabitant:
        """Runs the Kuźnia, nothing else."""
        return await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR, Scope.PROJECT, "kuznia"))

    async def test_invites_animators_of_that_project_only(self, krystyna: Inhabitant) -> None:
        await krystyna.says("/zespol")
        roles = await krystyna.presses("Zaproś do zespołu")
        assert "[animacja]" in roles
        assert "[koordynacja]" not in roles
        scopes = await krystyna.presses("animacja")
        assert "[Jeden projekt]" in scopes
        assert "[Cała organizacja]" not in scopes
        projects = await krystyna.presses("Jeden projekt")
        assert projects.count("[") == 2
        assert "Zaproszenie gotowe" in await krystyna.presses("Kuźnia")

    async def test_sees_the_team_of_the_project_and_withdraws_its_animators(
        self, town: Town, krystyna: Inhabitant
    ) -> None:
        await town.member("Marek Zieliński", Grant(Role.ANIMATOR, Scope.PROJECT, "kuznia"))
        await town.member("Ewa Lis", Grant(Role.ANIMATOR, Scope.PROJECT, "lider"))
        await town.member("Halina Mazur", Grant(Role.ADMINISTRATOR))
        team = await krystyna.says("/zespol")
        assert "Marek Zieliński" in team
        assert "Ewa Lis" not in team
        await krystyna.presses("Halina Mazur: administracja")
        assert "Tę rolę może odebrać tylko administracja" in krystyna.last
        await krystyna.presses("Zespół", "Marek Zieliński: animacja")
        assert "nie ma już tej roli" in await krystyna.presses("Odbierz rolę")

    async def test_gets_nothing_from_an_own_link(self, town: Town, krystyna: Inhabitant) -> None:
        payload = await invitation(krystyna, "animacja", "Jeden projekt", "Kuźnia")
        assert "Masz już tę rolę" in await krystyna.opens(payload)
        async with town.db.reading() as tx:
            assert len(await store.list_invitations(tx, town.clock.now())) == 1


async def test_everything_is_written_down(town: Town, halina: Inhabitant, ann: Inhabitant) -> None:
    payload = await invitation(halina, "koordynacja", "Cała organizacja")
    await ann.opens(payload)
    await ann.presses("Przyjmuję")
    await halina.presses("Zespół", "Anna Kowalska: koordynacja", "Odbierz rolę", "Cofnij")
    async with town.db.reading() as tx:
        done = [row["action"] for row in await tx.all("SELECT action FROM audit ORDER BY id")]
    assert done == ["invited", "invitation_used", "role_withdrawn", "role_restored"]


async def test_a_gmina_nobody_named_is_written_after_the_command(town: Town, halina: Inhabitant) -> None:
    await halina.says("/zespol Skawina")
    assert "Zaproszenie gotowe: animacja (gmina Skawina)" in await halina.presses("animacja")


async def test_the_menu_speaks_the_language_of_its_reader(town: Town, halina: Inhabitant) -> None:
    await halina.says("/ustawienia")
    await halina.presses("Українська")
    assert "komanda" in menu(town, halina)


async def test_a_role_within_a_gmina_shows_what_it_is_of_use_for_and_nothing_else(
    town: Town, halina: Inhabitant, ann: Inhabitant
) -> None:
    await town.plan()
    await ann.says("/start")
    await halina.says("/zespol")
    assert "Jedna gmina to tylko ogłoszenia" in await halina.presses("Zaproś do zespołu", "koordynacja")
    offered = await halina.says("/zespol Piastów")
    assert "bez list i wydarzeń" in offered
    assert "prowadzi wydarzenia" not in offered
    said = await halina.presses("koordynacja")
    await ann.opens(str(re.search(r"r_[A-Za-z0-9_-]+", said)[0]))  # type: ignore[index]
    await ann.presses("Przyjmuję")
    desk = await ann.presses("Dla zespołu")
    for of_use in ("[Nowe ogłoszenie]", "[Ogłoszenia]", "[Zespół]"):
        assert of_use in desk
    for of_none in ("[Listy]", "[Obecność]", "[Nowe wydarzenie]", "[Wskaźniki]", "[Lista telefonów]", "[Dziennik]"):
        assert of_none not in desk
    assert {"ogloszenie", "zespol"} <= set(menu(town, ann))
    assert not {"lista", "nowe", "skrzynka", "telefony"} & set(menu(town, ann))
    assert "poproś administratora" in await ann.says("/lista")
    assert "[Powiadomienia dla zespołu]" not in await ann.says("/ustawienia")
