"""Whoever sends faster than anybody reads is asked to wait, once."""

from collections import deque
from enum import Enum, auto

LIMIT = 40
SECONDS = 10.0
PEOPLE = 10_000
"""How many people are watched before the quiet ones are forgotten."""


class Pace(Enum):
    """What to do with an update."""

    FINE = auto()
    WARN = auto()
    IGNORE = auto()


class Flood:
    """Counts updates per person over a sliding window, in memory."""

    def __init__(self, limit: int = LIMIT, seconds: float = SECONDS) -> None:
        self._limit = limit
        self._seconds = seconds
        self._seen: dict[int, deque[float]] = {}

    def judge(self, person: int, moment: float) -> Pace:
        """Whether an update at ``moment`` (seconds of any steady clock) is handled."""
        if len(self._seen) > PEOPLE:
            self._seen = {who: times for who, times in self._seen.items() if moment - times[-1] < self._seconds}
        times = self._seen.setdefault(person, deque(maxlen=self._limit + 2))
        while times and moment - times[0] >= self._seconds:
            times.popleft()
        times.append(moment)
        if len(times) <= self._limit:
            return Pace.FINE
        return Pace.WARN if len(times) == self._limit + 1 else Pace.IGNORE
