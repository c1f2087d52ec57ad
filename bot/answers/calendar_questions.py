"""Questions about the calendar: which days are meant, and which events fall on them."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.answers.lexicon import FILLERS, GENERIC_EVENTS
from bot.answers.matching import mistyped, related
from bot.answers.normalising import fold, words
from bot.answers.questions import WHOLE, Question
from bot.answers.values import CalendarEntry
from bot.answers.wordlists import WordList
from bot.content import Facet

Span = tuple[date, date]

_WEEKDAYS = (
    r"poniedzial\w*|monday|понеділ\w*",
    r"wtor\w*|tuesday|вівтор\w*",
    r"srod[aey]\w*|wednesday|серед[ауи]",
    r"czwart(?:ek|ku|kiem)|thursday|четвер\w*",
    r"piat(?:ek|ku|kiem)|friday|п\W?ятниц\w*",
    r"sobot\w*|saturday|субот\w*",
    r"niedziel\w*|sunday|неділ[юія]\w*",
)
_TODAY = re.compile(r"\b(dzis|dzisiaj|dzisiejsz\w+|today|tonight|сьогодні)\b")
_TOMORROW = re.compile(r"\b(jutro|jutrzejsz\w+|tomorrow|завтра)\b")
_AFTER = re.compile(r"\b(pojutrze|day after tomorrow|післязавтра)\b")
_IN_A_WEEK = re.compile(r"\b(za tydzien|in a week|a week from|через тиждень|за тиждень)\b")
_PART_OF_DAY = re.compile(
    r"\b(rano|wieczor\w*|przed poludniem|po poludniu|in the (?:morning|afternoon|evening)|ранку|вранці|увечері|ввечері"
    r"|вдень|після обіду)\b"
)
_NEXT = r"(?:przyszl\w+|nastepn\w+|kolejn\w+|next|наступн\w+)"
_THIS = r"(?:tym|ten|tego|biezac\w+|this|цього|цьому|цей|поточн\w+)"
_WEEK = r"(?:tygodni\w*|tydzien|week|тижн\w+|тиждень)"
_MONTH = r"(?:miesiac\w*|month|місяц\w+)"
_MONTHS = (
    r"stycz\w*|january|січ\w*",
    r"lut(?:y|ego|ym)|february|лют\w*",
    r"marz?[ec]\w*|marca|march|берез\w*",
    r"kwie\w*|april|квіт\w*",
    r"maj\w?|may|трав\w*",
    r"czerw\w*|june|черв\w*",
    r"lip(?:iec|ca|cu)|july|лип\w*",
    r"sierp\w*|august|серп\w*",
    r"wrze\w*|september|верес\w*",
    r"pazdz\w*|october|жовт\w*",
    r"listopad\w*|november|листопад\w*",
    r"grud\w*|december|груд\w*",
)
_ANY_MONTH = "|".join(_MONTHS)
_DAY_OF = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_ANY_MONTH})\b(?! \d{{4}})")
_IN_MONTH = re.compile(rf"\b(?:w|we|in|у|в) (?P<month>{_ANY_MONTH})\b(?! \d{{4}})")
_WHICH_DAYS = re.compile(r"\b(jaki|jakim|ktory|ktorym|which|what|який|якому|котрий) (weekend|вихідн|уїкенд)")
_WEEKEND = re.compile(r"\b(weekend\w*|вихідн\w+|вікенд\w*)\b")
_NEAREST = re.compile(
    r"\b(najblizsz\w+|nadchodz\w+|upcoming|найближч\w+|wydarzeni\w*|next|soon|wkrotce|niedlugo|незабаром|скоро|kalendarz\w*"
    r"|calendar|events?|поді[йїя]\w*|nastepn\w+|наступн\w+|now|teraz|obecnie|aktualnie|зараз)\b"
)
_ON_A_CARD = frozenset({Facet.WHEN, Facet.PLACE, Facet.SIGNUP, Facet.SEATS})
"""What the calendar knows of an event."""
_CACHED = 4096
_ANY_EVENT = WordList("spotkan* wydarzen* zajec*", "event* meeting*", "поді* зустріч*")
"""Words for whatever event is being talked of, even where they stand in the title of another."""


@dataclass(frozen=True, slots=True)
class Found:
    """Events for a question; ``span`` None is whatever comes next."""

    span: Span | None
    events: tuple[CalendarEntry, ...]


def span_of(text: str, today: date) -> Span | None:
    """The days a folded text speaks of, seen from ``today``."""
    if _AFTER.search(text):
        return _day(today + timedelta(days=2))
    if _TOMORROW.search(text):
        return _day(today + timedelta(days=1))
    if _TODAY.search(text):
        return _day(today)
    for number, pattern in enumerate(_WEEKDAYS):
        if re.search(rf"\b(?:{pattern})\b", text):
            later = 7 if _IN_A_WEEK.search(text) else 0
            return _day(today + timedelta(days=(number - today.weekday()) % 7 + later))
    return _dated_span(text, today) or _longer(text, today)


def _dated_span(text: str, today: date) -> Span | None:
    """A day of a month, ``8 grudnia``, or a month, ``w grudniu``: the next one."""
    if hit := _DAY_OF.search(text):
        day, month = int(hit["day"]), _month(hit["month"])
        years = (year for year in (today.year, today.year + 1) if 1 <= day <= monthrange(year, month)[1])
        days = (date(year, month, day) for year in years)
        return next((_day(one) for one in days if one >= today), None)
    if hit := _IN_MONTH.search(text):
        month = _month(hit["month"])
        first = date(today.year + (month < today.month), month, 1)
        return max(first, today), first.replace(day=monthrange(first.year, month)[1])
    return None


def _month(word: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, start=1) if re.fullmatch(month, word))


def _longer(text: str, today: date) -> Span | None:
    monday = today - timedelta(days=today.weekday())
    if re.search(rf"\b{_NEXT} {_WEEK}\b", text):
        return monday + timedelta(days=7), monday + timedelta(days=13)
    if re.search(rf"\b{_THIS} {_WEEK}\b", text):
        return today, monday + timedelta(days=6)
    if re.search(rf"\b{_NEXT} {_MONTH}\b", text):
        first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    if re.search(rf"\b{_THIS} {_MONTH}\b", text):
        return today, today.replace(day=monthrange(today.year, today.month)[1])
    if _WEEKEND.search(text) and not re.search(r"\d", text) and not _WHICH_DAYS.search(text):
        return max(today, monday + timedelta(days=5)), monday + timedelta(days=6)
    return None


def _day(day: date) -> Span:
    return day, day


def about_calendar(
    text: str, question: Question, calendar: Sequence[CalendarEntry], now: datetime, project: str | None
) -> Found | None:
    """Events asked for, or None when the question is about something else."""
    folded = " ".join(fold(text).split())
    span = span_of(folded, now.date())
    rest = _unexplained(question, calendar, folded)
    if rest or (span is None and not (_NEAREST.search(folded) or _asks_of_titled(question, calendar, project))):
        return None
    if span is None and not _asks_for_events(question):
        return None
    events = [entry for entry in calendar if project is None or entry.project == project]
    when = {entry.id: coming for entry in events if (coming := entry.coming(now, span))}
    events = [entry for entry in events if entry.id in when]
    dated = _dated(folded)
    days = {at for at, word in enumerate(_said(question)) if word in dated}
    named = [entry for entry in events if _places(entry, question) - days]
    wanted = named if named or any(_places(entry, question) - days for entry in calendar) else events
    if not wanted and _DAY_OF.search(folded):  # perhaps of a day that is past
        return None
    if not wanted and question.entities and not _asks_for_events(question) and _TODAY.search(folded):
        return None
    return Found(span, tuple(sorted(wanted, key=lambda entry: when[entry.id])))


def events_named(
    question: Question, calendar: Sequence[CalendarEntry], project: str, now: datetime
) -> tuple[CalendarEntry, ...]:
    """Coming events of ``project`` whose title the question repeats, the nearest two."""
    hits = [entry for entry in calendar if entry.project == project and entry.ends > now and _named(entry, question)]
    return tuple(sorted(hits, key=lambda entry: entry.starts)[:2])


def events_meant(question: Question, calendar: Sequence[CalendarEntry]) -> tuple[CalendarEntry, ...]:
    """Events whose title the question repeats, those that most of its words are about; the nearest first."""
    common = {at for at, word in enumerate(_said(question)) if _ANY_EVENT.holds(word)}
    shares = {entry.id: len(_places(entry, question) - common) for entry in calendar}
    most = max(shares.values(), default=0)
    meant = [entry for entry in calendar if most and shares[entry.id] == most]
    return tuple(sorted(meant, key=lambda entry: entry.starts))


def event_meant(question: Question, calendar: Sequence[CalendarEntry]) -> CalendarEntry | None:
    """The only event whose title the question repeats in more than a word for its sort, or the name of a project."""
    meant = events_meant(question, calendar)
    if len(meant) != 1:
        return None
    projects = frozenset().union(*(named.places for named in question.named if named.name.entity is None))
    said = [question.tokens[at].word for at in _places(meant[0], question) - projects]
    return meant[0] if not all(GENERIC_EVENTS.holds(word) for word in said) else None


def about_events(question: Question, calendar: Sequence[CalendarEntry], folded: str) -> frozenset[int]:
    """Places of words that only say which event is meant: of its title, its sort, its day."""
    named = frozenset().union(*(_places(entry, question) for entry in calendar))
    dated = _dated(folded)
    said = enumerate(_said(question))
    return named | {at for at, word in said if word in dated or GENERIC_EVENTS.holds(word)}


def told_by(events: Sequence[CalendarEntry], asked: Question, project: str) -> bool:
    """Whether the calendar is an answer: a day, place or seats of these events are asked for, and nothing besides."""
    if not events or _ON_A_CARD.isdisjoint(asked.asked.facets) or asked.done or asked.asks_the_year:
        return False
    if asked.how_many and not asked.asks_for_free_seats:
        return False
    if Facet.PLACE in asked.asked.firm and not all(event.place for event in events):
        return False
    said = about_events(asked, events, asked.said) | asked.own_places(project) | asked.verbs
    return said.issuperset(asked.telling)


def _asks_of_titled(question: Question, calendar: Sequence[CalendarEntry], project: str | None) -> bool:
    """Whether a day, a place or seats are asked of events by their titles, *kiedy jest forum*, and of no project."""
    asks = {Facet.WHEN, Facet.PLACE, Facet.SEATS} & question.asked.firm
    return bool(asks) and project is None and any(_named(entry, question) for entry in calendar)


def _asks_for_events(question: Question) -> bool:
    return any(GENERIC_EVENTS.holds(token.word) for token in question.tokens)


def _said(question: Question) -> tuple[str, ...]:
    return tuple(token.word for token in question.tokens)


def _places(entry: CalendarEntry, question: Question) -> frozenset[int]:
    """Places of the words that stand in the event's title."""
    return _repeated(_said(question), tuple(entry.title.texts.values()))


@lru_cache(_CACHED)
def _repeated(said: tuple[str, ...], title: tuple[str, ...]) -> frozenset[int]:
    titled = _title_words(title)
    return frozenset(at for at, word in enumerate(said) if any(_alike(word, other) for other in titled))


@lru_cache(_CACHED)
def _title_words(title: tuple[str, ...]) -> frozenset[str]:
    found = (word for text in title for word in words(text) if len(word) > 3)
    return frozenset(word for word in found if not FILLERS.holds(word))


def _named(entry: CalendarEntry, question: Question) -> bool:
    return bool(_places(entry, question))


def _alike(word: str, other: str) -> bool:
    """Whether they are the same but for an ending or a slip, which hardly ever hits the first letter."""
    if word[0] != other[0] and word[1:2] != other[0]:
        return False
    return related(word, other) >= 0.9 or mistyped(word, other)


def _dated(folded: str) -> set[str]:
    """The words that say which day."""
    return {
        word for pattern in (*_WEEKDAYS, *_PATTERNS) for hit in re.finditer(pattern, folded) for word in hit[0].split()
    }


def _unexplained(question: Question, calendar: Sequence[CalendarEntry], folded: str) -> bool:
    dated = _dated(folded)
    titled = frozenset().union(*(_places(entry, question) for entry in calendar))
    places = {place for named in question.named for place in named.places}
    for at, token in enumerate(question.tokens):
        known = at in places or token.word in dated or GENERIC_EVENTS.holds(token.word)
        if question.weights[at] == WHOLE and not known and at not in titled:
            return True
    return bool(question.asked.never)


_PATTERNS = (
    _TODAY.pattern,
    _TOMORROW.pattern,
    _AFTER.pattern,
    _WEEKEND.pattern,
    _NEAREST.pattern,
    rf"\b(?:{_NEXT}|{_THIS}) (?:{_WEEK}|{_MONTH})\b",
    _IN_A_WEEK.pattern,
    _PART_OF_DAY.pattern,
    _DAY_OF.pattern,
    _IN_MONTH.pattern,
)
