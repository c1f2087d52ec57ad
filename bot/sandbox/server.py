"""The world over HTTP, for this computer only: the Bot API, and the page where people chat."""

import errno
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.sandbox.bot_api import BotApi
from bot.sandbox.files import UPLOAD_LIMIT
from bot.sandbox.guards import own_page_only
from bot.sandbox.live import Live
from bot.sandbox.page_api import Hooks, PageApi
from bot.sandbox.world import World

__all__ = ["Hooks", "PortInUse", "RunningServer", "serve"]

BODY_LIMIT = 20 * UPLOAD_LIMIT
"""Bytes; far above Telegram's limit, so that a file just above it gets a sentence and not a broken connection."""

PAGE = Path(__file__).parent / "page"
LOOPBACK = "127.0.0.1"
WARSAW = ZoneInfo("Europe/Warsaw")


class PortInUse(Exception):
    """Somebody else listens at ``port``."""

    def __init__(self, port: int) -> None:
        super().__init__(f"port {port} is in use")
        self.port = port


class RunningServer:
    """A server that is listening; ``base_url`` and ``base_file_url`` are what python-telegram-bot takes."""

    def __init__(self, runner: web.AppRunner, port: int, world: World, live: Live) -> None:
        self.port = port
        self.url = f"http://{LOOPBACK}:{port}"
        self.base_url = f"{self.url}/bot"
        self.base_file_url = f"{self.url}/file/bot"
        self._runner = runner
        self._world = world
        self._live = live

    async def close(self) -> None:
        """End all streams and stop listening."""
        self._live.close()
        self._world.faults.silence.set()
        await self._runner.cleanup()


async def serve(world: World, hooks: Hooks, *, port: int = 0, zone: ZoneInfo = WARSAW) -> RunningServer:
    """Listen at a port of the loopback, any free one for 0; raises PortInUse."""
    world.faults.silence.clear()
    live = Live(world)
    runner = web.AppRunner(
        _application(world, PageApi(world, hooks, zone, live)),
        access_log=None,
        handler_cancellation=True,
        shutdown_timeout=1,
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, LOOPBACK, port).start()
    except OSError as error:
        live.close()
        await runner.cleanup()
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(port) from error
        raise
    return RunningServer(runner, runner.addresses[0][1], world, live)


def _application(world: World, page: PageApi) -> web.Application:
    app = web.Application(middlewares=[own_page_only], client_max_size=BODY_LIMIT)
    BotApi(world).add_to(app)
    page.add_to(app)
    app.router.add_get("/", _index)
    app.router.add_static("/static", PAGE)
    app.on_response_prepare.append(_always_fresh)
    return app


async def _index(_: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html")


async def _always_fresh(request: web.Request, response: web.StreamResponse) -> None:
    """A browser asks again whether the page has changed: a new version of mam-bot brings a new page."""
    if request.path == "/" or request.path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-cache"
