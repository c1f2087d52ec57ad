"""A town whose bot fetches and answers over HTTP, as it does on Telegram, and everything it was told there."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta

import httpx
from telegram.request import HTTPXRequest

from bot import app
from bot.config import Config, Telegram
from bot.domain.clock import Clock
from bot.domain.events import Event
from bot.sandbox.server import Hooks, serve
from bot.sandbox.world import World
from bot.services import notices
from bot.store.database import Row
from tests.town import Inhabitant, Town, hurried

MOMENT = 0.005
"""Seconds between two looks at whether the bot is done."""


@dataclass(frozen=True, slots=True)
class Told:
    """One answer of Telegram: to which method, with which status, in which words."""

    method: str
    status: int
    words: str


class WiredTown(Town):
    """Between the people and the bot there are a server, sockets and python-telegram-bot's own requests."""

    def __init__(self, world: World, clock: Clock, config: Config, *, patience: float) -> None:
        super().__init__(world, clock, config)
        self.told: list[Told] = []
        self._patience = patience

    async def up(self) -> None:
        """Listen, and start the bot as ``run`` does; it waits ``patience`` seconds for an answer."""
        self._stack = AsyncExitStack()
        server = await serve(self.world, Hooks(self._move, self._next_due, self._restart), zone=self.clock.zone)
        self._stack.push_async_callback(server.close)
        telegram = Telegram(
            token=self.config.telegram.token, base_url=server.base_url, base_file_url=server.base_file_url
        )
        config = self.config.model_copy(update={"telegram": telegram})
        house = await app.open_house(config, self.clock)
        self._stack.push_async_callback(house.db.close)
        running = app.assemble(house, config, requests=(self._line(), self._line()), pace=hurried())
        self.running = await self._stack.enter_async_context(app.started(running))

    def _line(self) -> HTTPXRequest:
        """What python-telegram-bot takes by default, with somebody listening on the line."""
        hooks = {"event_hooks": {"response": [self._note]}}
        return HTTPXRequest(connection_pool_size=256, read_timeout=self._patience, httpx_kwargs=hooks)

    async def _note(self, response: httpx.Response) -> None:
        words = "" if response.is_success else str((await _body(response)).get("description"))
        self.told.append(Told(response.url.path.rpartition("/")[2], response.status_code, words))

    async def settle(self) -> None:
        """Wait until the bot has handled every update there is, and let it send what is due."""
        while self.world.updates.pending():
            await self.moment()
        await self.bot.application.update_queue.join()
        await self.bot.outbox.tick()

    async def moment(self) -> None:
        """Let the others work: python-telegram-bot has nothing to wait for."""
        await asyncio.sleep(MOMENT)

    async def rows(self, sql: str) -> list[Row]:
        """What the store says."""
        async with self.db.reading() as tx:
            return await tx.all(sql)

    def complaints(self) -> list[Told]:
        """The calls that Telegram would not do because of how they were made."""
        return [told for told in self.told if told.status in (400, 404)]

    async def _move(self, span: timedelta) -> None:
        await self.pass_time(seconds=span.total_seconds())

    async def _next_due(self) -> datetime | None:
        return await notices.next_due(self.db)

    async def _restart(self) -> None:
        await self.down()
        await self.up()


async def _body(response: httpx.Response) -> dict[str, object]:
    await response.aread()
    found = response.json()
    return found if isinstance(found, dict) else {}


async def signs_up(person: Inhabitant, event: Event) -> str:
    """From the link to the confirmation, for somebody who reads English; gives all that was said at the end."""
    await person.opens(f"z_{event.plan.code}")
    await person.presses("I understand, go on")
    await person.says(person.person.name)
    await person.presses("Skip", "Skip", "I need nothing", "No")
    await person.presses("Sign me up")
    return person.sees
