"""What every test may use: a town with the real bot in it, and the few people one needs."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from pydantic import SecretStr

from bot.config import Config, Organisation, Store, Team, Telegram
from bot.domain.clock import Clock
from bot.sandbox.world import World

from .town import TOKEN, WARSAW, Inhabitant, Town

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=WARSAW)
"""A Monday."""

settings.register_profile("mam", deadline=None)
settings.load_profile("mam")  # a machine may be busy; times are measured in bench/


@pytest.fixture(autouse=True)
def _spans_instead_of_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns about whoever has not chosen."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def clock() -> Clock:
    """The organisation's clock, at noon of a Monday in November."""
    return Clock(WARSAW, stands_at=NOON)


@pytest.fixture
async def town(tmp_path: Path, clock: Clock) -> AsyncIterator[Town]:
    """A town with the bot up."""
    world = World(lambda: clock.now().astimezone(UTC), limits=False)
    config = Config(
        telegram=Telegram(token=SecretStr(TOKEN)),
        store=Store(path=tmp_path / "town.sqlite3"),
        organisation=Organisation(name="Fundacja Przykładowa", email="kontakt@example.org", phone="12 345 67 89"),
        team=Team(administrators=(1,)),
    )
    town = Town(world, clock, config)
    try:
        await town.up()
        yield town
    finally:
        await town.down()


@pytest.fixture
def ann(town: Town) -> Inhabitant:
    """A resident who reads Polish."""
    return town.person("Anna Kowalska")


@pytest.fixture
def ben(town: Town) -> Inhabitant:
    """A resident who reads Polish, too."""
    return town.person("Bogdan Nowak")
