"""The sandbox as a newcomer finds it: people to be, events to sign up for, guests already there."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.content.calendar import CalendarFile, read_calendar
from bot.domain.people import Actor, Grant, Role
from bot.domain.signups import Details
from bot.sandbox.world import World
from bot.services import importing, news, people, signups
from bot.services.people import Sender
from bot.store import events
from bot.store.database import Database

GUESTS = 900_000_000
"""Telegram ids of sample guests begin here; the page lets nobody be one of them."""
GONE = "Zenon"
"""The guest who has blocked the bot: nobody reaches everybody."""


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody the page lets one be."""

    telegram_id: int
    first_name: str
    last_name: str
    language: str
    role: Role | None
    said: str
    follows: tuple[str, ...] = ()


CAST = (
    Character(101, "Anna", "Kowalska", "pl", None, "resident", ("podgorze", "mam")),
    Character(102, "Ben", "Taylor", "en", None, "resident", ("podgorze",)),
    Character(103, "Oksana", "Shevchenko", "uk", None, "resident", ("mam",)),
    Character(104, "Marek", "Zieliński", "pl", Role.ANIMATOR, "animator"),
    Character(105, "Krystyna", "Wójcik", "pl", Role.COORDINATOR, "coordinator"),
    Character(106, "Halina", "Mazur", "pl", Role.ADMINISTRATOR, "administrator"),
)


async def furnish(world: World, db: Database, calendar: Path, projects: frozenset[str], *, now: datetime) -> None:
    """Put people into the world, and events and guests into the store. Raises ContentError."""
    for one in CAST:
        person = world.add_person(
            one.first_name, one.last_name, id=one.telegram_id, language_code=one.language, role=one.said
        )
        world.chat_with(person).is_started = True
        actor = await _meet(db, one.telegram_id, one.first_name, one.language, one.role, now)
        for project in one.follows:
            if actor:
                await news.choose(db, actor, project, True, now=now)
    sample = read_calendar(calendar, projects)
    host = Actor(0, None, "pl", frozenset({Grant(Role.ADMINISTRATOR)}))
    await importing.import_events(db, host, importing.incoming(sample, now), importing.quotas(sample), now=now)
    await _seat_guests(world, db, sample, now)


async def _meet(
    db: Database, telegram_id: int, first_name: str, language: str, role: Role | None, now: datetime
) -> Actor | None:
    sender = Sender(telegram_id, first_name, language)
    actor = await people.identify(db, sender, administrators=frozenset(), update=(telegram_id, 0), now=now)
    if actor and role:
        await people.grant(db, actor.id, Grant(role), now=now)
    return actor


async def _seat_guests(world: World, db: Database, sample: CalendarFile, now: datetime) -> None:
    number = GUESTS
    for guest in sample.guest:
        for name in guest.names:
            number += 1
            first_name, _, last_name = name.partition(" ")
            world.add_bystander(first_name, last_name, id=number, has_blocked=first_name == GONE)
            actor = await _meet(db, number, first_name, "pl", None, now)
            async with db.transaction() as tx:
                event = await events.find(tx, guest.event)
                if actor and event:
                    group = next((one.id for one in event.groups[guest.group or 0 :]), None)
                    details = Details(name, group=group, answers=guest.answers)
                    await signups.join(tx, actor, event, details, source=None, now=now)
            if actor and event:
                await _wants(db, actor, event.plan.project, number, now)


async def _wants(db: Database, actor: Actor, project: str, number: int, now: datetime) -> None:
    """Guests follow the project of their event, every other one wants all news."""
    await news.choose(db, actor, project, True, now=now)
    if number % 2:
        await news.choose(db, actor, "news", True, now=now)
