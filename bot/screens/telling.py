"""How many people hear of a change from the bot, and how many have to be called."""

from bot.services.changes import Told
from bot.texts import Html, Translator, join


def telling(told: Told, sentence: Html, t: Translator) -> Html:
    """``sentence`` about those the bot reaches, unless there is nobody, and a line about the others."""
    to_call = t.n(
        "The bot cannot reach {n} person more: they go onto the call list, /calls.",
        "The bot cannot reach {n} people more: they go onto the call list, /calls.",
        told.to_call,
    )
    return join("\n", [sentence if told.people or not told.to_call else "", to_call if told.to_call else ""])
