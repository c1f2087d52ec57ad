"""A message one of the team writes to somebody who signed up, brought by the bot."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.forms import Draft, Field, Kind
from bot.domain.people import Actor
from bot.domain.placements import LONGEST_LETTER, Letter
from bot.domain.refusals import NotReachable
from bot.services import dialogs, lists
from bot.services.dialogs import Setting, Step
from bot.store import audit, outbox, people
from bot.store.database import Database, Reader, Transaction

LETTER = "letter"
VERSION = 1
BACK = "_back"


@dataclass(frozen=True, slots=True)
class Written:
    """To which sign-up a message goes, and where its author came from."""

    signup: int
    back: str


class _Letter:
    """Writing it; the subject is the sign-up."""

    name = LETTER

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:  # noqa: ARG002
        _, found = await lists.signup_for(tx, actor, draft.subject, Permission.MANAGE_SIGNUPS)
        person = await people.get(tx, found.person)
        if person is None or person.telegram_id is None or not person.is_reachable:
            raise NotReachable(found.id)
        return Setting(found, (Field("letter", Kind.TEXT, high=LONGEST_LETTER),), VERSION)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:  # noqa: ARG002
        event, found = await lists.signup_for(tx, actor, draft.subject, Permission.MANAGE_SIGNUPS)
        entry = await audit.add(tx, actor.id, Action.MESSAGE_SENT, event=event.id, subject=found.id, now=now)
        notice = Letter(event.id, str(draft.answers["letter"]))
        await outbox.add(
            tx, f"letter:{entry}", found.person, notice, event=event.id, due_at=now, useful_until=None, now=now
        )
        return Written(found.id, str(draft.answers.get(BACK, "")))


dialogs.register(_Letter())


async def write(db: Database, actor: Actor, signup: int, *, back: str = "", now: datetime) -> Step:
    """Begin to write; ``back`` is given back at the end. Raises NotReachable for somebody no message reaches."""
    async with db.transaction() as tx:
        await lists.signup_for(tx, actor, signup, Permission.MANAGE_SIGNUPS)
        return await dialogs.begin(tx, actor, Draft(LETTER, VERSION, signup, "", {BACK: back}), now=now)
