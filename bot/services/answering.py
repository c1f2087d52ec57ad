"""What an answer does to a draft: typed or pressed; some kinds look into the store, and may ask back."""

from dataclasses import replace

from bot.domain import forms
from bot.domain.forms import Doubt, Draft, Field, Kind
from bot.domain.organisations import Chosen
from bot.domain.refusals import InvalidAnswer
from bot.services import organisations, reading
from bot.store.database import Reader


async def typed(tx: Reader, draft: Draft, field: Field, fields: tuple[Field, ...], words: str) -> Draft:
    """The draft after words; raises InvalidAnswer. Whoever answers anew did not mean what was found before."""
    read = reading.read(field, words)
    if field.kind is not Kind.ORGANISATION:
        return forms.answer(draft, fields, read)
    return _settled(draft, fields, await organisations.look_up(tx, str(read), is_sure=field.key not in draft.answers))


async def pressed(tx: Reader, draft: Draft, field: Field, fields: tuple[Field, ...], value: str) -> Draft:
    """The draft after a button; raises InvalidAnswer."""
    match field.kind:
        case Kind.CHOICES:
            return _several(draft, field, fields, value)
        case Kind.ORGANISATION:
            return _settled(draft, fields, await organisations.pressed(tx, field, forms.doubt(draft), value))
        case _:
            return forms.answer(draft, fields, reading.pressed(field, value))


def _several(draft: Draft, field: Field, fields: tuple[Field, ...], value: str) -> Draft:
    if value != "done":
        return forms.toggled(draft, str(reading.pressed(replace(field, kind=Kind.CHOICE), value)))
    chosen = draft.answers.get(field.key)
    if not chosen and field.is_required:
        raise InvalidAnswer("choices_empty", "")
    return forms.answer(draft, fields, chosen or [])


def _settled(draft: Draft, fields: tuple[Field, ...], found: Chosen | Doubt) -> Draft:
    return forms.doubted(draft, found) if isinstance(found, Doubt) else forms.answer(draft, fields, found.value())
