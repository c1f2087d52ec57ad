"""The ticket: its words, and what a code that is no ticket leads to."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.events import Event
from bot.screens.events import MyPlace, heading, span, title, where
from bot.screens.privacy import PicturesAnswer
from bot.screens.screen import Button, File, Row, Screen
from bot.services.signups import Place
from bot.texts import Translator, join, plain


@dataclass(frozen=True, slots=True)
class TicketWords:
    """What stands on the picture, as plain text."""

    title: str
    day: str
    hours: str
    place: str
    number: str
    note: str


def ticket_words(place: Place, t: Translator, now: datetime) -> TicketWords:
    """The words of a ticket; nobody is named on it."""
    event, size = place.event, place.signup.size
    start, end = t.local(event.plan.starts_at), t.local(event.plan.ends_at)
    is_one_day = start.date() == end.date()
    today = t.local(now).date()
    return TicketWords(
        title=title(event, t),
        day=plain(t.day(start.date(), today)) if is_one_day else plain(span(start, end, t, now)),
        hours=f"{t.clock(start)}–{t.clock(end)}" if is_one_day else "",
        place=plain(where(event, t)),
        number=number_of(event, place.signup.id),
        note=plain(t.n("{n} person", "{n} people", size)) if size > 1 else "",
    )


def number_of(event: Event, signup: int) -> str:
    """What a person reads out when the code cannot be read."""
    return f"{event.plan.code}/{signup}"


def ticket_screen(place: Place, t: Translator, now: datetime, picture: File, *, asks_pictures: bool = False) -> Screen:
    """The ticket with the words that go with it; ``asks_pictures`` of whoever never said whether they may be seen."""
    link = place.event.plan.online_link
    joining = t("Link to the meeting: {link}", link=link) if link else ""
    event = join("\n", [heading(place.event, t, now), joining])
    if link and not place.event.plan.place:
        lines = [t("Your ticket. The meeting is online: open the link, nobody asks for the ticket."), event]
    else:
        door = t("Your ticket. Show it at the door; a print or a screenshot will do.")
        lines = [door, event, t("Cannot show it? Say your name, that is enough.")]
    rows: tuple[Row, ...] = ((Button(t("My place"), MyPlace(place.signup.id)),),)
    if asks_pictures and place.event.plan.place:
        lines.append(t("Pictures are taken at meetings. May we publish those you are seen on? Unasked we do not."))
        rows += ((Button(t("Yes, you may"), PicturesAnswer(1)), Button(t("No pictures of me"), PicturesAnswer(0))),)
    return Screen(join("\n\n", lines), files=(picture,), rows=rows)
