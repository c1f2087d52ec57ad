"""Who was there: by sign-up and session, with who noted it; heads without names; the codes on the wall."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.signups import SignUp, State
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import at, dump, moment
from bot.store.signups import signup_of


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody was there: who noted it (``by`` is their id, ``name`` what they are called), and when."""

    signup: int
    by: int | None
    name: str
    at: datetime


async def sessions_of(tx: Reader, signup: int) -> frozenset[int]:
    """The sessions somebody was at; 0 stands for an event without sessions."""
    rows = await tx.all("SELECT coalesce(session_id, 0) AS session FROM attendance WHERE signup_id = ?", [signup])
    return frozenset(row["session"] for row in rows)


async def of_event(tx: Reader, event: int, session: int | None) -> Mapping[int, Presence]:
    """Everybody who was there, by sign-up."""
    rows = await tx.all(
        f"{_PRESENCE} WHERE signups.event_id = ? AND attendance.session_id IS ?",
        [event, session],
    )
    return {row["signup_id"]: _presence(row) for row in rows}


async def get(tx: Reader, signup: int, session: int | None) -> Presence | None:
    """Whether somebody was there, None when not."""
    row = await tx.one(f"{_PRESENCE} WHERE signup_id = ? AND session_id IS ?", [signup, session])
    return _presence(row) if row else None


async def add(tx: Transaction, signup: int, session: int | None, by: int, now: datetime) -> bool:
    """Note that somebody is there; False when it was noted before."""
    return bool(
        await tx.execute(
            """
            INSERT OR IGNORE INTO attendance (signup_id, session_id, person_id, by_person, at)
            VALUES (:signup, :session, (SELECT person_id FROM signups WHERE id = :signup), :by, :now)
            """,
            {"signup": signup, "session": session, "by": by or None, "now": moment(now)},
        )
    )


async def remove(tx: Transaction, signup: int, session: int | None) -> bool:
    """Take a note back; False when there was none."""
    return bool(await tx.execute("DELETE FROM attendance WHERE signup_id = ? AND session_id IS ?", [signup, session]))


async def list_noted(tx: Reader, event: int, session: int | None, by: int, when: datetime) -> list[int]:
    """The sign-ups somebody noted at one moment, all at once."""
    rows = await tx.all(
        """
        SELECT signup_id FROM attendance JOIN signups ON signups.id = signup_id
        WHERE event_id = ? AND session_id IS ? AND by_person = ? AND at = ? ORDER BY signup_id
        """,
        [event, session, by, moment(when)],
    )
    return [row["signup_id"] for row in rows]


async def taken(tx: Reader, event: int) -> frozenset[int]:
    """The sessions at which attendance was taken at all; 0 stands for an event without sessions."""
    rows = await tx.all(
        """
        SELECT coalesce(session_id, 0) AS session FROM attendance JOIN signups ON signups.id = signup_id
        WHERE event_id = :event
        UNION SELECT coalesce(session_id, 0) FROM head_counts WHERE event_id = :event AND people > 0
        """,
        {"event": event},
    )
    return frozenset(row["session"] for row in rows)


async def heads(tx: Reader, event: int, session: int | None) -> int:
    """How many came and gave no name."""
    row = await tx.one("SELECT people FROM head_counts WHERE event_id = ? AND session_id IS ?", [event, session])
    return row["people"] if row else 0


async def set_heads(tx: Transaction, event: int, session: int | None, people: int, now: datetime) -> None:
    """Note how many came and gave no name."""
    await tx.execute("DELETE FROM head_counts WHERE event_id = ? AND session_id IS ?", [event, session])
    await tx.execute(
        "INSERT INTO head_counts (event_id, session_id, people, at) VALUES (?, ?, ?, ?)",
        [event, session, people, moment(now)],
    )


async def find_code(tx: Reader, code: str) -> tuple[int, int | None] | None:
    """The event and session a code on the wall is for, None for an unknown code."""
    row = await tx.one("SELECT event_id, session_id FROM check_in_codes WHERE code = ?", [code])
    return (row["event_id"], row["session_id"]) if row else None


async def get_code(tx: Reader, event: int, session: int | None) -> str | None:
    """The code for the wall of an event or session, None before the first was made."""
    row = await tx.one("SELECT code FROM check_in_codes WHERE event_id = ? AND session_id IS ?", [event, session])
    return row["code"] if row else None


async def add_code(tx: Transaction, event: int, session: int | None, code: str) -> bool:
    """Keep a new code; False when another event has it."""
    values = [code, event, session]
    return bool(
        await tx.execute("INSERT OR IGNORE INTO check_in_codes (code, event_id, session_id) VALUES (?, ?, ?)", values)
    )


async def list_unclosed(tx: Reader, ended_after: datetime, ended_before: datetime) -> list[int]:
    """Events that ended where attendance was taken and somebody is neither attended nor absent yet."""
    rows = await tx.all(
        """
        SELECT id FROM events WHERE ends_at > ? AND ends_at < ? AND state = 'open'
            AND EXISTS (SELECT 1 FROM signups WHERE event_id = events.id AND (signups.state = 'confirmed'
                OR (signups.state NOT IN ('attended', 'absent')
                    AND EXISTS (SELECT 1 FROM attendance WHERE signup_id = signups.id))))
            AND (EXISTS (SELECT 1 FROM head_counts WHERE event_id = events.id AND people > 0)
                OR EXISTS (SELECT 1 FROM attendance JOIN signups ON signups.id = signup_id
                           WHERE event_id = events.id))
        ORDER BY ends_at, id
        """,
        [moment(ended_after), moment(ended_before)],
    )
    return [row["id"] for row in rows]


async def list_signups(tx: Reader, event: int, states: Collection[State]) -> list[SignUp]:
    """Sign-ups in one of the states, and whoever was there whatever their state, in order of arrival."""
    rows = await tx.all(
        """
        SELECT * FROM signups WHERE event_id = ? AND (state IN (SELECT value FROM json_each(?))
            OR EXISTS (SELECT 1 FROM attendance WHERE signup_id = signups.id))
        ORDER BY id
        """,
        [event, dump(sorted(states))],
    )
    return [signup_of(row) for row in rows]


async def add_person(tx: Transaction, name: str, folded: str, now: datetime) -> int:
    """Somebody who takes part without Telegram; gives their id."""
    return await tx.insert(
        "INSERT INTO people (first_name, name, name_folded, reachable, created_at, seen_at) VALUES (?, ?, ?, 0, ?, ?)",
        [name, name, folded, moment(now), moment(now)],
    )


async def remove_signup(tx: Transaction, signup: int) -> None:
    """Take back a sign-up that somebody of the team made, and what hangs on it."""
    await tx.execute("DELETE FROM signups WHERE id = ?", [signup])


async def remove_person(tx: Transaction, signup: SignUp) -> None:
    """The same with the person, who was added for it."""
    await remove_signup(tx, signup.id)
    await tx.execute(
        """
        DELETE FROM people WHERE id = ? AND telegram_id IS NULL
            AND NOT EXISTS (SELECT 1 FROM signups WHERE person_id = people.id)
        """,
        [signup.person],
    )


_PRESENCE = """
    SELECT attendance.*, coalesce(by.name, by.first_name, '') AS name FROM attendance
    JOIN signups ON signups.id = signup_id LEFT JOIN people AS by ON by.id = by_person
"""


def _presence(row: Row) -> Presence:
    return Presence(row["signup_id"], row["by_person"], row["name"], at(row["at"]))
