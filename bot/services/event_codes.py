"""Events by the codes the team types; a mistyped one finds the nearest there is."""

from rapidfuzz import fuzz, process

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.events import Event, NoSuchCode
from bot.domain.people import Actor
from bot.services.event_desk import projects_of
from bot.store import events, staff_events
from bot.store.database import Database, Reader
from bot.store.folding import fold

LIKE = 65
"""How alike two codes are, in percent, of which one was meant for the other."""


async def find(db: Database, actor: Actor, code: str, permission: Permission, purpose: str = "") -> Event:
    """The event of a code, for whoever has the permission; ``purpose`` is a word for the screens.

    Raises NoSuchCode with the nearest code that the actor may see, NotAllowed.
    """
    access.demand_somewhere(actor, permission)
    async with db.reading() as tx:
        found = await events.find(tx, code)
        if found is None:
            nearest, event = await _nearest(tx, actor, code)
            raise NoSuchCode(code, nearest, event, purpose)
    access.demand(actor, permission, project=found.plan.project)
    return found


async def _nearest(tx: Reader, actor: Actor, code: str) -> tuple[str, int]:
    known = await staff_events.list_all_codes(tx, projects_of(actor))
    found = process.extractOne(fold(code), list(known), scorer=fuzz.ratio, score_cutoff=LIKE)
    return (found[0], known[found[0]]) if found else ("", 0)
