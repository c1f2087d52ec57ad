"""Why something is not done: what happened, why, and what to do instead."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from bot.domain import access, refusals
from bot.domain.access import Permission
from bot.domain.events import SignUpOver
from bot.domain.organisation import Organisation
from bot.domain.people import Grant
from bot.domain.refusals import Refusal
from bot.domain.seats import PartyTooLarge
from bot.screens import wordings
from bot.screens.dialogs import step_screen
from bot.screens.events import EventCard, EventList, MyPlace, heading
from bot.screens.projects import ProjectList
from bot.screens.prompts import person_line
from bot.screens.roles import role_names
from bot.screens.screen import Button, Row, Screen
from bot.screens.signups import MyList, Resume
from bot.screens.start import Start, desk_button
from bot.services.dialogs import Refused
from bot.texts import Html, Translator, join

_OWN = frozenset({Permission.OWN_SIGNUP, Permission.OWN_DATA})
"""What a role has nothing to do with."""


def refusal_screen(
    refusal: Refusal, t: Translator, now: datetime, organisation: Organisation, grants: Collection[Grant] = ()
) -> Screen:
    """The screen for a refusal to somebody with these ``grants``; every refusal has its own words and a way on."""
    if grants and type(refusal) is refusals.NotAllowed and refusal.permission not in _OWN:
        return _beyond_role_screen(refusal, t, grants)
    rows = ((*_way_on(refusal, t), Button(t("To the start"), Start())),)
    person = person_line(t, organisation) if isinstance(refusal, refusals.TooLateToCancel) else Html("")
    return Screen(join("\n", [_words(refusal, t, now), person]), rows=rows)


def _beyond_role_screen(refusal: refusals.NotAllowed, t: Translator, grants: Collection[Grant]) -> Screen:
    """Somebody of the team may not do this: whose work it is, and the way back to their own."""
    roles = role_names(grants, t)
    if access.is_beyond(grants, Permission(refusal.permission)):
        text = t("This is beyond what your role ({roles}) covers. Ask the administrator for more.", roles=roles)
    else:
        text = t("Your role ({roles}) does not cover this. The coordinators see to it.", roles=roles)
    return Screen(text, rows=((desk_button(t), Button(t("To the start"), Start())),))


def refused_step_screen(refused: Refused, t: Translator, now: datetime, organisation: Organisation) -> Screen:
    """Why what was answered cannot be done, above the step to mend it at."""
    again = step_screen(refused.step, t, organisation)
    return replace(again, text=join("\n\n", [_words(refused.why, t, now), again.text]))


def _words(refusal: Refusal, t: Translator, now: datetime) -> Html:
    own = wordings.of_refusal(type(refusal))
    if own:
        return own.words(refusal, t)
    said = {**_about_events(t), **_about_others(t)}.get(type(refusal))
    return said or _with_facts(refusal, t, now)


def _about_events(t: Translator) -> dict[type[Refusal], Html]:
    return {
        refusals.EventGone: t("There is no such event any more. See what is on now."),
        refusals.EventCalledOff: t("This event has been called off, so nothing about it can be changed."),
        refusals.EventOver: t("This event has begun already, so nothing about it can be changed."),
        refusals.AlreadySignedUp: t("You are signed up for this already."),
        refusals.Declined: t("The organisers could not take this application. See the other events."),
        refusals.SignUpGone: t("You have no place at this event. Perhaps it was cancelled before."),
        refusals.TooLateToUndo: t("Ten minutes have passed, so the place cannot be taken back. You can sign up anew."),
        refusals.OfferGone: t("There was no answer in time, so the seat passed on to somebody else."),
        refusals.NoTicket: t("There is no ticket here: it comes with a seat. See your sign-ups."),
        refusals.QueueFull: t("All seats are taken, and the waiting list is full too. See the other events."),
        refusals.ForParticipants: t("This event is for people who took part in an earlier one. See the other events."),
        refusals.ForNewcomers: t(
            "You took part in an earlier edition, so this one is for somebody new. See the other events."
        ),
    }


def _about_others(t: Translator) -> dict[type[Refusal], Html]:
    behind_us = t("This button belongs to a step that is behind us.")
    return {
        refusals.NoDialog: behind_us,
        refusals.StaleStep: behind_us,
        refusals.ProjectGone: t("I do not know this project. See the ones I know."),
        refusals.TooManyMessages: t("That was very fast. Please wait a moment and write again."),
    }


def _with_facts(refusal: Refusal, t: Translator, now: datetime) -> Html:
    match refusal:
        case SignUpOver(about=event):
            over = (
                t("This event is over.") if event.has_ended(now) else t("It has begun, so nobody can sign up any more.")
            )
            return join("\n\n", [over, heading(event, t, now)])
        case refusals.SignUpNotOpen(opens_at=opens):
            return t("Sign-up opens on {day} at {time}. Look in again then.", **_moment(opens, t, now))
        case refusals.SignUpClosed(closed_at=closed):
            return t("Sign-up closed on {day} at {time}. See the other events.", **_moment(closed, t, now))
        case refusals.TooLateToCancel(until=until):
            return t(
                "One could cancel until {day}, {time}. Please tell the organisers that you cannot come.",
                **_moment(until, t, now),
            )
        case refusals.NotAllowed(permission=Permission.OWN_SIGNUP):
            return t("This place is not yours. Perhaps you passed it on to somebody. See your sign-ups.")
        case refusals.NotAllowed():
            return t(
                "This is for the people who run the events. If you are one, ask the administrator for an invitation."
            )
        case PartyTooLarge(most=most):
            return t.n(
                "There is {n} seat here in all, so not that many of you can come. Change how many come with you.",
                "There are {n} seats here in all, so not that many of you can come. Change how many come with you.",
                most,
            )
        case refusals.NotEnoughSeats(free=0):
            return t("There is no seat for anybody else. Your answers stay as they were.")
        case refusals.NotEnoughSeats(free=free):
            return t.n(
                "Only {n} more person fits. Your answers stay as they were.",
                "Only {n} more people fit. Your answers stay as they were.",
                free,
            )
        case _:
            return t("This button is from an earlier time and does nothing any more. Choose anew.")


def _moment(moment: datetime, t: Translator, now: datetime) -> dict[str, str]:
    return {"day": t.day(moment, t.local(now).date()), "time": t.clock(moment)}


def _way_on(refusal: Refusal, t: Translator) -> Row:
    own = wordings.of_refusal(type(refusal))
    if own:
        way = own.way_on(refusal, t) if own.way_on else ()
        return way if isinstance(way, tuple) else (way,)
    match refusal:
        case SignUpOver():
            return (Button(t("Other events"), EventList()),)
        case PartyTooLarge():
            return (Button(t("Finish what you began"), Resume()),)
        case (
            refusals.AlreadySignedUp(signup=signup)
            | refusals.NotEnoughSeats(signup=signup)
            | refusals.OfferGone(signup=signup)
        ):
            return (Button(t("My place"), MyPlace(signup)),)
        case (
            refusals.EventCalledOff(event=event)
            | refusals.EventOver(event=event)
            | refusals.TooLateToCancel(event=event)
            | refusals.TooLateToUndo(event=event)
        ):
            return (Button(t("About the event"), EventCard(event)),)
        case refusals.ProjectGone():
            return (Button(t("Projects"), ProjectList()),)
        case refusals.SignUpGone() | refusals.NoTicket() | refusals.NotAllowed(permission=Permission.OWN_SIGNUP):
            return (Button(t("All my sign-ups"), MyList()),)
        case _:
            return (Button(t("Events"), EventList()),)
