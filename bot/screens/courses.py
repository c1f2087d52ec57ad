"""Courses: choosing sessions, how far one is, and what is said about a single session."""

from collections.abc import Callable
from datetime import datetime

from bot.domain import courses
from bot.domain.courses import SessionsField
from bot.domain.events import Event, Session
from bot.domain.forms import Field
from bot.domain.signups import Attending
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.events import EventCard, MyPlace, session_lines, session_place, span, title, where
from bot.screens.screen import Button, Row, Screen
from bot.screens.wordings import FieldWords, RefusalWords
from bot.services.dialogs import Step
from bot.services.signups import Place
from bot.texts import Html, Translator, bold, escaped, join


@action("ns")
class SessionAnswer(Action):
    """Said about one session: ``said`` is ``yes``, ``late`` or ``no``."""

    event: int
    session: int
    said: str


def session_heading(event: Event, one: Session, t: Translator, now: datetime) -> Html:
    """Title, which session, weekday, date, time and place."""
    place = session_place(event, one)
    return join(
        "\n",
        [
            bold(title(event, t)),
            t("Session {number} of {count}", number=event.sessions.index(one) + 1, count=len(event.sessions)),
            escaped(one.title.in_(t.language)) if one.title else "",
            span(one.starts_at, one.ends_at, t, now),
            escaped(place) if place else where(event, t),
        ],
    )


def session_answers(event: int, session: int, t: Translator) -> tuple[Row, ...]:
    """The buttons under a reminder of one session."""
    return (
        (
            Button(t("I'll come"), SessionAnswer(event, session, "yes")),
            Button(t("I can't come to this one"), SessionAnswer(event, session, "no")),
        ),
        (
            Button(t("I'll be late"), SessionAnswer(event, session, "late")),
            Button(t("About the event"), EventCard(event)),
        ),
    )


def missing_screen(place: Place, session: Session, t: Translator, now: datetime) -> Screen:
    """After "I can't" to one session: the place in the course stays."""
    event = place.event
    kept = (
        t("Thank you for telling us. Your seat at this session is free for somebody else; the others stay yours.")
        if event.plan.has_single_sessions
        else t("Thank you for telling us. You keep your place in the course; only this session goes without you.")
    )
    ahead = progress_lines(place, t, now)
    rows = (
        (Button(t("I'll come after all"), SessionAnswer(event.id, session.id, "yes")),),
        (Button(t("My place"), MyPlace(place.signup.id)),),
    )
    return Screen(join("\n\n", [kept, session_heading(event, session, t, now), ahead]), rows=rows)


def coming_to_screen(place: Place, session: Session, t: Translator, now: datetime) -> Screen:
    """After "I'll come" or "I'll be late" to one session."""
    is_late = place.signup.attending is Attending.LATE
    words = t("Thank you. We will keep your seat.") if is_late else t("Good, see you there!")
    no = Button(t("I can't come to this one"), SessionAnswer(place.event.id, session.id, "no"))
    rows = ((Button(t("My place"), MyPlace(place.signup.id)), no),)
    return Screen(join("\n\n", [words, session_heading(place.event, session, t, now)]), rows=rows)


def progress_lines(place: Place, t: Translator, now: datetime) -> Html:
    """``Obecność: 3 z 6 spotkań``, which is next, which will be missed; nothing for an event without sessions."""
    event = place.event
    if not event.sessions:
        return Html("")
    far = courses.progress(event, place.signup, place.attended, now)
    missed = [one for one in courses.enrolled(event, place.signup.details) if one.id in place.signup.misses]
    missed = [one for one in missed if one.starts_at > now]
    numbers = ", ".join(str(event.sessions.index(one) + 1) for one in missed)
    is_told = far.past and place.is_attendance_taken
    lines = [
        t("You were at {attended} of {total} sessions; behind us: {past}.", **_counts(far)) if is_told else "",
        _chosen(place, t),
        _next(event, far.next, t, now) if far.next else "",
        t("You said that you cannot come to session {numbers}.", numbers=numbers) if missed else "",
    ]
    return join("\n", lines)


def _next(event: Event, one: Session, t: Translator, now: datetime) -> Html:
    """Which session is next, its number apart from the weekday: "1. wtorek" reads like the first Tuesday."""
    number = event.sessions.index(one) + 1
    (line,) = session_lines(event, [one], t, now)
    return t(
        "Your next session ({number} of {count}): {session}",
        number=number,
        count=len(event.sessions),
        session=Html(line.removeprefix(f"{number}. ")),
    )


def _counts(far: courses.Progress) -> dict[str, int]:
    return {"attended": far.attended, "total": far.total, "past": far.past}


def _chosen(place: Place, t: Translator) -> Html:
    """Which sessions somebody chose; nothing for the whole course."""
    event = place.event
    own = courses.enrolled(event, place.signup.details)
    if len(own) == len(event.sessions):
        return Html("")
    return t("You come on: {days}", days=", ".join(t.date(one.starts_at) for one in own))


def _prompt(words: Callable[[Translator], Html]) -> Callable[[Step, Translator], Html]:
    return lambda _step, t: words(t)


def _part_options(_field: Field, t: Translator) -> list[Html]:
    return [t("The whole course"), t("Only some sessions")]


def _session_options(field: Field, t: Translator) -> list[Html]:
    """The sessions still to come in words; no words for one that has begun, so that it has no button."""
    if not isinstance(field, SessionsField):
        return []
    order = sorted(field.sessions, key=lambda one: (one.starts_at, one.id))
    return [
        Html("")
        if field.now and one.starts_at <= field.now
        else Html(f"{order.index(one) + 1}. {t.day(one.starts_at)}, {t.clock(one.starts_at)}")
        for one in field.sessions
    ]


wordings.field(
    "part",
    FieldWords(
        lambda t: t("How much of the course?"),
        _prompt(lambda t: t("The whole course, or only some of its sessions? You can change it later in /my.")),
        _part_options,
    ),
)
wordings.field(
    "sessions",
    FieldWords(
        lambda t: t("Sessions"),
        _prompt(lambda t: t("Choose those you would like to come to, then press Done.")),
        _session_options,
    ),
)


def _to_card(refusal: courses.SessionGone | courses.SessionOver | courses.SessionTaken, t: Translator) -> Button:
    return Button(t("About the event"), EventCard(refusal.event))


wordings.refusal(
    courses.SessionGone,
    RefusalWords(
        lambda _, t: t("This session does not take place any more, or it is not one of yours. See the course."),
        _to_card,
    ),
)
wordings.refusal(
    courses.SessionOver,
    RefusalWords(lambda _, t: t("This session has begun already. See what comes next."), _to_card),
)
wordings.refusal(
    courses.SessionTaken,
    RefusalWords(
        lambda _, t: t("Somebody else has your seat at this session by now. Your other sessions stay yours."), _to_card
    ),
)
