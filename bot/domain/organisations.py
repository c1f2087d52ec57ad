"""Organisations and local governments: whom people come for."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.forms import Value
from bot.domain.refusals import Refusal


class BodyKind(StrEnum):
    """What it is; ``jst`` is the Polish short form for a local government."""

    NGO = "ngo"
    JST = "jst"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or a local government, counted once however it is spelled."""

    id: int
    name: str
    kind: BodyKind


@dataclass(frozen=True, slots=True)
class Use:
    """An organisation with how many people and events it has."""

    body: Body
    people: int
    events: int


@dataclass(frozen=True, slots=True)
class Merge:
    """Two organisations that were merged; ``moved`` says which rows of each table went over."""

    id: int
    loser: Body
    winner: int
    moved: dict[str, list[int | str]]


@dataclass(frozen=True, slots=True)
class Delegation:
    """The people of one organisation at an event: seats taken, and how many it may have."""

    body: Body
    taken: int
    limit: int | None

    @property
    def is_full(self) -> bool:
        """Whether nobody else of it finds a seat."""
        return self.limit is not None and self.taken >= self.limit


@dataclass(frozen=True, slots=True)
class Chosen:
    """An answer about an organisation: one there is, or a new one of a ``kind``; ``typed`` is how it was spelled."""

    name: str
    number: int | None = None
    kind: BodyKind = BodyKind.OTHER
    typed: str = ""

    def value(self) -> Value:
        """The answer as a draft keeps it."""
        return [str(self.kind if self.number is None else self.number), self.name, self.typed]


@dataclass(eq=False)
class OrganisationGone(Refusal):
    """There is no such organisation (any more), or it was merged into another one."""


def chosen(value: Value) -> Chosen | None:
    """What ``Chosen.value`` made, None for no answer; a bare text is one from before organisations were known."""
    match value:
        case [number, name, *typed] if number.isdecimal():
            return Chosen(name, int(number), typed="".join(typed))
        case [kind, name, *typed]:
            return Chosen(name, None, BodyKind(kind), "".join(typed))
        case str():
            return Chosen(value, typed=value)
        case _:
            return None
