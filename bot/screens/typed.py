"""Words typed in place of a button: what the button would do."""

from bot.domain.forms import Kind
from bot.screens.actions import Action
from bot.screens.dialogs import Back, Commit, Pressed, Skip, buttons
from bot.screens.screen import Button
from bot.screens.start import main_rows
from bot.services import spoken
from bot.services.dialogs import Step
from bot.services.spoken import Wish
from bot.texts import Translator, plain

BEGINNING = 4
"""Letters of a label that are enough when no other button has them."""
FREE = frozenset({Kind.TEXT, Kind.OWN})
"""Kinds whose answer may be any words, also the name of a command."""


def meant(step: Step, words: str, t: Translator) -> Action | None:
    """The button that somebody named instead of pressing it; None when the words may be an answer."""
    return _named(step, words, t) or _wished(step, words, t) or _elsewhere(step, words, t)


def _named(step: Step, words: str, t: Translator) -> Action | None:
    """A button of this step: by its whole label, or where no words are asked for by some of it."""
    there = [button for button in buttons(step, t) if not _is_read(step, button)]
    labels = [spoken.said(plain(button.label)) for button in there]
    found = spoken.chosen(words, [frozenset({label}) for label in labels])
    if found is None:
        return None
    label, said, action = labels[found], spoken.said(words), there[found].action
    asks_for_words = step.field is not None and step.field.kind not in {Kind.NOTICE, Kind.CHOICE, Kind.GROUP}
    if label != said and (asks_for_words or len(said) < BEGINNING):
        return None
    return action if label.startswith(said) or not isinstance(action, Commit) else None


def _is_read(step: Step, button: Button) -> bool:
    """Whether these words are read as an answer, which may mean more: a known name asks back, marks add up."""
    if not isinstance(button.action, Pressed):
        return False
    is_several = step.field is not None and step.field.kind is Kind.CHOICES
    return button.action.value == "known" or (is_several and button.action.value != "done")


def _wished(step: Step, words: str, t: Translator) -> Action | None:
    """A move in other words than the label's; at the summary a plain yes is enough."""
    revision = step.draft.revision
    if step.field is None and spoken.is_yes(words):
        return next(one.action for one in buttons(step, t) if isinstance(one.action, Commit))
    match spoken.wish(words):
        case Wish.STOP:
            return buttons(step, t)[-1].action
        case Wish.BACK:
            return Back(revision) if step.field else buttons(step, t)[-2].action
        case Wish.SKIP if step.field and step.field.kind is Kind.CHOICES:
            return Pressed(revision, "done")
        case Wish.SKIP if step.field and step.field.kind is not Kind.NOTICE:
            return Skip(revision)
        case _:
            return None


def _elsewhere(step: Step, words: str, t: Translator) -> Action | None:
    """One of the main buttons, which lead there from everywhere."""
    if step.field and step.field.kind in FREE:
        return None
    mains = [button for row in main_rows(t) for button in row]
    return next((one.action for one in mains if spoken.said(plain(one.label)) == spoken.said(words)), None)
