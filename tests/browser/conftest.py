"""A browser for each test, where there is one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from . import opened
from .opened import Visitor


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    """A browser; without one the test is skipped, unless MAM_BROWSER=required."""
    if opened.found() is None:
        missing = "No Chromium is found: install it (Debian: apt install chromium)."
        if opened.is_required():
            pytest.fail(missing)
        pytest.skip(missing)
    async with opened.browser() as running:
        yield running


@pytest.fixture
async def address(tmp_path: Path, chromium: Browser) -> AsyncIterator[str]:
    """A sandbox of one's own."""
    async with opened.sandbox(tmp_path) as found:
        yield found


@pytest.fixture
async def visitor(chromium: Browser, address: str) -> Visitor:
    """Somebody at a desk, who reads Polish and is Anna."""
    return Visitor(await opened.open_page(chromium, address))
