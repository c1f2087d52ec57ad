"""What was talked of last, so that "a kiedy?" and "gdzie to jest?" have a meaning."""

from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.people import Actor
from bot.store import questions
from bot.store.database import Database
from bot.store.questions import Talk


async def ask(db: Database, actor: Actor, question: str, *, now: datetime) -> Talk:
    """Remember the question; gives what was talked of before, nothing that is too long ago to be meant."""
    access.demand(actor, Permission.ASK)
    async with db.transaction() as tx:
        before = await questions.get_talk(tx, actor.id, now)
        await questions.set_last(tx, actor.id, question, now)
    return before


async def last(db: Database, actor: Actor, *, now: datetime) -> str | None:
    """The question asked last, for a button that makes it clearer."""
    access.demand(actor, Permission.ASK)
    async with db.reading() as tx:
        return await questions.get_last(tx, actor.id, now)


async def speak_of(db: Database, actor: Actor, event: int | None, *, now: datetime) -> None:
    """From now on the actor talks of this event, which they were shown; None when the talk turned elsewhere."""
    access.demand(actor, Permission.ASK)
    async with db.transaction() as tx:
        await questions.set_event(tx, actor.id, event, now)
