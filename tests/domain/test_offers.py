"""How long a seat is kept for somebody's answer."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import offers, schedule

from ..town import WARSAW


def at(text: str) -> datetime:
    """A moment on the wall clock of Warsaw."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


@pytest.mark.parametrize(
    ("now", "start", "until"),
    [
        ("2026-11-23T09:00", "2026-12-08T17:00", "2026-11-23T21:00"),
        ("2026-11-23T12:00", "2026-12-08T17:00", "2026-11-24T11:00"),
        ("2026-11-23T22:30", "2026-12-08T17:00", "2026-11-24T20:00"),
        ("2026-11-24T03:00", "2026-12-08T17:00", "2026-11-24T20:00"),
        ("2026-12-07T17:00", "2026-12-08T17:00", "2026-12-07T21:00"),
        ("2026-12-08T11:00", "2026-12-08T17:00", "2026-12-08T12:00"),
        ("2026-12-08T16:00", "2026-12-08T17:00", "2026-12-08T16:30"),
        ("2026-12-08T16:50", "2026-12-08T17:00", "2026-12-08T17:00"),
        ("2026-12-07T22:30", "2026-12-08T08:20", "2026-12-08T08:20"),
        ("2026-12-05T21:30", "2026-12-05T23:00", "2026-12-05T22:00"),
    ],
)
def test_the_window_shrinks_as_the_event_comes_near_and_stands_still_at_night(now: str, start: str, until: str) -> None:
    assert offers.lapses_at(at(start), at(now), WARSAW) == at(until)


def test_it_is_kept_over_the_night_the_clocks_change() -> None:
    assert offers.lapses_at(at("2026-04-20T17:00"), at("2026-03-28T20:00"), WARSAW) == at("2026-03-29T19:00")


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda wall: wall.replace(tzinfo=WARSAW))  # noqa: DTZ001


@given(moments, st.timedeltas(timedelta(minutes=1), timedelta(days=60)))
def test_an_offer_lapses_after_now_by_day_and_never_after_the_start(now: datetime, left: timedelta) -> None:
    start = datetime.fromtimestamp(now.timestamp() + left.total_seconds(), WARSAW)
    until = offers.lapses_at(start, now, WARSAW)
    assert now < until <= start
    by_night = schedule.is_night(until - timedelta(seconds=1), WARSAW)
    assert not by_night or until == start or schedule.is_night(start, WARSAW)
