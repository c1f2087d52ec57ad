"""The line updates come in on."""

import asyncio
import logging
from datetime import UTC, datetime

import pytest
from telegram import Bot
from telegram.error import TelegramError

from bot.chat import listening
from bot.chat.listening import CONTESTED, DEAF, REMIND, Listening
from bot.sandbox.faults import Trouble
from bot.sandbox.transport import InProcess
from bot.sandbox.world import World

from ..town import TOKEN


class Moment:
    """A steady clock that passes when it is told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def world() -> World:
    """Telegram, which knows one token."""
    return World(lambda: datetime.now(UTC), token=TOKEN)


@pytest.fixture
def moment() -> Moment:
    """A moment that stands."""
    return Moment()


@pytest.fixture
def line(world: World, moment: Moment) -> Listening:
    """A line to it."""
    return Listening(InProcess(world), moment)


async def asks(line: Listening) -> None:
    """Updates asked for once, whatever comes of it."""
    async with Bot(TOKEN, request=InProcess(World(lambda: datetime.now(UTC))), get_updates_request=line) as bot:
        try:
            await bot.get_updates(timeout=0)
        except TelegramError:
            return


async def test_while_the_token_is_known_nothing_is_lost(world: World, line: Listening, moment: Moment) -> None:
    moment.now += 30
    assert line.silent_for == 30
    await asks(line)
    assert not line.token_lost.is_set()
    assert line.silent_for == 0
    assert line.read_timeout == InProcess(world).read_timeout


@pytest.mark.parametrize("token", ["999:other", "1:x"])
async def test_a_token_that_is_not_known_any_more_is_noticed(world: World, line: Listening, token: str) -> None:
    world.token = token
    await asks(line)
    assert line.token_lost.is_set()


async def test_a_second_listener_is_told_of_once_in_a_while(
    line: Listening, moment: Moment, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(10):
        line.answered("getUpdates", 409)
        line.answered("getUpdates", 200)
        moment.now += REMIND / 10 - 1
    assert [record.message for record in caplog.records] == [
        "Another program uses this token: stop it, or give this bot a token of its own."
    ]
    moment.now += REMIND
    line.answered("getUpdates", 409)
    assert len(caplog.records) == 2


async def test_a_second_listener_counts_until_it_was_not_heard_of_for_a_minute(line: Listening, moment: Moment) -> None:
    seen = []
    for status in (200, 409, 200, 200):
        line.answered("getUpdates", status)
        seen.append(line.is_contested)
        moment.now += CONTESTED / 2
    assert seen == [False, True, True, False]


async def test_a_silence_is_told_of_when_it_begins_and_when_it_ends(
    world: World, line: Listening, moment: Moment, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot.chat.listening")
    for trouble in (Trouble.RESET, Trouble.LOST_REQUEST, Trouble.SERVER_ERROR):
        world.faults.order("getUpdates", trouble)
        await asks(line)
        moment.now += 20
    assert line.silent_for == 60
    await asks(line)
    assert [record.message for record in caplog.records] == [
        "Telegram does not answer (NetworkError); trying again.",
        "Telegram answers again, after 60 seconds.",
    ]


async def test_whoever_does_not_ask_any_more_is_deaf(
    world: World, line: Listening, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "LOOK", 0.001)
    deaf = asyncio.create_task(line.deaf())
    world.faults.order("getUpdates", Trouble.SERVER_ERROR, times=9)
    for _ in range(3):
        moment.now += DEAF - 1
        await asks(line)
        await asyncio.sleep(0.005)
        assert not deaf.done()
    moment.now += DEAF
    await asyncio.wait_for(deaf, 20)
