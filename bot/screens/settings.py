"""Settings: the language."""

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


def settings_screen(t: Translator) -> Screen:
    """The languages, the present one marked in words."""
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
    return Screen(text, rows=(*rows, (Button(t("To the start"), Start()),)))


def language_set_screen(t: Translator) -> Screen:
    """After choosing, in the chosen language."""
    return Screen(t("From now on we speak English."), rows=((Button(t("To the start"), Start()),),))
