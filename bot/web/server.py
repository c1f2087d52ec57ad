"""/healthz, /metrics and the webhook, on one port."""

import asyncio
import hashlib
import hmac
import sqlite3
from datetime import timedelta
from urllib.parse import urlsplit

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from telegram import Update
from telegram.ext import Application

from bot.chat.context import House
from bot.chat.listening import Listening
from bot.chat.metrics import Metrics
from bot.services import health
from bot.services.health import Health
from bot.store.database import StoreError

RECENT = 60.0
"""Seconds without an answer to getUpdates (a poll lasts ten) after which the bot is not well."""
PATIENCE = 3.0
"""Seconds the store may take."""
SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header


class CannotListen(Exception):
    """Nobody can listen at this address; the text is one sentence with the cause and the mend."""


class Web:
    """The server. It says 503 until the bot is ``attached``, because until then Telegram was not reached."""

    def __init__(self, house: House, token: str, webhook_url: str | None) -> None:
        self._house = house
        self._application: Application | None = None  # type: ignore[type-arg]
        self._listening: Listening | None = None
        self._metrics = Metrics()
        self._is_called = webhook_url is not None
        self.secret = hashlib.sha256(f"webhook of {token}".encode()).hexdigest()
        """What Telegram shows with every update, so that nobody else can bring any."""
        app = web.Application()
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/metrics", self._show_metrics)
        if webhook_url:
            app.router.add_post(urlsplit(webhook_url).path, self._webhook)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)

    async def open(self, host: str, port: int) -> int:
        """Listen; gives the port, any free one for 0. Raises CannotListen."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as error:
            await self.close()
            raise CannotListen(
                f"[http] listen: {host}:{port} cannot be used ({error.strerror}): choose another address."
            ) from error
        return int(self._runner.addresses[0][1])

    async def close(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()

    def attach(self, application: "Application", listening: Listening, metrics: Metrics) -> None:  # type: ignore[type-arg]
        """This is the bot to speak of."""
        self._application, self._listening, self._metrics = application, listening, metrics

    async def _healthz(self, _: web.Request) -> web.Response:
        troubles = [*self._troubles_with_telegram(), *_troubles_with_store(await self._look())]
        return web.Response(text="\n".join(troubles or ["well"]) + "\n", status=503 if troubles else 200)

    def _troubles_with_telegram(self) -> list[str]:
        line = self._listening
        if line is None or self._application is None or not self._application.running:
            return ["Telegram has not been reached yet"]
        troubles = []
        if line.is_contested:
            troubles.append("another program uses this token")
        if not self._is_called and line.silent_for > RECENT:
            troubles.append(f"the last answer to getUpdates came {line.silent_for:.0f} s ago")
        return troubles

    async def _look(self) -> Health | None:
        try:
            async with asyncio.timeout(PATIENCE):
                return await health.look(self._house.db, now=self._house.clock.now())
        except (TimeoutError, StoreError, sqlite3.Error):
            return None

    async def _show_metrics(self, _: web.Request) -> web.Response:
        metrics, seen = self._metrics, await self._look()
        if self._listening and not self._is_called:
            metrics.show_line(self._listening.silent_for)
        if seen:
            metrics.show_outbox(seen.messages, seen.overdue / timedelta(seconds=1))
        body = await asyncio.to_thread(generate_latest, metrics.registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _webhook(self, request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET, ""), self.secret):
            return web.Response(status=403)
        if self._application is None or not self._application.running:
            return web.Response(status=503)  # Telegram keeps it and comes again
        try:
            update = Update.de_json(await request.json(), self._application.bot)
        except (ValueError, KeyError, TypeError, AttributeError):
            return web.Response(status=400)
        await self._application.update_queue.put(update)
        return web.Response()


def _troubles_with_store(seen: Health | None) -> list[str]:
    if seen is None:
        return ["the store does not answer"]
    return [f"no message leaves: one is {seen.overdue} late"] if seen.is_stuck else []
