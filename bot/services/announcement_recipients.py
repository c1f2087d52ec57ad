"""Who got an announcement and who did not; names only for whoever may see contacts."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.people import Actor
from bot.services.announcements import seen
from bot.store import audiences, audit
from bot.store.audiences import Recipient
from bot.store.database import Database
from bot.store.folding import by_surname

STATES = ("sent", "blocked", "failed", "unknown", "dropped", "pending")
"""What may become of a copy, in the order of the report."""


@dataclass(frozen=True, slots=True)
class Recipients:
    """Everybody an announcement was meant for, by outcome; those without ``has_names`` are in no telling order."""

    people: tuple[Recipient, ...]
    has_names: bool
    made_at: datetime


async def list_all(db: Database, actor: Actor, announcement: int, *, now: datetime) -> Recipients:
    """The recipients; taking their names away is kept in the log."""
    async with db.transaction() as tx:
        one = await seen(tx, actor, announcement)
        found = await audiences.recipients(tx, announcement)
        project = one.audience.project
        has_names = access.is_allowed(actor, Permission.SEE_CONTACTS, project=project)
        if has_names:
            facts: dict[str, str | int | None] = {"people": len(found), "kind": "announcement"}
            await audit.add(tx, actor.id, Action.LIST_EXPORTED, subject=one.id, project=project, facts=facts, now=now)

    def order(one: Recipient) -> tuple[object, ...]:
        return (STATES.index(one.state), by_surname(one.name) if has_names else one.language)

    return Recipients(tuple(sorted(found, key=order)), has_names, now)
