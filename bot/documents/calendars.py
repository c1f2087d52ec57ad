"""Calendar files (RFC 5545): one event or the sessions of a course, with the rules of its time zone."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, vCalAddress, vText
from icalendar import Event as Entry

from bot.domain.events import Event, EventState, Session
from bot.domain.organisation import Organisation

HOST = "mam-bot"
"""What makes a UID ours; the same event keeps its UID, a change raises its SEQUENCE."""


def event_file(
    event: Event,
    title: str,
    description: str,
    *,
    organisation: Organisation,
    zone: ZoneInfo,
    now: datetime,
    sessions: Sequence[Session] = (),
    is_left: bool = False,
) -> bytes:
    """The event as an ``.ics`` file, or some ``sessions`` of a course, an entry each.

    What was called off is cancelled in the calendar too, and so is what the reader ``is_left`` out of: with the same
    SEQUENCE and a later DTSTAMP, so that a file of the same event can put it back.
    """
    is_off = is_left or event.state is EventState.CALLED_OFF
    calendar = Calendar()
    calendar.add("prodid", "-//mam-bot//PL")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if is_off else "PUBLISH")
    for session in sessions or (None,):
        entry = _entry(event, session, title, zone)
        entry.add("dtstamp", now)
        entry.add("status", "CANCELLED" if is_off else "CONFIRMED")
        if description:
            entry.add("description", description)
        if organisation.email:
            organiser = vCalAddress(f"MAILTO:{organisation.email}")
            organiser.params["cn"] = vText(organisation.name)
            entry.add("organizer", organiser)
        calendar.add_component(entry)
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def _entry(event: Event, session: Session | None, title: str, zone: ZoneInfo) -> Entry:
    plan, part = event.plan, session or event.plan
    number = f" ({event.sessions.index(session) + 1}/{len(event.sessions)})" if session else ""
    entry = Entry()
    entry.add("uid", f"event-{event.id}-{plan.code}{f'-{session.id}' if session else ''}@{HOST}")
    entry.add("sequence", event.sequence)
    entry.add("dtstart", part.starts_at.astimezone(zone))
    entry.add("dtend", part.ends_at.astimezone(zone))
    entry.add("summary", f"{title}{number}")
    place = ", ".join(one for one in event.place_of(session) if one) or plan.online_link
    if place:
        entry.add("location", place)
    is_there = event.place_of(session) == event.place_of(None)
    if is_there and plan.latitude is not None and plan.longitude is not None:
        entry.add("geo", (plan.latitude, plan.longitude))
    return entry
