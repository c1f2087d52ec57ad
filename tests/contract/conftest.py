"""The town over HTTP, and two residents who read English."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from datetime import UTC
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.config import Config, Organisation, Store, Team, Telegram
from bot.domain.clock import Clock
from bot.sandbox.world import World
from tests.town import TOKEN, Inhabitant

from .wired import WiredTown


@pytest.fixture
def world(clock: Clock) -> World:
    """Telegram, which knows one token and counts nothing."""
    return World(lambda: clock.now().astimezone(UTC), limits=False, token=TOKEN)


@pytest.fixture
async def towns(tmp_path: Path, clock: Clock, world: World) -> AsyncIterator[Callable[[float], WiredTown]]:
    """Makes towns whose bot waits so many seconds for an answer; ends them."""
    config = Config(
        telegram=Telegram(token=SecretStr(TOKEN)),
        store=Store(path=tmp_path / "town.sqlite3"),
        organisation=Organisation(name="Fundacja Przykładowa", email="kontakt@example.org"),
        team=Team(administrators=(1,)),
    )
    async with AsyncExitStack() as stack:

        def found(patience: float) -> WiredTown:
            town = WiredTown(world, clock, config, patience=patience)
            stack.push_async_callback(town.down)
            return town

        yield found


@pytest.fixture
async def town(towns: Callable[[float], WiredTown]) -> WiredTown:
    """A town with the bot up, as patient as python-telegram-bot is by itself."""
    town = towns(5.0)
    await town.up()
    return town


@pytest.fixture
def ann(town: WiredTown) -> Inhabitant:
    """A resident."""
    return town.person("Anna Kowalska", "en")


@pytest.fixture
def ben(town: WiredTown) -> Inhabitant:
    """Another resident."""
    return town.person("Ben Taylor", "en")
