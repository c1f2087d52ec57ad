"""Files that go with screens, made from what the house knows."""

from collections.abc import Sequence
from datetime import datetime

from bot.chat.context import Context, House
from bot.documents.calendars import event_file
from bot.documents.tickets import Ticket, ticket_picture
from bot.domain import courses
from bot.domain.events import Event, Session
from bot.domain.signups import SignUp, State
from bot.screens.screen import File
from bot.screens.tickets import ticket_words
from bot.services.signups import Place


def calendar_file(
    house: House, event: Event, signup: SignUp, language: str, now: datetime, dropped: Sequence[Session] = ()
) -> File:
    """The event as a calendar file in the reader's language: of a course the sessions they are enrolled for.

    For somebody who gave up the place it takes the event out of the calendar, and the sessions they ``dropped``.
    """
    plan = event.plan
    content = event_file(
        event,
        plan.title.in_(language),
        plan.description.in_(language) if plan.description else "",
        organisation=house.organisation,
        zone=house.clock.zone,
        now=now,
        sessions=dropped or courses.enrolled(event, signup.details),
        is_left=bool(dropped) or not (signup.is_active or signup.state is State.ATTENDED),
    )
    return File(f"{plan.code}.ics", content)


def ticket_file(ctx: Context, place: Place, token: str) -> File:
    """The ticket as a picture, in the reader's language; its code opens the private chat with the token."""
    words = ticket_words(place, ctx.t, ctx.now)
    ticket = Ticket(
        title=words.title,
        day=words.day,
        hours=words.hours,
        place=words.place,
        number=words.number,
        link=ctx.link(f"k_{token}"),
        project=ctx.titles.get(place.event.plan.project, ""),
        note=words.note,
    )
    return File(f"{place.event.plan.code}.png", ticket_picture(ticket, t=ctx.t), is_picture=True)
