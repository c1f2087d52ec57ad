"""/list: an event's people, narrowed down by what is typed or pressed."""

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.domain.list_queries import FilterUnread, read_query, unpack
from bot.screens.event_desk import EventsFor
from bot.screens.list_filters import Filtered, FilteredFile, People, unread_screen
from bot.screens.lists import people_screen
from bot.services import event_codes, exports, lists
from handlers.event_desk import choose_event
from handlers.exports import file_reply

routes = Routes()
STAFF = Permission.SEE_LISTS


@routes.command("list", staff=STAFF)
async def show_list(ctx: Context, typed: str) -> Reply:
    """``/list`` offers the events, ``/list CODE filters…`` the list of one."""
    code, _, words = typed.strip().partition(" ")
    if not code:
        return await choose_event(ctx, EventsFor("list"))
    event = await event_codes.find(ctx.db, ctx.actor, code, STAFF, "list")
    try:
        query = read_query(words, ctx.t.local(ctx.now).date())
    except FilterUnread as unread:
        return unread_screen(unread, event, ctx.t)
    page = await lists.of_event(ctx.db, ctx.actor, event.id, query=query, now=ctx.now)
    return people_screen(page, ctx.t, ctx.now)


@routes.press(People, staff=STAFF)
async def list_people(ctx: Context, press: People) -> Reply:
    """A page of the list."""
    page = await lists.of_event(ctx.db, ctx.actor, press.event, page=press.page, now=ctx.now)
    return people_screen(page, ctx.t, ctx.now)


@routes.press(Filtered, staff=STAFF)
async def list_some(ctx: Context, press: Filtered) -> Reply:
    """A page of those a query wants."""
    query = unpack(press.query)
    page = await lists.of_event(ctx.db, ctx.actor, press.event, query=query, page=press.page, now=ctx.now)
    return people_screen(page, ctx.t, ctx.now)


@routes.press(FilteredFile, staff=Permission.SEE_CONTACTS)
async def send_some(ctx: Context, press: FilteredFile) -> Reply:
    """The same as a spreadsheet."""
    only = await lists.wanted(ctx.db, ctx.actor, press.event, unpack(press.query), now=ctx.now)
    export = await exports.of_event(ctx.db, ctx.actor, press.event, kind="xlsx", only=only, now=ctx.now)
    return await file_reply(ctx, export, "xlsx")
