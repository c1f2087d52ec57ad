"""The bot as a process that is watched: one on a store, heard of when it is not alone, loses nothing when it stops."""

import asyncio
import socket
from datetime import timedelta

import aiohttp

from bot.domain.signups import Details
from bot.sandbox.people import Person
from bot.services import people, signups
from bot.services.people import Sender
from bot.store import events
from tests.town import TOKEN

from .living_bot import CODE, LivingBot, run, until

REMINDED = "Shall we see you?"
STATES = "SELECT state, repeated, count(*) FROM outbox WHERE kind = 'reminder' GROUP BY state, repeated"


class TestOneBotOnAStore:
    async def test_a_second_ends_with_a_sentence_and_the_first_goes_on(self, bot: LivingBot, somebody: Person) -> None:
        await bot.start()
        second = await run("run", environment=bot.environment, folder=bot.path.parent)
        _, said = await asyncio.wait_for(second.communicate(), 30)
        assert second.returncode == 2
        (line,) = said.decode().splitlines()
        assert line == f"Another mam-bot (process {bot.pid}) runs on {bot.path}: stop that one first."
        bot.world.opens_link(somebody)
        await until(lambda: "Good day!" in bot.sees(somebody))

    async def test_a_killed_one_leaves_nothing_in_the_way(self, bot: LivingBot) -> None:
        for _ in range(2):
            await bot.start()
            await bot.kill()
        await bot.start()
        assert (await bot.stop())[0] == 0


class TestWatched:
    async def test_its_health_and_its_numbers_can_be_read(self, bot: LivingBot, somebody: Person) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            place = f"127.0.0.1:{free.getsockname()[1]}"
        bot.environment["MAM_HTTP_LISTEN"] = place
        await bot.start()
        bot.world.opens_link(somebody)
        await until(lambda: "Good day!" in bot.sees(somebody))
        async with aiohttp.ClientSession(f"http://{place}") as session:
            async with session.get("/healthz") as answer:
                assert (answer.status, await answer.text()) == (200, "well\n")
            async with session.get("/metrics") as answer:
                assert 'mam_calls_total{method="sendMessage",status="200"} 1.0' in await answer.text()

    async def test_another_program_with_its_token_is_told_of_once_in_a_sentence(self, bot: LivingBot) -> None:
        await bot.start()
        url = f"{bot.telegram}{TOKEN}/getUpdates?timeout=20"
        async with aiohttp.ClientSession() as other:
            for _ in range(4):
                async with other.get(url) as answer:
                    assert answer.status == 409  # the bot asked again, which ended our turn
        code, said = await bot.stop()
        assert code == 0
        assert said.count("Another program uses this token") == 1
        assert "Traceback" not in said


class TestAskedToStopWhileItSends:
    async def test_it_finishes_what_is_in_flight_and_keeps_the_rest_for_the_next_start(self, bot: LivingBot) -> None:
        crowd = [bot.world.add_person("Anna", f"Kowalska {number}", language_code="en") for number in range(150)]
        await remind(bot, crowd)
        await bot.start()
        await until(lambda: sum(REMINDED in bot.sees(person) for person in crowd) >= 10)
        assert (await bot.stop())[0] == 0
        seen = sum(REMINDED in bot.sees(person) for person in crowd)
        assert bot.asks(STATES) == [("pending", 0, 150 - seen), ("sent", 0, seen)]
        await bot.start()
        await until(lambda: bot.asks(STATES) == [("sent", 0, 150)], seconds=20)
        assert all(bot.sees(person).count(REMINDED) == 1 for person in crowd)


async def remind(bot: LivingBot, crowd: list[Person]) -> None:
    """Give everybody a seat at a forum whose reminder is due when the bot starts."""
    now = bot.now  # the same for all, however long this takes
    await bot.plan(now + timedelta(hours=2, seconds=1), seats=200, reminders=("2h",))
    for person in crowd:
        bot.world.opens_link(person)
    bot.world.updates.drop()
    async with bot.store() as db:
        for person in crowd:
            sender = Sender(person.id, person.first_name, "en")
            await people.identify(db, sender, administrators=frozenset(), update=(person.id, 0), now=now)
            actor = await people.recognise(db, person.id, administrators=frozenset())
            async with db.transaction() as tx:
                event = await events.find(tx, CODE)
                assert actor is not None
                assert event is not None
                await signups.join(tx, actor, event, Details(person.name), source=None, now=now)
