"""Somebody else comes instead: what whoever opens the link reads before and after."""

import re

from ..town import Inhabitant, Town


async def link_of(who: Inhabitant) -> str:
    """The payload of a link that passes the place on."""
    await who.says("/moje")
    shown = await who.presses("Forum Dialogu", "Zastąpi mnie ktoś inny")
    found = re.search(r"start=(s_\w+)", shown)
    assert found
    return found[1]


async def finishes(who: Inhabitant) -> str:
    """Answer what is asked of whoever takes a place."""
    await who.presses("Rozumiem")
    await who.says("Bogdan Nowak")
    summary = await who.presses("Pomiń", "Pomiń", "Nic", "Nie")
    assert "wtorek, 1 grudnia, 17:00–19:00" in summary
    await who.presses("Przejmuję miejsce")
    return who.sees


async def test_whoever_takes_a_seat_over_is_told_of_the_reminders(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    opened = await ben.opens(await link_of(ann))
    assert "Ktoś oddaje Ci swoje miejsce.\n" in opened
    assert "Kilka pytań i miejsce jest Twoje." in opened
    assert "kolejce" not in opened
    done = await finishes(ben)
    assert "Przypomnimy: jutro o 17:00" in done
    assert "nie będzie przypomnienia" not in done


async def test_whoever_takes_a_place_in_the_queue_over_knows_that_it_is_one(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=1)
    await town.person("Celina Bąk").signs_up(event)
    await ann.signs_up(event)
    opened = await ben.opens(await link_of(ann))
    assert "oddaje Ci swoje miejsce w kolejce" in opened
    assert "kolejce jest Twoje" in await finishes(ben)
