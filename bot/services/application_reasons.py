"""Why an application was declined, typed by the team and for the team only."""

from datetime import datetime

from bot.domain.access import Permission
from bot.domain.applications import LONGEST_REASON
from bot.domain.forms import Draft, Field, Kind
from bot.domain.people import Actor
from bot.services import dialogs, lists
from bot.services.dialogs import Setting, Step
from bot.store import applications
from bot.store.database import Database, Reader, Transaction

REASON = "application_reason"
VERSION = 1


class _Reason:
    """Typing it; the subject is the sign-up."""

    name = REASON

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:  # noqa: ARG002
        _, found = await lists.signup_for(tx, actor, draft.subject, Permission.MANAGE_SIGNUPS)
        return Setting(found, (Field("application_reason", Kind.TEXT, high=LONGEST_REASON),), VERSION)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:  # noqa: ARG002
        event, _ = await lists.signup_for(tx, actor, draft.subject, Permission.MANAGE_SIGNUPS)
        await applications.set_reason(tx, draft.subject, str(draft.answers["application_reason"]))
        return event.id


dialogs.register(_Reason())


async def write(db: Database, actor: Actor, signup: int, *, now: datetime) -> Step:
    """Begin to type the reason."""
    async with db.transaction() as tx:
        await lists.signup_for(tx, actor, signup, Permission.MANAGE_SIGNUPS)
        return await dialogs.begin(tx, actor, Draft(REASON, VERSION, signup, ""), now=now)
