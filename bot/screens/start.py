"""The greeting, the help, and what is said to things that are not words."""

from bot.domain.organisation import Organisation
from bot.screens.actions import Action, action
from bot.screens.events import EventList
from bot.screens.projects import ProjectList
from bot.screens.prompts import person_line
from bot.screens.screen import Button, Row, Screen
from bot.screens.signups import MyList, Resume
from bot.texts import Html, Translator, bold, join


@action("st")
class Start(Action):
    """Show the greeting with the main buttons."""


@action("fd")
class Desk(Action):
    """Show what the reader may do for the team."""


@action("he")
class Help(Action):
    """Show the help."""


def main_rows(t: Translator) -> tuple[Row, ...]:
    """The four main buttons, the same everywhere."""
    return (
        (Button(t("Events"), EventList()), Button(t("Projects"), ProjectList())),
        (Button(t("My sign-ups"), MyList()), Button(t("Help"), Help())),
    )


def desk_button(t: Translator) -> Button:
    """The way to everything a member of the team may do."""
    return Button(t("For the team"), Desk())


def start_screen(t: Translator, organisation: Organisation, *, has_draft: bool, is_staff: bool = False) -> Screen:
    """The greeting; ``has_draft`` offers the conversation that was left, ``is_staff`` the way to the desk."""
    text = t(
        "Good day! This is the bot of {name}. I answer questions about projects, sign you up for events "
        "and remind you of them.\n\nWrite what you would like to know, or choose:",
        name=organisation.name,
    )
    rows = ((Button(t("Finish what you began"), Resume()),),) if has_draft else ()
    return Screen(text, rows=(*rows, *main_rows(t), *(((desk_button(t),),) if is_staff else ())))


def help_screen(t: Translator, organisation: Organisation) -> Screen:
    """What can be done here, in a few lines, and where a person is."""
    lines = [
        bold(t("What you can do here")),
        t("Just write a question, for instance: “when is the meeting in Kozłówka?”"),
        t("/events – what is on, and signing up"),
        t("/projects – what the projects are about"),
        t("/my – your sign-ups: change, cancel, calendar"),
        t("/settings – language, news, reminders"),
        t("/privacy – your data: see it, erase it"),
        t("/cancel – leave a conversation; your answers are kept"),
        person_line(t, organisation),
    ]
    return Screen(join("\n", lines), rows=main_rows(t))


def not_words_screen(t: Translator, kind: str, *, has_draft: bool) -> Screen:
    """The answer to a sticker, a voice message, a place, a file: what the bot can do with it, which is nothing."""
    words = {
        "voice": t("I cannot listen to recordings. Please write it in a few words."),
        "contact": t("Thank you, I do not need a phone number now."),
        "location": t("Thank you, I do not need to know where you are. Events have a map button on their card."),
        "file": t("I cannot read files or pictures. Please write what it is about."),
        "sticker": t("Nice! What would you like to know? Write it in a few words."),
    }.get(kind, t("I only understand words and buttons. Please write what you would like to know."))
    rows = ((Button(t("Finish what you began"), Resume()),),) if has_draft else ()
    return Screen(words, rows=(*rows, *main_rows(t)))


def edited_screen(t: Translator) -> Screen:
    """An edited message is not an answer."""
    return Screen(t("I only read new messages, so your correction did not reach me. Please write it again."))


def group_screen(t: Translator, link: str) -> Screen:
    """In a group: come to the private chat."""
    return Screen(
        t("I answer in a private chat, so that nobody else reads it."), rows=((Button(t("Write to me"), url=link),),)
    )


def question_prompt_screen(t: Translator) -> Screen:
    """After /ask without a question."""
    return Screen(
        join("\n", [t("What would you like to know? Write it the way you would say it."), _examples(t)]),
        rows=((Button(t("Projects"), ProjectList()), Button(t("Events"), EventList())),),
    )


def _examples(t: Translator) -> Html:
    return t("For instance: “who pays for Lider w akcji?”, “what is on this week?”")


def bug_screen(t: Translator, sign: str, organisation: Organisation) -> Screen:
    """Something went wrong on our side; ``sign`` finds it in the log."""
    text = t("Something went wrong on our side (sign: {sign}). Nothing is lost. Please try again.", sign=sign)
    return Screen(join("\n", [text, person_line(t, organisation)]), rows=((Button(t("To the start"), Start()),),))


def bug_notice_screen(t: Translator, sign: str) -> Screen:
    """The same for an administrator, who can look into the log."""
    return Screen(t("The bot made a mistake (sign: {sign}). The log has the details under this sign.", sign=sign))


def unknown_command_screen(t: Translator) -> Screen:
    """A command nobody knows."""
    return Screen(t("I do not know this command. These I know:"), rows=main_rows(t))
