"""Events in channels and groups: where the bot may write, what stands there, and that it stays right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.events import Event, EventState
from bot.domain.people import Actor
from bot.domain.refusals import NoPosting, NotAllowed, NotPublished
from bot.services import lists
from bot.store import audit, events
from bot.store import posts as store
from bot.store.database import Database
from bot.store.posts import Post, StaffChat

NOBODY = Actor(0, None, "pl")
AT_ONCE = 20
"""Posts brought up to date in one go: what Telegram lets a bot write to a group in a minute."""


@dataclass(frozen=True, slots=True)
class Chats:
    """Where an event can be put: the chats the bot may write to; ``holding`` are those it stands in already."""

    event: Event
    chats: tuple[StaffChat, ...]
    holding: frozenset[int]


async def chat_changed(db: Database, actor: Actor | None, chat: StaffChat, *, now: datetime) -> None:
    """The bot was added somewhere, or may do more or less there. Only a chat that the team adds is remembered."""
    async with db.transaction() as tx:
        if await store.get_chat(tx, chat.id) or (chat.can_post and _may_add(actor)):
            await store.put_chat(tx, chat, now)


def _may_add(actor: Actor | None) -> bool:
    try:
        access.demand_somewhere(actor or NOBODY, Permission.MANAGE_EVENTS)
    except NotAllowed:
        return False
    return True


async def chat_moved(db: Database, old: int, new: int) -> StaffChat | None:
    """A group became a supergroup; gives it as it is now. Telegram says so, no actor asks for it."""
    async with db.transaction() as tx:
        await store.renumber(tx, old, new)
        return await store.get_chat(tx, new)


async def show(db: Database, actor: Actor, event: int) -> Chats:
    """Where a published event can be put. Raises NotPublished for a draft."""
    async with db.reading() as tx:
        found = await lists.event_for(tx, actor, event, Permission.MANAGE_EVENTS)
        if found.state is not EventState.OPEN:
            raise NotPublished(event)
        return Chats(found, tuple(await store.list_chats(tx)), frozenset(await store.list_of(tx, event)))


async def choose(db: Database, actor: Actor, event: int, chat: int) -> tuple[Event, StaffChat]:
    """An event and the chat it shall be put into. Raises NotPublished, NoPosting."""
    chats = await show(db, actor, event)
    found = next((one for one in chats.chats if one.id == chat), None)
    if found is None:
        raise NoPosting(event)
    return chats.event, found


async def posted(db: Database, actor: Actor, event: Event, post: Post, *, now: datetime) -> None:
    """The event stands in a chat."""
    access.demand(actor, Permission.MANAGE_EVENTS, project=event.plan.project)
    async with db.transaction() as tx:
        await store.add(tx, post, event.sequence, now)
        project = event.plan.project
        await audit.add(tx, actor.id, Action.EVENT_POSTED, event=event.id, project=project, now=now)


async def refused(db: Database, chat: int) -> None:
    """Telegram does not let the bot write there any more. Telegram says so, no actor asks for it."""
    async with db.transaction() as tx:
        await store.forbid(tx, chat)


async def stale(db: Database) -> Sequence[tuple[Post, Event]]:
    """Posts that show an event as it was. A step of the bot itself, no actor asks for it."""
    async with db.reading() as tx:
        found = [(post, await events.get(tx, post.event)) for post in await store.list_stale(tx, limit=AT_ONCE)]
    return [(post, event) for post, event in found if event]


async def refreshed(db: Database, post: Post, event: Event) -> None:
    """The post shows the event as it is. A step of the bot itself, no actor asks for it."""
    async with db.transaction() as tx:
        await store.refreshed(tx, post, event.sequence)


async def said_anew(db: Database, post: Post, message: int, event: Event) -> None:
    """A post out of reach was followed by another. A step of the bot itself, no actor asks for it."""
    async with db.transaction() as tx:
        await store.replace(tx, post, message, event.sequence)


async def gone(db: Database, post: Post) -> None:
    """Somebody deleted the post. A step of the bot itself, no actor asks for it."""
    async with db.transaction() as tx:
        await store.remove(tx, post)
