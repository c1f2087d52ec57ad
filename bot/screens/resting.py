"""Conversations that were left: for later, for good, or behind by an old button."""

from dataclasses import replace

from bot.domain.events import Event
from bot.domain.forms import Draft
from bot.screens.dialogs import Drop, keyboard_gone_screen
from bot.screens.events import EventList
from bot.screens.events import title as event_title
from bot.screens.screen import Button, Row, Screen
from bot.screens.signups import Resume
from bot.services.dialogs import Step
from bot.services.enrolments import CORRECTION
from bot.texts import Html, Translator, join


def stopped_screen(t: Translator, left: Draft | None) -> Screen:
    """After leaving a conversation, or trying to."""
    if left is None:
        return Screen(
            t("Nothing is under way. What would you like to do?"),
            rows=((Button(t("Events"), EventList()),),),
        )
    return Screen(_stopped(left, t), rows=_resting_rows(left, t))


def _stopped(left: Draft, t: Translator) -> Html:
    if left.form == CORRECTION.name:
        return t("Stopped. Nothing has changed, your sign-up stays as it is. You can go on whenever you like.")
    return t("Stopped. Your answers are kept, you can go on whenever you like.")


def _resting_rows(draft: Draft, t: Translator) -> tuple[Row, ...]:
    is_change = draft.form == CORRECTION.name
    leave = Button(t("Leave it as it was") if is_change else t("Throw away"), Drop(draft.revision))
    return ((Button(t("Go on"), Resume()), leave), (Button(t("Events"), EventList()),))


def resting_screen(step: Step, t: Translator) -> Screen:
    """Below the answer to words that came long after the last step: whether to go on with that."""
    about = step.setting.about
    if not isinstance(about, Event):
        words = t("Something you began is not finished yet. Go on with it?")
    elif step.draft.form == CORRECTION.name:
        words = t("You began to change your answers for “{title}”. Go on with it?", title=event_title(about, t))
    else:
        words = t("Your sign-up for “{title}” is not finished yet. Go on with it?", title=event_title(about, t))
    before = keyboard_gone_screen(t, None) if step.has_left_keyboard else None
    return Screen(words, rows=_resting_rows(step.draft, t), before=before)


def unchanged_screen(place: Screen, t: Translator) -> Screen:
    """After leaving a change: the place as it was before."""
    return replace(place, text=join("\n\n", [t("Nothing has changed."), place.text]))


def behind_us_screen(t: Translator) -> Screen:
    """In place of an old step whose button was pressed; the present one follows."""
    return Screen(t("This step is behind us. We are here now:"))


def dropped_screen(t: Translator) -> Screen:
    """After throwing a draft away."""
    return Screen(t("Thrown away. Nothing of it is kept."), rows=((Button(t("Events"), EventList()),),))


def nothing_to_resume_screen(t: Translator) -> Screen:
    """A button of a conversation that has ended."""
    return Screen(
        t("This conversation has ended. Choose what to do now."),
        rows=((Button(t("Events"), EventList()),),),
    )
