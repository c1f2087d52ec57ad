"""What a reader wants to hear: the settings, following a project, the question after a sign-up."""

from dataclasses import replace

from bot.screens.actions import Action, action
from bot.screens.desk import label
from bot.screens.events import event_label
from bot.screens.projects import Titles
from bot.screens.screen import Button, Row, Screen
from bot.screens.settings import NewsSettings, Settings
from bot.services.news import OF_EVENT, Wishes
from bot.texts import Translator, bold, join


@action("nww")
class Want(Action):
    """``what`` is ``news``, ``reminders`` or the slug of a project; wanted when ``yes`` is 1."""

    what: str
    yes: int


@action("nwa")
class NewsAnswer(Action):
    """The answer to the question after a sign-up."""

    yes: int


def wishes_screen(wishes: Wishes, t: Translator, titles: Titles) -> Screen:
    """Everything one may choose, and how it is now."""
    rows = [
        _switch(t("News of all projects"), "news", wishes.has_news, t),
        _switch(t("Reminders"), "reminders", wishes.has_reminders, t),
        *(_switch(title, slug, slug in wishes.projects, t) for slug, title in titles.items()),
        *(_switch(event_label(event, t), f"{OF_EVENT}{event.id}", False, t) for event in wishes.muted),
    ]
    lines = [
        bold(t("What you get")),
        t("News, reminders, projects you follow: press to change it."),
        t("From the organisers of these events you hear nothing but what concerns your place.") if wishes.muted else "",
        t("Messages about your own sign-ups always come: a seat, a new date, a cancellation."),
    ]
    return Screen(join("\n", lines), rows=(*rows, (Button(t("Back"), Settings()),)))


def _switch(words: str, what: str, is_on: bool, t: Translator) -> Row:
    said = t("{what}: yes", what=words) if is_on else t("{what}: no", what=words)
    return (Button(label(said), Want(what, int(not is_on))),)


def with_question(screen: Screen, t: Translator) -> Screen:
    """A confirmation that asks, this once, whether somebody wants to hear of news."""
    text = t("Shall we write to you when something new is on? One tap ends it.")
    answers = (Button(t("Yes, write to me"), NewsAnswer(1)), Button(t("No news"), NewsAnswer(0)))
    return replace(screen, text=join("\n\n", [screen.text, text]), rows=(*screen.rows, answers))


def answered_screen(t: Translator, *, is_yes: bool) -> Screen:
    """After the answer."""
    words = t("Good, you will hear of it.") if is_yes else t("All right, no news.")
    return Screen(words, rows=((Button(t("What I get"), NewsSettings()),),), stays_below=True)
