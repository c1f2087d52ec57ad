"""Dates, times and spans as people type them, in Polish, English and Ukrainian: ``jutro 18``, ``wt 8.12 17:00``.

A small parser of our own: libraries read ``10.05`` as five past ten in the morning, or as today.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

_MONTHS = (
    "sty jan січ",
    "lut feb лют",
    "mar бер",
    "kwi apr кві",
    "maj may тра",
    "cze jun чер",
    "lip jul лип",
    "sie aug сер",
    "wrz sep вер",
    "paz oct жов",
    "lis nov лис",
    "gru dec гру",
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_WEEKDAYS = (
    "pn pon mon mond пн пон",
    "wt wto tue вт вів",
    "sr sro wed ср сер",
    "cz czw thu чт чет",
    "pt pia fri пт п'я",
    "sb sob sat сб суб",
    "nd nie ndz sun нд нед",
)
_NEAR = {
    **dict.fromkeys(("dzis", "dzisiaj", "today", "сьогодні"), 0),
    **dict.fromkeys(("jutro", "tomorrow", "завтра"), 1),
    **dict.fromkeys(("pojutrze", "післязавтра"), 2),
}
_FOLD = str.maketrans("ąćęłńóśźż’", "acelnoszz'")
_NOISE = re.compile(r"\b(o|godz|godzina|godzinie|at|on|w|we|dnia|roku|r|next|w nastepny|the|о|об|у|в|року)\b\.?(?!\d)")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})(?:t|\b)")
_NUMERIC = re.compile(r"\b(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\.?(?=\s|,|$)")
_NAMED = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+([^\W\d_]{1,}['\w]*)\.?(?:,?\s+(\d{4}))?")
_NAMED_FIRST = re.compile(r"\b([^\W\d_]{3,})\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4}))?")
_AHEAD = re.compile(
    r"\b(?:za|in|через)\s+(?:(\d{1,3})\s+)?(dni|dzien|days?|дн\w+|день|tydzien|tygodnie|tygodni|weeks?|тиж\w+)\b"
)
_CLOCK = re.compile(r"(?<![\d.])(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|rano|wieczorem)?(?![\d.:])")
_SPAN = re.compile(r"(\d{1,3}(?:[.,]\d)?)\s*(h|godz\w*|hours?|год\w*|m|min\w*|хв\w*|d|dni|dzien|days?|дн\w*|день)\b\.?")
_TILL = re.compile(r"^(?:do|till|until|to|до|-|–)\s*")
_HALF = re.compile(r"^(pol|half an?|пів)\s*(godziny|hour|години)")


class Unreadable(ValueError):
    """Why a text is no time: ``reason`` is a word for the screens, ``day`` what the date really is."""

    def __init__(self, reason: str, day: date | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.day = day


@dataclass(frozen=True, slots=True)
class Typed:
    """What was read: a day, and a time when one was given."""

    day: date
    clock: time | None

    def at(self, clock: time) -> datetime:
        """The wall-clock moment, with ``clock`` where no time was given."""
        return datetime.combine(self.day, self.clock or clock)


def read_moment(text: str, today: date) -> Typed:
    """A day with or without a time of the day; a date without a year is the next one. Raises Unreadable."""
    rest = " ".join(text.casefold().translate(_FOLD).replace(",", " ").split())
    rest, weekday = _weekday(rest)
    rest, day = _day(rest, today)
    if day is None and weekday is not None:
        day, weekday = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1), None
    clock = read_clock(rest) if _NOISE.sub(" ", rest).strip() else None
    if day is None:
        raise Unreadable("no_date")
    if weekday is not None and day.weekday() != weekday:
        raise Unreadable("weekday", day)
    if day < today:
        raise Unreadable("past", day)
    return Typed(day, clock)


def read_clock(text: str) -> time:
    """A time of the day such as ``17``, ``17:30``, ``17.30``, ``5 pm``. Raises Unreadable."""
    rest = _NOISE.sub(" ", text.casefold().translate(_FOLD)).strip(" .")
    found = _CLOCK.fullmatch(rest)
    if found is None:
        raise Unreadable("no_time")
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3] in {"pm", "wieczorem"} and hour < 12:
        hour += 12
    if found[3] == "am" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        raise Unreadable("no_time")
    return time(hour, minute)


def read_end(text: str, starts: datetime, today: date) -> datetime:
    """When something ends: a span (``2h``, ``1,5 godz.``), a time, or a day and a time. Raises Unreadable."""
    folded = " ".join(text.casefold().translate(_FOLD).split())
    if _HALF.match(folded):
        return starts + timedelta(minutes=30)
    spans = list(_SPAN.finditer(folded))
    if spans and not _SPAN.sub("", folded).strip(" i+and"):
        return starts + sum((_span(found[1], found[2]) for found in spans), timedelta())
    rest = _TILL.sub("", folded)
    try:
        return datetime.combine(starts.date(), read_clock(rest))
    except Unreadable:
        typed = read_moment(rest, today)
        return typed.at(starts.time())


def _span(number: str, unit: str) -> timedelta:
    amount = float(number.replace(",", "."))
    if unit[0] in "hgг":
        return timedelta(hours=amount)
    return timedelta(days=amount) if unit[0] in "dд" else timedelta(minutes=amount)


def _weekday(text: str) -> tuple[str, int | None]:
    for word in text.split():
        bare = word.strip(".")
        for number, names in enumerate(_WEEKDAYS):
            for name in names.split():
                if bare == name or (len(name) >= 3 and bare.startswith(name) and _month(bare) is None):
                    return " ".join(text.replace(word, " ", 1).split()), number
    return text, None


def _day(text: str, today: date) -> tuple[str, date | None]:
    """The text without its date, and the date."""
    words = text.split()
    for word in words:
        if word in _NEAR:
            return text.replace(word, " ", 1), today + timedelta(days=_NEAR[word])
    ahead = _AHEAD.search(text)
    if ahead:
        days = int(ahead[1] or 1) * (7 if ahead[2][0] in "twт" else 1)
        return _AHEAD.sub(" ", text, count=1), today + timedelta(days=days)
    found = _ISO.search(text)
    if found:
        return _ISO.sub(" ", text, count=1), _date(int(found[1]), int(found[2]), int(found[3]))
    for pattern, day, month in ((_NAMED, 1, 2), (_NAMED_FIRST, 2, 1)):
        for found in pattern.finditer(text):
            number = _month(found[month])
            if number:
                rest = text[: found.start()] + " " + text[found.end() :]
                return rest, _next(int(found[day]), number, found[3], today)
    found = _NUMERIC.search(text)
    if found and 1 <= int(found[2]) <= 12:
        rest = text[: found.start()] + " " + text[found.end() :]
        return rest, _next(int(found[1]), int(found[2]), found[3], today)
    return text, None


def _month(word: str) -> int | None:
    if word in _ROMAN:
        return _ROMAN.index(word) + 1
    for number, names in enumerate(_MONTHS, start=1):
        if any(word.startswith(name) for name in names.split()):
            return number
    return None


def _next(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this = _date(today.year, month, day, leap=True)
    return this if this >= today else _date(today.year + 1, month, day, leap=True)


def _date(year: int, month: int, day: int, *, leap: bool = False) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        if leap and (month, day) == (2, 29):
            return _date(year + 1, month, day, leap=year % 4 != 3)
        raise Unreadable("no_such_day") from None
