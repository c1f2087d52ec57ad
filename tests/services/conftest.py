"""A store of one's own, people and an event, without any Telegram."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.clock import Clock
from bot.store.database import Database

from .house import Office


@pytest.fixture
async def office(tmp_path: Path, clock: Clock) -> AsyncIterator[Office]:
    """Where sign-ups are kept."""
    db = await Database.open(tmp_path / "office.sqlite3")
    yield Office(db, clock)
    await db.close()
