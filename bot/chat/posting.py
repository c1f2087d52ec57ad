"""Messages in channels and groups: sent and put right; what Telegram refuses is a fact for the team."""

import logging

from telegram import ChatMemberUpdated
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.chat import rendering
from bot.chat.context import House
from bot.chat.rendering import NO_PREVIEW, Bot
from bot.domain.events import Event
from bot.domain.notices import Priority
from bot.domain.refusals import NoPosting
from bot.screens.posts import post_screen
from bot.screens.screen import Screen
from bot.services import posts
from bot.store.posts import Post, StaffChat

log = logging.getLogger(__name__)

WRITERS = frozenset({"administrator", "creator"})


def staff_chat(change: ChatMemberUpdated) -> StaffChat:
    """The channel or group of a change, with what the bot may do there now; in a group any member may write."""
    chat, member = change.chat, change.new_chat_member
    is_channel = chat.type == chat.CHANNEL
    allowed = getattr(member, "can_post_messages", True) is not False if is_channel else True
    may = WRITERS if is_channel else WRITERS | {"member"}
    return StaffChat(chat.id, chat.title or str(chat.id), is_channel, can_post=member.status in may and allowed)


def screen_of(house: House, event: Event, chat: StaffChat, username: str) -> Screen:
    """The post about an event, in the organisation's language."""
    t = house.texts.in_(house.language)
    project = house.content.projects.get(event.plan.project)
    attribution = project.attribution.in_(t.language) if project else ""
    source = "kanal" if chat.is_channel else "grupa"
    link = f"https://t.me/{username}?start=z_{event.plan.code}-{source}"
    return post_screen(event, t, house.clock.now(), attribution, link)


async def send(house: House, bot: Bot, event: Event, chat: StaffChat) -> Post:
    """Put the event there; gives the post. Raises NoPosting when Telegram does not let the bot."""
    try:
        return Post(chat, await _send(house, bot, event, chat), event.id)
    except ChatMigrated as moved:
        new = await posts.chat_moved(house.db, chat.id, moved.new_chat_id)
        if new is None:
            raise NoPosting(event.id) from moved
        return await send(house, bot, event, new)
    except (Forbidden, BadRequest) as error:
        log.info("no post in chat %s: %s", chat.id, error.message)
        await posts.refused(house.db, chat.id)
        raise NoPosting(event.id) from error


async def refresh(house: House, bot: Bot) -> None:
    """Put right every post whose event has changed since; what cannot be done now is tried again or forgotten."""
    for post, event in await posts.stale(house.db):
        try:
            await _put_right(house, bot, post, event)
        except ChatMigrated as moved:
            await posts.chat_moved(house.db, post.chat.id, moved.new_chat_id)
        except Forbidden:
            await posts.refused(house.db, post.chat.id)
        except BadRequest as error:
            if "message is not modified" in error.message.lower():
                await posts.refreshed(house.db, post, event)
            else:
                await posts.gone(house.db, post)
        except RetryAfter:
            return
        except TelegramError as error:
            log.info("a post in chat %s stays as it was: %s", post.chat.id, type(error).__name__)


async def _put_right(house: House, bot: Bot, post: Post, event: Event) -> None:
    """Other words in the same message; where that is out of reach, a new one."""
    if post.is_out_of_reach:
        message = await _send(house, bot, event, post.chat, Priority.CHANGE)
        await posts.said_anew(house.db, post, message, event)
    else:
        await _edit(house, bot, post, event)
        await posts.refreshed(house.db, post, event)


async def _send(house: House, bot: Bot, event: Event, chat: StaffChat, priority: Priority | None = None) -> int:
    screen = screen_of(house, event, chat, bot.username)
    sent = await bot.send_message(
        chat.id,
        screen.text,
        parse_mode=ParseMode.HTML,
        reply_markup=rendering.inline_markup(screen),
        link_preview_options=NO_PREVIEW,
        rate_limit_args=priority,
    )
    return sent.message_id


async def _edit(house: House, bot: Bot, post: Post, event: Event) -> None:
    screen = screen_of(house, event, post.chat, bot.username)
    await bot.edit_message_text(
        screen.text,
        post.chat.id,
        post.message,
        parse_mode=ParseMode.HTML,
        reply_markup=rendering.inline_markup(screen),
        link_preview_options=NO_PREVIEW,
        rate_limit_args=Priority.CHANGE,
    )
