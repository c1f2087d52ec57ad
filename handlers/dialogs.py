"""Conversations: a text, a button, a shared number; each moves the draft one step."""

from collections.abc import Awaitable
from dataclasses import replace

from bot.chat import endings
from bot.chat.context import Context, Reply
from bot.chat.rendering import screens
from bot.chat.routes import Routes
from bot.domain.forms import Kind
from bot.domain.refusals import InvalidAnswer, NoDialog, Refusal, StaleStep
from bot.screens.dialogs import (
    Back,
    ChangeAnswer,
    Commit,
    Drop,
    Pressed,
    Skip,
    Stop,
    keyboard_gone_screen,
    misread_screen,
    step_screen,
)
from bot.screens.refusals import refused_step_screen
from bot.screens.resting import (
    behind_us_screen,
    dropped_screen,
    nothing_to_resume_screen,
    resting_screen,
    stopped_screen,
    unchanged_screen,
)
from bot.screens.screen import Screen
from bot.screens.signups import Resume
from bot.screens.start import not_words_screen
from bot.screens.typed import meant
from bot.services import dialogs, drafts, moves
from bot.services.dialogs import Done, Misread, Refused, Step
from bot.services.enrolments import CORRECTION
from handlers.news import asking
from handlers.questions import answer_question
from handlers.signups import done_reply, standing_reply

routes = Routes()

PIN = "edit_pin"
"""The question that a shared place answers."""


@routes.kind("text")
async def take_text(ctx: Context, words: str) -> Reply:
    """Free text: a button by its name, an answer to the conversation under way, else a question."""
    step = await _under_way(ctx)
    if step is None:
        return await answer_question(ctx, words)
    if step.is_resting:
        return (await answer_question(ctx, words), await _resting(ctx, step))
    if named := meant(step, words, ctx.t):
        return await ctx.press(named)
    if drafts.is_asked(step.draft, now=ctx.now) or _is_question(step, words):
        return await _asked(ctx, step, words)
    return await _typed(ctx, words)


@routes.kind("contact")
async def take_contact(ctx: Context, number: str) -> Reply:
    """A shared contact: the own number answers the question for it, somebody else's never does."""
    step = await _under_way(ctx)
    if step is None or step.field is None or step.field.kind is not Kind.PHONE:
        return not_words_screen(ctx.t, "contact", has_draft=step is not None)
    contact = ctx.update.message.contact if ctx.update.message else None
    if contact is None or contact.user_id != ctx.user.id:
        return misread_screen(Misread(InvalidAnswer("contact", ""), step), ctx.t, ctx.house.organisation)
    return await _typed(ctx, number if number.startswith("+") else f"+{number}")


@routes.kind("other")
async def take_other(ctx: Context, kind: str) -> Reply:
    """A sticker, a recording, a file; a place answers a question for one."""
    step = await _under_way(ctx)
    location = ctx.update.message.location if ctx.update.message else None
    if location and step and step.field and step.field.key == PIN:
        return await _typed(ctx, f"{location.latitude:.6f}, {location.longitude:.6f}")
    return not_words_screen(ctx.t, kind, has_draft=step is not None)


@routes.press(Pressed)
async def press_answer(ctx: Context, press: Pressed) -> Reply:
    """An answer on a button."""
    return await _answered(ctx, moves.press(ctx.db, ctx.actor, press.revision, press.value, now=ctx.now))


@routes.press(Skip)
async def press_skip(ctx: Context, press: Skip) -> Reply:
    """Leave a question open."""
    return await _answered(ctx, moves.skip(ctx.db, ctx.actor, press.revision, now=ctx.now))


@routes.press(Back)
async def press_back(ctx: Context, press: Back) -> Reply:
    """One step back."""
    try:
        return _screen(ctx, await moves.back(ctx.db, ctx.actor, press.revision, now=ctx.now))
    except (StaleStep, NoDialog):
        return await _present(ctx)


@routes.press(ChangeAnswer)
async def press_change(ctx: Context, press: ChangeAnswer) -> Reply:
    """From the summary to one question."""
    try:
        return _screen(ctx, await moves.change(ctx.db, ctx.actor, press.revision, press.index, now=ctx.now))
    except (StaleStep, NoDialog):
        return await _present(ctx)


@routes.press(Commit)
async def press_commit(ctx: Context, press: Commit) -> Reply:
    """The end of a conversation. Pressed again, it shows what came of it."""
    try:
        done = await dialogs.commit(ctx.db, ctx.actor, press.revision, now=ctx.now)
    except (StaleStep, NoDialog):
        return await standing_reply(ctx, press.subject) or await _present(ctx)
    except Refused as refused:
        return _refused(ctx, refused)
    return await _ended(ctx, done)


@routes.command("cancel")
async def cancel(ctx: Context, _argument: str) -> Reply:
    """Leave the conversation under way."""
    left = await drafts.pause(ctx.db, ctx.actor, now=ctx.now)
    stopped = stopped_screen(ctx.t, left.draft if left else None)
    return replace(stopped, before=keyboard_gone_screen(ctx.t, None)) if left and left.has_keyboard else stopped


@routes.press(Stop)
async def press_stop(ctx: Context, _press: Stop) -> Reply:
    """The same from a button."""
    return await cancel(ctx, "")


@routes.press(Resume)
async def resume(ctx: Context, _press: Resume) -> Reply:
    """Go on where the conversation was left."""
    try:
        return _screen(ctx, await moves.resume(ctx.db, ctx.actor, now=ctx.now))
    except NoDialog:
        return nothing_to_resume_screen(ctx.t)
    except Refusal:
        await drafts.drop(ctx.db, ctx.actor)
        raise


@routes.press(Drop)
async def throw_away(ctx: Context, press: Drop) -> Reply:
    """Forget the draft; where answers were being changed, the place is as it was."""
    try:
        dropped = await drafts.drop(ctx.db, ctx.actor, press.revision)
    except (StaleStep, NoDialog):
        return await _present(ctx)
    place = await standing_reply(ctx, dropped.subject) if dropped and dropped.form == CORRECTION.name else None
    return unchanged_screen(place, ctx.t) if place else dropped_screen(ctx.t)


async def _under_way(ctx: Context) -> Step | None:
    """The conversation that takes texts; one that lost its subject is thrown away and says why."""
    try:
        return await dialogs.present(ctx.db, ctx.actor, now=ctx.now)
    except Refusal:
        await drafts.drop(ctx.db, ctx.actor)
        raise


async def _asked(ctx: Context, step: Step, words: str) -> Reply:
    """The answer to a question in the middle of a conversation, and the step again."""
    await drafts.expect_answer(ctx.db, ctx.actor, now=ctx.now)
    return (await answer_question(ctx, words, step.setting.about), _screen(ctx, step))


async def _typed(ctx: Context, words: str) -> Reply:
    return await _answered(ctx, moves.type_in(ctx.db, ctx.actor, words, now=ctx.now), words)


async def _resting(ctx: Context, step: Step) -> Screen:
    """A conversation nobody moved for long takes no words any more until it is gone on with."""
    left = await drafts.pause(ctx.db, ctx.actor, now=ctx.now)
    return resting_screen(replace(step, draft=left.draft, has_left_keyboard=left.has_keyboard) if left else step, ctx.t)


async def _present(ctx: Context) -> Reply:
    """An old button: it explains itself, and the step that is open now follows."""
    step = await _under_way(ctx)
    return nothing_to_resume_screen(ctx.t) if step is None else (behind_us_screen(ctx.t), _screen(ctx, step))


async def _answered(ctx: Context, answering: Awaitable[Step | Done], words: str = "") -> Reply:
    """What follows an answer: the next step, or the end of a conversation that needs no looking over.

    ``words`` that were typed and are no answer may be a question without its mark."""
    try:
        after = await answering
    except Misread as miss:
        if words and ctx.house.engine.asks(words):
            return await _asked(ctx, miss.step, words)
        return misread_screen(miss, ctx.t, ctx.house.organisation)
    except Refused as refused:
        return _refused(ctx, refused)
    except (StaleStep, NoDialog):
        return await _present(ctx)
    return await _ended(ctx, after) if isinstance(after, Done) else _screen(ctx, after)


async def _ended(ctx: Context, done: Done) -> Reply:
    ending = endings.of(done)
    reply = await ending(ctx, done.result) if ending else done_reply(ctx, done)
    reply = await asking(ctx, reply) if done.form == "signup" else reply
    return (keyboard_gone_screen(ctx.t, None), *screens(reply)) if done.has_left_keyboard else reply


def _screen(ctx: Context, step: Step) -> Screen:
    return step_screen(step, ctx.t, ctx.house.organisation)


def _refused(ctx: Context, refused: Refused) -> Screen:
    return refused_step_screen(refused, ctx.t, ctx.now, ctx.house.organisation)


def _is_question(step: Step, words: str) -> bool:
    """Whether somebody asks in the middle of a conversation; a free text may well end with a question mark."""
    return words.rstrip().endswith("?") and (step.field is None or step.field.kind not in {Kind.TEXT, Kind.OWN})
