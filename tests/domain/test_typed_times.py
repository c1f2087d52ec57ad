"""Dates and times as people type them; today is Monday, 23 November 2026."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.typed_times import Typed, Unreadable, read_ahead, read_clock, read_end, read_moment

TODAY = date(2026, 11, 23)
STARTS = datetime(2026, 12, 8, 17, 0)  # noqa: DTZ001 - a time on the wall clock


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jutro 18", "2026-11-24 18:00"),
        ("dziś 20:15", "2026-11-23 20:15"),
        ("pojutrze o 9", "2026-11-25 09:00"),
        ("wt 8.12 17:00", "2026-12-08 17:00"),
        ("8 grudnia o 17", "2026-12-08 17:00"),
        ("8 grudnia 2026 r. godz. 17.30", "2026-12-08 17:30"),
        ("8.12 17.00", "2026-12-08 17:00"),
        ("8.12.2026, 17", "2026-12-08 17:00"),
        ("8 XII 17", "2026-12-08 17:00"),
        ("2026-12-08 17:00", "2026-12-08 17:00"),
        ("2026-12-08T17:00", "2026-12-08 17:00"),
        ("w piątek o 18", "2026-11-27 18:00"),
        ("w poniedziałek 10", "2026-11-30 10:00"),
        ("środa 9 grudnia 16:30", "2026-12-09 16:30"),
        ("za tydzień 17", "2026-11-30 17:00"),
        ("za 3 dni 10:30", "2026-11-26 10:30"),
        ("5 maja 11", "2027-05-05 11:00"),
        ("29 lutego 12", "2028-02-29 12:00"),
        ("tomorrow 6 pm", "2026-11-24 18:00"),
        ("Tue 8 Dec 17:00", "2026-12-08 17:00"),
        ("December 8th at 5pm", "2026-12-08 17:00"),
        ("next friday 18:00", "2026-11-27 18:00"),
        ("завтра о 18", "2026-11-24 18:00"),
        ("8 грудня о 17:00", "2026-12-08 17:00"),
        ("вт 8.12 17:00", "2026-12-08 17:00"),
        ("у п'ятницю 18:00", "2026-11-27 18:00"),
        ("10.05", "2027-05-10"),
        ("8.12", "2026-12-08"),
        ("jutro", "2026-11-24"),
        ("sobota", "2026-11-28"),
        ("w przyszłą środę o 17:30", "2026-12-02 17:30"),
        ("w przyszłym tygodniu w piątek 18", "2026-12-04 18:00"),
        ("w najbliższą środę 17", "2026-11-25 17:00"),
        ("za dwa tygodnie o 18", "2026-12-07 18:00"),
        ("8.12 17h", "2026-12-08 17:00"),
        ("8.12.26 g. 17", "2026-12-08 17:00"),
        ("8.12 17h30", "2026-12-08 17:30"),
        ("w sobotę w południe", "2026-11-28 12:00"),
        ("jutro o siedemnastej", "2026-11-24 17:00"),
        ("w piątek o piątej po południu", "2026-11-27 17:00"),
        ("jutro wieczorem", "2026-11-24"),
        ("jutro od 17", "2026-11-24 17:00"),
        ("in two weeks at 6 p.m.", "2026-12-07 18:00"),
        ("tomorrow at noon", "2026-11-24 12:00"),
        ("next week friday 18:00", "2026-12-04 18:00"),
        ("через два тижні о 18", "2026-12-07 18:00"),
        ("у середу о 17", "2026-11-25 17:00"),
        ("в наступну середу о 17", "2026-12-02 17:00"),
    ],
)
def test_it_is_read_as_meant(text: str, expected: str) -> None:
    found = read_moment(text, TODAY)
    day, _, clock = expected.partition(" ")
    assert (str(found.day), found.clock) == (day, time.fromisoformat(clock) if clock else None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no_date"),
        ("kiedyś", "no_date"),
        ("kiedyś o 17", "no_date"),
        ("wczoraj 17", "past"),
        ("w zeszłą środę 17", "past"),
        ("8-9 grudnia 10", "no_time"),
        ("17:00", "no_date"),
        ("31.02 10", "no_such_day"),
        ("wt 9.12 17:00", "weekday"),
        ("8.12.2025 17:00", "past"),
        ("jutro 25", "no_time"),
        ("jutro 17:61", "no_time"),
        ("jutro wieczorem może", "no_time"),
    ],
)
def test_what_cannot_be_meant_is_said_to_be_so(text: str, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_moment(text, TODAY)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "text", ["8 grudnia 17-19", "wt 8.12 17.00–19.00", "8 grudnia od 17 do 19", "17-19 8.12", "8 Dec 5-7 pm"]
)
def test_an_end_may_be_typed_with_the_start(text: str) -> None:
    assert read_moment(text, TODAY) == Typed(date(2026, 12, 8), time(17), time(19))


@pytest.mark.parametrize("text", ["20.11 17", "20 listopada o 17", "śr 20.11 17", "1.10 12"])
def test_a_date_just_past_is_not_taken_for_one_next_year(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_ahead(text, TODAY)
    assert (refused.value.reason, refused.value.day and refused.value.day.year) == ("year", 2027)


@pytest.mark.parametrize("text", ["20.11.2027 17", "20.11.27 17", "20 listopada 2027 17", "2027-11-20 17"])
def test_a_date_next_year_is_read_with_its_year(text: str) -> None:
    assert read_ahead(text, TODAY).day == date(2027, 11, 20)


def test_a_weekday_that_does_not_fit_tells_the_real_date() -> None:
    with pytest.raises(Unreadable) as refused:
        read_moment("wtorek 9 grudnia 17", TODAY)
    assert refused.value.day == date(2026, 12, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2h", "2026-12-08 19:00"),
        ("2 godziny", "2026-12-08 19:00"),
        ("1,5 godz.", "2026-12-08 18:30"),
        ("90 min", "2026-12-08 18:30"),
        ("1 h 30 min", "2026-12-08 18:30"),
        ("pół godziny", "2026-12-08 17:30"),
        ("do 19", "2026-12-08 19:00"),
        ("19:30", "2026-12-08 19:30"),
        ("2 dni", "2026-12-10 17:00"),
        ("9 grudnia 16", "2026-12-09 16:00"),
        ("2 hours", "2026-12-08 19:00"),
        ("2 години", "2026-12-08 19:00"),
        ("półtorej godziny", "2026-12-08 18:30"),
        ("dwie godziny", "2026-12-08 19:00"),
        ("2 i pół godziny", "2026-12-08 19:30"),
        ("godzinę", "2026-12-08 18:00"),
        ("około 2 godzin", "2026-12-08 19:00"),
        ("1h30", "2026-12-08 18:30"),
        ("1:30", "2026-12-08 18:30"),
        ("2", "2026-12-08 19:00"),
        ("19h", "2026-12-08 19:00"),
        ("do dziewiętnastej", "2026-12-08 19:00"),
        ("an hour and a half", "2026-12-08 18:30"),
        ("півтори години", "2026-12-08 18:30"),
        ("дві години", "2026-12-08 19:00"),
    ],
)
def test_an_end_is_a_span_a_time_or_a_day(text: str, expected: str) -> None:
    assert str(read_end(text, STARTS, TODAY))[:16] == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("17", "17:00"), ("o 17.30", "17:30"), ("9 am", "09:00"), ("12 am", "00:00")]
)
def test_a_time_of_the_day(text: str, expected: str) -> None:
    assert read_clock(text) == time.fromisoformat(expected)


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    try:
        found = read_moment(text, TODAY)
    except Unreadable:
        return
    assert found.day >= TODAY


@given(st.dates(TODAY, date(2027, 11, 1)), st.times().map(lambda clock: clock.replace(second=0, microsecond=0)))
def test_what_is_written_plainly_is_read_back(day: date, clock: time) -> None:
    for written in (f"{day.day}.{day.month}.{day.year} {clock:%H:%M}", f"{day} {clock:%H:%M}"):
        found = read_moment(written, TODAY)
        assert (found.day, found.clock) == (day, clock)
