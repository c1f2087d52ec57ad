"""The bot asks, answers and sets without writing into a chat."""

from datetime import timedelta

import pytest
import telegram

from bot.sandbox.chats import Chat
from bot.sandbox.files import DOWNLOAD_LIMIT
from bot.sandbox.people import Person
from bot.sandbox.wire import Json, JsonObject
from bot.sandbox.world import World

from .calls import CALENDAR, Clock, as_object, done, inline, news, refused, sent

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def pressed(world: World, ann: Person) -> str:
    await done(world, "sendMessage", chat_id=ann.id, text="Forum", reply_markup=inline("Zapisz się"))
    world.presses(ann, "Zapisz się")
    query = news(world)[-1].callback_query
    assert query is not None
    return query.id


async def test_an_answer_to_a_press_is_shown_once(world: World, ann: Person) -> None:
    query = await pressed(world, ann)
    await done(world, "answerCallbackQuery", callback_query_id=query, text="Zapisano", show_alert=True)
    toast = world.chat_with(ann).toasts[-1]
    assert (toast.text, toast.is_alert) == ("Zapisano", True)
    assert await refused(world, "answerCallbackQuery", callback_query_id=query) == TOO_OLD


async def test_a_press_waits_for_a_minute(world: World, clock: Clock, ann: Person) -> None:
    query = await pressed(world, ann)
    clock.forward(timedelta(seconds=61))
    assert await refused(world, "answerCallbackQuery", callback_query_id=query) == TOO_OLD
    assert await refused(world, "answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def test_an_answer_to_a_press_is_short(world: World, ann: Person) -> None:
    query = await pressed(world, ann)
    assert "TOO_LONG" in await refused(world, "answerCallbackQuery", callback_query_id=query, text="a" * 201)


async def test_an_inline_query_gets_articles(world: World, ann: Person) -> None:
    asked = world.asks_inline(ann, "forum")
    inside: JsonObject = {"message_text": "Forum"}
    article: JsonObject = {"type": "article", "id": "1", "title": "Forum", "input_message_content": inside}
    twice: list[Json] = [article, article]
    many: list[Json] = [{**article, "id": str(number)} for number in range(51)]
    assert "TOO_MUCH" in await refused(world, "answerInlineQuery", inline_query_id=asked.id, results=many)
    assert "DUPLICATE" in await refused(world, "answerInlineQuery", inline_query_id=asked.id, results=twice)
    await done(world, "answerInlineQuery", inline_query_id=asked.id, results=[article])
    assert asked.results == [article]


async def test_a_file_can_be_found_and_a_big_one_not(world: World, ann: Person) -> None:
    message = await sent(world, "sendDocument", {"document": CALENDAR}, chat_id=ann.id)
    assert message.document is not None
    found = as_object(await done(world, "getFile", file_id=message.document.file_id))
    stored = world.files.at(str(found["file_path"]))
    assert stored is not None
    assert stored.content == CALENDAR[1]
    big = world.sends_document(ann, ("film.mp4", bytes(DOWNLOAD_LIMIT + 1), "video/mp4"))
    big_id = str(as_object(big.content["document"])["file_id"])
    assert await refused(world, "getFile", file_id=big_id) == "Bad Request: file is too big"
    assert "wrong file_id" in await refused(world, "getFile", file_id="x")


async def test_a_chat_says_who_is_in_it(world: World, ann: Person, ben: Person, neighbours: Chat) -> None:
    chat = telegram.ChatFullInfo.de_json(as_object(await done(world, "getChat", chat_id=ann.id)), None)
    assert (chat.type, chat.first_name, chat.username) == ("private", "Anna", "anna_nowak")
    for user_id, status in ((ben.id, "member"), (world.bot.id, "member")):
        member = as_object(await done(world, "getChatMember", chat_id=neighbours.id, user_id=user_id))
        assert member["status"] == status
    outsider = world.add_person("Celina")
    member = as_object(await done(world, "getChatMember", chat_id=neighbours.id, user_id=outsider.id))
    assert member["status"] == "left"
    why = await refused(world, "getChatMember", chat_id=neighbours.id, user_id=999)
    assert why == "Bad Request: PARTICIPANT_ID_INVALID"


async def test_the_menu_shows_the_narrowest_commands_in_the_persons_language(world: World, ann: Person) -> None:
    def menu(name: str) -> Json:
        return [{"command": name, "description": "…"}]

    await done(world, "setMyCommands", commands=menu("events"))
    await done(world, "setMyCommands", commands=menu("wydarzenia"), language_code="pl")
    assert world.commands(ann) == menu("wydarzenia")
    await done(world, "setMyCommands", commands=menu("podii"), scope={"type": "all_private_chats"})
    assert world.commands(ann) == menu("podii")
    own: JsonObject = {"type": "chat", "chat_id": ann.id}
    await done(world, "setMyCommands", commands=menu("lista"), scope=own)
    assert world.commands(ann) == menu("lista")
    assert await done(world, "getMyCommands", scope=own) == menu("lista")
    await done(world, "deleteMyCommands", scope=own)
    assert world.commands(ann) == menu("podii")


@pytest.mark.parametrize(
    ("command", "description", "reason"),
    [
        ("Moje", "Zapisy", "BOT_COMMAND_INVALID"),
        ("pomysł", "Pomysł", "BOT_COMMAND_INVALID"),
        ("a" * 33, "Zapisy", "BOT_COMMAND_INVALID"),
        ("moje", "", "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("moje", "a" * 257, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_commands_have_a_shape(world: World, command: str, description: str, reason: str) -> None:
    commands: Json = [{"command": command, "description": description}]
    assert await refused(world, "setMyCommands", commands=commands) == f"Bad Request: {reason}"


async def test_there_are_at_most_a_hundred_commands(world: World) -> None:
    commands: Json = [{"command": f"c{number}", "description": "…"} for number in range(101)]
    assert "TOO_MUCH" in await refused(world, "setMyCommands", commands=commands)


async def test_commands_for_a_strange_chat_are_refused(world: World) -> None:
    scope: JsonObject = {"type": "chat", "chat_id": 999}
    assert await refused(world, "setMyCommands", commands=[], scope=scope) == "Bad Request: chat not found"


@pytest.mark.parametrize(
    ("what", "parameter", "limit"),
    [("Name", "name", 64), ("Description", "description", 512), ("ShortDescription", "short_description", 120)],
)
async def test_the_bot_describes_itself_within_limits(world: World, what: str, parameter: str, limit: int) -> None:
    await done(world, f"setMy{what}", **{parameter: "a" * limit})
    assert await done(world, f"getMy{what}", language_code="pl") == {parameter: "a" * limit}
    assert "too long" in await refused(world, f"setMy{what}", **{parameter: "a" * (limit + 1)})
    assert "language code" in await refused(world, f"setMy{what}", language_code="polski")


async def test_a_nameless_bot_has_the_name_it_was_born_with(world: World) -> None:
    assert await done(world, "getMyName") == {"name": "MAM"}


async def test_the_menu_button_is_everybodys_or_ones_own(world: World, ann: Person) -> None:
    assert await done(world, "getChatMenuButton", chat_id=ann.id) == {"type": "commands"}
    await done(world, "setChatMenuButton", chat_id=ann.id)
    assert await done(world, "getChatMenuButton", chat_id=ann.id) == {"type": "default"}
    await done(world, "setChatMenuButton", menu_button={"type": "default"})
    assert await done(world, "getChatMenuButton") == {"type": "default"}


async def test_a_webhook_shuts_out_polling(world: World, ben: Person) -> None:
    world.opens_link(ben)
    assert "HTTPS" in await refused(world, "setWebhook", url="http://mam.example")
    await done(world, "setWebhook", url="https://mam.example/hook", drop_pending_updates=True)
    world.says(ben, "Halo")
    await done(world, "setWebhook", url="https://mam.example/hook", allowed_updates=["message"])
    info = as_object(await done(world, "getWebhookInfo"))
    assert (info["url"], info["pending_update_count"]) == ("https://mam.example/hook", 1)
    assert "webhook is active" in await refused(world, "getUpdates")
    await done(world, "deleteWebhook", drop_pending_updates=True)
    assert await done(world, "getUpdates") == []


async def test_the_bot_knows_itself(world: World) -> None:
    me = telegram.User.de_json(as_object(await done(world, "getMe")), None)
    assert (me.is_bot, me.username) == (True, "mam_bot")
