"""Everything the sandbox answers has the shape that Telegram describes."""

from collections.abc import Mapping, Sequence

import pytest

from bot.sandbox.arguments import parts
from bot.sandbox.chats import Chat
from bot.sandbox.people import Person
from bot.sandbox.wire import Json, JsonObject
from bot.sandbox.world import World

from .calls import CALENDAR, PIXEL, as_object, done, inline, spec

PLAIN: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
}


@pytest.fixture(scope="module")
def types() -> JsonObject:
    found = spec()
    if found is None:
        pytest.skip("Telegram's description of its Bot API does not lie beside the checkout")
    return as_object(found["types"])


def faults(types: JsonObject, kind: str, value: Json, where: str) -> list[str]:
    """What is wrong with a value of a kind, nothing when it is right."""
    if kind.startswith("Array of "):
        if isinstance(value, str) or not isinstance(value, Sequence):
            return [f"{where} is no array"]
        inner = kind.removeprefix("Array of ")
        return [fault for item in value for fault in faults(types, inner, item, f"{where}[]")]
    if kind in PLAIN:
        is_right = isinstance(value, PLAIN[kind]) and (kind == "Boolean") == isinstance(value, bool)
        return [] if is_right else [f"{where} is no {kind}"]
    if not isinstance(value, Mapping):
        return [f"{where} is no {kind}"]
    return object_faults(types, kind, value, where)


def object_faults(types: JsonObject, kind: str, value: Mapping[str, Json], where: str) -> list[str]:
    described = as_object(types[kind])
    if subtypes := described.get("subtypes"):
        assert isinstance(subtypes, Sequence)
        tried = [faults(types, str(one), value, where) for one in subtypes]
        return fewest(tried)
    fields = {str(field["name"]): field for field in parts(described.get("fields"))}
    found = [f"{where}.{name} is not Telegram's" for name in value if name not in fields]
    found += [f"{where}.{name} is missing" for name, one in fields.items() if one["required"] and name not in value]
    for name in set(value) & set(fields):
        kinds = fields[name]["types"]
        assert isinstance(kinds, Sequence)
        tried = [faults(types, str(one), value[name], f"{where}.{name}") for one in kinds]
        found += fewest(tried)
    return found


def fewest(tried: list[list[str]]) -> list[str]:
    return sorted(tried, key=len)[0]


async def test_every_message_of_the_bot_is_a_message(types: JsonObject, world: World, ann: Person) -> None:
    picture = {"photo": ("a.png", PIXEL, "image/png")}
    reply: JsonObject = {"message_id": world.says(ann, "Cześć 👋 /start").id}
    results = [
        await done(world, "sendMessage", chat_id=ann.id, text="<b>a</b>", parse_mode="HTML", reply_markup=inline("b")),
        await done(world, "sendMessage", chat_id=ann.id, text="a", reply_parameters=reply),
        await done(world, "sendPhoto", picture, chat_id=ann.id, caption="a"),
        await done(world, "sendDocument", {"document": CALENDAR}, chat_id=ann.id),
        await done(world, "sendLocation", chat_id=ann.id, latitude=50, longitude=20),
        await done(world, "sendVenue", chat_id=ann.id, latitude=50, longitude=20, title="a", address="b"),
        await done(world, "forwardMessage", chat_id=ann.id, from_chat_id=ann.id, message_id=reply["message_id"]),
    ]
    assert [fault for result in results for fault in faults(types, "Message", result, "Message")] == []


async def test_every_update_is_an_update(types: JsonObject, world: World, ann: Person, neighbours: Chat) -> None:
    for kind in ("sticker", "voice", "audio", "video", "animation", "video_note", "dice", "poll"):
        world.sends(ann, kind)
    world.sends_contact(ann)
    world.sends_contact(ann, phone="48123456789", name="Sołtys")
    world.sends_location(ann, 50.02, 19.98)
    world.sends_photo(ann, ("ja.png", PIXEL, "image/png"), "To ja")
    world.edits(ann, world.sends_content(ann, {"text": "a"}), "b")
    world.forwards(ann, "a", of=ann)
    await done(world, "sendMessage", chat_id=ann.id, text="a", reply_markup=inline("Tak"))
    world.presses(ann, "Tak")
    world.asks_inline(ann, "forum")
    world.says(ann, "/start@mam_bot", chat=neighbours)
    world.blocks(ann)
    world.unblocks(ann)
    world.upgrades(neighbours)
    found = [fault for update in world.updates.take() for fault in faults(types, "Update", update, "Update")]
    assert found == []


@pytest.mark.parametrize(
    ("method", "kind"),
    [
        ("getMe", "User"),
        ("getWebhookInfo", "WebhookInfo"),
        ("getChatMenuButton", "MenuButton"),
        ("getMyName", "BotName"),
        ("getMyDescription", "BotDescription"),
        ("getMyShortDescription", "BotShortDescription"),
        ("getMyCommands", "Array of BotCommand"),
    ],
)
async def test_every_answer_is_what_telegram_says(types: JsonObject, world: World, method: str, kind: str) -> None:
    assert faults(types, kind, await done(world, method), kind) == []


async def test_chats_members_and_files_are_what_telegram_says(types: JsonObject, world: World, ann: Person) -> None:
    upload = as_object(world.sends_document(ann, CALENDAR).content["document"])
    answers = {
        "ChatFullInfo": await done(world, "getChat", chat_id=ann.id),
        "ChatMember": await done(world, "getChatMember", chat_id=ann.id, user_id=ann.id),
        "File": await done(world, "getFile", file_id=upload["file_id"]),
    }
    assert [fault for kind, answer in answers.items() for fault in faults(types, kind, answer, kind)] == []
