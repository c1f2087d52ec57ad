"""The methods that change, remove or pin what is already in a chat."""

from datetime import timedelta

from bot.sandbox.arguments import Arguments
from bot.sandbox.chats import Message
from bot.sandbox.keyboards import check_markup
from bot.sandbox.sending import caption_content, media_content, text_content
from bot.sandbox.wire import Json, JsonObject, bad_request
from bot.sandbox.world import World

DELETABLE = timedelta(hours=48)
"""https://core.telegram.org/bots/api#deletemessage."""

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
_WITH_CAPTION = ("photo", "document", "video", "animation", "audio", "voice")


def edit_message_text(world: World, call: Arguments) -> Json:
    """Other words."""
    content = text_content(call)
    message = _editable(world, call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, call, message, content)


def edit_message_caption(world: World, call: Arguments) -> Json:
    """Other words under a picture or a file."""
    caption = caption_content(call)
    message = _editable(world, call)
    if message.kind not in _WITH_CAPTION:
        raise bad_request("there is no caption in the message to edit")
    kept = {name: value for name, value in message.content.items() if not name.startswith("caption")}
    return _edit(world, call, message, {**kept, **caption})


def edit_message_media(world: World, call: Arguments) -> Json:
    """Another picture or file."""
    message = _editable(world, call)
    if message.kind not in (*_WITH_CAPTION, "text"):
        raise bad_request("message can't be edited")
    return _edit(world, call, message, media_content(world, call, call.part("media") or {}))


def edit_message_reply_markup(world: World, call: Arguments) -> Json:
    """Other buttons, or none."""
    message = _editable(world, call)
    return _edit(world, call, message, message.content)


def delete_message(world: World, call: Arguments) -> Json:
    """Remove one message."""
    message = world.open_chat(call.chat()).find(call.number("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    _delete(world, message)
    return True


def delete_messages(world: World, call: Arguments) -> Json:
    """Remove up to 100 messages; those that are not there are passed over."""
    chat = world.open_chat(call.chat())
    wanted = call.numbers("message_ids")
    if not 1 <= len(wanted) <= 100:
        raise bad_request("there must be 1 to 100 message identifiers")
    for message_id in wanted:
        message = chat.find(message_id)
        if message is not None:
            _delete(world, message)
    return True


def pin_chat_message(world: World, call: Arguments) -> Json:
    """Keep a message on top."""
    chat = world.open_chat(call.chat())
    message = chat.find(call.number("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    chat.pinned = [*(pinned for pinned in chat.pinned if pinned != message.id), message.id]
    world.touch(message)
    return True


def unpin_chat_message(world: World, call: Arguments) -> Json:
    """Let one message go, the newest pinned one when none is named."""
    chat = world.open_chat(call.chat())
    wanted = call.number("message_id") or (chat.pinned[-1] if chat.pinned else None)
    if wanted not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(wanted)
    world.changed(chat)
    return True


def _editable(world: World, call: Arguments) -> Message:
    if "inline_message_id" in call.values:
        raise bad_request("MESSAGE_ID_INVALID")
    if "message_id" not in call.values:
        raise bad_request("message identifier is not specified")
    message = world.open_chat(call.chat()).find(call.number("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.is_from_bot or message.keyboard is not None or "forward_origin" in message.content:
        raise bad_request("message can't be edited")
    return message


def _edit(world: World, call: Arguments, message: Message, content: JsonObject) -> Json:
    """An edit without a keyboard takes the old one away; one that changes nothing is refused."""
    markup = call.part("reply_markup")
    check_markup(markup)
    if markup is not None and not markup["inline_keyboard"]:
        markup = None
    if content == message.content and markup == message.markup:
        raise bad_request(_NOT_MODIFIED)
    message.content, message.markup = content, markup
    message.edited = world.clock()
    world.touch(message)
    return message.as_json()


def _delete(world: World, message: Message) -> None:
    if world.clock() - message.date > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    message.is_deleted = True
    if message.id in message.chat.pinned:
        message.chat.pinned.remove(message.id)
    world.touch(message)
