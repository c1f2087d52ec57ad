"""Finding the button that somebody means."""

from typing import TypeAlias

from bot.sandbox.chats import Chat, Message, buttons
from bot.sandbox.wire import JsonObject

Button: TypeAlias = str | tuple[int, int, int]
"""The words on a button, or message id, row and column of an inline one, counted from 0."""


class NoSuchButton(LookupError):
    """Nobody can press what is not there."""


def labels(chat: Chat) -> list[str]:
    """The words on all buttons in a chat, newest message first, then the reply keyboard."""
    inline = [button for message in reversed(chat.from_bot()) for row in buttons(message.markup) for button in row]
    return [str(button["text"]) for button in inline + reply_buttons(chat)]


def as_seen(message: Message) -> str:
    """Words and button labels of one message."""
    row = [f"[{button['text']}]" for row in buttons(message.markup) for button in row]
    return " ".join([message.text or f"({message.kind})", *row])


def reply_buttons(chat: Chat) -> list[JsonObject]:
    """The buttons of the reply keyboard."""
    return [button for row in buttons(chat.keyboard, "keyboard") for button in row]


def inline_button(chat: Chat, wanted: Button) -> tuple[Message, JsonObject] | None:
    """The inline button that is meant, and the message it hangs on."""
    if not isinstance(wanted, str):
        message_id, row, column = wanted
        message = chat.find(message_id)
        rows = buttons(message.markup) if message else []
        if message is None or row >= len(rows) or column >= len(rows[row]):
            return None
        return message, rows[row][column]
    for message in reversed(chat.from_bot()):
        found = choose(wanted, [button for row in buttons(message.markup) for button in row])
        if found is not None:
            return message, found
    return None


def choose(wanted: str, among: list[JsonObject]) -> JsonObject | None:
    """The button with these words, or the only one whose label contains them."""
    exact = [button for button in among if button["text"] == wanted]
    alike = exact or [button for button in among if wanted in str(button["text"])]
    return alike[0] if len(alike) == 1 or exact else None
