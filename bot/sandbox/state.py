"""All that Telegram remembers: accounts, chats, files, queues; and what the bot does to it."""

import asyncio
import itertools
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.chats import TYPING, Chat, Message, Toast
from bot.sandbox.faults import Faults
from bot.sandbox.files import FileStore
from bot.sandbox.limits import Limits
from bot.sandbox.menus import Profile
from bot.sandbox.people import BotAccount, Person
from bot.sandbox.updates import Updates
from bot.sandbox.wire import JsonObject, bad_request, forbidden

Listener = Callable[[int], None]
"""Called with the id of the chat in which something changed."""


@dataclass(slots=True)
class Query:
    """A callback or inline query that waits for its answer."""

    id: str
    chat: Chat
    asked: datetime
    is_answered: bool = False
    results: list[JsonObject] = field(default_factory=list)


class State:
    """The side of the world that the Bot API sees; ``clock`` gives aware UTC datetimes."""

    def __init__(self, clock: Callable[[], datetime], limits: Limits, bot: BotAccount, token: str | None) -> None:
        self.clock = clock
        self.bot = bot
        self.token = token
        self.limits = limits
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files = FileStore()
        self.updates = Updates()
        self.profile = Profile()
        self.faults = Faults()
        self.queries: dict[str, Query] = {}
        self.webhook: JsonObject = {"url": ""}
        self.calls: deque[tuple[str, JsonObject]] = deque(maxlen=1000)
        self.called: Counter[str] = Counter()
        """How often each method was called, since the beginning."""
        self._message_ids = itertools.count(1)
        self._seq = itertools.count(1)
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell the listener about every change; the answer stops it."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def changed(self, chat: Chat) -> None:
        """Tell the listeners."""
        for listener in list(self._listeners):
            listener(chat.id)

    async def until(self, condition: Callable[[], bool], *, seconds: float = 20.0) -> None:
        """Wait for a change after which the condition holds; raises TimeoutError."""
        change = asyncio.Event()
        stop = self.listen(lambda _: change.set())
        try:
            async with asyncio.timeout(seconds):
                while not condition():
                    await change.wait()
                    change.clear()
        finally:
            stop()

    def post(
        self,
        chat: Chat,
        sender: Person | BotAccount,
        content: JsonObject,
        *,
        markup: JsonObject | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """Put a message into a chat; ``markup`` is any of the four kinds of keyboard."""
        is_inline = markup is not None and "inline_keyboard" in markup
        message = Message(
            next(self._message_ids),
            chat,
            sender,
            self.clock(),
            content,
            next(self._seq),
            markup=markup if is_inline else None,
            keyboard=None if is_inline else markup,
            reply_to=reply_to,
        )
        chat.messages[message.id] = message
        if sender is self.bot:
            chat.typing_until = None
        if message.keyboard is not None:
            chat.keyboard = message.keyboard if "keyboard" in message.keyboard else None
        self.changed(chat)
        return message

    def touch(self, message: Message) -> None:
        """The message has changed."""
        message.seq = next(self._seq)
        self.changed(message.chat)

    def toast(self, chat: Chat, text: str, *, is_alert: bool) -> None:
        """Show words over a chat."""
        chat.toasts.append(Toast(next(self._seq), text, is_alert))
        self.changed(chat)

    def show_typing(self, chat: Chat) -> None:
        """For five seconds, or until the bot writes."""
        chat.typing_until = self.clock() + TYPING
        self.changed(chat)

    def record(self, method: str, values: JsonObject) -> None:
        """Keep the last thousand calls, but for the polling."""
        if method != "getUpdates":
            self.calls.append((method, values))
            self.called[method] += 1

    def chat(self, chat_id: int | str) -> Chat:
        """The chat with this id; raises ApiError when the bot cannot know it."""
        found = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if found is None:
            raise bad_request("chat not found")
        if found.migrated_to is not None:
            what = "group chat was upgraded to a supergroup chat"
            raise bad_request(what, migrate_to_chat_id=found.migrated_to)
        if not found.is_started and not self._has_met(found):
            raise bad_request("chat not found")
        return found

    def open_chat(self, chat_id: int | str) -> Chat:
        """The chat, if the bot may write there; raises ApiError otherwise."""
        chat = self.chat(chat_id)
        if chat.person is not None and chat.person.is_deleted:
            raise forbidden("user is deactivated")
        if not chat.is_started:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.is_blocked:
            raise forbidden(
                "bot was blocked by the user" if chat.person else f"bot was kicked from the {chat.kind} chat"
            )
        return chat

    def _has_met(self, chat: Chat) -> bool:
        return any(chat.id in group.members for group in self.chats.values())
