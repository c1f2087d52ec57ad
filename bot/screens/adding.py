"""Signing people up by hand: what was understood of each line, who is new, and what became of them."""

from datetime import datetime

from bot.domain.access import Permission
from bot.domain.events import Event, EventState
from bot.domain.forms import Field
from bot.domain.signups import State
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.desk import entry as on_desk
from bot.screens.dialogs import Stop
from bot.screens.event_desk import EventsFor, entry, purpose
from bot.screens.events import heading, title
from bot.screens.list_filters import People
from bot.screens.lists import state_name
from bot.screens.phones import phone
from bot.screens.screen import Button, Screen
from bot.screens.wordings import FieldWords, FormWords
from bot.services.adding import ADDING, FIXED, GROUP, LINES, SAME, TOLD, Added, Adding, Line
from bot.services.dialogs import Step
from bot.services.event_desk import Overview
from bot.services.typed_people import MOST, Typed
from bot.texts import Html, Translator, bold, escaped, join, shorten

SHOWN = 15
"""Lines that are shown one by one."""
FEW = 8
"""Lines that cannot be read, and names in a row, that are shown."""


@action("adp")
class AddPeople(Action):
    """Begin to sign people up by hand."""

    event: int


@action("adu")
class UndoAdding(Action):
    """Take everybody back who was added at a moment, in seconds since 1970."""

    event: int
    number: int


purpose("add", lambda t: t("Which event shall people be signed up for?"), AddPeople)


@on_desk("add")
def add_button(t: Translator) -> Button:
    """The way in from the desk."""
    return Button(t("Sign people up"), EventsFor("add"))


@entry(Permission.MANAGE_SIGNUPS)
def _on_event_desk(overview: Overview, t: Translator) -> Button | None:
    if overview.event.state is not EventState.OPEN:
        return None
    return Button(t("Sign people up"), AddPeople(overview.event.id))


def added_screen(done: Added, t: Translator, now: datetime) -> Screen:
    """Who got a seat, who waits, who was there before, and the way back."""
    by_state = {state: [one for one in done.entered if one.state is state] for state in State}
    lines = [
        bold(t.n("Signed up: {n} person.", "Signed up: {n} people.", len(done.entered))),
        *(_named(state_name(state, t), [one.details.name for one in found]) for state, found in by_state.items()),
        _named(t("On the list already"), done.already),
        _named(t("The waiting list is full, so they are not on it"), done.without_room),
        _named(t("Left out, because I could not read it"), [one.line for one in done.unread]),
        t("They are on the call list whenever the bot would write to them.") if done.entered else "",
    ]
    event = done.event.id
    undo = ((Button(t("Undo"), UndoAdding(event, int(done.at.timestamp()))),),) if done.entered else ()
    more = (Button(t("Sign up more"), AddPeople(event)), Button(t("To the list"), People(event)))
    return Screen(join("\n\n", [join("\n", lines), heading(done.event, t, now)]), rows=(*undo, more))


def removed_screen(event: Event, count: int, t: Translator) -> Screen:
    """After taking them back."""
    words = t.n("Undone: {n} person is off the list.", "Undone: {n} people are off the list.", count)
    ways = (Button(t("Sign people up"), AddPeople(event.id)), Button(t("To the list"), People(event.id)))
    return Screen(words, rows=(ways,))


def file_unread_screen(t: Translator) -> Screen:
    """A file that is no table of people."""
    text = t(
        "I could not read this file. Send a spreadsheet (XLSX or CSV, up to 1 MB) with the columns name, phone, "
        "gmina, organisation, e-mail; or write the people as text, a line each."
    )
    return Screen(text, rows=((Button(t("Stop"), Stop()),),))


def _named(words: Html, names: list[str] | tuple[str, ...]) -> Html:
    if not names:
        return Html("")
    shown = ", ".join(shorten(name, 40) for name in names[:FEW])
    more = f" (+{len(names) - FEW})" if len(names) > FEW else ""
    return Html(f"{words}: {escaped(shown)}{more}")


def _about(step: Step) -> Adding:
    about = step.setting.about
    if not isinstance(about, Adding):
        raise TypeError(f"adding people is about {about!r}")
    return about


def problem_words(typed: Typed, t: Translator) -> Html:
    """What is wrong with a line."""
    unread = shorten(typed.unread, 40)
    why = {
        "no_name": t("first and last name are missing"),
        "half_name": t("the first or the last name is missing"),
        "name": t("“{words}” is no first and last name", words=unread),
        "phone": t("“{words}” is no phone number: nine digits are needed", words=unread),
        "email": t("this is no e-mail address"),
        "gmina": t("the gmina is not readable"),
        "organisation": t("the organisation is not readable"),
    }[typed.problem]
    return Html(f"<code>{escaped(shorten(typed.line, 80))}</code>: {why}")


def line_words(number: int, typed: Typed, t: Translator, *, asks_email: bool = True) -> Html:
    """What was understood of one line."""
    facts = [
        escaped(phone(typed.phone)) if typed.phone else "",
        t("gmina {name}", name=shorten(typed.gmina, 30)) if typed.gmina else "",
        escaped(shorten(typed.organisation, 40)),
        escaped(shorten(typed.email, 40)) if asks_email else "",
    ]
    return join(" · ", [Html(f"{number}. {bold(shorten(typed.name, 40))}"), *facts])


def _summary(step: Step, t: Translator) -> Html:
    about = _about(step)
    lines = []
    for number, line in enumerate(about.lines[:SHOWN], start=1):
        who = t("new") if line.person(step.draft.answers) is None else t("known already")
        lines.append(join(" · ", [line_words(number, line.typed, t, asks_email=about.asks_email), who]))
    more = len(about.lines) - SHOWN
    lost = any(line.typed.email for line in about.lines) and not about.asks_email
    blocks = [
        bold(title(about.event, t)),
        join("\n", lines),
        t.n("and {n} person more", "and {n} people more", more) if more > 0 else "",
        _unread(about, t),
        t("The event does not ask for e-mail addresses, so they are not kept.") if lost else "",
        "" if about.lines else t("There is nobody to sign up. Change the lines."),
    ]
    return join("\n\n", blocks)


def _unread(about: Adding, t: Translator) -> Html:
    if not about.unread:
        return Html("")
    return join("\n", [bold(t("Left out:")), *(problem_words(one, t) for one in about.unread[:FEW])])


def _lines_prompt(step: Step, t: Translator) -> Html:
    words = t(
        "Who called or wrote? A line for each person: name, number, gmina, organisation. Only first and last name are "
        "needed.\n\n"
        "Jan Kowalski, 600 100 200, Piastów\nAnna Nowak, KGW Rybie\n\n"
        "A contact from your phone or a spreadsheet (XLSX, CSV) will do, too; up to {most} people at once.",
        most=MOST,
    )
    return join("\n\n", [bold(title(_about(step).event, t)), words])


def _fixed_prompt(step: Step, t: Translator) -> Html:
    about = _about(step)
    head = t.n(
        "I understood the rest, but not {n} line. Write it once more, or skip it:",
        "I understood the rest, but not {n} lines. Write them once more, or skip them:",
        len(about.unread),
    )
    return join("\n", [head, *(problem_words(one, t) for one in about.unread[:FEW])])


def _same(step: Step) -> Line | None:
    return next((line for line in _about(step).lines if step.field and line.key == step.field.key), None)


def _same_prompt(step: Step, t: Translator) -> Html:
    line = _same(step)
    if line is None:
        return Html("")
    known = [
        join(" · ", [bold(one.name), escaped(phone(one.phone)) if one.phone else t("no number"), escaped(one.gmina)])
        for one in line.candidates
    ]
    asked = t("Somebody of this name or number is known already. Is it the same person?")
    return join("\n\n", [line_words(1, line.typed, t)[3:], asked, join("\n", known)])


def _same_options(field: Field, t: Translator) -> list[Html]:
    names = [shorten(option.in_(t.language), 40) for option in field.options[:-1]]
    return [*(t("The same person: {name}", name=name) for name in names), t("Somebody new")]


wordings.field(LINES, FieldWords(lambda t: t("People"), _lines_prompt))
wordings.field(FIXED, FieldWords(lambda t: t("Corrections"), _fixed_prompt))
wordings.field(SAME, FieldWords(lambda t: t("Who is it"), _same_prompt, _same_options))
wordings.field(
    GROUP,
    FieldWords(lambda t: t("Group"), lambda _, t: t("In which group shall they be? Seats are counted for each group.")),
)
wordings.field(
    TOLD,
    FieldWords(
        lambda t: t("Their data"),
        lambda _, t: t(
            "Have these people been told who keeps their data, what for, and that they can have them erased? "
            "Your answer is kept in the log."
        ),
        lambda _, t: [t("Yes, they know")],
    ),
)
wordings.form(ADDING, FormWords(lambda t: t("Sign them up"), _summary))
