"""Somebody's own sign-ups in whatever state."""

from bot.domain.signups import SignUp
from bot.store.database import Reader
from bot.store.signups import signup_of


async def list_signups(tx: Reader, person: int) -> list[SignUp]:
    """All of them, the newest event first."""
    rows = await tx.all(
        """
        SELECT signups.* FROM signups JOIN events ON events.id = event_id
        WHERE person_id = ? ORDER BY events.starts_at DESC, signups.id DESC
        """,
        [person],
    )
    return [signup_of(row) for row in rows]
