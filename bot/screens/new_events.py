"""Making events: which project, from scratch or after an earlier one, and every turn in an event's life."""

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.events import Event
from bot.domain.refusals import EventUnfit, PeopleInIt
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.desk import entry, label
from bot.screens.event_desk import EventsFor, StaffEvents, purpose
from bot.screens.event_editor import (
    CopyEvent,
    EditEvent,
    PostChats,
    Withdraw,
    card_button,
)
from bot.screens.events import heading, title
from bot.screens.pages import turning
from bot.screens.screen import Button, Screen
from bot.screens.sharing import share_button
from bot.screens.start import Desk
from bot.screens.telling import telling
from bot.screens.wordings import FormWords, RefusalWords
from bot.services.changes import Told
from bot.services.dialogs import Step
from bot.services.event_desk import Mine
from bot.services.event_fields import Editing
from bot.texts import Html, Translator, bold, join


@action("En")
class NewEvents(Action):
    """Begin a new event: choose the project, or an earlier event to go by."""


@action("Ee")
class NewEvent(Action):
    """Begin to describe a new event of a project."""

    project: str


@action("Eb")
class NewAfter(Action):
    """Show the events a new one can be made after; pages count from 0."""

    page: int = 0


@action("EO")
class CallOffNow(Action):
    """Call an event off."""

    event: int


@action("ER")
class ReopenNow(Action):
    """Let an event take place after all."""

    event: int


@action("EX")
class DeleteNow(Action):
    """Throw a draft away."""

    event: int


@entry("newevent")
def _desk_button(t: Translator) -> Button:
    return Button(t("New event"), NewEvents())


purpose("edit", lambda t: t("Which event shall be changed?"), EditEvent)


@entry("edit")
def _edit_button(t: Translator) -> Button:
    return Button(t("Edit an event"), EventsFor("edit"))


def new_events_screen(projects: Mapping[str, str], t: Translator) -> Screen:
    """The projects the reader may make events for, by slug, and the way by an earlier event."""
    rows = [(Button(label(name), NewEvent(slug)),) for slug, name in projects.items()]
    again = Button(t("After an earlier one"), NewAfter())
    text = join(
        "\n",
        [
            bold(t("New event")),
            t("Which project is it for? A few questions follow. Everything can be changed before anybody sees it."),
        ],
    )
    return Screen(text, rows=(*rows, (again,), (Button(t("Back"), Desk()),)))


def earlier_screen(mine: Mine, t: Translator) -> Screen:
    """The events a new one can be made after."""
    if not mine.events:
        text = t("There is no earlier event yet. Begin with a new one.")
        return Screen(text, rows=((Button(t("New event"), NewEvents()), Button(t("Back"), Desk())),))
    rows = [
        (Button(label(f"{event.plan.title.in_(t.language)}, {t.date(event.plan.starts_at)}"), CopyEvent(event.id)),)
        for event, _ in mine.events
    ]
    turns = turning(mine.page, mine.pages, NewAfter, back=t("Previous"), on=t("Next"))
    text = t(
        "Which one shall the new event be like? Only the date is asked; everything else is kept and can be changed."
    )
    return Screen(text, rows=(*rows, *turns, (Button(t("Back"), NewEvents()),)))


def made_line(t: Translator) -> Html:
    """Over the editor of an event that has just been made."""
    return t("Here is the draft, as people will see it. Change what you like, then publish it.")


def published_screen(editing: Editing, link: str, t: Translator) -> Screen:
    """After publishing; ``link`` opens the event's card."""
    event = editing.event
    lines = [t("Published. People can sign up now."), heading(event, t, editing.now), t("Link: {link}", link=link)]
    rows = (
        (card_button(event, t), share_button(event, link, t, editing.now)),
        (Button(t("Put into a channel"), PostChats(event.id)), Button(t("Undo"), Withdraw(event.id))),
        (Button(t("Edit the event"), EditEvent(event.id)), Button(t("Your events"), StaffEvents())),
    )
    return Screen(join("\n\n", lines), rows=rows)


def call_off_screen(editing: Editing, t: Translator) -> Screen:
    """Before calling off: how many people hear of it."""
    event = editing.event
    told = editing.turned
    people = telling(told, t.n("{n} person will be told at once.", "{n} people will be told at once.", told.people), t)
    text = join("\n\n", [t("Call this event off?"), heading(event, t, editing.now), people])
    yes = Button(t("Call off and tell everybody"), CallOffNow(event.id))
    return Screen(text, rows=((yes,), (Button(t("Back"), EditEvent(event.id)),)))


def called_off_line(told: Told, t: Translator) -> Html:
    """After calling off."""
    people = t.n("Called off. {n} person will be told.", "Called off. {n} people will be told.", told.people)
    return join("\n", [bold(people), telling(replace(told, people=0), Html(""), t)])


def reopen_screen(editing: Editing, t: Translator) -> Screen:
    """Before reopening: how many people are asked whether they still come."""
    event, told = editing.event, editing.turned
    people = t.n(
        "{n} person keeps the place and is asked whether they still come.",
        "{n} people keep their places and are asked whether they still come.",
        told.people,
    )
    people = telling(told, people, t)
    text = join("\n\n", [t("Shall this event take place after all?"), heading(event, t, editing.now), people])
    yes = Button(t("Reopen and tell everybody"), ReopenNow(event.id))
    return Screen(text, rows=((yes,), (Button(t("Back"), EditEvent(event.id)),)))


def reopened_line(told: Told, t: Translator) -> Html:
    """After reopening."""
    people = t.n("It takes place. {n} person will be told.", "It takes place. {n} people will be told.", told.people)
    return join("\n", [bold(people), telling(replace(told, people=0), Html(""), t)])


def delete_screen(editing: Editing, t: Translator) -> Screen:
    """Before throwing a draft away."""
    event = editing.event
    text = join("\n", [t("Throw this draft away? Nobody has seen it."), bold(title(event, t))])
    yes = Button(t("Delete the draft"), DeleteNow(event.id))
    return Screen(text, rows=((yes,), (Button(t("Back"), EditEvent(event.id)),)))


def deleted_screen(event: Event, t: Translator) -> Screen:
    """After throwing a draft away."""
    text = t("Deleted: {title}.", title=title(event, t))
    return Screen(text, rows=((Button(t("New event"), NewEvents()), Button(t("Your events"), StaffEvents())),))


def _nothing(_step: Step, _t: Translator) -> Html:
    return Html("")


def _unfit(refusal: EventUnfit, t: Translator) -> Html:
    key = refusal.key
    words = {
        "minimum": t("The minimum is more than the seats. Change one of them."),
        "ends": t("It would end before it begins. Change the date or the end."),
        "starts": t("This date is over. Change the date first, then publish."),
        "opens": t("Sign-up would open after the end of the event. Choose an earlier moment."),
        "closes": t("Sign-up would close before it opens, or after the end. Choose another moment."),
        "code": t("This code belongs to another event, or people have it already. Choose another one."),
        "after": t("There is no event with this code. See the codes in the list of events."),
        "single_sessions": t("This event has no sessions yet. Add their dates first."),
        "questions": t("A question goes on from one that is not there, or has too few choices. Look at the questions."),
    }
    return words.get(key, t("This does not go together with the rest: {key}. It was not saved.", key=key))


def _to_the_event(refusal: EventUnfit | PeopleInIt, t: Translator) -> Button:
    event = refusal.event
    return Button(t("Edit the event"), EditEvent(event)) if event else Button(t("New event"), NewEvents())


def _people_in_it(refusal: PeopleInIt, t: Translator) -> Html:
    return t.n(
        "{n} person has signed up, so it cannot go away. You can move it or call it off.",
        "{n} people have signed up, so it cannot go away. You can move it or call it off.",
        refusal.people,
    )


wordings.form("new_event", FormWords(lambda t: t("Save"), _nothing))
wordings.form(
    "copy_event",
    FormWords(lambda t: t("Save"), _nothing, lambda step, t: Button(t("Back"), EditEvent(step.draft.subject))),
)
wordings.refusal(EventUnfit, RefusalWords(_unfit, _to_the_event))
wordings.refusal(PeopleInIt, RefusalWords(_people_in_it, _to_the_event))
