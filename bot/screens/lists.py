"""An event's sign-ups as the team sees them: the list, by surname."""

from datetime import datetime

from bot.domain.access import Permission
from bot.domain.events import Event
from bot.domain.signups import SignUp, State
from bot.screens.actions import Action, action
from bot.screens.event_desk import entry
from bot.screens.events import EventDesk, heading
from bot.screens.prompts import shorten
from bot.screens.screen import Button, Screen
from bot.services.event_desk import Overview
from bot.services.lists import ON_PAGE, ListPage
from bot.texts import Html, Translator, bold, escaped, join

Row = tuple[Button, ...]


@action("pli")
class People(Action):
    """Show an event's sign-ups; pages count from 0."""

    event: int
    page: int = 0


@action("pca")
class ShowParticipant(Action):
    """Show one sign-up to the team."""

    signup: int


@entry(Permission.SEE_LISTS)
def people_button(overview: Overview, t: Translator) -> Button:
    """The way in from the event's desk."""
    return Button(t("Who signed up"), People(overview.event.id))


def people_screen(page: ListPage, t: Translator, now: datetime) -> Screen:
    """The list, a button a person."""
    title = t("Who signed up")
    if page.pages > 1:
        title = t("{words}, page {page} of {pages}", words=title, page=page.page + 1, pages=page.pages)
    entries = [_entry(number, one, page, t) for number, one in _numbered(page)]
    nobody = t("Nobody has signed up yet. Share the link of the event.")
    blocks = [bold(title), heading(page.event, t, now), _counts(page, t), join("\n", entries) or nobody]
    rows = tuple(
        (Button(f"{number}. {shorten(name_of(one, t), 40)}", ShowParticipant(one.id)),)
        for number, one in _numbered(page)
    )
    return Screen(join("\n\n", blocks), rows=(*rows, *_turning(page, t), (back_to_desk(page.event, t),)))


def back_to_desk(event: Event, t: Translator) -> Button:
    """The way back to the event's desk."""
    return Button(t("Back to the event's desk"), EventDesk(event.id))


def _numbered(page: ListPage) -> list[tuple[int, SignUp]]:
    return list(enumerate(page.entries, 1 + page.page * ON_PAGE))


def _turning(page: ListPage, t: Translator) -> tuple[Row, ...]:
    before = [Button(t("Earlier"), People(page.event.id, page.page - 1))] if page.page else []
    after = [Button(t("Later"), People(page.event.id, page.page + 1))] if page.page + 1 < page.pages else []
    return ((*before, *after),) if before or after else ()


def _counts(page: ListPage, t: Translator) -> Html:
    """How many people are in each state, in words."""
    parts = [Html(f"{state_name(state, t)}: {page.by_state[state]}") for state in State if page.by_state.get(state, 0)]
    return join(" · ", parts)


def _entry(number: int, one: SignUp, page: ListPage, t: Translator) -> Html:
    more = t.n("with {n} person", "with {n} people", one.details.companions) if one.details.companions else Html("")
    organisation = escaped(shorten(page.organisations.get(one.details.organisation or 0, ""), 60))
    facts = [standing_name(one, t), group_name(page.event, one.details.group, t), organisation, more]
    return join(" · ", [Html(f"{number}. {bold(shorten(name_of(one, t), 60))}"), *facts])


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
