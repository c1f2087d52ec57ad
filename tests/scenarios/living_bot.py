"""The bot as a process of its own, on a Telegram that lives in the test; it can be killed and started again."""

import asyncio
import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.events import EventKind, Plan
from bot.domain.localized import Localized
from bot.domain.people import Actor, Grant, Role
from bot.sandbox.people import Person
from bot.sandbox.server import Hooks, RunningServer, serve
from bot.sandbox.world import World
from bot.services import importing
from bot.services.importing import Incoming
from bot.store.database import Database
from tests.town import TOKEN

CONTENT = Path(__file__).parents[2] / "content"
OWNER = Actor(0, None, "pl", frozenset({Grant(Role.ADMINISTRATOR)}))
CODE = "forum-1"
MENUS = 4
"""For everybody, and one more for each language."""
MOMENT = 0.005
"""Seconds between two looks at a process."""


def noon() -> ZoneInfo:
    """A time zone in which it is about noon now, so that no test meets the quiet hours."""
    ahead = 12 - datetime.now(UTC).hour
    return ZoneInfo(f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT")


class LivingBot:
    """``python -m bot run``, told everything by the environment."""

    def __init__(self, world: World, server: RunningServer, folder: Path) -> None:
        self.world = world
        self.telegram = server.base_url
        self.zone = noon()
        self.path = folder / "mam.sqlite3"
        self.environment = environment(
            folder,
            MAM_TELEGRAM_TOKEN=TOKEN,
            MAM_TELEGRAM_BASE_URL=server.base_url,
            MAM_STORE_PATH=str(self.path),
            MAM_CONTENT_PATH=str(some_content(folder)),
            MAM_ORGANISATION_TIMEZONE=str(self.zone),
        )
        self._process: asyncio.subprocess.Process | None = None

    @property
    def now(self) -> datetime:
        """The moment, as the bot's clock gives it."""
        return datetime.now(UTC).replace(microsecond=0).astimezone(self.zone)

    @property
    def pid(self) -> int:
        """The number of the process, which has to run."""
        assert self._process is not None
        return self._process.pid

    async def start(self) -> None:
        """Begin; wait until it has told Telegram its menus, which is the last thing before it listens."""
        assert self._process is None
        told = self._menus_told()
        process = self._process = await run("run", environment=self.environment, folder=self.path.parent)
        await until(lambda: self._menus_told() >= told + MENUS or process.returncode is not None, seconds=60)
        assert process.returncode is None, (await process.communicate())[1].decode()

    def _menus_told(self) -> int:
        return self.world.called["setMyCommands"]

    async def kill(self) -> None:
        """End it at this instant, as a power cut would."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            process.send_signal(signal.SIGKILL)
        if process is not None:
            await process.communicate()

    async def stop(self) -> tuple[int | None, str]:
        """Ask it to end, as systemd does; gives the exit code and what it said. Raises TimeoutError after 9 s."""
        process, self._process = self._process, None
        assert process is not None
        process.send_signal(signal.SIGTERM)
        try:
            _, said = await asyncio.wait_for(process.communicate(), 9)
        except TimeoutError:
            process.kill()
            await process.communicate()
            raise
        return process.returncode, said.decode()

    async def ends(self) -> tuple[int | None, str]:
        """Wait for it to end by itself; gives the exit code and what it said. Raises TimeoutError after 30 s."""
        process, self._process = self._process, None
        assert process is not None
        _, said = await asyncio.wait_for(process.communicate(), 30)
        return process.returncode, said.decode()

    def asks(self, sql: str) -> list[tuple[object, ...]]:
        """What the store says, whether the bot runs or not."""
        with closing(sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute(sql).fetchall()

    async def plan(self, starts: datetime, seats: int = 6, reminders: tuple[str, ...] = ("1d 18:00", "2h")) -> None:
        """Put a forum into the calendar while the bot is down."""
        plan = forum(starts, seats, reminders)
        async with self.store() as db:
            await importing.import_events(db, OWNER, [Incoming(plan, ())], now=self.now)

    @asynccontextmanager
    async def store(self) -> AsyncIterator[Database]:
        """The store, while the bot is down."""
        db = await Database.open(self.path)
        try:
            yield db
        finally:
            await db.close()

    def sees(self, person: Person) -> str:
        """All the chat shows of the bot."""
        return "\n".join(message.text for message in self.world.chat_with(person).from_bot())


def forum(starts: datetime, seats: int, reminders: tuple[str, ...] = ("1d 18:00", "2h")) -> Plan:
    """A forum of two hours."""
    return Plan(
        code=CODE,
        project="podgorze",
        kind=EventKind.DEBATE,
        title=Localized({"pl": "Forum Dialogu", "en": "Dialogue Forum", "uk": "Форум діалогу"}),
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        place="Dom kultury",
        seats=seats,
        reminders=reminders,
    )


async def until(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait for what a process of its own does; raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - another process has no event to wait for
            await asyncio.sleep(MOMENT)


@asynccontextmanager
async def living_bot(world: World, folder: Path) -> AsyncIterator[LivingBot]:
    """A Telegram on HTTP and a bot for it, not started yet; it never outlives the test."""

    async def nothing(_span: timedelta) -> None:
        """The clock of a process of its own cannot be moved."""

    async def nobody() -> None:
        """Nothing is due, nobody is restarted."""

    server = await serve(world, Hooks(nothing, nobody, nobody))
    bot = LivingBot(world, server, folder)
    try:
        yield bot
    finally:
        await bot.kill()
        await server.close()


def some_content(folder: Path) -> Path:
    """A content folder with one project."""
    content = folder / "content"
    (content / "projects").mkdir(parents=True)
    shutil.copy(CONTENT / "projects" / "lider.toml", content / "projects")
    return content


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """The variables of this process without any settings of the bot, then ``settings``; compiled files are kept."""
    dropped = ("MAM_", "COV", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return {**kept, "HOME": str(folder), **settings}


async def run(*arguments: str, environment: Mapping[str, str], folder: Path) -> asyncio.subprocess.Process:
    """``python -m bot`` with these arguments, in a folder without a configuration."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *arguments),
        cwd=folder,
        env=environment,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
