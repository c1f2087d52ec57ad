"""The queue as people live it: a couple, an offer late in the evening, an event that moves, one that comes back."""

from datetime import datetime, timedelta

from bot.domain.events import Event
from bot.domain.signups import State

from ..town import Inhabitant, Town
from .test_resident import state_of


async def signs_up_with(who: Inhabitant, event: Event, companions: int) -> str:
    """Sign up together with others."""
    await who.opens(f"z_{event.plan.code}")
    await who.presses("Rozumiem")
    await who.says(f"{who.person.first_name} {who.person.last_name}")
    await who.presses("Pomiń", "Pomiń")
    await who.says(str(companions))
    if companions:
        await who.presses("Pomiń")
    await who.presses("Nic", "Nie", "Zapisz mnie")
    return who.sees


async def test_a_couple_in_the_queue_gets_two_seats_together_or_none(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=2, companions=1)
    cyd, couple = town.person("Celina Bąk"), town.person("Jan Nowak")
    for one in (ann, ben):
        await signs_up_with(one, event, 0)
    assert "1. miejscu" in await signs_up_with(couple, event, 1)
    assert "2. miejscu" in await signs_up_with(cyd, event, 0)
    await ann.says("/moje")
    await ann.presses("Forum Dialogu", "Rezygnuję")
    assert "Zwolnił" not in couple.sees
    assert "Zwolnił" not in cyd.sees
    await ben.says("/moje")
    await ben.presses("Forum Dialogu", "Rezygnuję")
    assert "Zwolniły się 2 miejsca" in couple.last
    await couple.presses("Biorę")
    assert "Masz 2 miejsca!" in couple.sees
    assert await state_of(town, couple) is State.CONFIRMED
    assert await state_of(town, cyd) is State.WAITING


async def test_an_offer_at_half_past_ten_in_the_evening_waits_until_the_morning(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=1)
    await ann.signs_up(event)
    await ben.signs_up(event)
    await town.pass_time(hours=10, minutes=30)
    await ann.says("/moje")
    await ann.presses("Forum Dialogu", "Rezygnuję")
    assert "Zwolniło" not in ben.last
    await town.pass_time(hours=9, minutes=31)
    assert "Zwolniło się miejsce!" in ben.last
    assert "Trzymamy je dla Ciebie do: dziś, wtorek, 24 listopada, 20:00" in ben.last
    await ben.presses("Biorę")
    assert "Przypomnimy" in ben.sees


async def test_an_offer_nobody_answers_passes_on_and_says_so_kindly(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=1)
    cyd = town.person("Celina Bąk")
    for one in (ann, ben, cyd):
        await one.signs_up(event)
    await ann.says("/moje")
    await ann.presses("Forum Dialogu", "Rezygnuję")
    await town.pass_time(days=1)
    assert "miejsce przeszło dalej" in ben.last
    assert "na jej końcu" in ben.last
    assert "Zwolniło się miejsce!" in cyd.last
    await ben.presses("Biorę")
    assert "przeszło do kogoś innego" in "\n".join(ben.messages)


async def test_who_leaves_an_offer_leaves_it_to_the_next_at_once(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await town.plan(seats=1)
    cyd = town.person("Celina Bąk")
    for one in (ann, ben, cyd):
        await one.signs_up(event)
    await ann.says("/moje")
    await ann.presses("Forum Dialogu", "Rezygnuję")
    await ben.presses("Rezygnuję")
    assert "Zwolniło się miejsce!" in cyd.last
    assert "1. miejscu" in await ben.presses("Cofnij")


async def test_a_moved_event_is_told_once_with_the_old_and_the_new_and_asks_again(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=1)
    await ann.signs_up(event)
    await ben.signs_up(event)
    later = event.plan.starts_at + timedelta(days=2, hours=1)
    await town.plan(seats=1, starts_at=later)
    await town.settle()
    told = [message for message in ann.messages if "Nowy termin" in message or "Zmiana terminu" in message]
    assert len(told) == 1
    assert "wtorek, 1 grudnia" in told[0]
    assert "czwartek, 3 grudnia" in told[0]
    assert "[Tak, będę]" in told[0]
    assert "kolejce" in ben.last
    await ann.presses("Nie dam rady")
    assert "Zwolniło się miejsce!" in ben.last


async def test_an_event_that_was_called_off_and_takes_place_after_all(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    await town.bring(event.plan, is_called_off=True)
    await town.settle()
    assert "się nie odbędzie" in "\n".join(ann.messages[-2:])
    await town.bring(event.plan)
    await town.settle()
    back = "\n".join(ann.messages[-2:])
    assert "jednak się odbędzie" in back
    assert "[Tak, będę]" in back
    await town.pass_time(days=7, hours=6)
    assert "Już jutro" in ann.last


async def test_two_things_at_the_same_time_are_a_warning(town: Town, ann: Inhabitant) -> None:
    starts = town.clock.now() + timedelta(days=8, hours=5)
    assert isinstance(starts, datetime)
    await ann.signs_up(await town.plan("forum-1", starts_at=starts))
    second = await town.plan("forum-2", starts_at=starts + timedelta(hours=1))
    await ann.opens(f"z_{second.plan.code}")
    await ann.says("Anna Kowalska")
    await ann.presses("Pomiń", "Pomiń", "Nic", "Nie", "Zapisz mnie")
    assert "w tym samym czasie masz też: „Forum Dialogu”" in ann.sees
