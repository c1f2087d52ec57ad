"""Announcements shown to the team: the pages, and previews exactly as their readers see them."""

from dataclasses import replace
from datetime import datetime, time

from telegram import Message

from bot.chat import media
from bot.chat.context import Context
from bot.domain.announcements import SENT, Announcement, Phase, Piece, Unsendable
from bot.domain.clock import zone_of
from bot.domain.forms import Draft
from bot.domain.localized import LANGUAGES
from bot.domain.typed_times import Unreadable, read_ahead
from bot.screens.announcement_progress import approve_screen, sent_screen
from bot.screens.announcements import draft_screen
from bot.screens.bulletins import Attached, as_preview, bulletin_screen, excess
from bot.screens.screen import Screen
from bot.services import announcement_forms as forms
from bot.services.announcements import Shown


def pressed(ctx: Context) -> int | None:
    """The message under whose button somebody pressed, None when it holds no words to put others in their place."""
    query = ctx.update.callback_query
    message = query.message if query else None
    return message.message_id if isinstance(message, Message) and message.text is not None else None


def page_of(ctx: Context, shown: Shown, said: str = "") -> Screen:
    """The page of an announcement as far as it has come."""
    if shown.one.phase in SENT or shown.one.phase is Phase.RECALLED:
        return sent_screen(shown, ctx.t, ctx.now, ctx.titles, said)
    if shown.one.phase is Phase.AWAITING and shown.may_approve:
        return approve_screen(shown, ctx.t, ctx.now, ctx.titles)
    return draft_screen(shown, ctx.t, ctx.now, ctx.titles, said, over(ctx, shown))


def previews(ctx: Context, shown: Shown) -> tuple[Screen, ...]:
    """The message in each language it is written in."""
    return tuple(preview(ctx, shown, language) for language in LANGUAGES if language in shown.one.content)


def preview(ctx: Context, shown: Shown, language: str) -> Screen:
    """The message as somebody who reads ``language`` gets it, below the pressed button."""
    attached = Attached(shown.event, ctx.house.content.projects.get(shown.one.project))
    screen = bulletin_screen(shown.one, language, attached, ctx.house.texts.in_(language), ctx.now)
    return as_preview(screen, shown.one)


def corrected(shown: Shown) -> Shown:
    """The same with the new words that nobody has got yet."""
    one = shown.one
    content = {
        language: replace(piece, text=one.correction.get(language, piece.text))
        for language, piece in one.content.items()
    }
    return replace(shown, one=replace(one, content=content))


def over(ctx: Context, shown: Shown) -> int:
    """By how many characters the longest version is too long for Telegram."""
    return max(
        (
            excess(preview(ctx, shown, language), is_caption=shown.one.piece(language)[1].carries_caption)
            for language in shown.one.content
        ),
        default=0,
    )


def check_fits(ctx: Context, shown: Shown) -> None:
    """Raise Unsendable for what Telegram would not take."""
    if too_many := over(ctx, shown):
        one: Announcement = shown.one
        is_caption = any(one.piece(language)[1].carries_caption for language in one.content)
        raise Unsendable(one.id, "caption" if is_caption else "text", too_many)


async def content_of(ctx: Context, draft: Draft, message: Message) -> Piece:
    """What the author sent. A poll becomes the bot's own first, so that nobody sees who made it. Raises Unsendable."""
    piece = media.piece_of(message)
    if piece is None:
        raise Unsendable(draft.subject, "kind")
    if piece.kind == "poll":
        own = await ctx.bot.copy_message(ctx.user.id, message.chat.id, message.message_id)
        return replace(piece, media=(str(ctx.user.id), str(own.message_id)))
    return piece


def moment_of(ctx: Context, draft: Draft, message: Message) -> datetime | None:
    """The time somebody typed, None when none is asked for. Raises Unsendable."""
    if draft.form != forms.WHEN:
        return None
    zone = zone_of(ctx.now)
    try:
        typed = read_ahead(message.text or "", ctx.t.local(ctx.now).date())
    except Unreadable as why:
        raise Unsendable(draft.subject, "time") from why
    moment = typed.at(time(9)).replace(tzinfo=zone)
    if moment <= ctx.now:
        raise Unsendable(draft.subject, "time")
    return moment
