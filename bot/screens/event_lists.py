"""Lists of events, narrowed by time and by project."""

from collections.abc import Sequence
from datetime import datetime

from bot.screens.event_cards import standing
from bot.screens.events import EventCard, EventFilter, EventList, title, when_from, where
from bot.screens.pages import page_title, turning
from bot.screens.projects import ProjectList
from bot.screens.screen import Button, Row, Screen
from bot.services.events import Card, Page, When
from bot.texts import Html, Translator, bold, escaped, join, shorten


def events_screen(page: Page, t: Translator, now: datetime, project: str = "") -> Screen:
    """The list, one button an event; ``project`` is the title it is narrowed to."""
    if not page.cards:
        return _nothing_on(page, t, project)
    entries = [_entry(number, card, t, now) for number, card in enumerate(page.cards, start=1)]
    rows = [(Button(_entry_label(number, card, t), EventCard(card.event.id)),) for number, card in _numbered(page)]
    turns = turning(
        page.page,
        page.pages,
        lambda number: EventList(number, page.when, page.project),
        back=t("Earlier"),
        on=t("Later"),
    )
    text = join("\n\n", [_list_title(page, t, project), *entries])
    return Screen(text, rows=(*rows, *turns, *_filter_rows(page, t)))


def duties_screen(cards: Sequence[Card], t: Translator, now: datetime) -> Screen:
    """The hours of advisers, one button each; where there are none, what to do instead."""
    ways = ((Button(t("All events"), EventList()), Button(t("Projects"), ProjectList())),)
    if not cards:
        words = t(
            "No adviser's hours are planned now. Write what you need advice on, and I will tell you what the projects "
            "offer."
        )
        return Screen(words, rows=ways)
    entries = [_entry(number, card, t, now) for number, card in enumerate(cards, start=1)]
    rows = [
        (Button(_entry_label(number, card, t), EventCard(card.event.id)),) for number, card in enumerate(cards, start=1)
    ]
    text = join("\n\n", [bold(t("Talk to an adviser")), *entries])
    return Screen(text, rows=(*rows, *ways))


def _numbered(page: Page) -> list[tuple[int, Card]]:
    return list(enumerate(page.cards, start=1))


def _list_title(page: Page, t: Translator, project: str) -> Html:
    titles = {When.ALL: t("Upcoming events"), When.WEEK: t("In the next seven days"), When.TODAY: t("Today")}
    words = titles[page.when]
    if project:
        words = Html(f"{words}: {escaped(project)}")
    return bold(page_title(words, page.page, page.pages, t))


def _entry(number: int, card: Card, t: Translator, now: datetime) -> Html:
    first = Html(f"{number}. {bold(title(card.event, t))}")
    return join("\n", [first, when_from(card.event, t, now), where(card.event, t), standing(card, t, now)])


def _entry_label(number: int, card: Card, t: Translator) -> Html:
    return escaped(f"{number}. {shorten(card.event.plan.title.in_(t.language), 40)}")


def _filter_rows(page: Page, t: Translator) -> tuple[Row, ...]:
    choices = {When.ALL: t("All"), When.WEEK: t("Next 7 days"), When.TODAY: t("Today")}
    return (
        tuple(Button(label, EventList(0, when, page.project)) for when, label in choices.items() if when != page.when),
        (Button(t("By project"), EventFilter()),),
    )


def _nothing_on(page: Page, t: Translator, project: str) -> Screen:
    match page.when:
        case When.TODAY:
            words = t("There is nothing today.")
        case When.WEEK:
            words = t("There is nothing in the next seven days.")
        case _ if project:
            words = t("The project {project} has no events planned now.", project=project)
        case _:
            words = t("No events are planned now. Ask about a project, or look in again in a few days.")
    rows = [(Button(t("All events"), EventList()),)] if page.when is not When.ALL or project else []
    return Screen(words, rows=(*rows, (Button(t("Projects"), ProjectList()),)))


def filter_screen(projects: dict[str, str], t: Translator) -> Screen:
    """The projects to narrow the list by: titles by slug."""
    rows = [(Button(title, EventList(0, "all", slug)),) for slug, title in projects.items()]
    return Screen(t("Which project?"), rows=(*rows, (Button(t("All events"), EventList()),)))
