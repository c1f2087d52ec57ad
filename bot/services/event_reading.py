"""Reading what is typed about an event: moments, places, numbers; each gives a clear reason when it cannot."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.content.calendar import LONGEST, LONGEST_OPTION, LONGEST_QUESTION
from bot.content.event_models import CODE
from bot.domain import schedule
from bot.domain.clock import zone_of
from bot.domain.forms import Draft, Value
from bot.domain.refusals import InvalidAnswer
from bot.domain.typed_times import Typed, Unreadable, read_ahead, read_end
from bot.services import answering

MOST_PEOPLE = 10_000
"""Seats of one event, so that a slip of the finger is no stadium."""
LONGEST_SPAN = timedelta(days=400)
LONGEST_LINK = 300
ONLINE = frozenset({"online", "on-line", "zdalnie", "онлайн"})
_POINT = re.compile(r"\s*(-?\d{1,2}[.,]\d+)[,;\s]+(-?\d{1,3}[.,]\d+)\s*")
_LINK = re.compile(r"https?://[^\s.]+\.\S+")


def start(_draft: Draft, typed: str, now: datetime) -> str:
    """A day and a time ahead, as the wall clock in ISO 8601; an end typed with it is read by ``end_of_start``."""
    return _ahead(_wall_of(_read(typed, now), typed), typed, now)


def moment(_draft: Draft, typed: str, now: datetime) -> str:
    """A day and a single time ahead, as the wall clock in ISO 8601."""
    return _ahead(any_moment(_draft, typed, now), typed, now)


def any_moment(_draft: Draft, typed: str, now: datetime) -> str:
    """A day from today on, and a single time, as the wall clock in ISO 8601."""
    found = _read(typed, now)
    if found.till is not None:
        raise InvalidAnswer("when_range", typed)
    return _wall_of(found, typed)


def _read(typed: str, now: datetime) -> Typed:
    try:
        return read_ahead(typed, now.date())
    except Unreadable as why:
        raise InvalidAnswer(f"when_{why.reason}", typed, why.day.toordinal() if why.day else None) from why


def _wall_of(found: Typed, typed: str) -> str:
    if found.clock is None:
        raise InvalidAnswer("when_hour", typed, found.day.toordinal())
    return found.at(found.clock).isoformat(timespec="minutes")


def _ahead(found: str, typed: str, now: datetime) -> str:
    if datetime.fromisoformat(found) <= now.replace(tzinfo=None):
        raise InvalidAnswer("when_past", typed)
    return found


def end_of_start(_draft: Draft, typed: str, now: datetime) -> str | None:
    """The end typed together with the start, as in ``8 grudnia 17-19``; one before it is on the next day."""
    found = _read(typed, now)
    if found.clock is None or found.till is None:
        return None
    days = 1 if found.till <= found.clock else 0
    return datetime.combine(found.day + timedelta(days=days), found.till).isoformat(timespec="minutes")


def ending(key: str) -> Callable[[Draft, str, datetime], str]:
    """How an end is read whose start is the answer to ``key``."""

    def read(draft: Draft, typed: str, now: datetime) -> str:
        starts = datetime.fromisoformat(str(draft.answers[key]))
        try:
            ends = read_end(typed, starts, now.date())
        except Unreadable as why:
            raise InvalidAnswer("end", typed) from why
        if not starts < ends <= starts + LONGEST_SPAN:
            raise InvalidAnswer("end_order", typed)
        return ends.isoformat(timespec="minutes")

    return read


def place(_draft: Draft, typed: str, _now: datetime) -> list[str]:
    """A name and an address, by lines or by the first comma, perhaps with a point; or that it is online."""
    if typed.casefold() in ONLINE:
        return ["online"]
    lines = [" ".join(line.split()) for line in typed.splitlines() if line.strip()]
    if len(lines) == 1:
        name, _, address = lines[0].partition(",")
        lines = [name.strip(), address.strip()]
    if not lines or len(lines[0]) < 2:
        raise InvalidAnswer("place", typed)
    name, address = lines[0], lines[1] if len(lines) > 1 else ""
    for text, most in ((name, LONGEST["place"]), (address, LONGEST["address"])):
        if len(text) > most:
            raise InvalidAnswer("too_long", str(len(text)), high=most)
    found = _POINT.fullmatch(lines[2]) if len(lines) > 2 else None
    return ["known", name, address, *_degrees(found)] if found else ["typed", name, address]


def point(_draft: Draft, typed: str, _now: datetime) -> list[str]:
    """Degrees north and east, from a shared place or typed."""
    found = _POINT.fullmatch(typed)
    degrees = _degrees(found) if found else ()
    if not degrees or abs(float(degrees[0])) > 90 or abs(float(degrees[1])) > 180:
        raise InvalidAnswer("point", typed)
    return list(degrees)


def _degrees(found: re.Match[str]) -> tuple[str, str]:
    return found[1].replace(",", "."), found[2].replace(",", ".")


def link(_draft: Draft, typed: str, _now: datetime) -> str:
    """An address on the web."""
    if not _LINK.fullmatch(typed) or len(typed) > LONGEST_LINK:
        raise InvalidAnswer("link", typed)
    return typed


def line(most: int) -> Callable[[Draft, str, datetime], str]:
    """How one line of words is read."""

    def read(_draft: Draft, typed: str, _now: datetime) -> str:
        text = " ".join(typed.split())
        if len(text) > most:
            raise InvalidAnswer("too_long", str(len(text)), high=most)
        if len(text) < 2:
            raise InvalidAnswer("short", text, 2, most)
        return text

    return read


def text(most: int) -> Callable[[Draft, str, datetime], str]:
    """How words are read whose lines stay as they are."""

    def read(_draft: Draft, typed: str, _now: datetime) -> str:
        if len(typed) > most:
            raise InvalidAnswer("too_long", str(len(typed)), high=most)
        if not typed:
            raise InvalidAnswer("empty", typed)
        return typed

    return read


def people(_draft: Draft, typed: str, _now: datetime) -> int:
    """How many people."""
    found = re.fullmatch(r"(\d{1,9})\D{0,20}", typed)
    if found is None or not 1 <= int(found[1]) <= MOST_PEOPLE:
        raise InvalidAnswer("people", typed, 1, MOST_PEOPLE)
    return int(found[1])


def offset(_draft: Draft, typed: str, _now: datetime) -> str:
    """A time before the start, such as ``1d 18:00``."""
    if not schedule.is_offset(typed):
        raise InvalidAnswer("offset", typed)
    return typed


def code(_draft: Draft, typed: str, _now: datetime) -> str:
    """A code of an event."""
    if not re.fullmatch(CODE, typed):
        raise InvalidAnswer("code", typed)
    return typed


def choices(_draft: Draft, typed: str, _now: datetime) -> list[str]:
    """The options of a question, a line each."""
    found = list(dict.fromkeys(" ".join(one.split()) for one in typed.splitlines() if one.strip()))
    if len(found) == 1:
        found = list(dict.fromkeys(one.strip() for one in found[0].split(",") if one.strip()))
    if len(found) < 2:
        raise InvalidAnswer("choices_two", typed)
    longest = max(found, key=len)
    if len(longest) > LONGEST_OPTION:
        raise InvalidAnswer("too_long", str(len(longest)), high=LONGEST_OPTION)
    if len(found) > MOST_OPTIONS:
        raise InvalidAnswer("choices_many", str(len(found)), high=MOST_OPTIONS)
    return found


MOST_OPTIONS = 20
"""Choices of one question, so that they fit on a phone."""


def aware(value: Value, now: datetime) -> datetime:
    """The moment of an answer, on the organisation's wall clock."""
    return datetime.fromisoformat(str(value)).replace(tzinfo=zone_of(now))


def wall(value: datetime, now: datetime) -> str:
    """The same the other way round: a moment as an answer."""
    return value.astimezone(zone_of(now)).replace(tzinfo=None).isoformat(timespec="minutes")


_MOMENTS = ("edit_opens", "edit_closes", "edit_cancel", "edit_decide", "edit_release")
_LINES = {"edit_title": "title", "edit_title_en": "title", "edit_title_uk": "title"}
_TEXTS = {"edit_description": "description", "edit_description_en": "description", "edit_description_uk": "description"}

for _key in ("edit_when", "session_when"):
    answering.own(_key, start, beside=end_of_start)
answering.own("copy_when", moment)
for _key in _MOMENTS:
    answering.own(_key, any_moment)
for _key, _limit in _LINES.items():
    answering.own(_key, line(LONGEST[_limit]))
for _key, _limit in _TEXTS.items():
    answering.own(_key, text(LONGEST[_limit]))
for _key in ("edit_seats", "edit_queue", "edit_organisation_seats", "edit_minimum", "group_seats", "group_minimum"):
    answering.own(_key, people)
for _key in ("edit_code", "edit_after", "edit_not_after"):
    answering.own(_key, code)
for _key in ("edit_unconfirmed", "edit_shortage"):
    answering.own(_key, offset)
answering.own("edit_end", ending("edit_when"))
answering.own("session_end", ending("session_when"))
answering.own("edit_place", place)
answering.own("session_place", place)
answering.own("edit_link", link)
answering.own("edit_pin", point)
answering.own("edit_accessibility", text(LONGEST["accessibility"]))
answering.own("group_name", line(LONGEST_OPTION))
answering.own("session_title", line(LONGEST["title"]))
answering.own("question_text", line(LONGEST_QUESTION))
answering.own("question_options", choices)
