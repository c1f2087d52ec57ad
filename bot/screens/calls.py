"""The call list: who, about what, why no message did it, and what to say."""

from datetime import datetime

from bot.domain.calls import Call
from bot.domain.inbox import QuestionAnswered
from bot.domain.notices import Notice
from bot.domain.placements import Letter
from bot.domain.refusals import CallGone
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.call_gists import gist
from bot.screens.desk import entry
from bot.screens.events import EventCard, heading, title
from bot.screens.pages import page_title, turning
from bot.screens.phones import phone
from bot.screens.screen import Button, Screen
from bot.screens.start import desk_button
from bot.screens.wordings import FieldWords, FormWords, RefusalWords
from bot.services.calls import CallPage
from bot.services.dialogs import Step
from bot.texts import Html, Translator, bold, escaped, join, shorten


@action("cll")
class CallList(Action):
    """Show whom to call (``which`` is open), or who was called (done); pages count from 0."""

    which: str = "open"
    page: int = 0


@action("cls")
class ShowCall(Action):
    """Show one entry."""

    call: int


@action("cld")
class Called(Action):
    """The person was called."""

    call: int


@action("clu")
class NotCalled(Action):
    """They were not, after all."""

    call: int


@action("cln")
class NoteCall(Action):
    """Begin to write a note."""

    call: int


@entry("calls")
def calls_button(t: Translator) -> Button:
    """The way in from the desk."""
    return Button(t("Call list"), CallList())


def calls_screen(page: CallPage, t: Translator) -> Screen:
    """The list, a button an entry."""
    head = t("Whom to call") if page.is_open else t("Calls that are done")
    head = page_title(head, page.page, page.pages, t)
    nothing = t("Nobody. Whoever a message of the bot does not reach comes here.")
    entries = [_entry(number, call, t) for number, call in enumerate(page.calls, 1)]
    rows = [
        (Button(f"{number}. {shorten(call.name, 40)}", ShowCall(call.id)),) for number, call in enumerate(page.calls, 1)
    ]
    which = "open" if page.is_open else "done"
    turns = turning(page.page, page.pages, lambda number: CallList(which, number), back=t("Earlier"), on=t("Later"))
    other = (
        Button(t("Done: {n}", n=page.others), CallList("done"))
        if page.is_open
        else Button(t("To call: {n}", n=page.others), CallList())
    )
    text = join("\n\n", [bold(head), *(entries or [nothing])])
    return Screen(text, rows=(*rows, *turns, (other, desk_button(t))))


def _entry(number: int, call: Call, t: Translator) -> Html:
    first = Html(f"{number}. {bold(call.name)}, {_phone(call, t)}")
    about = escaped(title(call.event, t)) if call.event else Html("")
    return join("\n", [first, join(" · ", [about, gist(call.notice, t)])])


def call_screen(call: Call, t: Translator, now: datetime) -> Screen:
    """One entry: whom to call, what to say, why."""
    lines = [
        bold(call.name),
        _phone(call, t),
        "",
        t("What they have not heard: {message}.", message=gist(call.notice, t)),
        heading(call.event, t, now) if call.event else "",
        escaped(_words_of(call.notice)),
        "",
        _reason(call, t, now),
        t("Note: {note}", note=call.note) if call.note else "",
        _done(call, t, now),
    ]
    undo, done = Button(t("Undo: not called"), NotCalled(call.id)), Button(t("Called ✓"), Called(call.id))
    mark = undo if call.called_at else done
    about = (Button(t("About the event"), EventCard(call.event.id)),) if call.event else ()
    rows = ((mark, Button(t("Write a note"), NoteCall(call.id))), about, (Button(t("To the call list"), CallList()),))
    return Screen("\n".join(_kept(lines)), rows=tuple(row for row in rows if row))


def _kept(lines: list[str]) -> list[str]:
    """The lines without those that say nothing, one empty line between paragraphs."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept


def _phone(call: Call, t: Translator) -> Html:
    return escaped(phone(call.phone)) if call.phone else t("no phone number")


def _reason(call: Call, t: Translator, now: datetime) -> Html:
    day = t.day(call.created_at, t.local(now).date())
    if call.reason == "phone":
        return t("This person has no Telegram.")
    if call.reason == "blocked":
        return t("Blocked the bot, or has no Telegram any more ({day}).", day=day)
    return t("Telegram did not take the message ({day}).", day=day)


def _done(call: Call, t: Translator, now: datetime) -> Html:
    if call.called_at is None:
        return Html("")
    day = t.day(call.called_at, t.local(now).date())
    return t("Called: {name}, {day}, {time}.", name=call.caller, day=day, time=t.clock(call.called_at))


def _words_of(notice: Notice) -> str:
    """What somebody wrote to the person, to be read out; nothing for what the bot says by itself."""
    match notice:
        case QuestionAnswered(answer=words) | Letter(text=words):
            return words
        case _:
            return ""


def _summary(step: Step, _t: Translator) -> Html:
    return join("\n\n", ["", escaped(str(step.draft.answers["call_note"]))])


def _prompt(step: Step, t: Translator) -> Html:
    who = bold(step.setting.about.name) if isinstance(step.setting.about, Call) else Html("")
    example = t("For instance: call again after five. The person can see the note on request.")
    return join("\n", [who, example])


wordings.field("call_note", FieldWords(lambda t: t("Note"), _prompt))
wordings.form("call_note", FormWords(lambda t: t("Save the note"), _summary))
wordings.refusal(
    CallGone,
    RefusalWords(
        lambda _, t: t("This entry is not on the call list any more."),
        lambda _, t: Button(t("To the call list"), CallList()),
    ),
)
