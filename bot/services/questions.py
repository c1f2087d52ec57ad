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


async def again(db: Database, actor: Actor, sign: int, *, now: datetime) -> str | None:
    """The question that a button makes clearer, which is the last one from now on; None when it is too long ago."""
    access.demand(actor, Permission.ASK)
    async with db.transaction() as tx:
        question = await questions.get_signed(tx, actor.id, sign, now)
        if question is not None:
            await questions.set_last(tx, actor.id, question, now)
    return question


async def speak_of(db: Database, actor: Actor, event: int | None, *, project: str = "", now: datetime) -> None:
    """From now on the actor talks of this event, or this project, which they were shown, and of nothing before."""
    access.demand(actor, Permission.ASK)
    async with db.transaction() as tx:
        await questions.set_subject(tx, actor.id, event, project, now)
        await questions.clear_last(tx, actor.id)


async def answered_about(db: Database, actor: Actor, event: int | None, project: str, *, now: datetime) -> None:
    """The last question was answered about this event and project, so that the next one goes on from all three."""
    access.demand(actor, Permission.ASK)
    async with db.transaction() as tx:
        await questions.set_subject(tx, actor.id, event, project, now)
