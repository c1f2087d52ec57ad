"""The outbox under a crowd: 10,000 reminders due in the same minute, and memory with 100,000 recipients.

The reminders leave at the pace of those who pay Telegram for a thousand a second, so that the bot is measured and not
the limit; beside them stands the usual way, a job in python-telegram-bot's queue for each. ``python -m bench outbox``.
"""

import asyncio
import logging
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from telegram.ext import ApplicationBuilder, CallbackContext

from bench.broadcast import NETWORK, NOON, TOKEN, Far, Measured, follow, somebody, talk, waited, written
from bench.broadcast import running as bot_at_work
from bot.app import Running
from bot.delivery.pace import RATE
from bot.domain.announcements import Copy
from bot.domain.events import EventKind, Plan
from bot.domain.localized import Localized
from bot.domain.people import Actor, Grant, Role
from bot.domain.signups import Details
from bot.sandbox.people import Person
from bot.sandbox.transport import InProcess
from bot.sandbox.world import World
from bot.services import importing, notices, people, signups
from bot.services.bulletins import Bulletin
from bot.services.importing import Incoming
from bot.services.people import Sender
from bot.store import events
from bot.store.database import Database
from bot.store.rows import moment

REMINDERS = 10_000
PAID = 1000
"""Messages a second Telegram takes from those who pay for more."""
RECIPIENTS = (1_000, 100_000)
TAKEN = 900
"""Messages claimed, worded and written down before memory is read."""
OWNER = Actor(0, None, "pl", frozenset({Grant(Role.ADMINISTRATOR)}))
FORUM = Plan(
    code="forum",
    project="lider",
    kind=EventKind.DEBATE,
    title=Localized({"pl": "Forum"}),
    starts_at=NOON + timedelta(days=1, hours=1),
    ends_at=NOON + timedelta(days=1, hours=3),
    place="Dom kultury",
    seats=REMINDERS,
    reminders=("1d",),
)


async def ours(count: int) -> Measured:
    """Reminders as the bot sends them, while people talk to it."""
    measured = Measured()
    async with bot_at_work(measured, rate=PAID) as (bot, world):
        world.limits.is_on = False
        crowd = [somebody(world, number) for number in range(count)]
        await _sign_up(bot, crowd)
        talking = asyncio.create_task(talk(bot, world, measured))
        began = time.perf_counter()
        await bot.outbox.tick()
        measured.rate = count / (time.perf_counter() - began)
        talking.cancel()
        await asyncio.gather(talking, return_exceptions=True)
        got = [len(world.chat_with(person).from_bot()) for person in crowd]
        assert got == [1] * count, "everybody has to be reminded once"
    return measured


async def _sign_up(bot: Running, crowd: list[Person]) -> None:
    db = bot.house.db
    await importing.import_events(db, OWNER, [Incoming(FORUM, ())], now=NOON)
    for person in crowd:
        await people.identify(
            db, Sender(person.id, "Anna", "pl"), administrators=frozenset(), update=(person.id, 0), now=NOON
        )
    async with db.transaction() as tx:
        forum = await events.find(tx, FORUM.code)
        assert forum is not None
        for row in await tx.all("SELECT id, telegram_id FROM people WHERE telegram_id > 0"):
            actor = Actor(int(row["id"]), int(row["telegram_id"]), "pl")
            await signups.join(tx, actor, forum, Details("Anna"), source=None, now=NOON)
        await tx.execute("UPDATE outbox SET due_at = created_at WHERE kind = 'reminder'")
        await tx.execute("DELETE FROM outbox WHERE kind <> 'reminder'")


async def jobs(count: int) -> Measured:
    """A job for each, as most bots remind: nothing is stored, checked or written down."""
    measured, ended = Measured(), asyncio.Event()
    world = World(lambda: NOON, token=TOKEN, limits=False)
    crowd = [somebody(world, number) for number in range(count)]
    requests = (Far(world, measured), InProcess(world))
    application = ApplicationBuilder().token(TOKEN).request(requests[0]).get_updates_request(requests[1]).build()
    left = count

    async def remind(context: CallbackContext) -> None:  # type: ignore[type-arg]
        nonlocal left
        assert context.job is not None
        await context.bot.send_message(context.job.chat_id, "Forum jutro")
        left -= 1
        if not left:
            ended.set()

    async with application:
        await application.start()
        queue = application.job_queue
        assert queue is not None
        began = time.perf_counter()
        for person in crowd:
            queue.run_once(remind, 0, chat_id=person.id, job_kwargs={"misfire_grace_time": None})
        await ended.wait()
        measured.rate = count / (time.perf_counter() - began)
        await application.stop()
    return measured


async def fill(count: int) -> None:
    """An announcement to so many; its first messages go, then memory is printed: MiB more than before it."""
    with tempfile.TemporaryDirectory() as folder:
        db = await Database.open(Path(folder) / "mam.sqlite3")
        await _followers(db, count)
        before = _peak(reset=True)
        await written(db, await follow(db, 1), now=NOON)
        for _ in range(TAKEN // 60):
            for letter in await notices.claim(db, now=NOON, limit=60):
                bulletin = await notices.prepare(db, letter, now=NOON)
                assert isinstance(bulletin, Bulletin)
                copy = Copy(bulletin.one.id, letter.person, letter.person, (1,), "pl")
                await notices.sent(db, letter, copy=copy, revision=bulletin.one.revision, now=NOON)
        print(_peak() - before)
        await db.close()


async def _followers(db: Database, count: int) -> None:
    async with db.transaction() as tx:
        await tx.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < :last) "
            "INSERT INTO people (telegram_id, first_name, created_at, seen_at) SELECT i, 'Anna', :now, :now FROM n",
            {"last": 998 + count, "now": moment(NOON)},
        )
        await tx.execute("INSERT INTO follows (person_id, project, at) SELECT id, 'lider', created_at FROM people")


def _peak(*, reset: bool = False) -> float:
    """MiB at most since the peak was reset."""
    if reset:
        Path("/proc/self/clear_refs").write_text("5", "ascii")
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main(count: int = REMINDERS) -> None:
    """The comparison."""
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    print(f"\n{count} reminders due at once, {NETWORK * 1000:.0f} ms of network, no limit at Telegram")
    _show("mam-bot", asyncio.run(ours(count)))
    _show("a job for each, nothing kept", asyncio.run(jobs(count)))
    used = {number: _memory(number) for number in RECIPIENTS}
    few, many = RECIPIENTS
    print(f"Memory an announcement adds: {few} recipients {used[few]:.1f} MiB, {many} recipients {used[many]:.1f} MiB")


def _show(name: str, one: Measured) -> None:
    print(f"  {name:32} {one.rate:5.1f} a second, {one.rate / RATE:.1f} × the usual limit{waited(one)}")


def _memory(count: int) -> float:
    words = [sys.executable, "-m", "bench.outbox", "fill", str(count)]
    return float(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    if sys.argv[1:2] == ["fill"]:
        asyncio.run(fill(int(sys.argv[2])))
    else:
        main(*(int(argument) for argument in sys.argv[1:]))
