"""The audit log: what was refused is written down, and what was done can be read."""

from datetime import datetime

from bot.domain.audit import Action
from bot.store import audit
from bot.store.database import Database


async def refused(db: Database, person: int, permission: str, *, now: datetime) -> None:
    """Somebody tried what they had no right to. A step of the bot itself, no actor asks for it."""
    async with db.transaction() as tx:
        await audit.add(tx, person, Action.REFUSED, now=now, facts={"permission": permission})
