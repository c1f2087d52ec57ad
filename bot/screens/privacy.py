"""The RODO notice, the person's own data, erasing it."""

from bot.domain.organisation import Organisation
from bot.screens.actions import Action, action
from bot.screens.screen import Button, File, Screen
from bot.screens.start import Start
from bot.texts import Translator, bold, join


@action("pv")
class Privacy(Action):
    """Show the notice."""


@action("md")
class MyData(Action):
    """Send everything stored as a file."""


@action("er")
class Erase(Action):
    """Ask whether everything shall be erased."""


@action("ey")
class EraseNow(Action):
    """Erase everything."""


@action("fo")
class ForgetAnswers(Action):
    """Take back the consent to remember answers."""


def privacy_screen(t: Translator, organisation: Organisation) -> Screen:
    """The whole notice, in plain words."""
    contact = ", ".join(part for part in (organisation.email, organisation.phone) if part)
    lines = [
        bold(t("Your data")),
        t("Who keeps it: {name}.", name=organisation.name),
        t("Contact in matters of data: {contact}.", contact=contact) if contact else "",
        t("What: your name in Telegram, your language, your sign-ups and the answers you gave."),
        t("What for: to sign you up, to remind you, and for the report to whoever pays for the project."),
        t("Why we may: you ask us to sign you up. Special needs and remembering answers: only with your consent."),
        t("Who sees it: the people who run the event. Nobody else, and no advertisers."),
        t("Your rights: see it, correct it, erase it, take a consent back, complain to the head of UODO."),
        t("Questions you write are kept for half an hour, so that you can ask on."),
    ]
    rows = (
        (Button(t("Show my data"), MyData()), Button(t("Erase me"), Erase())),
        (Button(t("Do not remember my answers"), ForgetAnswers()),),
        (Button(t("To the start"), Start()),),
    )
    return Screen(join("\n", lines), rows=rows)


def my_data_screen(t: Translator, data: bytes) -> Screen:
    """Everything stored, as a file a person and a program can read."""
    return Screen(
        t("This is everything we keep about you."),
        files=(File("moje-dane.json", data),),
        rows=((Button(t("Back"), Privacy()),),),
    )


def erase_screen(t: Translator) -> Screen:
    """What erasing means, before it happens."""
    text = t(
        "Shall we erase everything about you? Your sign-ups for coming events end and the seats go to others. "
        "For past events only a number without a name stays. This cannot be undone."
    )
    return Screen(text, rows=((Button(t("Erase everything"), EraseNow()), Button(t("Back"), Privacy())),))


def erased_screen(t: Translator) -> Screen:
    """After erasing."""
    return Screen(
        t("Done. We know nothing about you any more. If you write again, we begin anew."),
        rows=((Button(t("To the start"), Start()),),),
    )


def forgotten_screen(t: Translator) -> Screen:
    """After taking the consent to remember back."""
    return Screen(
        t("Done. Next time we ask for name, phone, gmina and organisation again."),
        rows=((Button(t("Back"), Privacy()),),),
    )
