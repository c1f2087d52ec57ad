"""The RODO notice, the person's own data, erasing it."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.events import Event
from bot.domain.organisation import Organisation
from bot.domain.signups import SignUp, State
from bot.screens.actions import Action, action
from bot.screens.events import title
from bot.screens.lists import state_name
from bot.screens.phones import phone
from bot.screens.screen import Button, File, Screen
from bot.screens.settings import NAMES, NewsSettings
from bot.screens.start import Start
from bot.services.own_data import OwnData
from bot.texts import Html, Translator, bold, join, shorten

LISTED = 20
"""Sign-ups shown in words, so that the message stays within 4096 characters."""
TITLE, NAME = 60, 80
"""Characters of what may be long."""


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


@action("pic")
class PicturesAnswer(Action):
    """Whether pictures with the reader may be published: ``yes`` is 1 or 0."""

    yes: int


def privacy_screen(t: Translator, organisation: Organisation, agreed: Mapping[str, datetime]) -> Screen:
    """The whole notice, in plain words, and the consents in force with their moments; each can be taken back here."""
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
        t(
            "Questions you write and the event you saw last are kept for half an hour, so that you can ask on. "
            "Those you pass on to the team are kept with the answer, until you erase your data."
        ),
        Html("\n" + _agreed(agreed, t)),
    ]
    pictures = t("No pictures of me") if "pictures" in agreed else t("Pictures of me: allowed")
    rows = (
        (Button(t("Show my data"), MyData()), Button(t("Erase me"), Erase())),
        *(((Button(t("Do not remember my answers"), ForgetAnswers()),),) if "remember" in agreed else ()),
        (Button(pictures, PicturesAnswer(int("pictures" not in agreed))), Button(t("What I get"), NewsSettings())),
        (Button(t("To the start"), Start()),),
    )
    return Screen(join("\n", lines), rows=rows)


def _agreed(agreed: Mapping[str, datetime], t: Translator) -> Html:
    """The consents in force, a line each, and when the notice was read."""
    names = {
        "remember": t("remembering name, phone, gmina and organisation"),
        "needs": t("special needs, to prepare an event"),
        "invitations": t("news of what is on"),
        "pictures": t("publishing pictures you are seen on"),
        "sharing": t("passing on your contact"),
    }
    given = [
        t("• {what}: since {date}", what=name, date=t.date(agreed[kind], year=True))
        for kind, name in names.items()
        if kind in agreed
    ]
    read = t("You read the notice on {date}.", date=t.date(agreed["notice"], year=True)) if "notice" in agreed else ""
    return join("\n", [bold(t("You agreed to:")) if given else t("You have given no consents."), *given, read])


def my_data_screen(data: OwnData, t: Translator, rows: bytes) -> Screen:
    """Everything stored, in words, and every row as a file a program can read."""
    listed = [_signup_line(event, one, t) for event, one in data.signups[:LISTED]]
    left = len(data.signups) - len(listed)
    blocks = [
        join("\n", [bold(t("Your data")), *_person_lines(data, t)]),
        join(
            "\n",
            [
                bold(t("Your sign-ups")) if listed else t("You have signed up for nothing yet."),
                *listed,
                t.n("… and {n} more, in the file.", "… and {n} more, in the file.", left) if left else "",
            ],
        ),
        _agreed(data.consents, t),
        t("Questions passed on to the team: {n}", n=data.questions) if data.questions else "",
        t("The file has every row we keep, for a program to read."),
    ]
    name = str(t("my-data"))
    return Screen(join("\n\n", blocks), files=(File(f"{name}.json", rows),), rows=((Button(t("Back"), Privacy()),),))


def _person_lines(data: OwnData, t: Translator) -> list[Html]:
    person = data.person
    return [
        line
        for line in (
            t("Name in Telegram: {name}", name=shorten(person.first_name, NAME)) if person.first_name else Html(""),
            t("Name: {name}", name=person.name) if person.name else Html(""),
            t("Phone: {phone}", phone=phone(person.phone)) if person.phone else Html(""),
            t("Gmina: {gmina}", gmina=person.gmina) if person.gmina else Html(""),
            t("Organisation or office: {name}", name=data.organisation) if data.organisation else Html(""),
            t("Language: {language}", language=NAMES.get(person.language, person.language)),
        )
        if line
    ]


def _signup_line(event: Event, signup: SignUp, t: Translator) -> Html:
    return t(
        "• {title}, {day}: {state}",
        title=shorten(title(event, t), TITLE),
        day=t.day(event.plan.starts_at, year=True),
        state=t("in the queue") if signup.state is State.WAITING else state_name(signup.state, t),
    )


def pictures_screen(t: Translator, *, is_yes: bool) -> Screen:
    """After the answer about pictures."""
    words = (
        t("Thank you. You can take it back in /privacy at any time.")
        if is_yes
        else t("All right, we publish no pictures you are seen on. You can change it in /privacy.")
    )
    return Screen(words, rows=((Button(t("Your data"), Privacy()),),), stays_below=True)


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
