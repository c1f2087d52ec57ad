"""A town to test in: the real bot against the sandbox's Telegram, in process, with a clock that can be moved."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from telegram import Update

from bot import app
from bot.app import Running
from bot.config import Config
from bot.delivery.jobs import Chores
from bot.delivery.pace import Pace
from bot.domain.clock import Clock
from bot.domain.events import Event, EventKind, Group, Plan
from bot.domain.localized import Localized
from bot.domain.people import Actor, Grant, Role
from bot.sandbox.chats import Message
from bot.sandbox.people import Person
from bot.sandbox.pressing import Button, as_seen
from bot.sandbox.transport import InProcess
from bot.sandbox.world import World
from bot.services import importing, people
from bot.services.importing import Incoming
from bot.store import events
from bot.store.database import Database

WARSAW = ZoneInfo("Europe/Warsaw")
FILES = ("document", "photo")
TOKEN = "123456:TESTTESTTESTTESTTESTTESTTESTTESTTES"
OWNER = Actor(0, None, "pl", frozenset({Grant(Role.ADMINISTRATOR)}))
MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=WARSAW)


def hurried() -> Pace:
    """The real pace over a time that passes whenever somebody waits."""
    moment = 0.0

    async def sleep(seconds: float) -> None:
        nonlocal moment
        moment += max(seconds, 0.001)
        await asyncio.sleep(0)

    return Pace(time=lambda: moment, sleep=sleep)


class Town:
    """People act, the bot answers, time passes."""

    def __init__(self, world: World, clock: Clock, config: Config) -> None:
        self.world = world
        self.clock = clock
        self.config = config
        self.running: Running | None = None
        self._stack = AsyncExitStack()

    @property
    def bot(self) -> Running:
        """The bot, which has to be up."""
        assert self.running is not None
        return self.running

    @property
    def db(self) -> Database:
        """Its store."""
        return self.bot.house.db

    async def up(self) -> None:
        """Start the bot; only the store remembers an earlier one."""
        house = await app.open_house(self.config, self.clock)
        self._stack.push_async_callback(house.db.close)
        requests = (InProcess(self.world), InProcess(self.world))
        running = app.assemble(house, self.config, requests=requests, pace=hurried())
        self.running = await self._stack.enter_async_context(app.started(running, polling=False))
        self.chores = Chores(house)

    async def down(self) -> None:
        """Stop the bot."""
        await self._stack.aclose()
        self.running = None

    async def settle(self) -> None:
        """Let the bot handle every update there is, and send what is due."""
        application = self.bot.application
        while batch := self.world.updates.take():
            for raw in batch:
                await application.update_queue.put(Update.de_json(dict(raw), application.bot))
            await application.update_queue.join()
            await self._idle()
        await self.chores.tick()
        await self.bot.outbox.tick()
        await self.bot.progress.tick()

    async def _idle(self) -> None:
        processor = self.bot.application.update_processor
        while processor.current_concurrent_updates:  # noqa: ASYNC110 - PTB has nothing to wait for
            await asyncio.sleep(0)

    async def pass_time(self, **span: float) -> None:
        """Put the clock forward and let what is due happen."""
        self.clock.move(timedelta(**span))
        await self.settle()

    async def plan(self, code: str = "forum-1", **changes: object) -> Event:
        """An event a week from now, with six seats unless said otherwise."""
        groups = changes.pop("groups", ())
        assert isinstance(groups, tuple)
        starts = changes.pop("starts_at", self.clock.now() + timedelta(days=8, hours=5))
        ends = changes.pop("ends_at", None)
        assert isinstance(starts, datetime)
        plan = Plan(
            code=code,
            project="podgorze",
            kind=EventKind.DEBATE,
            title=Localized({"pl": "Forum Dialogu", "en": "Dialogue Forum", "uk": "Форум діалогу"}),
            starts_at=starts,
            ends_at=ends if isinstance(ends, datetime) else starts + timedelta(hours=2),
            place="Dom kultury",
            address="ul. Na Kozłówce 25, Kraków",
            latitude=50.02,
            longitude=19.98,
            seats=6,
        )
        changed = replace(plan, **changes)  # type: ignore[arg-type]
        await self.bring(changed, groups)
        async with self.db.reading() as tx:
            found = await events.find(tx, code)
        assert found is not None
        return found

    async def bring(self, plan: Plan, groups: tuple[Group, ...] = (), *, is_called_off: bool = False) -> None:
        """Import one event, new or changed."""
        incoming = Incoming(plan, groups, is_called_off=is_called_off)
        await importing.import_events(self.db, OWNER, [incoming], now=self.clock.now())

    async def grants(self, who: "Inhabitant", held: Grant) -> None:
        """Give a role to somebody who wrote before."""
        actor = await people.recognise(self.db, who.person.id, administrators=frozenset())
        assert actor is not None
        await people.grant(self.db, actor.id, held, now=self.clock.now())

    async def member(self, name: str, *held: Grant) -> "Inhabitant":
        """Somebody of the team, who reads Polish and has written to the bot."""
        who = self.person(name)
        await who.says("/start")
        for grant in held:
            await self.grants(who, grant)
        return who

    def newest_file(self, who: "Inhabitant") -> bytes:
        """What the newest file or picture in somebody's chat holds."""
        message = next(one for one in reversed(self.world.chat_with(who.person).from_bot()) if one.kind in FILES)
        content = message.content[message.kind]
        entry = content[-1] if isinstance(content, list) else content
        assert isinstance(entry, dict)
        stored = self.world.files.get(str(entry["file_id"]))
        assert stored is not None
        return stored.content

    def person(self, name: str, language: str = "pl") -> "Inhabitant":
        """Somebody with a phone."""
        first, _, last = name.partition(" ")
        return Inhabitant(self, self.world.add_person(first, last, language_code=language))


class Inhabitant:
    """A person in the town: acts, and sees what the bot answered."""

    def __init__(self, town: Town, person: Person) -> None:
        self.town = town
        self.person = person

    @property
    def sees(self) -> str:
        """What the chat shows since the person last wrote."""
        return self.town.world.sees(self.person)

    @property
    def last(self) -> str:
        """The newest message of the bot, with its buttons."""
        return self.messages[-1]

    @property
    def messages(self) -> list[str]:
        """All the bot said, as the chat shows it now."""
        from_bot = self.town.world.chat_with(self.person).from_bot()
        return [shown(message) for message in from_bot]

    async def says(self, text: str) -> str:
        """Write, and read the answer."""
        self.town.world.says(self.person, text)
        await self.town.settle()
        return self.sees

    async def presses(self, *buttons: Button) -> str:
        """Press buttons one after the other, and read the newest message."""
        for button in buttons:
            self.town.world.presses(self.person, button)
            await self.town.settle()
        return self.last

    async def opens(self, payload: str) -> str:
        """Follow a link to the bot."""
        self.town.world.opens_link(self.person, payload)
        await self.town.settle()
        return self.sees

    async def signs_up(self, event: Event, name: str = "") -> str:
        """Sign up as a newcomer who reads Polish, with as little as possible; gives the answer."""
        await self.opens(f"z_{event.plan.code}")
        await self.presses("Rozumiem")
        await self.says(name or f"{self.person.first_name} {self.person.last_name}")
        await self.presses("Pomiń", "Pomiń", "Nic")
        await self.presses("Nie")
        before = len(self.messages)
        await self.presses("Zapisz mnie")
        return "\n".join(self.messages[before - 1 :])


def shown(message: Message) -> str:
    """A message as the chat shows it."""
    return as_seen(message)
