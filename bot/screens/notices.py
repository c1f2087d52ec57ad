"""What the bot says by itself, worded in the reader's language at the moment of sending."""

from datetime import datetime

from bot.domain.notices import EventCalledOff, EventMoved, Notice, Reminder, SeatGiven
from bot.domain.signups import State
from bot.screens.actions import Action, action
from bot.screens.events import EventCard, EventList, MyPlace, heading, plain_heading, title, when, where
from bot.screens.screen import Button, File, Screen
from bot.screens.signups import Cancel
from bot.services.notices import Delivery
from bot.services.signups import Place
from bot.texts import Html, Translator, bold, escaped, join


@action("nc")
class Coming(Action):
    """ "I'll come", said to a reminder."""

    event: int


@action("nl")
class Late(Action):
    """ "I'll be late", said to a reminder."""

    event: int


@action("nx")
class NotComing(Action):
    """ "I can't", said to a reminder or a change."""

    event: int


def notice_screen(delivery: Delivery, t: Translator, now: datetime, calendar: File | None) -> Screen:
    """The message for one notice; ``calendar`` goes with what changes somebody's calendar."""
    notice = delivery.letter.notice
    match notice:
        case Reminder():
            return _reminder(delivery, t, now)
        case SeatGiven():
            return _seat_given(delivery, t, now, calendar)
        case EventMoved():
            return _moved(delivery, notice, t, now, calendar)
        case EventCalledOff():
            return _called_off(delivery, t, now, calendar)
        case _:
            raise LookupError(f"{notice.kind} is not worded")


def is_worded(notice: type[Notice]) -> bool:
    """Whether ``notice_screen`` knows this notice; a law test asks for all of them."""
    return notice in {Reminder, SeatGiven, EventMoved, EventCalledOff}


def _reminder(delivery: Delivery, t: Translator, now: datetime) -> Screen:
    event = delivery.event
    days = (t.local(event.plan.starts_at).date() - t.local(now).date()).days
    if days == 0:
        opening = t("Already today:")
    elif days == 1:
        opening = t("Already tomorrow:")
    else:
        opening = t.n("In {n} day:", "In {n} days:", days)
    link = event.plan.online_link
    lines = [
        opening,
        plain_heading(event, t, now),
        t("Link to the meeting: {link}", link=link) if link else "",
        Html("\n" + t("Shall we see you?")),
    ]
    return Screen(join("\n", lines), rows=_answers(event.id, t))


def _answers(event: int, t: Translator) -> tuple[tuple[Button, ...], ...]:
    return (
        (Button(t("I'll come"), Coming(event)), Button(t("I can't"), NotComing(event))),
        (Button(t("I'll be late"), Late(event)), Button(t("About the event"), EventCard(event))),
    )


def _seat_given(delivery: Delivery, t: Translator, now: datetime, calendar: File | None) -> Screen:
    event, signup = delivery.event, delivery.signup
    text = t(
        "A seat became free, and it is yours!\n\n{event}\n\nYou cannot come? Then give it to the next in the queue.",
        event=heading(event, t, now),
    )
    rows = ((Button(t("My place"), MyPlace(signup.id)), Button(t("I resign"), Cancel(signup.id))),)
    return Screen(text, rows=rows, files=(calendar,) if calendar else ())


def _moved(delivery: Delivery, notice: EventMoved, t: Translator, now: datetime, calendar: File | None) -> Screen:
    event = delivery.event
    old_start = datetime.fromisoformat(notice.old_starts_at)
    place_before = ", ".join(part for part in (notice.old_place, notice.old_address) if part)
    lines = []
    if old_start != event.plan.starts_at:
        today = t.local(now).date()
        before = Html(f"{t.day(old_start, today)}, {t.clock(old_start)}")
        lines += [t("It was: {before}", before=before), t("It is: {now}", now=when(event, t, now))]
        opening = t("New date: {title}", title=bold(title(event, t)))
    else:
        lines.append(when(event, t, now))
        opening = t("A change: {title}", title=bold(title(event, t)))
    if place_before != ", ".join(part for part in (event.plan.place, event.plan.address) if part):
        lines += [
            t("The place was: {before}", before=place_before or t("not known")),
            t("The place is: {now}", now=where(event, t)),
        ]
    else:
        lines.append(t("The place stays: {place}", place=where(event, t)))
    is_seated = delivery.signup.state is State.CONFIRMED
    ending = t("Can you still come?") if is_seated else t("You stay on the waiting list.")
    files = (calendar,) if calendar and is_seated else ()
    rows = _moved_answers(event.id, t) if is_seated else ((Button(t("My place"), MyPlace(delivery.signup.id)),),)
    return Screen(join("\n\n", [opening, join("\n", lines), ending]), rows=rows, files=files)


def _moved_answers(event: int, t: Translator) -> tuple[tuple[Button, ...], ...]:
    return (
        (Button(t("Yes, I'll come"), Coming(event)), Button(t("I can't"), NotComing(event))),
        (Button(t("About the event"), EventCard(event)),),
    )


def _called_off(delivery: Delivery, t: Translator, now: datetime, calendar: File | None) -> Screen:
    text = t(
        "This event will not take place:\n\n{event}\n\nWe are sorry. You need not do anything.",
        event=heading(delivery.event, t, now),
    )
    files = (calendar,) if calendar and delivery.signup.state is State.CONFIRMED else ()
    return Screen(text, rows=((Button(t("Other events"), EventList()),),), files=files)


def coming_screen(place: Place, t: Translator, now: datetime, *, late: bool) -> Screen:
    """After "I'll come" or "I'll be late"."""
    words = t("Thank you. We will keep your seat.") if late else t("Good, see you there!")
    rows = ((Button(t("My place"), MyPlace(place.signup.id)), Button(t("I can't"), NotComing(place.event.id))),)
    return Screen(join("\n\n", [escaped(words), heading(place.event, t, now)]), rows=rows)
