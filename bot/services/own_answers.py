"""Answers to an event's own questions, with the questions as they were when they were asked."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.events import Event
from bot.domain.forms import Field, Kind, Value
from bot.domain.organisations import Chosen
from bot.domain.signups import SignUp
from bot.services import organisations
from bot.store import form_versions
from bot.store.database import Reader, Transaction

Given = tuple[Field, Value]
"""A question and its answer; None is an answer too: it was left open."""
CHOOSING = frozenset({Kind.CHOICE, Kind.CHOICES})


async def of(tx: Reader, event: Event, signup: SignUp) -> tuple[Given, ...]:
    """What was answered, in the order it was asked, each with the question the person read."""
    asked = await _asked(tx, event, signup)
    answers = signup.details.answers
    return tuple((field, answers[field.key]) for field in asked if field.key in answers)


async def carried(tx: Reader, event: Event, signup: SignUp) -> Mapping[str, Value]:
    """The answers that are answers to the present questions too; the others are asked anew."""
    if signup.form_version == event.form_version:
        return signup.details.answers
    before = {field.key: value for field, value in await of(tx, event, signup)}
    was = {field.key: field for field in await _asked(tx, event, signup)}
    return {
        field.key: _moved(before[field.key], was[field.key], field)
        for field in event.plan.questions
        if field.key in before and _fits(before[field.key], was[field.key], field)
    }


async def kept(tx: Transaction, event: Event, answers: Mapping[str, Value], *, now: datetime) -> Mapping[str, Value]:
    """Answers as a sign-up keeps them: an organisation by its number and its name."""
    kinds = {question.key: question.kind for question in event.plan.questions}
    named = {key: value for key, value in answers.items() if kinds.get(key) is Kind.ORGANISATION}
    bodies = {key: await organisations.keep(tx, value, now) for key, value in named.items()}
    return {**answers, **{key: Chosen(body.name, body.id).value() if body else None for key, body in bodies.items()}}


async def _asked(tx: Reader, event: Event, signup: SignUp) -> Sequence[Field]:
    if signup.form_version == event.form_version:
        return event.plan.questions
    return await form_versions.get(tx, event.id, signup.form_version) or event.plan.questions


def _fits(value: Value, was: Field, now: Field) -> bool:
    """Whether an answer to the question as it was can stand for the present one."""
    if was.kind is not now.kind or (value is None and now.is_required):
        return False
    if now.kind is Kind.NUMBER and isinstance(value, int):
        return (now.low is None or value >= now.low) and (now.high is None or value <= now.high)
    return now.kind not in CHOOSING or all(_option(one, was, now) is not None for one in _listed(value))


def _moved(value: Value, was: Field, now: Field) -> Value:
    """A choice is kept by its number, so it moves with its words."""
    if now.kind not in CHOOSING or value is None:
        return value
    numbers = [str(_option(one, was, now)) for one in _listed(value)]
    return numbers if isinstance(value, list) else numbers[0]


def _listed(value: Value) -> list[str]:
    return value if isinstance(value, list) else [] if value is None else [str(value)]


def _option(number: str, was: Field, now: Field) -> int | None:
    if not number.isdecimal() or int(number) >= len(was.options):
        return None
    words = was.options[int(number)]
    return next((i for i, option in enumerate(now.options) if option.in_("pl") == words.in_("pl")), None)
