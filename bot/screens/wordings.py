"""The words of forms and refusals beside the sign-up's, each made known by the screens of its feature."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.domain.forms import Field
from bot.domain.refusals import InvalidAnswer, Refusal
from bot.screens.screen import Button, Row
from bot.services.dialogs import Step
from bot.texts import Html, Translator


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field of the bot itself: what it is called, what is asked, what its options are called."""

    label: Callable[[Translator], Html]
    prompt: Callable[[Step, Translator], Html]
    options: Callable[[Field, Translator], list[Html]] | None = None


@dataclass(frozen=True, slots=True)
class FormWords:
    """A form: the button that commits it, and what its summary shows under the title of the step.

    ``way_out`` leaves it for where it was begun, in place of stopping it with the answers kept.
    """

    commit: Callable[[Translator], Html]
    summary: Callable[[Step, Translator], Html]
    way_out: Callable[[Step, Translator], Button] | None = None


R = TypeVar("R", bound=Refusal)


@dataclass(frozen=True, slots=True)
class RefusalWords(Generic[R]):
    """A refusal: why something is not done, and the button or buttons to what can be done instead."""

    words: Callable[[R, Translator], Html]
    way_on: Callable[[R, Translator], Button | Row] | None = None


ReasonWords = Callable[[InvalidAnswer, Translator], Html]
"""Why an answer could not be read, with an example of one that can."""

_fields: dict[str, FieldWords] = {}
_reasons: dict[str, ReasonWords] = {}
_forms: dict[str, FormWords] = {}
_refusals: dict[type[Refusal], RefusalWords[Refusal]] = {}


def field(key: str, words: FieldWords) -> None:
    """Make the words of a field known; its key has to be its own among all forms."""
    _fields[key] = words


def reason(name: str, words: ReasonWords) -> None:
    """Make the words of a reason why an answer could not be read known."""
    _reasons[name] = words


def of_reason(name: str) -> ReasonWords | None:
    """The words of such a reason, None for one that other screens word."""
    return _reasons.get(name)


def form(name: str, words: FormWords) -> None:
    """Make the words of a form known by its name."""
    _forms[name] = words


def refusal(kind: type[R], words: RefusalWords[R]) -> None:
    """Make the words of a refusal known."""
    said, way_on = words.words, words.way_on
    _refusals[kind] = RefusalWords(
        lambda found, t: said(_known(found, kind), t),
        (lambda found, t: way_on(_known(found, kind), t)) if way_on else None,
    )


def _known(found: Refusal, kind: type[R]) -> R:
    assert isinstance(found, kind)  # noqa: S101 - the words were found by it
    return found


def of_refusal(kind: type[Refusal]) -> RefusalWords[Refusal] | None:
    """The words of a refusal, None for one that other screens word."""
    return _refusals.get(kind)


def of_field(key: str) -> FieldWords | None:
    """The words of a field, None for one that other screens word; what follows a colon in a key is its form's own."""
    return _fields.get(key.partition(":")[0])


def of_form(name: str) -> FormWords | None:
    """The words of a form, None for one that other screens word."""
    return _forms.get(name)
