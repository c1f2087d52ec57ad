"""A conversation nobody moves: whether one waits, leaving it for later, throwing it away."""

from dataclasses import replace
from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.people import Actor
from bot.store import dialogs
from bot.store.database import Database


async def has_draft(db: Database, actor: Actor) -> bool:
    """Whether a conversation waits to be finished, even one that lost its subject."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        return await dialogs.get(tx, actor.id) is not None


async def waiting_for(db: Database, actor: Actor) -> str:
    """The name of the conversation under way, empty when there is none or it is paused."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        draft = await dialogs.get(tx, actor.id)
        return draft.form if draft and not draft.is_paused else ""


async def pause(db: Database, actor: Actor, *, now: datetime) -> bool:
    """Leave the conversation; the draft stays. False when there was none under way."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        draft = await dialogs.get(tx, actor.id)
        if draft is None or draft.is_paused:
            return False
        await dialogs.put(tx, actor.id, replace(draft, is_paused=True, revision=draft.revision + 1), now)
        return True


async def drop(db: Database, actor: Actor) -> None:
    """Throw the draft away."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        await dialogs.remove(tx, actor.id)
