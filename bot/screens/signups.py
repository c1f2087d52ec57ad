"""A person's own sign-ups: the list, the ticket, cancelling and undoing."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.courses import last_start
from bot.domain.events import EventState
from bot.domain.hand_overs import can_pass_on
from bot.domain.signups import Attending, SignUp, State
from bot.screens.actions import Action, action
from bot.screens.courses import progress_lines
from bot.screens.events import (
    EventCard,
    EventList,
    MyPlace,
    decided_line,
    event_label,
    heading,
    seated_line,
    title,
    when_from,
)
from bot.screens.own_answers import answer_lines, waiting_for_organisation
from bot.screens.passing_on import hand_over_row
from bot.screens.prospects import hitch_line
from bot.screens.screen import Button, File, Row, Screen
from bot.services.signups import Place
from bot.texts import Html, Translator, bold, escaped, join


@action("ml")
class MyList(Action):
    """Show all own sign-ups."""


@action("cx")
class Cancel(Action):
    """Give up the seat, or the place in the queue."""

    signup: int


@action("un")
class Undo(Action):
    """Take a cancellation back."""

    signup: int


@action("co")
class Correct(Action):
    """Change the answers of a sign-up."""

    signup: int


@action("ca")
class CalendarFile(Action):
    """Send the calendar file."""

    signup: int


@action("tc")
class ShowTicket(Action):
    """Send the ticket."""

    signup: int


@action("tk")
class Take(Action):
    """Accept the seat offered from the waiting list."""

    signup: int


def offer_rows(signup: int, t: Translator) -> tuple[Row, ...]:
    """Take the offered seat, or leave it to the next."""
    return ((Button(t("Take the seat"), Take(signup)), Button(t("Leave it to the next"), Cancel(signup))),)


def leave_button(signup: SignUp, t: Translator) -> Button:
    """How somebody gives up what they have: a place in the queue, or a seat or an application."""
    words = t("Leave the queue") if signup.state is State.WAITING else t("Give up my place")
    return Button(words, Cancel(signup.id))


def deadline(until: datetime, t: Translator, now: datetime) -> Html:
    """``jutro, wtorek, 8 grudnia, 12:00``: until when an offer stands."""
    near = t.near(until, now)
    day = t.day(until, t.local(now).date())
    return Html(f"{near}, {day}, {t.clock(until)}") if near else Html(f"{day}, {t.clock(until)}")


def joined_screen(place: Place, t: Translator, now: datetime, calendar: File | None, attribution: str = "") -> Screen:
    """After signing up: what the person has now, and what happens next. ``calendar`` goes with a seat."""
    course = progress_lines(place, t, now)
    lines = [
        bold(_result(place, t)),
        "",
        heading(place.event, t, now),
        *([course] if course else []),
        "",
        _next(place, t, now),
    ]
    if place.overlaps:
        lines += ["", overlapping(place, t)]
    if attribution:
        lines += ["", Html(f"<i>{escaped(attribution)}</i>")]
    rows = (
        (Button(t("My place"), MyPlace(place.signup.id)), Button(t("Other events"), EventList())),
        (leave_button(place.signup, t),),
    )
    files = (calendar,) if calendar and place.signup.state is State.CONFIRMED else ()
    return Screen(Html("\n".join(lines)), rows=rows, files=files)


def _result(place: Place, t: Translator) -> Html:
    match place.signup.state:
        case State.CONFIRMED:
            size = place.signup.size
            return t("Done, you have a seat!") if size == 1 else t.n("Done, {n} seat!", "Done, {n} seats!", size)
        case State.WAITING:
            why = hitch_line(place.hitch, place.signup.size, t) if place.hitch else ""
            return join(" ", [why, t("You are number {position} on the waiting list.", position=place.position)])
        case _:
            return t("We have your application.")


def _next(place: Place, t: Translator, now: datetime) -> Html:
    match place.signup.state:
        case State.CONFIRMED:
            return join(
                "\n",
                [
                    _online(place, t),
                    reminding(place, t, now),
                    t("Plans change? One tap in /my frees the seat for somebody else."),
                ],
            )
        case State.WAITING:
            when = t("When a seat becomes free, we write to you at once. You can leave the queue in /my at any time.")
            return join("\n", [waiting_for_organisation(place, t), when])
        case _:
            return decided_line(place.event, t, now)


def _online(place: Place, t: Translator) -> Html:
    link = place.event.plan.online_link
    return t("Link to the meeting: {link}", link=link) if link else Html("")


def reminding(place: Place, t: Translator, now: datetime) -> Html:
    """When reminders come, or why none does."""
    if not place.reminders:
        return t("It is soon, so there will be no reminder.")
    if place.event.sessions:
        first = _at(place.reminders[0], t, now)
        return t("We will remind you before each session, for the first time: {moment}.", moment=first)
    return t("We will remind you: {moments}.", moments=join(", ", [_at(one, t, now) for one in place.reminders]))


def _at(moment: datetime, t: Translator, now: datetime) -> Html:
    return t("{date} at {time}", date=t.near(moment, now) or t.date(moment), time=t.clock(moment))


def place_screen(place: Place, t: Translator, now: datetime) -> Screen:
    """One sign-up: where it stands, the answers given, and what can be done with it."""
    ahead = [progress_lines(place, t, now), waiting_for_organisation(place, t), overlapping(place, t)]
    stands = [_standing(place, t, now), *([] if _is_called_off(place) else ahead), answer_lines(place, t)]
    own = join("\n", [*stands, _online_for_seated(place, t)])
    return Screen(join("\n\n", [heading(place.event, t, now), own]), rows=_place_rows(place, t, now))


def _online_for_seated(place: Place, t: Translator) -> Html:
    is_of_use = place.signup.state is State.CONFIRMED and not _is_called_off(place)
    return _online(place, t) if is_of_use else Html("")


def _standing(place: Place, t: Translator, now: datetime) -> Html:
    if _is_called_off(place):
        return t("This event has been called off.")
    match place.signup.state:
        case State.CONFIRMED:
            return _seated(place, t)
        case State.WAITING:
            return t("You are number {position} on the waiting list.", position=place.position)
        case State.OFFERED if place.signup.offered_until:
            return _kept(place.signup.size, deadline(place.signup.offered_until, t, now), t)
        case State.APPLIED:
            return join(" ", [t("We have your application."), decided_line(place.event, t, now)])
        case State.REJECTED:
            return t("There was no seat for this application.")
        case State.ATTENDED:
            return t("You took part.")
        case State.ABSENT:
            return t("You were not there.")
        case _:
            return t("You gave up this place.")


def _kept(size: int, until: Html, t: Translator) -> Html:
    if size == 1:
        return t("A seat is kept for you until: {until}.", until=until)
    return t.n(
        "{n} seat is kept for you until: {until}.", "{n} seats are kept for you until: {until}.", size, until=until
    )


def _is_called_off(place: Place) -> bool:
    """Whether somebody waits for nothing: the place is kept in case the event takes place after all."""
    return place.event.state is EventState.CALLED_OFF and place.signup.is_active


def _seated(place: Place, t: Translator) -> Html:
    """A seat, and what they said; of a course that was about one session and is over with it."""
    match None if place.event.sessions else place.signup.attending:
        case Attending.LATE:
            said = t("We know that you will be late.")
        case Attending.YES:
            said = t("You said that you will come.")
        case _:
            said = Html("")
    return join(" ", [seated_line(place.signup.size, t), said])


def overlapping(place: Place, t: Translator) -> Html:
    """A word about other events at the same time; nothing is refused for it."""
    titles = join(", ", [t("“{title}”", title=title(event, t)) for event in place.overlaps])
    return t("At the same time you also have: {titles}.", titles=titles) if place.overlaps else Html("")


def _place_rows(place: Place, t: Translator, now: datetime) -> tuple[Row, ...]:
    signup, event = place.signup, place.event
    rows: list[Row] = []
    if _is_called_off(place):
        rows.append((Button(t("Other events"), EventList()),))
    elif signup.state is State.OFFERED and event.last_entry > now:
        rows += offer_rows(signup.id, t)
    elif signup.is_active and last_start(event, signup.details) > now:
        if signup.state is State.CONFIRMED:
            rows.append(
                (Button(t("Ticket"), ShowTicket(signup.id)), Button(t("Add to calendar"), CalendarFile(signup.id)))
            )
        rows.append((Button(t("Change answers"), Correct(signup.id)), leave_button(signup, t)))
        if can_pass_on(event, signup):
            rows.append(hand_over_row(signup.id, t))
    rows.append((Button(t("About the event"), EventCard(event.id)), Button(t("All my sign-ups"), MyList())))
    return tuple(rows)


def my_screen(places: Sequence[Place], t: Translator, now: datetime, *, has_draft: bool = False) -> Screen:
    """All sign-ups for what is still to come; ``has_draft`` offers the conversation that was left."""
    rows = [(Button(event_label(place.event, t), MyPlace(place.signup.id)),) for place in places]
    if has_draft:
        rows.append((Button(t("Finish what you began"), Resume()),))
    rows.append((Button(t("Events"), EventList()),))
    if not places:
        return Screen(t("You are not signed up for anything that is still to come. See what is on."), rows=tuple(rows))
    entries = [
        join("\n", [bold(title(place.event, t)), _when(place, t, now), _standing(place, t, now)]) for place in places
    ]
    return Screen(join("\n\n", [t("Your sign-ups:"), *entries]), rows=tuple(rows))


def _when(place: Place, t: Translator, now: datetime) -> Html:
    """When it is; of a course how far the person is and what comes next."""
    ahead = Html("") if _is_called_off(place) else progress_lines(place, t, now)
    return ahead or when_from(place.event, t, now)


@action("re")
class Resume(Action):
    """Take up the conversation that was left."""


def corrected_screen(place: Place, t: Translator, now: datetime, dropped: File | None = None) -> Screen:
    """After changing the answers; ``dropped`` takes sessions out of the calendar."""
    shown = place_screen(place, t, now)
    files = (dropped,) if dropped else ()
    return Screen(join("\n\n", [bold(t("Changed.")), shown.text]), rows=shown.rows, files=files)


def calendar_screen(place: Place, t: Translator, now: datetime, calendar: File) -> Screen:
    """The calendar file with the words that go with it."""
    text = (
        t("Open this file to put the event into your calendar.\n\n{event}", event=heading(place.event, t, now))
        if place.signup.is_active
        else t("Open this file to take the event out of your calendar.\n\n{event}", event=heading(place.event, t, now))
    )
    return Screen(text, files=(calendar,), rows=((Button(t("My place"), MyPlace(place.signup.id)),),))
