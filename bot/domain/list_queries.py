"""What of an event's list somebody wants to see, as they type it: filters in any order and language, and a name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from bot.domain.refusals import NotAllowed
from bot.domain.typed_times import Unreadable, read_moment

K = TypeVar("K")


class Standing(StrEnum):
    """What ``status:`` can ask for; the first two letters are its own, buttons carry them."""

    SEAT = "seat"
    QUEUE = "queue"
    APPLIED = "applied"
    UNCONFIRMED = "unconfirmed"
    PRESENT = "present"
    ABSENT = "absent"
    OFFERED = "offered"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which sign-ups of an event: all that is given holds; of several standings one is enough.

    Texts are as they were typed; ``since`` is the first day on which somebody signed up.
    """

    standings: frozenset[Standing] = frozenset()
    gmina: str = ""
    group: str = ""
    organisation: str = ""
    name: str = ""
    needs: bool | None = None
    since: date | None = None

    def __bool__(self) -> bool:
        return self != EVERYBODY


class FilterUnread(ValueError):
    """A filter that is not one, or whose ``value`` is none of its own; ``nearest`` is what may have been meant."""

    def __init__(self, key: str, value: str = "", nearest: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.value = value
        self.nearest = nearest


@dataclass(eq=False)
class NeedsHidden(NotAllowed):
    """Whoever may see the list of ``event`` may not see who needs something special."""

    event: int


EVERYBODY = ListQuery()
ROOM = 42
"""Bytes of a query in a button."""

_KEYS: Mapping[str, str] = {
    "standings": "status stan state статус стан",
    "gmina": "gmina commune громада гміна",
    "group": "grupa group група",
    "organisation": "org organizacja organisation organization орг організація",
    "needs": "potrzeby needs потреби",
    "since": "od since from від",
    "name": "nazwisko imie osoba name прізвище ім'я",
}
"""The filters by what they are called in each language, folded."""
_STANDINGS: Mapping[Standing, str] = {
    Standing.SEAT: "miejsce potwierdzone seat confirmed місце підтверджені",
    Standing.QUEUE: "rezerwa rezerwowa kolejka czeka czekaja queue waiting reserve черга резерв чекають",
    Standing.APPLIED: "zgloszenie zgloszenia application applied заявка заявки",
    Standing.UNCONFIRMED: "niepotwierdzone unconfirmed непідтверджені",
    Standing.PRESENT: "obecni obecne obecny present attended присутні",
    Standing.ABSENT: "nieobecni nieobecne nieobecny absent відсутні",
    Standing.OFFERED: "propozycja propozycje offer offered пропозиція",
    Standing.REJECTED: "odmowa odmowy rejected declined відмова",
    Standing.CANCELLED: "anulowane rezygnacja rezygnacje odwolane cancelled canceled скасовано скасовані",
}
_YES, _NO = frozenset(["tak", "t", "yes", "y", "так", "є"]), frozenset(["nie", "n", "no", "ні"])
_FIELDS = {"gmina": "g", "group": "r", "organisation": "o", "name": "n"}
"""The texts of a query by the letter that stands for each in a button."""
_FOLD = str.maketrans("ąćęłńóśźż’", "acelnoszz'")
_QUOTED = r'"([^"]*)"|„([^”"]*)[”"]|«([^»]*)»|“([^”]*)”'
_TOKEN = re.compile(rf'(?:([^\s:"„”«»“]+):\s*)?(?:{_QUOTED}|(\S*))')
_NEAR = {"dzis": 0, "dzisiaj": 0, "today": 0, "сьогодні": 0, "wczoraj": 1, "yesterday": 1, "вчора": 1}
_YEAR, _WEEK = timedelta(days=364), timedelta(days=7)


def read_query(text: str, today: date) -> ListQuery:
    """The query in ``status:rezerwa gmina:Piastów kowal``. Raises FilterUnread."""
    query, names = EVERYBODY, []
    for key, value in _tokens(text):
        if key:
            query = _with(query, key, value, today)
        else:
            names.append(value)
    return replace(query, name=" ".join([query.name, *names]).strip())


def plain(text: str) -> str:
    """Words as they are compared: without case and Polish signs."""
    return " ".join(text.casefold().translate(_FOLD).split())


def pack(query: ListQuery) -> str:
    """The query for a button: folded, and long words cut, because their beginnings find the same."""
    parts = {
        "s": "".join(sorted(one[:2] for one in query.standings)),
        **{letter: _bare(getattr(query, name)) for name, letter in _FIELDS.items()},
        "p": "" if query.needs is None else "ny"[query.needs],
        "d": query.since.strftime("%Y%m%d") if query.since else "",
    }
    while len((packed := _joined(parts)).encode()) > ROOM:
        longest = max(_FIELDS.values(), key=lambda letter: len(parts[letter].encode()))
        if not parts[longest]:
            return packed
        parts[longest] = parts[longest][:-1].rstrip()
    return packed


def unpack(packed: str) -> ListQuery:
    """The query in a button; what cannot be read in it is left out."""
    parts = {part[:1]: part[1:] for part in packed.split(";")}
    words = {name: parts[letter] for name, letter in _FIELDS.items() if parts.get(letter)}
    letters = parts.get("s", "")
    short = {one[:2]: one for one in Standing}
    chosen = [short[pair] for pair in (letters[at : at + 2] for at in range(0, len(letters), 2)) if pair in short]
    return ListQuery(
        standings=frozenset(chosen),
        needs={"y": True, "n": False}.get(parts.get("p", "")),
        since=_packed_day(parts.get("d", "")),
        **words,
    )


def _joined(parts: Mapping[str, str]) -> str:
    return ";".join(f"{letter}{value}" for letter, value in parts.items() if value)


def _bare(text: str) -> str:
    return plain(text).replace(";", " ").replace("|", " ").strip()


def _packed_day(digits: str) -> date | None:
    try:
        return date.fromisoformat(digits)
    except ValueError:
        return None


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Each filter with its value; bare words come without a filter."""
    for found in _TOKEN.finditer(text):
        value = next((part for part in found.groups()[1:] if part is not None), "")
        if found[1] or value.strip():
            yield found[1] or "", value.strip()


def _with(query: ListQuery, key: str, value: str, today: date) -> ListQuery:
    name = _one_of(_KEYS, plain(key))
    if name is None or not value:
        raise FilterUnread(key, nearest=_nearest(plain(key), _KEYS.values()))
    match name:
        case "standings":
            chosen = {_standing(key, one) for one in value.split(",") if one.strip()}
            return replace(query, standings=query.standings | chosen)
        case "needs":
            if plain(value) not in _YES | _NO:
                raise FilterUnread(key, value)
            return replace(query, needs=plain(value) in _YES)
        case "since":
            return replace(query, since=_day(key, value, today))
        case "gmina":
            return replace(query, gmina=value)
        case "group":
            return replace(query, group=value)
        case "organisation":
            return replace(query, organisation=value)
        case _:
            return replace(query, name=f"{query.name} {value}".strip())


def _standing(key: str, value: str) -> Standing:
    found = _one_of(_STANDINGS, plain(value))
    if found is None:
        raise FilterUnread(key, value, _nearest(plain(value), _STANDINGS.values()))
    return found


def _one_of(named: Mapping[K, str], typed: str) -> K | None:
    """What is called so, or the only one whose name begins so."""
    exact = [one for one, names in named.items() if typed in names.split()]
    begun = [one for one, names in named.items() if any(name.startswith(typed) for name in names.split())]
    found = exact or begun
    return found[0] if len(found) == 1 and typed else None


def _nearest(typed: str, names: Iterable[str]) -> str:
    known = [name for each in names for name in each.split()]
    return next(iter(get_close_matches(typed, known, n=1, cutoff=0.5)), "")


def _day(key: str, value: str, today: date) -> date:
    """The latest day that fits: ``1.11`` is the last first of November, ``pn`` the last Monday."""
    if plain(value) in _NEAR:
        return today - timedelta(days=_NEAR[plain(value)])
    span = _YEAR if any(letter.isdigit() for letter in value) else _WEEK
    try:
        return read_moment(value, today - span).day
    except Unreadable as why:
        if why.reason == "past" and why.day:
            return why.day
        raise FilterUnread(key, value) from why
