"""A Telegram in memory: what people do in it, and what they see."""

import itertools
import time
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.sandbox import contents
from bot.sandbox.chats import Chat, Message
from bot.sandbox.entities import detected
from bot.sandbox.limits import Limits
from bot.sandbox.people import BotAccount, Person
from bot.sandbox.pressing import Button, NoSuchButton, as_seen, choose, inline_button, labels, reply_buttons
from bot.sandbox.state import Query, State
from bot.sandbox.utf16 import units
from bot.sandbox.wire import JsonObject, Upload

TEXT_LIMIT = 4096


class World(State):
    """People, chats and the bot; every act of a person queues the update Telegram would send.

    ``clock`` gives aware UTC datetimes, ``monotonic`` seconds for the rate limits; ``limits=False`` switches
    those off. With a ``token`` every other token is refused.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        *,
        monotonic: Callable[[], float] = time.monotonic,
        limits: bool = True,
        token: str | None = None,
        bot_name: str = "MAM",
        bot_username: str = "mam_bot",
    ) -> None:
        bot = BotAccount(7_000_000_001, bot_name, bot_username)
        super().__init__(clock, Limits(monotonic, is_on=limits), bot, token)
        self._person_ids = itertools.count(101)
        self._group_ids = itertools.count(1001)
        self._query_ids = itertools.count(4_400_000_001)

    def add_person(
        self,
        first_name: str,
        last_name: str = "",
        *,
        language_code: str = "pl",
        username: str = "",
        phone: str = "",
        role: str = "",
        id: int | None = None,
    ) -> Person:
        """Somebody new with a private chat that is not started yet."""
        person_id = next(free for free in self._person_ids if free not in self.people) if id is None else id
        phone = phone or f"48600{person_id % 1_000_000:06d}"
        person = Person(person_id, first_name, last_name, username, language_code, phone, role)
        self.people[person_id] = person
        self.chats[person_id] = Chat(person_id, "private", person=person)
        self.changed(self.chats[person_id])
        return person

    def add_bystander(self, first_name: str, last_name: str = "", *, id: int, has_blocked: bool = False) -> None:
        """Somebody nobody acts as: whom the bot knows, and who gets what it writes."""
        person = Person(id, first_name, last_name, "", "pl", f"48600{id % 1_000_000:06d}", "")
        self.chats[id] = Chat(id, "private", person=person, is_started=True, is_blocked=has_blocked)

    def add_group(self, title: str, *members: Person) -> Chat:
        """A group that the first of the members has just added the bot to."""
        group = Chat(-next(self._group_ids), "group", title=title, members={one.id: one for one in members})
        group.is_started = True
        self.chats[group.id] = group
        self._membership(group, members[0], "left", "member")
        return group

    def add_channel(self, title: str, owner: Person) -> Chat:
        """A channel whose owner has just made the bot an administrator."""
        number = -1_000_000_000_000 - next(self._group_ids)
        channel = Chat(number, "channel", title=title, members={owner.id: owner})
        channel.is_started = True
        self.chats[channel.id] = channel
        self._membership(channel, owner, "left", "administrator")
        return channel

    def chat_with(self, person: Person) -> Chat:
        """The person's private chat with the bot."""
        return self.chats[person.id]

    def says(self, person: Person, text: str, *, chat: Chat | None = None, reply_to: Message | None = None) -> Message:
        """Write a text; commands, addresses and names are marked as Telegram marks them."""
        if not 0 < units(text.strip()) <= TEXT_LIMIT:
            raise ValueError("Telegram sends 1 to 4096 characters")
        return self.sends_content(person, _text(text), chat=chat, reply_to=reply_to)

    def sends(self, person: Person, kind: str, *, chat: Chat | None = None) -> Message:
        """Send a sticker, voice, audio, video, video_note, animation, dice or poll."""
        return self.sends_content(person, contents.sample(self.files, kind), chat=chat)

    def sends_location(self, person: Person, latitude: float, longitude: float) -> Message:
        """Share a point on the map."""
        return self.sends_content(person, contents.location(latitude, longitude))

    def sends_contact(self, person: Person, *, of: Person | None = None, phone: str = "", name: str = "") -> Message:
        """Share one's own number, that ``of`` somebody else, or a bare ``phone`` with a ``name``."""
        about = None if name else of or person
        return self.sends_content(person, contents.contact(about, phone, name))

    def sends_files(self, person: Person, uploads: Sequence[Upload], caption: str = "") -> list[Message]:
        """Send what was chosen; several go as albums, the words under the first: files apart from what is shown."""
        kinds = [(contents.kind_of(upload), upload) for upload in uploads]
        shown = [one for one in kinds if one[0] != "document"]
        sent: list[Message] = []
        for album in (shown, [one for one in kinds if one[0] == "document"]):
            group = {"media_group_id": f"{next(self._query_ids)}"} if len(album) > 1 else {}
            for kind, upload in album:
                content = contents.attachment(self.files, kind, upload, "" if sent else caption)
                sent.append(self.sends_content(person, {**content, **group}))
        return sent

    def sends_photo(self, person: Person, upload: Upload, caption: str = "") -> Message:
        """Send a picture (name, bytes, MIME type)."""
        return self.sends_content(person, contents.attachment(self.files, "photo", upload, caption))

    def sends_document(self, person: Person, upload: Upload, caption: str = "") -> Message:
        """Send a file (name, bytes, MIME type)."""
        return self.sends_content(person, contents.attachment(self.files, "document", upload, caption))

    def forwards(self, person: Person, text: str, *, of: Person) -> Message:
        """Forward to the bot what somebody else wrote."""
        return self.sends_content(person, {**_text(text), **contents.forwarded(of, int(self.clock().timestamp()))})

    def edits(self, person: Person, message: Message, text: str) -> Message:
        """Change the words of a message that the person wrote earlier."""
        if message.sender is not person:
            raise ValueError("people can only edit what they wrote")
        message.content = _text(text)
        message.edited = self.clock()
        self.touch(message)
        if self._reaches_bot(message):
            self.updates.put("edited_message", message.as_json())
        return message

    def opens_link(self, person: Person, payload: str = "") -> Message:
        """Follow ``t.me/<bot>?start=payload`` and press START."""
        return self.says(person, f"/start {payload}".strip())

    def presses(self, person: Person, button: Button, *, chat: Chat | None = None) -> None:
        """Press a button: of the newest message that has such an inline one, else of the reply keyboard.

        Words match exactly, or as the only label that contains them. A link to the bot itself is followed.
        """
        place = chat or self.chat_with(person)
        found = inline_button(place, button)
        if found is not None:
            self._presses_inline(person, *found)
        elif isinstance(button, str):
            self.presses_key(person, button, chat=place)
        else:
            raise NoSuchButton(f"{button!r}; there are {labels(place)}")

    def presses_key(self, person: Person, label: str, *, chat: Chat | None = None) -> None:
        """Press a button of the reply keyboard: it sends its words, the own number or a place."""
        place = chat or self.chat_with(person)
        key = choose(label, reply_buttons(place))
        if key is None:
            raise NoSuchButton(f"{label!r}; there are {labels(place)}")
        self._presses_reply(person, place, key)

    def asks_inline(self, person: Person, query: str) -> Query:
        """Type ``@bot query`` in some chat."""
        asked = self._query(self.chat_with(person))
        body: JsonObject = {"id": asked.id, "from": person.as_json(), "query": query, "offset": ""}
        self.updates.put("inline_query", body)
        return asked

    def blocks(self, person: Person) -> None:
        """Block the bot, or throw it away."""
        self.chat_with(person).is_blocked = True
        self._membership(self.chat_with(person), person, "member", "kicked")

    def unblocks(self, person: Person) -> None:
        """Let the bot write again."""
        self.chat_with(person).is_blocked = False
        self._membership(self.chat_with(person), person, "kicked", "member")

    def removes_bot(self, person: Person, group: Chat) -> None:
        """Throw the bot out of a group."""
        group.is_blocked = True
        self._membership(group, person, "member", "kicked")

    def deletes_account(self, person: Person) -> None:
        """Leave Telegram; the bot is not told."""
        person.is_deleted = True
        self.changed(self.chat_with(person))

    def upgrades(self, group: Chat) -> Chat:
        """Make a supergroup of a group: it gets another id, and the old one answers with it."""
        new = Chat(-1_000_000_000_000 + group.id, "supergroup", title=group.title, members=group.members)
        new.is_started = True
        self.chats[new.id] = new
        creator = next(iter(group.members.values()))
        left = self.post(group, creator, {"migrate_to_chat_id": new.id})
        came = self.post(new, creator, {"migrate_from_chat_id": group.id})
        group.migrated_to = new.id
        for message in (left, came):
            self.updates.put("message", message.as_json())
        return new

    def sees(self, person: Person) -> str:
        """All the bot said in the private chat since the person last wrote, or else its last message.

        Words, then button labels in brackets, one message after another; then the last toast.
        """
        chat = self.chat_with(person)
        own = [message.id for message in chat.history() if not message.is_from_bot]
        said = [message for message in chat.from_bot() if message.id > max(own, default=0)]
        lines = [as_seen(message) for message in said or chat.from_bot()[-1:]]
        return "\n".join(lines + [toast.text for toast in chat.toasts[-1:]])

    def commands(self, person: Person) -> list[JsonObject]:
        """The commands menu of the person's private chat."""
        return self.profile.commands_shown(person.id, person.id, person.language_code)

    def sends_content(
        self, person: Person, content: JsonObject, *, chat: Chat | None = None, reply_to: Message | None = None
    ) -> Message:
        """Put any content into a chat; the first message to the bot starts the chat and unblocks it."""
        place = chat or self.chat_with(person)
        if place.person is not None:
            place.is_started = True
            if place.is_blocked:
                self.unblocks(person)
        message = self.post(place, person, content, reply_to=reply_to)
        if self._reaches_bot(message):
            self.updates.put("message", message.as_json())
        return message

    def _reaches_bot(self, message: Message) -> bool:
        """In groups a bot in privacy mode gets only commands for it and replies to it."""
        if message.chat.person is not None:
            return True
        if message.chat.is_blocked:
            return False
        if message.reply_to is not None and message.reply_to.is_from_bot:
            return True
        word = message.text.split(maxsplit=1)[0] if message.text.startswith("/") else ""
        return bool(word) and word.partition("@")[2].lower() in ("", self.bot.username.lower())

    def _presses_inline(self, person: Person, message: Message, button: JsonObject) -> None:
        address = str(button.get("url", ""))
        own = f"https://t.me/{self.bot.username}?start="
        if address.startswith(own):
            self.opens_link(person, address.removeprefix(own))
        elif "callback_data" in button:
            query: JsonObject = {
                "id": self._query(message.chat).id,
                "from": person.as_json(),
                "message": message.as_json(),
                "chat_instance": f"{message.chat.id * 7919}",
                "data": button["callback_data"],
            }
            self.updates.put("callback_query", query)

    def _presses_reply(self, person: Person, chat: Chat, button: JsonObject) -> None:
        if button.get("request_contact"):
            self.sends_content(person, contents.contact(person, ""), chat=chat)
        elif button.get("request_location"):
            self.sends_content(person, contents.location(50.0316, 19.9625), chat=chat)
        else:
            self.says(person, str(button["text"]), chat=chat)
        if chat.keyboard is not None and chat.keyboard.get("one_time_keyboard"):
            chat.keyboard = None

    def _query(self, chat: Chat) -> Query:
        query = Query(str(next(self._query_ids)), chat, self.clock())
        self.queries[query.id] = query
        return query

    def _membership(self, chat: Chat, person: Person, old: str, new: str) -> None:
        bot = self.bot.as_json()
        change: JsonObject = {
            "chat": chat.as_json(),
            "from": person.as_json(),
            "date": int(self.clock().timestamp()),
            "old_chat_member": contents.membership(old, bot),
            "new_chat_member": contents.membership(new, bot),
        }
        self.updates.put("my_chat_member", change)
        self.changed(chat)


def _text(text: str) -> JsonObject:
    words, entities = detected(text.strip(), [])
    return {"text": words, "entities": entities} if entities else {"text": words}
