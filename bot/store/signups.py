"""Sign-ups and the queue."""

import json
from collections.abc import Collection
from datetime import datetime

from bot.domain.events import Seats
from bot.domain.signups import Attending, Decision, Details, SignUp, State
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import at, dump, maybe_at, moment
from bot.store.signup_states import ACTIVE_STATES, HAS_SEAT

_LAST_IN_QUEUE = (
    "SELECT 1 + max(0, coalesce(max(queue), 0), coalesce(max(left_queue), 0)) FROM signups AS others WHERE "
)
"""A place given up is not given to somebody else, so that undo can give it back."""
_FIRST_IN_QUEUE = "SELECT min(0, ifnull(min(queue), 0), ifnull(min(left_queue), 0)) - 1 FROM signups AS others WHERE "

_DETAILS = (
    *("group_id", "companions", "name", "phone", "gmina", "needs", "answers"),
    *("organisation_id", "sessions", "companion_names"),
)


async def get(tx: Reader, signup: int) -> SignUp | None:
    """The sign-up, None when unknown."""
    row = await tx.one("SELECT * FROM signups WHERE id = ?", [signup])
    return signup_of(row) if row else None


async def find(tx: Reader, event: int, person: int) -> SignUp | None:
    """The person's sign-up for the event in whatever state, None when there never was one."""
    row = await tx.one("SELECT * FROM signups WHERE event_id = ? AND person_id = ?", [event, person])
    return signup_of(row) if row else None


async def list_current(tx: Reader, person: int, now: datetime) -> list[SignUp]:
    """The person's active sign-ups for events that have not ended, by start."""
    rows = await tx.all(
        f"""
        SELECT signups.* FROM signups JOIN events ON events.id = event_id
        WHERE person_id = ? AND events.ends_at > ? AND signups.state IN {ACTIVE_STATES}
        ORDER BY events.starts_at, signups.id
        """,
        [person, moment(now)],
    )
    return [signup_of(row) for row in rows]


async def list_active(tx: Reader, event: int) -> list[SignUp]:
    """Everybody who still wants to come, those with a seat first, then the queue."""
    rows = await tx.all(
        f"""
        SELECT * FROM signups WHERE event_id = ? AND state IN {ACTIVE_STATES} ORDER BY queue IS NOT NULL, queue, id
        """,
        [event],
    )
    return [signup_of(row) for row in rows]


async def count_seats(tx: Reader, event: int) -> Seats:
    """How full the event is, companions included."""
    rows = await tx.all(
        f"""
        SELECT group_id, total(1 + companions) FILTER (WHERE {HAS_SEAT}) AS taken,
               total(1 + companions) FILTER (WHERE state = 'waiting') AS waiting
        FROM signups WHERE event_id = ? GROUP BY group_id
        """,
        [event],
    )
    total = await tx.one(
        """
        SELECT coalesce(seats, (SELECT CASE count(seats) WHEN count(*) THEN sum(seats) END FROM event_groups
            WHERE event_id = events.id)) AS seats FROM events WHERE id = ?
        """,
        [event],
    )
    return Seats(
        total=total["seats"] if total else None,
        taken=int(sum(row["taken"] for row in rows)),
        waiting=int(sum(row["waiting"] for row in rows)),
        by_group={row["group_id"]: int(row["taken"]) for row in rows if row["group_id"] is not None},
        waiting_by_group={row["group_id"]: int(row["waiting"]) for row in rows if row["group_id"] is not None},
    )


async def add_waiting(
    tx: Transaction, event: int, person: int, details: Details, *, version: int, source: str | None, now: datetime
) -> int:
    """Put somebody at the end of the queue, taking up an earlier sign-up of theirs; gives its id."""
    row = await tx.one(
        f"""
        INSERT INTO signups (event_id, person_id, state, queue, {", ".join(_DETAILS)},
                             form_version, source, created_at, changed_at)
        VALUES (:event, :person, 'waiting', ({_LAST_IN_QUEUE}others.event_id = :event),
                {", ".join(f":{name}" for name in _DETAILS)}, :version, :source, :now, :now)
        ON CONFLICT (event_id, person_id) DO UPDATE SET
            state = 'waiting', queue = excluded.queue, {", ".join(f"{name} = excluded.{name}" for name in _DETAILS)},
            form_version = excluded.form_version, attending = NULL, cancelled_at = NULL, left_queue = NULL,
            misses = NULL, offered_until = NULL, offers_missed = 0, asked = 0, decision = NULL, decided_at = NULL,
            reason = NULL, changed_at = excluded.changed_at
        RETURNING id
        """,
        {
            "event": event,
            "person": person,
            "version": version,
            "source": source,
            "now": moment(now),
            **_values(details),
        },
    )
    assert row is not None  # noqa: S101 - RETURNING always gives the row that was written
    return int(row["id"])


async def set_state(tx: Transaction, signup: int, state: State, now: datetime) -> None:
    """Move a sign-up to ``state``; waiting goes to the end of the queue, cancelling notes the place given up."""
    await tx.execute(
        f"""
        UPDATE signups SET state = :state, changed_at = :now, attending = NULL, asked = 0,
            left_queue = CASE WHEN :state = 'cancelled' AND state = 'offered' THEN left_queue ELSE queue END,
            offered_until = NULL, decision = NULL, cancelled_at = CASE WHEN :state = 'cancelled' THEN :now END,
            queue = CASE WHEN :state = 'waiting' THEN ({_LAST_IN_QUEUE}others.event_id = signups.event_id) END
        WHERE id = :id
        """,
        {"state": state, "now": moment(now), "id": signup},
    )


async def offer(tx: Transaction, signup: int, until: datetime, now: datetime) -> None:
    """Keep a seat for somebody who waits, until they answer or ``until`` comes."""
    await set_state(tx, signup, State.OFFERED, now)
    await tx.execute("UPDATE signups SET offered_until = ? WHERE id = ?", [moment(until), signup])


async def took_part(tx: Reader, code: str, person: int) -> bool:
    """Whether the person was at the event, or at one of its sessions."""
    row = await tx.one(
        """
        SELECT 1 FROM signups JOIN events ON events.id = event_id
        WHERE person_id = ? AND code = ? COLLATE NOCASE AND (signups.state = 'attended'
            OR EXISTS (SELECT 1 FROM attendance WHERE signup_id = signups.id))
        """,
        [person, code],
    )
    return row is not None


async def miss_offer(tx: Transaction, signup: int, now: datetime) -> None:
    """An offer lapsed: back to the end of the queue, and counted."""
    await set_state(tx, signup, State.WAITING, now)
    await tx.execute("UPDATE signups SET offers_missed = offers_missed + 1 WHERE id = ?", [signup])


async def list_lapsed(tx: Reader, now: datetime) -> list[SignUp]:
    """Offers nobody answered in time, the longest ago first."""
    rows = await tx.all(
        "SELECT * FROM signups WHERE state = 'offered' AND offered_until <= ? ORDER BY offered_until, id", [moment(now)]
    )
    return [signup_of(row) for row in rows]


async def count_waiting(tx: Reader, event: int) -> int:
    """How many people wait, companions included."""
    row = await tx.one("SELECT total(1 + companions) AS n FROM signups WHERE event_id = ? AND queue NOTNULL", [event])
    return int(row["n"]) if row else 0


async def list_hoping(tx: Reader, event: int) -> frozenset[State]:
    """Whether anybody waits for a seat, and whether one is kept for somebody's answer: the states there are."""
    rows = await tx.all(
        "SELECT DISTINCT state FROM signups WHERE event_id = ? AND state IN (?, ?)",
        [event, State.WAITING, State.OFFERED],
    )
    return frozenset(State(row["state"]) for row in rows)


async def back_in_queue(tx: Transaction, signup: int, now: datetime) -> None:
    """Undo a cancellation: the place in the queue given up by it, or before everybody for who had a seat."""
    await tx.execute(
        f"""
        UPDATE signups SET state = 'waiting', changed_at = :now, cancelled_at = NULL,
            queue = coalesce(left_queue, ({_FIRST_IN_QUEUE}others.event_id = signups.event_id)), left_queue = NULL
        WHERE id = :id AND state = 'cancelled'
        """,
        {"now": moment(now), "id": signup},
    )


async def set_attending(tx: Transaction, signup: int, attending: Attending | None, now: datetime) -> None:
    """Note what was said to a reminder, or that nothing was."""
    await tx.execute(
        "UPDATE signups SET attending = ?, asked = 0, changed_at = ? WHERE id = ?", [attending, moment(now), signup]
    )


async def was_asked(tx: Transaction, event: int, person: int, *, anew: bool) -> None:
    """A message that asks whether they come was sent; ``anew`` after a change, when an earlier answer means nothing."""
    await tx.execute(
        """
        UPDATE signups SET asked = asked + 1, attending = CASE WHEN ? THEN NULL ELSE attending END
        WHERE event_id = ? AND person_id = ? AND state = 'confirmed'
        """,
        [int(anew), event, person],
    )


async def set_misses(tx: Transaction, signup: int, sessions: Collection[int], now: datetime) -> None:
    """Note to which sessions of a course somebody said they cannot come."""
    misses = dump(sorted(sessions)) if sessions else None
    await tx.execute("UPDATE signups SET misses = ?, changed_at = ? WHERE id = ?", [misses, moment(now), signup])


async def set_details(tx: Transaction, signup: int, details: Details, version: int, now: datetime) -> None:
    """Replace the answers of a sign-up."""
    changes = ", ".join(f"{name} = :{name}" for name in _DETAILS)
    await tx.execute(
        f"UPDATE signups SET {changes}, form_version = :version, changed_at = :now WHERE id = :id",
        {"id": signup, "version": version, "now": moment(now), **_values(details)},
    )


async def remove_needs(tx: Transaction, ended_before: datetime) -> int:
    """Delete special needs told for events that ended before; gives how many."""
    return await tx.execute(
        "UPDATE signups SET needs = NULL WHERE needs IS NOT NULL AND event_id IN "
        "(SELECT id FROM events WHERE ends_at < ?)",
        [moment(ended_before)],
    )


async def position(tx: Reader, signup: SignUp) -> int:
    """The place in the queue, counted from 1, among those who wait for the same seats.

    Those are a group's own, or everybody's: where the event has fewer than its groups together, or one was released.
    """
    row = await tx.one(
        """
        WITH own AS (SELECT count(*) AS groups, count(seats) AS limited, sum(seats) AS seats,
                            total(is_released) AS released FROM event_groups WHERE event_id = :event)
        SELECT count(*) AS n FROM own JOIN events ON events.id = :event JOIN signups ON event_id = events.id
        WHERE queue <= :queue AND (group_id IS :group OR released OR events.seats < own.seats
            OR (events.seats IS NOT NULL AND limited < groups))
        """,
        {"event": signup.event, "queue": signup.queue, "group": signup.details.group},
    )
    return int(row["n"]) if row else 0


def _values(details: Details) -> dict[str, object]:
    return {
        "group_id": details.group,
        "companions": details.companions,
        "name": details.name,
        "phone": details.phone,
        "gmina": details.gmina,
        "needs": details.needs,
        "answers": dump(dict(details.answers)),
        "organisation_id": details.organisation,
        "sessions": dump(details.sessions) if details.sessions else None,
        "companion_names": details.companion_names,
    }


def signup_of(row: Row) -> SignUp:
    """A row as the sign-up it is."""
    return SignUp(
        id=row["id"],
        event=row["event_id"],
        person=row["person_id"],
        state=State(row["state"]),
        details=Details(
            name=row["name"],
            phone=row["phone"],
            gmina=row["gmina"],
            needs=row["needs"],
            companions=row["companions"],
            group=row["group_id"],
            answers=json.loads(row["answers"]),
            organisation=row["organisation_id"],
            sessions=tuple(json.loads(row["sessions"])) if row["sessions"] else (),
            companion_names=row["companion_names"],
        ),
        queue=row["queue"],
        attending=Attending(row["attending"]) if row["attending"] else None,
        cancelled_at=maybe_at(row["cancelled_at"]),
        left_queue=row["left_queue"],
        source=row["source"],
        offered_until=maybe_at(row["offered_until"]),
        offers_missed=row["offers_missed"],
        asked=row["asked"],
        reason=row["reason"],
        form_version=row["form_version"],
        misses=tuple(json.loads(row["misses"])) if row["misses"] else (),
        decision=Decision(row["decision"]) if row["decision"] else None,
        decided_at=maybe_at(row["decided_at"]),
        created_at=at(row["created_at"]),
    )
