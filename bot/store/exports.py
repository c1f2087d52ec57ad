"""Everything about an event's sign-ups in one go."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.signups import SignUp
from bot.store.database import Reader
from bot.store.rows import at
from bot.store.signups import signup_of


@dataclass(frozen=True, slots=True)
class Extra:
    """What the store knows beside a sign-up; ``attended`` counts sessions, ``may_be_shown`` is the pictures consent."""

    organisation: str
    signed_up_at: datetime
    attended: int
    may_be_shown: bool
    has_telegram: bool


async def list_all(tx: Reader, event: int) -> list[tuple[SignUp, Extra]]:
    """Every sign-up of an event in whatever state, in no order."""
    rows = await tx.all(
        """
        WITH shown AS (SELECT person_id, given FROM consents WHERE id IN
                (SELECT max(id) FROM consents WHERE kind = 'pictures' GROUP BY person_id)),
            came AS (SELECT signup_id, count(*) AS n FROM attendance GROUP BY signup_id)
        SELECT signups.*, coalesce(organisations.name, '') AS organisation, coalesce(came.n, 0) AS attended,
            coalesce(shown.given, 0) AS may_be_shown, telegram_id IS NOT NULL AS has_telegram
        FROM signups JOIN people ON people.id = signups.person_id
            LEFT JOIN organisations ON organisations.id = signups.organisation_id
            LEFT JOIN came ON came.signup_id = signups.id
            LEFT JOIN shown ON shown.person_id = signups.person_id
        WHERE event_id = ?
        """,
        [event],
    )
    return [
        (
            signup_of(row),
            Extra(
                row["organisation"],
                at(row["created_at"]),
                row["attended"],
                bool(row["may_be_shown"]),
                bool(row["has_telegram"]),
            ),
        )
        for row in rows
    ]
