"""/newevent and /edit: an event described, changed, published, called off, copied."""

from bot.chat.context import Context, Reply
from bot.chat.endings import ending
from bot.chat.routes import Routes
from bot.domain import access
from bot.domain.access import Permission
from bot.domain.refusals import ProjectGone
from bot.screens.dialogs import step_screen
from bot.screens.event_cards import event_screen
from bot.screens.event_desk import EventsFor
from bot.screens.event_editor import (
    CallOff,
    CopyEvent,
    DeleteDraft,
    EditEvent,
    EditField,
    EditMore,
    Publish,
    Reopen,
    Withdraw,
    editor_screen,
    more_to_change_screen,
    saved_line,
)
from bot.screens.new_events import (
    CallOffNow,
    DeleteNow,
    NewAfter,
    NewEvent,
    NewEvents,
    ReopenNow,
    call_off_screen,
    called_off_line,
    delete_screen,
    deleted_screen,
    earlier_screen,
    made_line,
    new_events_screen,
    published_screen,
    reopen_screen,
    reopened_line,
)
from bot.screens.screen import Screen
from bot.services import event_desk, event_editing, event_states, events, new_events
from bot.services.changes import Told
from bot.services.dialogs import Step
from bot.services.event_edits import EDITS
from bot.services.event_fields import Editing
from bot.texts import Html
from handlers.event_desk import choose_event
from handlers.events import attribution

routes = Routes()
STAFF = Permission.MANAGE_EVENTS


@routes.command("newevent", staff=STAFF)
async def new(ctx: Context, _argument: str) -> Reply:
    """A new event."""
    return await choose_project(ctx, NewEvents())


@routes.press(NewEvents, staff=STAFF)
async def choose_project(ctx: Context, _press: NewEvents) -> Reply:
    """Which project; a single one is not asked about where there is nothing to go by."""
    projects = {slug: title for slug, title in ctx.titles.items() if access.is_allowed(ctx.actor, STAFF, project=slug)}
    earlier = await event_desk.mine(ctx.db, ctx.actor, 0, now=ctx.now)
    if len(projects) == 1 and not earlier.events:
        return await begin(ctx, NewEvent(next(iter(projects))))
    return new_events_screen(projects, ctx.t)


@routes.press(NewEvent, staff=STAFF)
async def begin(ctx: Context, press: NewEvent) -> Reply:
    """The first question."""
    access.demand(ctx.actor, STAFF, project=press.project)
    if press.project not in ctx.house.content.projects:
        raise ProjectGone
    return _step(ctx, await new_events.begin(ctx.db, ctx.actor, press.project, now=ctx.now))


@routes.press(NewAfter, staff=STAFF)
async def choose_earlier(ctx: Context, press: NewAfter) -> Reply:
    """Which event the new one is like."""
    return earlier_screen(await event_desk.mine(ctx.db, ctx.actor, press.page, now=ctx.now), ctx.t)


@routes.press(CopyEvent, staff=STAFF)
async def copy(ctx: Context, press: CopyEvent) -> Reply:
    """The date of the copy."""
    return _step(ctx, await new_events.begin_copy(ctx.db, ctx.actor, press.event, now=ctx.now))


@ending(new_events.NEW, int)
@ending(new_events.COPY, int)
async def made(ctx: Context, event: int) -> Reply:
    """The new draft in the editor."""
    return await _editor(ctx, event, made_line(ctx.t))


@routes.command("edit", staff=STAFF)
async def edit(ctx: Context, argument: str) -> Reply:
    """The event of a code, or the choice of events."""
    if not argument:
        return await choose_event(ctx, EventsFor("edit"))
    found = await event_editing.find(ctx.db, ctx.actor, argument.split(maxsplit=1)[0], now=ctx.now)
    return await _shown(ctx, found)


@routes.press(EditEvent, staff=STAFF)
async def show(ctx: Context, press: EditEvent) -> Reply:
    """The editor."""
    return await _editor(ctx, press.event)


@routes.press(EditMore, staff=STAFF)
async def show_more(ctx: Context, press: EditMore) -> Reply:
    """Everything else that can be changed."""
    return more_to_change_screen(await event_editing.show(ctx.db, ctx.actor, press.event, now=ctx.now), ctx.t)


@routes.press(EditField, staff=STAFF)
async def change(ctx: Context, press: EditField) -> Reply:
    """Begin to change one thing."""
    return _step(ctx, await event_editing.begin(ctx.db, ctx.actor, press.event, press.key, now=ctx.now))


async def changed(ctx: Context, result: tuple[int, Told]) -> Reply:
    """The editor, with what was done."""
    event, told = result
    return await _editor(ctx, event, saved_line(told, ctx.t))


for _key in EDITS:
    ending(event_editing.PREFIX + _key, tuple)(changed)


@routes.press(Publish, staff=STAFF)
async def publish(ctx: Context, press: Publish) -> Reply:
    """Let everybody see it."""
    published = await event_states.publish(ctx.db, ctx.actor, press.event, now=ctx.now)
    return published_screen(published, ctx.link(f"e_{published.event.plan.code}"), ctx.t)


@routes.press(Withdraw, staff=STAFF)
async def withdraw(ctx: Context, press: Withdraw) -> Reply:
    """A draft again."""
    return await _shown(ctx, await event_states.withdraw(ctx.db, ctx.actor, press.event, now=ctx.now))


@routes.press(CallOff, staff=STAFF)
async def ask_call_off(ctx: Context, press: CallOff) -> Reply:
    """Really?"""
    return call_off_screen(await event_editing.show(ctx.db, ctx.actor, press.event, now=ctx.now), ctx.t)


@routes.press(CallOffNow, staff=STAFF)
async def call_off(ctx: Context, press: CallOffNow) -> Reply:
    """It will not take place."""
    told = await event_states.call_off(ctx.db, ctx.actor, press.event, now=ctx.now)
    return await _editor(ctx, press.event, called_off_line(told, ctx.t))


@routes.press(Reopen, staff=STAFF)
async def ask_reopen(ctx: Context, press: Reopen) -> Reply:
    """Really?"""
    return reopen_screen(await event_editing.show(ctx.db, ctx.actor, press.event, now=ctx.now), ctx.t)


@routes.press(ReopenNow, staff=STAFF)
async def reopen(ctx: Context, press: ReopenNow) -> Reply:
    """It takes place after all."""
    told = await event_states.reopen(ctx.db, ctx.actor, press.event, now=ctx.now)
    return await _editor(ctx, press.event, reopened_line(told, ctx.t))


@routes.press(DeleteDraft, staff=STAFF)
async def ask_delete(ctx: Context, press: DeleteDraft) -> Reply:
    """Really?"""
    return delete_screen(await event_editing.show(ctx.db, ctx.actor, press.event, now=ctx.now), ctx.t)


@routes.press(DeleteNow, staff=STAFF)
async def delete(ctx: Context, press: DeleteNow) -> Reply:
    """Gone."""
    return deleted_screen(await event_states.delete(ctx.db, ctx.actor, press.event, now=ctx.now), ctx.t)


async def _editor(ctx: Context, event: int, said: Html | None = None) -> Screen:
    return await _shown(ctx, await event_editing.show(ctx.db, ctx.actor, event, now=ctx.now), said)


async def _shown(ctx: Context, editing: Editing, said: Html | None = None) -> Screen:
    card = await events.card(ctx.db, ctx.actor, editing.event.id)
    preview = event_screen(card, ctx.t, ctx.now, attribution(ctx, card.event)).text
    return editor_screen(editing, Html(preview), ctx.t, said)


def _step(ctx: Context, step: Step) -> Screen:
    return step_screen(step, ctx.t, ctx.house.organisation)
