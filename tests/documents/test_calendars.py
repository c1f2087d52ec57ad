"""Calendar files, read back by a standard parser."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar, Component

from bot.documents.calendars import event_file
from bot.domain.events import Event, EventKind, EventState, Plan, Session
from bot.domain.localized import polish
from bot.domain.organisation import Organisation

from ..town import WARSAW

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
HOUSE = Organisation("Fundacja Źdźbło", "kontakt@example.org")


def forum(starts: datetime, **changes: object) -> Event:
    """An event of two hours."""
    plan = Plan(
        code="forum-1",
        project="podgorze",
        kind=EventKind.FORUM,
        title=polish("Forum; zażółć, gęślą"),
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        place="Dom kultury",
        address="ul. Na Kozłówce 25, Kraków",
        latitude=50.02,
        longitude=19.98,
    )
    return replace(Event(7, plan, EventState.OPEN), **changes)  # type: ignore[arg-type]


def read_back(event: Event, description: str = "Dwa\nwiersze") -> tuple[Calendar, dict[str, object]]:
    """The calendar and its one entry."""
    content = event_file(event, event.plan.title.in_("pl"), description, organisation=HOUSE, zone=WARSAW, now=NOW)
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    (entry,) = calendar.walk("VEVENT")
    return calendar, dict(entry.items())


def test_title_place_and_description_survive_with_polish_letters() -> None:
    calendar, entry = read_back(forum(datetime(2026, 12, 8, 16, 0, tzinfo=UTC)))
    assert str(entry["SUMMARY"]) == "Forum; zażółć, gęślą"
    assert str(entry["LOCATION"]) == "Dom kultury, ul. Na Kozłówce 25, Kraków"
    assert str(entry["DESCRIPTION"]) == "Dwa\nwiersze"
    assert str(calendar["METHOD"]) == "PUBLISH"
    assert "kontakt@example.org" in str(entry["ORGANIZER"])


@pytest.mark.parametrize(("moment", "wall"), [("2026-12-08T16:00", 17), ("2027-06-08T15:00", 17)])
def test_times_are_wall_clock_in_warsaw_in_winter_and_in_summer(moment: str, wall: int) -> None:
    calendar, _ = read_back(forum(datetime.fromisoformat(moment).replace(tzinfo=UTC)))
    (entry,) = calendar.walk("VEVENT")
    start = entry.decoded("DTSTART")
    assert (start.hour, str(start.tzinfo)) == (wall, "Europe/Warsaw")
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Warsaw"]


def test_an_event_over_the_change_of_time_lasts_as_long_as_it_lasts() -> None:
    calendar, _ = read_back(forum(datetime(2027, 3, 28, 0, 0, tzinfo=UTC)))
    (entry,) = calendar.walk("VEVENT")
    lasts = entry.decoded("DTEND").astimezone(UTC) - entry.decoded("DTSTART").astimezone(UTC)
    assert lasts == timedelta(hours=2)


def test_a_change_keeps_the_uid_and_raises_the_sequence() -> None:
    starts = datetime(2026, 12, 8, 16, 0, tzinfo=UTC)
    _, before = read_back(forum(starts))
    _, after = read_back(forum(starts + timedelta(days=2), sequence=1))
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)


def test_what_was_called_off_is_cancelled_in_the_calendar() -> None:
    calendar, entry = read_back(forum(datetime(2026, 12, 8, 16, 0, tzinfo=UTC), state=EventState.CALLED_OFF))
    assert (str(calendar["METHOD"]), str(entry["STATUS"])) == ("CANCEL", "CANCELLED")


def test_an_online_event_has_its_link_as_the_place() -> None:
    event = forum(datetime(2026, 12, 8, 16, 0, tzinfo=UTC))
    online = replace(event.plan, place="", address="", latitude=None, online_link="https://example.org/a")
    _, entry = read_back(replace(event, plan=online), "")
    assert str(entry["LOCATION"]) == "https://example.org/a"
    assert "DESCRIPTION" not in entry


def course(**changes: object) -> Event:
    """A session each Saturday at 9:00 in Warsaw, before and after the change to summer time on 28 March 2027."""
    starts = [datetime(2027, 3, day, 9, 0, tzinfo=WARSAW).astimezone(UTC) for day in (20, 27)]
    starts.append(datetime(2027, 4, 3, 9, 0, tzinfo=WARSAW).astimezone(UTC))
    held = [Session(number, one, one + timedelta(hours=6)) for number, one in enumerate(starts, start=11)]
    held[1] = replace(held[1], place="Biblioteka")
    return replace(forum(starts[0]), sessions=tuple(held), **changes)  # type: ignore[arg-type]


def entries(event: Event, sessions: tuple[Session, ...], *, is_left: bool = False) -> tuple[str, list[Component]]:
    """The method of the file, and its entries by start."""
    content = event_file(
        event, "Szkoła", "", organisation=HOUSE, zone=WARSAW, now=NOW, sessions=sessions, is_left=is_left
    )
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Warsaw"]
    return str(calendar["METHOD"]), calendar.walk("VEVENT")


class TestACourse:
    def test_has_an_entry_a_session_with_uids_of_one_family(self) -> None:
        event = course()
        method, found = entries(event, event.sessions)
        assert method == "PUBLISH"
        assert [str(one["UID"]) for one in found] == [f"event-7-forum-1-{number}@mam-bot" for number in (11, 12, 13)]
        assert [str(one["SUMMARY"]) for one in found] == ["Szkoła (1/3)", "Szkoła (2/3)", "Szkoła (3/3)"]

    def test_stays_at_nine_over_the_change_to_summer_time(self) -> None:
        event = course()
        _, found = entries(event, event.sessions)
        starts = [one.decoded("DTSTART") for one in found]
        assert [(one.hour, str(one.tzinfo)) for one in starts] == [(9, "Europe/Warsaw")] * 3
        assert [one.astimezone(UTC).hour for one in starts] == [8, 8, 7]
        assert [one.decoded("DTEND").hour for one in found] == [15, 15, 15]

    def test_has_the_place_of_each_session_and_the_map_only_of_the_event_s_own(self) -> None:
        event = course()
        _, found = entries(event, event.sessions)
        assert [str(one["LOCATION"]).split(",")[0] for one in found] == ["Dom kultury", "Biblioteka", "Dom kultury"]
        assert ["GEO" in one for one in found] == [True, False, True]

    def test_holds_only_the_sessions_somebody_chose(self) -> None:
        event = course()
        _, found = entries(event, event.sessions[1:2])
        assert [str(one["SUMMARY"]) for one in found] == ["Szkoła (2/3)"]

    def test_is_taken_out_of_the_calendar_of_who_leaves_and_can_come_back(self) -> None:
        event = course(sequence=2)
        method, left = entries(event, event.sessions, is_left=True)
        _, before = entries(event, event.sessions)
        assert method == "CANCEL"
        assert {str(one["STATUS"]) for one in left} == {"CANCELLED"}
        assert [str(one["UID"]) for one in left] == [str(one["UID"]) for one in before]
        assert {one["SEQUENCE"] for one in [*left, *before]} == {2}

    def test_that_was_called_off_is_cancelled_session_by_session(self) -> None:
        event = course(state=EventState.CALLED_OFF)
        method, found = entries(event, event.sessions)
        assert (method, len(found)) == ("CANCEL", 3)
        assert {str(one["STATUS"]) for one in found} == {"CANCELLED"}
