"""Files of events, read and checked: for import and for the sandbox."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from bot.content.event_models import (
    CHOOSING,
    Code,
    EventSpec,
    GroupSpec,
    QuestionSpec,
    QuotaSpec,
    SessionSpec,
    Strict,
    number_of,
)
from bot.content.problems import ContentError, Problem, problems_of
from bot.domain.localized import Localized

LONGEST = {"title": 100, "description": 2000, "accessibility": 300, "place": 100, "address": 150}
"""Characters that fit into Telegram's messages and buttons together with everything around them."""
LONGEST_QUESTION = 150
LONGEST_OPTION = 50


class Guest(Strict):
    """Somebody who is signed up already, in the sandbox: ``event`` is a code, ``group`` counts from 0."""

    event: Code
    names: tuple[str, ...]
    group: int | None = None
    answers: Mapping[str, str | int | bool] = Field(default_factory=dict)


class CalendarFile(Strict):
    """A file of events; ``guest`` and ``sample`` are for the sandbox."""

    event: tuple[EventSpec, ...] = ()
    quota: tuple[QuotaSpec, ...] = ()
    guest: tuple[Guest, ...] = ()
    sample: bool = False


def read_calendar(path: Path, projects: frozenset[str]) -> CalendarFile:
    """The events of a TOML file. Raises ContentError with every problem, one sentence each."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ContentError([Problem(path.name, "", f"cannot be read: {error.strerror}")]) from error
    except UnicodeDecodeError as error:
        raise ContentError([Problem(path.name, "", "is not text in UTF-8; save it as UTF-8")]) from error
    except tomllib.TOMLDecodeError as error:
        raise ContentError([Problem(path.name, "", f"is not valid TOML: {error}")]) from error
    try:
        found = CalendarFile.model_validate(raw)
    except ValidationError as error:
        parts: dict[str, type[BaseModel]] = {
            "event": EventSpec,
            "groups": GroupSpec,
            "questions": QuestionSpec,
            "sessions": SessionSpec,
            "quota": QuotaSpec,
            "guest": Guest,
        }
        raise ContentError(problems_of(error, path.name, CalendarFile, parts)) from error
    problems = [
        problem for number, spec in enumerate(found.event) for problem in _lint(path.name, number, spec, projects)
    ]
    codes = [spec.code.casefold() for spec in found.event]
    problems += [
        Problem(path.name, f"event[{number}].code", f"is used twice: {spec.code}")
        for number, spec in enumerate(found.event)
        if spec.code.casefold() in codes[:number]
    ]
    problems += list(_lint_quotas(path.name, found))
    if problems:
        raise ContentError(problems)
    return found


def _lint_quotas(file: str, calendar: CalendarFile) -> Iterator[Problem]:
    known = {(quota.project, quota.key) for quota in calendar.quota}
    for number, spec in enumerate(calendar.event):
        for index, group in enumerate(spec.groups):
            if group.quota and (spec.project, group.quota) not in known:
                place = f"event[{number}].groups[{index}].quota"
                yield Problem(file, place, f"is not a [[quota]] of {spec.project}: {group.quota}")


def _lint(file: str, number: int, spec: EventSpec, projects: frozenset[str]) -> list[Problem]:
    key = f"event[{number}]"
    found = []
    if spec.project not in projects:
        found.append(
            Problem(
                file, f"{key}.project", f"is not a project: {spec.project}; known are {', '.join(sorted(projects))}"
            )
        )
    return found + problems_of_event(file, key, spec)


def problems_of_event(file: str, key: str, spec: EventSpec) -> list[Problem]:
    """What is wrong with one event, wherever it was written: ``file`` and ``key`` name the place."""
    found = []
    if (spec.latitude is None) != (spec.longitude is None):
        found.append(Problem(file, key, "has only one of latitude and longitude; give both or none"))
    spans = [(key, spec.starts, spec.ends)] if spec.starts and spec.ends else []
    spans += [(f"{key}.sessions[{index}]", one.starts, one.ends) for index, one in enumerate(spec.sessions)]
    for place, starts, ends in spans:
        if ends.wall and starts.wall and ends.wall <= starts.wall:
            found.append(Problem(file, f"{place}.ends", f"is not after the start: {ends.wall}"))
        if ends.wall is None and not ends.span and ends.clock is None:
            found.append(Problem(file, f"{place}.ends", "is not after the start"))
    if spec.single_sessions and not spec.sessions:
        found.append(Problem(file, f"{key}.single_sessions", "needs sessions"))
    if spec.seats is not None and spec.minimum > spec.seats:
        found.append(Problem(file, f"{key}.minimum", f"is more than the seats: {spec.minimum} of {spec.seats}"))
    found += [
        Problem(file, f"{key}.{name}", f"is too long: {size} characters, {LONGEST[name]} fit")
        for name in LONGEST
        if (size := _size(getattr(spec, name))) > LONGEST[name]
    ]
    found += _lint_questions(file, key, spec.questions)
    return found


def _size(text: Localized | str | None) -> int:
    """The characters of a text, in the language that needs most."""
    if isinstance(text, Localized):
        return max(map(len, text.texts.values()))
    return len(text or "")


def _lint_questions(file: str, event: str, questions: Sequence[QuestionSpec]) -> Iterator[Problem]:
    earlier: dict[str, QuestionSpec] = {}
    for index, question in enumerate(questions):
        place, condition = f"{event}.questions[{index}]", question.condition
        if question.key in earlier:
            yield Problem(file, f"{place}.key", f"is used twice: {question.key}")
        if _size(question.text) > LONGEST_QUESTION:
            yield Problem(file, f"{place}.text", f"is too long: at most {LONGEST_QUESTION} characters fit")
        if any(_size(option) > LONGEST_OPTION for option in question.options):
            yield Problem(file, f"{place}.options", f"has a too long one: at most {LONGEST_OPTION} characters fit")
        if question.kind in CHOOSING and len(question.options) < 2:
            yield Problem(file, f"{place}.options", "needs at least two")
        if condition and condition.key not in earlier:
            yield Problem(file, f"{place}.condition.key", f"is not an earlier question: {condition.key}")
        elif condition and earlier[condition.key].kind in CHOOSING:
            for value in condition.values:
                if number_of(value, earlier[condition.key]) is None:
                    yield Problem(file, f"{place}.condition.values", f"is not an option of {condition.key}: {value}")
        earlier[question.key] = question
