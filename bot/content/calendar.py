"""Events as people write them in TOML, for import and for the sandbox."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, StringConstraints, ValidationError, field_validator

from bot.content.models import Text
from bot.content.moments import Moment, parse_moment
from bot.content.problems import ContentError, Problem, problems_of
from bot.domain import forms, schedule
from bot.domain.events import EventKind, Group, Plan
from bot.domain.forms import Condition, Kind
from bot.domain.localized import Localized

When = Annotated[Moment, PlainValidator(parse_moment)]
LONGEST = {"title": 100, "description": 2000, "accessibility": 300, "place": 100, "address": 150}
"""Characters that fit into Telegram's messages and buttons together with everything around them."""
LONGEST_QUESTION = 150
LONGEST_OPTION = 50
CHOOSING = frozenset({Kind.CHOICE, Kind.CHOICES})
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$")]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_]{1,30}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class GroupSpec(_Strict):
    """A quota within an event."""

    name: Text
    seats: int | None = Field(default=None, ge=1)
    minimum: int = Field(default=0, ge=0)


class ConditionSpec(_Strict):
    """When a question is asked: the answer to ``key`` is one of ``values``.

    A choice is named by its words or by its number, counted from 0; without values any answer will do.
    """

    key: Key
    values: tuple[str | int | bool, ...] = ()


class QuestionSpec(_Strict):
    """A question of an event's own."""

    key: Key
    kind: Kind
    text: Text
    options: tuple[Text, ...] = ()
    required: bool = True
    condition: ConditionSpec | None = None
    minimum: int | None = None
    maximum: int | None = None

    @field_validator("kind")
    @classmethod
    def _asked(cls, kind: Kind) -> Kind:
        if kind in {Kind.NOTICE, Kind.NAME, Kind.GROUP}:
            raise ValueError(f"is a kind only the bot itself asks: {kind}")
        return kind


class EventSpec(_Strict):
    """One ``[[event]]``."""

    code: Code
    project: str
    kind: EventKind
    title: Text
    description: Text | None = None
    starts: When
    ends: When
    place: str = ""
    address: str = ""
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    online: str = ""
    languages: tuple[str, ...] = ("pl",)
    accessibility: Text | None = None
    seats: int | None = Field(default=None, ge=1)
    minimum: int = Field(default=0, ge=0)
    companions: int = Field(default=0, ge=0, le=20)
    approval: bool = False
    opens: When | None = None
    closes: When | None = None
    cancel_until: When | None = None
    reminders: tuple[str, ...] = ("7d", "1d 18:00", "2h")
    called_off: bool = False
    groups: tuple[GroupSpec, ...] = ()
    questions: tuple[QuestionSpec, ...] = ()

    @field_validator("reminders")
    @classmethod
    def _offsets(cls, reminders: tuple[str, ...]) -> tuple[str, ...]:
        for reminder in reminders:
            if not schedule.is_offset(reminder):
                raise ValueError(f"holds {reminder}; write 7d, 1d 18:00 or 2h")
        return reminders

    def is_relative(self) -> bool:
        """Whether the start depends on when the file is read."""
        return self.starts.wall is None

    def plan(self, now: datetime, *, is_sample: bool) -> Plan:
        """The event's plan, spans counted from ``now``. Raises ContentError when it ends before it starts."""
        starts = self.starts.after(now)
        ends = self.ends.after(starts).astimezone(UTC)
        if ends <= starts:
            raise ContentError([Problem(f"event {self.code}", "ends", "is not after the start")])
        return Plan(
            code=self.code,
            project=self.project,
            kind=self.kind,
            title=self.title,
            description=self.description,
            starts_at=starts.astimezone(UTC),
            ends_at=ends,
            place=self.place,
            address=self.address,
            latitude=self.latitude,
            longitude=self.longitude,
            online_link=self.online,
            languages=self.languages,
            accessibility=self.accessibility,
            seats=self.seats,
            minimum=self.minimum,
            companions=self.companions,
            approval=self.approval,
            opens_at=_utc(self.opens, now) if self.opens else None,
            closes_at=_utc(self.closes, now) if self.closes else None,
            cancel_until=_utc(self.cancel_until, now) if self.cancel_until else None,
            reminders=self.reminders,
            questions=tuple(
                _question(question, {one.key: one for one in self.questions}) for question in self.questions
            ),
            is_sample=is_sample,
        )

    def quotas(self) -> tuple[Group, ...]:
        """The groups in order; their ids are given by the store."""
        return tuple(Group(0, group.name, group.seats, group.minimum) for group in self.groups)


class Guest(_Strict):
    """Somebody who is signed up already, in the sandbox: ``event`` is a code."""

    event: Code
    names: tuple[str, ...]


class CalendarFile(_Strict):
    """A file of events; ``guest`` and ``sample`` are for the sandbox."""

    event: tuple[EventSpec, ...] = ()
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
        parts: dict[str, type[BaseModel]] = {"event": EventSpec, "groups": GroupSpec, "questions": QuestionSpec}
        raise ContentError(problems_of(error, path.name, CalendarFile, {**parts, "guest": Guest})) from error
    problems = [
        problem for number, spec in enumerate(found.event) for problem in _lint(path.name, number, spec, projects)
    ]
    codes = [spec.code.casefold() for spec in found.event]
    problems += [
        Problem(path.name, f"event[{number}].code", f"is used twice: {spec.code}")
        for number, spec in enumerate(found.event)
        if spec.code.casefold() in codes[:number]
    ]
    if problems:
        raise ContentError(problems)
    return found


def _lint(file: str, number: int, spec: EventSpec, projects: frozenset[str]) -> list[Problem]:
    key = f"event[{number}]"
    found = []
    if spec.project not in projects:
        found.append(
            Problem(
                file, f"{key}.project", f"is not a project: {spec.project}; known are {', '.join(sorted(projects))}"
            )
        )
    if (spec.latitude is None) != (spec.longitude is None):
        found.append(Problem(file, key, "has only one of latitude and longitude; give both or none"))
    if spec.ends.wall and spec.starts.wall and spec.ends.wall <= spec.starts.wall:
        found.append(Problem(file, f"{key}.ends", f"is not after the start: {spec.ends.wall}"))
    if spec.ends.wall is None and not spec.ends.span and spec.ends.clock is None:
        found.append(Problem(file, f"{key}.ends", "is not after the start"))
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
            yield Problem(
                file, f"{place}.options", f"has a too long one: at most {LONGEST_OPTION} characters fit"
            )
        if question.kind in CHOOSING and len(question.options) < 2:
            yield Problem(file, f"{place}.options", "needs at least two")
        if condition and condition.key not in earlier:
            yield Problem(file, f"{place}.condition.key", f"is not an earlier question: {condition.key}")
        elif condition and earlier[condition.key].kind in CHOOSING:
            for value in condition.values:
                if _number_of(value, earlier[condition.key]) is None:
                    yield Problem(file, f"{place}.condition.values", f"is not an option of {condition.key}: {value}")
        earlier[question.key] = question


def _utc(moment: Moment, now: datetime) -> datetime:
    return moment.after(now).astimezone(UTC)


def _condition(spec: ConditionSpec, earlier: Mapping[str, QuestionSpec]) -> Condition:
    """The condition in terms of stored answers: choices are stored as numbers in words, counted from 0."""
    asked = earlier[spec.key]
    if asked.kind not in CHOOSING:
        return Condition(spec.key, spec.values)
    return Condition(spec.key, tuple(str(_number_of(value, asked)) for value in spec.values))


def _number_of(value: str | int | bool, asked: QuestionSpec) -> int | None:
    """Which option is meant: by its number, or by its words in any language; None when there is none."""
    number = int(value) if str(value).isdecimal() else None
    named = (i for i, option in enumerate(asked.options) if value in option.texts.values())
    found = next(named, number)
    return found if found is not None and found < len(asked.options) else None


def _questions(specs: Sequence[QuestionSpec]) -> tuple[forms.Field, ...]:
    by_key = {spec.key: spec for spec in specs}
    return tuple(_question(spec, by_key) for spec in specs)


def _question(spec: QuestionSpec, earlier: Mapping[str, QuestionSpec]) -> forms.Field:
    return forms.Field(
        key=spec.key,
        kind=spec.kind,
        text=spec.text,
        options=spec.options,
        is_required=spec.required,
        condition=_condition(spec.condition, earlier) if spec.condition else None,
        low=spec.minimum,
        high=spec.maximum,
    )
