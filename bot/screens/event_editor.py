"""The editor of an event: the card as people will see it, and a button for everything that can be changed."""

from datetime import datetime

from bot.domain.access import Permission
from bot.domain.events import Event, EventState, Plan
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.event_cards import kind_name
from bot.screens.event_desk import StaffEvents, entry
from bot.screens.event_values import language, moment, offset
from bot.screens.event_words import edit_label
from bot.screens.events import EventCard, EventDesk, heading, title
from bot.screens.prompts import shorten
from bot.screens.screen import Button, Screen
from bot.screens.wordings import FormWords
from bot.services.dialogs import Step
from bot.services.event_desk import Overview
from bot.services.event_editing import PREFIX, about, preview
from bot.services.event_edits import EDITS
from bot.services.event_fields import Editing
from bot.texts import Html, Translator, bold, escaped, join

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
    lines = [
        said or Html(""),
        bold(t("Draft: only the team sees it.")) if event.state is EventState.DRAFT else Html(""),
        card,
        Html(""),
        t("Code: {code}", code=event.plan.code),
        _listed(event, t),
    ]
    return Screen(
        join("\n", [one for one in lines if one]),
        rows=(*_doing(event, t, now), *_changing(event, t, now), *_leaving(event, t)),
    )


def _listed(event: Event, t: Translator) -> Html:
    """What the card does not show."""
    plan = event.plan
    lines = [
        t("Description: {text}", text=shorten(plan.description.in_(t.language), SHOWN)) if plan.description else "",
        t("Reminders: {list}", list=join(", ", [offset(one, t) for one in plan.reminders])) if plan.reminders else "",
        t("Questions: {n}", n=len(plan.questions)) if plan.questions else "",
    ]
    return join("\n", [one for one in lines if one])


def _doing(event: Event, t: Translator, now: datetime) -> tuple[tuple[Button, ...], ...]:
    number = event.id
    if event.state is EventState.DRAFT:
        return ((Button(t("Publish"), Publish(number)),),)
    if event.has_ended(now):
        return ()
    if event.state is EventState.CALLED_OFF:
        return ((Button(t("Reopen"), Reopen(number)),),)
    return ((Button(t("Put into a channel"), PostChats(number)), Button(t("Call off"), CallOff(number))),)


def can_be_changed(event: Event, now: datetime) -> bool:
    """Whether anything about it can still be changed."""
    return event.state is EventState.DRAFT or (event.state is EventState.OPEN and not event.has_ended(now))


def _changing(event: Event, t: Translator, now: datetime) -> tuple[tuple[Button, ...], ...]:
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


def _leaving(event: Event, t: Translator) -> tuple[tuple[Button, ...], ...]:
    copy = Button(t("Copy to another date"), CopyEvent(event.id))
    if event.state is EventState.DRAFT:
        leave = Button(t("Leave as a draft"), StaffEvents())
        return ((copy, Button(t("Delete the draft"), DeleteDraft(event.id))), (leave,))
    return ((copy, Button(t("For the team"), EventDesk(event.id))), (Button(t("Your events"), StaffEvents()),))


def _pairs(buttons: list[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[first : first + 2]) for first in range(0, len(buttons), 2))


def more_to_change_screen(editing: Editing, t: Translator) -> Screen:
    """Everything that is not on the first page, each with how it is now."""
    event, plan = editing.event, editing.event.plan
    keys = [key for key in MORE if _is_of_use(key, event)]
    lines = [t("{label}: {value}", label=edit_label(key, t), value=_value(key, plan, t)) for key in keys]
    buttons = [Button(t("Change: {label}", label=edit_label(key, t)), EditField(event.id, key)) for key in keys]
    rows = (*_pairs(buttons), (Button(t("Back"), EditEvent(event.id)),))
    return Screen(join("\n", [bold(title(event, t)), *lines]), rows=rows)


def _is_of_use(key: str, event: Event) -> bool:
    is_draft = event.state is EventState.DRAFT
    return {"code": is_draft, "single": bool(event.sessions), "release": bool(event.groups)}.get(key, True)


def _value(key: str, plan: Plan, t: Translator) -> Html:
    at = {
        "opens": plan.opens_at,
        "closes": plan.closes_at,
        "cancel": plan.cancel_until,
        "release": plan.release_groups_at,
    }
    if key in at:
        when = at[key]
        return moment(t.local(when).replace(tzinfo=None).isoformat(), t) if when else t("No date")
    counted = {"minimum": plan.minimum, "companions": plan.companions, "queue": plan.queue_limit}
    if key in counted:
        return escaped(counted[key]) if counted[key] is not None else t("No limit")
    return _value_in_words(key, plan, t)


def _value_in_words(key: str, plan: Plan, t: Translator) -> Html:
    none = t("none")
    pin = f"{plan.latitude}, {plan.longitude}" if plan.latitude is not None else ""
    texts = {"pin": pin, "link": plan.online_link, "after": plan.after_event, "not_after": plan.not_after_event}
    if key in {**texts, "code": ""}:
        return escaped(shorten(texts.get(key, plan.code), SHOWN)) or none
    words = {
        "approval": _yes_no(plan.approval, t),
        "organisation": _yes_no(plan.asks_organisation, t),
        "single": _yes_no(plan.has_single_sessions, t),
        "reminders": join(", ", [offset(one, t) for one in plan.reminders]) or none,
        "languages": join(", ", [language(one, t) for one in plan.languages]),
        "accessibility": escaped(shorten(plan.accessibility.in_(t.language), SHOWN)) if plan.accessibility else none,
        "translations": join(", ", [language(one, t) for one in plan.title.texts if one != "pl"]) or none,
        "unconfirmed": offset(plan.release_unconfirmed, t) or none,
        "shortage": offset(plan.shortage_notice, t) or none,
    }
    return words.get(key, kind_name(plan.kind, t))


def _yes_no(value: bool, t: Translator) -> Html:
    return t("yes") if value else t("no")


def saved_line(told: int, t: Translator) -> Html:
    """That a change is kept, and how many people hear of it."""
    if not told:
        return t("Saved.")
    return t.n("Saved. {n} person will be told.", "Saved. {n} people will be told.", told)


def _summary(step: Step, t: Translator) -> Html:
    """What was and what will be, and how many people are told."""
    before, after = preview(step)
    editing = about(step.setting)
    people = t.n(
        "{n} person has signed up and will be told at once, with a new calendar file. "
        "After a new date the bot asks whether they can still come.",
        "{n} people have signed up and will be told at once, with a new calendar file. "
        "After a new date the bot asks whether they can still come.",
        editing.people,
    )
    return join(
        "\n",
        [
            t("So far:"),
            heading(before, t, editing.now),
            "",
            t("From now on:"),
            heading(after, t, editing.now),
            "",
            people,
        ],
    )


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
