"""Conversations: one draft a person, moved one step at a time, stored with whatever the step causes."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.domain import access, forms
from bot.domain.access import Permission
from bot.domain.forms import SUMMARY, Draft, Field
from bot.domain.people import Actor
from bot.domain.prospects import Prospect
from bot.domain.refusals import InvalidAnswer, NoDialog, Refusal, StaleStep
from bot.services import answering
from bot.store import dialogs
from bot.store.database import Database, Reader, Transaction

Answering = Callable[[Reader, Draft, Field, tuple[Field, ...]], Awaitable[Draft]]
Moving = Callable[[Draft, tuple[Field, ...]], Draft]
Asked = Callable[[Refusal, tuple[Field, ...]], str]
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
    """Where a conversation stands; ``field`` is None at the summary."""

    draft: Draft
    setting: Setting
    field: Field | None
    number: int
    total: int

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


def register(form: Form) -> Form:
    """Make a form known by its name."""
    _forms[form.name] = form
    return form


def known() -> frozenset[str]:
    """The names of all forms."""
    return frozenset(_forms)


async def begin(tx: Transaction, actor: Actor, draft: Draft, *, now: datetime) -> Step:
    """Start a conversation in place of another one, or take it up where it was left."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    earlier = await dialogs.get(tx, actor.id)
    if earlier and (earlier.form, earlier.subject) == (draft.form, draft.subject):
        draft = replace(earlier, is_paused=False, revision=earlier.revision + 1)
        setting = await _forms[draft.form].load(tx, actor, draft, now=now)
        draft = _standing(forms.adopt(draft, setting.fields, setting.version), setting)
    else:
        draft = replace(draft, revision=earlier.revision + 1 if earlier else 0)
        setting = await _forms[draft.form].load(tx, actor, draft, now=now)
        draft = forms.begin(replace(draft, version=setting.version), setting.fields)
    await dialogs.put(tx, actor.id, draft, now)
    return _step(draft, setting)


async def restart(tx: Transaction, actor: Actor, draft: Draft, *, now: datetime) -> Step:
    """Start a conversation anew, whatever was under way, at the draft's step or else at its first open question."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    earlier = await dialogs.get(tx, actor.id)
    draft = replace(draft, revision=earlier.revision + 1 if earlier else 0)
    setting = await _forms[draft.form].load(tx, actor, draft, now=now)
    draft = replace(draft, version=setting.version)
    draft = draft if draft.step else forms.begin(draft, setting.fields)
    await dialogs.put(tx, actor.id, draft, now)
    return _step(draft, setting)


async def present(db: Database, actor: Actor, *, now: datetime) -> Step | None:
    """The conversation under way, paused or not; None when there is none."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        draft = await dialogs.get(tx, actor.id)
        if draft is None:
            return None
        setting = await _forms[draft.form].load(tx, actor, draft, now=now)
    return _step(_standing(forms.adopt(draft, setting.fields, setting.version), setting), setting)


async def type_in(db: Database, actor: Actor, typed: str, *, now: datetime) -> Step | Done:
    """Answer the present question with words; raises Misread, and Refused by an answer that ends it and cannot."""

    async def move(tx: Reader, draft: Draft, field: Field, fields: tuple[Field, ...]) -> Draft:
        return await answering.typed(tx, draft, field, fields, typed, now=now)

    return await _answer(db, actor, None, move, now=now)


async def press(db: Database, actor: Actor, revision: int, value: str, *, now: datetime) -> Step | Done:
    """Answer the present question with a button; raises StaleStep when it belongs to another step."""

    async def move(tx: Reader, draft: Draft, field: Field, fields: tuple[Field, ...]) -> Draft:
        return await answering.pressed(tx, draft, field, fields, value, now=now)

    return await _answer(db, actor, revision, move, now=now)


async def skip(db: Database, actor: Actor, revision: int | None, *, now: datetime) -> Step | Done:
    """Leave the present question open, if it may be."""

    async def move(_tx: Reader, draft: Draft, field: Field, fields: tuple[Field, ...]) -> Draft:
        if field.is_required:
            raise InvalidAnswer("required", "")
        return forms.answer(draft, fields, None)

    return await _answer(db, actor, revision, move, now=now)


async def back(db: Database, actor: Actor, revision: int | None, *, now: datetime) -> Step:
    """One question back."""
    return await _move(db, actor, revision, forms.back, now=now)


async def change(db: Database, actor: Actor, revision: int, index: int, *, now: datetime) -> Step:
    """From the summary to the ``index``-th visible question, and back to the summary with its answer."""

    def move(draft: Draft, fields: tuple[Field, ...]) -> Draft:
        shown = forms.visible(fields, draft.answers)
        if not 0 <= index < len(shown):
            raise StaleStep
        return forms.change(draft, shown[index].key)

    return await _move(db, actor, revision, move, now=now)


async def resume(db: Database, actor: Actor, *, now: datetime) -> Step:
    """Take a paused conversation up again where it was left."""
    return await _move(db, actor, None, lambda draft, _: replace(draft, revision=draft.revision + 1), now=now)


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


async def _answer(db: Database, actor: Actor, revision: int | None, move: Answering, *, now: datetime) -> Step | Done:
    async with _ending(db, actor.id, now) as tx:
        draft, setting = await _under_way(tx, actor, revision, now=now)
        draft = _standing(draft, setting)
        field = forms.current(draft, setting.fields)
        if field is None:
            raise StaleStep
        try:
            moved = await move(tx, draft, field, setting.fields)
            miss = None
        except InvalidAnswer as why:
            moved, miss = forms.missed(draft), why
        else:
            await _forms[draft.form].answered(tx, actor, field.key, now=now)
            if setting.follows_answers:
                setting = await _forms[draft.form].load(tx, actor, moved, now=now)
                moved = forms.begin(moved, setting.fields)
        if moved.step == SUMMARY and not setting.has_summary:
            return await _done(tx, actor, moved, setting, now=now)
        await dialogs.put(tx, actor.id, moved, now)
    step = _step(moved, setting)
    if miss:
        raise Misread(miss, step)
    return step


async def _move(db: Database, actor: Actor, revision: int | None, move: Moving, *, now: datetime) -> Step:
    async with db.transaction() as tx:
        draft, setting = await _under_way(tx, actor, revision, now=now)
        moved = _standing(move(draft, setting.fields), setting)
        await dialogs.put(tx, actor.id, moved, now)
    return _step(moved, setting)


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
