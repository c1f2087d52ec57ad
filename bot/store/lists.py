"""Lists of an event's sign-ups: who is wanted, in whatever state."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.domain.signups import SignUp, State
from bot.store.database import Reader
from bot.store.rows import dump
from bot.store.signups import signup_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sign-ups of an event: all that is given holds."""

    states: frozenset[State] | None = None
    group: int | None = None

    def values(self) -> dict[str, object]:
        """What fills the statement below."""
        return {
            "states": None if self.states is None else dump(sorted(self.states)),
            "group": self.group,
        }


async def names(tx: Reader, event: int, wanted: Wanted) -> list[tuple[int, str]]:
    """The wanted sign-ups with their names, in no order: the alphabet is not SQLite's."""
    rows = await tx.all(
        """
        SELECT id, name FROM signups WHERE event_id = :event
            AND (:states IS NULL OR state IN (SELECT value FROM json_each(:states)))
            AND (:group IS NULL OR group_id = :group)
        """,
        {"event": event, **wanted.values()},
    )
    return [(row["id"], row["name"]) for row in rows]


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
