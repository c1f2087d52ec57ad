"""An audience that was typed instead of chosen: what may be meant, or what can be typed."""

from collections.abc import Sequence

from bot.domain.announcements import Announcement, Audience, Of
from bot.screens import wordings
from bot.screens.actions import Action
from bot.screens.announcement_choices import Option
from bot.screens.announcements import Aim, AnnouncementCard
from bot.screens.desk import label
from bot.screens.screen import Button, Screen
from bot.screens.wordings import FieldWords
from bot.services import announcement_forms as forms
from bot.texts import Html, Translator, join, shorten

SHOWN = 80
"""Characters of what was typed that are repeated."""


def everybody_option(t: Translator) -> Option:
    """The choice that needs no name."""
    return Option("", t("Everybody who agreed"), Audience(Of.EVERYBODY))


def typed_aim_screen(one: Announcement, typed: str, found: Sequence[tuple[Option, Action]], t: Translator) -> Screen:
    """Several audiences the words may mean; without any, what the words may be."""
    back = (Button(t("To whom"), Aim(one.id)), Button(t("Back to the announcement"), AnnouncementCard(one.id)))
    words = shorten(" ".join(typed.split()), SHOWN)
    if found:
        rows = tuple((Button(label(option.words), action),) for option, action in found)
        return Screen(t("“{words}”: who is meant?", words=words), rows=(*rows, back))
    unknown = t("I know no audience “{words}”.", words=words) if words else t("I need words here.")
    other = t("A question to me ends with a question mark. The announcement itself you change on its page.")
    return Screen(join("\n", [unknown, _hint(t), other]), rows=(back,))


def _hint(t: Translator) -> Html:
    return t("Choose with the buttons, or write the name of a project, an event, a gmina or a language.")


wordings.field(forms.AUDIENCE, FieldWords(lambda t: t("To whom"), lambda _, t: _hint(t)))
