"""Applications: who waits for a decision, what was decided, what the team needs to know to decide."""

from datetime import datetime

from bot.domain.signups import Decision, SignUp, State
from bot.store.database import Reader, Transaction
from bot.store.rows import at, moment
from bot.store.signups import signup_of

_ORDER = "ORDER BY decision IS NOT NULL, left_queue IS NULL, left_queue, id"
"""Without a decision first, each in order of arrival."""


async def list_open(tx: Reader, event: int, *, limit: int = -1, offset: int = 0) -> list[SignUp]:
    """Applications whose applicants have not heard: those without a decision first, each in order of arrival."""
    rows = await tx.all(
        f"SELECT * FROM signups WHERE event_id = ? AND state = 'applied' {_ORDER} LIMIT ? OFFSET ?",
        [event, limit, offset],
    )
    return [signup_of(row) for row in rows]


async def list_undecided(tx: Reader, event: int) -> list[int]:
    """The ids of applications without a decision, in order of arrival."""
    rows = await tx.all(
        f"SELECT id FROM signups WHERE event_id = ? AND state = 'applied' AND decision IS NULL {_ORDER}", [event]
    )
    return [row["id"] for row in rows]


async def count_decided(tx: Reader, event: int) -> dict[Decision, tuple[int, datetime]]:
    """How many decisions of each kind nobody was told of, and when the last of them was made."""
    rows = await tx.all(
        """
        SELECT decision, count(*) AS n, max(decided_at) AS last FROM signups
        WHERE event_id = ? AND decision IS NOT NULL GROUP BY decision
        """,
        [event],
    )
    return {Decision(row["decision"]): (row["n"], at(row["last"])) for row in rows}


async def count_undecided(tx: Reader, event: int) -> int:
    """How many applications have no decision yet."""
    row = await tx.one(
        "SELECT count(*) AS n FROM signups WHERE event_id = ? AND state = 'applied' AND decision IS NULL", [event]
    )
    return int(row["n"]) if row else 0


async def count_open(tx: Reader, event: int) -> int:
    """How many applicants have not heard."""
    row = await tx.one("SELECT count(*) AS n FROM signups WHERE event_id = ? AND state = 'applied'", [event])
    return int(row["n"]) if row else 0


async def set_decision(tx: Transaction, signup: int, decision: Decision | None, now: datetime) -> None:
    """Keep what was decided about an application, or that nothing is; an earlier reason goes."""
    await tx.execute(
        "UPDATE signups SET decision = ?, decided_at = ?, reason = NULL WHERE id = ? AND state = 'applied'",
        [decision, moment(now) if decision else None, signup],
    )


async def set_reason(tx: Transaction, signup: int, reason: str) -> None:
    """Keep why it was declined."""
    await tx.execute("UPDATE signups SET reason = ? WHERE id = ?", [reason, signup])


async def list_with_decisions(tx: Reader) -> list[int]:
    """Events that have decisions nobody was told of."""
    rows = await tx.all("SELECT DISTINCT event_id FROM signups WHERE decision IS NOT NULL ORDER BY event_id")
    return [row["event_id"] for row in rows]


async def list_overdue(tx: Reader, now: datetime) -> list[int]:
    """Events still to come whose promised day is past, where applicants have no answer and others wait for seats."""
    rows = await tx.all(
        """
        SELECT id FROM events WHERE state = 'open' AND approval AND decide_by <= :now AND starts_at > :now
            AND EXISTS (SELECT 1 FROM signups WHERE event_id = events.id AND signups.state = 'applied')
            AND EXISTS (SELECT 1 FROM signups WHERE event_id = events.id AND signups.state = 'waiting')
        ORDER BY id
        """,
        {"now": moment(now)},
    )
    return [row["id"] for row in rows]


async def list_undecided_events(tx: Reader, now: datetime) -> list[int]:
    """Events still to come that have applications without a decision."""
    rows = await tx.all(
        """
        SELECT DISTINCT event_id FROM signups JOIN events ON events.id = event_id
        WHERE signups.state = 'applied' AND decision IS NULL AND events.state = 'open' AND starts_at > ?
        ORDER BY event_id
        """,
        [moment(now)],
    )
    return [row["event_id"] for row in rows]


async def history(tx: Reader, person: int, but: int, projects: frozenset[str] | None) -> list[tuple[int, State]]:
    """Other events the person came to, missed or cancelled, the latest first, as far as ``projects`` reach.

    Whoever was taken off a list by the team cancelled nothing.
    """
    rows = await tx.all(
        """
        SELECT event_id, signups.state, project FROM signups JOIN events ON events.id = event_id
        WHERE person_id = ? AND event_id <> ? AND signups.state IN ('attended', 'absent', 'cancelled')
            AND NOT (signups.state = 'cancelled' AND EXISTS (
                SELECT 1 FROM audit WHERE audit.event_id = signups.event_id AND action = 'signup_cancelled'
                    AND subject = signups.id AND audit.at = cancelled_at))
        ORDER BY starts_at DESC, event_id
        """,
        [person, but],
    )
    return [(row["event_id"], State(row["state"])) for row in rows if projects is None or row["project"] in projects]
