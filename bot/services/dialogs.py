"""Conversations: one draft a person, moved one step at a time, stored with whatever the step causes."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain import access, forms
from bot.domain.access import Permission
from bot.domain.forms import SUMMARY, Draft, Field, Kind, Value
from bot.domain.people import Actor
from bot.domain.prospects import Prospect
from bot.domain.refusals import InvalidAnswer, NoDialog, Refusal, StaleStep
from bot.store import dialogs
from bot.store.database import Database, Reader, Transaction

Answering = Callable[[Reader, Draft, Field, tuple[Field, ...]], Awaitable[Draft]]
Moving = Callable[[Draft, tuple[Field, ...]], Draft]
Asked = Callable[[Refusal, tuple[Field, ...]], str]
RESTS = timedelta(days=1)
"""After this long without a move, words are a question again, and the conversation waits for its button."""
PATIENCE = 2
"""Misses at one step after which a person is offered instead of another example."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a form is about at this moment: its subject as loaded, its fields and their version.

    One without a summary is committed by its last answer; one that ``follows_answers`` is loaded anew after each.
    ``refused_at`` is the key of the field that a refused commit leads back to, None where nothing can be mended;
    ``prospect`` is what whoever signs up now would get.
    """

    about: object
    fields: tuple[Field, ...]
    version: int
    has_summary: bool = True
    follows_answers: bool = False
    refused_at: Asked | None = None
    prospect: Prospect | None = None


class Form(Protocol):
    """A conversation as a feature defines it."""

    name: str

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        """The setting; raises a Refusal when the conversation has lost its subject."""

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """What one answer causes at once, for instance the log of a notice read."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:
        """Do what the conversation was for; gives what the screen shows."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a conversation stands; ``field`` is None at the summary.

    One that ``has_left_keyboard`` follows a question with a keyboard of its own, answered with what was ``given``;
    one that ``is_resting`` was not moved for so long that words are hardly meant for it; one that ``is_opening``
    begins the conversation, or takes it up again.
    """

    draft: Draft
    setting: Setting
    field: Field | None
    number: int
    total: int
    has_left_keyboard: bool = False
    given: Value = None
    is_resting: bool = False
    is_opening: bool = False

    @property
    def can_skip(self) -> bool:
        """Whether the question may stay unanswered."""
        return self.field is not None and not self.field.is_required

    @property
    def needs_a_person(self) -> bool:
        """Whether so many answers were missed that a person should be offered."""
        return self.draft.misses >= PATIENCE


@dataclass(frozen=True, slots=True)
class Done:
    """A conversation that reached its end: what its commit gave."""

    form: str
    result: object
    has_left_keyboard: bool = False


class Misread(InvalidAnswer):
    """An answer nobody could read, with the step that is still open."""

    def __init__(self, why: InvalidAnswer, step: Step) -> None:
        super().__init__(why.reason, why.value, why.low, why.high)
        self.step = step


class Refused(Refusal):
    """What was answered cannot be done: ``why``, with the ``step`` to mend it at."""

    def __init__(self, why: Refusal, step: Step) -> None:
        super().__init__(why)
        self.why = why
        self.step = step


_forms: dict[str, Form] = {}
_kept: set[str] = set()


def register(form: Form, *, is_kept: bool = False) -> Form:
    """Make a form known by its name; a draft of one that ``is_kept`` waits while another conversation goes on."""
    _forms[form.name] = form
    if is_kept:
        _kept.add(form.name)
    return form


def known() -> frozenset[str]:
    """The names of all forms."""
    return frozenset(_forms)


async def begin(tx: Transaction, actor: Actor, draft: Draft, *, now: datetime) -> Step:
    """Start a conversation in place of another one, or take it up where it was left."""
    earlier = await dialogs.get(tx, actor.id)
    known = earlier if earlier and (earlier.form, earlier.subject) == (draft.form, draft.subject) else None
    if not (known := known or await dialogs.take_up(tx, actor.id, draft.form, draft.subject)):
        return await restart(tx, actor, draft, now=now)
    opened = replace(known, is_paused=False, misses=0)
    setting = await _forms[draft.form].load(tx, actor, opened, now=now)
    return await _put(tx, actor, earlier, forms.adopt(opened, setting.fields, setting.version), setting, now)


async def restart(tx: Transaction, actor: Actor, draft: Draft, *, now: datetime) -> Step:
    """Start a conversation anew, whatever was under way, at the draft's step or else at its first open question."""
    earlier = await dialogs.get(tx, actor.id)
    setting = await _forms[draft.form].load(tx, actor, draft, now=now)
    draft = replace(draft, version=setting.version)
    draft = draft if draft.step else forms.begin(draft, setting.fields)
    return await _put(tx, actor, earlier, draft, setting, now)


async def _put(tx: Transaction, actor: Actor, was: Draft | None, draft: Draft, setting: Setting, now: datetime) -> Step:
    """Open a conversation in place of an earlier one, which waits behind it when it is of a kind that is kept."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    has_left = was is not None and await has_keyboard(tx, actor, was, now=now)
    if was and was.form in _kept and (was.form, was.subject) != (draft.form, draft.subject):
        await dialogs.put_aside(tx, actor.id)
    draft = _standing(replace(draft, revision=was.revision + 1 if was else 0), setting)
    await dialogs.put(tx, actor.id, draft, now)
    has_left = has_left and not _is_phone(forms.current(draft, setting.fields))
    return replace(_step(draft, setting), has_left_keyboard=has_left, is_opening=True)


async def has_keyboard(tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> bool:
    """Whether the draft stands at a question with a keyboard of its own; in doubt it does."""
    if draft.is_paused:
        return False
    try:
        setting = await _forms[draft.form].load(tx, actor, draft, now=now)
    except Refusal:
        return True
    return _is_phone(forms.current(draft, setting.fields))


async def is_resting(tx: Reader, actor: Actor, *, now: datetime) -> bool:
    """Whether nobody moved the conversation for so long that words are hardly meant for it."""
    since = await dialogs.changed_at(tx, actor.id)
    return since is not None and now - since > RESTS


async def present(db: Database, actor: Actor, *, now: datetime) -> Step | None:
    """The conversation under way; None when there is none or it was left for later."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        draft = await dialogs.get(tx, actor.id)
        if draft is None or draft.is_paused:
            return None
        setting = await _forms[draft.form].load(tx, actor, draft, now=now)
        step = _step(_standing(forms.adopt(draft, setting.fields, setting.version), setting), setting)
        return replace(step, is_resting=await is_resting(tx, actor, now=now))


async def commit(db: Database, actor: Actor, revision: int, *, now: datetime) -> Done:
    """Do what the conversation was for and end it, in one transaction; raises Refused where it can be mended."""
    async with _ending(db, actor.id, now) as tx:
        draft, setting = await _under_way(tx, actor, revision, now=now)
        if draft.step != SUMMARY:
            raise StaleStep
        return await _done(tx, actor, draft, setting, now=now)


@asynccontextmanager
async def _ending(db: Database, person: int, now: datetime) -> AsyncIterator[Transaction]:
    """A transaction that may end a conversation; when that is refused, only the way back to the question is kept."""
    try:
        async with db.transaction() as tx:
            yield tx
    except Refused as refused:
        async with db.transaction() as tx:
            await dialogs.put(tx, person, refused.step.draft, now)
        raise


async def _done(tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> Done:
    try:
        result = await _forms[draft.form].commit(tx, actor, draft, setting, now=now)
    except Refusal as why:
        if setting.refused_at is None:
            raise
        key = setting.refused_at(why, forms.visible(setting.fields, draft.answers))
        back_at = forms.change(draft, key) if setting.has_summary else forms.reopened(draft, key)
        raise Refused(why, _step(back_at, setting)) from why
    await dialogs.remove(tx, actor.id)
    return Done(draft.form, result)


async def answer(db: Database, actor: Actor, revision: int | None, read: Answering, *, now: datetime) -> Step | Done:
    """Answer the present question, or end a conversation by it; raises Misread, Refused and StaleStep."""
    async with _ending(db, actor.id, now) as tx:
        draft, setting = await _under_way(tx, actor, revision, now=now)
        draft = _standing(draft, setting)
        field = forms.current(draft, setting.fields)
        if field is None and revision is not None:
            raise StaleStep
        try:
            if field is None:
                raise InvalidAnswer("summary", "")
            moved, miss = await read(tx, draft, field, setting.fields), None
        except InvalidAnswer as why:
            moved, miss = forms.missed(draft), why
        else:
            await _forms[draft.form].answered(tx, actor, draft.step, now=now)
            if setting.follows_answers:
                setting = await _forms[draft.form].load(tx, actor, moved, now=now)
                moved = forms.begin(moved, setting.fields)
        if miss is None and moved.step == SUMMARY and not setting.has_summary:
            done = await _done(tx, actor, moved, setting, now=now)
            return replace(done, has_left_keyboard=_is_phone(field))
        await dialogs.put(tx, actor.id, moved, now)
    step = _left(_step(moved, setting), field)
    if miss:
        raise Misread(miss, step)
    return step


async def move(db: Database, actor: Actor, revision: int | None, turn: Moving, *, now: datetime) -> Step:
    """Go to another question of the conversation; raises StaleStep."""
    async with db.transaction() as tx:
        draft, setting = await _under_way(tx, actor, revision, now=now)
        moved = _standing(turn(draft, setting.fields), setting)
        await dialogs.put(tx, actor.id, moved, now)
    return _left(_step(moved, setting), forms.current(draft, setting.fields))


def _left(step: Step, before: Field | None) -> Step:
    """The step after that of a field, which may have had a keyboard of its own."""
    if before is None or not _is_phone(before) or _is_phone(step.field):
        return step
    return replace(step, has_left_keyboard=True, given=step.draft.answers.get(before.key))


def _is_phone(field: Field | None) -> bool:
    return field is not None and field.kind is Kind.PHONE


def _standing(draft: Draft, setting: Setting) -> Draft:
    """The draft at a question where the form has no summary, or has none any more."""
    if draft.step != SUMMARY or setting.has_summary:
        return draft
    return forms.reopened(draft, forms.visible(setting.fields, draft.answers)[-1].key)


async def _under_way(tx: Reader, actor: Actor, revision: int | None, *, now: datetime) -> tuple[Draft, Setting]:
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    draft = await dialogs.get(tx, actor.id)
    if draft is None:
        raise NoDialog
    if revision is not None and revision != draft.revision:
        raise StaleStep
    setting = await _forms[draft.form].load(tx, actor, draft, now=now)
    if setting.version != draft.version:
        draft = forms.adopt(draft, setting.fields, setting.version)
    return replace(draft, is_paused=False), setting


def _step(draft: Draft, setting: Setting) -> Step:
    number, total = forms.progress(draft, setting.fields)
    return Step(draft, setting, forms.current(draft, setting.fields), number, total - (not setting.has_summary))
