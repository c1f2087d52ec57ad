"""Chats and the messages in them, both ways."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from bot.sandbox.people import BotAccount, Person
from bot.sandbox.wire import Json, JsonObject, compact

ChatKind = Literal["private", "group", "supergroup", "channel"]

KINDS = (
    "text",
    "photo",
    "document",
    "venue",
    "location",
    "contact",
    "sticker",
    "voice",
    "audio",
    "video",
    "video_note",
    "animation",
    "poll",
    "dice",
)
"""The fields of ``Message`` that say what a message is; a venue has a location too and comes first."""

TYPING = timedelta(seconds=5)
"""How long "is typing" is shown, https://core.telegram.org/bots/api#sendchataction."""


@dataclass(slots=True, eq=False)
class Message:
    """One message; ``seq`` grows with every change of it, ``markup`` is an inline keyboard."""

    id: int
    chat: "Chat"
    sender: Person | BotAccount
    date: datetime
    content: JsonObject
    seq: int = 0
    markup: JsonObject | None = None
    keyboard: JsonObject | None = None
    reply_to: "Message | None" = None
    edited: datetime | None = None
    is_deleted: bool = False

    @property
    def is_from_bot(self) -> bool:
        """Whether the bot wrote it."""
        return isinstance(self.sender, BotAccount)

    @property
    def kind(self) -> str:
        """What it is: text, photo, document …, or ``service``."""
        return next((kind for kind in KINDS if kind in self.content), "service")

    @property
    def text(self) -> str:
        """Its words: text or caption."""
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def entities(self) -> Json:
        """How its words are formatted."""
        return self.content.get("entities") or self.content.get("caption_entities") or []

    def as_json(self, *, with_reply: bool = True) -> JsonObject:
        """A ``Message``; the message it replies to is shown one level deep, as Telegram does."""
        reply = self.reply_to.as_json(with_reply=False) if self.reply_to and with_reply else None
        is_channel = self.chat.kind == "channel"
        return compact(
            {
                "message_id": self.id,
                "from": None if is_channel else self.sender.as_json(),
                "sender_chat": self.chat.as_json() if is_channel else None,
                "chat": self.chat.as_json(),
                "date": int(self.date.timestamp()),
                "edit_date": int(self.edited.timestamp()) if self.edited else None,
                "reply_to_message": reply,
                **self.content,
                "reply_markup": self.markup,
            }
        )


@dataclass(frozen=True, slots=True)
class Toast:
    """What a callback answer shows over the chat; an ``alert`` waits for OK."""

    seq: int
    text: str
    is_alert: bool


@dataclass(slots=True, eq=False)
class Chat:
    """A private chat (``person``), or a group or channel (``title``, ``members``)."""

    id: int
    kind: ChatKind
    person: Person | None = None
    title: str = ""
    members: dict[int, Person] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    toasts: list[Toast] = field(default_factory=list)
    pinned: list[int] = field(default_factory=list)
    keyboard: JsonObject | None = None
    typing_until: datetime | None = None
    menu_button: JsonObject | None = None
    migrated_to: int | None = None
    is_started: bool = False
    is_blocked: bool = False
    seen: int = 0
    toasts_shown: int = 0

    def as_json(self) -> JsonObject:
        """A ``Chat``."""
        if self.person is None:
            return {"id": self.id, "type": self.kind, "title": self.title}
        user = self.person.as_json()
        names = {name: user.get(name) for name in ("first_name", "last_name", "username")}
        return compact({"id": self.id, "type": self.kind, **names})

    def history(self) -> list[Message]:
        """What is still there, oldest first."""
        return [message for message in self.messages.values() if not message.is_deleted]

    def from_bot(self) -> list[Message]:
        """What the bot wrote and did not delete, oldest first."""
        return [message for message in self.history() if message.is_from_bot]

    def find(self, message_id: int | None) -> Message | None:
        """The message with this id, unless it was deleted."""
        message = self.messages.get(message_id) if message_id is not None else None
        return None if message is None or message.is_deleted else message

    def unread(self) -> int:
        """How many messages of the bot nobody has looked at."""
        return sum(message.seq > self.seen for message in self.from_bot())

    def unshown_toasts(self) -> list[Toast]:
        """The toasts since the last time somebody asked for them."""
        new = self.toasts[self.toasts_shown :]
        self.toasts_shown = len(self.toasts)
        return new

    def is_typing(self, now: datetime) -> bool:
        """Whether the bot is shown as typing."""
        return self.typing_until is not None and now < self.typing_until


def buttons(markup: JsonObject | None, name: str = "inline_keyboard") -> list[list[JsonObject]]:
    """The rows of an inline keyboard or, with ``name="keyboard"``, of a reply keyboard."""
    rows = (markup or {}).get(name)
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        return []
    return [[dict(button) for button in row if isinstance(button, dict)] for row in rows if isinstance(row, list)]
