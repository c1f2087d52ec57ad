"""An event's list narrowed down, and the number each sign-up has on it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from rapidfuzz import fuzz

from bot.domain.attendance import COMING, WALK_IN
from bot.domain.clock import zone_of
from bot.domain.events import Event, Group
from bot.domain.list_queries import ListQuery, Standing
from bot.domain.signups import State
from bot.services import name_search, spellings
from bot.store import lists
from bot.store.database import Reader
from bot.store.folding import by_surname, fold
from bot.store.lists import Outline

ALIKE = 78
"""From which likeness, of 100, two names of a place or group are one with an ending or a slip."""
SAME = 0.62
"""From which likeness an organisation is meant."""
_STANDS: Mapping[State, Standing] = {
    State.CONFIRMED: Standing.SEAT,
    State.ATTENDED: Standing.SEAT,
    State.ABSENT: Standing.SEAT,
    State.WAITING: Standing.QUEUE,
    State.APPLIED: Standing.APPLIED,
    State.OFFERED: Standing.OFFERED,
    State.REJECTED: Standing.REJECTED,
    State.CANCELLED: Standing.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class Understood:
    """What the words of a query were found to mean; empty where nothing is called so."""

    gminas: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    organisations: Mapping[int, str] | None = None


NOTHING = Understood()


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The wanted sign-ups by their number on the whole list, what the words mean, how many stand how."""

    numbers: Mapping[int, int]
    understood: Understood
    standings: Mapping[Standing, int]
    with_needs: int


async def narrow(tx: Reader, event: Event, query: ListQuery, *, now: datetime) -> Narrowed:
    """The wanted sign-ups of an event, in the order of the list."""
    since = datetime.combine(query.since, time(), zone_of(now)) if query.since else None
    everybody = numbered(await lists.outline(tx, event.id, since))
    understood = await _understand(tx, event, query, [one for _, one in everybody])
    was_taken = any(one.is_present for _, one in everybody)
    wanted = name_search.words_of(query.name)
    kept: dict[int, int] = {}
    counts: Counter[Standing] = Counter()
    for number, one in everybody:
        standings = _standings(one, was_taken=was_taken)
        counts.update(standings)
        if _fits(one, query, understood, standings) and (not wanted or name_search.likeness(wanted, one.name)):
            kept[one.id] = number
    return Narrowed(kept, understood, counts, sum(one.has_needs for _, one in everybody))


def numbered(found: Iterable[Outline]) -> list[tuple[int, Outline]]:
    """By surname with the numbers of the attendance list, where companions count; after it those without a seat."""
    made, number = [], 1
    for one in sorted(found, key=_place):
        made.append((number, one))
        number += one.size if _is_expected(one) else 1
    return made


def attendance_numbers(found: Iterable[Outline]) -> dict[int, int | None]:
    """Every sign-up in the order of the list with its number there; None for who does not stand on the attendance list.

    Their numbers on the list would be given to whoever comes at the door.
    """
    return {one.id: number if _is_expected(one) else None for number, one in numbered(found)}


def _place(one: Outline) -> tuple[int, int, tuple[str, str]]:
    if _is_expected(one) and one.state in COMING and one.source != WALK_IN:
        return 0, 0, by_surname(one.name)
    return (1, one.id, by_surname(one.name)) if _is_expected(one) else (2, 0, by_surname(one.name))


def _is_expected(one: Outline) -> bool:
    """Whether they stand on the attendance list; whoever erased their data does not."""
    return bool(one.name) and (one.state in COMING or one.is_present)


def _standings(one: Outline, *, was_taken: bool) -> list[Standing]:
    found = [_STANDS[one.state]]
    if one.is_unconfirmed:
        found.append(Standing.UNCONFIRMED)
    if one.is_present or one.state is State.ATTENDED:
        found.append(Standing.PRESENT)
    elif one.state is State.ABSENT or (was_taken and one.state in COMING):
        found.append(Standing.ABSENT)
    return found


def _fits(one: Outline, query: ListQuery, understood: Understood, standings: Sequence[Standing]) -> bool:
    return (
        one.is_wanted
        and (not query.standings or not query.standings.isdisjoint(standings))
        and (query.needs is None or bool(one.has_needs) is query.needs)
        and (not query.gmina or one.gmina in understood.gminas)
        and (not query.group or one.group in {group.id for group in understood.groups})
        and (not query.organisation or one.organisation in (understood.organisations or {}))
    )


async def _understand(tx: Reader, event: Event, query: ListQuery, found: Sequence[Outline]) -> Understood:
    gminas = sorted(name for name in {one.gmina for one in found if query.gmina} if _is_called(query.gmina, name))
    groups = [one for one in event.groups if any(_is_called(query.group, name) for name in one.name.texts.values())]
    bodies: dict[int, str] = {}
    if query.organisation:
        known = await lists.organisations(tx, {one.organisation for one in found if one.organisation})
        wanted = spellings.spelled(query.organisation)
        bodies = {number: name for number, name in known.items() if _is_body(wanted, spellings.spelled(name))}
    return Understood(tuple(gminas), tuple(groups), bodies)


def _is_called(wanted: str, name: str) -> bool:
    """Whether a name begins so, or a word of it does, or it is nearly the same."""
    typed, known = fold(wanted), fold(name)
    if not typed:
        return False
    begins = known.startswith(typed) or any(word.startswith(typed) for word in known.split())
    return begins or (len(typed) >= name_search.LONG and fuzz.ratio(typed, known) >= ALIKE)


def _is_body(wanted: str, name: str) -> bool:
    return wanted in name or spellings.likeness(wanted, name) >= SAME
