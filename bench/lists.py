"""The first page of a list of 2,000 sign-ups, from the update to the answer, beside a bare echo in the same run."""

import asyncio
import logging
import random
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import SecretStr
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot import app
from bot.config import Config, Organisation, Store, Team, Telegram
from bot.domain.clock import Clock
from bot.domain.events import EventKind, Plan
from bot.domain.localized import polish
from bot.domain.people import Actor, Grant, Role
from bot.domain.signups import Details
from bot.sandbox.people import Person
from bot.sandbox.transport import InProcess
from bot.sandbox.world import World
from bot.services import importing
from bot.services.importing import Incoming
from bot.store import events, hand_overs, signups
from bot.store.database import Database

PEOPLE = 2_000
ROUNDS = 30
MOST = 50.0
"""Milliseconds of processing the first page may take."""
WARSAW = ZoneInfo("Europe/Warsaw")
NOW = datetime(2026, 11, 23, 12, tzinfo=WARSAW)
OWNER = Actor(0, None, "pl", frozenset({Grant(Role.ADMINISTRATOR)}))
FIRST, LAST = (
    ["Anna", "Łucja", "Zofia", "Jan", "Żaneta", "Piotr"],
    ["Kowal", "Żak", "Łoś", "Ćwik", "Nowak", "Wójcik", "Mazur", "Lis"],
)
TOKEN = "123456:BENCHBENCHBENCHBENCHBENCHBENCHBENCHB"  # noqa: S105
ASKED = ("/lista forum-1", "/lista forum-1 status:rezerwa gmina:piast", "/lista forum-1 kowalsky")


async def fill(db: Database) -> None:
    """Everybody signs up, half of them on the waiting list."""
    plan = Plan("forum-1", "podgorze", EventKind.FORUM, polish("Forum"), NOW + timedelta(8), NOW + timedelta(8.1))
    await importing.import_events(db, OWNER, [Incoming(plan, ())], now=NOW)
    dice = random.Random(1)  # noqa: S311 - names, not secrets
    async with db.transaction() as tx:
        event = await events.find(tx, "forum-1")
        assert event is not None
        for number in range(PEOPLE):
            name = f"{dice.choice(FIRST)} {dice.choice(LAST)}{dice.choice('aeiouy')}{dice.choice('ksnr')}{number % 97}"
            person = await hand_overs.add_person(tx, name, None, "pl", NOW)
            details = Details(name, gmina=dice.choice(("Piastów", "Skawina", "Kraków")))
            signup = await signups.add_waiting(tx, event.id, person, details, version=1, source=None, now=NOW)
            if number % 2:
                await tx.execute("UPDATE signups SET state = 'confirmed', queue = NULL WHERE id = ?", [signup])


async def timed(application: "Application", world: World, people: list[Person], words: str) -> float:  # type: ignore[type-arg]
    """Milliseconds of processing, from the update to the answer sent: the middle one of a message from each person."""
    took = []
    for person in people:
        world.says(person, words)
        (raw,) = world.updates.take()
        update = Update.de_json(dict(raw), application.bot)
        begun = time.process_time()
        await application.process_update(update)
        took.append((time.process_time() - begun) * 1000)
        if len(world.chat_with(person).from_bot()) == 0:
            raise RuntimeError(f"{words} was not answered")
    return sorted(took)[len(took) // 2]


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """The same words."""
    assert update.message is not None
    await update.message.reply_text(update.message.text or "")


async def echoed(world: World, people: list[Person]) -> float:
    """The same for a bot that writes back what it got."""
    bare = Application.builder().token(TOKEN).request(InProcess(world)).get_updates_request(InProcess(world)).build()
    bare.add_handler(MessageHandler(filters.TEXT, echo))
    async with bare:
        return await timed(bare, world, people, "Dzień dobry")


async def measured(folder: Path) -> dict[str, float]:
    """Milliseconds by what was written."""
    clock = Clock(WARSAW, stands_at=NOW)
    world = World(lambda: clock.now().astimezone(UTC), limits=False)
    team = [world.add_person("Krystyna", f"Wójcik {number}", language_code="pl") for number in range(ROUNDS)]
    config = Config(
        telegram=Telegram(token=SecretStr(TOKEN)),
        store=Store(path=folder / "bench.sqlite3"),
        organisation=Organisation(name="Fundacja", email="kontakt@example.org", phone="12 345 67 89"),
        team=Team(administrators=tuple(one.id for one in team)),
    )
    house = await app.open_house(config, clock)
    try:
        await fill(house.db)
        running = app.assemble(house, config, requests=(InProcess(world), InProcess(world)))
        async with app.started(running, polling=False):
            figures = {words: await timed(running.application, world, team, words) for words in ("/start", *ASKED)}
        return {"an echo": await echoed(world, team), **figures}
    finally:
        await house.db.close()


def main() -> int:
    """Print the figures; 1 when the bound is broken."""
    logging.disable()
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(measured(Path(folder)))
    print(f"{PEOPLE} sign-ups, the middle one of {ROUNDS} answers; the aim is {MOST:.0f} ms of processing")
    for words, took in figures.items():
        print(f"  {words:44} {took:6.1f} ms   {took / figures['an echo']:5.1f} × the echo")
    return int(figures[ASKED[0]] > MOST)


if __name__ == "__main__":
    sys.exit(main())
