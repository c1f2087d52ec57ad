"""What a coordinator takes away: the choice of files, and the words and columns in them."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.documents.badges import Badge, badges
from bot.documents.certificates import Certificate, certificates
from bot.documents.lists import Attendee, Detail, attendance_sheet
from bot.documents.parts import Cell, Column, Heading, Kind, Table
from bot.documents.spreadsheets import comma_separated, workbook
from bot.domain import forms
from bot.domain.access import Permission
from bot.domain.events import Event
from bot.domain.organisation import Organisation
from bot.screens.actions import Action, action
from bot.screens.desk import entry as on_desk
from bot.screens.event_desk import EventsFor, entry, purpose
from bot.screens.events import EventDesk, heading, span_in_file, title, where
from bot.screens.given import heard_from
from bot.screens.lists import group_name, state_name
from bot.screens.phones import phone
from bot.screens.prompts import answer
from bot.screens.screen import Button, File, Screen
from bot.services.event_desk import Overview
from bot.services.exports import Export, Line
from bot.texts import Html, Translator, join, plain

FORMATS = ("xlsx", "csv", "pdf", "badges", "certificates")
"""The files there are; the first three are those of ``python -m bot export``."""


@action("ex")
class ExportMenu(Action):
    """Offer the files about an event's people."""

    event: int


@action("xf")
class ExportFile(Action):
    """Make one file; ``kind`` is one of ``FORMATS`` or ``contacts``, the sheet with organisation and e-mail."""

    event: int
    kind: str


@entry(Permission.SEE_CONTACTS)
def _on_event_desk(overview: Overview, t: Translator) -> Button:
    return Button(t("Files to take away"), ExportMenu(overview.event.id))


def export_menu_screen(event: Event, t: Translator, now: datetime) -> Screen:
    """Which file."""
    kinds = (
        ("xlsx", t("Spreadsheet (XLSX)")),
        ("csv", t("Spreadsheet (CSV)")),
        ("pdf", t("Attendance sheet (PDF)")),
        ("contacts", t("Sheet with organisation and e-mail")),
        ("badges", t("Name badges (PDF)")),
        ("certificates", t("Certificates (PDF)")),
    )
    rows = [(Button(label, ExportFile(event.id, kind)),) for kind, label in kinds]
    text = t("Which file shall I make? It holds people's data: keep it safe.\n\n{event}", event=heading(event, t, now))
    return Screen(text, rows=(*rows, (Button(t("Back"), EventDesk(event.id)),)))


def export_screen(export: Export, kind: str, file: File | None, t: Translator, now: datetime) -> Screen:
    """The file, or why there is none."""
    event, said = export.event, t("Here is the file.") if file else _nobody(export, kind, t)
    rows = ((Button(t("Other files"), ExportMenu(event.id)), Button(t("Back"), EventDesk(event.id))),)
    return Screen(join("\n\n", [said, heading(event, t, now)]), rows=rows, files=(file,) if file else ())


def _nobody(export: Export, kind: str, t: Translator) -> Html:
    """Why a file would be empty, and what to do about it."""
    if kind != "certificates":
        return t("There is nobody to put into this file yet.")
    if not export.event.sessions:
        return t("A certificate is for those who were there. Nobody is marked yet: see the attendance.")
    return t(
        "A certificate is for those who were at {enough} of {all} sessions or more. "
        "Nobody is marked that often yet: see the attendance.",
        enough=export.enough,
        all=export.occasions,
    )


def made(export: Export, kind: str, about: Heading, t: Translator) -> File | None:
    """The file of a ``kind``; None when it would be empty. It takes a moment: run it beside the loop."""
    code = export.event.plan.code
    match kind:
        case "xlsx":
            return File(f"{code}.xlsx", workbook(about, _tables(export, t), t=t))
        case "csv":
            return File(f"{code}.csv", comma_separated(_people(export, t, everything=True), t=t))
        case "pdf" | "contacts":
            return File(f"{code}-lista.pdf", _sheet(export, about, t, has_contacts=kind == "contacts"))
        case "badges":
            people = [Badge(name, line.extra.organisation) for line in export.coming for name in _names(line, t)]
            return File(f"{code}-identyfikatory.pdf", badges(about, people, t=t)) if people else None
        case "certificates":
            return _certificates(export, about, t)
        case _:
            raise LookupError(f"{kind} is no kind of file")


def heading_of(
    export: Export, t: Translator, *, project: str, attribution: str, organisation: Organisation, logo: bytes = b""
) -> Heading:
    """What stands above every file; ``project`` and ``attribution`` in the reader's language."""
    event = export.event
    return Heading(
        title=title(event, t),
        when=span_in_file(event.plan.starts_at, event.plan.ends_at, t),
        place=plain(where(event, t)),
        project=project,
        attribution=attribution,
        organisation=organisation.name,
        logo=logo,
        made_at=export.made_at,
    )


def _tables(export: Export, t: Translator) -> list[Table]:
    answers = [_answers(export, t)] if export.event.plan.questions else []
    return [_people(export, t, everything=False), *answers, _queue(export, t)]


def _people(export: Export, t: Translator, *, everything: bool) -> Table:
    """Everybody, with what the bot itself asks; ``everything`` adds the event's own questions."""
    questions = export.event.plan.questions if everything else ()
    columns = [
        Column(t("No."), Kind.NUMBER),
        Column(t("Name")),
        Column(t("State")),
        Column(t("Group")),
        Column(t("Organisation")),
        Column(t("Gmina")),
        Column(t("Phone"), Kind.PHONE),
        Column(t("Companions"), Kind.NUMBER),
        Column(t("Who comes with them")),
        Column(t("Needs")),
        Column(t("Says they come"), Kind.YES_NO),
        Column(t("Sessions attended"), Kind.NUMBER),
        Column(t("Pictures allowed"), Kind.YES_NO),
        Column(t("Heard of us from")),
        Column(t("Signed up"), Kind.MOMENT),
        *(Column(question.text.in_(t.language) if question.text else question.key) for question in questions),
    ]
    return Table(t("People"), tuple(columns), _rows(export, t, questions))


def _rows(export: Export, t: Translator, questions: Iterable[forms.Field]) -> Iterator[list[Cell]]:
    asked = [question.key for question in questions]
    for line in export.lines:
        signup, details = line.signup, line.signup.details
        given = _given(line, t)
        yield [
            line.number,
            details.name,
            plain(state_name(signup.state, t)),
            plain(group_name(export.event, details.group, t)),
            line.extra.organisation,
            details.gmina or "",
            phone(details.phone),
            details.companions,
            details.companion_names,
            details.needs or "",
            signup.attending is not None,
            line.extra.attended,
            line.extra.may_be_shown,
            plain(heard_from(signup.source, t)) if signup.source else "",
            line.extra.signed_up_at,
            *(given.get(key, "") for key in asked),
        ]


def _given(line: Line, t: Translator) -> dict[str, str]:
    """The answers in words, long texts whole."""
    return {
        field.key: value if field.kind is forms.Kind.TEXT and isinstance(value, str) else plain(answer(field, value, t))
        for field, value in line.answers
        if value is not None
    }


def _answers(export: Export, t: Translator) -> Table:
    questions = export.event.plan.questions
    columns = [Column(t("Name"))]
    columns += [Column(question.text.in_(t.language) if question.text else question.key) for question in questions]

    def rows() -> Iterator[list[Cell]]:
        for line in export.lines:
            given = _given(line, t)
            yield [line.signup.details.name, *(given.get(question.key, "") for question in questions)]

    return Table(t("Answers"), tuple(columns), rows())


def _queue(export: Export, t: Translator) -> Table:
    columns = (
        Column(t("Place in the queue"), Kind.NUMBER),
        Column(t("Name")),
        Column(t("Group")),
        Column(t("People"), Kind.NUMBER),
        Column(t("Phone"), Kind.PHONE),
        Column(t("Signed up"), Kind.MOMENT),
    )
    rows: Iterator[list[Cell]] = (
        [
            number,
            line.signup.details.name,
            plain(group_name(export.event, line.signup.details.group, t)),
            line.signup.size,
            phone(line.signup.details.phone),
            line.extra.signed_up_at,
        ]
        for number, line in enumerate(export.waiting, start=1)
    )
    return Table(t("Waiting list"), columns, rows)


def _sheet(export: Export, about: Heading, t: Translator, *, has_contacts: bool) -> bytes:
    people = [
        Attendee(name, line.extra.organisation, _email(line)) for line in export.coming for name in _names(line, t)
    ]
    details = (Detail.ORGANISATION, Detail.EMAIL) if has_contacts else ()
    sessions = tuple(t.date(one.starts_at, year=True) for one in export.event.sessions)
    return attendance_sheet(about, people, t=t, details=details, sessions=sessions)


def _names(line: Line, t: Translator) -> Iterator[str]:
    """The person, and everybody they bring: by name where it is known."""
    details = line.signup.details
    yield details.name
    known = [name.strip() for name in details.companion_names.replace("\n", ",").split(",") if name.strip()]
    for number in range(details.companions):
        unnamed = plain(t("with {name} ({number})", name=details.name, number=number + 1))
        yield known[number] if number < len(known) else unnamed


def _email(line: Line) -> str:
    return next((str(value) for field, value in line.answers if field.kind is forms.Kind.EMAIL and value), "")


def _certificates(export: Export, about: Heading, t: Translator) -> File | None:
    hours = export.hours
    people = [
        Certificate(line.signup.details.name, line.extra.attended, export.occasions, hours[line.signup.id])
        for line in export.steady
    ]
    if not people:
        return None
    town = export.event.plan.address.rpartition(",")[2].strip()
    issued = t.local(export.made_at).date()
    content = certificates(about, people, t=t, issued=issued, town=town)
    return File(f"{export.event.plan.code}-zaswiadczenia.pdf", content)


purpose("export", lambda t: t("Files about which event?"), ExportMenu)


@on_desk("export")
def _on_desk(t: Translator) -> Button:
    return Button(t("Files to take away"), EventsFor("export"))
