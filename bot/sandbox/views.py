"""What the page is shown of the world: plain dictionaries, ready for JSON."""

from collections.abc import Mapping
from datetime import datetime
from html import escape
from urllib.parse import quote
from zoneinfo import ZoneInfo

from bot.sandbox.arguments import parts
from bot.sandbox.chats import Chat, Message, Toast, buttons
from bot.sandbox.entities import shown
from bot.sandbox.people import Person
from bot.sandbox.wire import Json, JsonObject
from bot.sandbox.world import World


def state_view(world: World, zone: ZoneInfo, next_due: datetime | None) -> JsonObject:
    """The answer of ``/api/state``; ``now`` and ``next_due`` are wall clock in ``zone``."""
    now = world.clock()
    return {
        "now": wall_clock(now, zone),
        "now_utc": now.isoformat(),
        "zone": zone.key,
        "bot": {"name": world.bot.first_name, "username": world.bot.username},
        "people": [person_view(world, person) for person in world.people.values()],
        "next_due": wall_clock(next_due, zone) if next_due else None,
        "commands": {str(person.id): world.commands(person) for person in world.people.values()},
    }


def wall_clock(moment: datetime, zone: ZoneInfo) -> str:
    """ISO without an offset, to the second."""
    return moment.astimezone(zone).replace(tzinfo=None).isoformat(timespec="seconds")


def person_view(world: World, person: Person) -> JsonObject:
    """One line in the list of people."""
    chat = world.chat_with(person)
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "language": person.language_code,
        "blocked": chat.is_blocked,
        "unread": chat.unread(),
    }


def chat_view(world: World, chat: Chat, after: int) -> JsonObject:
    """What changed in a chat after ``seq``, and how it stands; a toast is shown once."""
    changed = [message for message in chat.messages.values() if message.seq > after]
    visible = changed if after else [message for message in changed if not message.is_deleted]
    return {
        "messages": [message_view(world, message) for message in visible],
        "seq": max([after, *(message.seq for message in chat.messages.values())]),
        "toasts": [_toast(toast) for toast in chat.unshown_toasts()],
        "typing": chat.is_typing(world.clock()),
        "reply_keyboard": _keys(chat),
    }


def message_view(world: World, message: Message) -> JsonObject:
    """One bubble."""
    text = message.text or _words(message)
    return {
        "id": message.id,
        "seq": message.seq,
        "from_bot": message.is_from_bot,
        "html": shown(message.text, parts(message.entities)) if message.text else escape(text),
        "text": text,
        "date": message.date.isoformat(),
        "edited": message.edited is not None,
        "deleted": message.is_deleted,
        "pinned": message.id in message.chat.pinned,
        "kind": message.kind,
        "file": _file(world, message),
        "location": _place(message),
        "keyboard": [[_button(button) for button in row] for row in buttons(message.markup)],
        "reply_keyboard": message.keyboard is not None and "keyboard" in message.keyboard,
        "remove_keyboard": message.keyboard is not None and "remove_keyboard" in message.keyboard,
    }


def _toast(toast: Toast) -> JsonObject:
    return {"seq": toast.seq, "text": toast.text, "alert": toast.is_alert}


def _button(button: JsonObject) -> JsonObject:
    """Whether it calls back, and where it leads; the data itself is not the page's business."""
    return {"text": button["text"], "data": "callback_data" in button, "url": button.get("url")}


def _keys(chat: Chat) -> Json:
    rows = buttons(chat.keyboard, "keyboard")
    if not rows:
        return None
    return [[{"text": key["text"], "contact": key.get("request_contact") is True} for key in row] for row in rows]


def _words(message: Message) -> str:
    """What can be said about a message without text."""
    match message.kind:
        case "contact":
            contact = _body(message)
            name = f"{contact['first_name']} {contact.get('last_name', '')}".strip()
            return f"{name}, {contact['phone_number']}"
        case "sticker" | "dice":
            return str(_body(message).get("emoji", ""))
        case _:
            return ""


def _file(world: World, message: Message) -> JsonObject | None:
    body = _body(message)
    stored = world.files.get(str(body.get("file_id", "")))
    if stored is None or message.kind == "sticker":
        return None
    url = f"/files/{quote(stored.id)}"
    return {"id": stored.id, "name": stored.name, "size": len(stored.content), "mime": stored.mime, "url": url}


def _place(message: Message) -> JsonObject | None:
    location = message.content.get("location")
    if not isinstance(location, Mapping):
        return None
    venue = message.content.get("venue")
    words = {name: venue[name] for name in ("title", "address")} if isinstance(venue, Mapping) else {}
    return {"latitude": location["latitude"], "longitude": location["longitude"], **words}


def _body(message: Message) -> JsonObject:
    """The part of the content that says what it is; of a picture its largest size."""
    body = message.content.get(message.kind)
    if isinstance(body, Mapping):
        return dict(body)
    sizes = parts(body)
    return sizes[-1] if sizes else {}
