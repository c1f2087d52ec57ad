"""Screens to Telegram: sent as new messages, or put in place of the one whose button was pressed."""

from collections.abc import Sequence
from html import unescape
from io import BytesIO

from telegram import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputFile,
    InputTextMessageContent,
    KeyboardButton,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.chat import media
from bot.chat.context import Reply
from bot.domain.notices import Priority
from bot.screens.screen import Button, ReplyKeyboard, Screen
from bot.screens.sharing import InlineResult

FRESH = 30
"""Seconds for which Telegram may show the cards of inline mode again."""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
GONE = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")

Bot = ExtBot[Priority]
"""A bot whose messages keep the pace; a message without a priority is a reply to somebody who waits for it."""


def screens(reply: Reply) -> tuple[Screen, ...]:
    """A handler's answer as a row of screens."""
    if reply is None:
        return ()
    given = (reply,) if isinstance(reply, Screen) else reply
    return tuple(one for screen in given for one in (screen.before, screen) if one)


async def send(bot: Bot, chat: int, screen: Screen, priority: Priority | None = None) -> tuple[int, ...]:
    """Send a screen as new messages: the text, then what hangs on it. Gives the ids of media and text."""
    if screen.media and screen.media.kind in media.CAPTIONED:
        return (await media.send_captioned(bot, chat, screen.media, screen.text, _markup(screen), priority),)
    ids = await media.send_before(bot, chat, screen.media, priority) if screen.media else ()
    if screen.text:
        message = await bot.send_message(
            chat,
            screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=_markup(screen),
            link_preview_options=NO_PREVIEW,
            rate_limit_args=priority,
        )
        ids = (*ids, message.message_id)
    await _attachments(bot, chat, screen, priority)
    return ids


async def edit(bot: Bot, chat: int, message: int, screen: Screen, priority: Priority) -> None:
    """Give a message that was sent as ``screen`` is now its words and buttons; its media stay. Raises BadRequest."""
    try:
        if screen.media and screen.media.kind in media.CAPTIONED:
            await bot.edit_message_caption(
                chat,
                message,
                caption=screen.text,
                parse_mode=ParseMode.HTML,
                reply_markup=inline_markup(screen),
                rate_limit_args=priority,
            )
        else:
            await bot.edit_message_text(
                screen.text,
                chat,
                message,
                parse_mode=ParseMode.HTML,
                reply_markup=inline_markup(screen),
                link_preview_options=NO_PREVIEW,
                rate_limit_args=priority,
            )
    except BadRequest as error:
        if "message is not modified" not in str(error).lower():
            raise


async def delete(bot: Bot, chat: int, messages: Sequence[int], priority: Priority) -> None:
    """Take messages back; those that are gone already are no trouble. Raises BadRequest for what is too old."""
    for message in messages:
        try:
            await bot.delete_message(chat, message, rate_limit_args=priority)
        except BadRequest as error:
            if "message to delete not found" not in str(error).lower():
                raise


async def answer_inline(bot: Bot, query: str, results: Sequence[InlineResult]) -> None:
    """Offer cards to choose from; what they say is right for half a minute."""
    articles = [
        InlineQueryResultArticle(
            id=one.id,
            title=one.title,
            description=one.line,
            input_message_content=InputTextMessageContent(
                one.screen.text, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
            ),
            reply_markup=inline_markup(one.screen),
        )
        for one in results
    ]
    await bot.answer_inline_query(query, articles, cache_time=FRESH, is_personal=True)


async def replace(bot: Bot, query: CallbackQuery, screen: Screen) -> None:
    """Put a screen in place of the message under the pressed button, or below it where that cannot be."""
    message = query.message
    chat = query.from_user.id
    if not screen.text or screen.stays_below or not isinstance(message, Message) or message.text is None:
        await send(bot, chat, screen)
    elif screen.keyboard or screen.clears_keyboard or screen.media:
        await _strip(bot, message)
        await send(bot, chat, screen)
    else:
        await _edit(bot, message, screen)
        await _attachments(bot, chat, screen, None)


async def remove(bot: Bot, query: CallbackQuery) -> None:
    """Take the message under the pressed button away; one that is too old for that keeps no buttons."""
    message = query.message
    if isinstance(message, Message):
        try:
            await bot.delete_message(message.chat.id, message.message_id)
        except BadRequest:
            await _strip(bot, message)


async def _edit(bot: Bot, message: Message, screen: Screen) -> None:
    try:
        await bot.edit_message_text(
            screen.text,
            message.chat.id,
            message.message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=inline_markup(screen),
            link_preview_options=NO_PREVIEW,
        )
    except BadRequest as error:
        reason = str(error).lower()
        if "message is not modified" in reason:
            return
        if not any(words in reason for words in GONE):
            raise
        await send(bot, message.chat.id, Screen(screen.text, rows=screen.rows))


async def _strip(bot: Bot, message: Message) -> None:
    """Take the buttons off a message that another one follows."""
    if message.reply_markup is None:
        return
    try:
        await bot.edit_message_reply_markup(message.chat.id, message.message_id, reply_markup=None)
    except BadRequest:
        return


async def _attachments(bot: Bot, chat: int, screen: Screen, priority: Priority | None) -> None:
    if screen.pin:
        pin = screen.pin
        await bot.send_venue(
            chat, pin.latitude, pin.longitude, pin.title[:120], pin.address[:120], rate_limit_args=priority
        )
    for file in screen.files:
        upload = InputFile(BytesIO(file.content), filename=file.name)
        if file.is_picture:
            await bot.send_photo(chat, upload, rate_limit_args=priority)
        else:
            await bot.send_document(chat, upload, rate_limit_args=priority)


def _markup(screen: Screen) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    if screen.keyboard:
        return _reply_keyboard(screen.keyboard)
    if screen.clears_keyboard:
        return ReplyKeyboardRemove()
    return inline_markup(screen)


def inline_markup(screen: Screen) -> InlineKeyboardMarkup | None:
    """The inline buttons of a screen, None without any."""
    rows = [[_button(button) for button in row] for row in screen.rows if row]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    label = unescape(button.label)
    if button.action:
        return InlineKeyboardButton(label, callback_data=button.action.pack())
    return InlineKeyboardButton(label, url=button.url)


def _reply_keyboard(keyboard: ReplyKeyboard) -> ReplyKeyboardMarkup:
    first = [[KeyboardButton(unescape(keyboard.contact), request_contact=True)]] if keyboard.contact else []
    rows = [[KeyboardButton(unescape(label)) for label in row] for row in keyboard.rows]
    return ReplyKeyboardMarkup(
        first + rows,
        resize_keyboard=True,
        one_time_keyboard=True,
        input_field_placeholder=unescape(keyboard.placeholder)[:64] or None,
    )
