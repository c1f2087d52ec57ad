"""Settings: the language, and for the team what they are told of."""

from bot.screens.actions import Action, action
from bot.screens.screen import Button, Screen
from bot.screens.start import Start
from bot.texts import Translator

NAMES = {"pl": "Polski", "en": "English", "uk": "Українська"}
"""Languages by their own names, which are not translated."""


@action("la")
class SetLanguage(Action):
    """Speak ``language`` from now on."""

    language: str


@action("se")
class Settings(Action):
    """Show the settings."""


@action("snl")
class StaffNotices(Action):
    """Show what somebody of the team is told of."""


@action("nws")
class NewsSettings(Action):
    """Show what the reader wants to hear."""


def settings_screen(t: Translator, *, is_staff: bool) -> Screen:
    """The languages, the present one marked in words; the team has its notices there too."""
    rows = tuple(
        (
            Button(
                t("{language} (now)", language=name)
                if code == t.language
                else t("Switch to {language}", language=name),
                SetLanguage(code),
            ),
        )
        for code, name in NAMES.items()
    )
    text = t(
        "Which language shall we speak?\n\nReminders come between 8:00 and 21:00, unless the event itself is at night."
    )
    team = ((Button(t("Notices for the team"), StaffNotices()),),) if is_staff else ()
    news = (Button(t("What I get"), NewsSettings()),)
    return Screen(text, rows=(*rows, news, *team, (Button(t("To the start"), Start()),)))


def language_set_screen(t: Translator) -> Screen:
    """After choosing, in the chosen language."""
    return Screen(t("From now on we speak English."), rows=((Button(t("To the start"), Start()),),))
