"""What the bot says to a question, and what can be asked next."""

from datetime import datetime

from bot.answers.values import Answer, CalendarEntry, Kind, Topic
from bot.content import Content, Door, Facet, Project, Wish
from bot.domain.organisation import Organisation
from bot.screens.actions import Action, action
from bot.screens.doors import door_rows
from bot.screens.event_cards import own_state
from bot.screens.events import EventCard, EventList, course, marked, span_from
from bot.screens.inbox_asking import pass_on_beside, pass_on_button, pass_on_offer
from bot.screens.projects import (
    ProjectCard,
    ProjectList,
    ProjectSection,
    contact_line,
    ended,
    name,
    section_of,
)
from bot.screens.prompts import person_line
from bot.screens.screen import Button, Row, Screen
from bot.texts import Html, Translator, bold, escaped, join, shorten

LABEL = 60
"""Characters of a button that names a topic."""

MOST = 5
"""Events told in one answer; the rest stand behind a button."""


@action("ap")
class AskAbout(Action):
    """Ask the question with this checksum again, about this project."""

    project: str
    sign: int


@action("af")
class TellFact(Action):
    """Tell a fact that was offered as what may be meant."""

    project: str
    fact: str


def answer_screen(
    answer: Answer,
    t: Translator,
    content: Content,
    now: datetime,
    *,
    sign: int | None = None,
    organisation: Organisation | None = None,
) -> Screen:
    """The answer in words; ``t`` should speak ``answer.language``.

    ``sign`` is the checksum of a question that may be passed on to people when there is no answer, or a person is
    wanted, ``organisation`` whom to call then.
    """
    match answer.kind:
        case Kind.FACT:
            screen = _fact(answer, t, content, now)
        case Kind.LIST:
            screen = _list(answer, t, content)
        case Kind.CALENDAR | Kind.EVENT:
            screen = _calendar(answer, t, content, now)
        case Kind.FAQ:
            screen = _frequent(answer, t, content, sign, organisation)
        case Kind.CLARIFY:
            screen = _clarify(answer, t, content, sign)
        case Kind.UNSURE:
            screen = _unsure(answer, t, content, sign)
        case Kind.ABSTAIN:
            screen = _abstain(answer, t, content, now, sign)
        case Kind.GREETING:
            screen = Screen(t("Hello! Write what you would like to know, or choose:"), rows=_ways(t))
        case _:
            screen = Screen(t("You are welcome! If something else comes up, just write."), rows=_ways(t))
    return screen


def _frequent(
    answer: Answer, t: Translator, content: Content, sign: int | None, organisation: Organisation | None
) -> Screen:
    project = content.projects.get(answer.project or "")
    wants_a_person = Door.CONTACT in answer.buttons
    lines: list[str] = [
        bold(project.title.in_(t.language)) if project else "",
        escaped("\n".join(answer.texts)),
        person_line(t, organisation) if organisation and wants_a_person else "",
        pass_on_offer(t, has_project=False) if sign is not None and wants_a_person else "",
    ]
    about = ((Button(t("About the project"), ProjectCard(project.slug)),),) if project else ()
    joined = answer.events if answer.wish is Wish.JOIN else ()
    events = tuple((Button(_label(entry, t, (entry.starts, entry.ends)), EventCard(entry.id)),) for entry in joined)
    doors = door_rows(answer.buttons, t, sign=sign)
    ways = () if set(answer.buttons) - {Door.CONTACT} else _ways(t)
    return Screen(join("\n", lines), rows=(*about, *events, *doors, *ways))


def _fact(answer: Answer, t: Translator, content: Content, now: datetime) -> Screen:
    project = content.projects[answer.project or ""]
    coming: list[str] = [_entry(entry, t, now, answer) for entry in answer.events]
    parts: list[str] = [
        bold(project.title.in_(t.language)),
        escaped("\n".join(answer.texts)),
        _over(answer, project, t, now),
        join("\n\n", ["\n" + t("Coming up:"), *coming]) if coming else "",
    ]
    return Screen(join("\n", parts), rows=_next(answer, project, t, now))


def _over(answer: Answer, project: Project, t: Translator, now: datetime) -> Html:
    if answer.finished:
        return ended(project, t, now)
    return t("This is over ({date}).", date=t.date(answer.passed, year=True)) if answer.passed else Html("")


def _next(answer: Answer, project: Project, t: Translator, now: datetime) -> tuple[Row, ...]:
    about = Button(t("About the project"), ProjectCard(project.slug))
    events = Button(t("Events of this project"), EventList(project=project.slug))
    coming = tuple(
        (Button(_label(entry, t, _coming(entry, answer, now)), EventCard(entry.id)),) for entry in answer.events
    )
    return (*coming, *_topics(answer.suggestions, t), (about,) if answer.finished else (about, events))


def _list(answer: Answer, t: Translator, content: Content) -> Screen:
    projects = [content.projects[topic.project] for topic in answer.suggestions]
    lines: list[str] = [
        f"• {bold(project.title.in_(t.language))}{_area(project, t)}" + (f": {escaped(text)}" if text else "")
        for project, text in zip(projects, answer.texts, strict=True)
    ]
    rows = tuple((Button(name(project, t), ProjectCard(project.slug)),) for project in projects)
    return Screen(join("\n", lines), rows=(*rows, (Button(t("All projects"), ProjectList()),)))


def _area(project: Project, t: Translator) -> str:
    """Where it is, which many titles do not tell."""
    return f" ({escaped(project.area.in_(t.language))})" if project.area else ""


def _calendar(answer: Answer, t: Translator, content: Content, now: datetime) -> Screen:
    told = answer.events[:MOST]
    of = content.projects.get(answer.project or "")
    entries: list[str] = [_entry(entry, t, now, answer) for entry in told]
    rows = [(Button(_label(entry, t, _coming(entry, answer, now)), EventCard(entry.id)),) for entry in told]
    all_of = EventList(project=of.slug if of else "")
    head = _calendar_head(answer, t, now, of)
    if not told:
        return Screen(head, rows=((Button(t("All events"), EventList()),), (Button(t("Projects"), ProjectList()),)))
    return Screen(join("\n\n", [head, *entries]), rows=(*rows, (Button(t("All events"), all_of),)))


def _calendar_head(answer: Answer, t: Translator, now: datetime, project: Project | None) -> Html:
    days = _days(answer, t, now)
    title = bold(project.title.in_(t.language)) if project else ""
    if answer.events:
        words = t("What is on: {days}", days=days) if days else t("The nearest events:")
    elif days:
        words = t("Nothing is planned in this time: {days}. See what is on later.", days=days)
    else:
        words = t("No events are planned now. Look in again in a few days.")
    return join("\n", [title, words, ended(project, t, now) if project else ""])


def _days(answer: Answer, t: Translator, now: datetime) -> Html:
    if answer.span is None:
        return Html("")
    first, last = answer.span
    today = t.local(now).date()
    if first == last:
        near = {0: t("today"), 1: t("tomorrow")}.get((first - today).days)
        day = t.day(first, today)
        return escaped(f"{near}, {day}" if near else day)
    return escaped(f"{t.day(first, today)} – {t.day(last, today)}")


def _entry(entry: CalendarEntry, t: Translator, now: datetime, answer: Answer) -> Html:
    place = ", ".join(part for part in (entry.place, entry.address) if part)
    lines: list[str] = [
        bold(marked(entry.title.in_(t.language), t, is_sample=entry.is_sample)),
        span_from(*_coming(entry, answer, now), t, now),
        course(entry.sessions, t) if entry.sessions else "",
        escaped(place) if place else "",
        _seats(entry, t),
    ]
    return join("\n", lines)


def _seats(entry: CalendarEntry, t: Translator) -> Html:
    own = own_state(entry.own, t) if entry.own else None
    if own:
        return own
    if entry.seats_left is None:
        return Html("")
    if entry.seats_left <= 0:
        return t("All seats are taken; you can join the waiting list.")
    return t.n("{n} seat is free.", "{n} seats are free.", entry.seats_left)


def _coming(entry: CalendarEntry, answer: Answer, now: datetime) -> tuple[datetime, datetime]:
    """From when to when it is: of a course the next session, on the days asked about."""
    return entry.coming(now, answer.span) or (entry.starts, entry.ends)


def _label(entry: CalendarEntry, t: Translator, when: tuple[datetime, datetime]) -> str:
    return f"{shorten(entry.title.in_(t.language), 40)}, {t.date(when[0])}"


def _clarify(answer: Answer, t: Translator, content: Content, sign: int | None) -> Screen:
    projects = [content.projects[topic.project] for topic in answer.suggestions]
    rows = tuple(
        (Button(name(one, t), ProjectCard(one.slug) if sign is None else AskAbout(one.slug, sign)),) for one in projects
    )
    return Screen(t("Which project do you mean?"), rows=(*rows, (Button(t("All projects"), ProjectList()),)))


def _unsure(answer: Answer, t: Translator, content: Content, sign: int | None) -> Screen:
    project = content.projects.get(answer.project or "")
    title = bold(project.title.in_(t.language)) if project else ""
    buttons: dict[str, Button] = {}
    for topic in answer.suggestions:
        label = _topic_label(topic, t, content)
        buttons.setdefault(label, Button(label, TellFact(topic.project, topic.fact or "")))
    rows: list[Row] = [(button,) for button in buttons.values()]
    words: list[str] = [title, t("I am not sure what you mean. Perhaps this:")]
    if sign is not None:
        rows.append((pass_on_button(answer.project or "", sign, t),))
        words[1:] = [pass_on_beside(t), "\n" + t("Or perhaps this is it:")]
    if project:
        rows.append((Button(t("About the project"), ProjectCard(project.slug)),))
    return Screen(join("\n", words), rows=tuple(rows))


def _topic_label(topic: Topic, t: Translator, content: Content) -> str:
    """What the fact is about, in short: the thing and the sort of fact."""
    project = content.projects[topic.project]
    fact = project.fact(topic.fact or "")
    about = fact.about[0] if fact and fact.about else None
    thing = next((entity.name.in_(t.language) for entity in project.entities if entity.id == about), None)
    sort = section_of(topic.facet or Facet.WHAT).label(t)
    return shorten(f"{thing}: {sort}" if thing else f"{name(project, t)}: {sort}", LABEL)


def _abstain(answer: Answer, t: Translator, content: Content, now: datetime, sign: int | None) -> Screen:
    project = content.projects.get(answer.project or "")
    offer = pass_on_offer(t, has_project=project is not None) if sign is not None else ""
    pass_on = ((pass_on_button(project.slug if project else "", sign, t),),) if sign is not None else ()
    if project is None:
        words = t("I do not know that. I know these projects, their events and how to join in.")
        return Screen(join("\n\n", [words, offer]), rows=(*pass_on, *_ways(t)))
    contact = contact_line(project)
    lines: list[str] = [
        _gap(answer, project, t),
        ended(project, t, now) if answer.finished else "",
        t("You can ask the people who run it: {contact}", contact=contact) if contact else "",
        offer,
        t("This is what I know about it:") if answer.suggestions else "",
    ]
    about = (Button(t("About the project"), ProjectCard(project.slug)),)
    return Screen(join("\n", lines), rows=(*_topics(answer.suggestions, t), *pass_on, about))


def _gap(answer: Answer, project: Project, t: Translator) -> Html:
    title = project.title.in_(t.language)
    if answer.texts:
        return join("\n", [bold(title), escaped("\n".join(answer.texts))])
    return t("The description of the project {title} does not say this.", title=title)


def _topics(topics: tuple[Topic, ...], t: Translator) -> tuple[Row, ...]:
    actions: dict[Action, Html] = {}
    for topic in topics:
        if topic.facet is not None:
            section = section_of(topic.facet)
            actions.setdefault(ProjectSection(topic.project, section.name), section.label(t))
    buttons = [Button(label, pressed) for pressed, label in actions.items()]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _ways(t: Translator) -> tuple[Row, ...]:
    return ((Button(t("Events"), EventList()), Button(t("Projects"), ProjectList())),)
