"""What the bot knows of somebody, as they are shown it: in words, and every row there is."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.events import Event
from bot.domain.people import Actor, Person
from bot.domain.signups import SignUp
from bot.store import consents, events, organisations, people, personal_data
from bot.store import own_data as store
from bot.store.database import Database, Reader

PICTURES = "pictures"
"""The consent to publish pictures one can be seen on."""
VERSION = 1
"""The version of its text."""

Rows = dict[str, list[dict[str, object]]]


@dataclass(frozen=True, slots=True)
class OwnData:
    """The person, whom they come for, their sign-ups, the newest first, consents in force with their dates.

    ``questions`` counts those passed on to the team; ``rows`` is everything, by table.
    """

    person: Person
    organisation: str
    signups: tuple[tuple[Event, SignUp], ...]
    consents: dict[str, datetime]
    questions: int
    rows: Rows


async def of(db: Database, actor: Actor) -> OwnData:
    """Everything stored about the actor."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        person, body = await people.get(tx, actor.id), await organisations.of_person(tx, actor.id)
        assert person is not None  # noqa: S101 - whoever asks has written to the bot
        found = [(await events.get(tx, one.event), one) for one in await store.list_signups(tx, actor.id)]
        rows = await personal_data.export(tx, actor.id)
        return OwnData(
            person,
            body.name if body else "",
            tuple((event, one) for event, one in found if event),
            await consents.list_in_force(tx, actor.id),
            len(rows["inbox"]),
            await _named(tx, rows),
        )


async def agreed(db: Database, actor: Actor) -> dict[str, datetime]:
    """The consents in force, with the moment each was given."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        return await consents.list_in_force(tx, actor.id)


async def asks_pictures(db: Database, actor: Actor) -> bool:
    """Whether nobody has asked the actor yet about pictures."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        return not await consents.was_asked(tx, actor.id, PICTURES)


async def agree_to_pictures(db: Database, actor: Actor, is_given: bool, *, now: datetime) -> None:
    """Note that the actor may be seen on published pictures, or may not (any more)."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        await consents.say(tx, actor.id, PICTURES, VERSION, is_given, actor.language, now)


async def _named(tx: Reader, rows: Rows) -> Rows:
    """The rows, with the title and the day of the event beside its number."""
    names: dict[object, str] = {}
    for number in {row["event_id"] for listed in rows.values() for row in listed if row.get("event_id")}:
        event = await events.get(tx, int(str(number)))
        if event:
            names[number] = f"{event.plan.title.in_('pl')}, {event.plan.starts_at.date().isoformat()}"
    return {
        table: [{**row, "event": names[row["event_id"]]} if row.get("event_id") in names else row for row in listed]
        for table, listed in rows.items()
    }
