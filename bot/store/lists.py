"""Lists of an event's sign-ups: all of them in outline, some of them whole."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from bot.domain.signups import UNANSWERED, SignUp, State
from bot.store.database import Reader
from bot.store.rows import dump, maybe_moment
from bot.store.signups import signup_of


class Outline(NamedTuple):
    """What a sign-up is found and sorted by; ``organisation`` and ``group`` are ids, ``size`` counts companions.

    A tuple, because thousands of them are made for each page.
    """

    id: int
    name: str
    state: State
    source: str | None
    size: int
    gmina: str
    group: int | None
    organisation: int | None
    has_needs: bool
    is_unconfirmed: bool
    is_present: bool
    is_wanted: bool


async def outline(tx: Reader, event: int, since: datetime | None) -> list[Outline]:
    """Every sign-up of an event, in no order: the alphabet is not SQLite's. Those before ``since`` are not wanted."""
    rows = await tx.all(
        """
        SELECT id, name, state, source, 1 + companions, coalesce(gmina, ''), group_id, organisation_id,
            needs IS NOT NULL, state = 'confirmed' AND attending IS NULL AND asked >= :asked,
            EXISTS (SELECT 1 FROM attendance WHERE signup_id = signups.id), created_at >= coalesce(:since, '')
        FROM signups WHERE event_id = :event
        """,
        {"asked": UNANSWERED, "since": maybe_moment(since), "event": event},
    )
    return [Outline._make((*row[:2], _STATES[row[2]], *row[3:])) for row in map(tuple, rows)]


_STATES = {state.value: state for state in State}


async def get_all(tx: Reader, signups: Collection[int]) -> list[SignUp]:
    """These sign-ups, in the order asked for."""
    rows = await tx.all("SELECT * FROM signups WHERE id IN (SELECT value FROM json_each(?))", [dump(list(signups))])
    found = {row["id"]: signup_of(row) for row in rows}
    return [found[one] for one in signups if one in found]


async def organisations(tx: Reader, ids: Collection[int]) -> dict[int, str]:
    """Names of organisations by id."""
    rows = await tx.all(
        "SELECT id, name FROM organisations WHERE id IN (SELECT value FROM json_each(?))", [dump(sorted(ids))]
    )
    return {row["id"]: row["name"] for row in rows}


async def count_by_state(tx: Reader, event: int) -> dict[State, int]:
    """How many people are in each state, companions included."""
    rows = await tx.all(
        "SELECT state, total(1 + companions) AS n FROM signups WHERE event_id = ? GROUP BY state", [event]
    )
    return {State(row["state"]): int(row["n"]) for row in rows}
