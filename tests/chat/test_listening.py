"""The line updates come in on."""

from datetime import UTC, datetime

import pytest
from telegram import Bot
from telegram.error import InvalidToken

from bot.chat.listening import Listening
from bot.sandbox.transport import InProcess
from bot.sandbox.world import World

from ..town import TOKEN


async def heard(world: World) -> Listening:
    """Updates asked for once, whatever comes of it."""
    line = Listening(InProcess(world))
    async with Bot(TOKEN, request=InProcess(World(lambda: datetime.now(UTC))), get_updates_request=line) as bot:
        try:
            await bot.get_updates(timeout=0)
        except InvalidToken:
            assert line.token_lost.is_set()
    return line


async def test_while_the_token_is_known_nothing_is_lost() -> None:
    line = await heard(World(lambda: datetime.now(UTC)))
    assert not line.token_lost.is_set()
    assert line.read_timeout == InProcess(World(lambda: datetime.now(UTC))).read_timeout


@pytest.mark.parametrize("token", ["999:other", "1:x"])
async def test_a_token_that_is_not_known_any_more_is_noticed(token: str) -> None:
    assert (await heard(World(lambda: datetime.now(UTC), token=token))).token_lost.is_set()
