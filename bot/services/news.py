"""What somebody wants to hear from the bot: news, projects, reminders; service messages always come."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.announcements import Announcement, Of
from bot.domain.events import Event
from bot.domain.people import Actor
from bot.services.announcements import written
from bot.services.notices import REMINDERS
from bot.store import consents, events, news
from bot.store.database import Database, Reader, Transaction

CONSENT = "invitations"
VERSION = 1
"""Of the words people agree to; grows when their meaning changes."""
OF_EVENT = "event:"
"""How the kind of messages about an event begins; its number follows."""
ASKED = "question"
"""Kept beside the opt-outs: the question about news was put."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody wants: all news, these projects' news, reminders; ``was_asked`` whether about news.

    ``muted`` are events to come whose organisers they do not want to hear announcing.
    """

    has_news: bool
    projects: tuple[str, ...]
    has_reminders: bool
    was_asked: bool
    muted: tuple[Event, ...] = ()


async def show(db: Database, actor: Actor, *, now: datetime) -> Wishes:
    """What the actor wants now."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        return await _wishes(tx, actor, now)


async def choose(db: Database, actor: Actor, what: str, is_wanted: bool, *, now: datetime) -> Wishes:
    """``news``, ``reminders``, ``event:`` and its number, or the slug of a project to follow: wanted or not."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        await _choose(tx, actor, what, is_wanted, now)
        return await _wishes(tx, actor, now)


async def ask_once(db: Database, actor: Actor, *, now: datetime) -> bool:
    """Whether to ask about news now: nobody is asked twice."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        asked = await consents.was_asked(tx, actor.id, CONSENT) or ASKED in await news.list_opt_outs(tx, actor.id)
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
            case Of.EVENT:
                await _choose(tx, actor, f"{OF_EVENT}{one.audience.event}", is_wanted, now)
            case _:
                await _choose(tx, actor, "news", is_wanted, now)
        return one


async def _choose(tx: Transaction, actor: Actor, what: str, is_wanted: bool, now: datetime) -> None:
    if what == "news":
        await consents.say(tx, actor.id, CONSENT, VERSION, is_wanted, actor.language, now)
    elif what != REMINDERS and not what.startswith(OF_EVENT):
        await news.set_follows(tx, actor.id, what, is_wanted, now)
    elif is_wanted:
        await news.opt_in(tx, actor.id, what)
    else:
        await news.opt_out(tx, actor.id, what, now)


async def _wishes(tx: Reader, actor: Actor, now: datetime) -> Wishes:
    outs = await news.list_opt_outs(tx, actor.id)
    numbers = sorted(int(kind.removeprefix(OF_EVENT)) for kind in outs if kind.startswith(OF_EVENT))
    muted = [await events.get(tx, number) for number in numbers]
    return Wishes(
        has_news=CONSENT in await consents.list_given(tx, actor.id),
        projects=tuple(await news.list_followed(tx, actor.id)),
        has_reminders=REMINDERS not in outs,
        was_asked=await consents.was_asked(tx, actor.id, CONSENT),
        muted=tuple(event for event in muted if event and now < event.plan.ends_at),
    )
