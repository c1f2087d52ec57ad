"""Audiences as SQL: who is meant, and why some of them are left out."""

import json
from dataclasses import dataclass
from datetime import datetime

from bot.domain.announcements import Audience, Of, Reach, Status, Target
from bot.store import announcements
from bot.store.database import Reader, Transaction
from bot.store.rows import maybe_at, moment

_AGREED = """(SELECT given FROM consents WHERE person_id = people.id AND kind = 'invitations'
              ORDER BY id DESC LIMIT 1) = 1"""
_IS_KNOWN = "(telegram_id IS NOT NULL OR phone IS NOT NULL)"
"""Whoever was erased has neither."""
_WAS_THERE = "(state = 'attended' OR id IN (SELECT signup_id FROM attendance WHERE signup_id = signups.id))"
_STATUSES = {
    Status.SEATED: "state IN ('confirmed', 'attended', 'absent')",
    Status.WAITING: "state IN ('waiting', 'offered')",
    Status.APPLIED: "state = 'applied'",
    Status.ATTENDED: _WAS_THERE,
    Status.UNANSWERED: "(state = 'confirmed' AND attending IS NULL)",
}

# correlated on purpose: asked about one person before each copy, SQLite must not gather everybody first
_MEANT = {
    Of.NOBODY: "0",
    Of.EVERYBODY: _IS_KNOWN,
    Of.FOLLOWERS: "EXISTS (SELECT 1 FROM follows WHERE project = :project AND person_id = people.id)",
}
_WANTS = {
    Of.EVERYBODY: _AGREED,
    Of.FOLLOWERS: "EXISTS (SELECT 1 FROM follows WHERE project = :project AND person_id = people.id AND follows = 1)",
    Of.EVENT: "NOT EXISTS (SELECT 1 FROM opt_outs WHERE person_id = people.id AND kind = 'event:' || :event)",
}
_NO = {Of.EVERYBODY: "consent", Of.FOLLOWERS: "opted_out", Of.EVENT: "opted_out"}


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody an announcement was meant for: what became of their copy, in which language, and when."""

    name: str
    state: str
    language: str
    ended_at: datetime | None
    opened_at: datetime | None


async def reach(tx: Reader, target: Target) -> Reach:
    """How many people would get it and why others would not.

    Reasons: scope, phone, consent, opted_out, blocked.
    """
    basis = target.audience.basis
    rows = await tx.all(
        f"""
        SELECT why, count(*) AS n FROM (SELECT CASE
            WHEN ({_scope(target)}) IS NOT 1 THEN 'scope' WHEN telegram_id IS NULL THEN 'phone'
            WHEN ({_WANTS[basis]}) IS NOT 1 THEN '{_NO[basis]}' WHEN reachable = 0 THEN 'blocked' ELSE '' END AS why
        FROM people WHERE {_meant(target.audience)}) GROUP BY why
        """,
        _values(target),
    )
    counts = {str(row["why"]): int(row["n"]) for row in rows}
    return Reach(counts.pop("", 0), counts)


async def has_anybody(tx: Reader, target: Target) -> bool:
    """Whether anybody who is meant is within the author's scope, reachable or not."""
    found = await tx.value(
        f"SELECT 1 FROM people WHERE {_meant(target.audience)} AND {_scope(target)} LIMIT 1", _values(target)
    )
    return found is not None


async def count_later(tx: Reader, announcement: int, target: Target) -> int:
    """How many would get it who were not meant when it was sent."""
    found = await tx.value(
        f"SELECT count(*) FROM people WHERE {_wanted(target)} AND NOT EXISTS "
        "(SELECT 1 FROM announcement_copies WHERE announcement_id = :id AND person_id = people.id)",
        {**_values(target), "id": announcement},
    )
    return int(str(found))


async def enqueue(
    tx: Transaction,
    announcement: int,
    target: Target,
    *,
    due_at: datetime,
    useful_until: datetime,
    now: datetime,
) -> int:
    """Queue a copy for everybody it reaches who has none yet, all in this transaction; gives how many."""
    kind, facts = announcements.kind_of(announcement)
    return await tx.execute(
        f"""
        INSERT OR IGNORE INTO outbox (key, person_id, event_id, kind, facts, priority, due_at, useful_until, created_at)
        SELECT 'announcement:' || :id || ':' || id, id, :event, :notice, :facts, 4, :due, :until, :now
        FROM people WHERE {_wanted(target)}
        """,
        {
            **_values(target),
            "id": announcement,
            "notice": kind,
            "facts": facts,
            "due": moment(due_at),
            "until": moment(useful_until),
            "now": moment(now),
        },
    )


async def requeue(tx: Transaction, announcement: int, *, due_at: datetime, useful_until: datetime) -> None:
    """Queue again what was held or stopped; whoever has a copy gets no other."""
    values = {"id": announcement, "due": moment(due_at), "until": moment(useful_until)}
    await tx.execute(
        """
        UPDATE outbox SET state = 'pending', due_at = :due, useful_until = :until, ended_at = NULL, reason = NULL
        WHERE (state = 'pending' OR (state = 'dropped' AND reason = 'stopped')) AND id IN (
            SELECT outbox_id FROM announcement_copies WHERE announcement_id = :id AND state IN ('pending', 'dropped'))
        """,
        values,
    )
    await tx.execute(
        """
        UPDATE announcement_copies SET state = 'pending' WHERE announcement_id = :id AND state = 'dropped'
        AND outbox_id IN (SELECT id FROM outbox WHERE state = 'pending')
        """,
        {"id": announcement},
    )


async def recipients(tx: Reader, announcement: int) -> list[Recipient]:
    """Everybody it was meant for, in no telling order."""
    rows = await tx.all(
        """
        SELECT coalesce(nullif(people.name, ''), first_name) AS name, copies.state, opened_at, outbox.ended_at,
            coalesce(nullif(copies.language, ''), people.language) AS language
        FROM announcement_copies AS copies JOIN people ON people.id = copies.person_id
            LEFT JOIN outbox ON outbox.id = copies.outbox_id
        WHERE announcement_id = ? ORDER BY copies.state, language, opened_at
        """,
        [announcement],
    )
    return [
        Recipient(row["name"], row["state"], row["language"], maybe_at(row["ended_at"]), maybe_at(row["opened_at"]))
        for row in rows
    ]


async def is_wanted(tx: Reader, person: int, target: Target) -> bool:
    """Whether the person is still meant, and has not taken back what they agreed to."""
    audience = target.audience
    found = await tx.value(
        f"SELECT {_meant(audience)} AND {_WANTS[audience.basis]} FROM people WHERE id = :person",
        {**_values(target), "person": person},
    )
    return bool(found)


async def gminas(tx: Reader) -> list[str]:
    """All gminas people named."""
    rows = await tx.all("SELECT DISTINCT gmina FROM people WHERE gmina IS NOT NULL AND gmina <> ''")
    return [row["gmina"] for row in rows]


async def languages(tx: Reader, target: Target) -> dict[str, int]:
    """How many of those it reaches read which language."""
    rows = await tx.all(
        f"SELECT language, count(*) AS n FROM people WHERE {_wanted(target)} GROUP BY language",
        _values(target),
    )
    return {row["language"]: row["n"] for row in rows}


def _wanted(target: Target) -> str:
    audience = target.audience
    is_there = f"({_scope(target)}) AND telegram_id IS NOT NULL AND reachable = 1"
    return f"{_meant(audience)} AND {is_there} AND {_WANTS[audience.basis]}"


def _meant(audience: Audience) -> str:
    match audience.of:
        case Of.EVENT:
            stands = " OR ".join(_STATUSES[one] for one in sorted(audience.statuses)) or "0"
            meant = (
                f"EXISTS (SELECT 1 FROM signups WHERE event_id = :event AND person_id = people.id AND ({stands})"
                " AND (:group IS NULL OR group_id = :group))"
            )
        case Of.SILENT:
            meant = (
                "EXISTS (SELECT 1 FROM announcement_copies WHERE announcement_id = :before"
                " AND person_id = people.id AND state = 'sent' AND opened_at IS NULL)"
            )
        case of:
            meant = _MEANT[of]
    return (
        f"{meant} AND (:gminas IS NULL OR gmina IN (SELECT value FROM json_each(:gminas)))"
        " AND (:language = '' OR language = :language)"
    )


def _scope(target: Target) -> str:
    return "1" if target.within is None else "gmina IN (SELECT value FROM json_each(:within))"


def _values(target: Target) -> dict[str, object]:
    audience = target.audience
    return {
        "project": audience.project,
        "event": audience.event,
        "group": audience.group,
        "gminas": _listed(target.gminas),
        "language": audience.language,
        "before": audience.before,
        "within": _listed(target.within),
    }


def _listed(names: frozenset[str] | None) -> str | None:
    return None if names is None else json.dumps(sorted(names))
