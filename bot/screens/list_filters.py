"""Narrowing an event's list down: how the words were read, the buttons for it, what is said to other words."""

from dataclasses import replace

from bot.domain.events import Event
from bot.domain.list_queries import FilterUnread, ListQuery, NeedsHidden, Standing, pack
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.event_desk import StaffEvents
from bot.screens.screen import Button, Row, Screen
from bot.screens.wordings import RefusalWords
from bot.services.lists import ListPage
from bot.texts import Html, Translator, bold, join, shorten

OFFERED = (Standing.SEAT, Standing.QUEUE, Standing.APPLIED, Standing.UNCONFIRMED)
"""What stands on buttons; the others are typed."""


@action("pli")
class People(Action):
    """Show an event's sign-ups; pages count from 0."""

    event: int
    page: int = 0


@action("plf")
class Filtered(Action):
    """Show those of an event's sign-ups a packed query wants; pages count from 0."""

    event: int
    page: int
    query: str


@action("plx")
class FilteredFile(Action):
    """The same as a spreadsheet."""

    event: int
    query: str


@action("pca")
class ShowParticipant(Action):
    """Show one sign-up to the team."""

    signup: int


@action("pcl")
class ShowFromList(Action):
    """The same from a page of a list, perhaps a filtered one, to which the way back leads."""

    signup: int
    page: int
    query: str


def card(signup: int, back: Action | None) -> Action:
    """To one sign-up; ``back`` is the list that leads there."""
    match back:
        case Filtered():
            return ShowFromList(signup, back.page, back.query)
        case People() if back.page:
            return ShowFromList(signup, back.page, "")
        case _:
            return ShowParticipant(signup)


def turned(page: ListPage, to: int) -> Action:
    """The same list at another page."""
    return shown(page.event.id, page.query, to)


def shown(event: int, query: ListQuery, page: int = 0) -> Action:
    """The list as a query wants it."""
    return Filtered(event, page, pack(query)) if query else People(event, page)


def read_back(page: ListPage, t: Translator) -> Html:
    """``Rezerwa, gmina Piastów: 3 osoby``."""
    query, found = page.query, page.understood
    gminas = shorten(", ".join(found.gminas or (query.gmina,)), 80)
    groups = ", ".join(group.name.in_(t.language) for group in found.groups) or query.group
    bodies = ", ".join((found.organisations or {}).values()) or query.organisation
    parts = [
        *(standing_words(one, t) for one in Standing if one in query.standings),
        t("gmina {name}", name=gminas) if query.gmina else "",
        t("group {name}", name=shorten(groups, 80)) if query.group else "",
        t("organisation {name}", name=shorten(bodies, 120)) if query.organisation else "",
        t("with special needs") if query.needs else "",
        t("without special needs") if query.needs is False else "",
        t("signed up since {day}", day=t.date(query.since, year=True)) if query.since else "",
        t("name: {words}", words=shorten(query.name, 60)) if query.name else "",
    ]
    words = join(", ", parts)
    return t("{filters}: {people}", filters=Html(words[:1].upper() + words[1:]), people=_people(page.total, t))


def empty_words(page: ListPage, t: Translator) -> Html:
    """What to do about an empty list."""
    if not page.query:
        return t("Nobody has signed up yet. Share the link of the event.")
    return t("Nobody on this list fits. Take a filter away with the buttons below, or write fewer letters of a name.")


def narrowing_words(event: Event, t: Translator) -> Html:
    """How to find somebody on the list."""
    return t("Looking for somebody? Write for instance: /list {code} kowal", code=event.plan.code)


def filter_rows(page: ListPage, t: Translator) -> tuple[Row, ...]:
    """The common filters, each with how many it finds; pressed again it goes. Then everybody, and the file."""
    query, event = page.query, page.event.id
    buttons = []
    for one in OFFERED:
        is_on = query.standings == {one}
        if is_on or page.standings.get(one, 0):
            wanted = replace(query, standings=frozenset() if is_on else frozenset({one}))
            label = _label(standing_words(one, t), page.standings.get(one, 0), t, is_on=is_on)
            buttons.append(Button(label, shown(event, wanted)))
    if page.with_needs:
        is_on = query.needs is True
        label = _label(t("With needs"), page.with_needs, t, is_on=is_on)
        buttons.append(Button(label, shown(event, replace(query, needs=None if is_on else True))))
    pairs = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    everybody = (Button(t("Show everybody"), People(event)),) if query else ()
    file = (Button(t("This list as a spreadsheet"), FilteredFile(event, pack(query))),)
    last = (*everybody, *(file if page.can_export and page.total else ()))
    return (*pairs, last) if last else pairs


def unread_screen(unread: FilterUnread, event: Event, t: Translator) -> Screen:
    """A filter nobody knows: the nearest one, and all there are."""
    if unread.value:
        said = t("I do not understand “{value}” after {key}:", value=shorten(unread.value, 40), key=unread.key)
    else:
        said = t("I do not know the filter “{key}”.", key=shorten(unread.key, 40))
    guess = t("Did you mean: {word}?", word=bold(unread.nearest)) if unread.nearest else ""
    known = t(
        "Filters: status:queue (also seat, application, unconfirmed, present, absent, offer, declined, cancelled), "
        'gmina:Piastów, group:animators, org:"KGW Rybie", needs:yes, since:2026-11-01. '
        "A word alone is a name. Write them in any order, for instance: /list {code} status:queue kowal",
        code=event.plan.code,
    )
    rows = ((Button(t("Show everybody"), People(event.id)), Button(t("Your events"), StaffEvents())),)
    return Screen(join("\n\n", [join(" ", [said, guess]), known]), rows=rows)


def standing_words(one: Standing, t: Translator) -> Html:
    """What a standing is called on a button and in the title."""
    return {
        Standing.SEAT: t("With a seat"),
        Standing.QUEUE: t("Queue"),
        Standing.APPLIED: t("Applications"),
        Standing.UNCONFIRMED: t("Not confirmed"),
        Standing.PRESENT: t("Were there"),
        Standing.ABSENT: t("Were not there"),
        Standing.OFFERED: t("Offered a seat"),
        Standing.REJECTED: t("Declined"),
        Standing.CANCELLED: t("Cancelled"),
    }[one]


def _label(words: Html, count: int, t: Translator, *, is_on: bool) -> Html:
    said = t("{words} ({n})", words=words, n=count)
    return t("✓ {option}", option=said) if is_on else said


def _people(count: int, t: Translator) -> Html:
    return t.n("{n} person", "{n} people", count)


wordings.refusal(
    NeedsHidden,
    RefusalWords(
        lambda _, t: t("Only the coordinators see who has special needs."),
        lambda refusal, t: Button(t("Show everybody"), People(refusal.event)),
    ),
)
