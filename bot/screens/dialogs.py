"""Conversations: the question, its buttons, the summary, the way out."""

from dataclasses import replace

from bot.domain.events import Event
from bot.domain.forms import Field, Kind, Value, doubt, visible
from bot.domain.organisation import Organisation
from bot.domain.organisations import BodyKind
from bot.domain.seats import Hitch
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.events import heading
from bot.screens.events import title as event_title
from bot.screens.phones import phone
from bot.screens.prompts import label, options, person_line, prompt, summary_lines, why
from bot.screens.prospects import MENDED_BY, group_labels, warning
from bot.screens.screen import Button, ReplyKeyboard, Row, Screen
from bot.services.dialogs import Misread, Step
from bot.services.enrolments import CORRECTION, ENROLMENT
from bot.texts import Html, Translator, bold, escaped, join, shorten

LABEL = 60
"""Characters of what somebody typed on a button."""
SHORT = 18
"""Characters of a label that leave room for another one beside it."""
FEW = 4
"""Buttons that stand two in a row, so that the last is not alone."""


@action("da")
class Pressed(Action):
    """Answer the step of this ``revision`` with a button."""

    revision: int
    value: str


@action("ds")
class Skip(Action):
    """Leave the step of this ``revision`` unanswered."""

    revision: int


@action("db")
class Back(Action):
    """One step back from this ``revision``."""

    revision: int


@action("dx")
class Stop(Action):
    """Leave the conversation; the draft stays."""


@action("dc")
class ChangeAnswer(Action):
    """From the summary to the ``index``-th question."""

    revision: int
    index: int


@action("dk")
class Commit(Action):
    """Do what the conversation about the event ``subject`` was for; 0 for one that is about no event."""

    revision: int
    subject: int


@action("dr")
class Drop(Action):
    """Throw the draft of this ``revision`` away."""

    revision: int


def step_screen(step: Step, t: Translator, organisation: Organisation) -> Screen:
    """The present step of a conversation; a keyboard that was left is taken away first."""
    screen = _open_step_screen(step, t, organisation)
    if not step.has_left_keyboard:
        return screen
    return replace(screen, before=keyboard_gone_screen(t, step.given))


def _open_step_screen(step: Step, t: Translator, organisation: Organisation) -> Screen:
    if step.field is None:
        return _summary(step, t)
    lines = [bold(_step_title(step, step.field, t)), prompt(step, step.field, t, organisation)]
    is_told = step.is_opening and not wordings.of_form(step.draft.form)
    text = join("\n\n", [_occasion(step, t) if is_told else "", join("\n", lines)])
    if step.field.kind is Kind.PHONE:
        return Screen(text, keyboard=_phone_keyboard(step, step.field, t))
    return Screen(text, rows=_rows(step, step.field, t))


def _occasion(step: Step, t: Translator) -> Html:
    """What one signs up for, with its date and place; nothing where that was said already."""
    prospect = step.setting.prospect
    return heading(prospect.event, t, prospect.at) if prospect else Html("")


def keyboard_gone_screen(t: Translator, given: Value) -> Screen:
    """After the step with a keyboard of its own: takes it away and repeats what we got."""
    words = t("We have the number {phone}.", phone=phone(given)) if isinstance(given, str) else t("All right.")
    return Screen(words, clears_keyboard=True)


def misread_screen(miss: Misread, t: Translator, organisation: Organisation) -> Screen:
    """Why an answer could not be read, an example, and after the second miss a person; then the step again."""
    again = step_screen(miss.step, t, organisation)
    lines = [_unclear(miss.step, t) if miss.reason == "summary" else why(miss, t)]
    if miss.step.needs_a_person:
        lines.append(person_line(t, organisation))
    return Screen(join("\n\n", [*lines, again.text]), rows=again.rows, keyboard=again.keyboard)


def _unclear(step: Step, t: Translator) -> Html:
    """At the summary nothing is asked but whether it is right."""
    commit = _commit_label(step, t)
    return t("If everything is right, press “{commit}”. If not, choose what to change.", commit=commit)


def _step_title(step: Step, field: Field, t: Translator) -> Html:
    if step.total == 1:
        return label(field, t)
    return t("Step {number} of {total} · {label}", number=step.number, total=step.total, label=label(field, t))


def buttons(step: Step, t: Translator) -> tuple[Button, ...]:
    """All that can be pressed at a step, also where it stands on a keyboard in place of letters."""
    rows = _rows(step, step.field, t) if step.field else _summary(step, t).rows
    return tuple(button for row in rows for button in row)


def _rows(step: Step, field: Field, t: Translator) -> tuple[Row, ...]:
    return (*_answers(step, field, t), *_moves(step, field, t))


def _answers(step: Step, field: Field, t: Translator) -> tuple[Row, ...]:
    revision = step.draft.revision
    if field.suggested:
        return _in_rows([Button(words, Pressed(revision, str(i))) for i, words in enumerate(options(field, t))])
    match field.kind:
        case Kind.NOTICE:
            return ((Button(t("I understand, go on"), Pressed(revision, "ok")),),)
        case Kind.YES_NO:
            return ((Button(t("Yes"), Pressed(revision, "yes")), Button(t("No"), Pressed(revision, "no"))),)
        case Kind.GROUP if step.setting.prospect:
            labels = group_labels(step.setting.prospect, t)
            return tuple((Button(words, Pressed(revision, str(i))),) for i, words in enumerate(labels))
        case Kind.CHOICE | Kind.GROUP:
            return tuple((Button(words, Pressed(revision, str(i))),) for i, words in enumerate(options(field, t)))
        case Kind.CHOICES:
            return _several(step, field, t)
        case Kind.ORGANISATION if doubt(step.draft):
            return _meant(step, t)
        case Kind.NUMBER if field.low is not None and field.high is not None and field.high - field.low <= 8:
            numbers = range(field.low, field.high + 1)
            return (tuple(Button(escaped(n), Pressed(revision, str(n))) for n in numbers),)
        case _ if field.offered:
            return ((Button(escaped(shorten(field.offered, LABEL)), Pressed(revision, "known")),),)
        case _:
            return ()


def _in_rows(buttons: list[Button]) -> tuple[Row, ...]:
    """Short buttons side by side, long ones each in a row of its own."""
    each = 1 if max(len(one.label) for one in buttons) > SHORT else 2 if len(buttons) <= FEW else 3
    return tuple(tuple(buttons[first : first + each]) for first in range(0, len(buttons), each))


def _meant(step: Step, t: Translator) -> tuple[Row, ...]:
    """The organisations that may be meant, and a way to add a new one; or what the new one is."""
    revision, asked = step.draft.revision, doubt(step.draft)
    assert asked is not None  # noqa: S101 - it is what brings us here
    if not asked.candidates:
        kinds = ((BodyKind.NGO, t("Association, foundation, group")), (BodyKind.JST, t("Local government, office")))
        rows = [(Button(words, Pressed(revision, kind)),) for kind, words in kinds]
        return (*rows, (Button(t("Something else"), Pressed(revision, BodyKind.OTHER)),))
    names = [name for _, name in asked.candidates]
    add = t("Add as new: “{name}”", name=shorten(asked.typed, 30))
    return (
        *((Button(escaped(shorten(name, LABEL)), Pressed(revision, str(i))),) for i, name in enumerate(names)),
        (Button(add, Pressed(revision, "new")),),
    )


def _several(step: Step, field: Field, t: Translator) -> tuple[Row, ...]:
    chosen = step.draft.answers.get(field.key)
    taken = chosen if isinstance(chosen, list) else []
    rows = [
        (Button(t("✓ {option}", option=words) if str(i) in taken else words, Pressed(step.draft.revision, str(i))),)
        for i, words in enumerate(options(field, t))
        if words
    ]
    return (*rows, (Button(t("Done"), Pressed(step.draft.revision, "done")),))


def _moves(step: Step, field: Field, t: Translator) -> tuple[Row, ...]:
    revision = step.draft.revision
    moves = []
    if step.can_skip and field.kind is not Kind.CHOICES:
        skip = {"needs": t("I need nothing"), "organisation": t("I represent myself")}.get(field.key, t("Skip"))
        moves.append(Button(skip, Skip(revision)))
    if step.number > 1 or step.draft.is_changing:
        moves.append(Button(t("Back"), Back(revision)))
    return (*([tuple(moves)] if moves else []), (_way_out(step, t),))


def _way_out(step: Step, t: Translator) -> Button:
    own = wordings.of_form(step.draft.form)
    return own.way_out(step, t) if own and own.way_out else Button(t("Stop"), Stop())


def _phone_keyboard(step: Step, field: Field, t: Translator) -> ReplyKeyboard:
    """Telegram shares a number only from a reply keyboard, so the whole step uses one."""
    first = ((phone(field.offered),),) if field.offered else ()
    moves = tuple(tuple(button.label for button in row) for row in _moves(step, field, t))
    return ReplyKeyboard(contact=t("Send my number"), rows=first + moves, placeholder=t("For instance: 600 100 200"))


def _summary(step: Step, t: Translator) -> Screen:
    about, own = step.setting.about, wordings.of_form(step.draft.form)
    title = t("Step {number} of {total} · Check that everything is right", number=step.number, total=step.total)
    event = _occasion(step, t) or (bold(event_title(about, t)) if isinstance(about, Event) else "")
    body = own.summary(step, t) if own else Html("\n" + join("\n", summary_lines(step, t)))
    subject = 0 if own else step.draft.subject
    first, rest = _changes(step, t)
    rows = (
        *((one,) for one in first),
        (Button(_commit_label(step, t), Commit(step.draft.revision, subject)),),
        *(tuple(rest[number : number + 2]) for number in range(0, len(rest), 2)),
        (Button(t("Back"), _back_from_summary(step)), _way_out(step, t)),
    )
    warned = Html("\n" + _warning(step, t)) if _warning(step, t) else ""
    return Screen(join("\n", [bold(title), event, body, warned]), rows=rows)


def _changes(step: Step, t: Translator) -> tuple[list[Button], list[Button]]:
    """A button for each answer: first the one that may keep somebody from having to wait, then the others."""
    hitch = _hitch(step)
    first: list[Button] = []
    rest: list[Button] = []
    for index, field in enumerate(visible(step.setting.fields, step.draft.answers)):
        button = Button(t("Change: {label}", label=label(field, t)), ChangeAnswer(step.draft.revision, index))
        if field.kind is not Kind.NOTICE:
            (first if hitch and MENDED_BY.get(hitch) == field.key else rest).append(button)
    return first, rest


def _hitch(step: Step) -> Hitch | None:
    """Why whoever signs up like this will have to wait."""
    prospect = step.setting.prospect if step.draft.form == ENROLMENT.name else None
    return prospect.hitch(step.draft.answers) if prospect else None


def _warning(step: Step, t: Translator) -> Html:
    prospect = step.setting.prospect
    return warning(prospect, step.draft.answers, t) if prospect and _hitch(step) else Html("")


def _back_from_summary(step: Step) -> Action:
    """Changing begins at the summary, so that the way back leads out of it."""
    return Drop(step.draft.revision) if step.draft.form == CORRECTION.name else Back(step.draft.revision)


def _commit_label(step: Step, t: Translator) -> Html:
    """The button that signs up, applies where the organisers choose, saves what was changed, or what the form does."""
    own = wordings.of_form(step.draft.form)
    if own:
        return own.commit(t)
    if step.draft.form != ENROLMENT.name:
        return t("Save the changes")
    about = step.setting.about
    return t("Send the application") if isinstance(about, Event) and about.plan.approval else t("Sign me up")
