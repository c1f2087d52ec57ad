"""A place passed on: the link, taking it, what both hear, and the same done by the team."""

from datetime import datetime
from urllib.parse import urlencode

from bot.domain.access import Permission
from bot.domain.events import Event
from bot.domain.forms import Kind, visible
from bot.domain.hand_overs import HandOverGone, OwnHandOver, PlaceHandedOver
from bot.domain.pages import find_page
from bot.domain.signups import SignUp, State
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.event_desk import entry
from bot.screens.events import EventCard, EventDesk, EventList, MyPlace, heading
from bot.screens.memos import words
from bot.screens.pages import turning
from bot.screens.prompts import answer_line
from bot.screens.screen import Button, File, Screen
from bot.screens.signups import MyList, place_screen, reminding
from bot.screens.wordings import FieldWords, FormWords, RefusalWords
from bot.services.dialogs import Step
from bot.services.event_desk import Overview
from bot.services.hand_overs import Offered, Passing, Replaced
from bot.services.notices import Memo
from bot.services.signups import Place
from bot.texts import Html, Translator, bold, join, shorten

LISTED = 8
"""People on a page of the list."""


@action("sbl")
class SubstituteList(Action):
    """Show whose place at an event the team may give to somebody else; pages count from 0."""

    event: int
    page: int = 0


@action("sbs")
class Substitute(Action):
    """Begin to put somebody else in."""

    signup: int


def offered_screen(offered: Offered, link: str, t: Translator, now: datetime) -> Screen:
    """The link, to be sent on to one person."""
    lines = [
        bold(t("Send this link to whoever comes instead of you.")),
        Html(link),
        heading(offered.event, t, now),
        t("Until they have signed up, the place is yours. Then we tell you. One person can use the link."),
        t(
            "It holds until {day}, {time}. A new link makes this one void.",
            day=t.day(offered.until, t.local(now).date()),
            time=t.clock(offered.until),
        ),
    ]
    send = "https://t.me/share/url?" + urlencode({"url": link, "text": offered.event.plan.title.in_(t.language)})
    rows = ((Button(t("Send it on"), url=send),), (Button(t("My place"), MyPlace(offered.signup.id)),))
    return Screen(join("\n\n", lines), rows=rows)


def taking_over_screen(passing: Passing, t: Translator, now: datetime) -> Screen:
    """What the link offers, a seat or a place in the queue; the first question follows."""
    is_seat = passing.signup.state is State.CONFIRMED
    lines = [
        bold(
            t("Somebody passes their seat on to you.")
            if is_seat
            else t("Somebody passes their place in the queue on to you.")
        ),
        heading(passing.event, t, now),
        t("A few questions, then the seat is yours.")
        if is_seat
        else t("A few questions, then you wait where they waited. When a seat becomes free, we write to you at once."),
    ]
    return Screen(join("\n\n", lines), rows=((Button(t("About the event"), EventCard(passing.event.id)),),))


def taken_over_screen(place: Place, t: Translator, now: datetime, calendar: File | None) -> Screen:
    """After taking a place over."""
    is_seated = place.signup.state is State.CONFIRMED
    shown = place_screen(place, t, now)
    said = t("Done, the seat is yours!") if is_seated else t("Done, the place in the queue is yours.")
    lines = [bold(said), shown.text, reminding(place, t, now) if is_seated else ""]
    return Screen(join("\n\n", lines), rows=shown.rows, files=(calendar,) if calendar and is_seated else ())


@words(PlaceHandedOver)
def _handed_over(told: PlaceHandedOver, memo: Memo, t: Translator, now: datetime) -> Screen:
    event = memo.event
    if event is None:
        raise TypeError(f"{told!r} is about an event")
    said = (
        t("The team has given your place to somebody else.")
        if told.is_by_team
        else t("Your place has passed on: somebody comes instead of you. Thank you!")
    )
    ending = t("You need not do anything. You can take the event out of your calendar.")
    rows = ((Button(t("About the event"), EventCard(event.id)), Button(t("All my sign-ups"), MyList())),)
    return Screen(join("\n\n", [bold(said), heading(event, t, now), ending]), rows=rows)


@entry(Permission.MANAGE_SIGNUPS)
def _desk_button(overview: Overview, t: Translator) -> Button | None:
    return Button(t("Replace a person"), SubstituteList(overview.event.id)) if overview.seats.taken else None


def substitute_list_screen(event: Event, listed: tuple[SignUp, ...], page: int, t: Translator, now: datetime) -> Screen:
    """Whose place somebody else takes."""
    page, pages = find_page(page, len(listed), LISTED)
    shown = listed[page * LISTED : (page + 1) * LISTED]
    rows = [(Button(shorten(one.details.name or "–", 50), Substitute(one.id)),) for one in shown]
    turns = turning(page, pages, lambda number: SubstituteList(event.id, number), back=t("Earlier"), on=t("Later"))
    ask = t("Whose place does somebody else take? Seat, group and organisation stay.")
    said = ask if listed else t("Nobody has a place here yet.")
    back = (Button(t("Back"), EventDesk(event.id)),)
    return Screen(join("\n\n", [heading(event, t, now), said]), rows=(*rows, *turns, back))


def replaced_screen(replaced: Replaced, t: Translator, now: datetime) -> Screen:
    """After the team put somebody else in."""
    said = t("{after} comes instead of {before}.", after=replaced.after, before=replaced.before)
    told = t("Whoever has Telegram of the two is told by the bot; the other one you tell yourself.")
    rows = (
        (Button(t("Replace a person"), SubstituteList(replaced.event.id)),),
        (Button(t("For the team"), EventDesk(replaced.event.id)),),
    )
    return Screen(join("\n\n", [bold(said), heading(replaced.event, t, now), told]), rows=rows)


def _summary(step: Step, t: Translator) -> Html:
    shown = visible(step.setting.fields, step.draft.answers)
    answers = [answer_line(one, step.draft.answers.get(one.key), t) for one in shown if one.kind is not Kind.NOTICE]
    return join("\n", ["\n", *answers])


def _new_name(_step: Step, t: Translator) -> Html:
    return t("Who comes? Write first and last name. The answers of the one before are deleted.")


wordings.field("substitute_name", FieldWords(lambda t: t("First and last name"), _new_name))
wordings.field(
    "substitute_phone", FieldWords(lambda t: t("Phone"), lambda _, t: t("For instance: 600 100 200. You may skip it."))
)
wordings.form("hand_over", FormWords(lambda t: t("I take the place"), _summary))
wordings.form("substitute", FormWords(lambda t: t("Put in"), _summary))


wordings.refusal(
    HandOverGone,
    RefusalWords(
        lambda _, t: t(
            "This link has been used or is too old. Ask whoever sent it for a new one, or sign up yourself."
        ),
        lambda refusal, t: (
            Button(t("About the event"), EventCard(refusal.event))
            if refusal.event
            else Button(t("Events"), EventList())
        ),
    ),
)
wordings.refusal(
    OwnHandOver,
    RefusalWords(
        lambda _, t: t("This is your own link. Send it to whoever comes instead of you."),
        lambda refusal, t: Button(t("My place"), MyPlace(refusal.signup)),
    ),
)
