"""Charts for the chat: bars and columns that say in words and numbers what they show, so colour carries nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date
from babel.numbers import format_percent

from bot.documents.parts import Heading, freshness, words
from bot.documents.pictures import MARGIN, SMALLEST, WIDTH, Sheet
from bot.documents.typefaces import ACCENT, BOLD, LINE, QUIET, REGULAR, TINT, fitted, flowing, in_pixels
from bot.texts import Translator

MOST_COLUMNS = 14
"""Days, then weeks, then months: as many as can be told apart on a phone."""
MOST_BARS = 24

_INSIDE = WIDTH - 2 * MARGIN
_BAR, _ROW = 34, 124
_PLOT = 460


@dataclass(frozen=True, slots=True)
class Share:
    """A bar: so many, out of ``of`` when there is a bound; ``note`` is a few words of the caller's under it."""

    label: str
    value: int
    of: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    label: str
    name: str
    value: int


def sign_ups_over_time(heading: Heading, days: Mapping[date, int], *, t: Translator) -> bytes:
    """How many signed up on each day; of a long time in each week, of a longer one in each month. A PNG."""
    total = sum(days.values())
    if not total:
        return _closed(_opened(heading, words(t("Nothing to count yet")), 1_900), heading, t)
    caption, columns = _columns(days, t)
    best = max(columns, key=lambda column: column.value)
    signed = t.n("{n} sign-up", "{n} sign-ups", total)
    fact = t("{signed}. Most: {period} ({count})", signed=signed, period=best.name, count=best.value)
    sheet = _opened(heading, words(fact), 1_900)
    sheet.paragraph(caption, 32, colour=QUIET, lines=2, least=SMALLEST)
    sheet.low += 24
    _draw_columns(sheet, columns)
    return _closed(sheet, heading, t)


def seats_by_group(heading: Heading, groups: Sequence[Share], *, t: Translator) -> bytes:
    """Seats taken out of those of each group. A PNG."""
    taken, seats = _sums(groups)
    fact = t("Seats taken: {taken} of {all}", taken=taken, all=seats) if seats else t("Nothing to count yet")
    full = words(t("full"))
    marked = [_noted(share, full) if share.of and share.value >= share.of else share for share in groups]
    return _bars(heading, words(fact), marked, t)


def attendance_by_session(heading: Heading, sessions: Sequence[Share], *, t: Translator) -> bytes:
    """How many came, out of those who were expected, at each meeting. A PNG."""
    came, expected = _sums(sessions)
    if not expected:
        fact = t("Nothing to count yet")
    elif len(sessions) == 1:
        fact = t.n("{came} of {n} person came", "{came} of {n} people came", expected, came=came)
    else:
        rate = format_percent(came / expected, locale=t.language)
        fact = t("On average {rate} of those expected came", rate=rate)
    return _bars(heading, words(fact), sessions, t)


def where_heard(heading: Heading, sources: Sequence[Share], *, t: Translator) -> bytes:
    """Where people heard of it, the most frequent first. A PNG."""
    ranked = sorted(sources, key=lambda share: -share.value)
    total = sum(share.value for share in ranked)
    fact = t("Nothing to count yet")
    if total:
        first = ranked[0]
        fact = t(
            "Heard of us most often from: {source} ({count} of {all})", source=first.label, count=first.value, all=total
        )
    return _bars(heading, words(fact), ranked, t)


def _sums(shares: Sequence[Share]) -> tuple[int, int]:
    """The values and the bounds of those that have one."""
    bound = [share for share in shares if share.of is not None]
    return sum(share.value for share in bound), sum(share.of or 0 for share in bound)


def _noted(share: Share, note: str) -> Share:
    return Share(share.label, share.value, share.of, " · ".join(filter(None, (note, words(share.note)))))


def _opened(heading: Heading, fact: str, height: int) -> Sheet:
    """A sheet with what it is about, and the fact as a sentence."""
    sheet = Sheet(height)
    sheet.low = 52
    sheet.paragraph(heading.title, 36, colour=QUIET, lines=2, least=SMALLEST)
    sheet.low += 10
    sheet.paragraph(fact, 54, bold=True, lines=3, least=40)
    sheet.low += 40
    return sheet


def _closed(sheet: Sheet, heading: Heading, t: Translator) -> bytes:
    """The picture, with its age and the funder's line below."""
    sheet.low += 8
    sheet.paragraph(freshness(heading, t), SMALLEST, colour=QUIET)
    sheet.paragraph(heading.attribution, SMALLEST - 4, colour=QUIET)
    sheet.low += 44
    return sheet.png()


def _bars(heading: Heading, fact: str, shares: Sequence[Share], t: Translator) -> bytes:
    shown = _few(shares, t)
    sheet = _opened(heading, fact, 1_400 + 2 * _ROW * len(shown))
    longest = max((share.value for share in shown), default=0)
    for share in shown:
        _draw_bar(sheet, share, longest, t)
    return _closed(sheet, heading, t)


def _few(shares: Sequence[Share], t: Translator) -> list[Share]:
    """All of them, or the first ones and the rest in one."""
    if len(shares) <= MOST_BARS:
        return list(shares)
    rest = shares[MOST_BARS - 1 :]
    bounds = [share.of for share in rest if share.of is not None]
    name = words(t.n("{n} other", "{n} others", len(rest)))
    return [*shares[: MOST_BARS - 1], Share(name, sum(share.value for share in rest), sum(bounds) if bounds else None)]


def _draw_bar(sheet: Sheet, share: Share, longest: int, t: Translator) -> None:
    """Label and value above, the bar below: of its own bound, or else compared with the longest."""
    value = words(t("{value} of {all}", value=share.value, all=share.of)) if share.of is not None else str(share.value)
    room = _INSIDE - in_pixels(BOLD)(value, 40) - 40
    size, lines = fitted(flowing(share.label), room, 96, 38, SMALLEST, in_pixels(REGULAR))
    for line in lines:
        sheet.word((MARGIN, sheet.low), line, size)
        sheet.low += round(size * 1.22)
    sheet.word((WIDTH - MARGIN, sheet.low), value, 40, bold=True, anchor="rd")
    sheet.low += 8
    whole = share.of if share.of is not None else longest
    filled = round(_INSIDE * min(1.0, share.value / whole)) if whole else 0
    box = (MARGIN, sheet.low, MARGIN + _INSIDE, sheet.low + _BAR)
    if share.of is not None:
        sheet.draw.rounded_rectangle(box, 8, TINT, LINE, 2)
    if filled:
        sheet.draw.rounded_rectangle((*box[:2], MARGIN + max(filled, 10), box[3]), 8, ACCENT)
    sheet.low += _BAR + 8
    sheet.paragraph(share.note, SMALLEST, colour=QUIET, lines=2)
    sheet.low += 34


def _columns(days: Mapping[date, int], t: Translator) -> tuple[str, list[_Column]]:
    """What a column stands for, and every day, week or month from the first to the last, also the empty ones."""
    caption, periods = _periods(min(days), max(days), t)
    ends = [*(start for start, _, _ in periods[1:]), date.max]
    return words(caption), [
        _Column(label, name, sum(count for day, count in days.items() if start <= day < end))
        for (start, label, name), end in zip(periods, ends, strict=True)
    ]


def _periods(first: date, last: date, t: Translator) -> tuple[str, list[tuple[date, str, str]]]:
    """What they are, and where each begins, its short label and its name."""
    monday = first - timedelta(days=first.weekday())
    if (last - first).days < MOST_COLUMNS:
        starts = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        return t("Sign-ups day by day"), [(start, _short(start), t.day(start)) for start in starts]
    if (last - monday).days < MOST_COLUMNS * 7:
        starts = [monday + timedelta(weeks=number) for number in range((last - monday).days // 7 + 1)]
        named = [(start, _short(start), words(t("week from {day}", day=t.date(start)))) for start in starts]
        return t("Sign-ups week by week, each from the day shown"), named
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    starts = [date(month // 12, month % 12 + 1, 1) for month in months]
    language = t.language
    return t("Sign-ups month by month"), [
        (start, format_date(start, "LLL", locale=language), format_date(start, "LLLL y", locale=language))
        for start in starts
    ]


def _short(day: date) -> str:
    return f"{day.day}.{day.month:02}"


def _draw_columns(sheet: Sheet, columns: Sequence[_Column]) -> None:
    """Columns from a common ground, the value above each and the day below as many as there is room for."""
    tallest = max(column.value for column in columns)
    step = _INSIDE / len(columns)
    wide = min(120, step * 0.72)
    ground = sheet.low + 50 + _PLOT
    every = -(-len(columns) * 96 // _INSIDE)
    for number, column in enumerate(columns):
        middle = round(MARGIN + step * (number + 0.5))
        top = ground - round(_PLOT * column.value / tallest)
        if column.value:
            sheet.draw.rectangle((round(middle - wide / 2), top, round(middle + wide / 2), ground), ACCENT)
            sheet.word((middle, top - 8), str(column.value), 36, bold=True, anchor="md")
        if number % every == 0:
            sheet.word((middle, ground + 14), column.label, SMALLEST, anchor="ma")
    sheet.draw.line((MARGIN, ground, WIDTH - MARGIN, ground), QUIET, 3)
    sheet.low = ground + 14 + round(SMALLEST * 1.22) + 30
