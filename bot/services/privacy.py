"""What the bot knows about a person, erased on their word or in time."""

from datetime import datetime, timedelta

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.people import Actor
from bot.services import signups as leaving
from bot.store import dialogs, events, personal_data, questions, signups, updates
from bot.store.database import Database

NEEDS_KEPT = timedelta(days=7)
"""Special needs (art. 9 RODO) are deleted this long after their event."""
DRAFTS_KEPT = timedelta(days=30)
"""A sign-up that was begun and left for another one is forgotten after this long."""


async def erase(db: Database, actor: Actor, *, now: datetime) -> None:
    """Forget the actor: sign-ups for what is to come end and free their seats, the rest loses what is personal."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        for signup in await signups.list_current(tx, actor.id, now):
            event = await events.get(tx, signup.event)
            if event and event.last_entry > now:
                await leaving.withdraw(tx, event, signup, now=now)
        await personal_data.erase(tx, actor.id, now)


async def forget_in_time(db: Database, *, now: datetime) -> None:
    """Housekeeping of the bot itself: past needs, old drafts and questions, updates that cannot come again."""
    async with db.transaction() as tx:
        await signups.remove_needs(tx, now - NEEDS_KEPT)
        await dialogs.remove_old(tx, now - DRAFTS_KEPT)
        await questions.remove_old(tx, now)
        await updates.remove_old(tx, now)
