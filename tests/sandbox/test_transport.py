"""python-telegram-bot against the world, without a network."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import telegram
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.ext import Application, CommandHandler, ContextTypes

from bot.sandbox.chats import Chat
from bot.sandbox.faults import Trouble
from bot.sandbox.people import Person
from bot.sandbox.transport import InProcess
from bot.sandbox.world import World

from .calls import CALENDAR, PIXEL


@pytest.fixture
async def bot(world: World) -> AsyncIterator[telegram.Bot]:
    async with telegram.Bot("7000000001:in-process", request=InProcess(world)) as running:
        yield running


async def test_the_bot_writes_edits_and_answers(world: World, bot: telegram.Bot, ann: Person) -> None:
    button = telegram.InlineKeyboardButton("Zapisz się", callback_data="1|join|7")
    keyboard = telegram.InlineKeyboardMarkup([[button]])
    message = await bot.send_message(ann.id, "<b>Forum</b>", parse_mode="HTML", reply_markup=keyboard)
    world.presses(ann, "Zapisz się")
    (update,) = [telegram.Update.de_json(one, bot) for one in world.updates.take()]
    assert update.callback_query is not None
    await update.callback_query.answer("Chwileczkę")
    await update.callback_query.edit_message_text("Masz miejsce")
    assert world.sees(ann) == "Masz miejsce\nChwileczkę"
    with pytest.raises(BadRequest, match="not modified"):
        await message.edit_text("Masz miejsce")


async def test_files_go_up_and_come_down(world: World, bot: telegram.Bot, ann: Person) -> None:
    name, content, _ = CALENDAR
    message = await bot.send_document(ann.id, content, filename=name, caption="Kalendarz")
    assert message.document is not None
    assert message.document.mime_type == "text/calendar"
    file = await bot.get_file(message.document.file_id)
    assert bytes(await file.download_as_bytearray()) == content
    await bot.send_photo(ann.id, PIXEL, filename="plakat.png")
    album = [telegram.InputMediaPhoto(PIXEL), telegram.InputMediaPhoto(message_photo(world, ann))]
    assert len(await bot.send_media_group(ann.id, album)) == 2


def message_photo(world: World, ann: Person) -> str:
    newest = world.chat_with(ann).from_bot()[-1]
    return str(telegram.Message.de_json(newest.as_json(), None).photo[-1].file_id)


async def test_a_file_that_is_gone_is_not_found(bot: telegram.Bot) -> None:
    file = telegram.File("x", "y", file_path="https://api.telegram.org/file/bot1:a/documents/none.ics")
    file.set_bot(bot)
    with pytest.raises(InvalidToken):
        await file.download_as_bytearray()


async def test_every_kind_of_refusal_is_the_libraries_exception(
    world: World, bot: telegram.Bot, ann: Person, neighbours: Chat
) -> None:
    world.faults.order("sendMessage", Trouble.TOO_MANY_REQUESTS, retry_after=4)
    with pytest.raises(RetryAfter) as wait:
        await bot.send_message(ann.id, "a")
    assert wait.value.retry_after == timedelta(seconds=4)
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(ann.id, "<b>a", parse_mode="HTML")
    world.blocks(ann)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ann.id, "a")
    bigger = world.upgrades(neighbours)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(neighbours.id, "a")
    assert moved.value.new_chat_id == bigger.id


async def test_trouble_on_the_way_is_the_libraries_exception(world: World, bot: telegram.Bot, ann: Person) -> None:
    for trouble in (Trouble.LOST_REQUEST, Trouble.LOST_ANSWER):
        world.faults.order("sendMessage", trouble)
        with pytest.raises(TimedOut):
            await bot.send_message(ann.id, "a")
    for trouble in (Trouble.RESET, Trouble.SERVER_ERROR):
        world.faults.order("sendMessage", trouble)
        with pytest.raises(NetworkError):
            await bot.send_message(ann.id, "a")
    assert len(world.chat_with(ann).from_bot()) == 1


async def test_commands_and_words_about_itself_can_be_set(world: World, bot: telegram.Bot, ann: Person) -> None:
    scope = telegram.BotCommandScopeChat(ann.id)
    await bot.set_my_commands([("moje", "Moje zapisy")], scope=scope, language_code="pl")
    await bot.set_my_description("Bot fundacji", language_code="pl")
    await bot.set_my_short_description("Zapisy i przypomnienia")
    await bot.set_chat_menu_button(ann.id, telegram.MenuButtonCommands())
    assert world.commands(ann) == [{"command": "moje", "description": "Moje zapisy"}]
    assert (await bot.get_my_commands(scope, "pl"))[0].command == "moje"


async def test_an_application_polls_the_world(world: World, ann: Person) -> None:
    async def greet(update: telegram.Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text("Dzień dobry!")

    builder = Application.builder().token("7000000001:in-process").request(InProcess(world))
    app = builder.get_updates_request(InProcess(world)).build()
    app.add_handler(CommandHandler("start", greet))
    assert app.updater is not None
    async with app:
        await app.start()
        await app.updater.start_polling()
        world.opens_link(ann, "e_forum-1")
        await world.until(lambda: world.sees(ann) == "Dzień dobry!")
        await app.updater.stop()
        await app.stop()
    assert world.updates.pending() == 0
