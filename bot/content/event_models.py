"""Events as people write them in TOML: what an ``[[event]]`` may say, and the plan it becomes."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, StringConstraints, field_validator, model_validator

from bot.content.models import Text
from bot.content.moments import Moment, parse_moment
from bot.content.problems import ContentError, Problem
from bot.domain import forms, schedule
from bot.domain.events import EventKind, Group, Plan, Session
from bot.domain.forms import Condition, Kind

When = Annotated[Moment, PlainValidator(parse_moment)]
CHOOSING = frozenset({Kind.CHOICE, Kind.CHOICES})
CODE = r"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$"
Code = Annotated[str, StringConstraints(pattern=CODE)]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_]{1,30}$")]


class Strict(BaseModel):
    """A table of the file: a key it does not know is a mistake that is named."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class GroupSpec(Strict):
    """A quota within an event."""

    name: Text
    seats: int | None = Field(default=None, ge=1)
    minimum: int = Field(default=0, ge=0)
    quota: str = ""


class QuotaSpec(Strict):
    """One ``[[quota]]``: seats and minimum of a group over all events of a project; groups name its ``key``."""

    project: str
    key: Key
    seats: int | None = Field(default=None, ge=1)
    minimum: int = Field(default=0, ge=0)


class SessionSpec(Strict):
    """One meeting of a course."""

    starts: When
    ends: When
    title: Text | None = None
    place: str = ""
    address: str = ""

    def session(self, now: datetime) -> Session:
        """The meeting, spans counted from ``now``."""
        starts = self.starts.after(now)
        ends = self.ends.after(starts).astimezone(UTC)
        return Session(0, starts.astimezone(UTC), ends, self.title, self.place, self.address)


class ConditionSpec(Strict):
    """When a question is asked: the answer to ``key`` is one of ``values``.

    A choice is named by its words or by its number, counted from 0; without values any answer will do.
    """

    key: Key
    values: tuple[str | int | bool, ...] = ()


class QuestionSpec(Strict):
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
        if kind in {Kind.NOTICE, Kind.NAME, Kind.GROUP, Kind.OWN}:
            raise ValueError(f"is a kind only the bot itself asks: {kind}")
        return kind


class EventSpec(Strict):
    """One ``[[event]]``."""

    code: Code
    project: str
    kind: EventKind
    title: Text
    description: Text | None = None
    starts: When | None = None
    ends: When | None = None
    sessions: tuple[SessionSpec, ...] = ()
    single_sessions: bool = False
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
    queue_limit: int | None = Field(default=None, ge=0)
    organisation: bool = False
    organisation_seats: int | None = Field(default=None, ge=1)
    after: str = ""
    not_after: str = ""
    approval: bool = False
    decide_by: When | None = None
    release_groups: When | None = None
    release_unconfirmed: str = ""
    shortage_notice: str = "3d"
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

    @field_validator("release_unconfirmed", "shortage_notice")
    @classmethod
    def _offset(cls, offset: str) -> str:
        if offset and not schedule.is_offset(offset):
            raise ValueError(f"is not a time before the start: {offset}; write 3d, 1d 18:00 or 2h")
        return offset

    @model_validator(mode="after")
    def _has_times(self) -> "EventSpec":
        if self.sessions and (self.starts or self.ends):
            raise ValueError("has sessions, so it takes its start and end from them; leave out starts and ends")
        if not self.sessions and (self.starts is None or self.ends is None):
            raise ValueError("needs starts and ends, or sessions")
        return self

    def begins(self) -> tuple[When, ...]:
        """When it, or each of its sessions, starts."""
        return tuple(one.starts for one in self.sessions) or ((self.starts,) if self.starts else ())

    def is_relative(self) -> bool:
        """Whether the start depends on when the file is read."""
        return any(moment.wall is None for moment in self.begins())

    def plan(self, now: datetime, *, is_sample: bool) -> Plan:
        """The event's plan, spans counted from ``now``. Raises ContentError when it ends before it starts."""
        starts, ends = self._span(now)
        if ends <= starts or any(one.ends_at <= one.starts_at for one in self.meetings(now)):
            raise ContentError([Problem(f"event {self.code}", "ends", "is not after the start")])
        return Plan(
            code=self.code,
            project=self.project,
            kind=self.kind,
            title=self.title,
            description=self.description,
            starts_at=starts,
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
            queue_limit=self.queue_limit,
            asks_organisation=self.organisation or self.organisation_seats is not None,
            organisation_seats=self.organisation_seats,
            has_single_sessions=self.single_sessions,
            after_event=self.after,
            not_after_event=self.not_after,
            decide_by=_utc(self.decide_by, now) if self.decide_by else None,
            release_groups_at=_utc(self.release_groups, now) if self.release_groups else None,
            release_unconfirmed=self.release_unconfirmed,
            shortage_notice=self.shortage_notice,
            reminders=self.reminders,
            questions=_questions(self.questions),
            is_sample=is_sample,
        )

    def _span(self, now: datetime) -> tuple[datetime, datetime]:
        if self.starts and self.ends:
            starts = self.starts.after(now)
            return starts.astimezone(UTC), self.ends.after(starts).astimezone(UTC)
        meetings = self.meetings(now)
        return min(one.starts_at for one in meetings), max(one.ends_at for one in meetings)

    def quotas(self) -> tuple[Group, ...]:
        """The groups in order; their ids are given by the store."""
        return tuple(Group(0, group.name, group.seats, group.minimum, group.quota) for group in self.groups)

    def meetings(self, now: datetime) -> tuple[Session, ...]:
        """The sessions in order; their ids are given by the store."""
        return tuple(one.session(now) for one in self.sessions)


def _utc(moment: Moment, now: datetime) -> datetime:
    return moment.after(now).astimezone(UTC)


def _condition(spec: ConditionSpec, earlier: Mapping[str, QuestionSpec]) -> Condition:
    """The condition in terms of stored answers: choices are stored as numbers in words, counted from 0."""
    asked = earlier[spec.key]
    if asked.kind not in CHOOSING:
        return Condition(spec.key, spec.values)
    return Condition(spec.key, tuple(str(number_of(value, asked)) for value in spec.values))


def number_of(value: str | int | bool, asked: QuestionSpec) -> int | None:
    """Which option is meant: by its number, or by its words in any language; None when there is none."""
    number = int(value) if str(value).isdecimal() else None
    named = (i for i, option in enumerate(asked.options) if value in option.texts.values())
    found = next(named, number)
    return found if found is not None and found < len(asked.options) else None


def _questions(specs: tuple[QuestionSpec, ...]) -> tuple[forms.Field, ...]:
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
