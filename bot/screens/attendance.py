"""Taking attendance: which event, the list to tick off, what was understood of numbers and tickets."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain import attendance
from bot.domain.access import Permission
from bot.domain.events import Event, Session
from bot.domain.signups import SignUp, State
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.courses import session_heading
from bot.screens.desk import entry as on_desk
from bot.screens.event_desk import entry as on_event_desk
from bot.screens.events import EventCard, EventDesk, event_label, heading, session_lines, title, when
from bot.screens.pages import page_title, turning
from bot.screens.screen import Button, Row, Screen
from bot.screens.start import desk_button
from bot.screens.wordings import RefusalWords
from bot.services.attendance import Line, Sheet
from bot.services.event_desk import Overview
from bot.texts import Html, Translator, bold, escaped, join, shorten

OTHERS = "others"
"""The list of those without a seat."""


@action("atl")
class CheckInList(Action):
    """Show the events whose attendance may be taken."""


@action("ats")
class CheckIn(Action):
    """Show the list of an event: ``session`` 0 is the one that is on; ``which`` is empty or ``OTHERS``."""

    event: int
    session: int = 0
    page: int = 0
    which: str = ""


@action("atm")
class Here(Action):
    """Note that somebody is there, and show the page again."""

    signup: int
    session: int
    page: int = 0
    which: str = ""


@action("aty")
class NotThere(Action):
    """Take it back that somebody is there, and show the page again."""

    signup: int
    session: int
    page: int = 0
    which: str = ""


@action("atn")
class CheckInSessions(Action):
    """Choose the session of a course."""

    event: int


@action("atu")
class UndoBatch(Action):
    """Take back everybody noted in one ``second``, counted since 1970."""

    event: int
    session: int
    second: str


@action("ato")
class PresentHelp(Action):
    """Say how attendance is taken by numbers."""


@action("atw")
class WriteNames(Action):
    """Begin to write down who just came."""

    event: int
    session: int


@action("ath")
class CountHeads(Action):
    """Begin to count who came without giving a name."""

    event: int
    session: int


@action("atp")
class Poster(Action):
    """Make the poster with the code for the wall."""

    event: int
    session: int


@on_desk("checkin")
def checkin_button(t: Translator) -> Button:
    """The way in from the desk."""
    return Button(t("Attendance"), CheckInList())


@on_desk("present")
def present_button(t: Translator) -> Button:
    """The other way in from the desk."""
    return Button(t("Attendance by numbers"), PresentHelp())


@on_event_desk(Permission.CHECK_IN)
def _event_button(overview: Overview, t: Translator) -> Button:
    return Button(t("Attendance"), CheckIn(overview.event.id))


def events_screen(found: Sequence[Event], t: Translator, now: datetime) -> Screen:
    """Which event: what is on now first."""
    if not found:
        text = t("There is no event of yours in the last two weeks or ahead of us.")
        return Screen(text, rows=((desk_button(t),),))
    entries = [join("\n", [bold(title(event, t)), when(event, t, now)]) for event in found]
    rows = [(Button(event_label(event, t), CheckIn(event.id)),) for event in found]
    return Screen(join("\n\n", [t("Whose attendance shall we take?"), *entries]), rows=(*rows, (desk_button(t),)))


def sessions_screen(event: Event, t: Translator, now: datetime) -> Screen:
    """Which session."""
    lines = session_lines(event, event.sessions, t, now)
    rows = [
        (Button(f"{number}. {t.day(one.starts_at)}", CheckIn(event.id, one.id)),)
        for number, one in enumerate(event.sessions, start=1)
    ]
    text = join("\n\n", [bold(title(event, t)), t("Which session?"), join("\n", lines)])
    return Screen(text, rows=(*rows, (Button(t("Back"), CheckIn(event.id)),)))


def occasion(event: Event, session: Session | None, t: Translator, now: datetime) -> Html:
    """Title, date, time and place of the event or session."""
    return session_heading(event, session, t, now) if session else heading(event, t, now)


def sheet_screen(sheet: Sheet, t: Translator, now: datetime) -> Screen:
    """The list with a button a person; a press notes them, another takes it back."""
    event, number = sheet.event, number_of(sheet.session)
    head = t("Without a seat") if sheet.is_others else t("Attendance")
    head = page_title(head, sheet.page, sheet.pages, t)
    nobody = t("Nobody is on the waiting list.") if sheet.is_others else t("Nobody is on the list yet.")
    counts = [
        t("Present: {present} of {expected}", present=sheet.present, expected=sheet.expected),
        t("Without a name: {heads}", heads=sheet.heads) if sheet.heads else "",
    ]
    lines = [_line(line, sheet, t) for line in sheet.lines] or [nobody]
    which = OTHERS if sheet.is_others else ""
    people = tuple((_toggle(line, sheet, which, t),) for line in sheet.lines)
    text = join("\n\n", [bold(head), occasion(event, sheet.session, t, now), join("\n", counts), join("\n", lines)])
    return Screen(text, rows=(*people, *_turning(sheet, number, which, t), *_more(sheet, number, t)))


def _line(line: Line, sheet: Sheet, t: Translator) -> Html:
    who = f"{numbers_of(line)}. {escaped(shorten(line.signup.details.name, 60))}"
    if line.presence:
        clock = t.clock(line.presence.at)
        said = t("is here ({time}, {name})", time=clock, name=line.presence.name or "?")
    elif sheet.is_others:
        said = state_of(line.signup, t)
    elif sheet.session and sheet.session.id in line.signup.misses:
        said = t("cannot come")
    else:
        return Html(who)
    return Html(f"{who} – {said}")


def numbers_of(line: Line) -> str:
    """The number on the list, with those of the companions."""
    return str(line.number) if line.last == line.number else f"{line.number}–{line.last}"


def _toggle(line: Line, sheet: Sheet, which: str, t: Translator) -> Button:
    label = escaped(f"{numbers_of(line)}. {shorten(line.signup.details.name, 40)}")
    where = line.signup.id, number_of(sheet.session), sheet.page, which
    return Button(t("✓ {option}", option=label), NotThere(*where)) if line.presence else Button(label, Here(*where))


def _turning(sheet: Sheet, session: int, which: str, t: Translator) -> tuple[Row, ...]:
    def to(page: int) -> CheckIn:
        return CheckIn(sheet.event.id, session, page, which)

    return turning(sheet.page, sheet.pages, to, back=t("Previous"), on=t("Next"))


def _more(sheet: Sheet, session: int, t: Translator) -> tuple[Row, ...]:
    event = sheet.event.id
    if sheet.is_others:
        return ((Button(t("Back to the list"), CheckIn(event, session)),),)
    rows: list[Row] = [
        (Button(t("Somebody just came"), WriteNames(event, session)), Button(t("Count"), CountHeads(event, session))),
        (
            Button(t("Who has no seat"), CheckIn(event, session, 0, OTHERS)),
            Button(t("Code for the wall"), Poster(event, session)),
        ),
    ]
    if sheet.session:
        rows.append((Button(t("Another session"), CheckInSessions(event)),))
    return (*rows, (Button(t("Back"), EventDesk(event)),))


def number_of(session: Session | None) -> int:
    """The session as buttons carry it."""
    return session.id if session else 0


def state_of(signup: SignUp, t: Translator) -> Html:
    """Where somebody without a seat stands."""
    return {
        State.WAITING: t("on the waiting list"),
        State.APPLIED: t("application"),
        State.CANCELLED: t("cancelled"),
        State.REJECTED: t("declined"),
    }.get(signup.state, t("not for this session"))


def _too_early(refusal: attendance.CheckInTooEarly, t: Translator) -> Html:
    opens = refusal.opens_at
    return t(
        "It is too early to note who is here. It begins on {day} at {time}.", day=t.day(opens), time=t.clock(opens)
    )


wordings.refusal(
    attendance.CheckInTooEarly,
    RefusalWords(_too_early, lambda refusal, t: Button(t("About the event"), EventCard(refusal.event))),
)
wordings.refusal(
    attendance.NumbersUnread,
    RefusalWords(
        lambda refusal, t: t(
            "I do not find numbers in “{typed}”. For instance: /present forum-1 1-7,9", typed=shorten(refusal.typed, 60)
        ),
        lambda _, t: Button(t("Attendance"), CheckInList()),
    ),
)
wordings.refusal(
    attendance.NameStaysListed,
    RefusalWords(
        lambda _, t: t("This person signed up earlier, so the name stays on the list. You can only untick it."),
        lambda refusal, t: Button(t("To the list"), CheckIn(refusal.event)),
    ),
)
