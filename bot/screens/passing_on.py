"""The button that passes a place on."""

from bot.screens.actions import Action, action
from bot.screens.screen import Button, Row
from bot.texts import Translator


@action("ho")
class HandOver(Action):
    """Make a link by which somebody else takes this place."""

    signup: int


def hand_over_row(signup: int, t: Translator) -> Row:
    """The row of a place that can be passed on."""
    return (Button(t("Somebody else comes instead of me"), HandOver(signup)),)
