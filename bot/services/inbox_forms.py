"""The conversations of the inbox: the team types a reply, the asker asks on."""

from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.forms import Draft, Field, Kind
from bot.domain.inbox import LONGEST_ANSWER, LONGEST_QUESTION, InboxQuestion
from bot.domain.people import Actor
from bot.services import dialogs, inbox
from bot.services.dialogs import Setting, Step
from bot.store.database import Database, Reader, Transaction

REPLY = "inbox_reply"
ASK = "inbox_ask"
VERSION = 1


class _Reply:
    """Answering; the subject is the question."""

    name = REPLY

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        question = await inbox.load_open(tx, actor, draft.subject, now=now)
        return Setting(question, (Field("inbox_reply", Kind.TEXT, high=LONGEST_ANSWER),), VERSION)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:
        return await inbox.answer(tx, actor, _about(setting), str(draft.answers["inbox_reply"]), now=now)


class _Ask:
    """Asking on; the subject is the question before."""

    name = ASK

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        question = await inbox.load_own(tx, actor, draft.subject)
        await inbox.check_may_ask(tx, actor, now=now)
        return Setting(question, (Field("inbox_question", Kind.TEXT, high=LONGEST_QUESTION),), VERSION)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:
        return await inbox.add(tx, actor, str(draft.answers["inbox_question"]), _about(setting).project, now=now)


def _about(setting: Setting) -> InboxQuestion:
    if not isinstance(setting.about, InboxQuestion):
        raise TypeError(f"a conversation of the inbox is about {setting.about!r}")
    return setting.about


dialogs.register(_Reply())
dialogs.register(_Ask())


async def reply(db: Database, actor: Actor, question: int, *, now: datetime) -> Step:
    """Take a question and begin to answer it."""
    async with db.transaction() as tx:
        await inbox.take(tx, actor, question, now=now)
        return await dialogs.begin(tx, actor, Draft(REPLY, VERSION, question, ""), now=now)


async def ask_on(db: Database, actor: Actor, question: int, *, now: datetime) -> Step:
    """Begin to ask the team something more."""
    access.demand(actor, Permission.ASK)
    async with db.transaction() as tx:
        return await dialogs.begin(tx, actor, Draft(ASK, VERSION, question, ""), now=now)
