"""Open pages are told that something changed, and only to look."""

import asyncio

import aiohttp

from bot.sandbox.people import Person
from bot.sandbox.server import RunningServer
from bot.sandbox.world import World

from .calls import Around, done


async def events(answer: aiohttp.ClientResponse, count: int) -> list[str]:
    """The next events of a stream, by name."""
    found: list[str] = []
    async with asyncio.timeout(20):
        while len(found) < count:
            line = (await answer.content.readline()).decode().strip()
            if line.startswith("event: "):
                found.append(line.removeprefix("event: "))
    return found


async def test_ones_own_chat_is_news_and_somebody_elses_is_state(
    world: World, browser: aiohttp.ClientSession, ann: Person, ben: Person
) -> None:
    async with browser.get(f"/api/people/{ann.id}/events") as stream:
        assert stream.content_type == "text/event-stream"
        await done(world, "sendMessage", chat_id=ann.id, text="Dzień dobry")
        assert await events(stream, 2) == ["messages", "state"]
        world.opens_link(ben)
        assert await events(stream, 1) == ["state"]


async def test_moving_the_clock_is_state(
    world: World, browser: aiohttp.ClientSession, around: Around, ann: Person
) -> None:
    async with browser.get(f"/api/people/{ann.id}/events") as stream:
        async with browser.post("/api/clock", json={"hours": 1}) as answer:
            assert answer.status == 200
        assert await events(stream, 1) == ["state"]
    assert around.clock().hour == 17


async def test_news_of_nobody_is_not_found(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/api/people/999/events") as answer:
        assert answer.status == 404


async def test_closing_the_server_ends_the_streams(
    browser: aiohttp.ClientSession, server: RunningServer, ann: Person
) -> None:
    async with browser.get(f"/api/people/{ann.id}/events") as stream:
        await stream.content.readline()
        await server.close()
        async with asyncio.timeout(20):
            await stream.content.read()
