"""The words of forms beside the sign-up, each made known by the screens of its feature."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.forms import Field
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
    """A form: the button that commits it, and what its summary shows under the title of the step."""

    commit: Callable[[Translator], Html]
    summary: Callable[[Step, Translator], Html]


_fields: dict[str, FieldWords] = {}
_forms: dict[str, FormWords] = {}


def field(key: str, words: FieldWords) -> None:
    """Make the words of a field known; its key has to be its own among all forms."""
    _fields[key] = words


def form(name: str, words: FormWords) -> None:
    """Make the words of a form known by its name."""
    _forms[name] = words


def of_field(key: str) -> FieldWords | None:
    """The words of a field, None for one that other screens word."""
    return _fields.get(key)


def of_form(name: str) -> FormWords | None:
    """The words of a form, None for one that other screens word."""
    return _forms.get(name)
