"""What the team sees of one event: how it stands, and a button for everything that can be done with it."""

from collections.abc import Callable
from datetime import datetime

from bot.domain.access import Permission
from bot.screens.events import EventCard, groups_lines, heading, seats_line
from bot.screens.screen import Button, Screen
from bot.services.event_desk import Overview
from bot.texts import Html, Translator, bold, escaped, join


Entry = Callable[[Overview, Translator], Button | None]

_entries: list[tuple[Permission, Entry]] = []


def entry(permission: Permission) -> Callable[[Entry], Entry]:
    """Make a function a button of every event's desk, for whoever has the permission; None where it has no use."""

    def register(made: Entry) -> Entry:
        _entries.append((permission, made))
        return made

    return register


def event_desk_screen(overview: Overview, t: Translator, now: datetime) -> Screen:
    """How the event stands, and what the reader may do with it."""
    event = overview.event
    lines = [
        bold(t("For the team")),
        heading(event, t, now),
        seats_line(overview.seats, t),
        groups_lines(event.groups, overview.seats, t),
        *_missing(overview, t),
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
    return Screen(join("\n", lines), rows=(*rows, (Button(t("Back"), EventCard(event.id)),)))


def _missing(overview: Overview, t: Translator) -> list[Html]:
    """What is missing to the minimum, of the event and of each group."""
    shortage = overview.shortage
    total = t.n("{n} person is missing to the minimum.", "{n} people are missing to the minimum.", shortage.total)
    return [
        *([total] if shortage.total else []),
        *(
            t("{group}: {n} missing to the minimum", group=escaped(group.name.in_(t.language)), n=missing)
            for group, missing in shortage.groups
        ),
    ]
