"""Time is an argument: whoever needs it is given a clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


class Clock:
    """The present moment on the organisation's wall clock, aware; the sandbox moves it forward.

    ``stands_at`` is a clock that only passes when it is moved.
    """

    def __init__(self, zone: ZoneInfo, stands_at: datetime | None = None) -> None:
        self.zone = zone
        self._stands_at = stands_at
        self._ahead = timedelta()

    def now(self) -> datetime:
        """The moment, to the second, in the organisation's zone."""
        return (
            ((self._stands_at or datetime.now(UTC)).astimezone(UTC) + self._ahead)
            .replace(microsecond=0)
            .astimezone(self.zone)
        )

    def move(self, span: timedelta) -> None:
        """Put the clock forward. Raises ValueError for a span that would put it back."""
        if span < timedelta():
            raise ValueError("the clock only moves forward")
        self._ahead += span


def zone_of(now: datetime) -> ZoneInfo:
    """The organisation's zone, which every ``now`` carries. Raises TypeError for a moment without one."""
    if not isinstance(now.tzinfo, ZoneInfo):
        raise TypeError(f"{now!r} does not carry the organisation's zone")
    return now.tzinfo
