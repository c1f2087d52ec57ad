"""People as somebody types them from a phone call or a sheet of paper: a line each, in no fixed order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.forms import Field, Kind
from bot.domain.refusals import InvalidAnswer
from bot.services import reading, spellings

MOST = 200
"""People added at once."""
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}[.)]\s+|[-–•*]\s*)")
_EMAIL = re.compile(r"[^\s,;<>()]+@[^\s,;<>()]+\.[^\s,;<>()]+")
_PHONE = re.compile(r"\+?\d(?:[ \-()]*\d){5,}")
_DIGITS = re.compile(r"\+?\d[\d \-().]{2,}")
"""A part of digits alone, which was meant to be a phone number."""
_NAME_AND_DIGITS = re.compile(rf"(\D+?)\s+({_DIGITS.pattern})")
_LABELLED = re.compile(r"^([^\W\d_][\w-]*)\.?\s*[:=]\s*(.*)$")
_IN_GMINA = re.compile(r"^(?:gmina|gm\.|громада)\s+(.+)$", re.IGNORECASE)
STEM = 5
"""Letters by which the head of a column is known."""
SURNAME = frozenset(["nazwisko", "surname", "прізвище"])
LABELS = {
    "name": "osoba nazwisko imie imię name ім'я",
    "phone": "telefon tel komórka phone mobile телефон",
    "email": "e-mail email mail мейл",
    "gmina": "gmina gm miejscowość miasto commune town громада місто",
    "organisation": "org organizacja instytucja urząd organisation organization організація",
}
_FIELDS = {
    "name": Field("name", Kind.NAME),
    "phone": Field("phone", Kind.PHONE),
    "email": Field("email", Kind.EMAIL),
    "gmina": Field("gmina", Kind.GMINA),
    "organisation": Field("organisation", Kind.ORGANISATION),
}


@dataclass(frozen=True, slots=True)
class Typed:
    """What a line was understood as; what it does not say is empty.

    ``problem`` names what cannot be read in it, ``unread`` is what stands there.
    """

    line: str
    name: str = ""
    phone: str = ""
    email: str = ""
    gmina: str = ""
    organisation: str = ""
    problem: str = ""
    unread: str = ""


def read_lines(text: str) -> tuple[Typed, ...]:
    """Each line that holds anything; the same line twice counts once."""
    lines = dict.fromkeys(_NUMBERED.sub("", line).strip() for line in text.splitlines())
    return tuple(_read(line) for line in lines if line)


def labelled(word: str) -> str:
    """What a label or the head of a column means, empty for an unknown one."""
    return next((key for key, names in LABELS.items() if word.strip().casefold() in names.split()), "")


def from_table(rows: Sequence[Sequence[str]]) -> str:
    """The lines a table stands for, its columns known by their heads; without heads each row is read as it stands."""
    filled = [[cell.replace(";", ",").strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    heads = [_head(cell) for cell in filled[0]] if filled else []
    if "name" not in heads and "surname" not in heads:
        return "\n".join("; ".join(cell for cell in row if cell) for row in filled)
    return "\n".join(_row(dict(_columns(heads, row))) for row in filled[1:])


def _head(cell: str) -> str:
    """What a column holds by its head, inflected too: ``Nr telefonu``, ``Imię i nazwisko``."""
    words = [word.strip(".:") for word in cell.casefold().split()]
    if len(words) == 1 and words[0] in SURNAME:
        return "surname"
    stems = [(key, name[:STEM]) for key, names in LABELS.items() for name in names.split() if len(name) > 2]
    return next((key for word in words for key, stem in stems if word.startswith(stem)), "")


def _columns(heads: Sequence[str], row: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from ((head, cell) for head, cell in zip(heads, row, strict=False) if head and cell)


def _row(cells: dict[str, str]) -> str:
    name = " ".join(part for part in (cells.get("name", ""), cells.get("surname", "")) if part)
    labels = {"phone": "tel", "email": "e-mail", "gmina": "gmina", "organisation": "org"}
    return "; ".join([name, *(f"{label}: {cells[key]}" for key, label in labels.items() if cells.get(key))])


def _read(line: str) -> Typed:
    separator = next((one for one in ";\t" if one in line), ",")
    found = {"email": _EMAIL.search(line), "phone": _PHONE.search(_EMAIL.sub(separator, line))}
    parts = {key: match[0] for key, match in found.items() if match}
    rest = _PHONE.sub(separator, _EMAIL.sub(separator, line)).split(separator)
    for key, words in _parts([part.strip() for part in rest]):
        parts[key] = f"{parts[key]} {words}" if key in parts else words
    return _checked(line, parts)


def _parts(rest: list[str]) -> Iterator[tuple[str, str]]:
    """What stands without a label: the name first, then a gmina, and what sounds like an organisation."""
    open_for = ["name", "gmina", "organisation"]
    for part in _apart(rest):
        label = _LABELLED.match(part)
        gmina = _IN_GMINA.match(part)
        if label and labelled(label[1]):
            key, words = labelled(label[1]), label[2].strip()
        elif _DIGITS.fullmatch(part):
            key, words = "phone", part
        elif gmina:
            key, words = "gmina", gmina[1]
        elif "name" not in open_for and "organisation" in open_for and spellings.guessed(part):
            key, words = "organisation", part
        else:
            key, words = next(iter(open_for), "organisation"), part
        if words:
            open_for = [one for one in open_for if one != key]
            yield key, words


def _apart(parts: list[str]) -> Iterator[str]:
    """The parts, digits behind a name being one of their own."""
    for part in parts:
        both = _NAME_AND_DIGITS.fullmatch(part) if part == parts[0] else None
        yield from both.groups() if both else (part,)


def _checked(line: str, parts: dict[str, str]) -> Typed:
    words_of_name = len(parts.get("name", "").split())
    if words_of_name < 2:
        return Typed(line, problem="half_name" if words_of_name else "no_name")
    read: dict[str, str] = {}
    for key, words in parts.items():
        try:
            read[key] = str(reading.read(_FIELDS[key], words))
        except InvalidAnswer:
            return Typed(line, problem=key, unread=words)
    return Typed(line, **read)
