"""The projects: list, card, and sections made from the facts there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date

from bot.content import Content, Facet, Fact, PartialDate, Project
from bot.screens.actions import Action, action
from bot.screens.pages import turning
from bot.screens.screen import Button, Screen
from bot.texts import Html, Translator, bold, escaped, join, shorten

Titles = Mapping[str, str]
"""Titles of the projects by slug, in the reader's language."""
PAGE = 3000
"""Characters of facts on one page of a section; with title and markup it stays under 4000."""


@action("pl")
class ProjectList(Action):
    """Show all projects."""


@action("pr")
class ProjectCard(Action):
    """Show the card of a project."""

    slug: str


@action("nwf")
class Follow(Action):
    """Hear a project's news when ``yes`` is 1, or no longer."""

    project: str
    yes: int


@action("ps")
class ProjectSection(Action):
    """Show one section of a project; pages count from 0."""

    slug: str
    section: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a project's page: the facts whose first facet is one of ``facets``."""

    name: str
    facets: tuple[Facet, ...]
    label: Callable[[Translator], Html]


SECTIONS = (
    Section("goals", (Facet.WHAT, Facet.GOALS), lambda t: t("What it is about")),
    Section("who", (Facet.AUDIENCE, Facet.SEATS, Facet.AGE), lambda t: t("For whom")),
    Section("what", (Facet.ACTIVITIES,), lambda t: t("What happens")),
    Section("when", (Facet.WHEN, Facet.SCHEDULE), lambda t: t("When")),
    Section(
        "where",
        (Facet.PLACE, Facet.LANGUAGE, Facet.ONLINE, Facet.ACCESSIBILITY, Facet.TRANSPORT, Facet.PARKING),
        lambda t: t("Where"),
    ),
    Section("people", (Facet.PARTNERS, Facet.PEOPLE, Facet.STAFF, Facet.SALARY), lambda t: t("Partners and people")),
    Section("money", (Facet.FUNDER, Facet.MONEY), lambda t: t("Who pays")),
    Section("results", (Facet.RESULTS,), lambda t: t("What comes of it")),
    Section(
        "contact",
        (
            Facet.CONTACT,
            Facet.SIGNUP,
            Facet.PRICE,
            Facet.CERTIFICATE,
            Facet.FOOD,
            Facet.LODGING,
            Facet.CHILDCARE,
        ),
        lambda t: t("Contact and joining in"),
    ),
    Section("documents", (Facet.DOCUMENTS,), lambda t: t("Documents")),
    Section("unclear", (Facet.UNCLEAR,), lambda t: t("What is unclear")),
)


def section_of(facet: Facet) -> Section:
    """The section a facet is shown in."""
    return next(section for section in SECTIONS if facet in section.facets)


def facts_in(project: Project, section: Section) -> tuple[Fact, ...]:
    """The facts a section lists; what is known to be unknown stands with what is unclear."""
    unclear = Facet.UNCLEAR in section.facets
    return tuple(
        fact
        for fact in project.facts
        if fact.listed and (unclear if fact.unknown else fact.facets[0] in section.facets)
    )


def projects_screen(content: Content, t: Translator) -> Screen:
    """All projects, one button each."""
    rows = tuple((Button(name(project, t), ProjectCard(project.slug)),) for project in content.projects.values())
    return Screen(join("\n", [bold(t("Our projects")), t("Choose one, or just ask about it.")]), rows=rows)


def project_screen(project: Project, t: Translator, now: datetime, *, follows: bool = False) -> Screen:
    """The card: what it is, when, who pays, whom to ask; sections and following as buttons."""
    parts: list[str] = [
        join("\n", [bold(project.title.in_(t.language)), escaped(project.summary.in_(t.language))]),
        join("\n", [_period_line(project, t), _standing(project, t, now), _leader(project, t), _contact(project, t)]),
        Html(f"<i>{escaped(project.attribution.in_(t.language))}</i>"),
    ]
    buttons = [
        Button(section.label(t), ProjectSection(project.slug, section.name))
        for section in SECTIONS
        if facts_in(project, section)
    ]
    pairs = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    follow = t("Do not follow any more") if follows else t("Follow: get its news")
    last = (Button(follow, Follow(project.slug, int(not follows))), Button(t("All projects"), ProjectList()))
    return Screen(join("\n\n", parts), rows=(*pairs, last))


def section_screen(project: Project, section: str, t: Translator, now: datetime, page: int = 0) -> Screen:
    """One section as short lines; an unknown section shows the card."""
    found = next((known for known in SECTIONS if known.name == section), None)
    facts = facts_in(project, found) if found else ()
    if found is None or not facts:
        return project_screen(project, t, now)
    pages = _pages([Html(f"• {escaped(fact.text.in_(t.language))}") for fact in facts])
    page = min(max(page, 0), len(pages) - 1)
    head = join("\n", [bold(project.title.in_(t.language)), found.label(t)])
    turns = turning(
        page,
        len(pages),
        lambda number: ProjectSection(project.slug, section, number),
        back=t("Earlier"),
        on=t("Further"),
    )
    ways = (Button(t("Back"), ProjectCard(project.slug)), Button(t("All projects"), ProjectList()))
    return Screen(join("\n\n", [head, join("\n", pages[page]), ended(project, t, now)]), rows=(*turns, ways))


def name(project: Project, t: Translator) -> str:
    """The title as a button carries it: at most 60 characters."""
    return shorten(project.title.in_(t.language), 60)


def ended(project: Project, t: Translator, now: datetime) -> Html:
    """That the project is over, with the day to the precision known; empty while it is not."""
    if not project.finished(t.local(now).date()) or project.period.ends is None:
        return Html("")
    return t("This project has already ended ({date}).", date=partial_date(project.period.ends, t))


def partial_date(day: PartialDate, t: Translator) -> str:
    """``30 kwietnia 2024``, ``kwiecień 2024`` or ``2024``."""
    if day.day is not None:
        return t.date(day.first, year=True)
    return format_date(day.first, "LLLL y", locale=t.language) if day.month else str(day.year)


def contact_line(project: Project) -> Html:
    """E-mail and telephone, as far as they are known."""
    ways = [way for way in (project.contact.email, project.contact.phone) if way]
    return escaped(", ".join(ways))


def _period_line(project: Project, t: Translator) -> Html:
    starts, ends = project.period.starts, project.period.ends
    if starts and ends:
        return t("Time: {starts} – {ends}", starts=partial_date(starts, t), ends=partial_date(ends, t))
    if starts:
        return t("Beginning: {starts}", starts=partial_date(starts, t))
    return t("End: {ends}", ends=partial_date(ends, t)) if ends else Html("")


def _standing(project: Project, t: Translator, now: datetime) -> Html:
    today: date = t.local(now).date()
    starts, ends = project.period.starts, project.period.ends
    if ends and project.finished(today):
        return t("This project has already ended.")
    if starts and starts.first > today:
        return t("This project has not begun yet.")
    return t("This project is running now.") if starts and ends else Html("")


def _leader(project: Project, t: Translator) -> Html:
    return t("Run by: {leader}", leader=project.leader.in_(t.language)) if project.leader else Html("")


def _contact(project: Project, t: Translator) -> Html:
    ways = contact_line(project)
    return t("Contact: {ways}", ways=ways) if ways else Html("")


def _pages(lines: list[Html]) -> list[list[str]]:
    pages: list[list[str]] = [[]]
    for line in lines:
        if pages[-1] and sum(map(len, pages[-1])) + len(line) > PAGE:
            pages.append([])
        pages[-1].append(line)
    return pages
