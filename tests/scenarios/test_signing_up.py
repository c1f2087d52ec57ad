"""Signing up, word by word: what people are told of seats, queues and reminders is what happens."""

from datetime import timedelta

from bot.domain.events import Group
from bot.domain.localized import polish

from ..town import Inhabitant, Town
from .test_course import school
from .test_queue import signs_up_with

TOWNS = (Group(0, polish("Piastów"), 1), Group(0, polish("Kraków"), 5))


async def summary_with(who: Inhabitant, companions: int) -> str:
    """The summary of somebody who brings others."""
    await who.opens("z_forum-1")
    await who.presses("Rozumiem")
    await who.says("Anna Kowalska")
    await who.presses("Pomiń", "Pomiń")
    await who.says(str(companions))
    return await who.presses("Pomiń", "Nic", "Nie")


async def test_a_family_hears_that_there_are_too_few_seats_and_not_that_all_are_taken(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=3, companions=2)
    await signs_up_with(ben, event, 0)
    summary = await summary_with(ann, 2)
    assert "Są 2 wolne miejsca, a przychodzą 3 osoby: będzie kolejka." in summary
    assert summary.index("[Zmień: Osoby towarzyszące]") < summary.index("[Zapisz mnie]")
    await ann.presses("Zmień: Osoby towarzyszące")
    assert "będzie kolejka" not in await ann.says("1")
    await ann.presses("Zmień: Osoby towarzyszące")
    await ann.says("2")
    await ann.presses("Zapisz mnie")
    told = ann.sees
    assert "Dla 3 osób nie ma teraz miejsc. Jesteś na 1. miejscu w kolejce." in told
    assert "Wszystkie miejsca są zajęte" not in told
    assert "[Wychodzę z kolejki]" in told
    cyd = town.person("Celina Bąk")
    assert "Wolne miejsca: 2 z 3, w kolejce: 3" in await cyd.opens(f"e_{event.plan.code}")
    assert "Na wolne miejsca ktoś już czeka. Jesteś na 2. miejscu" in await signs_up_with(cyd, event, 0)


async def test_a_family_with_seats_is_told_how_many(town: Town, ann: Inhabitant) -> None:
    event = await town.plan(companions=2)
    await signs_up_with(ann, event, 2)
    assert "Masz 3 miejsca." in await ann.opens("e_forum-1")
    assert "Masz 3 miejsca." in await ann.says("/moje")
    await ann.presses("Forum Dialogu", "Rezygnuję")
    assert "Znów masz 3 miejsca" in await ann.presses("Cofnij")


async def test_a_full_group_says_so_where_it_is_chosen_and_before_anybody_waits(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    await town.plan(groups=TOWNS)
    await ben.opens("z_forum-1")
    await ben.presses("Rozumiem")
    await ben.says("Bogdan Nowak")
    await ben.presses("Pomiń", "Pomiń", "Piastów", "Nic", "Nie", "Zapisz mnie")
    await ann.opens("z_forum-1")
    await ann.presses("Rozumiem")
    await ann.says("Anna Kowalska")
    asked = await ann.presses("Pomiń", "Pomiń")
    summary = await ann.presses("Piastów", "Nic", "Nie")
    await ann.presses("Zapisz mnie")
    assert "[Piastów, brak miejsc: kolejka]" in asked
    assert "[Kraków, wolne miejsca: 5]" in asked
    assert "W tej grupie nie ma już miejsc. Będzie kolejka." in summary
    assert summary.index("[Zmień: Twoja grupa]") < summary.index("[Zapisz mnie]")
    assert "W tej grupie nie ma już miejsc. Jesteś na 1. miejscu w kolejce." in ann.sees


async def test_whoever_comes_by_a_link_sees_what_for_from_the_first_step_to_the_summary(
    town: Town, ann: Inhabitant
) -> None:
    event = await town.plan()
    about = "Forum Dialogu\nwtorek, 1 grudnia, 17:00–19:00\nDom kultury, ul. Na Kozłówce 25, Kraków"
    first = await ann.opens("z_forum-1")
    assert first.startswith(f"{about}\n\nKrok 1 z 7")
    assert first.count("Forum Dialogu") == 1
    assert about not in await ann.presses("Rozumiem")
    await ann.says("Anna Kowalska")
    await ann.presses("Pomiń", "Pomiń")
    assert about in await ann.presses("Nic", "Tak")
    await ann.presses("Zapisz mnie")
    await town.plan("b", starts_at=event.plan.starts_at + timedelta(days=1), groups=TOWNS)
    assert (await ann.opens("z_b")).startswith("Forum Dialogu\nśroda, 2 grudnia, 17:00–19:00")
    await ann.says("/wydarzenia")
    await ann.says("/moje")
    assert "środa, 2 grudnia" in await ann.presses("Dokończ")


async def test_groups_are_counted_as_the_event_is(town: Town, ann: Inhabitant) -> None:
    await town.plan(groups=TOWNS)
    card = await ann.opens("e_forum-1")
    assert "Wolne miejsca: 6 z 6\nPiastów: wolne 1 z 1\nKraków: wolne 5 z 5" in card


async def test_a_link_to_an_event_that_is_over_says_so_and_which_it_was(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    await town.pass_time(days=9)
    told = await ann.opens("z_forum-1")
    assert "To wydarzenie już się odbyło.\n\nForum Dialogu\nwtorek, 1 grudnia, 17:00–19:00" in told
    assert "[Inne wydarzenia]" in told


async def test_a_link_to_an_event_that_has_begun_says_that_one_cannot_join(town: Town, ann: Inhabitant) -> None:
    await town.plan(starts_at=town.clock.now() + timedelta(hours=1))
    await town.pass_time(minutes=90)
    assert "już się zaczęło, więc nie można się zapisać" in await ann.opens("z_forum-1")


async def test_a_reminder_of_today_is_called_today(town: Town, ann: Inhabitant) -> None:
    event = await town.plan(starts_at=town.clock.now() + timedelta(hours=7))
    assert "Przypomnimy: dziś o 17:00." in await ann.signs_up(event)


async def test_the_ticket_of_a_meeting_online_leads_there(town: Town, ann: Inhabitant) -> None:
    event = await town.plan(place="", address="", latitude=None, longitude=None, online_link="https://meet.example/1")
    await ann.signs_up(event)
    await ann.says("/moje")
    await ann.presses("Forum Dialogu", "Bilet")
    assert "https://meet.example/1" in ann.sees
    assert "przy wejściu" not in ann.sees


async def test_where_nobody_took_attendance_nobody_is_said_to_have_missed_anything(town: Town, ann: Inhabitant) -> None:
    event = await school(town)
    await ann.signs_up(event)
    town.clock.move(event.sessions[1].starts_at - town.clock.now())
    mine = await ann.says("/moje")
    assert "Twoje następne spotkanie (2 z" in mine
    assert "Obecność" not in mine
