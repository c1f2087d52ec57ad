"""Grant indicators: a project's targets, who is counted, what is entered by hand; and its pictures."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.content.models import IndicatorSpec, Project
from bot.domain.indicators import Counts, Measure
from bot.domain.refusals import IndicatorGone
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.desk import entry
from bot.screens.screen import Button, File, Screen
from bot.screens.start import desk_button
from bot.screens.wordings import FieldWords, FormWords, RefusalWords
from bot.services.dialogs import Step
from bot.services.indicators import Detail, Report
from bot.texts import Html, Translator, bold, escaped, join, shorten

SHOWN = 60
"""Names listed on one screen."""


@action("in")
class IndicatorProjects(Action):
    """Choose a project with indicators."""


@action("ip")
class IndicatorList(Action):
    """Show how far a project's indicators are."""

    project: str


@action("iw")
class IndicatorWho(Action):
    """Show who is counted; ``number`` is the place in the project's list, from 0."""

    project: str
    number: int


@action("ia")
class AddEntry(Action):
    """Begin to enter an amount by hand."""

    project: str
    number: int


@action("ir")
class RemoveEntry(Action):
    """Take an entry back."""

    entry: int


@action("iu")
class RestoreEntry(Action):
    """Bring it back."""

    entry: int


@action("ic")
class StatsPictures(Action):
    """Send the pictures of a project, or of everything."""

    project: str = ""


@entry("indicators")
def _on_desk(t: Translator) -> Button:
    return Button(t("Indicators"), IndicatorProjects())


@entry("stats")
def _stats_on_desk(t: Translator) -> Button:
    return Button(t("Statistics"), StatsPictures())


def projects_screen(projects: Sequence[Project], t: Translator) -> Screen:
    """Which project's indicators."""
    if not projects:
        text = t("No project of yours has indicators yet. They are written in its file, under [[indicators]].")
        return Screen(text, rows=((desk_button(t),),))
    rows = [(Button(shorten(one.title.in_(t.language), 60), IndicatorList(one.slug)),) for one in projects]
    return Screen(t("Which project's indicators?"), rows=(*rows, (desk_button(t),)))


def indicators_screen(report: Report, project: Project, t: Translator, now: datetime) -> Screen:
    """Every indicator: how far, how many are missing, how many come."""
    lines = [
        _line(number, spec, measure, t)
        for number, (spec, measure) in enumerate(zip(project.indicators, report.measures, strict=True), 1)
    ]
    closing = [
        _end(project, t, t.local(now).date()),
        t.n(
            "{n} person came without giving a name and is not counted here.",
            "{n} people came without giving a name and are not counted here.",
            report.heads,
        )
        if report.heads
        else "",
        Html(f"<i>{escaped(project.attribution.in_(t.language))}</i>"),
    ]
    rows = [
        tuple(
            Button(t("{number}. Who", number=number + 1), IndicatorWho(report.project, number))
            for number in range(first, min(first + 3, len(lines)))
        )
        for first in range(0, len(lines), 3)
    ]
    ways = (Button(t("Pictures"), StatsPictures(report.project)), Button(t("Other projects"), IndicatorProjects()))
    title = bold(t("Indicators: {project}", project=project.title.in_(t.language)))
    return Screen(join("\n\n", [title, *lines, join("\n", closing)]), rows=(*rows, ways, (desk_button(t),)))


def _end(project: Project, t: Translator, today: date) -> Html:
    """When the project ends or ended; nothing where its file does not say."""
    ends = project.period.ends
    if not ends:
        return Html("")
    day = t.date(ends.last, year=True)
    return (
        t("The project ended on {day}.", day=day)
        if project.finished(today)
        else t("The project ends on {day}.", day=day)
    )


def _line(number: int, spec: IndicatorSpec, measure: Measure, t: Translator) -> Html:
    far = t("{value} of {target}", value=measure.value, target=spec.target)
    missing = t("{n} missing", n=measure.missing) if measure.missing else t("reached")
    coming = t("with a seat at what comes: {n}", n=measure.coming) if measure.coming > 0 else Html("")
    by_hand = t("of which {n} entered by hand", n=measure.entered) if measure.entered else Html("")
    details = join(" · ", [missing, coming, by_hand])
    return Html(f"{number}. {escaped(spec.name.in_(t.language))}\n{bold(far)} · {details}")


def who_screen(detail: Detail, spec: IndicatorSpec, number: int, t: Translator, *, can_enter: bool) -> Screen:
    """Who is counted, and what was entered by hand."""
    names = [Html(f"{place}. {escaped(name)}") for place, name in enumerate(detail.names[:SHOWN], 1)]
    more = len(detail.names) - SHOWN
    lines = [
        bold(escaped(spec.name.in_(t.language))),
        t("{value} of {target}", value=detail.measure.value, target=spec.target),
        join("\n", names) or _nobody(detail, spec, t, can_enter=can_enter),
        t.n("… and {n} more.", "… and {n} more.", more) if more > 0 else "",
        t.n("{n} without a name", "{n} without a name", detail.nameless) if detail.nameless else "",
        bold(t("Entered by hand:")) if detail.entries else "",
        join("\n", [_entry(one.amount, one.note, one.at, t) for one in detail.entries]),
    ]
    rows = [
        (Button(t("Take back: {note}", note=shorten(one.note, 30)), RemoveEntry(one.id)),)
        for one in detail.entries[:5]
        if can_enter
    ]
    if can_enter:
        rows.append((Button(t("Enter by hand"), AddEntry(detail.project, number)),))
    return Screen(join("\n", lines), rows=(*rows, (Button(t("Back"), IndicatorList(detail.project)),)))


def _nobody(detail: Detail, spec: IndicatorSpec, t: Translator, *, can_enter: bool) -> Html:
    """Why there are no names, and what makes it more."""
    if spec.counts is not Counts.ENTRIES:
        return t("Nobody is counted yet: that takes attendance at an event of the project.")
    press = t("Press “{button}”.", button=t("Enter by hand")) if can_enter and not detail.entries else ""
    return join(" ", [t("Only what is entered by hand counts here."), press])


def _entry(amount: int, note: str, moment: datetime, t: Translator) -> Html:
    return t("{amount}: {note} ({day})", amount=amount, note=shorten(note, 120), day=t.date(moment, year=True))


def entered_screen(project: str, t: Translator) -> Screen:
    """After entering an amount."""
    return Screen(t("Entered."), rows=((Button(t("To the indicators"), IndicatorList(project)),),))


def removed_screen(entry_id: int, project: str, t: Translator) -> Screen:
    """After taking an entry back."""
    rows = (
        (Button(t("Take it back"), RestoreEntry(entry_id)), Button(t("To the indicators"), IndicatorList(project))),
    )
    return Screen(t("The entry does not count any more."), rows=rows)


def pictures_screen(pictures: Sequence[File], scope: str, t: Translator) -> Screen:
    """The pictures, or that there is nothing to draw yet; ``scope`` is the title of a project or event, or empty."""
    of = t("Statistics: {project}", project=scope) if scope else t("Statistics of everything you run")
    said = Html("") if pictures else t("Nobody has signed up yet, so there is nothing to draw.")
    rows = ((Button(t("Indicators"), IndicatorProjects()), desk_button(t)),)
    return Screen(join("\n\n", [bold(of), said]), rows=rows, files=tuple(pictures))


def _amount_prompt(_step: Step, t: Translator) -> Html:
    return t("How many? Write a number.")


def _note_prompt(_step: Step, t: Translator) -> Html:
    return t("What is it? Write it so that it is clear in the report. For instance: Youth Council in Łaziska, 12 May.")


def _summary(step: Step, t: Translator) -> Html:
    answers: Mapping[str, object] = step.draft.answers
    return t("{amount}: {note}", amount=answers["indicator_amount"], note=answers["indicator_note"])


wordings.field("indicator_amount", FieldWords(lambda t: t("Amount"), _amount_prompt))
wordings.field("indicator_note", FieldWords(lambda t: t("Note"), _note_prompt))
wordings.form("indicator_entry", FormWords(lambda t: t("Enter"), _summary))
wordings.refusal(
    IndicatorGone,
    RefusalWords(
        lambda _, t: t("This indicator or entry is not there any more."),
        lambda _, t: Button(t("Indicators"), IndicatorProjects()),
    ),
)
