"""What Telegram demands of keyboards."""

import re

from bot.sandbox.chats import buttons
from bot.sandbox.wire import JsonObject, bad_request

DATA_LIMIT = 64
"""Bytes of callback data, https://core.telegram.org/bots/api#inlinekeyboardbutton."""
BUTTONS_LIMIT = 100
"""Buttons under one message; Telegram cuts or refuses what is beyond."""
PLACEHOLDER_LIMIT = 64

_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "copy_text",
)
_ADDRESS = re.compile(r"(https?://[\w-]+(\.[\w-]+)+([:/?#]\S*)?|tg://\S+)$", re.IGNORECASE)


def check_markup(markup: JsonObject | None) -> None:
    """Raises ApiError for a keyboard of either kind that Telegram would not take."""
    if markup is None:
        return
    if "inline_keyboard" in markup:
        _check_inline(markup)
    elif "keyboard" in markup:
        _check_reply(markup)
    elif "remove_keyboard" in markup and markup["remove_keyboard"] is not True:
        raise bad_request("remove_keyboard must be true")


def _check_inline(markup: JsonObject) -> None:
    all_buttons = [button for row in buttons(markup) for button in row]
    if len(all_buttons) > BUTTONS_LIMIT:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for button in all_buttons:
        _check_inline_button(button)


def _check_inline_button(button: JsonObject) -> None:
    _check_words(button, "inline keyboard button")
    actions = [name for name in _ACTIONS if name in button]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"can't parse inline keyboard button: it has {' and '.join(actions)}")
    if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and _ADDRESS.match(str(button["url"])) is None:
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def _check_reply(markup: JsonObject) -> None:
    all_buttons = [button for row in buttons(markup, "keyboard") for button in row]
    if not all_buttons:
        raise bad_request("keyboard must have at least one button")
    for button in all_buttons:
        _check_words(button, "keyboard button")
    if len(str(markup.get("input_field_placeholder", ""))) > PLACEHOLDER_LIMIT:
        raise bad_request("input field placeholder is too long")


def _check_words(button: JsonObject, what: str) -> None:
    if not str(button["text"]).strip():
        raise bad_request(f'can\'t parse {what}: Field "text" must be non-empty')
