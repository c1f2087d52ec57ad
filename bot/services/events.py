"""Events: what is on, and what one event looks like to one person."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain import access, courses
from bot.domain.access import Permission
from bot.domain.events import Event, EventState, Seats
from bot.domain.organisations import Delegation
from bot.domain.pages import find_page
from bot.domain.people import Actor
from bot.domain.refusals import EventGone
from bot.domain.seats import Limit
from bot.domain.signups import SignUp
from bot.services import organisations
from bot.store import events, rooms, signups
from bot.store.database import Database, Reader
from bot.store.folding import fold

PAGE = 5
"""Events on a page of the list."""
FOUND = 20
"""Events that a search gives."""


class When(StrEnum):
    """How far ahead to look."""

    ALL = "all"
    WEEK = "week"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class Card:
    """An event as one person sees it: how full it is, their own sign-up if there is one, whether they run it.

    ``left`` are the seats at each session, where sessions can be joined singly and seats have a limit; ``delegation``
    is the reader's organisation, where seats are limited for each.
    """

    event: Event
    seats: Seats
    signup: SignUp | None = None
    is_run_by_reader: bool = False
    left: Mapping[int, int] = field(default_factory=dict)
    delegation: Delegation | None = None

    @property
    def free(self) -> int | None:
        """Seats somebody new would find, at one session at least; None when there is no limit."""
        return max(self.left.values()) if self.left else self.seats.free


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the upcoming events; ``page`` counts from 0."""

    cards: tuple[Card, ...]
    page: int
    pages: int
    when: When
    project: str


async def upcoming(db: Database, actor: Actor, *, when: str, project: str, page: int, now: datetime) -> Page:
    """A page of upcoming events; a page that does not exist any more becomes the last."""
    access.demand(actor, Permission.SEE_EVENTS)
    chosen = When(when) if when in set(When) else When.ALL
    until = _until(chosen, now)
    async with db.reading() as tx:
        count = await events.count_upcoming(tx, now, until=until, project=project)
        page, pages = find_page(page, count, PAGE)
        found = await events.list_upcoming(tx, now, until=until, project=project, limit=PAGE, offset=page * PAGE)
        cards = [await _card(tx, actor, event) for event in found]
    return Page(tuple(cards), page, pages, chosen, project)


async def card(db: Database, actor: Actor, event: int) -> Card:
    """One event; raises EventGone for an unknown one or a draft."""
    async with db.reading() as tx:
        return await _visible(tx, actor, await events.get(tx, event))


async def card_by_code(db: Database, actor: Actor, code: str) -> Card:
    """The same by the event's code."""
    async with db.reading() as tx:
        return await _visible(tx, actor, await events.find(tx, code))


async def card_by_payload(db: Database, actor: Actor, payload: str) -> tuple[Card, str]:
    """The event of ``CODE`` or ``CODE-SOURCE``, with the source; a code may hold hyphens itself."""
    code, source = payload, ""
    while True:
        try:
            return await card_by_code(db, actor, code), source
        except EventGone:
            code, hyphen, last = code.rpartition("-")
            if not hyphen:
                raise
            source = f"{last}-{source}" if source else last


async def calendar(db: Database, actor: Actor, *, now: datetime) -> tuple[Card, ...]:
    """All upcoming events with the actor's own sign-ups, for questions about the calendar."""
    access.demand(actor, Permission.SEE_EVENTS)
    async with db.reading() as tx:
        found = await events.list_upcoming(tx, now)
        own = {signup.event: signup for signup in await signups.list_current(tx, actor.id, now)}
        return tuple([replace(await _notice(tx, event, now), signup=own.get(event.id)) for event in found])


async def search(db: Database, actor: Actor, words: str, *, now: datetime) -> tuple[Card, ...]:
    """Events to come whose title, place or code holds every one of the words, folded; at most twenty."""
    access.demand(actor, Permission.SEE_EVENTS)
    wanted = fold(words).split()
    async with db.reading() as tx:
        found = await events.list_upcoming(tx, now)
        named = [event for event in found if all(word in _searched(event) for word in wanted)]
        return tuple([await _notice(tx, event, now) for event in named[:FOUND]])


def _searched(event: Event) -> str:
    plan = event.plan
    return fold(" ".join([plan.code, plan.place, plan.address, *plan.title.texts.values()]))


async def _visible(tx: Reader, actor: Actor, event: Event | None) -> Card:
    access.demand(actor, Permission.SEE_EVENTS)
    if event is None:
        raise EventGone
    if event.state is EventState.DRAFT and not access.is_allowed(
        actor, Permission.SEE_DRAFTS, project=event.plan.project
    ):
        raise EventGone
    return await _card(tx, actor, event)


async def _card(tx: Reader, actor: Actor, event: Event) -> Card:
    signup = await signups.find(tx, event.id, actor.id)
    runs = access.is_allowed(actor, Permission.SEE_LISTS, project=event.plan.project)
    left = await _left(tx, event)
    delegation = await organisations.of_reader(tx, actor, event, signup)
    return Card(event, await signups.count_seats(tx, event.id), signup, runs, left, delegation)


async def _notice(tx: Reader, event: Event, now: datetime) -> Card:
    """The card as anybody sees it, with the seats of the sessions still to come."""
    ahead = {one.id for one in courses.to_come(event, now)}
    left = {number: seats for number, seats in (await _left(tx, event)).items() if number in ahead}
    return Card(event, await signups.count_seats(tx, event.id), left=left)


async def _left(tx: Reader, event: Event) -> dict[int, int]:
    if not event.plan.has_single_sessions:
        return {}
    room = await rooms.get(tx, event)
    return {number: seats for (limit, number), seats in room.left.items() if limit is Limit.SESSION}


def _until(when: When, now: datetime) -> datetime | None:
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    match when:
        case When.TODAY:
            return midnight + timedelta(days=1)
        case When.WEEK:
            return midnight + timedelta(days=7)
        case _:
            return None
