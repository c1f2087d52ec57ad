"""An event's sign-ups as the team sees them: the list, by surname."""

from datetime import datetime

from bot.domain.access import Permission
from bot.domain.events import Event
from bot.domain.signups import SignUp, State
from bot.screens.desk import entry as on_desk
from bot.screens.event_desk import EventsFor, entry, purpose
from bot.screens.events import EventDesk, heading
from bot.screens.list_filters import People, card, empty_words, filter_rows, narrowing_words, read_back, turned
from bot.screens.pages import page_title, turning
from bot.screens.screen import Button, Screen
from bot.services.event_desk import Overview
from bot.services.lists import ListPage
from bot.texts import Html, Translator, bold, escaped, join, shorten

purpose("list", lambda t: t("Whose list shall I show? Choose an event:"), People)


@on_desk("list")
def lists_button(t: Translator) -> Button:
    """The way in from the desk."""
    return Button(t("Lists"), EventsFor("list"))


@entry(Permission.SEE_LISTS)
def people_button(overview: Overview, t: Translator) -> Button:
    """The way in from the event's desk."""
    return Button(t("Who signed up"), People(overview.event.id))


def people_screen(page: ListPage, t: Translator, now: datetime) -> Screen:
    """The list or what a query left of it, a button a person; it says how the query was read."""
    title = page_title(read_back(page, t) if page.query else t("Who signed up"), page.page, page.pages, t)
    entries = [_entry(one, page, t) for one in page.entries]
    lines = join("\n", entries) or empty_words(page, t)
    hint = narrowing_words(page.event, t) if entries and not page.query else ""
    blocks = [bold(title), heading(page.event, t, now), _counts(page, t), lines, hint]
    here = turned(page, page.page)
    rows = tuple(
        (Button(f"{page.numbers[one.id]}. {shorten(name_of(one, t), 40)}", card(one.id, here)),) for one in page.entries
    )
    turns = turning(page.page, page.pages, lambda number: turned(page, number), back=t("Earlier"), on=t("Later"))
    ways = (*filter_rows(page, t), (back_to_desk(page.event, t),))
    return Screen(join("\n\n", blocks), rows=(*rows, *turns, *ways))


def back_to_desk(event: Event, t: Translator) -> Button:
    """The way back to the event's desk."""
    return Button(t("Back to the event's desk"), EventDesk(event.id))


def _counts(page: ListPage, t: Translator) -> Html:
    """How many people are in each state, in words."""
    parts = [Html(f"{state_name(state, t)}: {page.by_state[state]}") for state in State if page.by_state.get(state, 0)]
    return join(" · ", parts)


def _entry(one: SignUp, page: ListPage, t: Translator) -> Html:
    more = t.n("with {n} person", "with {n} people", one.details.companions) if one.details.companions else Html("")
    organisation = escaped(shorten(page.organisations.get(one.details.organisation or 0, ""), 60))
    facts = [standing_name(one, t), group_name(page.event, one.details.group, t), organisation, more]
    return join(" · ", [Html(f"{page.numbers[one.id]}. {bold(shorten(name_of(one, t), 60))}"), *facts])


def name_of(signup: SignUp, t: Translator) -> str:
    """What the person is called; whoever erased their data has no name."""
    return signup.details.name or t("(data erased)")


def group_name(event: Event, group: int | None, t: Translator) -> Html:
    """What a group is called; nothing for somebody without one."""
    return next((escaped(shorten(one.name.in_(t.language), 40)) for one in event.groups if one.id == group), Html(""))


def standing_name(signup: SignUp, t: Translator) -> Html:
    """Where a sign-up stands, with what the team has to know about it."""
    if signup.is_unconfirmed:
        return t("has a seat, not confirmed")
    if signup.decision:
        return t("application, decided")
    return state_name(signup.state, t)


def state_name(state: State, t: Translator) -> Html:
    """A state in a word or two."""
    return {
        State.APPLIED: t("application"),
        State.CONFIRMED: t("has a seat"),
        State.WAITING: t("on the waiting list"),
        State.OFFERED: t("was offered a seat"),
        State.REJECTED: t("declined"),
        State.CANCELLED: t("cancelled"),
        State.ATTENDED: t("was there"),
        State.ABSENT: t("was not there"),
    }[state]
