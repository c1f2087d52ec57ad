"""Only this computer and its own page may ask."""

import aiohttp
import pytest

from bot.sandbox.guards import is_loopback
from bot.sandbox.server import RunningServer

from .calls import Around


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8080", "localhost:8080", "LOCALHOST", "[::1]:8080"])
def test_names_of_this_computer_are_known(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["", "mam.example", "127.0.0.1.mam.example", "192.168.1.5:8080", "[::1", "10.0.0.1"])
def test_all_other_names_are_not(host: str) -> None:
    assert not is_loopback(host)


async def test_another_name_for_this_computer_is_refused(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/api/state", headers={"Host": "evil.example"}) as answer:
        assert answer.status == 403
        assert await answer.json() == {"error": "Ta strona działa tylko na tym komputerze."}


async def test_another_page_cannot_act(browser: aiohttp.ClientSession, around: Around) -> None:
    async with browser.post("/api/restart", headers={"Origin": "http://evil.example"}) as answer:
        assert answer.status == 403
    assert around.restarts == 0


async def test_its_own_page_can(browser: aiohttp.ClientSession, server: RunningServer, around: Around) -> None:
    async with browser.post("/api/restart", headers={"Origin": server.url}) as answer:
        assert answer.status == 200
    assert around.restarts == 1
