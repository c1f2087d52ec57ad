"""A broadcast at Telegram's limit while people talk, beside sending one message after the other.

Against the sandbox in the same process, with its limits on and some network in between. python-telegram-bot's
AIORateLimiter joins in when ``aiolimiter`` is installed. ``python -m bench.broadcast 3000`` for more people.
"""

import asyncio
import logging
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import SecretStr
from telegram import Update
from telegram.error import RetryAfter
from telegram.ext import AIORateLimiter, ExtBot

from bot import app
from bot.app import Running
from bot.chat.relays import Relay
from bot.config import Config, Organisation, Store, Telegram
from bot.delivery.pace import RATE
from bot.domain.announcements import Audience, Of, Piece
from bot.domain.clock import Clock
from bot.domain.people import Actor, Grant, Role
from bot.sandbox.people import Person
from bot.sandbox.transport import InProcess
from bot.sandbox.world import World
from bot.services import announcing, composing, news, people
from bot.services.people import Sender
from bot.store.database import Database

NETWORK = 0.05
"""Seconds to Telegram and back."""
PEOPLE = 900
TALKERS = 40
WORDS = "Zapraszamy"
BREAK = 0.3
"""Seconds between two people who write."""
TOKEN = "123456:BENCHBENCHBENCHBENCHBENCHBENCHBENCH"  # noqa: S105 - of nobody
ZONE = ZoneInfo("Europe/Warsaw")
NOON = datetime(2026, 11, 23, 12, tzinfo=ZONE)


@dataclass(slots=True)
class Measured:
    """What came of one broadcast."""

    rate: float = 0.0
    all_calls: float = 0.0
    """Calls a second that Telegram counts, replies among them."""
    sent: int = 0
    refused: int = 0
    replies: list[float] = field(default_factory=list)


class Far(Relay):
    """The sandbox behind a network; counts what was refused with 429."""

    def __init__(self, world: World, measured: Measured) -> None:
        super().__init__(InProcess(world))
        self._measured = measured

    async def do_request(self, *given: Any, **named: Any) -> tuple[int, bytes]:
        """The answer, half a network later on each way."""
        await asyncio.sleep(NETWORK / 2)
        answer = await super().do_request(*given, **named)
        await asyncio.sleep(NETWORK / 2)
        return answer

    def answered(self, name: str, status: int) -> None:
        """One more."""
        self._measured.refused += status == 429
        self._measured.sent += status == 200 and name.startswith(("send", "edit"))


@asynccontextmanager
async def running(measured: Measured, rate: int = RATE) -> AsyncIterator[tuple[Running, World]]:
    """A bot with nobody yet."""
    clock = Clock(ZONE, stands_at=NOON)
    world = World(lambda: NOON, token=TOKEN)
    with tempfile.TemporaryDirectory() as folder:
        config = Config(
            telegram=Telegram(token=SecretStr(TOKEN), rate=rate),
            store=Store(path=Path(folder) / "mam.sqlite3"),
            organisation=Organisation(name="Fundacja"),
        )
        house = await app.open_house(config, clock)
        try:
            requests = (Far(world, measured), InProcess(world))
            async with app.started(app.assemble(house, config, requests=requests), polling=False) as bot:
                yield bot, world
        finally:
            await house.db.close()


async def ours(count: int) -> Measured:
    """An announcement as the bot sends it."""
    measured = Measured()
    async with running(measured) as (bot, world):
        crowd = await _prepared(bot, world, count)
        talking = asyncio.create_task(talk(bot, world, measured))
        began, measured.sent = time.perf_counter(), 0
        await bot.outbox.tick()
        seconds = time.perf_counter() - began
        measured.rate, measured.all_calls = count / seconds, measured.sent / seconds
        talking.cancel()
        await asyncio.gather(talking, return_exceptions=True)
        _check(world, crowd)
    return measured


async def _prepared(bot: Running, world: World, count: int) -> list[Person]:
    crowd = [somebody(world, number) for number in range(count)]
    readers = [await follow(bot.house.db, person.id) for person in crowd]
    await written(bot.house.db, readers[0], now=NOON)
    return crowd


async def follow(db: Database, person: int) -> Actor:
    """Somebody who wants the project's news."""
    known = await people.identify(
        db, Sender(person, "Anna", "pl"), administrators=frozenset(), update=(person, 0), now=NOON
    )
    assert known is not None
    await news.choose(db, known, "lider", True, now=NOON)
    return known


async def written(db: Database, author: Actor, *, now: datetime) -> None:
    """An announcement to everybody who follows the project, on its way."""
    await people.grant(db, author.id, Grant(Role.ANIMATOR), now=now)
    animator = Actor(author.id, author.telegram_id, "pl", frozenset({Grant(Role.ANIMATOR)}))
    one = (await composing.new(db, animator, now=now)).one
    async with db.transaction() as tx:
        await composing.keep_piece(tx, animator, one.id, "pl", Piece(WORDS))
    one = (await composing.aim(db, animator, one.id, Audience(Of.FOLLOWERS, "lider"), now=now)).one
    await announcing.confirm(db, animator, one.id, one.revision, now=now)


async def talk(bot: Running, world: World, measured: Measured) -> None:
    """People who ask for their sign-ups, one after the other, until this is cancelled."""
    talkers = [somebody(world, number) for number in range(TALKERS)]
    while True:
        for person in talkers:
            await asyncio.sleep(BREAK)
            chat = world.chat_with(person)
            before, began = len(chat.from_bot()), time.perf_counter()
            world.says(person, "/moje")
            for raw in world.updates.take():
                await bot.application.update_queue.put(Update.de_json(dict(raw), bot.application.bot))
            while len(chat.from_bot()) == before:  # noqa: ASYNC110 - the sandbox has no event to wait for
                await asyncio.sleep(0.002)
            measured.replies.append(time.perf_counter() - began)


def somebody(world: World, number: int) -> Person:
    """Somebody who pressed Start."""
    person = world.add_person("Anna", f"Kowalska {number}")
    world.chat_with(person).is_started = True
    return person


def _check(world: World, crowd: list[Person]) -> None:
    got = [sum(WORDS in one.text for one in world.chat_with(person).from_bot()) for person in crowd]
    assert got == [1] * len(crowd), "everybody has to get it once"


async def plainly(count: int, limiter: AIORateLimiter | None) -> Measured:
    """One after the other with nothing but waiting after a 429; with PTB's own limiter all at once, as it is meant."""
    measured = Measured()
    world = World(lambda: NOON, token=TOKEN)
    crowd = [somebody(world, number) for number in range(count)]
    bot = ExtBot(TOKEN, request=Far(world, measured), get_updates_request=InProcess(world), rate_limiter=limiter)
    async with bot:
        began = time.perf_counter()
        if limiter:
            await asyncio.gather(*(_tell(bot, person) for person in crowd))
        else:
            for person in crowd:
                await _tell(bot, person)
        measured.rate = measured.all_calls = count / (time.perf_counter() - began)
    return measured


async def _tell(bot: ExtBot[Any], person: Person) -> None:
    while True:
        try:
            await bot.send_message(person.id, WORDS)
            return
        except RetryAfter as error:
            wait = error.retry_after
            await asyncio.sleep(wait if isinstance(wait, int | float) else wait.total_seconds())


def main(count: int = PEOPLE) -> None:
    """The comparison."""
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    print(f"\nA broadcast to {count}, {NETWORK * 1000:.0f} ms of network, {RATE} a second permitted")
    _show("mam-bot, people talking", asyncio.run(ours(count)))
    _show("one after the other", asyncio.run(plainly(count, None)))
    if find_spec("aiolimiter"):
        _show("PTB's AIORateLimiter", asyncio.run(plainly(count, AIORateLimiter(max_retries=5))))
    else:
        print("  PTB's AIORateLimiter             not measured: aiolimiter is not installed")


def _show(name: str, one: Measured) -> None:
    used = f"{one.all_calls / RATE:4.0%} of what is permitted with all replies"
    print(f"  {name:32} {one.rate:5.1f} a second, {used}, {one.refused} × 429{waited(one)}")


def waited(one: Measured) -> str:
    """How long people waited for replies meanwhile, if anybody wrote."""
    if len(one.replies) < 2:
        return ""
    return f", 95 % of {len(one.replies)} replies within {statistics.quantiles(one.replies, n=20)[-1]:.3f} s"


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
