"""Files that go with screens, made from what the house knows."""

from datetime import datetime

from bot.chat.context import House
from bot.documents.calendars import event_file
from bot.domain.events import Event
from bot.screens.screen import File


def calendar_file(house: House, event: Event, language: str, now: datetime) -> File:
    """The event as a calendar file in the reader's language."""
    plan = event.plan
    content = event_file(
        event,
        plan.title.in_(language),
        plan.description.in_(language) if plan.description else "",
        organisation=house.organisation,
        zone=house.clock.zone,
        now=now,
    )
    return File(f"{plan.code}.ics", content)
