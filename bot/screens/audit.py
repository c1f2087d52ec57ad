"""The audit log: pages, narrowing it down, and the file of it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.documents.parts import Cell, Column, Kind, Table, words
from bot.documents.spreadsheets import comma_separated
from bot.domain.audit import Action as Done
from bot.domain.people import Grant, Role, Scope
from bot.screens import desk
from bot.screens.actions import Action, action
from bot.screens.doings import doing, right
from bot.screens.pages import turning
from bot.screens.projects import Titles
from bot.screens.roles import grant_name
from bot.screens.screen import Button, File, Row, Screen
from bot.screens.start import desk_button
from bot.services.audit import Choices, Chosen, Line, LogPage
from bot.texts import Html, Translator, bold, escaped, join


@action("lg")
class Log(Action):
    """Show the log; pages count from 0, and 0 or an empty word is no limit."""

    page: int = 0
    person: int = 0
    event: int = 0
    done: str = ""


@action("lgf")
class LogFilter(Action):
    """Offer what the log can be narrowed down to: ``by`` is person, event or action."""

    by: str
    person: int
    event: int
    done: str


@action("lgx")
class LogFile(Action):
    """Send the log as a file."""

    person: int
    event: int
    done: str


@desk.entry("log")
def log_button(t: Translator) -> Button:
    """The way to the log."""
    return Button(t("Log"), Log())


def log_screen(log: LogPage, t: Translator, now: datetime, projects: Titles) -> Screen:
    """A page of entries, what they are narrowed down to, and the ways on."""
    chosen = log.chosen
    head = [bold(t("Log: who did what")), _limits(log, t)]
    if not log.lines:
        head.append(t("There is nothing here yet. Take a limit away, or look in later."))
    lines = [_line(one, t, now, projects) for one in log.lines]
    count = t.n("{n} entry", "{n} entries", log.count)
    foot = t("Page {page} of {pages}, {count}.", page=log.page + 1, pages=log.pages, count=count)
    rows = (
        *_turning(log, t),
        (
            Button(t("By person"), LogFilter("person", chosen.person, chosen.event, chosen.action)),
            Button(t("By event"), LogFilter("event", chosen.person, chosen.event, chosen.action)),
        ),
        (Button(t("By kind of action"), LogFilter("action", chosen.person, chosen.event, chosen.action)),),
        *(((Button(t("Show everything"), Log()),),) if chosen != Chosen() else ()),
        (Button(t("As a file (CSV)"), LogFile(chosen.person, chosen.event, chosen.action)), desk_button(t)),
    )
    return Screen(join("\n\n", [join("\n", head), *lines, foot]), rows=rows)


def filter_screen(by: str, choices: Choices, chosen: Chosen, t: Translator) -> Screen:
    """The people, events or kinds of action there are; one press narrows the log down to it."""
    person, event, done = chosen.person, chosen.event, chosen.action
    offered: list[Button] = {
        "person": [Button(desk.label(name), Log(0, number, event, done)) for number, name in choices.people],
        "event": [Button(code, Log(0, person, number, done)) for number, code in choices.events],
        "action": [Button(_capital(doing(one, t)), Log(0, person, event, one)) for one in choices.actions],
    }.get(by, [])
    asked = {"person": t("Whose doings?"), "event": t("Which event?")}.get(by, t("What kind of action?"))
    text = asked if offered else t("There is nothing to choose from here.")
    rows = tuple((button,) for button in offered)
    return Screen(bold(text), rows=(*rows, (Button(t("Back"), Log(0, person, event, done)),)))


def file_screen(lines: Iterable[Line], t: Translator, now: datetime, projects: Titles) -> Screen:
    """The log as a CSV file."""
    columns = (
        Column(t("Time"), Kind.MOMENT),
        Column(t("Number of the person"), Kind.NUMBER),
        Column(t("Person")),
        Column(t("Action")),
        Column(t("Event")),
        Column(t("Project")),
        Column(t("Number of what it was done to"), Kind.NUMBER),
        Column(t("Details")),
    )
    table = Table(t("Log"), columns, _rows(lines, t, projects))
    name = t("log-{day}.csv", day=f"{t.local(now):%Y-%m-%d}")
    return Screen(
        t("Here is the log. It names people: keep it as carefully as the lists."),
        rows=((log_button(t), desk_button(t)),),
        files=(File(name, comma_separated(table, t=t)),),
    )


def _rows(lines: Iterable[Line], t: Translator, projects: Titles) -> Iterator[list[Cell]]:
    for line in lines:
        entry = line.entry
        yield [
            t.local(entry.at),
            entry.person,
            entry.name if line.is_named else None,
            words(doing(entry.action, t)),
            entry.code,
            projects.get(entry.project, entry.project),
            entry.subject,
            words(_details(line, t, projects)),
        ]


def _line(line: Line, t: Translator, now: datetime, projects: Titles) -> Html:
    entry = line.entry
    when = t(
        "{day}, {time}",
        day=t.date(entry.at, year=t.local(entry.at).year != t.local(now).year),
        time=t.clock(entry.at),
    )
    about = [
        _details(line, t, projects),
        escaped(entry.code),
        t("no. {number}", number=entry.subject) if entry.subject else Html(""),
    ]
    who = bold(_who(line, t))
    what = join(", ", [doing(entry.action, t), *about])
    return join("\n", [Html(f"{when} · {who}"), _capital(what)])


def _who(line: Line, t: Translator) -> Html:
    if line.is_named and line.entry.name:
        return escaped(line.entry.name)
    return t("person no. {number}", number=line.entry.person) if line.entry.person else t("the bot, or somebody gone")


def _details(line: Line, t: Translator, projects: Titles) -> Html:
    facts = line.entry.facts
    if line.entry.action is Done.REFUSED:
        return escaped(right(str(facts.get("permission", "")), t))
    if {"role", "scope", "key"} <= facts.keys():
        grant = Grant(Role(str(facts["role"])), Scope(str(facts["scope"])), str(facts["key"]))
        return grant_name(grant, t, projects)
    if line.entry.action is Done.ANNOUNCED:
        urgent = facts.get("urgent")
        reached = t.n("{n} person", "{n} people", int(str(facts.get("people") or 0)))
        return join(", ", [reached, t("at night too: {reason}", reason=urgent) if urgent else ""])
    return Html("")


def _limits(log: LogPage, t: Translator) -> Html:
    chosen = log.chosen
    parts = [
        t("person: {name}", name=log.name or chosen.person) if chosen.person else Html(""),
        t("event: {code}", code=log.code) if chosen.event else Html(""),
        doing(Done(chosen.action), t) if chosen.action in set(Done) else Html(""),
    ]
    limits = join(", ", parts)
    return t("Only {limits}.", limits=limits) if limits else Html("")


def _turning(log: LogPage, t: Translator) -> tuple[Row, ...]:
    def to(page: int) -> Log:
        return Log(page, log.chosen.person, log.chosen.event, log.chosen.action)

    return turning(log.page, log.pages, to, back=t("Newer"), on=t("Older"))


def _capital(text: Html) -> Html:
    return Html(text[:1].upper() + text[1:])
