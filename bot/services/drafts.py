"""A conversation nobody moves: whether one waits, leaving it for later or for a question, throwing it away."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.forms import ASKED, Draft
from bot.domain.people import Actor
from bot.domain.refusals import StaleStep
from bot.services import dialogs as conversations
from bot.store import dialogs
from bot.store.database import Database

LISTENS = timedelta(minutes=30)
"""How long the words after an invitation to ask are a question."""


@dataclass(frozen=True, slots=True)
class Left:
    """A conversation that was left for later, and whether its keyboard is still there."""

    draft: Draft
    has_keyboard: bool


async def has_draft(db: Database, actor: Actor) -> bool:
    """Whether a conversation waits to be finished, even one that lost its subject."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        return await dialogs.get(tx, actor.id) is not None


async def waiting_for(db: Database, actor: Actor, *, now: datetime) -> str:
    """The name of the conversation that takes the next message, empty when none does."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        draft = await dialogs.get(tx, actor.id)
        if draft is None or draft.is_paused or is_asked(draft, now=now):
            return ""
        return "" if await conversations.is_resting(tx, actor, now=now) else draft.form


async def pause(db: Database, actor: Actor, *, now: datetime) -> Left | None:
    """Leave the conversation; the draft stays. None when there was none under way."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        draft = await dialogs.get(tx, actor.id)
        if draft is None or draft.is_paused:
            return None
        has_keyboard = await conversations.has_keyboard(tx, actor, draft, now=now)
        paused = replace(draft, is_paused=True, revision=draft.revision + 1)
        await dialogs.put(tx, actor.id, paused, now)
        return Left(paused, has_keyboard)


async def drop(db: Database, actor: Actor, revision: int | None = None) -> Draft | None:
    """Throw the draft away and give it; raises StaleStep when it is not the one of this revision any more."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        draft = await dialogs.get(tx, actor.id)
        if revision is not None and (draft is None or draft.revision != revision):
            raise StaleStep
        await dialogs.remove(tx, actor.id)
        return draft


async def expect_question(db: Database, actor: Actor, *, now: datetime) -> None:
    """Take the next words for a question, not for an answer to the conversation under way."""
    await _note(db, actor, {ASKED: now.isoformat()}, now)


async def expect_answer(db: Database, actor: Actor, *, now: datetime) -> None:
    """Take the next words for an answer again."""
    await _note(db, actor, {}, now)


def is_asked(draft: Draft, *, now: datetime) -> bool:
    """Whether the next words are a question, because somebody was invited to ask a moment ago."""
    since = draft.answers.get(ASKED)
    return isinstance(since, str) and now - datetime.fromisoformat(since) <= LISTENS


async def _note(db: Database, actor: Actor, note: dict[str, str], now: datetime) -> None:
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        draft = await dialogs.get(tx, actor.id)
        if draft and not draft.is_paused and (note or ASKED in draft.answers):
            answers = {key: value for key, value in draft.answers.items() if key != ASKED}
            await dialogs.put(tx, actor.id, replace(draft, answers=answers | note), now)
