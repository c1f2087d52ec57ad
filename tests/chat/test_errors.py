"""Where handling an update ends when something is wrong."""

import logging

import pytest
from telegram import Update
from telegram.ext import CallbackContext

from bot.chat.context import Context, Reply
from bot.chat.pipeline import Pipeline
from bot.chat.routes import Routes
from bot.sandbox.faults import Trouble

from ..town import Inhabitant, Town

SECRET = "mój numer to 600100200"


async def broken(_ctx: Context, _words: str) -> Reply:
    """A handler with a bug."""
    raise RuntimeError("something broke")


async def handled(town: Town, routes: Routes) -> None:
    """Everything waiting, through a pipeline with these handlers."""
    pipeline = Pipeline(town.bot.house, routes)
    application = town.bot.application
    for raw in town.world.updates.take():
        update = Update.de_json(dict(raw), application.bot)
        await pipeline.handle(update, CallbackContext(application))


async def test_a_bug_is_apologised_for_with_a_sign_that_is_in_the_log(
    town: Town, ann: Inhabitant, caplog: pytest.LogCaptureFixture
) -> None:
    routes = Routes()
    routes.kind("text")(broken)
    boss = town.world.add_person("Szef", id=1)
    town.world.opens_link(boss)
    await town.settle()
    town.world.says(ann.person, SECRET)
    with caplog.at_level(logging.INFO):
        await handled(town, routes)
    sign = ann.sees.partition("znak: ")[2][:4]
    assert len(sign) == 4
    assert sign in caplog.text
    assert "something broke" in caplog.text
    assert "600100200" not in caplog.text
    assert sign in town.world.sees(boss)


async def test_when_not_even_the_apology_arrives_the_bot_lives_on(town: Town, ann: Inhabitant) -> None:
    routes = Routes()
    routes.kind("text")(broken)
    town.world.says(ann.person, "cokolwiek")
    town.world.faults.order("sendMessage", Trouble.RESET, times=5)
    await handled(town, routes)
    town.world.faults.clear()
    assert "Fundacja" in await ann.says("/start")


@pytest.mark.parametrize("trouble", [Trouble.RESET, Trouble.LOST_ANSWER])
async def test_an_answer_that_is_lost_on_the_way_is_no_bug(
    town: Town, ann: Inhabitant, trouble: Trouble, caplog: pytest.LogCaptureFixture
) -> None:
    await ann.says("/start")
    town.world.faults.order("sendMessage", trouble, times=1)
    await ann.says("/pomoc")
    assert "bug" not in caplog.text


async def test_somebody_who_blocks_before_the_answer_is_noted_as_unreachable(town: Town, ann: Inhabitant) -> None:
    await ann.says("/start")
    town.world.faults.order("sendMessage", Trouble.FORBIDDEN, times=1)
    await ann.says("/pomoc")
    async with town.db.reading() as tx:
        assert await tx.value("SELECT reachable FROM people WHERE telegram_id = ?", [ann.person.id]) == 0


async def test_a_forged_button_is_refused_with_a_way_on(town: Town, ann: Inhabitant) -> None:
    await ann.says("/start")
    message = town.world.chat_with(ann.person).from_bot()[-1]
    assert message.markup is not None
    message.markup["inline_keyboard"] = [[{"text": "Fałszywy", "callback_data": "1|zz|9"}]]
    seen = await ann.presses("Fałszywy")
    assert "[Wydarzenia]" in seen
