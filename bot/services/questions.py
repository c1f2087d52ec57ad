"""The last question somebody asked, so that "a kiedy?" has a meaning."""

from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.people import Actor
from bot.store import questions
from bot.store.database import Database


async def ask(db: Database, actor: Actor, question: str, *, now: datetime) -> str | None:
    """Remember the question; gives the one before, None when it is too long ago to be meant."""
    access.demand(actor, Permission.ASK)
    async with db.transaction() as tx:
        previous = await questions.get_last(tx, actor.id, now)
        await questions.set_last(tx, actor.id, question, now)
    return previous


async def last(db: Database, actor: Actor, *, now: datetime) -> str | None:
    """The question asked last, for a button that makes it clearer."""
    access.demand(actor, Permission.ASK)
    async with db.reading() as tx:
        return await questions.get_last(tx, actor.id, now)
