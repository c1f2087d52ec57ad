"""Recruitment as it is lived: people apply, the team reads, decides, thinks better of it, and everybody hears once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events import Event, Group
from bot.domain.forms import Field, Kind
from bot.domain.localized import polish
from bot.domain.people import Grant, Role

from ..town import Inhabitant, Town
from .test_resident import state_of

MOTIVATION = Field("motywacja", Kind.TEXT, polish("Dlaczego chcesz wziąć udział?"), is_required=False)
GROUPS = (Group(0, polish("animatorzy"), 2), Group(0, polish("urzędnicy"), 1))


async def coordinator(town: Town, name: str = "Krystyna Wójcik", role: Role = Role.COORDINATOR) -> Inhabitant:
    """Somebody of the team."""
    return await town.member(name, Grant(role))


async def applies(event: Event, who: Inhabitant, motivation: str = "", group: str = "") -> str:
    """Apply as a newcomer, with as little as possible; gives the answer."""
    await who.opens(f"z_{event.plan.code}")
    await who.presses("Rozumiem")
    await who.says(f"{who.person.first_name} {who.person.last_name}")
    await who.presses("Pomiń", "Pomiń")
    if group:
        await who.presses(group)
    if event.plan.questions:
        await (who.says(motivation) if motivation else who.presses("Pomiń"))
    await who.presses("Nic")
    await who.presses("Nie")
    return await who.presses("Wyślij zgłoszenie" if event.plan.approval else "Zapisz mnie")


@pytest.fixture
async def school(town: Town) -> Event:
    """Two seats, and the organisers choose; answers are promised for Friday noon."""
    friday = town.clock.now() + timedelta(days=4)
    return await town.plan(seats=2, approval=True, decide_by=friday, questions=(MOTIVATION,))


async def to_applications(boss: Inhabitant, event: Event) -> str:
    await boss.opens(f"e_{event.plan.code}")
    await boss.presses("Dla zespołu")
    return await boss.presses("Zgłoszenia")


async def test_applicants_are_told_by_when_they_hear(school: Event, ann: Inhabitant) -> None:
    await ann.opens("e_forum-1")
    assert "Organizatorzy wybierają spośród zgłoszeń. Odpowiedź do: piątek, 27 listopada, 12:00." in ann.last
    assert "[Zgłoś się]" in ann.last
    assert "Odpowiedź do: piątek, 27 listopada, 12:00" in await applies(school, ann, "Chcę działać.")
    assert "Mamy Twoje zgłoszenie" in await ann.presses("Moje miejsce")


async def test_an_application_is_read_on_one_screen_and_decided_with_one_tap(
    town: Town, school: Event, ann: Inhabitant, ben: Inhabitant
) -> None:
    await applies(school, ann, "Chcę działać na osiedlu.")
    await applies(school, ben)
    boss = await coordinator(town)
    listed = await to_applications(boss, school)
    assert "Bez decyzji: 2 · Wolne miejsca: 2" in listed
    read = await boss.presses("1. Anna Kowalska")
    assert "Dlaczego chcesz wziąć udział?" in read
    assert "Chcę działać na osiedlu." in read
    assert "Nic nie wiadomo o tej osobie z wcześniejszych wydarzeń" in read
    following = await boss.presses("Przyjmij")
    assert "Anna Kowalska: przyjęcie." in following
    assert "Bogdan Nowak" in following
    assert "Wolne miejsca: 1" in following


async def test_nobody_hears_before_the_decisions_are_sent(
    town: Town, school: Event, ann: Inhabitant, ben: Inhabitant
) -> None:
    await applies(school, ann)
    await applies(school, ben)
    boss = await coordinator(town)
    await to_applications(boss, school)
    await boss.presses("1. Anna", "Przyjmij", "Odmów")
    assert "przyjęcie: 1, odmowa: 1" in boss.last
    await town.pass_time(hours=2)
    assert "zgłoszenie jest przyjęte" not in ann.sees
    assert "Mamy Twoje zgłoszenie" in await ann.opens("e_forum-1")
    await boss.presses("Wyślij decyzje")
    assert "przyjęcie: 1" in boss.last
    assert "Odpowiedź dostaną 2 osoby" in await boss.presses("Wyślij")
    assert any("Twoje zgłoszenie jest przyjęte, masz miejsce!" in said for said in ann.messages)
    assert ann.last.startswith("(document)")
    assert "Tym razem zabrakło dla Ciebie miejsca" in ben.last
    assert "[Inne wydarzenia]" in ben.last
    card = await ben.opens("e_forum-1")
    assert "Dla tego zgłoszenia zabrakło miejsca." in card
    assert "[Zgłoś się]" not in card


async def test_decisions_go_out_by_themselves_on_the_promised_day(town: Town, school: Event, ann: Inhabitant) -> None:
    await applies(school, ann)
    boss = await coordinator(town)
    await to_applications(boss, school)
    await boss.presses("1. Anna", "Przyjmij")
    await town.pass_time(days=3, hours=23, minutes=55)
    assert not any("zgłoszenie jest przyjęte" in said for said in ann.messages)
    await town.pass_time(minutes=6)
    assert any("zgłoszenie jest przyjęte" in said for said in ann.messages)


async def test_without_a_promised_day_a_decision_can_be_undone_for_ten_minutes(town: Town, ann: Inhabitant) -> None:
    event = await town.plan(seats=2, approval=True)
    await applies(event, ann)
    boss = await coordinator(town)
    assert "10 minut po decyzji" in await to_applications(boss, event)
    await boss.presses("1. Anna", "Odmów")
    await town.pass_time(minutes=9)
    assert "Cofnięte" in await boss.presses("Cofnij")
    await town.pass_time(minutes=9)
    await boss.presses("Przyjmij")
    await town.pass_time(minutes=11)
    assert any("zgłoszenie jest przyjęte" in said for said in ann.messages)
    assert not any("zabrakło" in said for said in ann.messages)


async def test_a_reason_is_kept_for_the_team_and_never_shown(town: Town, school: Event, ann: Inhabitant) -> None:
    await applies(school, ann)
    boss = await coordinator(town)
    await to_applications(boss, school)
    await boss.presses("1. Anna", "Odmów", "Wpisz powód")
    await boss.says("Mieszka poza powiatem.")
    await boss.presses("Zapisz powód")
    await boss.presses("1. Anna")
    assert "Powód, tylko dla zespołu: Mieszka poza powiatem." in boss.last
    await boss.presses("Wyślij teraz")
    assert "zabrakło" in ann.last
    assert not any("powiat" in said for said in ann.messages)


async def test_more_cannot_be_accepted_than_there_are_seats(
    town: Town, school: Event, ann: Inhabitant, ben: Inhabitant
) -> None:
    cleo = town.person("Celina Mazur")
    for who in (ann, ben, cleo):
        await applies(school, who)
    boss = await coordinator(town)
    await to_applications(boss, school)
    await boss.presses("1. Anna", "Przyjmij", "Przyjmij")
    refused = await boss.presses("Przyjmij")
    assert "Nie ma wolnego miejsca. Brakuje 1 miejsca." in refused
    await boss.presses("Zmień liczbę miejsc")
    assert "Liczba miejsc: 3" in await boss.presses("+1 miejsce")


async def test_many_are_decided_at_once_with_a_preview(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await town.plan(seats=2, approval=True)
    people_ = [ann, ben, town.person("Celina Mazur"), town.person("Darek Lis")]
    for who in people_:
        await applies(event, who)
    boss = await coordinator(town)
    await to_applications(boss, event)
    preview = await boss.presses("Kilka naraz", "Przyjmij wszystkie")
    assert "Przyjąć 2 zgłoszenia?" in preview
    assert "Razem 2 osoby" in preview
    assert "Dla 2 zgłoszeń nie ma miejsca" in preview
    await boss.presses("Zrób to", "Kilka naraz", "Pozostałe: lista")
    assert "Celina Mazur" in boss.last
    await boss.presses("Zrób to", "Wyślij decyzje", "Wyślij")
    assert "na 1. miejscu" in people_[2].last
    assert "na 2. miejscu" in people_[3].last
    assert await state_of(town, ben) == "confirmed"


async def test_the_waiting_list_stands_still_until_all_applicants_have_an_answer(
    town: Town, school: Event, ann: Inhabitant, ben: Inhabitant
) -> None:
    await applies(school, ann)
    await applies(school, ben)
    boss = await coordinator(town)
    await to_applications(boss, school)
    await boss.presses("1. Anna", "Lista rezerwowa", "Wszystkie zgłoszenia", "2. Anna", "Wyślij teraz")
    assert await state_of(town, ann) == "waiting"
    await boss.presses("1. Bogdan", "Odmów", "Wyślij decyzje", "Wyślij")
    assert await state_of(town, ann) == "offered"


async def test_an_applicant_who_withdraws_and_thinks_better_of_it_is_an_applicant_again(
    town: Town, school: Event, ann: Inhabitant
) -> None:
    await applies(school, ann)
    await ann.presses("Rezygnuję")
    assert "Zgłoszenie wycofane" in ann.last
    assert "Znów mamy Twoje zgłoszenie" in await ann.presses("Cofnij")
    assert await state_of(town, ann) == "applied"


async def test_an_applicant_hears_of_another_date_as_an_applicant(town: Town, school: Event, ann: Inhabitant) -> None:
    await applies(school, ann)
    await town.bring(replace(school.plan, starts_at=school.plan.starts_at + timedelta(hours=1)))
    await town.settle()
    assert "Twoje zgłoszenie bez zmian" in ann.last
    assert "kolej" not in ann.last


async def test_the_team_hears_of_applications_and_of_a_day_that_comes_near(
    town: Town, school: Event, ann: Inhabitant
) -> None:
    boss = await coordinator(town)
    await applies(school, ann)
    await town.pass_time(days=1)
    assert any("Nowe zgłoszenie czeka na decyzję" in said for said in boss.messages)
    await town.pass_time(days=1)
    await town.pass_time(days=1)
    assert "Obiecany termin odpowiedzi: " in boss.last
    assert "1. Anna Kowalska" in await boss.presses("1. Zgłoszenia")


async def test_who_reads_an_application_is_logged(town: Town, school: Event, ann: Inhabitant) -> None:
    await applies(school, ann)
    boss = await coordinator(town)
    await to_applications(boss, school)
    await boss.presses("1. Anna")
    async with town.db.reading() as tx:
        logged = await tx.all("SELECT action FROM audit WHERE action = 'application_seen'")
    assert len(logged) == 1


async def test_an_animator_sees_no_applications(town: Town, school: Event, ann: Inhabitant) -> None:
    await applies(school, ann)
    helper = await coordinator(town, "Marek Zieliński", Role.ANIMATOR)
    await helper.opens("e_forum-1")
    assert "[Zgłoszenia]" not in await helper.presses("Dla zespołu")
