"""The bot as a process: killed at any instant, stopped politely, run over by a crowd."""

import asyncio
import random
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

import pytest

from bot.domain.signups import Details
from bot.sandbox.faults import Trouble
from bot.sandbox.people import Person
from bot.sandbox.pressing import NoSuchButton
from bot.sandbox.world import World
from bot.services import people, signups
from bot.store import events
from tests.town import TOKEN

from .living_bot import CODE, LivingBot, until
from .talking import chat, meet, newest, step

SEATED = "Done, you have a seat!"
HAS_A_SEAT = "You have a seat."
STEPS = {
    "Your data": "I understand, go on",
    "First and last name": "",
    "Phone": "Skip",
    "Gmina": "Skip",
    "Special needs": "I need nothing",
    "Your data for next time": "No",
    "Check that everything is right": "Sign me up",
}
"""The steps of a sign-up as their titles name them, and what is pressed there; the name is typed."""
SIGNED_UP = "SELECT name, state, phone, gmina, needs FROM signups"
ANNAS = [("Anna Kowalska", "confirmed", None, None, None)]
REMINDERS = "SELECT state, repeated FROM outbox WHERE kind = 'reminder'"


class TestKilledWhileSomebodySignsUp:
    @pytest.fixture(autouse=True)
    async def _forum(self, bot: LivingBot) -> None:
        await bot.plan(bot.now + timedelta(days=8))

    async def test_the_next_answer_goes_on_at_the_same_step(self, bot: LivingBot, somebody: Person) -> None:
        await bot.start()
        bot.world.opens_link(somebody, f"z_{CODE}")
        for title in STEPS:
            await bot.world.until(lambda title=title: step(bot, somebody) == title)  # type: ignore[misc]
            await bot.kill()
            await bot.start()
            answer(bot, somebody)
        await bot.world.until(lambda: SEATED in newest(bot, somebody))
        await bot.kill()
        assert bot.asks(SIGNED_UP) == ANNAS

    async def test_an_answer_that_nobody_heard_is_kept(self, bot: LivingBot, somebody: Person) -> None:
        """Killed after the step was stored and before the chat showed it: the old button leads to the present step."""
        await bot.start()
        bot.world.opens_link(somebody, f"z_{CODE}")
        await bot.world.until(lambda: step(bot, somebody) == "Your data")
        bot.world.faults.order("editMessageText", Trouble.LOST_REQUEST)
        answer(bot, somebody)
        await stored(bot, "SELECT step FROM dialogs", [("name",)])
        await bot.kill()
        bot.world.faults.clear()
        assert step(bot, somebody) == "Your data"
        await bot.start()
        answer(bot, somebody)
        await bot.world.until(lambda: step(bot, somebody) == "First and last name")
        await goes_on(bot, somebody)
        assert bot.asks(SIGNED_UP) == ANNAS

    async def test_a_seat_that_nobody_was_told_of_is_shown_by_the_same_button(
        self, bot: LivingBot, somebody: Person
    ) -> None:
        await bot.start()
        bot.world.opens_link(somebody, f"z_{CODE}")
        await goes_on(bot, somebody, to="Check that everything is right")
        bot.world.faults.order("editMessageText", Trouble.LOST_REQUEST)
        answer(bot, somebody)
        await stored(bot, SIGNED_UP, ANNAS)
        await bot.kill()
        bot.world.faults.clear()
        assert SEATED not in newest(bot, somebody)
        await bot.start()
        answer(bot, somebody)
        await bot.world.until(lambda: HAS_A_SEAT in newest(bot, somebody))
        assert bot.asks(SIGNED_UP) == ANNAS

    @pytest.mark.parametrize("chance", range(3))
    async def test_whatever_the_instant_what_was_confirmed_is_stored(
        self, bot: LivingBot, somebody: Person, chance: int
    ) -> None:
        instants = random.Random(chance)  # noqa: S311
        await bot.start()
        bot.world.opens_link(somebody, f"z_{CODE}")
        for _ in STEPS:
            await asyncio.sleep(instants.uniform(0, 0.04))
            await bot.kill()
            assert SEATED not in chat(bot, somebody) or bot.asks(SIGNED_UP) == ANNAS
            await bot.start()
            await once(bot, somebody)
        await goes_on(bot, somebody)
        assert bot.asks(SIGNED_UP) == ANNAS


class TestAReminderOnItsWay:
    @pytest.fixture(autouse=True)
    async def _due_now(self, bot: LivingBot, somebody: Person) -> None:
        """Somebody has a seat at a forum whose reminder is due when the bot starts."""
        signed_up = bot.now
        await bot.plan(signed_up + timedelta(hours=2, seconds=1), reminders=("2h",))
        async with bot.store() as db:
            await meet(db, bot, somebody)
            async with db.transaction() as tx:
                actor = await people.recognise(db, somebody.id, administrators=frozenset())
                event = await events.find(tx, CODE)
                assert actor is not None
                assert event is not None
                await signups.join(tx, actor, event, Details(somebody.name), source=None, now=signed_up)
        bot.world.opens_link(somebody)
        bot.world.updates.drop()

    @pytest.mark.parametrize(("trouble", "seen"), [(Trouble.LOST_REQUEST, 1), (Trouble.LOST_ANSWER, 2)])
    async def test_is_sent_again_after_a_kill_between_claiming_and_hearing(
        self, bot: LivingBot, somebody: Person, trouble: Trouble, seen: int
    ) -> None:
        bot.world.faults.order("sendMessage", trouble, chat_id=somebody.id)
        await bot.start()
        await stored(bot, REMINDERS, [("sending", 0)])
        await bot.world.until(lambda: chat(bot, somebody).count("Shall we see you?") == seen - 1)
        await bot.kill()
        bot.world.faults.clear()
        assert bot.asks(REMINDERS) == [("sending", 0)]
        await bot.start()
        await stored(bot, REMINDERS, [("sent", 1)])
        assert chat(bot, somebody).count("Shall we see you?") == seen


class TestStoppedPolitely:
    async def test_it_ends_at_once_and_without_complaint(self, bot: LivingBot) -> None:
        await bot.start()
        assert (await bot.stop())[0] == 0

    async def test_it_finishes_what_is_in_hand(self, bot: LivingBot) -> None:
        crowd = [bot.world.add_person("Anna", f"Kowalska {number}", language_code="en") for number in range(40)]
        await bot.start()
        for person in crowd:
            bot.world.opens_link(person)
        await bot.world.until(lambda: "Good day!" in chat(bot, crowd[0]))
        assert (await bot.stop())[0] == 0
        await bot.start()
        await bot.world.until(lambda: all(chat(bot, person).count("Good day!") == 1 for person in crowd))

    async def test_it_does_not_wait_for_a_telegram_that_is_silent(self, bot: LivingBot, somebody: Person) -> None:
        await bot.start()
        bot.world.faults.order("sendMessage", Trouble.LOST_REQUEST)
        bot.world.opens_link(somebody)
        await stored(bot, "SELECT telegram_id FROM people", [(somebody.id,)])
        bot.world.faults.order("getUpdates", Trouble.LOST_REQUEST, times=9)
        assert (await bot.stop())[0] == 0


class TestACrowd:
    async def test_of_fifty_and_one_seat_stands_in_order_of_arrival(self, bot: LivingBot, world: World) -> None:
        await bot.plan(bot.now + timedelta(days=8), seats=1)
        crowd = [world.add_person("Anna", f"Kowalska {number}", language_code="en") for number in range(50)]
        async with bot.store() as db:
            for person in crowd:
                await meet(db, bot, person, is_known=True)
        await bot.start()
        for person in crowd:
            world.opens_link(person, f"z_{CODE}")
        await world.until(lambda: all(step(bot, person) for person in crowd), seconds=20)
        random.shuffle(crowd)
        world.limits.is_on = True
        for person in crowd:
            world.presses(person, "Sign me up")
        await world.until(lambda: not any(step(bot, person) for person in crowd), seconds=20)
        first, *others = crowd
        assert SEATED in newest(bot, first)
        for position, person in enumerate(others, start=1):
            assert f"You are number {position} on the waiting list" in newest(bot, person)
        assert bot.asks("SELECT state, count(*) FROM signups GROUP BY state") == [("confirmed", 1), ("waiting", 49)]
        queue = "SELECT telegram_id FROM signups JOIN people ON people.id = person_id ORDER BY queue"
        assert bot.asks(queue) == [(person.id,) for person in crowd]


def answer(bot: LivingBot, person: Person) -> None:
    """Do what the chat asks for; whoever finds nothing to press follows the link again."""
    asked = step(bot, person)
    if asked == "First and last name":
        bot.world.says(person, person.name)
        return
    try:
        bot.world.presses(person, STEPS.get(asked, "-"))
    except NoSuchButton:
        bot.world.opens_link(person, f"z_{CODE}")


async def once(bot: LivingBot, person: Person) -> None:
    """Wait a little for what the bot may still say, then answer once."""
    before = newest(bot, person)
    with suppress(TimeoutError):
        await bot.world.until(lambda: newest(bot, person) != before, seconds=0.3)
    answer(bot, person)


async def goes_on(bot: LivingBot, person: Person, to: str = SEATED) -> None:
    """From wherever the chat stands to the confirmation, or to a step, answering again what had no answer."""
    for _ in range(5 * len(STEPS)):
        before = newest(bot, person)
        if to in before or HAS_A_SEAT in before:
            return
        answer(bot, person)
        with suppress(TimeoutError):
            await bot.world.until(lambda before=before: is_asking(bot, person, before), seconds=1)  # type: ignore[misc]
    raise AssertionError(chat(bot, person))


def is_asking(bot: LivingBot, person: Person, before: str) -> bool:
    """Whether the newest words are others than ``before``, and something can be done with them."""
    now = newest(bot, person)
    return now != before and (bool(step(bot, person)) or SEATED in now or HAS_A_SEAT in now)


async def stored(bot: LivingBot, sql: str, expected: Sequence[tuple[object, ...]]) -> None:
    """Wait until the store says so."""
    await until(lambda: bot.asks(sql) == expected)


class TestARevokedToken:
    async def test_ends_the_bot_with_a_sentence_instead_of_leaving_it_deaf(
        self, bot: LivingBot, world: World, somebody: Person
    ) -> None:
        await bot.start()
        world.says(somebody, "/start")
        await until(lambda: bool(bot.sees(somebody)))
        world.token = "999:another"
        world.says(somebody, "/help")
        code, said = await bot.ends()
        assert code == 2, said
        assert "Telegram does not know the token any more" in said
        assert "Traceback" not in said
        assert TOKEN not in said
