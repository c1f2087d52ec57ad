"""The methods that put something into a chat."""

from collections.abc import Callable

from bot.sandbox import contents
from bot.sandbox.arguments import Arguments
from bot.sandbox.chats import Chat, Message
from bot.sandbox.entities import formatted
from bot.sandbox.files import StoredFile, check_upload
from bot.sandbox.keyboards import check_markup
from bot.sandbox.utf16 import units
from bot.sandbox.wire import Json, JsonObject, bad_request, compact
from bot.sandbox.world import TEXT_LIMIT, World

CAPTION_LIMIT = 1024
ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def send_message(world: World, call: Arguments) -> Json:
    """A text."""
    return _send(world, call, text_content(call))


def send_photo(world: World, call: Arguments) -> Json:
    """A picture."""
    stored = file_for(world, call, "photo", call.text("photo"))
    return _send(world, call, {"photo": contents.body(stored), **caption_content(call)})


def send_document(world: World, call: Arguments) -> Json:
    """A file."""
    stored = file_for(world, call, "document", call.text("document"))
    return _send(world, call, {"document": contents.body(stored), **caption_content(call)})


def send_film(kind: str) -> Callable[[World, Arguments], Json]:
    """A film, an animation, a sound or a recording."""

    def send(world: World, call: Arguments) -> Json:
        stored = file_for(world, call, kind, call.text(kind))
        return _send(world, call, {kind: contents.body(stored), **caption_content(call)})

    return send


def send_location(world: World, call: Arguments) -> Json:
    """A point on the map."""
    return _send(world, call, {"location": _point(call)})


def send_venue(world: World, call: Arguments) -> Json:
    """A place with a name."""
    if not call.text("title").strip() or not call.text("address").strip():
        raise bad_request("venue title and address must be non-empty")
    point = _point(call)
    venue: JsonObject = {"location": point, "title": call.text("title"), "address": call.text("address")}
    return _send(world, call, {"venue": venue, "location": point})


def send_media_group(world: World, call: Arguments) -> Json:
    """An album of 2 to 10 pictures and films, or of files, or of sounds."""
    media = call.parts("media") or []
    if not 2 <= len(media) <= 10:
        raise bad_request("group send failed: 2 to 10 media are needed")
    kinds = {str(one["type"]) for one in media}
    if len(kinds) > 1 and (alone := kinds & {"audio", "document"}):
        raise bad_request(f"{min(alone).title()} can't be mixed with other media types")
    chat = world.open_chat(call.chat())
    reply = replied_to(world, call, chat)
    together = [media_content(world, call, one) for one in media]
    group = f"1{world.clock().timestamp():.0f}{chat.id}{len(chat.messages)}"
    posted = [world.post(chat, world.bot, {**content, "media_group_id": group}, reply_to=reply) for content in together]
    return [message.as_json() for message in posted]


def send_chat_action(world: World, call: Arguments) -> Json:
    """Show that the bot is typing."""
    if call.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.show_typing(world.open_chat(call.chat()))
    return True


def copy_message(world: World, call: Arguments) -> Json:
    """Send the content of a message again."""
    source = _source(world, call)
    content = {name: value for name, value in source.content.items() if name != "forward_origin"}
    if "caption" in call.values:
        content = {**content, **caption_content(call)}
    return {"message_id": _send(world, call, content)["message_id"]}


def forward_message(world: World, call: Arguments) -> Json:
    """Send a message on, with its author."""
    source = _source(world, call)
    date = int(source.date.timestamp())
    origin: JsonObject = {"type": "user", "date": date, "sender_user": source.sender.as_json()}
    return _send(world, call, {"forward_origin": origin, **source.content})


def text_content(call: Arguments) -> JsonObject:
    """``text`` and ``entities`` of a call, within Telegram's limits."""
    text, entities = formatted(call.text("text"), call.text("parse_mode"), call.parts("entities"))
    if not text:
        raise bad_request("message text is empty")
    if units(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_content(call: Arguments | JsonObject) -> JsonObject:
    """``caption`` and ``caption_entities`` of a call or of a media object."""
    given = call if isinstance(call, Arguments) else Arguments(call, {})
    text, entities = formatted(given.text("caption"), given.text("parse_mode"), given.parts("caption_entities"))
    if units(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return compact({"caption": text, "caption_entities": entities or None})


def media_content(world: World, call: Arguments, media: JsonObject) -> JsonObject:
    """The content of one ``InputMedia``."""
    kind = str(media["type"])
    stored = file_for(world, call, kind, str(media["media"]))
    return {kind: contents.body(stored), **caption_content(media)}


def file_for(world: World, call: Arguments, kind: str, reference: str) -> StoredFile:
    """The file meant by ``attach://…`` or a file_id; a new upload is stored."""
    if reference.startswith("attach://"):
        upload = call.files.get(reference.removeprefix("attach://"))
        if upload is None:
            raise bad_request("there is no file with this name in the request")
        check_upload(kind, upload[1])
        return world.files.add(kind, upload)
    stored = world.files.get(reference)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
    return stored


def replied_to(world: World, call: Arguments, chat: Chat) -> Message | None:
    """The message that ``reply_parameters`` names; raises ApiError when there is none."""
    reply = call.part("reply_parameters")
    if reply is None:
        return None
    wanted = reply["message_id"]
    place = chat if "chat_id" not in reply else world.chat(Arguments(reply, {}).chat())
    found = place.find(wanted if isinstance(wanted, int) else None)
    if found is None and reply.get("allow_sending_without_reply") is not True:
        raise bad_request("message to be replied not found")
    return found


def _send(world: World, call: Arguments, content: JsonObject) -> JsonObject:
    markup = call.part("reply_markup")
    check_markup(markup)
    chat = world.open_chat(call.chat())
    reply = replied_to(world, call, chat)
    return world.post(chat, world.bot, content, markup=markup, reply_to=reply).as_json()


def _source(world: World, call: Arguments) -> Message:
    found = world.chat(call.chat("from_chat_id")).find(call.number("message_id"))
    if found is None:
        raise bad_request("message to copy not found" if "caption" in call.values else "message to forward not found")
    return found


def _point(call: Arguments) -> JsonObject:
    latitude, longitude = call.real("latitude"), call.real("longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("invalid geo location specified")
    accuracy = call.values.get("horizontal_accuracy")
    return compact({"latitude": latitude, "longitude": longitude, "horizontal_accuracy": accuracy})
