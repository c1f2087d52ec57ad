"""Telegram, a bot as a process of its own, and somebody who writes to it; the town's scenarios need none of them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.sandbox.people import Person
from bot.sandbox.world import World
from tests.town import TOKEN

from .living_bot import LivingBot, living_bot


@pytest.fixture
def world() -> World:
    """Telegram, today."""
    return World(lambda: datetime.now(UTC), limits=False, token=TOKEN)


@pytest.fixture
async def bot(world: World, tmp_path: Path) -> AsyncIterator[LivingBot]:
    """A bot that is not started yet, with an empty calendar."""
    async with living_bot(world, tmp_path) as found:
        yield found


@pytest.fixture
def somebody(world: World) -> Person:
    """A resident who reads English."""
    return world.add_person("Anna", "Kowalska", language_code="en")
