"""When reminders are due."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.schedule import before, by_day, is_night, is_offset, morning, plan

WARSAW = ZoneInfo("Europe/Warsaw")
PLAN = ("7d", "1d 18:00", "2h")


def at(text: str) -> datetime:
    """A wall-clock time in Warsaw."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


def test_a_week_a_day_and_two_hours_before() -> None:
    due = plan(at("2026-12-08T17:00"), PLAN, at("2026-11-20T12:00"), WARSAW)
    assert [one.at for one in due] == [at("2026-12-01T17:00"), at("2026-12-07T18:00"), at("2026-12-08T15:00")]
    assert [one.offset for one in due] == ["7d", "1d 18:00", "2h"]


def test_each_reminder_is_of_use_until_the_next_and_the_last_until_the_start() -> None:
    due = plan(at("2026-12-08T17:00"), PLAN, at("2026-11-20T12:00"), WARSAW)
    assert [one.useful_until for one in due] == [due[1].at, due[2].at, at("2026-12-08T17:00")]


def test_who_signs_up_late_gets_the_reminders_still_to_come() -> None:
    due = plan(at("2026-12-08T17:00"), PLAN, at("2026-12-07T19:00"), WARSAW)
    assert [one.offset for one in due] == ["2h"]


def test_who_signs_up_in_the_last_hour_gets_none() -> None:
    assert plan(at("2026-12-08T17:00"), PLAN, at("2026-12-08T16:00"), WARSAW) == ()


@pytest.mark.parametrize(
    ("start", "a_week_before"),
    [("2027-03-31T17:00", "2027-03-24T17:00"), ("2026-10-28T17:00", "2026-10-21T17:00")],
)
def test_days_are_days_of_the_wall_clock_over_a_change_of_time(start: str, a_week_before: str) -> None:
    assert before(at(start), "7d", WARSAW) == at(a_week_before)


def test_hours_are_hours_over_a_change_of_time() -> None:
    start = at("2027-03-28T04:00")  # clocks went from 2:00 to 3:00
    assert start.astimezone(UTC) - before(start, "2h", WARSAW) == timedelta(hours=2)
    assert before(start, "2h", WARSAW).astimezone(WARSAW).hour == 1


def test_a_reminder_that_would_fall_into_the_night_waits_for_the_morning() -> None:
    assert by_day(at("2026-12-08T07:00"), at("2026-12-08T09:00"), WARSAW) == at("2026-12-08T08:00")


def test_before_an_event_at_eight_it_comes_the_evening_before() -> None:
    assert by_day(at("2026-12-08T06:00"), at("2026-12-08T08:00"), WARSAW) == at("2026-12-07T20:00")


def test_before_an_event_at_night_it_comes_at_night() -> None:
    assert by_day(at("2026-12-08T21:30"), at("2026-12-08T23:30"), WARSAW) == at("2026-12-08T21:30")


def test_an_evening_hour_is_moved_to_the_next_morning() -> None:
    assert morning(at("2026-12-08T22:30"), WARSAW) == at("2026-12-09T08:00")
    assert morning(at("2026-12-08T12:00"), WARSAW) == at("2026-12-08T12:00")


@pytest.mark.parametrize("text", ["7d", "1d 18:00", "2h", "0d 08:00", "100h"])
def test_offsets(text: str) -> None:
    assert is_offset(text)


@pytest.mark.parametrize("text", ["", "d", "7", "1d 25:00", "2h 10:00", "-1d", "1w"])
def test_what_is_no_offset_is_said_to_be_none(text: str) -> None:
    assert not is_offset(text)
    with pytest.raises(ValueError, match="is not an offset"):
        before(at("2026-12-08T17:00"), text, WARSAW)


moments = st.datetimes(at("2026-01-01").replace(tzinfo=None), at("2028-01-01").replace(tzinfo=None)).map(
    lambda naive: naive.replace(tzinfo=WARSAW)
)
offsets = st.sets(st.sampled_from(["14d", "7d", "3d 09:00", "1d 18:00", "1d 22:00", "12h", "2h", "1h"]))


@given(moments, offsets, moments)
def test_no_reminder_comes_at_night_after_the_start_or_in_the_past(
    start: datetime, plans: set[str], now: datetime
) -> None:
    for due in plan(start, plans, now, WARSAW):
        assert now < due.at < start
        assert due.at < due.useful_until <= start
        assert is_night(start, WARSAW) or not is_night(due.at, WARSAW)
