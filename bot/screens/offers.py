"""Seats offered from the waiting list: the offer, its answer, and what happens without one."""

from datetime import datetime

from bot.domain.notices import OfferLapsed, SeatOffered, SeatReleased
from bot.screens.events import EventList, MyPlace, SignUp, heading
from bot.screens.notices import words
from bot.screens.screen import Button, File, Screen
from bot.screens.signups import CalendarFile, Cancel, deadline, leave_button, offer_rows, reminding
from bot.services.notices import Delivery
from bot.services.signups import Place
from bot.texts import Html, Translator, bold, join


@words(SeatOffered)
def _seat_offered(
    told: SeatOffered, delivery: Delivery, t: Translator, now: datetime, _calendar: File | None
) -> Screen:
    signup = delivery.signup
    until = deadline(datetime.fromisoformat(told.until), t, now)
    opening = (
        t("A seat became free!")
        if signup.size == 1
        else t.n("{n} seat became free!", "{n} seats became free, for all of you!", signup.size)
    )
    lines = [
        bold(opening),
        heading(delivery.event, t, now),
        t("We keep it for you until: {until}. Later it passes on to the next in the queue.", until=until)
        if signup.size == 1
        else t("We keep them for you until: {until}. Later they pass on to the next in the queue.", until=until),
        t("This is the second offer. Without an answer we take you off the list.") if told.is_last else "",
    ]
    return Screen(join("\n\n", lines), rows=offer_rows(signup.id, t))


@words(OfferLapsed)
def _offer_lapsed(
    told: OfferLapsed, delivery: Delivery, t: Translator, now: datetime, _calendar: File | None
) -> Screen:
    if told.is_off:
        said = t("There was no answer, so the seat passed on and you are off the list.")
        ending = t("You would still like to come? Sign up again, and you are in the queue.")
        rows = ((Button(t("Sign up again"), SignUp(delivery.event.id)), Button(t("Other events"), EventList())),)
        return Screen(join("\n\n", [said, _event(delivery, t, now), ending]), rows=rows)
    said = t("There was no answer, so the seat passed on.")
    ending = t("You are still in the queue, at its end. When a seat becomes free again, we write.")
    rows = (
        (Button(t("My place"), MyPlace(delivery.signup.id)), Button(t("Leave the queue"), Cancel(delivery.signup.id))),
    )
    return Screen(join("\n\n", [said, _event(delivery, t, now), ending]), rows=rows)


@words(SeatReleased)
def _seat_released(_: SeatReleased, delivery: Delivery, t: Translator, now: datetime, _calendar: File | None) -> Screen:
    text = t(
        "We asked twice whether you come and heard nothing. Somebody was waiting, so the seat went to them.\n\n"
        "{event}\n\nYou would like to come after all? Sign up again, and you are in the queue.",
        event=_event(delivery, t, now),
    )
    rows = ((Button(t("Sign up again"), SignUp(delivery.event.id)), Button(t("Other events"), EventList())),)
    return Screen(text, rows=rows)


def _event(delivery: Delivery, t: Translator, now: datetime) -> Html:
    return heading(delivery.event, t, now)


def taken_screen(place: Place, t: Translator, now: datetime, calendar: File | None) -> Screen:
    """After taking an offered seat."""
    size = place.signup.size
    taken = t("The seat is yours!") if size == 1 else t.n("{n} seat is yours!", "{n} seats are yours!", size)
    lines = [bold(taken), heading(place.event, t, now), reminding(place, t, now)]
    rows = (
        (Button(t("My place"), MyPlace(place.signup.id)), Button(t("Add to calendar"), CalendarFile(place.signup.id))),
        (leave_button(place.signup, t),),
    )
    return Screen(join("\n\n", lines), rows=rows, files=(calendar,) if calendar else ())
