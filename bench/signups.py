"""Sign-ups per second, each a durable transaction of its own, beside a bare insert and commit with the same pragmas."""

import asyncio
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import aiosqlite

from bot.domain.events import EventKind, Group, Plan
from bot.domain.localized import Localized
from bot.domain.people import Actor, Grant, Role
from bot.domain.signups import Details
from bot.services import importing, people, signups
from bot.services.importing import Incoming
from bot.services.people import Sender
from bot.store import events
from bot.store.database import Database

PEOPLE = 500
ROUNDS = 5
NOW = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Europe/Warsaw"))
OWNER = Actor(0, None, "pl", frozenset({Grant(Role.ADMINISTRATOR)}))
GROUPS = tuple(Group(0, Localized({"pl": name}), seats) for name, seats in (("a", 10), ("b", 6), ("c", 4)))


@dataclass(frozen=True, slots=True)
class Round:
    """Both rates of one round, per second."""

    signups: float
    inserts: float


async def _signups(folder: Path, number: int) -> float:
    """Everybody signs up for an event of twenty seats in three groups, all at once."""
    db = await Database.open(folder / f"mam-{number}.sqlite3")
    try:
        starts = NOW + timedelta(days=8)
        plan = Plan(
            "forum-1", "podgorze", EventKind.FORUM, Localized({"pl": "Forum"}), starts, starts + timedelta(hours=2)
        )
        await importing.import_events(db, OWNER, [Incoming(plan, GROUPS)], now=NOW)
        crowd = [await _person(db, telegram_id) for telegram_id in range(1, PEOPLE + 1)]
        async with db.reading() as tx:
            event = await events.find(tx, "forum-1")
        assert event is not None

        async def join(actor: Actor, group: int) -> None:
            async with db.transaction() as tx:
                details = Details("Anna Nowak", group=event.groups[group].id)
                await signups.join(tx, actor, event, details, source=None, now=NOW)

        began = time.perf_counter()
        await asyncio.gather(*(join(actor, number % 3) for number, actor in enumerate(crowd)))
        return PEOPLE / (time.perf_counter() - began)
    finally:
        await db.close()


async def _person(db: Database, telegram_id: int) -> Actor:
    sender = Sender(telegram_id, "Anna", "pl")
    actor = await people.identify(db, sender, administrators=frozenset(), update=(telegram_id, 0), now=NOW)
    assert actor is not None
    return actor


async def _inserts(folder: Path, number: int) -> float:
    """A row and a commit each, through aiosqlite, as durable."""
    async with aiosqlite.connect(folder / f"bare-{number}.sqlite3", isolation_level=None) as connection:
        await connection.execute("PRAGMA journal_mode = WAL")
        await connection.execute("PRAGMA synchronous = FULL")
        await connection.execute(
            "CREATE TABLE signups (id INTEGER PRIMARY KEY, event INTEGER, person INTEGER, name TEXT, at TEXT) STRICT"
        )
        began = time.perf_counter()
        for person in range(PEOPLE):
            await connection.execute("BEGIN IMMEDIATE")
            await connection.execute(
                "INSERT INTO signups (event, person, name, at) VALUES (1, ?, 'Anna Nowak', ?)",
                [person, datetime.now(UTC).isoformat()],
            )
            await connection.execute("COMMIT")
        return PEOPLE / (time.perf_counter() - began)


async def measured() -> list[Round]:
    """Round by round, one right after the other, so that both meet the same machine."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        return [Round(await _signups(path, number), await _inserts(path, number)) for number in range(ROUNDS)]


def main() -> None:
    """Print each round and the middle ratio."""
    print(f"{PEOPLE} people at once, 20 seats in three groups; the aim is a third of a bare insert and commit")
    rounds = asyncio.run(measured())
    for one in rounds:
        print(f"  {one.signups:7.0f} sign-ups/s, {one.inserts:7.0f} inserts/s, ratio {one.signups / one.inserts:.2f}")
    ratios = sorted(one.signups / one.inserts for one in rounds)
    print(f"  middle ratio {ratios[len(ratios) // 2]:.2f}")


if __name__ == "__main__":
    main()
