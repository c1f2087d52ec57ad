"""The groups, questions and sessions of an event: added, changed, put in order, taken out."""

from dataclasses import replace
from datetime import datetime

from bot.domain.access import Permission
from bot.domain.events import Event, EventState, Group, Session
from bot.domain.forms import Condition, Field, Kind
from bot.domain.forms import Draft as Answered
from bot.domain.localized import Localized, polish
from bot.domain.people import Actor
from bot.domain.refusals import PeopleInIt, StaleButton
from bot.services import changes, dialogs, event_editing, lists
from bot.services.changes import Draft, Told
from bot.services.dialogs import Setting, Step
from bot.services.event_fields import NONE, Answers, Editing, ahead, number, own, refused_at
from bot.services.event_reading import aware, wall
from bot.store import events, signups, staff_events
from bot.store.database import Database, Reader, Transaction

PREFIX = "part_"
GROUP, QUESTION, SESSION = "group", "question", "session"
KINDS = (GROUP, QUESTION, SESSION)
ASKED = tuple(one for one in Kind if one not in {Kind.NOTICE, Kind.NAME, Kind.GROUP, Kind.OWN})
"""The kinds of questions an event can ask."""
CHOOSING = frozenset({Kind.CHOICE, Kind.CHOICES})
MOST = 24
"""Groups, questions or sessions of one event."""
ALWAYS, YES, NO = "-", "yes", "no"
"""What stands in the options of a condition for the screens to word."""


async def begin(db: Database, actor: Actor, event: int, kind: str, index: int, *, now: datetime) -> Step:
    """Begin to change a group, question or session by its place in the row, or to add one behind the last."""
    async with db.transaction() as tx:
        found = await lists.event_for(tx, actor, event, Permission.MANAGE_EVENTS)
        size = len(parts(found, kind))
        if not 0 <= index <= min(size, MOST - 1):
            raise StaleButton
        draft = Answered(PREFIX + kind, 1, event, "", {"_index": index})
        return await dialogs.restart(tx, actor, draft, now=now)


async def remove(db: Database, actor: Actor, event: int, kind: str, index: int, *, now: datetime) -> Editing:
    """Take one out. Raises PeopleInIt for a group or session with people, EventUnfit where others depend on it."""
    async with db.transaction() as tx:
        found = await event_editing.load_open(tx, actor, event, now)
        old = parts(found, kind)
        if not 0 <= index < len(old):
            raise StaleButton
        await _check_free(tx, found, kind, index)
        draft = _with(found, kind, (*old[:index], *old[index + 1 :]))
        await event_editing.save(tx, actor, found, draft, kind, now=now)
        return await event_editing.editing(tx, await events.get(tx, event) or found, now)


async def move_up(db: Database, actor: Actor, event: int, kind: str, index: int, *, now: datetime) -> Editing:
    """Put one before its neighbour."""
    async with db.transaction() as tx:
        found = await event_editing.load_open(tx, actor, event, now)
        old = parts(found, kind)
        if kind == SESSION or not 0 < index < len(old):
            raise StaleButton
        turned = (*old[: index - 1], old[index], old[index - 1], *old[index + 1 :])
        await event_editing.save(tx, actor, found, _with(found, kind, turned), kind, now=now)
        return await event_editing.editing(tx, await events.get(tx, event) or found, now)


def parts(event: Event, kind: str) -> tuple[object, ...]:
    """The groups, questions or sessions. Raises StaleButton for anything else."""
    rows: dict[str, tuple[object, ...]] = {
        GROUP: event.groups,
        QUESTION: event.plan.questions,
        SESSION: event.sessions,
    }
    if kind not in rows:
        raise StaleButton
    return rows[kind]


def _with(event: Event, kind: str, new: tuple[object, ...]) -> Draft:
    """The event with other groups, questions or sessions; a single session is the event itself."""
    groups = tuple(one for one in new if isinstance(one, Group)) if kind == GROUP else event.groups
    sessions = tuple(one for one in new if isinstance(one, Session)) if kind == SESSION else event.sessions
    questions = tuple(one for one in new if isinstance(one, Field)) if kind == QUESTION else event.plan.questions
    plan = replace(event.plan, questions=questions)
    if sessions:
        starts, ends = min(one.starts_at for one in sessions), max(one.ends_at for one in sessions)
        plan = replace(plan, starts_at=starts, ends_at=ends)
    if len(sessions) == 1:
        plan, sessions = replace(plan, has_single_sessions=False), ()
    return Draft(plan, groups, sessions)


async def _check_free(tx: Reader, event: Event, kind: str, index: int) -> None:
    active = await signups.list_active(tx, event.id)
    if kind == SESSION and active:
        raise PeopleInIt(event.id, len(active))
    if kind == GROUP and event.groups[index].id in await events.used_groups(tx, event.id):
        inside = sum(one.details.group == event.groups[index].id for one in active)
        raise PeopleInIt(event.id, inside or 1)


class _Part:
    """Changing or adding one; the subject is the event, a note says which."""

    def __init__(self, kind: str) -> None:
        self.name = PREFIX + kind
        self._kind = kind

    async def load(self, tx: Reader, actor: Actor, draft: Answered, *, now: datetime) -> Setting:
        found = await event_editing.load_open(tx, actor, draft.subject, now)
        about = await event_editing.editing(tx, found, now)
        index = place_of(draft)
        asked = {GROUP: _group_fields, QUESTION: _question_fields, SESSION: _session_fields}[self._kind]
        is_told = self._kind == SESSION and found.state is EventState.OPEN and about.people > 0
        return Setting(about, asked(about, index), 1, has_summary=is_told, refused_at=refused_at)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(
        self, tx: Transaction, actor: Actor, draft: Answered, setting: Setting, *, now: datetime
    ) -> object:
        event = event_editing.about(setting).event
        used = await staff_events.list_question_keys(tx, event.id)
        told = await event_editing.save(tx, actor, event, revised(event, draft, used, now), self._kind, now=now)
        return event.id, self._kind, told


def told_of(step: Step) -> Told:
    """How many people would hear of the change a conversation is about to make."""
    editing = event_editing.about(step.setting)
    draft = revised(editing.event, step.draft, [], editing.now)
    after = replace(editing.event, plan=draft.plan, groups=draft.groups, sessions=draft.sessions)
    return editing.told(changes.concerned(editing.event, after, editing.active))


def place_of(draft: Answered) -> int:
    """Which one a conversation is about, counted from 0."""
    index = draft.answers.get("_index")
    return index if isinstance(index, int) else 0


def revised(event: Event, draft: Answered, used: list[str], now: datetime) -> Draft:
    """The event as the answers make it; ``used`` are the keys that questions ever had."""
    kind, index, answers = draft.form.removeprefix(PREFIX), place_of(draft), draft.answers
    old = parts(event, kind)
    if kind == SESSION and not old:
        old, index = (Session(0, event.plan.starts_at, event.plan.ends_at),), 1
    before = old[index] if index < len(old) else None
    made: object
    if kind == GROUP:
        made = _group(answers, before if isinstance(before, Group) else None)
    elif kind == SESSION:
        made = _session(answers, before if isinstance(before, Session) else None, now)
    else:
        made = _question(event, answers, before if isinstance(before, Field) else None, index, used)
    return _with(event, kind, (*old[:index], made, *old[index + 1 :]))


def _group_fields(editing: Editing, index: int) -> tuple[Field, ...]:
    groups = editing.event.groups
    before = groups[index] if index < len(groups) else None
    name = (before.name.in_("pl"),) if before else ()
    return (
        own("group_name", *name),
        own("group_seats", *_first(before.seats if before else None, "5", "10", "15", "20"), NONE),
        own("group_minimum", *_first(before.minimum if before else None, "3", "5", "10"), NONE),
    )


def _first(present: int | None, *usual: str) -> tuple[str, ...]:
    """The usual numbers after the one there is now."""
    return tuple(dict.fromkeys([str(present), *usual])) if present else usual


def _group(answers: Answers, before: Group | None) -> Group:
    name = Localized({**(before.name.texts if before else {}), "pl": str(answers["group_name"])})
    made = before or Group(0, name, None)
    seats, minimum = number(answers["group_seats"]), number(answers["group_minimum"]) or 0
    return replace(made, name=name, seats=seats, minimum=minimum)


def _session_fields(editing: Editing, index: int) -> tuple[Field, ...]:
    sessions, now = editing.event.sessions, editing.now
    before = sessions[index] if index < len(sessions) else None
    last = sessions[-1] if sessions else None
    start = before.starts_at if before else (last.starts_at if last else editing.event.plan.starts_at)
    local = start.astimezone(now.tzinfo)
    days = [0, 7] if before else [7, 14]
    offered = [one for one in ahead(local, *days, hour=local.hour) if one > wall(now, now)]
    title = (before.title.in_("pl"), NONE) if before and before.title else ()
    return (
        own("session_when", *(one[:-2] + f"{local.minute:02}" for one in offered)),
        own("session_end", *(f"{minutes} min" for minutes in _lengths(before or last)), follows="session_when"),
        own("session_title", *title, is_required=False),
        own("session_place", *editing.places, is_required=False),
    )


def _lengths(like: Session | None) -> tuple[int, ...]:
    """The usual minutes after those of the session there is now, or of the one before it."""
    own = (round((like.ends_at - like.starts_at).total_seconds() / 60),) if like else ()
    return tuple(dict.fromkeys([*own, 60, 90, 120, 180]))


def _session(answers: Answers, before: Session | None, now: datetime) -> Session:
    starts, ends = (aware(answers[key], now) for key in ("session_when", "session_end"))
    title, place = answers.get("session_title"), answers.get("session_place")
    made = before or Session(0, starts, ends)
    if title is not None:
        made = replace(made, title=polish(str(title)) if title else None)
    if isinstance(place, list):
        name, address = (place[1], place[2]) if len(place) > 2 else ("", "")
        made = replace(made, place=name, address=address)
    return replace(made, starts_at=starts, ends_at=ends)


def _question_fields(editing: Editing, index: int) -> tuple[Field, ...]:
    questions = editing.event.plan.questions
    before = questions[index] if index < len(questions) else None
    choosing = tuple(str(ASKED.index(kind)) for kind in sorted(CHOOSING))
    text = (before.text.in_("pl"),) if before and before.text else ()
    options = ("\n".join(one.in_("pl") for one in before.options),) if before and before.options else ()
    conditions = tuple(words for _, words in _conditions(questions[:index]))
    return (
        Field("question_kind", Kind.CHOICE, options=tuple(polish(kind) for kind in ASKED)),
        own("question_text", *text),
        own("question_options", *options, condition=Condition("question_kind", choosing)),
        Field("question_required", Kind.YES_NO),
        *((Field("question_when", Kind.CHOICE, options=conditions),) if len(conditions) > 1 else ()),
    )


def _conditions(earlier: tuple[Field, ...]) -> list[tuple[Condition | None, Localized]]:
    """When a question can be asked: always, or after one answer to an earlier one; with words for the screens."""
    found: list[tuple[Condition | None, Localized]] = [(None, polish(ALWAYS))]
    for one in earlier:
        text = one.text.in_("pl") if one.text else one.key
        if one.kind in CHOOSING:
            for number_, option in enumerate(one.options):
                found.append((Condition(one.key, (str(number_),)), polish(f"{text}|{option.in_('pl')}")))
        elif one.kind is Kind.YES_NO:
            found.append((Condition(one.key, (True,)), polish(f"{text}|{YES}")))
            found.append((Condition(one.key, (False,)), polish(f"{text}|{NO}")))
    return found


def _question(event: Event, answers: Answers, before: Field | None, index: int, used: list[str]) -> Field:
    kind = ASKED[int(str(answers["question_kind"]))]
    given = answers.get("question_options")
    listed = given if isinstance(given, list) and kind in CHOOSING else []
    known = {one.in_("pl"): one for one in before.options} if before else {}
    when = int(str(answers.get("question_when") or 0))
    text = Localized({**(before.text.texts if before and before.text else {}), "pl": str(answers["question_text"])})
    made = before or Field(_new_key(event, used), kind)
    return replace(
        made,
        kind=kind,
        text=text,
        options=tuple(known.get(one, polish(one)) for one in listed),
        is_required=bool(answers["question_required"]),
        condition=_conditions(event.plan.questions[:index])[when][0],
    )


def _new_key(event: Event, used: list[str]) -> str:
    """A key no question of the event ever had: earlier answers stay those of earlier questions."""
    taken = {*used, *(one.key for one in event.plan.questions)}
    return next(key for key in (f"p{n}" for n in range(1, len(taken) + 2)) if key not in taken)


for _kind in KINDS:
    dialogs.register(_Part(_kind))
