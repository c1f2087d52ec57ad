"""Grant indicators: what is counted towards which target."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fnmatch import fnmatchcase


class Counts(StrEnum):
    """What an indicator counts: each once, however often it comes."""

    PERSONS = "persons"
    ORGANISATIONS = "organisations"
    NGO = "ngo"
    JST = "jst"
    GMINAS = "gminas"
    EVENTS = "events"
    ENTRIES = "entries"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One target of a project; ``events`` are patterns of codes, ``groups`` Polish names, ``kinds`` kinds of events.

    Empty ones do not narrow. With ``each`` only events with at least so many people count.
    """

    id: str
    counts: Counts
    target: int
    events: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    each: int = 0


@dataclass(frozen=True, slots=True)
class Participation:
    """One sign-up as an indicator sees it; ``was_there`` rather than only having a seat."""

    signup: int
    person: int
    companions: int
    event: int
    code: str
    kind: str
    ended: bool
    group: str
    gmina: str
    organisation: int | None
    organisation_kind: str
    was_there: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An amount entered by hand, with a note of what it is."""

    id: int
    amount: int
    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Measure:
    """How far an indicator is: counted from attendance, ``coming`` more with a seat, ``entered`` by hand."""

    indicator: Indicator
    counted: int
    coming: int
    entered: int

    @property
    def value(self) -> int:
        """What can be reported today."""
        return self.counted + self.entered

    @property
    def missing(self) -> int:
        """How many are missing to the target."""
        return max(0, self.indicator.target - self.value)


def measure(indicator: Indicator, taken: Iterable[Participation], entries: Iterable[Entry]) -> Measure:
    """Count what the data holds and what was entered."""
    wanted = matching(indicator, taken)
    there = [one for one in wanted if one.was_there]
    counted = _count(indicator, there)
    return Measure(indicator, counted, _count(indicator, wanted) - counted, sum(one.amount for one in entries))


def matching(indicator: Indicator, taken: Iterable[Participation]) -> list[Participation]:
    """The sign-ups an indicator looks at."""
    return [
        one
        for one in taken
        if (not indicator.events or any(fnmatchcase(one.code, pattern) for pattern in indicator.events))
        and (not indicator.groups or one.group in indicator.groups)
        and (not indicator.kinds or one.kind in indicator.kinds)
    ]


def _count(indicator: Indicator, taken: list[Participation]) -> int:
    match indicator.counts:
        case Counts.PERSONS:
            most: dict[int, int] = {}
            for one in taken:
                most[one.person] = max(most.get(one.person, 0), 1 + one.companions)
            return sum(most.values())
        case Counts.ORGANISATIONS:
            return len({one.organisation for one in taken if one.organisation})
        case Counts.NGO | Counts.JST:
            return len({one.organisation for one in taken if one.organisation_kind == indicator.counts.value})
        case Counts.GMINAS:
            return len({one.gmina for one in taken if one.gmina})
        case Counts.EVENTS:
            return sum(people >= max(1, indicator.each) for people in _people(taken).values())
        case Counts.ENTRIES:
            return 0


def _people(taken: Iterable[Participation]) -> Mapping[int, int]:
    """People by event."""
    found: dict[int, int] = {}
    for one in taken:
        found[one.event] = found.get(one.event, 0) + 1 + one.companions
    return found
