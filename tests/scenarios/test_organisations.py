"""Whom people come for: an organisation is found by what they type, has its seats, and people take turns."""

import re

from bot.domain.events import Event
from bot.domain.people import Grant, Role
from bot.domain.signups import State
from bot.services import tickets
from bot.services.people import recognise

from ..town import Inhabitant, Town
from .test_resident import state_of


async def reaches_organisation(who: Inhabitant, event: Event) -> str:
    """Answer everything up to the question whom one comes for."""
    await who.opens(f"z_{event.plan.code}")
    await who.presses("Rozumiem")
    await who.says(f"{who.person.first_name} {who.person.last_name}")
    return await who.presses("Pomiń", "Pomiń")


async def finishes(who: Inhabitant, remember: str = "Nie") -> str:
    """Answer the rest and sign up."""
    await who.presses("Nic", remember)
    before = len(who.messages)
    await who.presses("Zapisz mnie")
    return "\n".join(who.messages[before - 1 :])


async def comes_for(who: Inhabitant, event: Event, organisation: str, *presses: str, remember: str = "Nie") -> str:
    """Sign up as somebody of an organisation."""
    await reaches_organisation(who, event)
    await who.says(organisation)
    if presses:
        await who.presses(*presses)
    return await finishes(who, remember)


async def coordinator(town: Town) -> Inhabitant:
    """Somebody who runs everything."""
    return await town.member("Maria Koordynatorka", Grant(Role.COORDINATOR))


async def names(town: Town) -> list[str]:
    """The organisations there are."""
    async with town.db.reading() as tx:
        rows = await tx.all("SELECT name FROM organisations WHERE merged_into IS NULL ORDER BY name")
    return [row["name"] for row in rows]


async def test_an_organisation_is_known_by_another_spelling_once_somebody_said_so(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(asks_organisation=True)
    assert "Jaką organizację lub urząd reprezentujesz?" in await reaches_organisation(ann, event)
    assert "Krok 6 z 8" in await ann.says("KGW Rybie")
    await ann.presses("Nic")
    assert "Organizacja lub urząd: KGW Rybie" in await ann.presses("Nie")
    await ann.presses("Zapisz mnie")
    await reaches_organisation(ben, event)
    asked = await ben.says("Koło Gospodyń Wiejskich w Rybiu")
    assert "którą masz na myśli" in asked
    assert "[Dodaj jako nową: „Koło Gospodyń" in asked
    await ben.presses("KGW Rybie")
    assert "masz miejsce" in await finishes(ben)
    cela = town.person("Celina Trzecia")
    await reaches_organisation(cela, event)
    assert "Krok 6 z 8" in await cela.says("koło gospodyń wiejskich w rybiu")
    assert await names(town) == ["KGW Rybie"]


async def test_what_nobody_knows_is_added_and_asked_what_it_is(town: Town, ann: Inhabitant) -> None:
    event = await town.plan(asks_organisation=True)
    await reaches_organisation(ann, event)
    assert "Co to jest?" in await ann.says("Pszczołki")
    assert "Co to jest?" in await ann.says("Pszczółki")
    assert "Krok 6 z 8" in await ann.presses("Stowarzyszenie, fundacja, grupa")
    await finishes(ann)
    async with town.db.reading() as tx:
        row = await tx.one("SELECT name, kind FROM organisations")
    assert row
    assert (row["name"], row["kind"]) == ("Pszczółki", "ngo")


async def test_back_from_the_question_which_one_is_the_question_itself(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(asks_organisation=True)
    await comes_for(ann, event, "Urząd Miasta Skawina")
    await reaches_organisation(ben, event)
    assert "[Urząd Miasta Skawina]" in await ben.says("UM w Skawinie")
    assert "Jaką organizację" in await ben.presses("Wróć")
    await ben.says("UG Skawina")
    assert "Krok 6 z 8" in await ben.presses("Dodaj jako nową")
    await finishes(ben)
    assert await names(town) == ["UG Skawina", "Urząd Miasta Skawina"]


async def test_one_may_come_for_oneself(town: Town, ann: Inhabitant) -> None:
    event = await town.plan(asks_organisation=True)
    await reaches_organisation(ann, event)
    await ann.presses("Reprezentuję siebie")
    assert "masz miejsce" in await finishes(ann)
    assert await names(town) == []


async def test_the_organisation_is_remembered_with_consent_and_can_be_changed(town: Town, ann: Inhabitant) -> None:
    await comes_for(ann, await town.plan("a", asks_organisation=True), "Fundacja Źdźbło", remember="Tak")
    await town.plan("b", asks_organisation=True)
    assert "Fundacja Źdźbło" in await ann.opens("z_b")
    await ann.presses("Zmień: Organizacja")
    assert "[Fundacja Źdźbło]" in await ann.says("Fundacja Zdzblo")
    assert "Fundacja Źdźbło" in await ann.presses("Fundacja Źdźbło")
    assert "masz miejsce" in (await ann.presses("Zapisz mnie"), ann.sees)[1]


async def test_an_organisation_has_as_many_seats_as_the_event_says(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(organisation_seats=1, asks_organisation=True)
    assert "masz miejsce" in await comes_for(ann, event, "KGW Rybie", remember="Tak")
    said = await comes_for(ben, event, "KGW Rybie", remember="Tak")
    assert "KGW Rybie ma już na tym wydarzeniu 1 miejsce" in said
    assert "przyjść za kogoś" in said
    card = await ben.opens("e_forum-1")
    assert "Jedna organizacja może mieć 1 miejsce" in card
    assert "KGW Rybie ma już" in card
    assert "KGW Rybie ma już" in await ben.presses("Moje miejsce")
    cela = town.person("Celina Trzecia")
    assert "masz miejsce" in await comes_for(cela, event, "OSP Rybie")
    assert "KGW Rybie ma już" not in await ann.opens("e_forum-1")


class TestPassingOn:
    async def link(self, who: Inhabitant) -> str:
        """The payload of a link that passes the place on."""
        await who.says("/moje")
        await who.presses("Forum Dialogu")
        shown = await who.presses("Zastąpi mnie ktoś inny")
        found = re.search(r"start=(s_[0-9a-f]{32})", shown)
        assert found, shown
        return found[1]

    async def takes(self, who: Inhabitant, payload: str) -> str:
        """Follow the link and answer."""
        assert "Ktoś oddaje Ci swoje miejsce" in await who.opens(payload)
        await who.presses("Rozumiem")
        await who.says(f"{who.person.first_name} {who.person.last_name}")
        await who.presses("Pomiń", "Pomiń", "Nic", "Nie")
        await who.presses("Przejmuję miejsce")
        return who.sees

    async def test_a_seat_passes_on_and_both_are_told(self, town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
        event = await town.plan(seats=1)
        await ann.signs_up(event)
        cela = town.person("Celina Trzecia")
        await cela.signs_up(event)
        payload = await self.link(ann)
        assert "to miejsce jest Twoje" in await self.takes(ben, payload)
        assert "Twoje miejsce ma już ktoś inny" in ann.last
        assert (await state_of(town, ann), await state_of(town, ben)) == (None, State.CONFIRMED)
        assert await state_of(town, cela) is State.WAITING
        assert "już nie działa" in await cela.opens(payload)
        assert "[O wydarzeniu]" in cela.last
        await town.pass_time(days=7, hours=6)
        assert "Już jutro" in ben.last
        assert "Już jutro" not in ann.last

    async def test_an_old_ticket_shows_nothing_of_whoever_has_the_place_now(
        self, town: Town, ann: Inhabitant, ben: Inhabitant
    ) -> None:
        await ann.signs_up(await town.plan(seats=1))
        actor = await recognise(town.db, ann.person.id, administrators=frozenset())
        assert actor is not None
        ticket = (await tickets.issue(town.db, actor, 1)).token
        assert "Masz miejsce" in await ann.opens(f"k_{ticket}")
        await self.takes(ben, await self.link(ann))
        assert "To nie jest Twoje miejsce" in await ann.opens(f"k_{ticket}")
        assert "[Moje zapisy]" in ann.sees
        assert "Ben" not in ann.sees
        assert "Masz miejsce" in await ben.opens(f"k_{ticket}")

    async def test_a_place_in_the_queue_passes_on_too(self, town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
        event = await town.plan(seats=1)
        cela, dora = town.person("Celina Trzecia"), town.person("Dorota Czwarta")
        for who in (cela, ann, dora):
            await who.signs_up(event)
        assert "miejsce w kolejce jest Twoje" in await self.takes(ben, await self.link(ann))
        assert "na 1. miejscu" in ben.last

    async def test_whoever_waits_comes_instead_of_a_colleague_and_leaves_the_queue(
        self, town: Town, ann: Inhabitant, ben: Inhabitant
    ) -> None:
        event = await town.plan(organisation_seats=1, asks_organisation=True, seats=2)
        await comes_for(ann, event, "KGW Rybie")
        await comes_for(ben, event, "KGW Rybie")
        cela = town.person("Celina Trzecia")
        await comes_for(cela, event, "KGW Rybie")
        assert await state_of(town, ben) is State.WAITING
        await ben.opens(await self.link(ann))
        await ben.says("Bogdan Nowak")
        await ben.presses("Pomiń", "Pomiń", "Nic", "Nie", "Przejmuję miejsce")
        assert await state_of(town, ben) is State.CONFIRMED
        assert "Organizacja lub urząd: KGW Rybie" in "\n".join(ben.messages)
        await cela.says("/moje")
        assert "na 1. miejscu" in await cela.presses("Forum Dialogu")

    async def test_an_own_link_a_used_one_and_a_late_one_do_nothing(
        self, town: Town, ann: Inhabitant, ben: Inhabitant
    ) -> None:
        event = await town.plan(seats=1)
        await ann.signs_up(event)
        first = await self.link(ann)
        assert "To Twój link" in await ann.opens(first)
        second = await self.link(ann)
        assert "już nie działa" in await ben.opens(first)
        await ben.opens(second)
        await ann.says("/moje")
        await ann.presses("Forum Dialogu", "Rezygnuję")
        assert "już nie działa" in await ben.presses("Rozumiem")
        assert "już nie działa" in await ben.opens("s_" + "0" * 32)
        assert await state_of(town, ann) is State.CANCELLED

    async def test_the_team_puts_somebody_else_in_by_name(self, town: Town, ann: Inhabitant) -> None:
        event = await town.plan(seats=1)
        await ann.signs_up(event)
        boss = await coordinator(town)
        await boss.opens("e_forum-1")
        await boss.presses("Dla zespołu", "Zamień osobę", "Anna Kowalska")
        await boss.says("Ewa Nowa")
        await boss.presses("Pomiń")
        assert "Ewa Nowa" in await boss.presses("Wpisz")
        assert "wpisały kogoś innego" in ann.last
        async with town.db.reading() as tx:
            rows = await tx.all("SELECT name, state FROM signups")
            logged = await tx.one("SELECT action FROM audit WHERE action = 'person_substituted'")
        assert [tuple(row) for row in rows] == [("Ewa Nowa", "confirmed")]
        assert logged


class TestTheTeam:
    async def test_makes_one_of_two_and_takes_them_apart_again(
        self, town: Town, ann: Inhabitant, ben: Inhabitant
    ) -> None:
        event = await town.plan(organisation_seats=1, asks_organisation=True)
        cela = town.person("Celina Trzecia")
        await comes_for(ann, event, "Stowarzyszenie Kuźnia")
        await comes_for(ben, event, "Kuznia Inicjatyw Lokalnych", "Stowarzyszenie, fundacja")
        await comes_for(cela, event, "Kuznia Inicjatyw Lokalnych")
        assert await state_of(town, cela) is State.WAITING
        boss = await coordinator(town)
        assert "Kuznia Inicjatyw Lokalnych" in await boss.says("/organizacje kuźnia")
        await boss.presses("Kuznia Inicjatyw")
        preview = await boss.presses("To ta sama co", "Stowarzyszenie Kuźnia")
        assert "Zostanie nazwa Stowarzyszenie Kuźnia" in preview
        merged = await boss.presses("Połącz")
        assert "to teraz jedna organizacja" in merged
        assert "3 osoby" in merged
        assert await names(town) == ["Stowarzyszenie Kuźnia"]
        await ben.says("/moje")
        assert "Stowarzyszenie Kuźnia ma" not in await ben.presses("Forum Dialogu")
        await cela.says("/moje")
        assert "ma już na tym wydarzeniu 2 miejsca" in await cela.presses("Forum Dialogu")
        dora = town.person("Dorota Czwarta")
        assert "2 miejsca" in await comes_for(dora, event, "kuznia inicjatyw lokalnych")
        await boss.says("/organizacje")
        await boss.presses("Stowarzyszenie Kuźnia")
        assert "znów są dwie" in await boss.presses("Rozdziel")
        assert await names(town) == ["Kuznia Inicjatyw Lokalnych", "Stowarzyszenie Kuźnia"]
        assert await state_of(town, cela) is State.WAITING

    async def test_taking_two_apart_offers_the_seat_that_becomes_free(
        self, town: Town, ann: Inhabitant, ben: Inhabitant
    ) -> None:
        event = await town.plan(seats=1, organisation_seats=1, asks_organisation=True)
        await comes_for(ann, event, "Fundacja Razem")
        await comes_for(ben, event, "OSP Rybie")
        boss = await coordinator(town)
        await boss.says("/organizacje osp")
        await boss.presses("OSP Rybie", "To ta sama co", "Fundacja Razem", "Połącz")
        await town.plan(seats=2, organisation_seats=1, asks_organisation=True)
        await town.settle()
        assert await state_of(town, ben) is State.WAITING
        await boss.presses("Rozdziel: OSP Rybie")
        assert await state_of(town, ben) is State.OFFERED

    async def test_renames_says_what_it_is_and_forgets_a_wrong_spelling(self, town: Town, ann: Inhabitant) -> None:
        event = await town.plan(asks_organisation=True)
        await comes_for(ann, event, "kgw rybie")
        boss = await coordinator(town)
        await boss.says("/start")
        await boss.presses("Dla zespołu", "Organizacje", "kgw rybie", "Zmień nazwę")
        await boss.says("Koło Gospodyń Wiejskich w Rybiu")
        renamed = await boss.presses("Zapisz nazwę")
        assert "Ludzie piszą też: kgw rybie" in renamed
        assert "samorząd lub urząd" in await boss.presses("To: samorząd")
        assert "kgw rybie" not in await boss.presses("To nie ta: kgw rybie")

    async def test_finds_nothing_and_is_told_what_to_do(self, town: Town) -> None:
        boss = await coordinator(town)
        assert "Jeszcze żadnej" in await boss.says("/organizacje")
        assert "Nie ma takiej" in await boss.says("/organizacje czegoś takiego")


class TestCompanions:
    async def test_a_couple_in_the_queue_gets_two_seats_together_or_none(
        self, town: Town, ann: Inhabitant, ben: Inhabitant
    ) -> None:
        event = await town.plan(seats=2, companions=1)
        cela = town.person("Celina Trzecia")
        for who in (ann, cela):
            await who.opens("z_forum-1")
            await who.presses("Rozumiem")
            await who.says(f"{who.person.first_name} {who.person.last_name}")
            await who.presses("Pomiń", "Pomiń", "0", "Nic", "Nie", "Zapisz mnie")
        await ben.opens("z_forum-1")
        await ben.presses("Rozumiem")
        await ben.says("Bogdan Nowak")
        asked = await ben.presses("Pomiń", "Pomiń", "1")
        assert "Kto przyjdzie z Tobą?" in asked
        await ben.says("Janina Nowak")
        assert "Janina Nowak" in await ben.presses("Nic", "Nie")
        await ben.presses("Zapisz mnie")
        await self.resigns(ann)
        assert await state_of(town, ben) is State.WAITING
        await self.resigns(cela)
        assert "Zwolniły się 2 miejsca" in ben.last
        await ben.presses("Biorę")
        assert await state_of(town, ben) is State.CONFIRMED
        await ben.says("/moje")
        assert "Kto przyjdzie z Tobą: Janina Nowak" in await ben.presses(event.plan.title.in_("pl"))

    async def resigns(self, who: Inhabitant) -> None:
        """Give the seat up."""
        await who.says("/moje")
        await who.presses("Forum Dialogu", "Rezygnuję")
