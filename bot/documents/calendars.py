"""Calendar files (RFC 5545): one event, with the rules of its time zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, vCalAddress, vText
from icalendar import Event as Entry

from bot.domain.events import Event, EventState
from bot.domain.organisation import Organisation

HOST = "mam-bot"
"""What makes a UID ours; the same event keeps its UID, a change raises its SEQUENCE."""


def event_file(
    event: Event, title: str, description: str, *, organisation: Organisation, zone: ZoneInfo, now: datetime
) -> bytes:
    """The event as an ``.ics`` file; one that was called off is cancelled in the calendar too."""
    is_off = event.state is EventState.CALLED_OFF
    calendar = Calendar()
    calendar.add("prodid", "-//mam-bot//PL")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if is_off else "PUBLISH")
    calendar.add_component(_entry(event, title, description, organisation, zone, now))
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def _entry(
    event: Event, title: str, description: str, organisation: Organisation, zone: ZoneInfo, now: datetime
) -> Entry:
    plan, is_off = event.plan, event.state is EventState.CALLED_OFF
    entry = Entry()
    entry.add("uid", f"event-{event.id}-{plan.code}@{HOST}")
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", now)
    entry.add("dtstart", plan.starts_at.astimezone(zone))
    entry.add("dtend", plan.ends_at.astimezone(zone))
    entry.add("summary", title)
    entry.add("status", "CANCELLED" if is_off else "CONFIRMED")
    place = ", ".join(part for part in (plan.place, plan.address) if part) or plan.online_link
    if place:
        entry.add("location", place)
    if plan.latitude is not None and plan.longitude is not None:
        entry.add("geo", (plan.latitude, plan.longitude))
    if description:
        entry.add("description", description)
    if organisation.email:
        organiser = vCalAddress(f"MAILTO:{organisation.email}")
        organiser.params["cn"] = vText(organisation.name)
        entry.add("organizer", organiser)
    return entry
