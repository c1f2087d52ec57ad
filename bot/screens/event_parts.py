"""The groups, questions and sessions of an event, listed to be changed."""

from collections.abc import Sequence

from bot.domain.events import Group, Session
from bot.domain.forms import Field, Kind
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.event_editor import EditEvent, EditParts
from bot.screens.event_values import minima, moments, numbers, place_names
from bot.screens.event_words import when_typed
from bot.screens.events import span, title, unusable_line
from bot.screens.screen import Button, Screen
from bot.screens.telling import telling
from bot.screens.wordings import FieldWords, FormWords
from bot.services.dialogs import Step
from bot.services.event_editing import about
from bot.services.event_fields import Editing
from bot.services.event_parts import (
    ALWAYS,
    ASKED,
    GROUP,
    KINDS,
    MOST,
    NO,
    PREFIX,
    QUESTION,
    SESSION,
    YES,
    parts,
    place_of,
    told_of,
)
from bot.services.event_reading import aware
from bot.texts import Html, Translator, bold, escaped, join, shorten

SHOWN = 50
"""Characters of a question, so that two dozen fit into a message."""
SHORT = 30
"""Characters of a session's title or place."""


@action("Eg")
class EditPart(Action):
    """Begin to change a group, question or session; ``number`` counts from 0, one more than there are adds one."""

    event: int
    kind: str
    number: int


@action("Eh")
class RemovePart(Action):
    """Ask whether a group, question or session shall go."""

    event: int
    kind: str
    number: int


@action("Ei")
class RemovePartNow(Action):
    """Take a group, question or session out."""

    event: int
    kind: str
    number: int


@action("Ej")
class MoveUp(Action):
    """Put a group or question before its neighbour."""

    event: int
    kind: str
    number: int


def parts_screen(editing: Editing, kind: str, t: Translator, said: Html | None = None) -> Screen:
    """All groups, questions or sessions, each with its buttons; ``said`` is what has just been done."""
    event, found = editing.event, parts(editing.event, kind)
    lines = [said or "", bold(_heading(kind, t)), *(_line(n, one, editing, t) for n, one in enumerate(found))]
    rows = []
    names = _names(found, t)
    for number, name in enumerate(names):
        row = [Button(t("Change: {label}", label=name), EditPart(event.id, kind, number))]
        if kind != SESSION and number:
            row.append(Button(t("Up: {n}", n=number + 1), MoveUp(event.id, kind, number)))
        rows.append((*row, Button(t("Remove: {n}", n=name), RemovePart(event.id, kind, number))))
    if len(found) < MOST:
        rows.append((Button(_add_label(kind, t), EditPart(event.id, kind, len(found))),))
    if not found:
        lines.append(_nothing(kind, t))
    if kind == GROUP:
        lines.append(unusable_line(event, t))
    return Screen(join("\n", [one for one in lines if one]), rows=(*rows, (Button(t("Back"), EditEvent(event.id)),)))


def _names(found: Sequence[object], t: Translator) -> list[str]:
    """What the buttons call each: a session by its date, with the time where a day has two; others by number."""
    days = [t.date(one.starts_at) if isinstance(one, Session) else str(n) for n, one in enumerate(found, 1)]
    return [
        f"{day}, {t.clock(one.starts_at)}" if isinstance(one, Session) and days.count(day) > 1 else day
        for day, one in zip(days, found, strict=True)
    ]


def _heading(kind: str, t: Translator) -> Html:
    return {GROUP: t("Groups"), QUESTION: t("Questions"), SESSION: t("Dates of the sessions")}[kind]


def _add_label(kind: str, t: Translator) -> Html:
    return {GROUP: t("Add a group"), QUESTION: t("Add a question"), SESSION: t("Add a date")}[kind]


def _nothing(kind: str, t: Translator) -> Html:
    return {
        GROUP: t("No groups: all seats are for everybody. A group has seats and a queue of its own."),
        QUESTION: t("No questions of its own. The bot asks name, phone and gmina by itself."),
        SESSION: t("One date. With a second one it becomes a course: one enrolment, several sessions."),
    }[kind]


def _line(number: int, one: object, editing: Editing, t: Translator) -> Html:
    if isinstance(one, Group):
        seats = t("seats: {n}", n=one.seats) if one.seats else t("without a limit")
        least = t("minimum: {n}", n=one.minimum) if one.minimum else ""
        return Html(f"{number + 1}. " + join(", ", [escaped(one.name.in_(t.language)), seats, least]))
    if isinstance(one, Session):
        title = escaped(shorten(one.title.in_(t.language), SHORT)) if one.title else ""
        return Html(
            f"{number + 1}. "
            + join(", ", [span(one.starts_at, one.ends_at, t, editing.now), title, escaped(shorten(one.place, SHORT))])
        )
    return _question_line(number, one, t) if isinstance(one, Field) else Html("")


def _question_line(number: int, one: Field, t: Translator) -> Html:
    text = escaped(shorten(one.text.in_(t.language), SHOWN)) if one.text else Html("")
    options = escaped(shorten(" / ".join(option.in_(t.language) for option in one.options), SHOWN))
    details = [_kind_name(one.kind, t), options, t("may be skipped") if not one.is_required else ""]
    when = t("only after one answer to an earlier question") if one.condition else ""
    return Html(f"{number + 1}. {text} ({join(', ', [*details, when])})")


def _kind_name(kind: Kind, t: Translator) -> Html:
    words = {
        Kind.TEXT: t("words"),
        Kind.NUMBER: t("a number"),
        Kind.CHOICE: t("one of several"),
        Kind.CHOICES: t("several of several"),
        Kind.YES_NO: t("yes or no"),
        Kind.DATE: t("a date"),
        Kind.PHONE: t("a phone number"),
        Kind.EMAIL: t("an e-mail address"),
        Kind.GMINA: t("a gmina"),
        Kind.ORGANISATION: t("an organisation"),
    }
    return words.get(kind, escaped(kind))


def remove_screen(editing: Editing, kind: str, number: int, t: Translator) -> Screen:
    """Before taking one out."""
    found = parts(editing.event, kind)
    line = _line(number, found[number], editing, t) if 0 <= number < len(found) else Html("")
    rows = (
        (Button(t("Remove"), RemovePartNow(editing.event.id, kind, number)),),
        (Button(t("Back"), EditParts(editing.event.id, kind)),),
    )
    return Screen(join("\n", [t("Remove this?"), line]), rows=rows)


def _as_they_are(field: Field, t: Translator) -> list[Html]:
    return [escaped(shorten(one, SHOWN)) if one else t("Remove") for one in field.suggested]


def _as_before(field: Field, t: Translator) -> list[Html]:
    return [t("As before: {text}", text=shorten(", ".join(one.splitlines()), SHOWN)) for one in field.suggested]


def _conditions(field: Field, t: Translator) -> list[Html]:
    said = []
    for one in field.options:
        text, _, answer = one.texts["pl"].rpartition("|")
        words = {YES: t("yes"), NO: t("no")}.get(answer, escaped(answer))
        if answer == ALWAYS:
            said.append(t("Always"))
        else:
            said.append(t("{question}: {answer}", question=shorten(text, SHOWN // 2), answer=words))
    return said


def _summary(step: Step, t: Translator) -> Html:
    """The date as it will be, and who hears of it."""
    editing, answers = about(step.setting), step.draft.answers
    starts, ends = (aware(answers[key], editing.now) for key in ("session_when", "session_end"))
    will_be = span(starts, ends, t, editing.now)
    index, sessions = place_of(step.draft), editing.event.sessions
    if index < len(sessions):
        was = span(sessions[index].starts_at, sessions[index].ends_at, t, editing.now)
        will_be = Html(f"{t('So far:')} {was}\n{t('From now on:')} {will_be}")
    told = told_of(step)
    people = (
        t.n(
            "{n} person hears of it at once. After a new start the bot asks whether they can still come.",
            "{n} people hear of it at once. After a new start the bot asks whether they can still come.",
            told.people,
        )
        if told.everybody
        else t("Whoever has a place in the course sees the new date in /my. Write to them, too.")
    )
    return join("\n\n", [join("\n", [bold(title(editing.event, t)), will_be]), telling(told, people, t)])


_register = wordings.field
_register(
    "group_name",
    FieldWords(lambda t: t("Group"), lambda _, t: t("What is the group called? For instance: teachers."), _as_they_are),
)
_register(
    "group_seats",
    FieldWords(lambda t: t("Seats of the group"), lambda _, t: t("How many seats are for this group?"), numbers),
)
_register(
    "group_minimum",
    FieldWords(
        lambda t: t("Minimum of the group"), lambda _, t: t("How many people of this group are needed?"), minima
    ),
)
_register(
    "question_kind",
    FieldWords(
        lambda t: t("Kind of answer"),
        lambda _, t: t("What is the answer like?"),
        lambda _, t: [_kind_name(one, t) for one in ASKED],
    ),
)
_register(
    "question_text",
    FieldWords(lambda t: t("Question"), lambda _, t: t("What do you ask? For instance: Which diet?"), _as_they_are),
)
_register(
    "question_options",
    FieldWords(lambda t: t("Choices"), lambda _, t: t("Write the choices, each in a line of its own."), _as_before),
)
_register(
    "question_required", FieldWords(lambda t: t("Answer needed"), lambda _, t: t("Does everybody have to answer?"))
)
_register("question_when", FieldWords(lambda t: t("Asked"), lambda _, t: t("When is it asked?"), _conditions))
_register(
    "session_when",
    FieldWords(
        lambda t: t("Date"),
        lambda _, t: t("When? Day and hour, for instance: Tue 8.12 17:00. You can press a button, too."),
        moments,
    ),
)
_register(
    "session_title",
    FieldWords(
        lambda t: t("Title of the session"),
        lambda step, t: join("\n", [when_typed(step, t), t("What is this session about? You can skip it.")]),
        _as_they_are,
    ),
)
_register(
    "session_place",
    FieldWords(
        lambda t: t("Place of the session"),
        lambda _, t: t("Where, if it is somewhere else? Name and address after a comma. You can skip it."),
        place_names,
    ),
)
for _kind in KINDS:
    wordings.form(
        PREFIX + _kind,
        FormWords(
            lambda t: t("Save"),
            _summary,
            lambda step, t: Button(
                t("Leave it as it is"), EditParts(step.draft.subject, step.draft.form.removeprefix(PREFIX))
            ),
        ),
    )
