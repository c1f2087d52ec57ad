"""Answers about the event that is being talked of, from its card."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.answers.values import Aspect
from bot.domain.events import Event
from bot.domain.signups import State
from bot.screens.event_cards import event_screen, standing
from bot.screens.events import heading, languages_line
from bot.screens.inbox_asking import pass_on_button, pass_on_offer
from bot.screens.screen import Screen
from bot.services.events import Card
from bot.texts import Html, Translator, escaped, join


def event_answer_screen(
    card: Card, aspects: Sequence[Aspect], t: Translator, now: datetime, *, sign: int | None = None
) -> Screen:
    """What is asked about the event, under its title, time and place; with the buttons of its card.

    ``sign`` is the checksum of the question, which may be passed on where the card does not tell.
    """
    told = [_told(aspect, card, t, now) for aspect in aspects]
    screen = replace(event_screen(card, t, now), text=join("\n\n", [heading(card.event, t, now), *told]))
    if all(told) or sign is None:
        return screen
    unknown = join("\n\n", [screen.text, t("The description of the event does not say more."), _offer(t)])
    return replace(screen, text=unknown, rows=((pass_on_button(card.event.plan.project, sign, t),), *screen.rows))


def _offer(t: Translator) -> Html:
    return pass_on_offer(t, has_project=True)


def _told(aspect: Aspect, card: Card, t: Translator, now: datetime) -> Html:
    """The answer in words; empty when the card does not hold it."""
    plan = card.event.plan
    match aspect:
        case Aspect.TIME | Aspect.PLACE:
            return standing(card, t, now)
        case Aspect.REACHING:
            return t("“Map” shows the way on your phone.") if plan.latitude is not None else Html("")
        case Aspect.ACCESS:
            return escaped(plan.accessibility.in_(t.language)) if plan.accessibility else Html("")
        case Aspect.ABOUT:
            return escaped(plan.description.in_(t.language)) if plan.description else Html("")
        case Aspect.LANGUAGE:
            return languages_line(card.event, t)
        case Aspect.COMPANIONS:
            return _companions(card.event, t)
        case Aspect.ONLINE:
            return _online(card, t)
        case Aspect.SEATS:
            return standing(card, t, now)
        case Aspect.CLOSES:
            return _closes(card.event, t)
        case _:
            return _leaving(card.event, t)


def _companions(event: Event, t: Translator) -> Html:
    most = event.most_companions
    if not most:
        return t("Everybody signs up on their own here; nobody can be added to a sign-up.")
    return t.n("You may bring {n} person with you.", "You may bring up to {n} people with you.", most)


def _online(card: Card, t: Translator) -> Html:
    plan = card.event.plan
    if not plan.online_link:
        return t("We meet on the spot, not online.") if plan.place or plan.address else Html("")
    if card.signup and card.signup.state is State.CONFIRMED:
        return t("Link to the meeting: {link}", link=plan.online_link)
    return t("It can be joined online. The link comes with your place.")


def _closes(event: Event, t: Translator) -> Html:
    closes = event.plan.closes_at
    if closes:
        return t("Sign-up closes on {day} at {time}.", day=t.day(closes), time=t.clock(closes))
    return t("You can sign up until it begins.")


def _leaving(event: Event, t: Translator) -> Html:
    until = event.plan.cancel_until
    if until:
        return t("You can cancel until {day}, {time}.", day=t.day(until), time=t.clock(until))
    return t("You can cancel until it begins.")
