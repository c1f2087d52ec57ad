"""Applications, read and decided about by the team."""

from bot.chat.context import Context, Reply
from bot.chat.endings import ending
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens.application_batches import DoBatch, PreviewBatch, batch_screen, batches_screen, done_words
from bot.screens.applications import (
    AddReason,
    Applications,
    Batches,
    Decide,
    SendDecisions,
    SendDecisionsNow,
    SendOne,
    ShowApplication,
    UndoDecision,
    application_screen,
    applications_screen,
    before_rows,
    decided_words,
    send_screen,
    sent_words,
)
from bot.screens.dialogs import step_screen
from bot.screens.screen import Screen
from bot.services import application_batches, application_reasons, applications
from bot.services.application_batches import Order

routes = Routes()
STAFF = Permission.MANAGE_SIGNUPS


@routes.press(Applications, staff=STAFF)
async def list_applications(ctx: Context, press: Applications) -> Reply:
    """A page of them."""
    return await _list(ctx, press.event, press.page)


@routes.press(ShowApplication, staff=STAFF)
async def show_application(ctx: Context, press: ShowApplication) -> Reply:
    """One of them."""
    return application_screen(await applications.show(ctx.db, ctx.actor, press.signup, now=ctx.now), ctx.t, ctx.now)


@routes.press(Decide, staff=STAFF)
async def decide(ctx: Context, press: Decide) -> Reply:
    """Decide, and read the next; after the last one the list."""
    done = await applications.decide(ctx.db, ctx.actor, press.signup, press.decision, now=ctx.now)
    if done.following is None:
        shown = await _list(ctx, done.event.id, 0, decided_words(done, ctx.t))
        return Screen(shown.text, rows=(*before_rows(done, ctx.t), *shown.rows))
    following = await applications.show(ctx.db, ctx.actor, done.following, now=ctx.now)
    return application_screen(following, ctx.t, ctx.now, done)


@routes.press(UndoDecision, staff=STAFF)
async def undo(ctx: Context, press: UndoDecision) -> Reply:
    """Take a decision back."""
    undone = await applications.undo(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return application_screen(undone, ctx.t, ctx.now, undone)


@routes.press(AddReason, staff=STAFF)
async def add_reason(ctx: Context, press: AddReason) -> Reply:
    """Begin to type why it was declined."""
    step = await application_reasons.write(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@ending(application_reasons.REASON, int)
async def reason_kept(ctx: Context, result: int) -> Reply:
    """Back to the list."""
    return await _list(ctx, result, 0)


@routes.press(SendOne, staff=STAFF)
async def send_one(ctx: Context, press: SendOne) -> Reply:
    """Tell one applicant now."""
    event, _ = await applications.send_one(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return await _list(ctx, event.id, 0, sent_words(1, ctx.t))


@routes.press(SendDecisions, staff=STAFF)
async def ask_to_send(ctx: Context, press: SendDecisions) -> Reply:
    """How many will be told what."""
    return send_screen(await applications.page(ctx.db, ctx.actor, press.event, 0), ctx.t, ctx.now)


@routes.press(SendDecisionsNow, staff=STAFF)
async def send(ctx: Context, press: SendDecisionsNow) -> Reply:
    """Tell them."""
    told = await applications.send(ctx.db, ctx.actor, press.event, now=ctx.now)
    return await _list(ctx, press.event, 0, sent_words(told, ctx.t))


@routes.press(Batches, staff=STAFF)
async def choose_batch(ctx: Context, press: Batches) -> Reply:
    """What can be done with many."""
    return batches_screen(await application_batches.choices(ctx.db, ctx.actor, press.event), ctx.t, ctx.now)


@routes.press(PreviewBatch, staff=STAFF)
async def preview_batch(ctx: Context, press: PreviewBatch) -> Reply:
    """Whom it would be about."""
    order = Order(press.event, press.decision, press.group, press.count)
    return batch_screen(await application_batches.preview(ctx.db, ctx.actor, order), ctx.t, ctx.now)


@routes.press(DoBatch, staff=STAFF)
async def do_batch(ctx: Context, press: DoBatch) -> Reply:
    """Decide about them, or show once more who they are."""
    order = Order(press.event, press.decision, press.group, press.count)
    done = await application_batches.decide(ctx.db, ctx.actor, order, press.number, now=ctx.now)
    if done is None:
        batch = await application_batches.preview(ctx.db, ctx.actor, order)
        return batch_screen(batch, ctx.t, ctx.now, has_changed=True)
    return await _list(ctx, press.event, 0, done_words(done, ctx.t))


async def _list(ctx: Context, event: int, number: int, said: str = "") -> Screen:
    return applications_screen(await applications.page(ctx.db, ctx.actor, event, number), ctx.t, ctx.now, said)
