"""The server listens, on this computer only, and says when it cannot."""

import aiohttp
import pytest

from bot.sandbox.server import Hooks, PortInUse, RunningServer, serve
from bot.sandbox.world import World

from .calls import Around


async def test_the_page_and_its_parts_are_served(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/") as index:
        assert index.status == 200
        assert index.content_type == "text/html"
    async with browser.get("/static/index.html") as part:
        assert part.status == 200
        assert part.headers["Cache-Control"] == "no-cache"


async def test_what_is_not_there_is_said_so(browser: aiohttp.ClientSession) -> None:
    for path in ("/nowhere", "/api/nowhere"):
        async with browser.get(path, headers={"Accept-Language": "en-GB"}) as answer:
            assert answer.status == 404
            assert await answer.json() == {"error": "There is no such page."}


async def test_a_taken_port_is_named(world: World, around: Around, server: RunningServer) -> None:
    with pytest.raises(PortInUse) as refusal:
        await serve(world, Hooks(around.move_clock, around.next_due, around.restart), port=server.port)
    assert refusal.value.port == server.port


async def test_a_port_is_free_again_after_closing(world: World, around: Around) -> None:
    hooks = Hooks(around.move_clock, around.next_due, around.restart)
    first = await serve(world, hooks)
    await first.close()
    second = await serve(world, hooks, port=first.port)
    assert second.url == first.url
    await second.close()
