"""What somebody wants to do with a sign-up of theirs: that sign-up, with the button for it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.content import Wish
from bot.domain.courses import last_start
from bot.domain.events import Event, EventState
from bot.domain.signups import State
from bot.screens.events import EventCard, MyPlace, event_label, heading
from bot.screens.notices import NotComing
from bot.screens.screen import Button, Screen
from bot.screens.signups import MyList, my_screen, place_screen
from bot.services.signups import Place
from bot.texts import Html, Translator, join


def wish_screen(wish: Wish, places: Sequence[Place], t: Translator, now: datetime) -> Screen:
    """The place that is meant, or which of several; ``places`` are one at least."""
    if len(places) == 1:
        return _one(wish, places[0], t, now)
    if wish is Wish.SEE:
        return my_screen(places, t, now)
    rows = [(Button(event_label(place.event, t), MyPlace(place.signup.id)),) for place in places]
    return Screen(_which(wish, t), rows=(*rows, (Button(t("My sign-ups"), MyList()),)))


def not_there_screen(event: Event, t: Translator, now: datetime) -> Screen:
    """Somebody names an event they have no place at."""
    rows = ((Button(t("About the event"), EventCard(event.id)), Button(t("My sign-ups"), MyList())),)
    return Screen(join("\n\n", [t("You are not signed up for this event."), heading(event, t, now)]), rows=rows)


def placeless_screen(told: Screen, t: Translator) -> Screen:
    """What is told to everybody, to whoever has no place at all."""
    none = t("For now you are not signed up for anything that is still to come.")
    return replace(told, text=join("\n\n", [none, told.text]))


def _one(wish: Wish, place: Place, t: Translator, now: datetime) -> Screen:
    if wish is Wish.LEAVE and _is_seated(place, now):
        words = t("You cannot come? One tap frees the seat for somebody else. A slip can be undone.")
        rows = (
            (Button(t("I can't"), NotComing(place.event.id)),),
            (Button(t("My place"), MyPlace(place.signup.id)), Button(t("My sign-ups"), MyList())),
        )
        return Screen(join("\n\n", [words, heading(place.event, t, now)]), rows=rows)
    shown = place_screen(place, t, now)
    return Screen(join("\n\n", [_opening(wish, place, t), shown.text]), rows=shown.rows)


def _is_seated(place: Place, now: datetime) -> bool:
    """Whether there is a seat of a single event to give back; a course is left where its sessions are seen."""
    event, signup = place.event, place.signup
    is_on = event.state is EventState.OPEN and last_start(event, signup.details) > now
    return signup.state is State.CONFIRMED and is_on and not event.sessions


def _opening(wish: Wish, place: Place, t: Translator) -> Html:
    if wish is Wish.CHANGE:
        return t("This is your sign-up. Press “Change answers” to correct it.")
    if wish is Wish.TICKET and place.signup.state is State.CONFIRMED:
        return t("Press “Ticket”, and show it on your phone when you come.")
    return t("This is your sign-up.")


def _which(wish: Wish, t: Translator) -> Html:
    return {
        Wish.LEAVE: t("Which one can you not come to?"),
        Wish.CHANGE: t("Which sign-up shall we change?"),
        Wish.TICKET: t("Which event is the ticket for?"),
    }.get(wish, t("Which event do you mean?"))
