"""The Bot API over HTTP, for python-telegram-bot's own network stack and for anybody else."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest
import telegram
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes

from bot.sandbox.faults import Trouble
from bot.sandbox.people import Person
from bot.sandbox.server import RunningServer
from bot.sandbox.world import World

from .calls import CALENDAR, inline

TOKEN = "7000000001:over-http"


@pytest.fixture
async def bot(server: RunningServer) -> AsyncIterator[telegram.Bot]:
    async with telegram.Bot(TOKEN, base_url=server.base_url, base_file_url=server.base_file_url) as running:
        yield running


async def test_an_application_lives_over_http(world: World, server: RunningServer, ann: Person) -> None:
    async def card(update: telegram.Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        button = telegram.InlineKeyboardButton("Zapisz się", callback_data="1|join|7")
        await update.message.reply_text("Forum", reply_markup=telegram.InlineKeyboardMarkup([[button]]))

    async def join(update: telegram.Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer()
        await update.callback_query.edit_message_text("Masz miejsce")

    app = Application.builder().token(TOKEN).base_url(server.base_url).build()
    app.add_handlers([CommandHandler("start", card), CallbackQueryHandler(join)])
    assert app.updater is not None
    async with app:
        await app.start()
        await app.updater.start_polling()
        world.opens_link(ann, "e_forum-1")
        await world.until(lambda: world.sees(ann) == "Forum [Zapisz się]")
        world.presses(ann, "Zapisz się")
        await world.until(lambda: world.sees(ann) == "Masz miejsce")
        await app.updater.stop()
        await app.stop()


async def test_files_go_up_and_come_down(bot: telegram.Bot, ann: Person) -> None:
    name, content, _ = CALENDAR
    message = await bot.send_document(ann.id, content, filename=name, caption="Żółw")
    assert message.document is not None
    assert (message.document.file_name, message.caption) == (name, "Żółw")
    file = await bot.get_file(message.document.file_id)
    assert bytes(await file.download_as_bytearray()) == content


async def test_every_kind_of_refusal_is_the_libraries_exception(world: World, bot: telegram.Bot, ann: Person) -> None:
    world.faults.order("sendMessage", Trouble.TOO_MANY_REQUESTS, retry_after=4)
    with pytest.raises(RetryAfter) as wait:
        await bot.send_message(ann.id, "a")
    assert wait.value.retry_after == timedelta(seconds=4)
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(ann.id, " ")
    world.blocks(ann)
    with pytest.raises(Forbidden):
        await bot.send_message(ann.id, "a")


async def test_a_broken_connection_is_a_network_error(world: World, bot: telegram.Bot, ann: Person) -> None:
    for trouble in (Trouble.RESET, Trouble.SERVER_ERROR):
        world.faults.order("sendMessage", trouble)
        with pytest.raises(NetworkError):
            await bot.send_message(ann.id, "a")
    assert world.chat_with(ann).from_bot() == []


async def test_silence_is_a_time_out_and_the_message_may_have_come(
    world: World, bot: telegram.Bot, ann: Person
) -> None:
    for trouble, arrived in ((Trouble.LOST_REQUEST, 0), (Trouble.LOST_ANSWER, 1)):
        world.faults.order("sendMessage", trouble)
        with pytest.raises(TimedOut):
            await bot.send_message(ann.id, "a", read_timeout=0.05)
        assert len(world.chat_with(ann).from_bot()) == arrived


async def test_only_the_right_token_is_let_in(world: World, bot: telegram.Bot) -> None:
    world.token = "7000000001:another"
    with pytest.raises(InvalidToken):
        await bot.get_me()


async def test_parameters_come_as_query_form_or_json(world: World, browser: aiohttp.ClientSession, ann: Person) -> None:
    path = f"/bot{TOKEN}/sendMessage"
    async with browser.get(path, params={"chat_id": str(ann.id), "text": "query"}) as answer:
        assert (await answer.json())["ok"] is True
    form = {"chat_id": str(ann.id), "text": "form", "reply_markup": json.dumps(inline("Tak"))}
    async with browser.post(path, data=form) as answer:
        assert (await answer.json())["result"]["reply_markup"] == inline("Tak")
    async with browser.post(path, json={"chat_id": ann.id, "text": "json"}) as answer:
        assert answer.status == 200
    assert [message.text for message in world.chat_with(ann).from_bot()] == ["query", "form", "json"]


@pytest.mark.parametrize("body", ["{", "[]", '"a"'])
async def test_a_body_that_is_no_json_object_is_refused(browser: aiohttp.ClientSession, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    async with browser.post(f"/bot{TOKEN}/sendMessage", data=body, headers=headers) as answer:
        assert answer.status == 400
        assert "can't parse JSON" in (await answer.json())["description"]


async def test_what_is_not_there_is_not_found(browser: aiohttp.ClientSession) -> None:
    for path in (f"/bot{TOKEN}/sendSmoke", f"/file/bot{TOKEN}/documents/none.ics"):
        async with browser.get(path) as answer:
            assert answer.status == 404
            assert (await answer.json())["ok"] is False
