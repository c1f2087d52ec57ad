"""What people live through with the bot, told over HTTP; Telegram has nothing to complain of."""

import pytest
from icalendar import Calendar

from bot.sandbox.chats import buttons
from tests.town import Inhabitant

from .wired import WiredTown, signs_up


async def test_a_resident_looks_around_signs_up_and_is_reminded(town: WiredTown, ann: Inhabitant) -> None:
    event = await town.plan()
    assert "Fundacja Przykładowa" in await ann.says("/start")
    assert "Dialogue Forum" in await ann.says("/events")
    assert "Free seats: 6 of 6" in await ann.presses("1. Dialogue Forum")
    assert "you have a seat" in await signs_up(ann, event)
    await town.pass_time(days=7, hours=6)
    assert "Tomorrow:" in ann.last
    assert "see you there" in await ann.presses("I'll come")
    assert town.complaints() == []


async def test_the_calendar_file_that_arrives_can_be_read(town: WiredTown, ann: Inhabitant) -> None:
    event = await town.plan()
    await signs_up(ann, event)
    documents = [one for one in town.world.chat_with(ann.person).from_bot() if one.kind == "document"]
    body = documents[-1].content["document"]
    assert isinstance(body, dict)
    stored = town.world.files.get(str(body["file_id"]))
    assert stored is not None
    assert (stored.name, stored.mime) == ("forum-1.ics", "text/calendar")
    (entry,) = Calendar.from_ical(stored.content.decode()).walk("VEVENT")
    assert entry["SUMMARY"] == "Dialogue Forum"
    assert entry.decoded("DTSTART") == event.plan.starts_at


async def test_a_seat_that_is_freed_goes_to_the_first_in_the_queue(
    town: WiredTown, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=1)
    await signs_up(ann, event)
    assert "number 1 on the waiting list" in await signs_up(ben, event)
    await town.pass_time(days=7, hours=6)
    await ann.presses("I can't")
    assert "tomorrow, Tuesday, 1 December" in ben.last
    await ben.presses("Take the seat")
    assert await town.rows("SELECT state FROM signups WHERE state = 'offered'") == []
    assert [row["state"] for row in await town.rows("SELECT DISTINCT state FROM outbox WHERE kind LIKE 'seat%'")] == [
        "sent"
    ]
    assert "Somebody else has the seat already" in await ann.presses("Take it back")
    assert town.complaints() == []


async def test_everything_that_is_not_a_new_text_gets_an_answer(town: WiredTown, ann: Inhabitant) -> None:
    await ann.says("/start")
    wrote = town.world.says(ann.person, "/help")
    await town.settle()
    town.world.edits(ann.person, wrote, "/events")
    await town.settle()
    assert "I only read new messages" in ann.last
    town.world.sends(ann.person, "sticker")
    await town.settle()
    assert "Nice!" in ann.last
    town.world.sends(ann.person, "voice")
    await town.settle()
    assert "I cannot listen to recordings" in ann.last
    town.world.sends_location(ann.person, 50.02, 19.98)
    await town.settle()
    assert "Events have a map button" in ann.last
    assert town.complaints() == []


async def test_a_command_in_a_group_is_answered_with_the_way_to_the_private_chat(
    town: WiredTown, ann: Inhabitant
) -> None:
    group = town.world.add_group("Sąsiedzi z Kozłówka", ann.person)
    town.world.says(ann.person, "/events", chat=group)
    await town.settle()
    (answer,) = group.from_bot()
    assert "private chat" in answer.text
    assert buttons(answer.markup)[0][0]["url"] == "https://t.me/mam_bot?start=g"
    assert town.world.chat_with(ann.person).from_bot() == []
    assert town.complaints() == []


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
async def test_no_screen_is_refused_in_any_language(town: WiredTown, language: str) -> None:
    await town.plan(seats=1)
    person = town.person("Oksana Shevchenko", language)
    for words in ("/start", "/events", "/projects", "/my", "/ask", "/settings", "/privacy", "/help", "/cancel", "/nic"):
        await person.says(words)
    await person.opens("e_forum-1")
    await person.opens("z_forum-1")
    assert len(person.messages) == 12
    assert town.complaints() == []


async def test_every_language_has_its_own_menu_of_commands(town: WiredTown, ann: Inhabitant) -> None:
    halina = town.person("Halina Mazur", "pl")
    assert {"my", "events"} <= {command["command"] for command in town.world.commands(ann.person)}
    assert {"moje", "wydarzenia"} <= {command["command"] for command in town.world.commands(halina.person)}
