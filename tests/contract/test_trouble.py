"""What goes wrong between the bot and Telegram, and what people notice of it: as little as can be."""

from collections.abc import Callable

from bot.sandbox.faults import Trouble
from tests.town import Inhabitant

from .wired import WiredTown, signs_up

REMINDERS = "SELECT state, reason, attempts, repeated FROM outbox WHERE kind = 'reminder' ORDER BY due_at"
CALLS = "SELECT p.telegram_id, c.reason FROM calls c JOIN people p ON p.id = c.person_id"


def reminders_seen(person: Inhabitant) -> int:
    """How many reminders stand in the chat."""
    return sum("Shall we see you?" in message for message in person.messages)


async def test_whoever_blocked_the_bot_is_not_written_to_but_called(town: WiredTown, ann: Inhabitant) -> None:
    await signs_up(ann, await town.plan())
    town.world.blocks(ann.person)
    await town.settle()
    assert [row["reachable"] for row in await town.rows("SELECT reachable FROM people")] == [0]
    await town.pass_time(days=7, hours=6)
    assert reminders_seen(ann) == 0
    assert [tuple(row) for row in await town.rows(CALLS)] == [(ann.person.id, "blocked")]


async def test_whoever_left_telegram_is_found_out_by_the_first_refusal(town: WiredTown, ann: Inhabitant) -> None:
    await signs_up(ann, await town.plan())
    town.world.deletes_account(ann.person)
    await town.pass_time(days=1, hours=6)
    assert tuple((await town.rows(REMINDERS))[0]) == ("failed", "blocked", 1, 0)
    assert [row["reachable"] for row in await town.rows("SELECT reachable FROM people")] == [0]
    assert [tuple(row) for row in await town.rows(CALLS)] == [(ann.person.id, "blocked")]
    assert [told.status for told in town.told].count(403) == 1


async def test_whoever_comes_back_gets_the_next_reminder(town: WiredTown, ann: Inhabitant) -> None:
    await signs_up(ann, await town.plan())
    town.world.blocks(ann.person)
    await town.settle()
    await town.pass_time(days=1, hours=6)
    await ann.says("/my")
    await town.pass_time(days=6)
    assert "Tomorrow:" in ann.last


async def test_a_reminder_waits_when_telegram_asks_for_a_pause(town: WiredTown, ann: Inhabitant) -> None:
    await signs_up(ann, await town.plan())
    town.world.faults.order("sendMessage", Trouble.TOO_MANY_REQUESTS, retry_after=1, chat_id=ann.person.id)
    await town.pass_time(days=1, hours=6)
    assert reminders_seen(ann) == 1
    assert tuple((await town.rows(REMINDERS))[0]) == ("sent", None, 1, 0)
    assert [told.status for told in town.told].count(429) == 1


async def test_a_reminder_that_nobody_confirmed_is_repeated_and_marked(towns: Callable[[float], WiredTown]) -> None:
    town = towns(0.5)
    await town.up()
    ann = town.person("Anna Kowalska", "en")
    await signs_up(ann, await town.plan())
    town.world.faults.order("sendMessage", Trouble.LOST_ANSWER, chat_id=ann.person.id)
    await town.pass_time(days=1, hours=6)
    assert reminders_seen(ann) == 1
    assert tuple((await town.rows(REMINDERS))[0]) == ("pending", "TimedOut", 1, 1)
    await town.pass_time(minutes=1)
    assert reminders_seen(ann) == 2
    assert (await town.rows(REMINDERS))[0]["state"] == "sent"


async def test_a_server_error_delays_a_reminder(town: WiredTown, ann: Inhabitant) -> None:
    await signs_up(ann, await town.plan())
    town.world.faults.order("sendMessage", Trouble.SERVER_ERROR, chat_id=ann.person.id)
    await town.pass_time(days=1, hours=6)
    assert reminders_seen(ann) == 0
    await town.pass_time(minutes=1)
    assert reminders_seen(ann) == 1


async def test_an_update_that_comes_twice_is_handled_once(town: WiredTown, ann: Inhabitant) -> None:
    await town.plan()
    await ann.opens("z_forum-1")
    await ann.presses("I understand, go on")
    await ann.says("Anna Kowalska")
    before = ann.messages
    town.world.updates.repeat()
    await town.settle()
    assert ann.messages == before
    assert "Step 3" in ann.last


async def test_a_press_that_comes_twice_signs_up_once(town: WiredTown, ann: Inhabitant) -> None:
    event = await town.plan()
    await signs_up(ann, event)
    before = ann.messages
    town.world.updates.repeat()
    await town.settle()
    assert ann.messages == before
    assert len(await town.rows("SELECT id FROM signups")) == 1


async def test_a_lost_answer_to_a_person_does_not_stop_the_bot(towns: Callable[[float], WiredTown]) -> None:
    town = towns(0.5)
    await town.up()
    ann = town.person("Anna Kowalska", "en")
    for trouble in (Trouble.LOST_REQUEST, Trouble.LOST_ANSWER, Trouble.RESET, Trouble.SERVER_ERROR):
        town.world.faults.order("sendMessage", trouble)
        await ann.says("/help")
        assert "What you can do here" in await ann.says("/help")


async def test_polling_goes_on_after_telegram_was_away(town: WiredTown, ann: Inhabitant) -> None:
    town.world.faults.order("getUpdates", Trouble.SERVER_ERROR, times=2)
    await ann.says("/start")
    assert "What you can do here" in await ann.says("/help")
