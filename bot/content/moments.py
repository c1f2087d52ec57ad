"""Times as people write them: wall-clock times, and spans after something."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.domain.clock import zone_of

_SPAN = re.compile(r"\+(\d{1,4})(d|h|m)(?: (\d{1,2}):(\d{2}))?")
_UNITS = {"d": "days", "h": "hours", "m": "minutes"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as written: a wall-clock time, or a span after something (``+3d 17:00``, ``+2h``, ``+125m``)."""

    wall: datetime | None = None
    span: timedelta = timedelta()
    clock: time | None = None

    def after(self, base: datetime) -> datetime:
        """The aware moment, in the zone of ``base``, which spans are counted from."""
        zone = zone_of(base)
        if self.wall is not None:
            return self.wall.replace(tzinfo=zone)
        if self.clock is None and not self.span.days:
            return datetime.fromtimestamp(base.timestamp() + self.span.total_seconds(), zone)
        wall = base.replace(tzinfo=None) + self.span
        return (datetime.combine(wall.date(), self.clock) if self.clock else wall).replace(tzinfo=zone)


def parse_moment(value: object) -> Moment:
    """A TOML local date-time, or a span such as ``+3d 17:00``. Raises ValueError."""
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            raise ValueError("is a time with a zone; write the wall clock, such as 2026-12-08T17:00:00")
        return Moment(wall=value)
    found = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if found is None or (found[3] and found[2] != "d"):
        raise ValueError(f"is not a time: {value}; write 2026-12-08T17:00:00, +3d 17:00, +2h or +125m")
    try:
        clock = time(int(found[3]), int(found[4])) if found[3] else None
    except ValueError:
        raise ValueError(f"is not a time of the clock: {value}") from None
    return Moment(span=timedelta(**{_UNITS[found[2]]: int(found[1])}), clock=clock)
