"""/add: people without Telegram, typed, shared from the phone book or sent as a spreadsheet."""

import asyncio
from datetime import UTC, datetime

from telegram import Message

from bot.chat.context import Context, Reply
from bot.chat.endings import ending
from bot.chat.routes import Routes
from bot.documents.tables import NoTable, cells
from bot.domain.access import Permission
from bot.domain.forms import Draft
from bot.domain.refusals import StaleButton
from bot.screens.adding import AddPeople, UndoAdding, added_screen, file_unread_screen, removed_screen
from bot.screens.dialogs import step_screen
from bot.screens.event_desk import EventsFor
from bot.screens.start import not_words_screen
from bot.services import adding, event_codes
from bot.services.adding import Added
from bot.services.typed_people import from_table
from handlers.dialogs import take_text
from handlers.event_desk import choose_event

routes = Routes()
STAFF = Permission.MANAGE_SIGNUPS
LARGEST = 2**20
"""Bytes of a file of people."""
LATEST = 2**33
"""The last second since 1970 that a button may name."""


@routes.command("add", staff=STAFF)
async def add(ctx: Context, code: str) -> Reply:
    """``/add`` offers the events, ``/add CODE`` begins at once."""
    if not code.strip():
        return await choose_event(ctx, EventsFor("add"))
    event = await event_codes.find(ctx.db, ctx.actor, code.strip(), STAFF, "add")
    return await begin(ctx, AddPeople(event.id))


@routes.press(AddPeople, staff=STAFF)
async def begin(ctx: Context, press: AddPeople) -> Reply:
    """Begin to sign people up."""
    step = await adding.begin(ctx.db, ctx.actor, press.event, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@routes.capture(adding.ADDING)
async def take(ctx: Context, _draft: Draft | None, message: Message) -> Reply:
    """Lines as text, a contact of the phone book, or a table."""
    if message.contact:
        contact = message.contact
        name = " ".join(part for part in (contact.first_name, contact.last_name) if part)
        number = contact.phone_number
        return await take_text(ctx, f"{name}; {number if number.startswith('+') else f'+{number}'}")
    if message.document:
        return await _take_file(ctx, message)
    if message.text:
        return await take_text(ctx, message.text)
    return not_words_screen(ctx.t, "", has_draft=True)


@ending(adding.ADDING, Added)
async def added(ctx: Context, result: Added) -> Reply:
    """They are on the list."""
    return added_screen(result, ctx.t, ctx.now)


@routes.press(UndoAdding, staff=STAFF)
async def undo(ctx: Context, press: UndoAdding) -> Reply:
    """Take them back."""
    if not 0 <= press.number < LATEST:
        raise StaleButton
    at = datetime.fromtimestamp(press.number, UTC)
    event, count = await adding.undo(ctx.db, ctx.actor, press.event, at, now=ctx.now)
    return removed_screen(event, count, ctx.t)


async def _take_file(ctx: Context, message: Message) -> Reply:
    document = message.document
    if document is None or (document.file_size or 0) > LARGEST:
        return file_unread_screen(ctx.t)
    content = bytes(await (await document.get_file()).download_as_bytearray())
    try:
        lines = from_table(await asyncio.to_thread(cells, content))
    except NoTable:
        return file_unread_screen(ctx.t)
    return await take_text(ctx, lines) if lines else file_unread_screen(ctx.t)
