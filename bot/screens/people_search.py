"""Somebody looked for, and what the team knows of them."""

from collections.abc import Callable
from dataclasses import replace

from bot.domain.access import Permission
from bot.domain.acquaintances import Known
from bot.domain.events import Event
from bot.domain.signups import SignUp
from bot.screens.actions import Action, action
from bot.screens.desk import entry as on_desk
from bot.screens.events import event_label, title
from bot.screens.given import consent_line
from bot.screens.list_filters import ShowParticipant
from bot.screens.lists import standing_name
from bot.screens.pages import page_title, turning
from bot.screens.phones import phone
from bot.screens.screen import Button, Row, Screen
from bot.screens.start import desk_button
from bot.services.people_search import PersonPage, Search
from bot.texts import Html, Translator, bold, escaped, join, shorten

Way = Callable[[PersonPage, Translator], Button | None]

_ways: list[Way] = []


@action("fp")
class FindPerson(Action):
    """Explain how somebody is found."""


@action("fps")
class ShowPerson(Action):
    """Show somebody with their history; pages count from 0."""

    person: int
    page: int = 0


@on_desk("find")
def find_button(t: Translator) -> Button:
    """The way in from the desk."""
    return Button(t("Find a person"), FindPerson())


def find_help_screen(t: Translator) -> Screen:
    """How to look for somebody."""
    text = t(
        "Write a name or a number after the command, as much of it as you know. A slip does no harm.\n\n"
        "For instance: /find kowal\n/find anna kowalska\n/find 200"
    )
    return Screen(text, rows=((desk_button(t),),))


def search_screen(search: Search, t: Translator) -> Screen:
    """Who was found, a button each."""
    head = t("Looked for: {words}", words=shorten(search.words, 60))
    if not search.found:
        nothing = t("Nobody within your reach is called so. Try fewer letters, or only the surname.")
        return Screen(join("\n\n", [bold(head), nothing]), rows=((desk_button(t),),))
    count = t.n("{n} person", "{n} people", search.total)
    more = t("These are the likeliest. More letters find fewer.") if search.total > len(search.found) else ""
    lines = [_line(number, one) for number, one in enumerate(search.found, start=1)]
    rows = [
        (Button(f"{number}. {shorten(one.name, 40)}", ShowPerson(one.person)),)
        for number, one in enumerate(search.found, start=1)
    ]
    blocks = [join(": ", [bold(head), count]), join("\n", lines), more]
    return Screen(join("\n\n", blocks), rows=(*rows, (desk_button(t),)))


def _line(number: int, one: Known) -> Html:
    return join(" · ", [Html(f"{number}. {bold(shorten(one.name, 60))}"), escaped(shorten(one.gmina, 40))])


def person_screen(one: PersonPage, t: Translator, said: Html | None = None) -> Screen:
    """What is known of somebody, and the way to each of their sign-ups; ``said`` is what has just been done."""
    lines = [
        bold(shorten(one.name, 80) or t("(data erased)")),
        t("Phone: {phone}", phone=", ".join(phone(number) for number in one.phones[:3])) if one.phones else "",
        t("Gmina: {gmina}", gmina=shorten(one.gmina, 60)) if one.gmina else "",
        t("Organisation or office: {name}", name=shorten(one.organisation, 120)) if one.organisation else "",
        t("Heard of us from: {source}", source=one.source) if one.source else "",
        consent_line(one.consents, t),
        "" if one.is_reachable else t("The bot cannot write to this person. Please call."),
    ]
    entries = [_entry(event, signup, t) for event, signup in one.entries]
    history = page_title(t.n("{n} sign-up", "{n} sign-ups", one.total), one.page, one.pages, t)
    rows = [(Button(event_label(event, t), ShowParticipant(signup.id)),) for event, signup in one.entries]
    turns = turning(one.page, one.pages, lambda page: ShowPerson(one.person.id, page), back=t("Earlier"), on=t("Later"))
    blocks = [said or "", join("\n", lines), bold(history), join("\n", entries)]
    ways = (Button(t("Find a person"), FindPerson()), desk_button(t))
    return Screen(join("\n\n", blocks), rows=(*rows, *turns, *_changes(one, t), ways))


def with_undo(screen: Screen, undo: Action, t: Translator) -> Screen:
    """The same with a way back on top."""
    return replace(screen, rows=((Button(t("Undo"), undo),), *screen.rows))


def way(made: Way) -> Way:
    """Make a function a button of every person's page, for who manages all sign-ups; None where it has no use."""
    _ways.append(made)
    return made


def _changes(one: PersonPage, t: Translator) -> tuple[Row, ...]:
    """What can be done with the entry as a whole."""
    if Permission.MANAGE_SIGNUPS not in one.allowed:
        return ()
    buttons = tuple(button for button in (made(one, t) for made in _ways) if button)
    return (buttons,) if buttons else ()


def _entry(event: Event, signup: SignUp, t: Translator) -> Html:
    return t(
        "{title}, {date}: {state}",
        title=shorten(title(event, t), 40),
        date=t.date(event.plan.starts_at, year=True),
        state=standing_name(signup, t),
    )
