"""The page's own endpoints: what people see, and what they do."""

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.sandbox import sentences
from bot.sandbox.files import PICTURES, UPLOAD_LIMIT
from bot.sandbox.guards import Refused, as_json
from bot.sandbox.live import Live
from bot.sandbox.people import Person
from bot.sandbox.pressing import NoSuchButton
from bot.sandbox.sending import CAPTION_LIMIT
from bot.sandbox.utf16 import units
from bot.sandbox.views import chat_view, person_view, state_view
from bot.sandbox.wire import Json, JsonObject, Upload
from bot.sandbox.world import World

Act = Callable[[Person, JsonObject], None]

ALBUM_LIMIT = 10
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the page asks of the sandbox around the world: its clock and its bot."""

    move_clock: Callable[[timedelta], Awaitable[None]]
    next_due: Callable[[], Awaitable[datetime | None]]
    restart: Callable[[], Awaitable[None]]


class PageApi:
    """The endpoints for the page."""

    def __init__(self, world: World, hooks: Hooks, zone: ZoneInfo, live: Live) -> None:
        self._world = world
        self._hooks = hooks
        self._zone = zone
        self._live = live

    def add_to(self, app: web.Application) -> None:
        """Register the routes."""
        app.router.add_get("/api/state", self._state)
        app.router.add_post("/api/clock", self._clock)
        app.router.add_post("/api/restart", self._restart)
        app.router.add_post("/api/people", self._add_person)
        app.router.add_get("/api/people/{id}/messages", self._messages)
        app.router.add_get("/api/people/{id}/events", self._events)
        app.router.add_post("/api/people/{id}/file", self._file)
        app.router.add_get("/files/{id}", self._download)
        for name, act in self._acts().items():
            app.router.add_post(f"/api/people/{{id}}/{name}", self._acting(name, act))

    def _acts(self) -> dict[str, Act]:
        return {
            "say": self._say,
            "press": self._press,
            "reply-button": self._reply_button,
            "contact": self._contact,
            "location": self._location,
            "sticker": self._sticker,
            "edit": self._edit,
            "block": self._block,
            "open": self._open,
        }

    async def _state(self, _: web.Request) -> web.Response:
        return as_json(state_view(self._world, self._zone, await self._hooks.next_due()))

    async def _clock(self, request: web.Request) -> web.Response:
        body = await _body(request)
        await self._hooks.move_clock(await self._span(body))
        self._live.announce()
        return await self._state(request)

    async def _span(self, body: JsonObject) -> timedelta:
        if body.get("to") == "next":
            due = await self._hooks.next_due()
            if due is None:
                raise Refused(sentences.NOTHING_DUE, 409)
            return max(due - self._world.clock(), timedelta())
        span = timedelta(hours=_number(body, "hours") or 0, days=_number(body, "days") or 0)
        if span <= timedelta() or span > timedelta(days=366):
            raise Refused(sentences.WRONG_MOVE)
        return span

    async def _restart(self, _: web.Request) -> web.Response:
        await self._hooks.restart()
        self._live.announce()
        return as_json({})

    async def _add_person(self, request: web.Request) -> web.Response:
        body = await _body(request)
        first, _, last = _text(body, "name").strip().partition(" ")
        if not 1 <= len(first + last) <= 64:
            raise Refused(sentences.NAME_NEEDED)
        language = _text(body, "language") or "pl"
        if re.fullmatch(r"[a-z]{2}", language) is None:
            raise Refused(sentences.LANGUAGE_NEEDED)
        person = self._world.add_person(first, last.strip(), language_code=language, role="resident")
        return as_json(person_view(self._world, person), 201)

    async def _messages(self, request: web.Request) -> web.Response:
        chat = self._world.chat_with(self._person(request))
        after = request.query.get("after", "0")
        view = chat_view(self._world, chat, int(after) if after.isdigit() else 0)
        chat.seen = max((message.seq for message in chat.messages.values()), default=0)
        return as_json(view)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        return await self._live.stream(request, self._world.chat_with(self._person(request)))

    async def _file(self, request: web.Request) -> web.Response:
        person = self._writer(request)
        uploads, caption = await _uploads(request)
        self._world.sends_files(person, uploads, caption)
        return as_json({})

    async def _download(self, request: web.Request) -> web.Response:
        stored = self._world.files.get(request.match_info["id"])
        if stored is None:
            raise Refused(sentences.NO_SUCH_FILE, 404)
        how = "inline" if stored.mime in PICTURES else "attachment"
        headers = {
            "Content-Disposition": f"{how}; filename*=UTF-8''{quote(stored.name, safe='')}",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox",
            "Content-Type": stored.mime,
        }
        return web.Response(body=stored.content, headers=headers)

    def _acting(self, name: str, act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handler(request: web.Request) -> web.Response:
            person = self._person(request) if name == "block" else self._writer(request)
            act(person, await _body(request))
            return as_json({})

        return handler

    def _say(self, person: Person, body: JsonObject) -> None:
        try:
            self._world.says(person, _text(body, "text"))
        except ValueError as error:
            raise Refused(sentences.TEXT_NEEDED) from error

    def _press(self, person: Person, body: JsonObject) -> None:
        place = [_number(body, name) for name in ("message_id", "row", "column")]
        message_id, row, column = (int(number) if number is not None and number >= 0 else -1 for number in place)
        if min(message_id, row, column) < 0:
            raise Refused(sentences.NO_SUCH_BUTTON, 409)
        try:
            self._world.presses(person, (message_id, row, column))
        except NoSuchButton as error:
            raise Refused(sentences.NO_SUCH_BUTTON, 409) from error

    def _reply_button(self, person: Person, body: JsonObject) -> None:
        try:
            self._world.presses_key(person, _text(body, "text"))
        except NoSuchButton as error:
            raise Refused(sentences.NO_SUCH_BUTTON, 409) from error

    def _contact(self, person: Person, body: JsonObject) -> None:
        self._world.sends_contact(person, phone=_text(body, "phone"), name=_text(body, "name"))

    def _sticker(self, person: Person, _: JsonObject) -> None:
        self._world.sends(person, "sticker")

    def _location(self, person: Person, body: JsonObject) -> None:
        latitude, longitude = _number(body, "latitude"), _number(body, "longitude")
        if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
            raise Refused(sentences.PLACE_NEEDED)
        self._world.sends_location(person, latitude, longitude)

    def _edit(self, person: Person, body: JsonObject) -> None:
        message_id = _number(body, "message_id")
        message = self._world.chat_with(person).find(int(message_id) if message_id is not None else None)
        if message is None or message.sender is not person or message.kind != "text":
            raise Refused(sentences.NO_SUCH_MESSAGE, 409)
        if not 1 <= len(_text(body, "text").strip()) <= 4096:
            raise Refused(sentences.TEXT_NEEDED)
        self._world.edits(person, message, _text(body, "text"))

    def _block(self, person: Person, body: JsonObject) -> None:
        is_blocked = self._world.chat_with(person).is_blocked
        if body.get("blocked") is True and not is_blocked:
            self._world.blocks(person)
        elif body.get("blocked") is False and is_blocked:
            self._world.unblocks(person)

    def _open(self, person: Person, body: JsonObject) -> None:
        payload = _text(body, "payload")
        if _PAYLOAD.fullmatch(payload) is None:
            raise Refused(sentences.WRONG_PAYLOAD)
        self._world.opens_link(person, payload)

    def _person(self, request: web.Request) -> Person:
        wanted = request.match_info["id"]
        person = self._world.people.get(int(wanted)) if wanted.isdigit() else None
        if person is None:
            raise Refused(sentences.NOBODY, 404)
        return person

    def _writer(self, request: web.Request) -> Person:
        person = self._person(request)
        if self._world.chat_with(person).is_blocked:
            raise Refused(sentences.BLOCKED, 409)
        return person


async def _body(request: web.Request) -> JsonObject:
    try:
        body: Json = json.loads(await request.text() or "{}")
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Refused(sentences.NOT_JSON)
    return body


async def _uploads(request: web.Request) -> tuple[list[Upload], str]:
    form = await request.post()
    fields = [value for value in form.values() if isinstance(value, web.FileField)]
    uploads = [(field.filename, field.file.read(), field.content_type) for field in fields]
    if not uploads or not all(content for _, content, _ in uploads):
        raise Refused(sentences.FILE_NEEDED)
    if max(len(content) for _, content, _ in uploads) > UPLOAD_LIMIT:
        raise Refused(sentences.FILE_TOO_BIG, 413)
    caption = _text(dict(form), "caption").strip()
    if len(uploads) > ALBUM_LIMIT or units(caption) > CAPTION_LIMIT:
        raise Refused(sentences.ALBUM_TOO_BIG)
    return uploads, caption


def _text(body: Mapping[str, object], name: str) -> str:
    value = body.get(name)
    return value if isinstance(value, str) else ""


def _number(body: JsonObject, name: str) -> float | None:
    value = body.get(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
