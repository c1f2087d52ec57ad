"""Telling the team: whoever may know and wants to, at once or in the digest of the morning."""

from datetime import datetime, timedelta

from bot.domain import access, schedule
from bot.domain.access import Permission
from bot.domain.clock import zone_of
from bot.domain.people import Actor
from bot.domain.refusals import NotAllowed
from bot.domain.staff_notices import DEFAULTS, PERMISSIONS, How, StaffNotice, Topic
from bot.store import outbox, people
from bot.store import staff_notices as store
from bot.store.database import Database, Transaction


async def tell(
    tx: Transaction, notice: StaffNotice, *, project: str, event: int | None = None, key: str, now: datetime
) -> None:
    """Queue a notice for everybody whose role reaches the project, each as they chose.

    ``key`` makes the notice the same notice: nobody is told twice of one key.
    """
    for person in await store.list_members(tx):
        member = Actor(person, None, "", await people.grants(tx, person))
        if not access.is_allowed(member, PERMISSIONS[notice.topic], project=project):
            continue
        chosen = await store.get_choices(tx, person)
        match chosen.get(notice.topic, DEFAULTS[notice.topic]):
            case How.AT_ONCE:
                await outbox.add(
                    tx, f"staff:{key}:{person}", person, notice, event=event, due_at=now, useful_until=None, now=now
                )
            case How.DIGEST:
                item = {"key": key, "event": event, "kind": notice.kind, "facts": notice.facts()}
                await store.add_to_digest(tx, person, item, due_at=_next_morning(now), now=now)
            case How.NEVER:
                pass


async def choices(db: Database, actor: Actor) -> dict[Topic, How]:
    """How the actor is told of each topic they may hear of."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    topics = [topic for topic in Topic if _may_hear(actor, topic)]
    if not topics:
        raise NotAllowed(Permission.SEE_LISTS)
    async with db.reading() as tx:
        chosen = await store.get_choices(tx, actor.id)
    return {topic: chosen.get(topic, DEFAULTS[topic]) for topic in topics}


async def choose(db: Database, actor: Actor, topic: Topic, how: How) -> dict[Topic, How]:
    """Tell the actor of a topic in this way from now on; gives all choices."""
    if not _may_hear(actor, topic):
        raise NotAllowed(PERMISSIONS[topic])
    async with db.transaction() as tx:
        await store.set_choice(tx, actor.id, topic, how)
    return await choices(db, actor)


def _may_hear(actor: Actor, topic: Topic) -> bool:
    return any(access.is_allowed(actor, PERMISSIONS[topic], project=grant.scope_key or "") for grant in actor.grants)


def _next_morning(now: datetime) -> datetime:
    wall = now.astimezone(zone_of(now))
    day = wall.date() if wall.time() < schedule.NIGHT_ENDS else wall.date() + timedelta(days=1)
    return datetime.combine(day, schedule.NIGHT_ENDS, zone_of(now))
