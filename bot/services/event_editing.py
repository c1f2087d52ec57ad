"""Changing an event in the chat: one thing at a time, saved at once; what people have to be told is shown before."""

from datetime import datetime

from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.events import Event, EventState
from bot.domain.forms import Draft
from bot.domain.notices import EventCalledOff as EventOff
from bot.domain.notices import EventReopened
from bot.domain.people import Actor
from bot.domain.refusals import EventCalledOff, EventOver, EventUnfit, SeatsTaken, StaleButton
from bot.services import changes, dialogs, event_checks, event_codes, lists
from bot.services.changes import Told
from bot.services.dialogs import Setting, Step
from bot.services.event_edits import EDITS
from bot.services.event_fields import Edit, Editing, refused_at
from bot.store import audit, events, outbox, people, signups, staff_events
from bot.store import dialogs as drafts
from bot.store.database import Database, Reader, Transaction

PREFIX = "edit_"
"""What the conversations that change an event are called, before the key of what they change."""
TOLD = frozenset({"when", "place", "link"})
"""Changes people hear of, which are looked over before they are saved."""
PLACES = 4


async def show(db: Database, actor: Actor, event: int, *, now: datetime) -> Editing:
    """An event to be changed. Whatever was being typed about an event is left for it."""
    async with db.transaction() as tx:
        found = await lists.event_for(tx, actor, event, Permission.MANAGE_EVENTS)
        under_way = await drafts.get(tx, actor.id)
        if under_way and under_way.form.startswith(LEFT) and not under_way.is_paused:
            await drafts.remove(tx, actor.id)
        return await editing(tx, found, now)


LEFT = (PREFIX, "part_", "copy_")
"""Conversations with one or two questions, which nobody comes back to."""


async def find(db: Database, actor: Actor, code: str, *, now: datetime) -> Editing:
    """The same by the event's code."""
    found = await event_codes.find(db, actor, code, Permission.MANAGE_EVENTS, "edit")
    return await show(db, actor, found.id, now=now)


async def begin(db: Database, actor: Actor, event: int, key: str, *, now: datetime) -> Step:
    """Begin to change one thing about an event."""
    async with db.transaction() as tx:
        found = await lists.event_for(tx, actor, event, Permission.MANAGE_EVENTS)
        if key not in EDITS or (key == "when" and found.sessions):
            raise StaleButton
        known, form = EDITS[key].known(found), PREFIX + key
        step = next(iter(known), "")
        return await dialogs.restart(tx, actor, Draft(form, 1, event, step, dict(known)), now=now)


async def editing(tx: Reader, event: Event, now: datetime) -> Editing:
    """An event with what its conversations need to know."""
    active = await signups.list_active(tx, event.id)
    unreachable = await people.list_unreachable(tx, [signup.person for signup in active])
    last = EventOff if event.state is EventState.CALLED_OFF else EventReopened
    unheard = await outbox.list_expecting(tx, event.id, last.kind)
    return Editing(event, tuple(active), await places(tx), now, unreachable, unheard)


async def places(tx: Reader) -> tuple[str, ...]:
    """Where the organisation's events were lately, each as it is typed: name, address, point, by lines."""
    found = await staff_events.list_places(tx, limit=PLACES)
    return tuple(
        "\n".join(
            part for part in (name, address, f"{latitude}, {longitude}" if latitude and longitude else "") if part
        )
        for name, address, latitude, longitude in found
    )


async def load_open(tx: Reader, actor: Actor, event: int, now: datetime) -> Event:
    """An event that can still be changed. Raises EventCalledOff, EventOver."""
    found = await lists.event_for(tx, actor, event, Permission.MANAGE_EVENTS)
    if found.state is EventState.CALLED_OFF:
        raise EventCalledOff(event)
    if found.state is EventState.OPEN and found.has_ended(now):
        raise EventOver(event)
    return found


async def save(tx: Transaction, actor: Actor, event: Event, draft: changes.Draft, what: str, *, now: datetime) -> Told:
    """Check and keep a changed event; gives how many people are told. Raises EventUnfit."""
    try:
        event_checks.check(draft, now)
    except EventUnfit as unfit:
        raise EventUnfit(unfit.key, event.id) from unfit
    if draft == changes.Draft(event.plan, event.groups, event.sessions):
        return Told()
    await _check_seats(tx, event, draft)
    told = await changes.revise(tx, event, draft, now=now)
    facts: dict[str, str | int | None] = {"what": what, "told": told.everybody}
    await audit.add(
        tx, actor.id, Action.EVENT_CHANGED, event=event.id, project=event.plan.project, facts=facts, now=now
    )
    return told


async def _check_seats(tx: Reader, event: Event, draft: changes.Draft) -> None:
    """Nobody who has a seat is left without one. Raises SeatsTaken."""
    have, before = await signups.count_seats(tx, event.id), {one.id: one.seats for one in event.groups}
    wanted = [(event.plan.seats, draft.plan.seats, have.taken)]
    wanted += [(before.get(one.id), one.seats, have.by_group.get(one.id, 0)) for one in draft.groups]
    for was, seats, taken in wanted:
        if seats is not None and seats != was and seats < taken:
            raise SeatsTaken(event.id, taken)


class _Editing:
    """Changing one thing; the subject is the event."""

    def __init__(self, edit: Edit) -> None:
        self.name = PREFIX + edit.key
        self._edit = edit

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        found = await load_open(tx, actor, draft.subject, now)
        about = await editing(tx, found, now)
        is_told = self._edit.key in TOLD and found.state is EventState.OPEN and about.people > 0
        return Setting(about, self._edit.fields(about), 1, has_summary=is_told, refused_at=refused_at)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:
        event = about(setting).event
        plan = self._edit.apply(event.plan, draft.answers, now)
        await _check_codes(tx, event, plan.code, plan.after_event, plan.not_after_event)
        told = await save(tx, actor, event, changes.Draft(plan, event.groups, event.sessions), self._edit.key, now=now)
        return event.id, told


async def _check_codes(tx: Reader, event: Event, code: str, *others: str) -> None:
    """The code is nobody else's and stays once published; the events named exist."""
    if code != event.plan.code and (event.state is not EventState.DRAFT or await events.find(tx, code)):
        raise EventUnfit("code", event.id)
    for other in others:
        if other and not await events.find(tx, other):
            raise EventUnfit("after", event.id)


def about(setting: Setting) -> Editing:
    """What the conversation is about."""
    if not isinstance(setting.about, Editing):
        raise TypeError(f"{setting.about!r} is no event being changed")
    return setting.about


def preview(step: Step) -> tuple[Event, Event]:
    """The event before and after the change a conversation is about to make."""
    editing = about(step.setting)
    edit = EDITS[step.draft.form.removeprefix(PREFIX)]
    plan = edit.apply(editing.event.plan, step.draft.answers, editing.now)
    return editing.event, Event(editing.event.id, plan, editing.event.state, sessions=editing.event.sessions)


for _edit in EDITS.values():
    dialogs.register(_Editing(_edit))
