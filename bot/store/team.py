"""Roles with who holds them, and invitations, of whose tokens only the hash is kept."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.people import Grant, Role, Scope
from bot.domain.team import Invitation, Member
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import at, moment

_MEMBERS = """
    SELECT roles.*, people.telegram_id, people.language,
           coalesce(people.name, people.first_name) AS shown
    FROM roles JOIN people ON people.id = person_id
"""
_INVITATIONS = """
    SELECT invitations.*, coalesce(people.name, people.first_name, '') AS by_name
    FROM invitations LEFT JOIN people ON people.id = by_person
"""


async def list_members(tx: Reader) -> list[Member]:
    """Every role of everybody, administrators first, then by the time it was given."""
    rows = await tx.all(
        f"""{_MEMBERS} ORDER BY CASE role WHEN 'administrator' THEN 0 WHEN 'coordinator' THEN 1 ELSE 2 END,
        roles.at, roles.id"""
    )
    return [_member(row) for row in rows]


async def get_member(tx: Reader, role: int) -> Member | None:
    """The role with this id, None when it was withdrawn."""
    row = await tx.one(f"{_MEMBERS} WHERE roles.id = ?", [role])
    return _member(row) if row else None


async def find_member(tx: Reader, person: int, grant: Grant) -> Member | None:
    """The person's role, None when they do not hold it."""
    row = await tx.one(
        f"{_MEMBERS} WHERE person_id = ? AND role = ? AND scope = ? AND scope_key = ?",
        [person, grant.role, grant.scope, grant.scope_key],
    )
    return _member(row) if row else None


async def remove_role(tx: Transaction, role: int) -> None:
    """Withdraw a role."""
    await tx.execute("DELETE FROM roles WHERE id = ?", [role])


async def count_administrators(tx: Reader) -> int:
    """How many people may do everything in the whole organisation."""
    return int(
        str(
            await tx.value(
                "SELECT count(DISTINCT person_id) FROM roles WHERE role = 'administrator' AND scope = 'everything'"
            )
        )
    )


async def appoint(tx: Transaction, telegram_id: int, now: datetime) -> None:
    """Note that somebody stands in the configuration as an administrator; nothing for somebody who never wrote."""
    await tx.execute(
        """
        INSERT INTO roles (person_id, role, scope, scope_key, at, origin)
        SELECT id, 'administrator', 'everything', '', ?, 'configuration' FROM people WHERE telegram_id = ?
        ON CONFLICT (person_id, role, scope, scope_key) DO UPDATE SET origin = 'configuration'
        """,
        [moment(now), telegram_id],
    )


async def dismiss_all_but(tx: Transaction, administrators: Iterable[int]) -> None:
    """Take the role away from everybody who had it from the configuration and stands there no more."""
    kept = ", ".join(str(int(one)) for one in administrators)
    await tx.execute(
        f"""
        DELETE FROM roles WHERE origin = 'configuration' AND person_id NOT IN
            (SELECT id FROM people WHERE telegram_id IN ({kept}))
        """
    )


async def list_gminas(tx: Reader) -> list[str]:
    """Gminas somebody named, the most frequent first."""
    rows = await tx.all(
        """
        SELECT gmina FROM (SELECT gmina FROM people UNION ALL SELECT gmina FROM signups
                           UNION ALL SELECT scope_key FROM roles WHERE scope = 'gmina')
        WHERE gmina <> '' GROUP BY gmina ORDER BY count(*) DESC, gmina
        """
    )
    return [row["gmina"] for row in rows]


async def add_invitation(
    tx: Transaction, hashed: str, grant: Grant, by: int, *, now: datetime, expires_at: datetime
) -> int:
    """Keep an invitation; gives its id."""
    return await tx.insert(
        """
        INSERT INTO invitations (hash, role, scope, scope_key, by_person, created_at, expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [hashed, grant.role, grant.scope, grant.scope_key, by or None, moment(now), moment(expires_at)],
    )


async def get_invitation(tx: Reader, invitation: int) -> Invitation | None:
    """The invitation with this id."""
    row = await tx.one(f"{_INVITATIONS} WHERE invitations.id = ?", [invitation])
    return _invitation(row) if row else None


async def find_invitation(tx: Reader, hashed: str) -> Invitation | None:
    """The invitation whose token has this hash."""
    row = await tx.one(f"{_INVITATIONS} WHERE hash = ?", [hashed])
    return _invitation(row) if row else None


async def list_invitations(tx: Reader, now: datetime) -> list[Invitation]:
    """Invitations that somebody may still accept, the newest first."""
    rows = await tx.all(
        f"""{_INVITATIONS} WHERE used_at IS NULL AND revoked_at IS NULL AND expires_at > ?
        ORDER BY invitations.id DESC""",
        [moment(now)],
    )
    return [_invitation(row) for row in rows]


async def use_invitation(tx: Transaction, invitation: int, person: int, now: datetime) -> None:
    """Note who accepted it."""
    await tx.execute(
        "UPDATE invitations SET used_by = ?, used_at = ? WHERE id = ? AND used_at IS NULL",
        [person, moment(now), invitation],
    )


async def revoke_invitation(tx: Transaction, invitation: int, now: datetime) -> None:
    """Take an invitation back."""
    await tx.execute("UPDATE invitations SET revoked_at = ? WHERE id = ?", [moment(now), invitation])


def _member(row: Row) -> Member:
    return Member(
        id=row["id"],
        person=row["person_id"],
        telegram_id=row["telegram_id"],
        language=row["language"],
        name=row["shown"],
        grant=_grant(row),
        since=at(row["at"]),
        is_configured=row["origin"] == "configuration",
    )


def _invitation(row: Row) -> Invitation:
    return Invitation(
        id=row["id"],
        grant=_grant(row),
        by=row["by_person"],
        by_name=row["by_name"],
        expires_at=at(row["expires_at"]),
        is_used=row["used_at"] is not None,
        is_revoked=row["revoked_at"] is not None,
    )


def _grant(row: Row) -> Grant:
    return Grant(Role(row["role"]), Scope(row["scope"]), row["scope_key"])
