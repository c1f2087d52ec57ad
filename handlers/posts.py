"""An event put into the team's channels and groups."""

from bot.chat import posting
from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens.event_editor import PostChats
from bot.screens.posts import PostHere, chats_screen, posted_screen
from bot.services import posts

routes = Routes()
STAFF = Permission.MANAGE_EVENTS


@routes.press(PostChats, staff=STAFF)
async def choose_chat(ctx: Context, press: PostChats) -> Reply:
    """Where the bot may write."""
    return chats_screen(await posts.show(ctx.db, ctx.actor, press.event), ctx.t, ctx.now)


@routes.press(PostHere, staff=STAFF)
async def post(ctx: Context, press: PostHere) -> Reply:
    """Put it there."""
    event, chat = await posts.choose(ctx.db, ctx.actor, press.event, press.chat)
    there = await posting.send(ctx.house, ctx.bot, event, chat)
    await posts.posted(ctx.db, ctx.actor, event, there, now=ctx.now)
    return posted_screen(event.id, there.chat.title, ctx.t)
