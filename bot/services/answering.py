"""What an answer does to a draft: typed or pressed; some kinds look into the store, and may ask back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.domain import forms
from bot.domain.forms import Doubt, Draft, Field, Kind, Value
from bot.domain.organisations import Chosen
from bot.domain.refusals import InvalidAnswer
from bot.services import organisations, reading
from bot.store.database import Reader

Own = Callable[[Draft, str, datetime], Value]
"""How a form reads an answer of its own: the draft so far, what was typed, now. Raises InvalidAnswer."""

_own: dict[str, Own] = {}
_beside: dict[str, Own] = {}


def own(key: str, reader: Own, *, beside: Own | None = None) -> None:
    """Read the fields of this key, which are of the kind ``own``, with ``reader``.

    ``beside`` reads the answer to the field that follows it, None when nothing was typed for that one.
    """
    _own[key] = reader
    if beside:
        _beside[key] = beside


async def typed(
    tx: Reader, draft: Draft, field: Field, fields: tuple[Field, ...], words: str, *, now: datetime
) -> Draft:
    """The draft after words; raises InvalidAnswer. Whoever answers anew did not mean what was found before."""
    if field.kind is Kind.OWN:
        return _read(draft, field, fields, words.strip(), now)
    read = reading.read(field, words)
    if field.kind is not Kind.ORGANISATION or read is None:
        return forms.answer(draft, fields, read)
    return _settled(draft, fields, await organisations.look_up(tx, str(read), is_sure=field.key not in draft.answers))


def _read(draft: Draft, field: Field, fields: tuple[Field, ...], words: str, now: datetime) -> Draft:
    answered = forms.answer(draft, fields, _own[field.key](draft, words, now))
    beside = _beside[field.key](draft, words, now) if field.key in _beside else None
    following = next((one.key for one in fields if one.follows == field.key), None)
    return answered if beside is None or following is None else forms.answer_beside(answered, fields, following, beside)


async def pressed(
    tx: Reader, draft: Draft, field: Field, fields: tuple[Field, ...], value: str, *, now: datetime
) -> Draft:
    """The draft after a button; raises InvalidAnswer."""
    if field.suggested:
        return await _suggested(tx, draft, field, fields, value, now)
    match field.kind:
        case Kind.CHOICES:
            return _several(draft, field, fields, value)
        case Kind.ORGANISATION:
            return _settled(draft, fields, await organisations.pressed(tx, field, forms.doubt(draft), value))
        case _:
            return forms.answer(draft, fields, reading.pressed(field, value))


async def _suggested(
    tx: Reader, draft: Draft, field: Field, fields: tuple[Field, ...], value: str, now: datetime
) -> Draft:
    if not value.isdecimal() or int(value) >= len(field.suggested):
        raise InvalidAnswer("button", value)
    words = field.suggested[int(value)]
    return await typed(tx, draft, field, fields, words, now=now) if words else forms.answer(draft, fields, "")


def _several(draft: Draft, field: Field, fields: tuple[Field, ...], value: str) -> Draft:
    if value != "done":
        return forms.toggled(draft, str(reading.pressed(replace(field, kind=Kind.CHOICE), value)))
    chosen = draft.answers.get(field.key)
    if not chosen and field.is_required:
        raise InvalidAnswer("choices_empty", "")
    return forms.answer(draft, fields, chosen or [])


def _settled(draft: Draft, fields: tuple[Field, ...], found: Chosen | Doubt) -> Draft:
    return forms.doubted(draft, found) if isinstance(found, Doubt) else forms.answer(draft, fields, found.value())
