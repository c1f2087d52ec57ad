"""The shapes of projects and frequent questions, as their editors write them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, StringConstraints, model_validator

from bot.content.dates import PartialDate, parse_date
from bot.content.doors import Door, Wish
from bot.content.facets import EntityKind, Facet
from bot.domain.events import EventKind
from bot.domain.indicators import Counts, Indicator
from bot.domain.localized import LANGUAGES, Localized

LONGEST = 1000
"""Characters of a text that is told in a chat."""


def _localized(value: object) -> Localized:
    if not isinstance(value, Mapping):
        raise ValueError('is not a text per language; write { pl = "…", en = "…", uk = "…" }')
    for language in value:
        if language not in LANGUAGES:
            raise ValueError(f"has an unknown language {language}; known are {', '.join(LANGUAGES)}")
    texts = {str(language): " ".join(str(text).split()) for language, text in value.items()}
    if not texts.get("pl"):
        raise ValueError("has no Polish text")
    return Localized(texts)


def _short(value: object) -> Localized:
    text = _localized(value)
    for language, words in text.texts.items():
        if len(words) > LONGEST:
            raise ValueError(f"has {len(words)} characters in {language}; at most {LONGEST} fit a message")
    return text


Text = Annotated[Localized, PlainValidator(_localized)]
ShortText = Annotated[Localized, PlainValidator(_short)]
Day = Annotated[PartialDate, PlainValidator(parse_date)]
Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,31}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Period(_Strict):
    """From when to when a project runs."""

    starts: Day | None = None
    ends: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Period":
        if self.starts and self.ends and self.ends.last < self.starts.first:
            raise ValueError("ends before it starts")
        return self


class Contact(_Strict):
    """How to reach the people of a project."""

    email: Word | None = None
    phone: Word | None = None


class Entity(_Strict):
    """A named thing people ask about by its name."""

    id: Key
    kind: EntityKind
    name: Text
    aliases: tuple[Word, ...] = ()


class Fact(_Strict):
    """One answer: ``facets`` say what it answers, ``keys`` are other words people use, ``ask`` whole questions.

    An ``unknown`` fact is a gap that is known: its text says what is not known. After ``until`` it is past.
    Facts that are not ``listed`` answer questions but do not stand on the project's page.
    """

    id: Key
    facets: Annotated[tuple[Facet, ...], Field(min_length=1)]
    text: ShortText
    about: tuple[Key, ...] = ()
    keys: tuple[Word, ...] = ()
    ask: tuple[Word, ...] = ()
    unknown: bool = False
    listed: bool = True
    until: Day | None = None


class IndicatorSpec(_Strict):
    """A target of the grant: what is counted, and how many are promised. ``each`` is the least people of an event."""

    id: Key
    name: ShortText
    counts: Counts
    target: int = Field(ge=1)
    events: tuple[Word, ...] = ()
    groups: tuple[Word, ...] = ()
    kinds: tuple[EventKind, ...] = ()
    each: int = Field(default=0, ge=0)

    def indicator(self) -> Indicator:
        """What is counted, without the words."""
        return Indicator(self.id, self.counts, self.target, self.events, self.groups, self.kinds, self.each)


class ProjectFile(_Strict):
    """``projects/<slug>.toml``."""

    order: int
    source: Word
    title: ShortText
    summary: ShortText
    attribution: ShortText
    area: ShortText | None = None
    aliases: tuple[Word, ...] = ()
    leader: Text | None = None
    period: Period = Period()
    published: Day | None = None
    total: int | None = None
    grant: int | None = None
    contact: Contact = Contact()
    entities: tuple[Entity, ...] = ()
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    indicators: tuple[IndicatorSpec, ...] = ()


class Project(ProjectFile):
    """A project with its slug, which is the name of its file."""

    slug: str

    def finished(self, today: date) -> bool:
        """Whether the known end lies before ``today``."""
        return self.period.ends is not None and self.period.ends.last < today

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of that id."""
        return next((fact for fact in self.facts if fact.id == fact_id), None)

    def facts_on(self, *facets: Facet) -> tuple[Fact, ...]:
        """Facts of the project's page whose first facet is one of ``facets``."""
        return tuple(fact for fact in self.facts if fact.listed and fact.facets[0] in facets)


class Question(_Strict):
    """A frequent question: ``ask`` holds ways people put it, in any language; a ``review`` date is for editors.

    ``buttons`` stand under the answer; with a ``wish`` whoever has a sign-up is shown that one.
    """

    id: Key
    ask: Annotated[tuple[Word, ...], Field(min_length=1)]
    title: ShortText
    text: ShortText
    project: str | None = None
    review: date | None = None
    buttons: tuple[Door, ...] = ()
    wish: Wish | None = None


class FaqFile(_Strict):
    """``faq.toml``; ``unanswered`` are questions people ask that the documents do not answer."""

    questions: tuple[Question, ...] = ()
    unanswered: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """Everything the bot knows; ``projects`` is in the order of their key ``order``."""

    projects: Mapping[str, Project]
    faq: tuple[Question, ...] = ()
    unanswered: tuple[str, ...] = ()
