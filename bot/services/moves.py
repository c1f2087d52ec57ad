"""What somebody does at a step of a conversation: answers, leaves open, goes back, changes, goes on."""

from dataclasses import replace
from datetime import datetime

from bot.domain import forms
from bot.domain.forms import Draft, Field
from bot.domain.people import Actor
from bot.domain.refusals import InvalidAnswer, StaleStep
from bot.services import answering, dialogs
from bot.services.dialogs import Done, Step
from bot.store.database import Database, Reader


async def type_in(db: Database, actor: Actor, typed: str, *, now: datetime) -> Step | Done:
    """Answer the present question with words; raises Misread, and Refused by an answer that ends it and cannot."""

    async def turn(tx: Reader, draft: Draft, field: Field, fields: tuple[Field, ...]) -> Draft:
        return await answering.typed(tx, draft, field, fields, typed, now=now)

    return await dialogs.answer(db, actor, None, turn, now=now)


async def press(db: Database, actor: Actor, revision: int, value: str, *, now: datetime) -> Step | Done:
    """Answer the present question with a button; raises StaleStep when it belongs to another step."""

    async def turn(tx: Reader, draft: Draft, field: Field, fields: tuple[Field, ...]) -> Draft:
        return await answering.pressed(tx, draft, field, fields, value, now=now)

    return await dialogs.answer(db, actor, revision, turn, now=now)


async def skip(db: Database, actor: Actor, revision: int | None, *, now: datetime) -> Step | Done:
    """Leave the present question open, if it may be."""

    async def turn(_tx: Reader, draft: Draft, field: Field, fields: tuple[Field, ...]) -> Draft:
        if field.is_required:
            raise InvalidAnswer("required", "")
        return forms.answer(draft, fields, None)

    return await dialogs.answer(db, actor, revision, turn, now=now)


async def back(db: Database, actor: Actor, revision: int | None, *, now: datetime) -> Step:
    """One question back."""
    return await dialogs.move(db, actor, revision, forms.back, now=now)


async def change(db: Database, actor: Actor, revision: int, index: int, *, now: datetime) -> Step:
    """From the summary to the ``index``-th visible question, and back to the summary with its answer."""

    def turn(draft: Draft, fields: tuple[Field, ...]) -> Draft:
        shown = forms.visible(fields, draft.answers)
        if not 0 <= index < len(shown):
            raise StaleStep
        return forms.change(draft, shown[index].key)

    return await dialogs.move(db, actor, revision, turn, now=now)


async def resume(db: Database, actor: Actor, *, now: datetime) -> Step:
    """Take a paused conversation up again where it was left."""
    step = await dialogs.move(db, actor, None, lambda draft, _: replace(draft, revision=draft.revision + 1), now=now)
    return replace(step, is_opening=True)
