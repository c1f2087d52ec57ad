"""What somebody wants to hear from the bot: news, projects, reminders; service messages always come."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.announcements import Announcement, Of
from bot.domain.people import Actor
from bot.services.announcements import written
from bot.services.notices import REMINDERS
from bot.store import consents, news
from bot.store.database import Database, Reader, Transaction

CONSENT = "invitations"
VERSION = 1
"""Of the words people agree to; grows when their meaning changes."""
ASKED = "question"
"""Kept beside the opt-outs: the question about news was put."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody wants: all news, these projects' news, reminders; ``was_asked`` whether about news."""

    has_news: bool
    projects: tuple[str, ...]
    has_reminders: bool
    was_asked: bool


async def show(db: Database, actor: Actor) -> Wishes:
    """What the actor wants now."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        return await _wishes(tx, actor)


async def choose(db: Database, actor: Actor, what: str, is_wanted: bool, *, now: datetime) -> Wishes:
    """``news`` or ``reminders``, or the slug of a project to follow: wanted or not from now on."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        await _choose(tx, actor, what, is_wanted, now)
        return await _wishes(tx, actor)


async def ask_once(db: Database, actor: Actor, *, now: datetime) -> bool:
    """Whether to ask about news now: nobody is asked twice."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        asked = await news.was_asked(tx, actor.id) or ASKED in await news.list_opt_outs(tx, actor.id)
        if not asked:
            await news.opt_out(tx, actor.id, ASKED, now)
        return not asked


async def refuse(db: Database, actor: Actor, announcement: int, is_wanted: bool, *, now: datetime) -> Announcement:
    """No more messages such as this one, or take that back with ``is_wanted``."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        one = await written(tx, announcement)
        match one.audience.basis:
            case Of.FOLLOWERS:
                await news.set_follows(tx, actor.id, one.audience.project, is_wanted, now)
            case Of.EVENT if is_wanted:
                await news.opt_in(tx, actor.id, f"event:{one.audience.event}")
            case Of.EVENT:
                await news.opt_out(tx, actor.id, f"event:{one.audience.event}", now)
            case _:
                await _choose(tx, actor, "news", is_wanted, now)
        return one


async def _choose(tx: Transaction, actor: Actor, what: str, is_wanted: bool, now: datetime) -> None:
    if what == "news":
        if (CONSENT in await consents.list_given(tx, actor.id)) != is_wanted or not await news.was_asked(tx, actor.id):
            await consents.add(tx, actor.id, CONSENT, VERSION, is_wanted, actor.language, now)
    elif what == REMINDERS and is_wanted:
        await news.opt_in(tx, actor.id, REMINDERS)
    elif what == REMINDERS:
        await news.opt_out(tx, actor.id, REMINDERS, now)
    else:
        await news.set_follows(tx, actor.id, what, is_wanted, now)


async def _wishes(tx: Reader, actor: Actor) -> Wishes:
    return Wishes(
        has_news=CONSENT in await consents.list_given(tx, actor.id),
        projects=tuple(await news.list_followed(tx, actor.id)),
        has_reminders=REMINDERS not in await news.list_opt_outs(tx, actor.id),
        was_asked=await news.was_asked(tx, actor.id),
    )
