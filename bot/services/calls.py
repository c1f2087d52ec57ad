"""The call list: whom no message reached, called by the team. Whoever looks is kept in the audit log."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain import access, reach
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.calls import LONGEST_NOTE, Call
from bot.domain.forms import Draft, Field, Kind
from bot.domain.pages import find_page
from bot.domain.people import Actor
from bot.domain.refusals import CallGone
from bot.services import dialogs
from bot.services.dialogs import Setting, Step
from bot.store import audit, calls
from bot.store.database import Database, Reader, Transaction

ON_PAGE = 6
NOTE = "call_note"
VERSION = 1


@dataclass(frozen=True, slots=True)
class CallPage:
    """One page of those to call, or of those who were called; ``others`` is how many the other list has."""

    calls: tuple[Call, ...]
    is_open: bool
    page: int
    pages: int
    others: int


class _Note:
    """A note about a call, which is the subject."""

    name = NOTE

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:  # noqa: ARG002
        found = await _get(tx, actor, draft.subject)
        return Setting(found, (Field("call_note", Kind.TEXT, high=LONGEST_NOTE),), VERSION)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:
        if not isinstance(setting.about, Call):
            raise TypeError(f"a note is about {setting.about!r}")
        await calls.set_note(tx, setting.about.id, str(draft.answers["call_note"]))
        await _log(tx, actor, Action.CALL_NOTED, setting.about, now)
        return await _get(tx, actor, setting.about.id)


dialogs.register(_Note())


async def page(db: Database, actor: Actor, number: int, *, is_open: bool, now: datetime) -> CallPage:
    """A page of the list, as far as the actor's roles reach; kept in the audit log."""
    reached = reach.projects(actor, Permission.SEE_CONTACTS)
    async with db.transaction() as tx:
        at, pages = find_page(number, await calls.count(tx, reached, is_open=is_open, now=now), ON_PAGE)
        found = await calls.list_page(tx, reached, is_open=is_open, limit=ON_PAGE, offset=at * ON_PAGE, now=now)
        others = await calls.count(tx, reached, is_open=not is_open, now=now)
        await audit.add(tx, actor.id, Action.CALLS_SEEN, facts={"people": len(found)}, now=now)
    return CallPage(tuple(found), is_open, at, pages, others)


async def show(db: Database, actor: Actor, call: int, *, now: datetime) -> Call:
    """One entry; kept in the audit log."""
    async with db.transaction() as tx:
        found = await _get(tx, actor, call)
        await _log(tx, actor, Action.CALLS_SEEN, found, now)
    return found


async def done(db: Database, actor: Actor, call: int, *, now: datetime) -> Call:
    """The person was called."""
    async with db.transaction() as tx:
        found = await _get(tx, actor, call)
        if found.called_at is None:
            await calls.set_called(tx, found, actor.id, now)
            await _log(tx, actor, Action.CALL_MADE, found, now)
        return await _get(tx, actor, call)


async def undo(db: Database, actor: Actor, call: int, *, now: datetime) -> Call:
    """The person was not called after all."""
    async with db.transaction() as tx:
        found = await _get(tx, actor, call)
        if found.called_at is not None:
            await calls.set_open(tx, found.id)
            await _log(tx, actor, Action.CALL_REOPENED, found, now)
        return await _get(tx, actor, call)


async def note(db: Database, actor: Actor, call: int, *, now: datetime) -> Step:
    """Begin to write a note."""
    async with db.transaction() as tx:
        await _get(tx, actor, call)
        return await dialogs.begin(tx, actor, Draft(NOTE, VERSION, call, ""), now=now)


async def _get(tx: Reader, actor: Actor, call: int) -> Call:
    reach.projects(actor, Permission.SEE_CONTACTS)
    found = await calls.get(tx, call)
    if found is None:
        raise CallGone
    access.demand(actor, Permission.SEE_CONTACTS, project=found.event.plan.project if found.event else "")
    return found


async def _log(tx: Transaction, actor: Actor, action: Action, call: Call, now: datetime) -> None:
    event, project = (call.event.id, call.event.plan.project) if call.event else (None, "")
    await audit.add(tx, actor.id, action, event=event, subject=call.id, project=project, now=now)
