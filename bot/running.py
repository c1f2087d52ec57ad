"""The bot at work: on Telegram, or in the sandbox."""

import asyncio
import logging
import signal
import tempfile
import webbrowser
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import SecretStr
from telegram.error import InvalidToken, NetworkError

from bot import app
from bot.app import Running, Webhook
from bot.chat.context import House
from bot.config import Config, ConfigError, Organisation, Store, Telegram
from bot.domain.clock import Clock
from bot.sandbox import demo
from bot.sandbox.server import Hooks, RunningServer, serve
from bot.sandbox.world import World
from bot.services import notices
from bot.store.locking import alone
from bot.web.server import CannotListen, Web

log = logging.getLogger(__name__)

PORT = 8765
TOKEN = "7000000001:SANDBOX-no-secret"  # noqa: S105 - the sandbox's own Telegram takes any token
PATIENCE = (2, 5, 15, 60)
"""Seconds between tries to reach Telegram at the start; the last is repeated."""


async def run(config: Config) -> None:
    """The bot on Telegram until SIGTERM or Ctrl-C. Raises ConfigError, StoreError, ContentError."""
    token, webhook_url = config.token(), config.telegram.webhook_url
    if webhook_url and config.http.place is None:
        raise ConfigError("[telegram] webhook_url needs [http] listen: say where the bot is to wait for Telegram.")
    stop = _stop_on_signals()
    with alone(config.store.path):
        house = await app.open_house(config, Clock(config.organisation.timezone))
        try:
            async with _listening(config, Web(house, token, webhook_url)) as web:
                while await _live(house, config, web, stop):
                    log.error("Nobody asks Telegram for updates any more: starting anew.")
        finally:
            await house.db.close()


@asynccontextmanager
async def _listening(config: Config, web: Web) -> AsyncIterator[Web]:
    if config.http.place is None:
        yield web
        return
    try:
        await web.open(*config.http.place)
    except CannotListen as error:
        raise ConfigError(str(error)) from error
    try:
        yield web
    finally:
        await web.close()


async def _live(house: House, config: Config, web: Web, stop: asyncio.Event) -> bool:
    """One life of the bot; whether another has to follow. Raises ConfigError."""
    async with AsyncExitStack() as stack:
        running = await _reach_telegram(stack, house, config, web, stop)
        if running is None:
            return False
        app.spare_the_collector()
        log.info("The bot @%s is at work. Ctrl-C ends it.", running.application.bot.username)
        line = running.listening
        endings = [stop.wait(), line.token_lost.wait()]
        await _first(*endings, *([] if config.telegram.webhook_url else [line.deaf()]))
        if line.token_lost.is_set():
            raise ConfigError("Telegram does not know the token any more: get a new one from @BotFather.")
        log.info("Stopping: finishing what is in hand.")
    return not stop.is_set()


async def _reach_telegram(
    stack: AsyncExitStack, house: House, config: Config, web: Web, stop: asyncio.Event
) -> Running | None:
    tries = 0
    url = config.telegram.webhook_url
    while not stop.is_set():
        try:
            running = app.assemble(house, config)
            web.attach(running.application, running.listening, running.metrics)
            return await stack.enter_async_context(
                app.started(running, webhook=Webhook(url, web.secret) if url else None)
            )
        except InvalidToken as error:
            raise ConfigError("Telegram does not know this token: copy it again from @BotFather.") from error
        except NetworkError as error:
            wait = PATIENCE[min(tries, len(PATIENCE) - 1)]
            log.warning("Telegram cannot be reached (%s); trying again in %d s.", type(error).__name__, wait)
            tries += 1
            await _pause(stop, wait)
    return None


async def _first(*endings: Coroutine[object, object, object]) -> None:
    waiting = [asyncio.create_task(ending) for ending in endings]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for task in waiting:
        task.cancel()


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    return stop


class Sandbox:
    """A bot with a Telegram, people and a clock of its own; ``url`` is the page to chat on."""

    def __init__(self, config: Config, folder: Path) -> None:
        self._clock = Clock(config.organisation.timezone)
        self._world = World(lambda: self._clock.now().astimezone(UTC))
        self._config = config.model_copy(
            update={
                "store": Store(path=folder / "sandbox.sqlite3"),
                "organisation": _named(config.organisation),
            }
        )
        self._bot = AsyncExitStack()
        self._running: Running | None = None
        self._house: House | None = None
        self._server: RunningServer | None = None
        self.url = ""

    async def open(self, port: int) -> None:
        """Start everything. Raises PortInUse, StoreError, ContentError."""
        hooks = Hooks(self._move_clock, self._next_due, self.restart)
        self._server = await serve(self._world, hooks, port=port, zone=self._clock.zone)
        self.url = self._server.url
        telegram = Telegram(
            token=SecretStr(TOKEN), base_url=self._server.base_url, base_file_url=self._server.base_file_url
        )
        self._config = self._config.model_copy(update={"telegram": telegram})
        self._house = await app.open_house(self._config, self._clock)
        await demo.furnish(
            self._world,
            self._house.db,
            self._config.content.path / "sandbox.toml",
            frozenset(self._house.content.projects),
            now=self._clock.now(),
        )
        await self._start()

    async def close(self) -> None:
        """Stop everything, in the order that loses nothing."""
        await self._down()
        if self._server:
            await self._server.close()

    async def restart(self) -> None:
        """Stop the bot and start it anew; only the store remembers."""
        await self._down()
        self._house = await app.open_house(self._config, self._clock)
        await self._start()

    async def _down(self) -> None:
        """Stop the bot. Meanwhile the page may ask and move the clock, but nothing is due."""
        house, self._house, self._running = self._house, None, None
        await self._bot.aclose()
        if house:
            await house.db.close()

    async def _start(self) -> None:
        if self._house:
            self._bot = AsyncExitStack()
            self._running = await self._bot.enter_async_context(app.started(app.assemble(self._house, self._config)))

    async def _move_clock(self, span: timedelta) -> None:
        self._clock.move(span)
        if self._running:
            await self._running.outbox.tick()

    async def _next_due(self) -> datetime | None:
        return await notices.next_due(self._house.db, to=self._world.people) if self._house else None


def _named(organisation: Organisation) -> Organisation:
    if organisation.name != Organisation().name:
        return organisation
    return Organisation(name="Fundacja Przykładowa", email="kontakt@example.org", timezone=organisation.timezone)


async def play(config: Config, *, port: int, opens_browser: bool) -> None:
    """The sandbox until Ctrl-C."""
    stop = _stop_on_signals()
    with tempfile.TemporaryDirectory(prefix="mam-bot-") as folder:
        sandbox = Sandbox(config, Path(folder))
        try:
            await sandbox.open(port)
            print(f"The sandbox is open: {sandbox.url}\nCtrl-C ends it; nothing of it is kept.", flush=True)
            if opens_browser:
                webbrowser.open(sandbox.url)
            await stop.wait()
        finally:
            await sandbox.close()
