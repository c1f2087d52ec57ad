"""What the team sees of one event: how it stands, and a button for everything that can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.domain.access import Permission
from bot.domain.events import Event, EventState, NoSuchCode
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.events import EventCard, EventDesk, event_label, groups_lines, heading, seats_line, title, when
from bot.screens.pages import turning
from bot.screens.screen import Button, Row, Screen
from bot.screens.start import Desk
from bot.screens.wordings import RefusalWords
from bot.services.event_desk import Mine, Overview
from bot.services.shortages import Shortage
from bot.texts import Html, Translator, bold, escaped, join, shorten

LONGEST_CODE = 32
"""Letters of a code that is none."""


@action("es")
class StaffEvents(Action):
    """Show the events the reader runs; pages count from 0."""

    page: int = 0


@action("ew")
class EventsFor(Action):
    """Choose one of the events the reader runs for a purpose; pages count from 0."""

    purpose: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Purpose:
    """What an event is chosen for: the question, and where its button leads."""

    asked: Callable[[Translator], Html]
    leads: Callable[[int], Action]


_purposes: dict[str, Purpose] = {}


def purpose(name: str, asked: Callable[[Translator], Html], leads: Callable[[int], Action]) -> None:
    """Make known what an event may be chosen for."""
    _purposes[name] = Purpose(asked, leads)


_JUST_SHOWN = Purpose(lambda t: t("Your events:"), EventDesk)

Entry = Callable[[Overview, Translator], Button | None]

_entries: list[tuple[Permission, Entry]] = []


def entry(permission: Permission) -> Callable[[Entry], Entry]:
    """Make a function a button of every event's desk, for whoever has the permission; None where it has no use."""

    def register(made: Entry) -> Entry:
        _entries.append((permission, made))
        return made

    return register


def staff_events_screen(mine: Mine, t: Translator, now: datetime, chosen_for: str = "") -> Screen:
    """The events the reader runs, each a button to its desk or to what one is ``chosen_for``."""
    if not mine.events:
        text = t("There is no event of yours yet. Add one in the chat with /newevent, or import a file.")
        return Screen(text, rows=((Button(t("Back"), Desk()),),))
    entries = [
        join("\n", [bold(title(event, t)), when(event, t, now), _state(event, t, now), seats_line(seats, t)])
        for event, seats in mine.events
    ]
    wanted = _purposes.get(chosen_for, _JUST_SHOWN)
    rows = [(Button(event_label(event, t), wanted.leads(event.id)),) for event, _ in mine.events]
    turned = partial(EventsFor, chosen_for) if chosen_for else StaffEvents
    turns = turning(mine.page, mine.pages, turned, back=t("Previous"), on=t("Next"))
    return Screen(join("\n\n", [bold(wanted.asked(t)), *entries]), rows=(*rows, *turns, (Button(t("Back"), Desk()),)))


def _state(event: Event, t: Translator, now: datetime) -> Html:
    if event.state is EventState.DRAFT:
        return t("Draft: only the team sees it.")
    if event.state is EventState.CALLED_OFF:
        return t("This event has been called off.")
    return t("This event is over.") if event.has_ended(now) else Html("")


def event_desk_screen(overview: Overview, t: Translator, now: datetime) -> Screen:
    """How the event stands, and what the reader may do with it."""
    event = overview.event
    lines = [
        bold(t("For the team")),
        heading(event, t, now),
        seats_line(overview.seats, t),
        groups_lines(event.groups, overview.seats, t),
        *missing_lines(overview.shortage, t),
        t.n("{n} application waits for a decision.", "{n} applications wait for a decision.", overview.applied)
        if overview.applied
        else "",
        t.n("{n} offer is out.", "{n} offers are out.", overview.offered) if overview.offered else "",
        t.n("{n} seat is not confirmed.", "{n} seats are not confirmed.", overview.unconfirmed)
        if overview.unconfirmed
        else "",
    ]
    buttons = [made(overview, t) for permission, made in _entries if permission in overview.allowed]
    shown = [button for button in buttons if button]
    rows = [tuple(shown[first : first + 2]) for first in range(0, len(shown), 2)]
    return Screen(
        join("\n", lines),
        rows=(*rows, (Button(t("About the event"), EventCard(event.id)), Button(t("Your events"), StaffEvents()))),
    )


def _unknown(refusal: NoSuchCode, t: Translator) -> Html:
    code = shorten(refusal.code, LONGEST_CODE)
    if refusal.event:
        return t("I do not know the code “{code}”. Do you mean {nearest}?", code=code, nearest=refusal.nearest)
    return t("I do not know the code “{code}”. Choose the event from the list.", code=code)


def _meant(refusal: NoSuchCode, t: Translator) -> Row:
    wanted = _purposes.get(refusal.purpose, _JUST_SHOWN)
    nearest = (Button(escaped(refusal.nearest), wanted.leads(refusal.event)),) if refusal.event else ()
    return (*nearest, Button(t("Lists"), EventsFor("list")))


wordings.refusal(NoSuchCode, RefusalWords(_unknown, _meant))


def missing_lines(shortage: Shortage, t: Translator) -> list[Html]:
    """What is missing to the minimum, of the event and of each group."""
    total = t.n("{n} person is missing to the minimum.", "{n} people are missing to the minimum.", shortage.total)
    return [
        *([total] if shortage.total else []),
        *(
            t("{group}: {n} missing to the minimum", group=escaped(group.name.in_(t.language)), n=missing)
            for group, missing in shortage.groups
        ),
    ]
