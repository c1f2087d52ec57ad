"""Giving a place up, and taking that back."""

from datetime import datetime

from bot.domain.signups import State
from bot.screens.events import EventList, MyPlace, heading
from bot.screens.screen import Button, Screen
from bot.screens.signups import CalendarFile, Cancel, MyList, Undo
from bot.services.signups import Place
from bot.texts import Translator, join


def cancelled_screen(place: Place, t: Translator, now: datetime) -> Screen:
    """After cancelling: said without reproach, with the way back."""
    is_application = place.event.plan.approval and place.signup.decided_at is None
    had_seat = place.had_seat and not is_application
    calendar = (Button(t("Remove from calendar"), CalendarFile(place.signup.id)),) if had_seat else ()
    rows = (
        (Button(t("Take it back"), Undo(place.signup.id)), *calendar),
        (Button(t("Other events"), EventList()), Button(t("All my sign-ups"), MyList())),
    )
    if is_application:
        words = t("Your application is taken back. Thank you for telling us.")
    elif place.had_seat and place.event.last_entry <= now:
        words = t("You have left the course. Thank you for telling us.")
    elif place.had_seat:
        words = t("The place is free for somebody else now. Thank you for telling us.")
    else:
        words = t("You are out of the queue. Thank you for telling us.")
    can_be_lost = had_seat and place.hoping and place.event.last_entry > now
    again = [
        t("Changed your mind? You can take it back for ten minutes."),
        t("If somebody from the queue gets the seat meanwhile, you come first in the queue.") if can_be_lost else "",
    ]
    return Screen(join("\n\n", [words, heading(place.event, t, now), join(" ", again)]), rows=rows)


def undone_screen(place: Place, t: Translator, now: datetime) -> Screen:
    """After undoing: the seat is back, or somebody else has it or was offered it."""
    if place.signup.state is State.CONFIRMED:
        size = place.signup.size
        words = (
            t("Taken back: you have your seat.")
            if size == 1
            else t.n("Taken back: you have your {n} seat.", "Taken back: you have your {n} seats.", size)
        )
    elif place.signup.state is State.APPLIED:
        words = t("We have your application again.")
    elif not place.had_seat:
        words = t("Taken back: you are in the queue again. Your number: {position}.", position=place.position)
    elif State.OFFERED in place.hoping:
        words = t(
            "The seat waits for somebody else's answer now. Your number on the waiting list: {position}. "
            "If they do not take it, we write to you at once.",
            position=place.position,
        )
    else:
        words = t(
            "Somebody else has the seat already. You are number {position} on the waiting list.",
            position=place.position,
        )
    leave = Button(t("Leave the queue"), Cancel(place.signup.id))
    rows = (
        (Button(t("My place"), MyPlace(place.signup.id)), Button(t("Other events"), EventList())),
        *(((leave,),) if place.signup.state is State.WAITING else ()),
    )
    return Screen(join("\n\n", [words, heading(place.event, t, now)]), rows=rows)
