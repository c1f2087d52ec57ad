"""How many people hear of a change from the bot, how many have to be called, and who need not hear of it."""

from bot.services.changes import Told
from bot.texts import Html, Translator, join


def telling(told: Told, sentence: Html, t: Translator) -> Html:
    """``sentence`` about those the bot reaches, unless there are only others, and lines about these."""
    to_call = t.n(
        "The bot cannot reach {n} person more: they go onto the call list, /calls.",
        "The bot cannot reach {n} people more: they go onto the call list, /calls.",
        told.to_call,
    )
    unheard = t.n(
        "{n} person does not know of the earlier change yet, so they are sent nothing.",
        "{n} people do not know of the earlier change yet, so they are sent nothing.",
        told.unheard,
    )
    others = [to_call if told.to_call else "", unheard if told.unheard else ""]
    return join("\n", [sentence if told.people or not any(others) else "", *others])
