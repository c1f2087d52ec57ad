"""The way of an update: identified, routed to one handler, answered with its screens."""

import logging
import time
import zlib
from collections.abc import Awaitable
from dataclasses import replace
from typing import Any

from telegram import Chat, InlineQuery, Message, Update, User
from telegram.error import BadRequest, ChatMigrated
from telegram.ext import CallbackContext, ExtBot

from bot.chat import errors, posting, rendering
from bot.chat.commands import BY_ALIAS, Menus
from bot.chat.context import Context, House, Reply
from bot.chat.flood import Flood, Pace
from bot.chat.routes import ALBUM, Routes
from bot.domain.localized import supported
from bot.domain.notices import Priority
from bot.domain.people import Actor
from bot.domain.refusals import Refusal, StaleButton, TooManyMessages
from bot.screens.actions import unpack
from bot.screens.start import edited_screen, group_screen, unknown_command_screen
from bot.services import dialogs, drafts, people, posts, spoken
from bot.services.people import Sender
from bot.services.spoken import Wish

log = logging.getLogger(__name__)

KINDS = {
    "voice": "voice",
    "audio": "voice",
    "video_note": "voice",
    "location": "location",
    "venue": "location",
    "photo": "file",
    "document": "file",
    "video": "file",
    "animation": "sticker",
    "sticker": "sticker",
}
"""Attributes of a message by what is said to them."""


DOUBLE_TAP = 3.0
"""Seconds within which the same press is a slip of the finger."""
PRESSES = 10_000
HANDLED = 10_000
"""Updates known in memory, until the store knows them and long after."""


class Pipeline:
    """Handles every update the bot gets."""

    def __init__(self, house: House, routes: Routes) -> None:
        self._house = house
        self._routes = routes
        self._flood = Flood()
        self._menus = Menus()
        self._last_press: dict[int, tuple[int | None, str, float]] = {}
        self._handled: dict[tuple[int, int], None] = {}

    async def handle(
        self,
        update: Update,
        context: CallbackContext[Any, Any, Any, Any],
    ) -> None:
        """One update, from whoever sent it to the answer. Never raises but when cancelled."""
        user, chat = update.effective_user, update.effective_chat
        if user and update.inline_query:
            await self._inline(update, context.bot, user, update.inline_query)
        if user is None or chat is None or user.is_bot:
            return
        pace = self._flood.judge(user.id, time.monotonic())
        if pace is Pace.IGNORE:
            return
        if update.my_chat_member:
            await self._membership(update, chat, user)
            return
        if chat.type != Chat.PRIVATE:
            await self._in_group(update, context.bot, user)
            return
        actor = await self._identify(update, user)
        if actor:
            ctx = self._context(update, context.bot, user, actor)
            await errors.guarded(ctx, self._answer(ctx, is_fast=pace is Pace.WARN))
            await self._menus.keep(context.bot, actor, self._house.texts)

    async def _identify(self, update: Update, user: User) -> Actor | None:
        sender = Sender(user.id, user.full_name, supported(user.language_code, self._house.language))
        key = (update.update_id, _fingerprint(update, user))
        if key in self._handled:
            return None
        self._handled[key] = None
        if len(self._handled) > HANDLED:
            del self._handled[next(iter(self._handled))]
        return await people.identify(
            self._house.db,
            sender,
            administrators=self._house.administrators,
            update=key,
            now=self._house.clock.now(),
        )

    def _context(self, update: Update, bot: ExtBot[Priority], user: User, actor: Actor) -> Context:
        now = self._house.clock.now()
        t = self._house.texts.in_(actor.language).on(now)
        return Context(self._house, bot, update, user, actor, t, now, self._routes.presses)

    async def _answer(self, ctx: Context, *, is_fast: bool) -> None:
        try:
            if is_fast:
                raise TooManyMessages
            reply = await self._route(ctx)
        except Refusal as refusal:
            reply = await errors.refused(ctx, refusal)
        await _show(ctx, reply)

    async def _route(self, ctx: Context) -> Reply:
        update = ctx.update
        if update.callback_query:
            return await self._press(ctx, update.callback_query.data or "")
        if update.edited_message:
            return edited_screen(ctx.t)
        return await self._message(ctx, update.message) if update.message else None

    async def _press(self, ctx: Context, data: str) -> Reply:
        action = unpack(data)
        handler = self._routes.presses.get(type(action)) if action else None
        if self._is_double(ctx, data):
            return None
        if handler is None:
            raise StaleButton
        return await handler(ctx, action)

    def _is_double(self, ctx: Context, data: str) -> bool:
        """Whether the same button of the same message was pressed a moment ago, and nothing in between."""
        query, moment = ctx.update.callback_query, time.monotonic()
        message = query.message.message_id if query and query.message else None
        before = self._last_press.pop(ctx.user.id, None)
        self._last_press[ctx.user.id] = (message, data, moment)
        if len(self._last_press) > PRESSES:
            del self._last_press[next(iter(self._last_press))]
        return before is not None and before[:2] == (message, data) and moment - before[2] < DOUBLE_TAP

    async def _message(self, ctx: Context, message: Message) -> Reply:
        text = message.text or ""
        if text.startswith("/"):
            return await self._command(ctx, text)
        if ctx.actor.is_staff and (captured := await self._capture(ctx, message)):
            return await captured
        if text:
            return await self._routes.kinds["text"](ctx, text)
        if message.contact:
            return await self._routes.kinds["contact"](ctx, message.contact.phone_number)
        if _is_service(message):
            return None
        kind = next((said for attribute, said in KINDS.items() if getattr(message, attribute)), "")
        return await self._routes.kinds["other"](ctx, kind)

    async def _capture(self, ctx: Context, message: Message) -> Awaitable[Reply] | None:
        """What takes the message because a conversation waits for one of any kind."""
        form = await drafts.waiting_for(ctx.db, ctx.actor, now=ctx.now)
        if form not in self._routes.captures:
            return self._routes.captures[ALBUM](ctx, None, message) if message.media_group_id else None
        if spoken.wish(message.text or "") is Wish.STOP:
            return self._routes.commands["cancel"](ctx, "")
        step = await dialogs.present(ctx.db, ctx.actor, now=ctx.now)
        return self._routes.captures[form](ctx, step.draft, message) if step else None

    async def _command(self, ctx: Context, text: str) -> Reply:
        word, _, argument = text.partition(" ")
        name = BY_ALIAS.get(word[1:].split("@")[0].lower())
        if name is None:
            return unknown_command_screen(ctx.t)
        if name == "start" and argument:
            prefix, _, words = argument.strip().partition("_")
            handler = self._routes.payloads.get(prefix, self._routes.commands[name])
            return await handler(ctx, words)
        return await self._routes.commands[name](ctx, argument.strip())

    async def _inline(self, update: Update, bot: ExtBot[Priority], user: User, query: InlineQuery) -> None:
        """What is typed after the bot's name in any chat; nobody is remembered for it."""
        language = supported(user.language_code, self._house.language)
        known = await people.recognise(self._house.db, user.id, administrators=self._house.administrators)
        actor = replace(known, grants=frozenset()) if known else Actor(0, user.id, language)
        found = await self._routes.inlines["inline"](self._context(update, bot, user, actor), query.query)
        try:
            await rendering.answer_inline(bot, query.id, found)
        except BadRequest as error:
            log.info("an inline query was answered too late: %s", error.message)

    async def _membership(self, update: Update, chat: Chat, user: User) -> None:
        change = update.my_chat_member
        if change is None:
            return
        if chat.type == Chat.PRIVATE:
            is_there = change.new_chat_member.status == "member"
            await people.became_reachable(self._house.db, user.id, reachable=is_there)
            return
        known = await people.recognise(self._house.db, user.id, administrators=self._house.administrators)
        await posts.chat_changed(self._house.db, known, posting.staff_chat(change), now=self._house.clock.now())

    async def _in_group(self, update: Update, bot: ExtBot[Priority], user: User) -> None:
        message = update.message
        if message and message.migrate_to_chat_id:
            await posts.chat_moved(self._house.db, message.chat.id, message.migrate_to_chat_id)
        if message is None or not (message.text or "").startswith("/"):
            return
        known = await people.recognise(self._house.db, user.id, administrators=self._house.administrators)
        t = self._house.texts.in_(known.language if known else supported(user.language_code, self._house.language))
        screen = group_screen(t, f"https://t.me/{bot.username}?start=g")
        try:
            await rendering.send(bot, message.chat.id, screen)
        except ChatMigrated as moved:
            await posts.chat_moved(self._house.db, message.chat.id, moved.new_chat_id)
        except BadRequest as error:
            log.info("no answer in group %s: %s", message.chat.id, error.message)


def _fingerprint(update: Update, user: User) -> int:
    """A number of what came with the id: ids begin anew with another token, and sometimes after a quiet week."""
    message, query = update.effective_message, update.callback_query
    what = (user.id, message.message_id if message else 0, query.id if query else "")
    return zlib.crc32(repr(what).encode())


async def _show(ctx: Context, reply: Reply) -> None:
    query = ctx.update.callback_query
    if query:
        await _acknowledge(ctx)
    for number, screen in enumerate(rendering.screens(reply)):
        if query and number == 0:
            await rendering.replace(ctx.bot, query, screen)
        else:
            await rendering.send(ctx.bot, ctx.user.id, screen)
        if query and screen.moves_down:
            await rendering.remove(ctx.bot, query)


async def _acknowledge(ctx: Context) -> None:
    """Stop the little clock on the button; too late is no harm."""
    if ctx.update.callback_query:
        try:
            await ctx.update.callback_query.answer()
        except BadRequest as error:
            log.info("a press was acknowledged too late: %s", error.message)


def _is_service(message: Message) -> bool:
    """Whether Telegram, not the person, made this message, for instance a pinned one."""
    return bool(message.pinned_message or message.message_auto_delete_timer_changed or message.write_access_allowed)
