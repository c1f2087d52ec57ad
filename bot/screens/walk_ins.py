"""Who just comes: names written down at the door, heads counted."""

from datetime import datetime

from bot.domain.events import Event
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.attendance import CheckIn, WriteNames, occasion
from bot.screens.events import title
from bot.screens.screen import Button, Screen
from bot.screens.wordings import FieldWords, FormWords
from bot.services.dialogs import Step
from bot.services.walk_ins import HEADS, NAMES, HeadCount, WalkIns, read_names
from bot.texts import Html, Translator, bold, escaped, join, shorten


@action("atr")
class RemoveWalkIn(Action):
    """Take somebody back who was written down at the door."""

    signup: int


@action("atc")
class SetHeads(Action):
    """Put the number of people without a name to ``count``."""

    event: int
    session: int
    count: int


UNDOABLE = 8
"""Names with a button of their own to take them back."""


def walk_ins_screen(done: WalkIns, t: Translator, now: datetime) -> Screen:
    """Who is on the list now."""
    session = done.session.id if done.session else 0
    lines = [
        t.n("Written down and present: {n} person.", "Written down and present: {n} people.", len(done.added)),
        join("\n", [escaped(one.details.name) for one in done.added]),
        join("\n", [t("On the list already, noted as present:"), *(escaped(one.details.name) for one in done.found)])
        if done.found
        else "",
        t("These are no names: {words}.", words=", ".join(shorten(word, 30) for word in done.skipped[:10]))
        if done.skipped
        else "",
    ]
    undo = tuple(
        (Button(t("Undo: {name}", name=shorten(one.details.name, 40)), RemoveWalkIn(one.id)),)
        for one in done.added[:UNDOABLE]
    )
    more = Button(t("More names"), WriteNames(done.event.id, session))
    rows = (*undo, (more, Button(t("To the list"), CheckIn(done.event.id, session))))
    return Screen(join("\n\n", [occasion(done.event, done.session, t, now), *lines]), rows=rows)


def removed_screen(event: Event, name: str, t: Translator) -> Screen:
    """After taking a name back."""
    words = t("Taken off the list: {name}.", name=name)
    return Screen(words, rows=((Button(t("To the list"), CheckIn(event.id)),),))


def heads_screen(done: HeadCount, t: Translator, now: datetime) -> Screen:
    """How many came without giving a name, and the way back."""
    session = done.session.id if done.session else 0
    words = t("Without a name: {heads}. Before: {before}.", heads=done.people, before=done.before)
    undo = (Button(t("Undo"), SetHeads(done.event.id, session, done.before)),) if done.people != done.before else ()
    rows = ((*undo, Button(t("To the list"), CheckIn(done.event.id, session))),)
    return Screen(join("\n\n", [words, occasion(done.event, done.session, t, now)]), rows=rows)


def _about(step: Step, t: Translator) -> Html:
    about = step.setting.about
    return bold(title(about, t)) if isinstance(about, Event) else Html("")


def _names_summary(step: Step, t: Translator) -> Html:
    names, skipped = read_names(str(step.draft.answers[NAMES]))
    lines = [escaped(f"{number}. {name}") for number, name in enumerate(names, start=1)]
    left = t("These are no names: {words}.", words=", ".join(shorten(word, 30) for word in skipped[:10]))
    return Html("\n" + join("\n", [*lines, left if skipped else ""]))


def _heads_summary(step: Step, t: Translator) -> Html:
    return t("Without a name: {heads}", heads=step.draft.answers[HEADS])


wordings.field(
    NAMES,
    FieldWords(
        lambda t: t("Somebody just came"),
        lambda step, t: join(
            "\n", [_about(step, t), t("Write first and last names, each in a line of its own. They count as present.")]
        ),
    ),
)
wordings.field(
    HEADS,
    FieldWords(
        lambda t: t("Count"),
        lambda step, t: join(
            "\n",
            [_about(step, t), t("How many people came without being on the list? Write the number of all of them.")],
        ),
    ),
)
wordings.form(NAMES, FormWords(lambda t: t("Write down"), _names_summary))
wordings.form(HEADS, FormWords(lambda t: t("Save"), _heads_summary))
