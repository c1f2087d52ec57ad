"""The editor of an event: the card as people will see it, and a button for everything that can be changed."""

from datetime import datetime

from bot.domain.access import Permission
from bot.domain.events import Event, EventState
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.event_desk import StaffEvents, entry
from bot.screens.event_values import offset, value
from bot.screens.event_words import edit_label
from bot.screens.events import EventCard, EventDesk, heading, title, unusable_line
from bot.screens.screen import Button, Row, Screen
from bot.screens.telling import telling
from bot.screens.wordings import FormWords
from bot.services.changes import Told
from bot.services.dialogs import Step
from bot.services.event_desk import Overview
from bot.services.event_editing import PREFIX, about, preview
from bot.services.event_edits import EDITS
from bot.services.event_fields import Editing
from bot.texts import Html, Translator, bold, join, shorten

MAIN = ("title", "kind", "when", "place", "seats", "description")
MORE = (
    *("pin", "link", "minimum", "companions", "approval", "organisation", "opens", "closes", "cancel", "reminders"),
    *("languages", "accessibility", "translations", "queue", "release", "unconfirmed", "shortage", "after"),
    *("not_after", "single", "code"),
)
SHOWN = 60
"""Characters of a value in the list."""


@action("Ed")
class EditEvent(Action):
    """Show the editor of an event."""

    event: int


@action("Em")
class EditMore(Action):
    """Show everything else that can be changed about an event."""

    event: int


@action("Ef")
class EditField(Action):
    """Begin to change one thing about an event."""

    event: int
    key: str


@action("Ep")
class EditParts(Action):
    """Show the groups, questions or sessions of an event."""

    event: int
    kind: str


@action("EP")
class Publish(Action):
    """Let everybody see an event and sign up."""

    event: int


@action("EW")
class Withdraw(Action):
    """Make a published event a draft again."""

    event: int


@action("EC")
class CopyEvent(Action):
    """Begin to copy an event to another date."""

    event: int


@action("Eo")
class CallOff(Action):
    """Ask whether an event shall be called off."""

    event: int


@action("Er")
class Reopen(Action):
    """Ask whether an event shall take place after all."""

    event: int


@action("Ex")
class DeleteDraft(Action):
    """Ask whether a draft shall be thrown away."""

    event: int


@action("Et")
class PostChats(Action):
    """Show the channels and groups an event can be put into."""

    event: int


def editor_screen(editing: Editing, card: Html, t: Translator, said: Html | None = None) -> Screen:
    """The editor; ``card`` is what people will see, ``said`` what has just been done."""
    event, now = editing.event, editing.now
    draft = bold(t("Draft: only the team sees it.")) if event.state is EventState.DRAFT else ""
    own = [t("Code: {code}", code=event.plan.code), _listed(event, t), unusable_line(event, t)]
    return Screen(
        join("\n\n", [said or "", join("\n", [draft, card]), join("\n", own)]),
        rows=(*_doing(event, t, now), *_changing(event, t, now), *_leaving(event, t, now)),
    )


def _listed(event: Event, t: Translator) -> Html:
    """What the card does not show."""
    plan = event.plan
    lines = [
        t("Description: {text}", text=shorten(plan.description.in_(t.language), SHOWN)) if plan.description else "",
        t("Reminders: {list}", list=join(", ", [offset(one, t) for one in plan.reminders])) if plan.reminders else "",
        t("Questions: {n}", n=len(plan.questions)) if plan.questions else "",
    ]
    return join("\n", lines)


def _doing(event: Event, t: Translator, now: datetime) -> tuple[Row, ...]:
    number = event.id
    if event.state is EventState.DRAFT:
        return ((Button(t("Publish"), Publish(number)),),)
    if event.has_ended(now):
        return ()
    if event.state is EventState.CALLED_OFF:
        return ((Button(t("Reopen"), Reopen(number)),),)
    return ((Button(t("Put into a channel"), PostChats(number)),),)


def can_be_changed(event: Event, now: datetime) -> bool:
    """Whether anything about it can still be changed."""
    return event.state is EventState.DRAFT or (event.state is EventState.OPEN and not event.has_ended(now))


def _changing(event: Event, t: Translator, now: datetime) -> tuple[Row, ...]:
    if not can_be_changed(event, now):
        return ()
    keys = [key for key in MAIN if not (key == "when" and event.sessions)]
    buttons = [
        *(Button(t("Change: {label}", label=edit_label(key, t)), EditField(event.id, key)) for key in keys),
        Button(t("Groups"), EditParts(event.id, "group")),
        Button(t("Questions"), EditParts(event.id, "question")),
        Button(t("Dates of the sessions"), EditParts(event.id, "session")),
        Button(t("Change more"), EditMore(event.id)),
    ]
    return _pairs(buttons)


def _leaving(event: Event, t: Translator, now: datetime) -> tuple[Row, ...]:
    copy = Button(t("Copy to another date"), CopyEvent(event.id))
    if event.state is EventState.DRAFT:
        leave = Button(t("Leave as a draft"), StaffEvents())
        return ((copy, Button(t("Delete the draft"), DeleteDraft(event.id))), (leave,))
    call_off = Button(t("Call off"), CallOff(event.id))
    ending = (copy, call_off) if can_be_changed(event, now) else (copy,)
    return (ending, (Button(t("For the team"), EventDesk(event.id)), Button(t("Your events"), StaffEvents())))


def _pairs(buttons: list[Button]) -> tuple[Row, ...]:
    return tuple(tuple(buttons[first : first + 2]) for first in range(0, len(buttons), 2))


def more_to_change_screen(editing: Editing, t: Translator) -> Screen:
    """Everything that is not on the first page, each with how it is now."""
    event, plan = editing.event, editing.event.plan
    keys = [key for key in MORE if _is_of_use(key, event)]
    lines = [t("{label}: {value}", label=edit_label(key, t), value=value(key, plan, t)) for key in keys]
    buttons = [Button(t("Change: {label}", label=edit_label(key, t)), EditField(event.id, key)) for key in keys]
    rows = (*_pairs(buttons), (Button(t("Back"), EditEvent(event.id)),))
    return Screen(join("\n", [bold(title(event, t)), *lines]), rows=rows)


def _is_of_use(key: str, event: Event) -> bool:
    is_draft = event.state is EventState.DRAFT
    return {"code": is_draft, "single": bool(event.sessions), "release": bool(event.groups)}.get(key, True)


def saved_line(told: Told, t: Translator) -> Html:
    """That a change is kept, and how many people hear of it."""
    people = t.n("Saved. {n} person will be told.", "Saved. {n} people will be told.", told.people)
    return telling(told, people, t) if told.people else join("\n", [t("Saved."), telling(told, Html(""), t)])


def _summary(step: Step, t: Translator) -> Html:
    """What was and what will be, and how many people are told."""
    before, after = preview(step)
    editing = about(step.setting)
    people = t.n(
        "{n} person has signed up and will be told at once, with a new calendar file. "
        "After a new date the bot asks whether they can still come.",
        "{n} people have signed up and will be told at once, with a new calendar file. "
        "After a new date the bot asks whether they can still come.",
        editing.told().people,
    )
    was = join("\n", [t("So far:"), heading(before, t, editing.now)])
    will_be = join("\n", [t("From now on:"), heading(after, t, editing.now)])
    return join("\n\n", [was, will_be, telling(editing.told(), people, t)])


def _way_out(step: Step, t: Translator) -> Button:
    return Button(t("Leave it as it is"), EditEvent(step.draft.subject))


for _key in EDITS:
    wordings.form(PREFIX + _key, FormWords(lambda t: t("Save and tell everybody"), _summary, _way_out))


@entry(Permission.MANAGE_EVENTS)
def _desk_button(overview: Overview, t: Translator) -> Button:
    return Button(t("Edit the event"), EditEvent(overview.event.id))


def card_button(event: Event, t: Translator) -> Button:
    """To the card as everybody sees it."""
    return Button(t("About the event"), EventCard(event.id))
