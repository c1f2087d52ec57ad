"""Where handling an update ends: refusals become screens, bugs become an apology with a sign."""

import logging
import secrets
from collections.abc import Awaitable

from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError

from bot.chat import rendering
from bot.chat.commands import set_menu_of
from bot.chat.context import Context, Reply
from bot.domain.refusals import NotAllowed, Refusal
from bot.screens.refusals import refusal_screen
from bot.screens.start import bug_notice_screen, bug_screen
from bot.services import audit, people

log = logging.getLogger(__name__)


async def refused(ctx: Context, refusal: Refusal) -> Reply:
    """The screen for a refusal; what somebody had no right to is kept in the audit log, too."""
    if isinstance(refusal, NotAllowed):
        await audit.refused(ctx.db, ctx.actor.id, refusal.permission, now=ctx.now)
        await _mend_menu(ctx)
    log.info("refused %s to person %s", type(refusal).__name__, ctx.actor.id)
    return refusal_screen(refusal, ctx.t, ctx.now, ctx.house.organisation, ctx.actor.grants)


async def _mend_menu(ctx: Context) -> None:
    """Whoever lost a role while the bot was down may still have its commands in the menu."""
    if ctx.actor.is_staff:
        return
    await set_menu_of(ctx.bot, ctx.user.id, ctx.actor.language, ctx.house.texts, ctx.actor.grants)


async def guarded(ctx: Context, handling: Awaitable[None]) -> None:
    """Handle one update; whatever goes wrong ends here. Nothing of what the person wrote is logged."""
    try:
        await handling
    except Exception as error:
        await _failed(ctx, error)


async def _failed(ctx: Context, error: Exception) -> None:
    if isinstance(error, Forbidden):
        await people.became_reachable(ctx.db, ctx.user.id, reachable=False)
        return
    if isinstance(error, NetworkError | InvalidToken) and not isinstance(error, BadRequest):
        log.warning("no answer reached person %s: %s", ctx.actor.id, type(error).__name__)
        return
    sign = secrets.token_hex(2).upper()
    log.error("bug %s with an update of person %s", sign, ctx.actor.id, exc_info=error)
    try:
        await rendering.send(ctx.bot, ctx.user.id, bug_screen(ctx.t, sign, ctx.house.organisation))
        await _tell_administrators(ctx, sign)
    except TelegramError as second:
        log.warning("no apology reached person %s: %s", ctx.actor.id, type(second).__name__)


async def _tell_administrators(ctx: Context, sign: str) -> None:
    for administrator in ctx.house.administrators - {ctx.user.id}:
        found = await people.recognise(ctx.db, administrator, administrators=ctx.house.administrators)
        if found:
            t = ctx.house.texts.in_(found.language)
            await rendering.send(ctx.bot, administrator, bug_notice_screen(t, sign))
