"""Conversations: the question, its buttons, the summary, the way out."""

from bot.domain.events import Event
from bot.domain.forms import Field, Kind, Value, visible
from bot.domain.organisation import Organisation
from bot.screens.actions import Action, action
from bot.screens.events import EventList
from bot.screens.events import title as event_title
from bot.screens.screen import Button, ReplyKeyboard, Screen
from bot.screens.signups import Resume, phone
from bot.services.dialogs import Misread, Step
from bot.texts import Html, Translator, bold, escaped, join


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
    """Do what the conversation about ``subject`` was for."""

    revision: int
    subject: int


@action("dr")
class Drop(Action):
    """Throw the draft away."""


def step_screen(step: Step, t: Translator, organisation: Organisation) -> Screen:
    """The present step of a conversation."""
    if step.field is None:
        return _summary(step, t)
    lines = [bold(_step_title(step, step.field, t)), _prompt(step, step.field, t, organisation)]
    text = join("\n", lines)
    if step.field.kind is Kind.PHONE:
        return Screen(text, keyboard=_phone_keyboard(step, step.field, t))
    return Screen(text, rows=_rows(step, step.field, t))


def keyboard_gone_screen(t: Translator, given: Value) -> Screen:
    """After the step with a keyboard of its own: takes it away and repeats what we got."""
    words = t("We have the number {phone}.", phone=phone(given)) if isinstance(given, str) else t("All right.")
    return Screen(words, clears_keyboard=True)


def misread_screen(miss: Misread, t: Translator, organisation: Organisation) -> Screen:
    """Why an answer could not be read, an example, and after the second miss a person; then the step again."""
    again = step_screen(miss.step, t, organisation)
    lines = [why(miss, t)]
    if miss.step.needs_a_person:
        lines.append(person_line(t, organisation))
    return Screen(join("\n\n", [*lines, again.text]), rows=again.rows, keyboard=again.keyboard)


def person_line(t: Translator, organisation: Organisation) -> Html:
    """Where to find a person; an empty line when the configuration names no contact."""
    contact = ", ".join(part for part in (organisation.phone, organisation.email) if part)
    return t("A person will gladly help: {contact}.", contact=contact) if contact else Html("")


def why(miss: Misread, t: Translator) -> Html:
    """What is wrong with the answer and what a right one looks like."""
    if miss.reason == "phone":
        return _phone_missed(miss, t)
    if miss.reason == "number_range":
        return _range(miss, t)
    given = {"value": miss.value, "high": miss.high}
    words = {
        "name": t("“{value}” does not look like a name. Write first and last name, for instance: Anna Nowak.", **given),
        "name_length": t("A name has 2 to 80 letters. Write first and last name, for instance: Anna Nowak."),
        "email": t("“{value}” does not look like an e-mail address. For instance: anna@example.org.", **given),
        "number": t("“{value}” is not a number. Write it in digits, for instance: 2.", **given),
        "date": t("“{value}” is not a date. Write day, month and year, for instance: 12.05.1990.", **given),
        "yes_no": t("Please press one of the buttons, or write yes or no."),
        "choice": t("“{value}” is not one of the choices. Press a button below.", **given),
        "choices_empty": t("Choose at least one."),
        "too_long": t("That is too long: {value} characters, {high} fit. Please say it in fewer words.", **given),
        "short": t("Please write it in 2 to 80 letters."),
        "required": t("This answer is needed to go on."),
        "notice": t("Please read this and press the button below. It is needed before we note anything about you."),
        "contact": t("That is somebody else's number. Share your own, or type one."),
        "empty": t("There are no words in it. Please type the answer, or press a button."),
    }
    return words.get(miss.reason, t("This button does not fit the question. Please use the buttons below."))


def _phone_missed(miss: Misread, t: Translator) -> Html:
    if miss.low == 9:
        return t("There is no phone number “{value}”. Check the digits, for instance: 600 100 200.", value=miss.value)
    found = t.n("“{value}” has {n} digit.", "“{value}” has {n} digits.", miss.low or 0, value=miss.value)
    return t("That does not look like a phone number. {found} Nine are needed, for instance: 600 100 200.", found=found)


def _range(miss: Misread, t: Translator) -> Html:
    if miss.low is not None and miss.high is not None:
        return t("A number from {low} to {high} is needed.", low=miss.low, high=miss.high)
    if miss.high is not None:
        return t("The number may be at most {high}.", high=miss.high)
    return t("The number has to be at least {low}.", low=miss.low)


def _step_title(step: Step, field: Field, t: Translator) -> Html:
    return t("Step {number} of {total} · {label}", number=step.number, total=step.total, label=label(field, t))


def label(field: Field, t: Translator) -> Html:
    """What a question is called, in the title of its step and in the summary."""
    if field.text:
        return escaped(field.text.in_(t.language))
    return {
        "notice": t("Your data"),
        "name": t("First and last name"),
        "phone": t("Phone"),
        "gmina": t("Gmina"),
        "group": t("Your group"),
        "companions": t("Companions"),
        "needs": t("Special needs"),
        "needs_consent": t("Consent"),
        "remember": t("For next time"),
    }.get(field.key, escaped(field.key))


def _prompt(step: Step, field: Field, t: Translator, organisation: Organisation) -> Html:
    if field.text:
        return _own_prompt(field, t)
    match field.key:
        case "notice":
            about = step.setting.about
            signed = bold(event_title(about, t)) if isinstance(about, Event) else Html("")
            return join("\n\n", [signed, notice(t, organisation)])
        case "companions":
            return t.n(
                "How many people come with you? You may bring {n} person.",
                "How many people come with you? You may bring up to {n} people.",
                field.high or 0,
            )
        case _:
            return {
                "name": t("Write it as it should stand on the list. For instance: Anna Nowak."),
                "phone": t("We only call when something changes. For instance: 600 100 200."),
                "gmina": t("Where do you live? For instance: Skawina. The organisers count it for the grant."),
                "group": t("Which of these are you? Seats are counted for each group."),
                "needs": t(
                    "What would make it easier for you to take part? For instance: a ramp, a sign language "
                    "interpreter, a seat in front, a quiet place. You need not say why."
                ),
                "needs_consent": t(
                    "This may say something about health. May we keep it, only to prepare this event? "
                    "We delete it afterwards. Without your consent we do not keep it."
                ),
                "remember": t(
                    "May we remember name, phone and gmina? Then the next sign-up takes two taps. "
                    "You can take this back in /privacy."
                ),
            }.get(field.key, Html(""))


def _own_prompt(field: Field, t: Translator) -> Html:
    examples = {
        Kind.NUMBER: t("Write a number."),
        Kind.DATE: t("For instance: 12.05.1990."),
        Kind.EMAIL: t("For instance: anna@example.org."),
        Kind.CHOICE: t("Choose one."),
        Kind.CHOICES: t("Choose as many as you like, then press Done."),
        Kind.ORGANISATION: t("Write the name of the organisation."),
        Kind.TEXT: t("A few words are enough."),
    }
    return examples.get(field.kind, Html(""))


def notice(t: Translator, organisation: Organisation) -> Html:
    """The RODO notice in short; the whole of it stands in /privacy."""
    return t(
        "To sign you up, {name} keeps your name and what you answer here. Only the people who run the event see it. "
        "It is used for this event and for the grant report. You can see and erase everything in /privacy.",
        name=organisation.name,
    )


def _rows(step: Step, field: Field, t: Translator) -> tuple[tuple[Button, ...], ...]:
    return (*_answers(step, field, t), *_moves(step, field, t))


def _answers(step: Step, field: Field, t: Translator) -> tuple[tuple[Button, ...], ...]:
    revision = step.draft.revision
    match field.kind:
        case Kind.NOTICE:
            return ((Button(t("I understand, go on"), Pressed(revision, "ok")),),)
        case Kind.YES_NO:
            return ((Button(t("Yes"), Pressed(revision, "yes")), Button(t("No"), Pressed(revision, "no"))),)
        case Kind.CHOICE | Kind.GROUP:
            return tuple((Button(words, Pressed(revision, str(i))),) for i, words in enumerate(_options(field, t)))
        case Kind.CHOICES:
            return _several(step, field, t)
        case Kind.NUMBER if field.low is not None and field.high is not None and field.high - field.low <= 8:
            numbers = range(field.low, field.high + 1)
            return (tuple(Button(escaped(n), Pressed(revision, str(n))) for n in numbers),)
        case _ if field.offered:
            return ((Button(escaped(field.offered), Pressed(revision, "known")),),)
        case _:
            return ()


def _several(step: Step, field: Field, t: Translator) -> tuple[tuple[Button, ...], ...]:
    chosen = step.draft.answers.get(field.key)
    taken = chosen if isinstance(chosen, list) else []
    rows = [
        (Button(t("✓ {option}", option=words) if str(i) in taken else words, Pressed(step.draft.revision, str(i))),)
        for i, words in enumerate(_options(field, t))
    ]
    return (*rows, (Button(t("Done"), Pressed(step.draft.revision, "done")),))


def _options(field: Field, t: Translator) -> list[Html]:
    return [escaped(option.in_(t.language)) for option in field.options]


def _moves(step: Step, field: Field, t: Translator) -> tuple[tuple[Button, ...], ...]:
    revision = step.draft.revision
    moves = []
    if step.can_skip and field.kind is not Kind.CHOICES:
        moves.append(Button(t("I need nothing") if field.key == "needs" else t("Skip"), Skip(revision)))
    if step.number > 1 or step.draft.is_changing:
        moves.append(Button(t("Back"), Back(revision)))
    return (*([tuple(moves)] if moves else []), (Button(t("Stop"), Stop()),))


def _phone_keyboard(step: Step, field: Field, t: Translator) -> ReplyKeyboard:
    """Telegram shares a number only from a reply keyboard, so the whole step uses one."""
    first = (phone(field.offered),) if field.offered else ()
    moves = (t("Skip"), t("Back")) if step.can_skip else (t("Back"),)
    rows = ((first,) if first else ()) + (moves, (t("Stop"),))
    return ReplyKeyboard(contact=t("Send my number"), rows=rows, placeholder=t("For instance: 600 100 200"))


def _summary(step: Step, t: Translator) -> Screen:
    about = step.setting.about
    shown = visible(step.setting.fields, step.draft.answers)
    lines = [
        t("{label}: {answer}", label=label(field, t), answer=answer(field, step.draft.answers.get(field.key), t))
        for field in shown
        if field.kind is not Kind.NOTICE
    ]
    changes = [
        Button(t("Change: {label}", label=label(field, t)), ChangeAnswer(step.draft.revision, index))
        for index, field in enumerate(shown)
        if field.kind is not Kind.NOTICE
    ]
    is_new = step.draft.form == "signup"
    commit = t("Sign me up") if is_new else t("Save the changes")
    title = t("Step {number} of {total} · Check that everything is right", number=step.number, total=step.total)
    event = event_title(about, t) if isinstance(about, Event) else ""
    rows = (
        (Button(commit, Commit(step.draft.revision, step.draft.subject)),),
        *(tuple(changes[first : first + 2]) for first in range(0, len(changes), 2)),
        (Button(t("Back"), Back(step.draft.revision)), Button(t("Stop"), Stop())),
    )
    return Screen(join("\n", [bold(title), bold(event), "\n" + join("\n", lines)]), rows=rows)


def answer(field: Field, value: Value, t: Translator) -> Html:
    """An answer in words."""
    match field.kind, value:
        case _, None:
            return t("nothing") if field.key == "needs" else t("not given")
        case _, bool():
            return t("yes") if value else t("no")
        case ((Kind.CHOICE | Kind.GROUP), str()) if value.isdecimal() and int(value) < len(field.options):
            return _options(field, t)[int(value)]
        case Kind.CHOICES, list():
            options = _options(field, t)
            return join(", ", [options[int(one)] for one in value if int(one) < len(options)]) or t("none")
        case Kind.PHONE, str():
            return escaped(phone(value))
        case _:
            return escaped(value)


def stopped_screen(t: Translator, *, was_under_way: bool) -> Screen:
    """After leaving a conversation, or trying to."""
    if not was_under_way:
        return Screen(
            t("Nothing is under way. What would you like to do?"),
            rows=((Button(t("Events"), EventList()),),),
        )
    rows = ((Button(t("Go on"), Resume()), Button(t("Throw away"), Drop())), (Button(t("Events"), EventList()),))
    return Screen(t("Stopped. Your answers are kept, you can go on whenever you like."), rows=rows)


def dropped_screen(t: Translator) -> Screen:
    """After throwing a draft away."""
    return Screen(t("Thrown away. Nothing of it is kept."), rows=((Button(t("Events"), EventList()),),))


def nothing_to_resume_screen(t: Translator) -> Screen:
    """A button of a conversation that has ended."""
    return Screen(
        t("This conversation has ended. Choose what to do now."),
        rows=((Button(t("Events"), EventList()),),),
    )
