"""The Bot API: a method and its parameters in, Telegram's answer out."""

import asyncio
from collections.abc import Callable, Mapping

from bot.sandbox import asking, editing, sending
from bot.sandbox.arguments import Arguments, read_arguments
from bot.sandbox.faults import TransportError, Trouble
from bot.sandbox.wire import ApiError, Json, JsonObject, Upload, bad_request
from bot.sandbox.world import World

Handler = Callable[[World, Arguments], Json]

HANDLERS: dict[str, Handler] = {
    "getMe": asking.get_me,
    "setWebhook": asking.set_webhook,
    "deleteWebhook": asking.delete_webhook,
    "getWebhookInfo": asking.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendVideo": sending.send_film("video"),
    "sendAnimation": sending.send_film("animation"),
    "sendAudio": sending.send_film("audio"),
    "sendVoice": sending.send_film("voice"),
    "sendLocation": sending.send_location,
    "sendVenue": sending.send_venue,
    "sendMediaGroup": sending.send_media_group,
    "sendChatAction": sending.send_chat_action,
    "copyMessage": sending.copy_message,
    "forwardMessage": sending.forward_message,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "editMessageMedia": editing.edit_message_media,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    "answerCallbackQuery": asking.answer_callback_query,
    "answerInlineQuery": asking.answer_inline_query,
    "setMyCommands": asking.set_my_commands,
    "deleteMyCommands": asking.delete_my_commands,
    "getMyCommands": asking.get_my_commands,
    "setMyName": asking.set_my_name,
    "getMyName": asking.get_my_name,
    "setMyDescription": asking.set_my_description,
    "getMyDescription": asking.get_my_description,
    "setMyShortDescription": asking.set_my_short_description,
    "getMyShortDescription": asking.get_my_short_description,
    "setChatMenuButton": asking.set_chat_menu_button,
    "getChatMenuButton": asking.get_chat_menu_button,
    "getFile": asking.get_file,
    "getChat": asking.get_chat,
    "getChatMember": asking.get_chat_member,
}

_COUNTED = ("send", "copy", "forward", "edit")
_NOT_COUNTED = {"sendChatAction"}


async def call(
    world: World, method: str, params: Mapping[str, Json], files: Mapping[str, Upload] | None = None
) -> JsonObject:
    """Telegram's envelope for one call; raises TransportError when the call is to have no answer at all.

    ``params`` are JSON values, or what a form has: text, with JSON in it for objects and lists.
    """
    try:
        name = _canonical(method)
        arguments = read_arguments(name, params, files or {})
        world.record(name, arguments.values)
        trouble = world.faults.take(name, _chat_id(arguments))
        result = await _done(world, name, arguments)
    except ApiError as refusal:
        return refusal.envelope()
    if trouble is Trouble.LOST_ANSWER:
        raise TransportError(trouble)
    return {"ok": True, "result": result}


def _canonical(method: str) -> str:
    """Telegram takes method names in any case."""
    names = {name.lower(): name for name in (*HANDLERS, "getUpdates")}
    return names.get(method.lower(), method)


async def _done(world: World, method: str, arguments: Arguments) -> Json:
    if method == "getUpdates":
        return await _get_updates(world, arguments)
    if method.startswith(_COUNTED) and method not in _NOT_COUNTED:
        world.limits.spend(_chat_id(arguments) or 0, len(arguments.parts("media") or ("one",)))
    await asyncio.sleep(0)
    return HANDLERS[method](world, arguments)


async def _get_updates(world: World, arguments: Arguments) -> Json:
    if world.webhook["url"]:
        what = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        raise ApiError(409, f"Conflict: {what}")
    limit = arguments.number("limit") or 100
    if not 1 <= limit <= 100:
        raise bad_request("limit must be between 1 and 100")
    allowed = arguments.words("allowed_updates")
    if allowed is not None:
        world.updates.allowed = allowed
    return await world.updates.get(arguments.number("offset") or 0, limit, arguments.number("timeout") or 0)


def _chat_id(arguments: Arguments) -> int | None:
    chat = arguments.chat()
    return chat if isinstance(chat, int) else None
