"""A question as typed taken apart."""

from bot.answers.intents import Asked, asked, asked_after
from bot.answers.languages import detect
from bot.answers.lexicon import FILLERS, INTERROGATIVES
from bot.answers.names import Names, without_verb
from bot.answers.normalising import Token, tokens
from bot.answers.parts import without_myself, without_reason
from bot.answers.questions import ASKING, FILLING, WHOLE, Question
from bot.answers.spelling import respelled


def understand(text: str, names: Names, default: str) -> Question:
    """``text`` taken apart; ``default`` is the language when it does not tell."""
    found = tokens(text)
    language = detect(found, default)
    kept = respelled(without_verb(without_reason(found), language), names, language)
    known = frozenset(place for place, token in enumerate(kept) if names.knows(token.word, language))
    spelled = frozenset(place for place, token in enumerate(kept) if names.spells(token.word, language))
    named = tuple(names.find(kept, language))
    titles = frozenset().union(*(found.places for found in named if found.name.entity or len(found.places) > 2))
    asks = asked(kept, language, known, spelled, titles)
    after = without_myself(text)
    begin = len(kept) - len(tokens(after)) if after != text else 0
    if begin > 0:  # who asks is no part of what is asked
        asks = asked_after(begin, kept, asks, language, (known, spelled, titles))
    names_at = frozenset().union(*(found.places for found in named))
    return Question(
        language=language,
        tokens=tuple(kept),
        asked=asks,
        named=named,
        weights=tuple(
            _weight(token, place, asks, language, place in known) if place >= begin or place in names_at else 0.0
            for place, token in enumerate(kept)
        ),
    )


def _weight(token: Token, place: int, asks: Asked, language: str, is_known: bool) -> float:
    if len(token.word) == 1 and not token.is_number:
        return 0.0
    if FILLERS.holds(token.word, language):
        return FILLING if len(token.word) > 4 else 0.0
    if INTERROGATIVES.holds(token.word, language):
        return 0.0
    if place in asks.explained:
        return ASKING
    if len(token.word) < 3 and not token.is_number and not token.is_acronym:
        return FILLING
    if not is_known and FILLERS.nearly_holds(token.word, language):
        return FILLING
    return WHOLE
