"""Offers from the waiting list: how long a seat is kept for somebody's answer."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import schedule

LONGEST = timedelta(hours=12)
SHORTEST = timedelta(minutes=30)
SHARE = 6
"""An offer may take this part of the time that is left until the event."""
CHANCES = 2
"""How many offers may go unanswered before somebody is taken off the list."""


def lapses_at(start: datetime, now: datetime, zone: ZoneInfo) -> datetime:
    """When an offer made ``now`` passes on (UTC).

    Twelve hours of daytime, fewer as the ``start`` comes near, half an hour at least; between 21:00 and 8:00 the
    time stands still, unless the event itself is then; never after the start.
    """
    window = min(LONGEST, max(SHORTEST, (start - now) / SHARE))
    if schedule.is_night(start, zone):
        return min(_rounded(now + window), start).astimezone(UTC)
    begins = schedule.morning(now, zone)
    while True:
        evening = datetime.combine(begins.astimezone(zone).date(), schedule.NIGHT_BEGINS, zone)
        if begins + window <= evening:
            return min(_rounded(begins + window), start).astimezone(UTC)
        window -= evening - begins
        begins = schedule.morning(evening, zone)


def _rounded(moment: datetime) -> datetime:
    """The next full five minutes, as a person would say it."""
    late = timedelta(minutes=moment.minute % 5, seconds=moment.second, microseconds=moment.microsecond)
    return moment + (timedelta(minutes=5) - late if late else timedelta())
