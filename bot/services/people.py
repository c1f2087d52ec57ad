"""Who writes: met, recognised, answered in their language."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.localized import LANGUAGES
from bot.domain.people import Actor, Grant, Person, Role
from bot.domain.refusals import InvalidAnswer
from bot.store import people, team, updates
from bot.store.database import Database


@dataclass(frozen=True, slots=True)
class Sender:
    """What Telegram says about whoever sent an update."""

    telegram_id: int
    first_name: str
    language: str


async def identify(
    db: Database, sender: Sender, *, administrators: frozenset[int], update: tuple[int, int], now: datetime
) -> Actor | None:
    """The actor behind an update; None when this very update, by id and fingerprint, was handled before.

    Nothing is written for somebody known. The update is noted with the first thing that is written because of it.
    """
    async with db.reading() as tx:
        if await updates.is_known(tx, *update):
            return None
        person = await people.recognise(tx, sender.telegram_id, sender.first_name, sender.language, now)
        grants = await people.grants(tx, person.id) if person else frozenset()
    updates.note(db, *update, now)
    is_appointed = sender.telegram_id not in administrators or Grant(Role.ADMINISTRATOR) in grants
    if person is None or not is_appointed:
        person, grants = await _meet(db, sender, administrators, now)
    return _actor(person, grants, administrators)


async def _meet(
    db: Database, sender: Sender, administrators: frozenset[int], now: datetime
) -> tuple[Person, frozenset[Grant]]:
    """Keep what is new about somebody."""
    async with db.transaction() as tx:
        person = await people.met(tx, sender.telegram_id, sender.first_name, sender.language, now)
        grants = await people.grants(tx, person.id)
        if sender.telegram_id in administrators and Grant(Role.ADMINISTRATOR) not in grants:
            await team.appoint(tx, sender.telegram_id, now)
    return person, grants


async def note_updates(db: Database, *, now: datetime) -> None:
    """Put the updates handled lately into the store, in case nothing else was written since."""
    del now
    await db.flush()


async def appoint(db: Database, administrators: frozenset[int], *, now: datetime) -> None:
    """Bring the store in line with the configuration; whoever never wrote follows with their first message."""
    async with db.transaction() as tx:
        await team.dismiss_all_but(tx, administrators)
        for telegram_id in administrators:
            await team.appoint(tx, telegram_id, now)


async def recognise(db: Database, telegram_id: int, *, administrators: frozenset[int]) -> Actor | None:
    """The actor with this Telegram account, None for somebody who never wrote."""
    async with db.reading() as tx:
        person = await people.find(tx, telegram_id)
        return _actor(person, await people.grants(tx, person.id), administrators) if person else None


def _actor(person: Person, grants: frozenset[Grant], administrators: frozenset[int]) -> Actor:
    if person.telegram_id in administrators:
        grants |= {Grant(Role.ADMINISTRATOR)}
    return Actor(person.id, person.telegram_id, person.language, grants)


async def set_language(db: Database, actor: Actor, language: str) -> None:
    """Speak ``language`` with this person from now on."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    if language not in LANGUAGES:
        raise InvalidAnswer("language", language)
    async with db.transaction() as tx:
        await people.set_language(tx, actor.id, language)


async def came_from(db: Database, actor: Actor, source: str) -> None:
    """Keep the poster or channel of a first visit; an empty source is none."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    if not source:
        return
    async with db.transaction() as tx:
        await people.set_source(tx, actor.id, source)


async def grant(db: Database, person: int, held: Grant, *, now: datetime) -> None:
    """Give a role to somebody. For the sandbox and the command line, which act for whoever owns the machine."""
    async with db.transaction() as tx:
        await people.grant(tx, person, held, now)


async def became_reachable(db: Database, telegram_id: int, *, reachable: bool) -> None:
    """Somebody blocked or unblocked the bot, as Telegram tells it; for the bot itself, no actor asks."""
    async with db.transaction() as tx:
        person = await people.find(tx, telegram_id)
        if person:
            await people.set_reachable(tx, person.id, reachable)
