"""People the sandbox's tests speak of."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.sandbox.chats import Chat
from bot.sandbox.people import Person
from bot.sandbox.server import Hooks, RunningServer, serve
from bot.sandbox.world import World

from .calls import Around, Clock


@pytest.fixture(autouse=True)
def _spans_instead_of_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns about whoever has not chosen."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def world(clock: Clock) -> World:
    return World(clock, monotonic=clock.monotonic)


@pytest.fixture
def ann(world: World) -> Person:
    """Ann has started the bot, and the bot has read it."""
    person = world.add_person("Anna", "Nowak", username="anna_nowak")
    world.opens_link(person)
    world.updates.take()
    return person


@pytest.fixture
def ben(world: World) -> Person:
    """Ben has never written to the bot."""
    return world.add_person("Bohdan", language_code="uk")


@pytest.fixture
def neighbours(world: World, ann: Person, ben: Person) -> Chat:
    """A group with the bot in it."""
    group = world.add_group("Sąsiedzi z Kozłówka", ann, ben)
    world.updates.take()
    return group


@pytest.fixture
def around(clock: Clock) -> Around:
    return Around(clock)


@pytest.fixture
async def server(world: World, around: Around) -> AsyncIterator[RunningServer]:
    """The world at a free port of this computer."""
    running = await serve(world, Hooks(around.move_clock, around.next_due, around.restart))
    yield running
    await running.close()


@pytest.fixture
async def browser(server: RunningServer) -> AsyncIterator[aiohttp.ClientSession]:
    """Somebody who asks the server as the page does."""
    async with aiohttp.ClientSession(server.url) as session:
        yield session
