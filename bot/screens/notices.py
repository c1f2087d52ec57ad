"""What the bot says by itself, worded in the reader's language at the moment of sending."""

from datetime import datetime

from bot.domain.clock import zone_of
from bot.domain.events import Event, Session
from bot.domain.notices import EventCalledOff, EventMoved, EventReopened, Reminder, SeatGiven
from bot.domain.schedule import before
from bot.domain.signups import State
from bot.screens.actions import Action, action
from bot.screens.courses import SessionAnswer, session_answers, session_heading
from bot.screens.events import EventCard, EventList, MyPlace, heading, plain_heading, session_place, span, title, where
from bot.screens.notice_wordings import NoticeWordings
from bot.screens.screen import Button, File, Row, Screen
from bot.screens.signups import leave_button
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


_wordings = NoticeWordings[[Delivery, Translator, datetime, File | None]]()
words, is_worded = _wordings.words, _wordings.has


def notice_screen(delivery: Delivery, t: Translator, now: datetime, calendar: File | None) -> Screen:
    """The message for one notice; ``calendar`` goes with what changes somebody's calendar."""
    return _wordings.screen(delivery.letter.notice, delivery, t, now, calendar)


def session_of(event: Event, notice: Reminder | EventMoved) -> Session | None:
    """The session a notice is about, None when it is about the whole event."""
    return next((one for one in event.sessions if one.id == notice.session), None)


def occasion(event: Event, session: Session | None, t: Translator, now: datetime) -> Html:
    """Title, weekday, date, time and place of the event, or of one session of it."""
    if session is None:
        return plain_heading(event, t, now)
    return session_heading(event, session, t, now)


@words(Reminder)
def _reminder(told: Reminder, delivery: Delivery, t: Translator, now: datetime, _calendar: File | None) -> Screen:
    event = delivery.event
    session = session_of(event, told)
    days = (t.local(event.starts_at(session.id if session else None)).date() - t.local(now).date()).days
    if days == 0:
        opening = t("Today:")
    elif days == 1:
        opening = t("Tomorrow:")
    else:
        opening = t.n("In {n} day:", "In {n} days:", days)
    link = event.plan.online_link
    lines = [
        opening,
        occasion(event, session, t, now),
        t("Link to the meeting: {link}", link=link) if link else "",
        Html("\n" + t("Shall we see you?")),
        _releasing(delivery, t, now),
    ]
    rows = session_answers(event.id, session.id, t) if session else _answers(event.id, t)
    return Screen(join("\n", lines), rows=rows)


def _releasing(delivery: Delivery, t: Translator, now: datetime) -> Html:
    """From when an unanswered seat may go to somebody who waits."""
    plan = delivery.event.plan
    if not plan.release_unconfirmed or delivery.signup.attending:
        return Html("")
    moment = before(plan.starts_at, plan.release_unconfirmed, zone_of(now))
    if moment <= now:
        return Html("")
    return t(
        "Without an answer by {day}, {time} the seat may go to somebody who waits.",
        day=t.day(moment, t.local(now).date()),
        time=t.clock(moment),
    )


def _answers(event: int, t: Translator) -> tuple[Row, ...]:
    return (
        (Button(t("I'll come"), Coming(event)), Button(t("I can't"), NotComing(event))),
        (Button(t("I'll be late"), Late(event)), Button(t("About the event"), EventCard(event))),
    )


@words(SeatGiven)
def _seat_given(_: SeatGiven, delivery: Delivery, t: Translator, now: datetime, calendar: File | None) -> Screen:
    event, signup = delivery.event, delivery.signup
    text = t(
        "A seat became free, and it is yours!\n\n{event}\n\nYou cannot come? Then give it to the next in the queue.",
        event=heading(event, t, now),
    )
    rows = ((Button(t("My place"), MyPlace(signup.id)), leave_button(signup, t)),)
    return Screen(text, rows=rows, files=(calendar,) if calendar else ())


@words(EventMoved)
def _moved(told: EventMoved, delivery: Delivery, t: Translator, now: datetime, calendar: File | None) -> Screen:
    event = delivery.event
    session = session_of(event, told)
    starts, ends = (session.starts_at, session.ends_at) if session else (event.plan.starts_at, event.plan.ends_at)
    place = session_place(event, session) if session else _place_of(event.plan.place, event.plan.address)
    old_start = datetime.fromisoformat(told.old_starts_at)
    place_before = _place_of(told.old_place, told.old_address)
    lines = []
    if session:
        lines.append(
            t("Session {number} of {count}", number=event.sessions.index(session) + 1, count=len(event.sessions))
        )
    if old_start != starts:
        today = t.local(now).date()
        was = Html(f"{t.day(old_start, today)}, {t.clock(old_start)}")
        lines += [t("It was: {before}", before=was), t("It is: {now}", now=span(starts, ends, t, now))]
        opening = t("New date: {title}", title=bold(title(event, t)))
    else:
        lines.append(span(starts, ends, t, now))
        opening = t("A change: {title}", title=bold(title(event, t)))
    if place_before != place:
        lines += [
            t("The place was: {before}", before=place_before or t("not known")),
            t("The place is: {now}", now=escaped(place) if place else where(event, t)),
        ]
    else:
        lines.append(t("The place stays: {place}", place=escaped(place) if place else where(event, t)))
    is_seated = delivery.signup.state is State.CONFIRMED
    ending: Html = _stays(delivery, t)
    rows: tuple[Row, ...] = ((Button(t("My place"), MyPlace(delivery.signup.id)),),)
    if is_seated:
        ending = t("Can you still come?") if old_start != starts else t("Your seat stays yours, you need not answer.")
        rows = _moved_answers(event.id, t, session, is_asked=old_start != starts)
    files = (calendar,) if calendar and is_seated else ()
    return Screen(join("\n\n", [opening, join("\n", lines), ending]), rows=rows, files=files)


def _place_of(place: str, address: str) -> str:
    return ", ".join(part for part in (place, address) if part)


def _moved_answers(event: int, t: Translator, session: Session | None = None, *, is_asked: bool) -> tuple[Row, ...]:
    yes: Action = SessionAnswer(event, session.id, "yes") if session else Coming(event)
    no: Action = SessionAnswer(event, session.id, "no") if session else NotComing(event)
    coming = (Button(t("Yes, I'll come"), yes),) if is_asked else ()
    return ((*coming, Button(t("I can't"), no)), (Button(t("About the event"), EventCard(event)),))


def _stays(delivery: Delivery, t: Translator) -> Html:
    """What becomes of somebody without a seat when the event changes: nothing."""
    if delivery.signup.state is State.APPLIED:
        return t("Your application stays as it is.")
    return t("You stay on the waiting list.")


@words(EventReopened)
def _reopened(_: EventReopened, delivery: Delivery, t: Translator, now: datetime, calendar: File | None) -> Screen:
    event = delivery.event
    opening = t("Good news: this event takes place after all.\n\n{event}", event=heading(event, t, now))
    if delivery.signup.state is not State.CONFIRMED:
        rows = ((Button(t("My place"), MyPlace(delivery.signup.id)),),)
        return Screen(join("\n\n", [opening, _stays(delivery, t)]), rows=rows)
    text = join("\n\n", [opening, t("You keep your seat. Can you still come?")])
    return Screen(text, rows=_moved_answers(event.id, t, is_asked=True), files=(calendar,) if calendar else ())


@words(EventCalledOff)
def _called_off(_: EventCalledOff, delivery: Delivery, t: Translator, now: datetime, calendar: File | None) -> Screen:
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
