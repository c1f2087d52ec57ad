"""The buttons under a frequent question: each leads where one can do what was asked about."""

from collections.abc import Sequence

from bot.content import Door
from bot.screens.events import EventList
from bot.screens.inbox_asking import pass_on_button
from bot.screens.privacy import Erase, MyData, Privacy
from bot.screens.projects import ProjectList
from bot.screens.screen import Button, Row
from bot.screens.settings import NewsSettings, Settings
from bot.screens.signups import MyList
from bot.screens.start import Help
from bot.texts import Translator


def door_rows(doors: Sequence[Door], t: Translator, *, project: str = "", sign: int | None = None) -> tuple[Row, ...]:
    """One row for each door; ``sign`` is the checksum of a question that may be passed on to people."""
    buttons = [
        pass_on_button(project, sign, t) if door is Door.CONTACT and sign is not None else _button(door, t)
        for door in doors
    ]
    return tuple((button,) for button in buttons)


def _button(door: Door, t: Translator) -> Button:
    return {
        Door.EVENTS: Button(t("Events"), EventList()),
        Door.PROJECTS: Button(t("Projects"), ProjectList()),
        Door.MY: Button(t("My sign-ups"), MyList()),
        Door.HELP: Button(t("Help"), Help()),
        Door.LANGUAGE: Button(t("Change the language"), Settings()),
        Door.NEWS: Button(t("What I get"), NewsSettings()),
        Door.PRIVACY: Button(t("Your data"), Privacy()),
        Door.DATA: Button(t("Show my data"), MyData()),
        Door.ERASE: Button(t("Erase me"), Erase()),
        Door.CONTACT: Button(t("Help"), Help()),
    }[door]
