"""Media that Telegram keeps already: what of a message can be sent again, and sending it again."""

from telegram import (
    InlineKeyboardMarkup,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode
from telegram.ext import ExtBot

from bot.domain.announcements import CAPTIONED, Piece
from bot.domain.notices import Priority
from bot.screens.screen import Media

__all__ = ["CAPTIONED", "piece_of", "send_before", "send_captioned"]

Bot = ExtBot[Priority]
Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None
_ALBUM = {"photo": InputMediaPhoto, "video": InputMediaVideo, "document": InputMediaDocument, "audio": InputMediaAudio}
_FILES = ("animation", "photo", "video", "audio", "voice", "document")
"""In this order, because Telegram marks an animation as a document, too."""


def piece_of(message: Message) -> Piece | None:
    """What of a message can be announced; None for a sticker, a round film, a contact, a game."""
    if message.text is not None:
        return Piece(message.text_html)
    if message.venue:
        place = message.venue
        point = (str(place.location.latitude), str(place.location.longitude))
        return Piece("", "venue", (*point, place.title, place.address))
    if message.location:
        return Piece("", "location", (str(message.location.latitude), str(message.location.longitude)))
    if message.poll:
        return Piece("", "poll", (str(message.chat.id), str(message.message_id)))
    kind = next((name for name in _FILES if getattr(message, name)), "")
    if not kind:
        return None
    file = _file_id(message, kind)
    if message.media_group_id:
        return Piece(message.caption_html or "", "album", (f"{kind}:{file}",), message.media_group_id)
    return Piece(message.caption_html or "", kind, (file,))


def _file_id(message: Message, kind: str) -> str:
    if kind == "photo":
        return message.photo[-1].file_id
    return str(getattr(message, kind).file_id)


async def send_captioned(
    bot: Bot, chat: int, media: Media, text: str, markup: Markup, priority: Priority | None
) -> int:
    """One file with the text under it; gives the message's id."""
    given = {
        "caption": text or None,
        "parse_mode": ParseMode.HTML,
        "reply_markup": markup,
        "rate_limit_args": priority,
    }
    message: Message = await getattr(bot, f"send_{media.kind}")(chat, media.ids[0], **given)
    return message.message_id


async def send_before(bot: Bot, chat: int, media: Media, priority: Priority | None) -> tuple[int, ...]:
    """What stands before the text: an album, a place, a poll; gives the messages' ids."""
    ids = media.ids
    match media.kind:
        case "album" if len(ids) == 1:
            kind, _, file = ids[0].partition(":")
            return (await send_captioned(bot, chat, Media(kind, (file,)), "", None, priority),)
        case "album":
            parts = [one.partition(":") for one in ids]
            group = [_ALBUM[kind if kind in _ALBUM else "document"](file) for kind, _, file in parts]
            return tuple([one.message_id for one in await bot.send_media_group(chat, group, rate_limit_args=priority)])
        case "location":
            return ((await bot.send_location(chat, float(ids[0]), float(ids[1]), rate_limit_args=priority)).message_id,)
        case "venue":
            point = float(ids[0]), float(ids[1])
            return ((await bot.send_venue(chat, *point, ids[2], ids[3], rate_limit_args=priority)).message_id,)
        case _:
            poll = await bot.forward_message(chat, int(ids[0]), int(ids[1]), rate_limit_args=priority)
            return (poll.message_id,)
