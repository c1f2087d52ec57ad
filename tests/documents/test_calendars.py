"""Calendar files, read back by a standard parser."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from bot.documents.calendars import event_file
from bot.domain.events import Event, EventKind, EventState, Plan
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
