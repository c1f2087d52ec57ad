"""Conversations as data: fields to fill in, a draft that moves through them, pure and versioned.

A form is a tuple of fields. A draft holds the answers so far and the step it stands at. Every function here takes
a draft and gives the next one; nothing is remembered anywhere else, so a draft can be stored after every step.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.domain.localized import Localized

Value = str | int | bool | list[str] | None
"""What an answer can be; None is skipped. It survives JSON unchanged."""

SUMMARY = "summary"
"""The step after the last field: everything is shown before the one commit."""

DOUBT = "_doubt"
"""The note of a question asked back at the present step."""


ASKED = "_asked"
"""The note that a question is expected before the answer to the present step: since when."""


class Kind(StrEnum):
    """What a field asks for; says how an answer is read and which buttons help."""

    NOTICE = "notice"
    NAME = "name"
    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    DATE = "date"
    PHONE = "phone"
    EMAIL = "email"
    GMINA = "gmina"
    ORGANISATION = "organisation"
    GROUP = "group"
    OWN = "own"
    """Read by the form itself, which says how."""


@dataclass(frozen=True, slots=True)
class Condition:
    """The field is asked only when the answer to ``key`` is one of ``values``; none given: when there is an answer."""

    key: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One question. ``text`` and ``options`` are content; fields of the bot itself are worded by screens.

    ``low`` and ``high`` bound a number; ``high`` bounds the characters of a text too, whose lines then stay as they
    were typed; ``offered`` is an answer the bot already knows and puts on a button. ``suggested`` are several of
    them, read as if they were typed and worded by screens; an empty one says that there is none. What ``follows``
    another field is asked again when that one is answered differently.
    """

    key: str
    kind: Kind
    text: Localized | None = None
    options: tuple[Localized, ...] = ()
    is_required: bool = True
    condition: Condition | None = None
    low: int | None = None
    high: int | None = None
    offered: str | None = None
    suggested: tuple[str, ...] = ()
    follows: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A conversation under way: ``subject`` is what it is about, ``revision`` grows with every move."""

    form: str
    version: int
    subject: int
    step: str
    answers: Mapping[str, Value] = field(default_factory=dict)
    is_changing: bool = False
    is_paused: bool = False
    misses: int = 0
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """An answer that may mean several things: what was typed, and the ``candidates``, each a value and its name.

    Without candidates it is something new, and what it is has to be said.
    """

    typed: str
    candidates: tuple[tuple[str, str], ...] = ()


def visible(fields: Sequence[Field], answers: Mapping[str, Value]) -> tuple[Field, ...]:
    """The fields whose condition holds, in order."""
    return tuple(f for f in fields if f.condition is None or _holds(f.condition, answers))


def _holds(condition: Condition, answers: Mapping[str, Value]) -> bool:
    answer = answers.get(condition.key)
    if not condition.values:
        return answer is not None
    if isinstance(answer, list):
        return any(value in answer for value in condition.values)
    return answer in condition.values


def begin(draft: Draft, fields: Sequence[Field]) -> Draft:
    """The draft at its first open question."""
    return _moved(draft, _open(fields, draft.answers))


def current(draft: Draft, fields: Sequence[Field]) -> Field | None:
    """The field the draft stands at, None at the summary."""
    return next((f for f in visible(fields, draft.answers) if f.key == draft.step), None)


def progress(draft: Draft, fields: Sequence[Field]) -> tuple[int, int]:
    """Which step of how many, the summary being the last, counted from 1."""
    keys = [f.key for f in visible(fields, draft.answers)] + [SUMMARY]
    return (keys.index(draft.step) + 1 if draft.step in keys else len(keys)), len(keys)


def answer(draft: Draft, fields: Sequence[Field], value: Value) -> Draft:
    """The draft with the present question answered, at the next open one."""
    is_other = draft.answers.get(draft.step) != value
    outdated = {f.key for f in fields if is_other and f.follows == draft.step}
    answers = {key: given for key, given in draft.answers.items() if key not in outdated} | {draft.step: value}
    hidden = {f.key for f in fields} - {f.key for f in visible(fields, answers)}
    kept = {key: given for key, given in answers.items() if key not in hidden}
    return _moved(replace(draft, answers=kept), _open(fields, kept))


def answer_beside(draft: Draft, fields: Sequence[Field], key: str, value: Value) -> Draft:
    """The draft with another question answered, too, at the next open one."""
    return answer(replace(draft, step=key), fields, value)


def toggled(draft: Draft, option: str) -> Draft:
    """The draft with one of several choices taken or left; the question stays open."""
    chosen = draft.answers.get(draft.step)
    before = chosen if isinstance(chosen, list) else []
    after = [one for one in before if one != option] if option in before else [*before, option]
    return replace(draft, answers={**draft.answers, draft.step: after}, revision=draft.revision + 1)


def doubted(draft: Draft, doubt: Doubt) -> Draft:
    """The draft with a question asked back; the step stays."""
    note = [doubt.typed, *(part for candidate in doubt.candidates for part in candidate)]
    return replace(draft, answers={**draft.answers, DOUBT: note}, misses=0, revision=draft.revision + 1)


def doubt(draft: Draft) -> Doubt | None:
    """The question asked back at the present step, None without one."""
    note = draft.answers.get(DOUBT)
    if not isinstance(note, list) or not note:
        return None
    return Doubt(note[0], tuple(zip(note[1::2], note[2::2], strict=True)))


def missed(draft: Draft) -> Draft:
    """The draft after an answer nobody could read; the step stays."""
    return replace(draft, misses=draft.misses + 1)


def back(draft: Draft, fields: Sequence[Field]) -> Draft:
    """The draft one step earlier; at the first step, or while changing one answer, where it came from.

    From a question asked back it is the question itself.
    """
    if DOUBT in draft.answers:
        return replace(_moved(draft, draft.step), is_changing=draft.is_changing)
    if draft.is_changing:
        return _moved(draft, SUMMARY)
    keys = [f.key for f in visible(fields, draft.answers)] + [SUMMARY]
    here = keys.index(draft.step) if draft.step in keys else len(keys) - 1
    return _moved(draft, keys[max(0, here - 1)])


def change(draft: Draft, key: str) -> Draft:
    """The draft at ``key``, from where the answer leads back to the summary."""
    return replace(_moved(draft, key), is_changing=True)


def reopened(draft: Draft, key: str) -> Draft:
    """The draft back at ``key``, whose answer is taken away."""
    answers = {name: value for name, value in draft.answers.items() if name != key}
    return _moved(replace(draft, answers=answers), key)


def adopt(draft: Draft, fields: Sequence[Field], version: int) -> Draft:
    """The draft for a form that has been changed since: answers that still have a question stay.

    Choices are kept by their number, which may mean something else by now, so they are asked anew.
    Keys that begin with ``_`` are notes of the form itself, not answers, and stay too.
    """
    keys = {f.key for f in fields if version == draft.version or f.kind not in {Kind.CHOICE, Kind.CHOICES}}
    kept = {key: value for key, value in draft.answers.items() if key in keys or key.startswith("_")}
    step = draft.step if draft.step in {f.key for f in fields} else _open(fields, kept)
    return replace(draft, answers=kept, version=version, step=step)


def _open(fields: Sequence[Field], answers: Mapping[str, Value]) -> str:
    return next((f.key for f in visible(fields, answers) if f.key not in answers), SUMMARY)


def _moved(draft: Draft, step: str) -> Draft:
    answers = {key: value for key, value in draft.answers.items() if key not in {DOUBT, ASKED}}
    return replace(draft, answers=answers, step=step, is_changing=False, misses=0, revision=draft.revision + 1)
