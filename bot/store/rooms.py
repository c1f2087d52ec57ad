"""How much room an event has left, and who waits for it."""

import json

from bot.domain.events import Event
from bot.domain.prospects import limits
from bot.domain.seats import EVENT, SHARED, Key, Limit, Party, Room
from bot.domain.signups import SignUp
from bot.store.database import Reader, Row
from bot.store.signup_states import HAS_SEAT


async def get(tx: Reader, event: Event) -> Room:
    """The seats left under every limit of the event; offers out count as taken."""
    left: dict[Key, int] = {}
    if event.plan.seats is not None and not event.plan.has_single_sessions:
        left[EVENT] = event.plan.seats
    taken = await _by_group(tx, event.id)
    if EVENT in left:
        left[EVENT] -= sum(taken.values())
    if event.groups:
        left |= _groups(event, taken) | await _quotas(tx, event)
    if event.plan.organisation_seats is not None:
        left |= await _organisations(tx, event.id, event.plan.organisation_seats)
    if event.plan.has_single_sessions and event.plan.seats is not None:
        left |= await _sessions(tx, event, event.plan.seats)
    return Room({key: max(0, seats) for key, seats in left.items()})


async def whole(tx: Reader, event: Event, organisation: int | None = None) -> Room:
    """All the seats there would be under every limit of the event if nobody had signed up."""
    left = {EVENT: event.plan.seats, **{(Limit.SESSION, one.id): event.plan.seats for one in event.sessions}}
    if event.groups:
        left |= {**_groups(event, {}), **await _whole_quotas(tx, event.id)}
    if organisation is not None:
        left[Limit.ORGANISATION, organisation] = event.plan.organisation_seats
    return Room({key: seats for key, seats in left.items() if seats is not None})


async def queue(tx: Reader, event: Event, room: Room) -> list[Party]:
    """Those who wait and may find a seat, in order of arrival; nobody when the event is full."""
    if room.left.get(EVENT) == 0:
        return []
    shared = room.left.get(SHARED, 0)
    full = [number for (limit, number), left in room.left.items() if limit is Limit.GROUP and left + shared == 0]
    rows = await tx.all(
        """
        SELECT id, companions, group_id, organisation_id, sessions FROM signups
        WHERE event_id = ? AND queue IS NOT NULL AND coalesce(group_id, 0) NOT IN (SELECT value FROM json_each(?))
        ORDER BY queue
        """,
        [event.id, json.dumps(full)],
    )
    return [_party(event, row) for row in rows]


def party(event: Event, signup: SignUp) -> Party:
    """A sign-up as what it asks of the room."""
    details = signup.details
    keys = limits(event, details.group, details.organisation, details.sessions, signup.misses)
    return Party(signup.id, signup.size, frozenset(keys))


def _party(event: Event, row: Row) -> Party:
    sessions = tuple(json.loads(row["sessions"])) if row["sessions"] else ()
    keys = limits(event, row["group_id"], row["organisation_id"], sessions)
    return Party(row["id"], 1 + row["companions"], frozenset(keys))


async def _by_group(tx: Reader, event: int) -> dict[int | None, int]:
    rows = await tx.all(
        f"""
        SELECT group_id, total(1 + companions) AS taken FROM signups
        WHERE event_id = ? AND {HAS_SEAT} GROUP BY group_id
        """,
        [event],
    )
    return {row["group_id"]: int(row["taken"]) for row in rows}


def _groups(event: Event, taken: dict[int | None, int]) -> dict[Key, int]:
    """What each group has left, and the seats of released groups, less those that others sit on already."""
    left: dict[Key, int] = {}
    shared, is_shared = 0, False
    for group in event.groups:
        if group.is_released:
            is_shared = True
            left[Limit.GROUP, group.id] = 0
            shared += (group.seats or 0) - taken.get(group.id, 0)
        elif group.seats is not None:
            left[Limit.GROUP, group.id] = group.seats - taken.get(group.id, 0)
            shared += min(0, left[Limit.GROUP, group.id])
    return left | ({SHARED: shared} if is_shared else {})


async def _quotas(tx: Reader, event: Event) -> dict[Key, int]:
    """What is left of quotas over all events of the project, by the group that counts towards them."""
    rows = await tx.all(
        f"""
        SELECT own.id AS group_id, quotas.seats - total(1 + companions) AS left FROM event_groups AS own
        JOIN quotas ON quotas.id = own.quota_id
        JOIN event_groups AS others ON others.quota_id = own.quota_id
        LEFT JOIN signups ON signups.group_id = others.id AND {HAS_SEAT}
        WHERE own.event_id = ? AND quotas.seats IS NOT NULL GROUP BY own.id
        """,
        [event.id],
    )
    return {(Limit.QUOTA, row["group_id"]): int(row["left"]) for row in rows}


async def _whole_quotas(tx: Reader, event: int) -> dict[Key, int]:
    rows = await tx.all(
        """
        SELECT event_groups.id, quotas.seats FROM event_groups JOIN quotas ON quotas.id = quota_id
        WHERE event_id = ? AND quotas.seats IS NOT NULL
        """,
        [event],
    )
    return {(Limit.QUOTA, row["id"]): row["seats"] for row in rows}


async def _organisations(tx: Reader, event: int, limit: int) -> dict[Key, int]:
    rows = await tx.all(
        f"""
        SELECT organisation_id, total(1 + companions) FILTER (WHERE {HAS_SEAT}) AS taken FROM signups
        WHERE event_id = ? AND organisation_id IS NOT NULL GROUP BY organisation_id
        """,
        [event],
    )
    return {(Limit.ORGANISATION, row["organisation_id"]): limit - int(row["taken"]) for row in rows}


async def _sessions(tx: Reader, event: Event, seats: int) -> dict[Key, int]:
    """What each session has left where sessions can be joined singly: seats are counted for each."""
    rows = await tx.all(
        f"""
        SELECT session.id, total(1 + companions) AS taken FROM event_sessions AS session
        JOIN signups ON signups.event_id = session.event_id AND {HAS_SEAT}
            AND (signups.sessions IS NULL OR session.id IN (SELECT value FROM json_each(signups.sessions)))
            AND (signups.misses IS NULL OR session.id NOT IN (SELECT value FROM json_each(signups.misses)))
        WHERE session.event_id = ? GROUP BY session.id
        """,
        [event.id],
    )
    taken = {row["id"]: int(row["taken"]) for row in rows}
    return {(Limit.SESSION, one.id): seats - taken.get(one.id, 0) for one in event.sessions}
