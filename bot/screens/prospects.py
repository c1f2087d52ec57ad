"""What somebody who signs up would get: free seats beside each group, and a word before they have to wait."""

from collections.abc import Mapping

from bot.domain.forms import Value
from bot.domain.prospects import Prospect, chosen_group
from bot.domain.seats import Hitch
from bot.texts import Html, Translator, escaped, join

MENDED_BY: Mapping[Hitch, str] = {Hitch.PARTY: "companions", Hitch.GROUP: "group", Hitch.SESSIONS: "sessions"}
"""The question whose answer may get them a seat after all."""


def hitch_line(hitch: Hitch, size: int, t: Translator) -> Html:
    """Why ``size`` people who sign up together have to wait."""
    match hitch:
        case Hitch.FULL:
            return t("All seats are taken.")
        case Hitch.PARTY:
            return t.n("There is no seat for {n} person now.", "There are no seats for {n} people now.", size)
        case Hitch.GROUP:
            return t("There are no seats left in this group.")
        case Hitch.SESSIONS:
            return t("Not every session you chose has a seat left.")
        case Hitch.ORGANISATION:
            return t("Your organisation has no seats left.")
        case Hitch.QUEUE:
            return t("Somebody waits for the free seats already.")


def warning(prospect: Prospect, answers: Mapping[str, Value], t: Translator) -> Html:
    """That whoever answers like this will wait, and why; nothing for whoever gets a seat."""
    hitch, size = prospect.hitch(answers), prospect.size(answers)
    if hitch is None:
        return Html("")
    if hitch is not Hitch.PARTY:
        return join(" ", [hitch_line(hitch, size, t), t("You will wait in the queue.")])
    free = prospect.free(answers)
    seats = (
        t.n("There is {n} free seat in this group", "There are {n} free seats in this group", free)
        if chosen_group(prospect.event, answers)
        else t.n("There is {n} free seat", "There are {n} free seats", free)
    )
    people = t.n("{n} person comes", "{n} people come", size)
    return t("{seats}, and {people}: you will wait in the queue.", seats=seats, people=people)


def group_labels(prospect: Prospect, t: Translator) -> list[Html]:
    """The groups with their free seats, for buttons."""
    return [_group_label(group.name.in_(t.language), prospect.left_in(group), t) for group in prospect.event.groups]


def _group_label(name: str, left: int | None, t: Translator) -> Html:
    if left is None:
        return escaped(name)
    return t("{group}, free seats: {free}", group=name, free=left) if left else t("{group}, full: queue", group=name)
