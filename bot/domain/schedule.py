"""When reminders are due: wall-clock planning in the organisation's zone, kept out of the night."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

NIGHT_BEGINS = time(21)
NIGHT_ENDS = time(8)
EVENING = time(20)
"""When a reminder is sent that would fall into a night right before its event."""

_OFFSET = re.compile(r"(?P<days>\d{1,3})d(?: (?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d))?|(?P<hours>\d{1,3})h")


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder: its ``offset`` in the event's plan, when it is due and until when it is of use (UTC)."""

    offset: str
    at: datetime
    useful_until: datetime


def is_offset(text: str) -> bool:
    """Whether ``text`` is an offset such as ``7d``, ``1d 18:00`` or ``2h``."""
    return _OFFSET.fullmatch(text) is not None


def length(offset: str) -> timedelta:
    """About how long before the start an offset is. Raises ValueError."""
    found = _OFFSET.fullmatch(offset)
    if found is None:
        raise ValueError(f"{offset!r} is not an offset such as 7d, 1d 18:00 or 2h")
    return timedelta(hours=int(found["hours"])) if found["hours"] else timedelta(days=int(found["days"]))


def before(start: datetime, offset: str, zone: ZoneInfo) -> datetime:
    """The moment ``offset`` before ``start`` (UTC). Days are days of the wall clock, hours are hours.

    Raises ValueError for anything but ``Nd``, ``Nd HH:MM`` and ``Nh``.
    """
    found = _OFFSET.fullmatch(offset)
    if found is None:
        raise ValueError(f"{offset!r} is not an offset such as 7d, 1d 18:00 or 2h")
    if found["hours"]:
        return start.astimezone(UTC) - timedelta(hours=int(found["hours"]))
    wall = start.astimezone(zone).replace(tzinfo=None) - timedelta(days=int(found["days"]))
    if found["hour"]:
        wall = wall.replace(hour=int(found["hour"]), minute=int(found["minute"]), second=0)
    return wall.replace(tzinfo=zone).astimezone(UTC)


def is_night(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether it is between 21:00 and 8:00 on the wall clock."""
    wall = moment.astimezone(zone).time()
    return wall >= NIGHT_BEGINS or wall < NIGHT_ENDS


def morning(moment: datetime, zone: ZoneInfo) -> datetime:
    """``moment`` itself by day, else the 8:00 that ends its night (UTC)."""
    if not is_night(moment, zone):
        return moment
    wall = moment.astimezone(zone)
    day = wall.date() + timedelta(days=1) if wall.time() >= NIGHT_BEGINS else wall.date()
    return datetime.combine(day, NIGHT_ENDS, zone).astimezone(UTC)


def by_day(moment: datetime, start: datetime, zone: ZoneInfo) -> datetime:
    """``moment`` moved out of the night, before ``start``; left alone when the event itself is at night."""
    if is_night(start, zone) or not is_night(moment, zone):
        return moment
    later = morning(moment, zone)
    if later < start:
        return later
    evening = datetime.combine(later.astimezone(zone).date() - timedelta(days=1), EVENING, zone)
    return evening.astimezone(UTC)


def plan(start: datetime, offsets: Iterable[str], now: datetime, zone: ZoneInfo) -> tuple[Due, ...]:
    """The reminders still to come, earliest first; each is of use until the next one, the last until the start."""
    start, now = start.astimezone(UTC), now.astimezone(UTC)
    moments = sorted({by_day(before(start, offset, zone), start, zone): offset for offset in offsets}.items())
    return tuple(
        Due(offset, moment, later)
        for (moment, offset), (later, _) in zip(moments, [*moments[1:], (start, "")], strict=False)
        if now < moment < start
    )
