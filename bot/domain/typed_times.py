"""Dates, times and spans as people type them, in Polish, English and Ukrainian: ``jutro 18``, ``wt 8.12 17:00``.

A small parser of our own: libraries read ``10.05`` as five past ten in the morning, or as today.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.time_words import LAST_WEEK, NEAR, NEXT_WEEK, NOISE, month, plain, weekday

_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})(?:t|\b)")
_NUMERIC = re.compile(r"\b(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\.?(?=\s|,|$)")
_NAMED = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+([^\W\d_]{1,}['\w]*)\.?(?:,?\s+(\d{4}))?")
_NAMED_FIRST = re.compile(r"\b([^\W\d_]{3,})\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4}))?")
_AHEAD = re.compile(
    r"\b(?:za|in|через)\s+(?:an?\s+)?(?:(\d{1,3})\s+)?"
    r"(dni|dzien|days?|дн\w+|день|tydzien|tygodnie|tygodni|weeks?|тиж\w+)\b"
)
_CLOCK = re.compile(r"(?<![\d.])(\d{1,2})(?:[:.](\d{2})|\s*h(\d{2})?)?\s*(am|pm)?(?![\d.:])")
_RANGE = re.compile(r"(?:[zз]\s+)?(?P<from>[^-–—]+?)\s*(?:[-–—]|\b(?:do|to|till|until|до)\b)\s*(?P<till>.+)")
_SPAN = re.compile(r"(\d{1,3}(?:[.,]\d)?)\s*(h|godz\w*|hours?|год\w*|m|min\w*|хв\w*|d|dni|dzien|days?|дн\w*|день)\b\.?")
_MIXED = re.compile(r"(\d{1,2})\s*(?:h|:|godz\w*\.?|год\w*\.?)\s*(\d{2})(?:\s*m\w*)?")
_ABOUT = re.compile(r"^(?:trwa|potrwa|okolo|ok\.?|about|lasts|близько|триває)\s+")
_TILL = re.compile(r"^(?:do|till|until|to|до|-|–)\s*")
_HALF = re.compile(r"^(pol|half an?|пів)\s*(godziny|hour|години)")
_HOUR = re.compile(r"^(?:godzin[aey]?|an? hour|hour|годин[ау])$")
_HOUR_OF_DAY = re.compile(r"(\d{1,2})\s*h")
_LONG = 9
"""Hours from which on a bare number is a time of the day rather than a span."""
FAR = timedelta(days=300)
"""A date without a year that would be further ahead was more likely meant to be the one just past."""


class Unreadable(ValueError):
    """Why a text is no time: ``reason`` is a word for the screens, ``day`` what the date really is."""

    def __init__(self, reason: str, day: date | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.day = day


@dataclass(frozen=True, slots=True)
class Typed:
    """What was read: a day, a time when one was given, and until when when that was given, too."""

    day: date
    clock: time | None
    till: time | None = None

    def at(self, clock: time) -> datetime:
        """The wall-clock moment, with ``clock`` where no time was given."""
        return datetime.combine(self.day, self.clock or clock)


def read_moment(text: str, today: date) -> Typed:
    """A day with or without a time of the day; a date without a year is the next one. Raises Unreadable."""
    rest, named = _weekday(plain(text).replace(",", " "))
    rest, day = _day(rest, named, today)
    if day is None:
        raise Unreadable("no_date")
    if day < today:
        raise Unreadable("past", day)
    if named is not None and day.weekday() != named:
        raise Unreadable("weekday", day)
    return Typed(day, *_clocks(rest))


def read_ahead(text: str, today: date) -> Typed:
    """The same for what is planned: a date just past needs its year. Raises Unreadable."""
    try:
        found = read_moment(text, today)
    except Unreadable as why:
        if why.reason == "weekday" and why.day and _is_far(text, why.day, today):
            raise Unreadable("year", why.day) from why
        raise
    if _is_far(text, found.day, today):
        raise Unreadable("year", found.day)
    return found


def _is_far(text: str, day: date, today: date) -> bool:
    """Whether only a guessed year puts the day so far ahead."""
    return day - today > FAR and str(day.year) not in text and not re.search(rf"[./]{day:%y}\b", text)


def read_clock(text: str) -> time:
    """A time of the day such as ``17``, ``17:30``, ``17.30``, ``17h``, ``5 pm``. Raises Unreadable."""
    rest = NOISE.sub(" ", plain(text)).strip(" .")
    part = re.match(r"(am|pm)\s+(.+)", rest)
    found = _CLOCK.fullmatch(f"{part[2]} {part[1]}" if part else rest)
    if found is None:
        raise Unreadable("no_time")
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if found[4] == "pm" and hour < 12:
        hour += 12
    if found[4] == "am" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        raise Unreadable("no_time")
    return time(hour, minute)


def _clocks(rest: str) -> tuple[time | None, time | None]:
    """The time of the day that is left beside the day, and until when; ``5-7 pm`` is an afternoon."""
    left = NOISE.sub(" ", rest).strip(" .,")
    if left in {"", "am", "pm"}:
        return None, None
    found = _RANGE.fullmatch(left)
    if found is None:
        return read_clock(left), None
    till = read_clock(found["till"])
    first = found["from"] + " pm" * (found["till"].endswith("pm") and not found["from"].endswith("m"))
    return read_clock(first), till


def read_end(text: str, starts: datetime, today: date) -> datetime:
    """When something ends: a span (``2h``, ``półtorej godziny``), a time, or a day and a time. Raises Unreadable.

    A time before the start is a span: ``1:30`` after five o'clock lasts till half past six.
    """
    said = _ABOUT.sub("", plain(text))
    late = _HOUR_OF_DAY.fullmatch(said)
    said = late[1] if late and int(late[1]) > max(starts.hour, _LONG - 1) else said
    span = _spoken_span(said)
    if span is not None:
        return starts + span
    rest = _TILL.sub("", said)
    try:
        clock = read_clock(rest)
    except Unreadable:
        return _day_of_end(rest, starts, today)
    if rest == said and clock <= starts.time() and clock.hour < _LONG:
        return starts + timedelta(hours=clock.hour, minutes=clock.minute)
    return datetime.combine(starts.date(), clock)


def _spoken_span(said: str) -> timedelta | None:
    if _HALF.match(said):
        return timedelta(minutes=30)
    if _HOUR.match(said):
        return timedelta(hours=1)
    mixed = _MIXED.fullmatch(said)
    if mixed and ":" not in said:
        return timedelta(hours=int(mixed[1]), minutes=int(mixed[2]))
    spans = list(_SPAN.finditer(said))
    if not spans or _SPAN.sub("", said).strip(" i+andта"):
        return None
    return sum((_span(found[1], found[2]) for found in spans), timedelta())


def _day_of_end(rest: str, starts: datetime, today: date) -> datetime:
    """A day and a time; a day without a year is the next one after the start."""
    ends = read_moment(rest, today).at(starts.time())
    return ends if ends >= starts else read_moment(rest, starts.date()).at(starts.time())


def _span(number: str, unit: str) -> timedelta:
    amount = float(number.replace(",", "."))
    if unit[0] in "hgг":
        return timedelta(hours=amount)
    return timedelta(days=amount) if unit[0] in "dд" else timedelta(minutes=amount)


def _weekday(text: str) -> tuple[str, int | None]:
    for word in text.split():
        named = weekday(word.strip("."))
        if named is not None:
            return " ".join(text.replace(word, " ", 1).split()), named
    return text, None


def _day(text: str, named: int | None, today: date) -> tuple[str, date | None]:
    """The text without its date, and the date; without one it is the weekday ``named``."""
    rest, day = _dated(text, today)
    if day is not None or named is None:
        return rest, day
    monday = today.toordinal() - today.weekday()
    for words, weeks in ((NEXT_WEEK, 1), (LAST_WEEK, -1)):
        if words.search(text):
            return words.sub(" ", text), _ordinal(monday + 7 * weeks + named)
    return text, today + timedelta(days=(named - today.weekday() - 1) % 7 + 1)


def _ordinal(number: int) -> date:
    return date.fromordinal(max(1, number))


def _dated(text: str, today: date) -> tuple[str, date | None]:
    for word in text.split():
        if word in NEAR:
            return text.replace(word, " ", 1), _ordinal(today.toordinal() + NEAR[word])
    ahead = _AHEAD.search(text)
    if ahead:
        days = int(ahead[1] or 1) * (7 if ahead[2][0] in "twт" else 1)
        return _AHEAD.sub(" ", text, count=1), today + timedelta(days=days)
    found = _ISO.search(text)
    if found:
        return _ISO.sub(" ", text, count=1), _date(int(found[1]), int(found[2]), int(found[3]))
    for pattern, day, which in ((_NAMED, 1, 2), (_NAMED_FIRST, 2, 1)):
        for found in pattern.finditer(text):
            number = month(found[which])
            if number:
                return _without(text, found), _next(int(found[day]), number, found[3], today)
    for found in _NUMERIC.finditer(text):
        if 1 <= int(found[2]) <= 12:
            return _without(text, found), _next(int(found[1]), int(found[2]), found[3], today)
    return text, None


def _without(text: str, found: re.Match[str]) -> str:
    """What is before and behind the date, kept apart: ``8-9 grudnia 10`` is not from eight to ten."""
    return text[: found.start()] + " , " + text[found.end() :]


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
