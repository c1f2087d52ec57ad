"""Seats and groups of an event, as the team changes them."""

from datetime import datetime

from bot.domain.access import Permission
from bot.domain.events import Group
from bot.domain.refusals import NoSeatFor, SeatsTaken
from bot.domain.seats import Limit
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.event_desk import entry, missing_lines
from bot.screens.events import groups_lines, heading, seats_line, unusable_line
from bot.screens.lists import back_to_desk
from bot.screens.screen import Button, Row, Screen
from bot.screens.wordings import FieldWords, FormWords, RefusalWords
from bot.services.dialogs import Step
from bot.services.event_desk import Overview
from bot.services.rooms import Rooming
from bot.texts import Html, Translator, bold, escaped, join, shorten


@action("rms")
class ShowRoom(Action):
    """Show the seats of an event and its groups."""

    event: int


@action("rmr")
class Resize(Action):
    """Set the seats of an event, or of a group of it (0 for none), to a number."""

    event: int
    group: int
    number: int


@action("rmt")
class TypeSeats(Action):
    """Begin to type how many seats there are."""

    event: int


@action("rmp")
class PreviewRelease(Action):
    """Show what opening a group to everybody would bring."""

    event: int
    group: int


@action("rmo")
class Release(Action):
    """Open a group's unfilled seats to everybody."""

    event: int
    group: int


@action("rmk")
class Keep(Action):
    """Keep them for the group again."""

    event: int
    group: int


@entry(Permission.MANAGE_SIGNUPS)
def room_button(overview: Overview, t: Translator) -> Button:
    """The way in from the event's desk."""
    label = t("Seats and groups") if overview.event.groups else t("Number of seats")
    return Button(label, ShowRoom(overview.event.id))


def room_screen(room: Rooming, t: Translator, now: datetime, said: str = "") -> Screen:
    """How the seats stand; ``said`` is what has just been done."""
    event = room.event
    released = [escaped(group.name.in_(t.language)) for group in event.groups if group.is_released]
    lines = [
        seats_line(room.seats, t),
        groups_lines(event.groups, room.seats, t),
        t("Open to everybody: {groups}", groups=join(", ", released)) if released else "",
        unusable_line(event, t),
        *missing_lines(room.shortage, t),
    ]
    offered = (
        t.n("{n} person was offered a seat.", "{n} people were offered a seat.", room.offers) if room.offers else ""
    )
    blocks = [join("\n", [said, offered]), bold(t("Seats")), heading(event, t, now), join("\n", lines)]
    typed = (Button(t("Type the number of seats"), TypeSeats(event.id)),)
    rows = (*_steps(room, t), typed, *(row for group in event.groups for row in _group_rows(room, group, t)))
    return Screen(join("\n\n", blocks), rows=(*rows, (back_to_desk(event, t),)))


def _steps(room: Rooming, t: Translator) -> tuple[Row, ...]:
    """One or five more or fewer; never fewer than are taken."""
    total = room.event.plan.seats
    if total is None:
        return ()
    fewer = [Button(t.n("−{n} seat", "−{n} seats", n), Resize(room.event.id, 0, total - n)) for n in (5, 1)]
    more = [Button(t.n("+{n} seat", "+{n} seats", n), Resize(room.event.id, 0, total + n)) for n in (1, 5)]
    possible = [button for button, n in zip(fewer, (5, 1), strict=True) if total - n >= max(1, room.seats.taken)]
    return (tuple(possible), tuple(more)) if possible else (tuple(more),)


def _group_rows(room: Rooming, group: Group, t: Translator) -> tuple[Row, ...]:
    event, name = room.event.id, shorten(group.name.in_(t.language), 30)
    if group.seats is None:
        return ()
    taken = room.seats.by_group.get(group.id, 0)
    fewer = Button(t("{group}: −1", group=name), Resize(event, group.id, group.seats - 1))
    more = Button(t("{group}: +1", group=name), Resize(event, group.id, group.seats + 1))
    steps = (fewer, more) if group.seats - 1 >= max(1, taken) else (more,)
    if group.is_released:
        return (steps, (Button(t("Keep for the group: {group}", group=name), Keep(event, group.id)),))
    if taken < group.seats and len(room.event.groups) > 1:
        return (steps, (Button(t("Open it to everybody: {group}", group=name), PreviewRelease(event, group.id)),))
    return (steps,)


def release_screen(room: Rooming, group: int, t: Translator, now: datetime) -> Screen:
    """What opening a group would bring."""
    event = room.event
    found = next(one for one in event.groups if one.id == group)
    free, name = max(0, (found.seats or 0) - room.seats.by_group.get(group, 0)), found.name.in_(t.language)
    words = [
        t.n(
            "The group “{group}” has {n} unfilled seat. Shall anybody have it?",
            "The group “{group}” has {n} unfilled seats. Shall anybody have them?",
            free,
            group=name,
        ),
        t.n(
            "At once {n} person of the waiting list is offered a seat.",
            "At once {n} people of the waiting list are offered a seat.",
            room.offers,
        )
        if room.offers
        else t("Nobody who waits gets a seat by it at once."),
        t("You can keep the seats for the group again. Whoever was offered one meanwhile keeps it."),
    ]
    rows = ((Button(t("Open"), Release(event.id, group)), Button(t("Back"), ShowRoom(event.id))),)
    return Screen(join("\n\n", [heading(event, t, now), *words]), rows=rows)


def resized_words(room: Rooming, group: int, t: Translator) -> Html:
    """After changing a number of seats."""
    found = next((one for one in room.event.groups if one.id == group), None)
    if found is None:
        return t("Done. There are {n} seats now.", n=room.event.plan.seats)
    return t("Done. {group}: {n} seats now.", group=found.name.in_(t.language), n=found.seats)


def released_words(t: Translator) -> Html:
    """After opening a group."""
    return t("Done. Anybody can have these seats now.")


def kept_words(t: Translator) -> Html:
    """After keeping it again."""
    return t("Done. The unfilled seats are for this group only.")


def _prompt(step: Step, t: Translator) -> Html:
    low = step.field.low if step.field else None
    return t("How many seats shall there be? At least {n}, as many as are taken.", n=low or 1)


def _summary(step: Step, t: Translator) -> Html:
    return join("\n\n", ["", t("Seats: {n}", n=step.draft.answers["event_seats"])])


def _no_seat(refusal: NoSeatFor, t: Translator) -> Html:
    where = {
        Limit.GROUP: t("There is no free seat in the group."),
        Limit.ORGANISATION: t("The organisation has all the seats it may have."),
        Limit.QUOTA: t("The group has all its seats over the whole project."),
        Limit.SESSION: t("There is no free seat at one of the sessions."),
    }
    said = next((words for one, words in where.items() if one == refusal.limit), t("There is no free seat."))
    needed = t.n("{n} more seat is needed.", "{n} more seats are needed.", refusal.missing)
    return join(" ", [said, needed, t("You can raise the number of seats and try again.")])


def _taken(refusal: SeatsTaken, t: Translator) -> Html:
    return t("{n} seats are taken, so there cannot be fewer. Take somebody off the list first.", n=refusal.taken)


def _to_room(refusal: NoSeatFor | SeatsTaken, t: Translator) -> Button:
    return Button(t("Change the seats"), ShowRoom(refusal.event))


wordings.field("event_seats", FieldWords(lambda t: t("Seats"), _prompt))
wordings.form("event_seats", FormWords(lambda t: t("Save"), _summary))
wordings.refusal(NoSeatFor, RefusalWords(_no_seat, _to_room))
wordings.refusal(SeatsTaken, RefusalWords(_taken, _to_room))
