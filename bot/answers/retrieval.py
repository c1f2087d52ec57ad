"""Cards ranked for a question by the evidence for each."""

import heapq
from collections.abc import Iterable, Sequence
from math import log

from bot.answers.cards import Cards
from bot.answers.evidence import Evidence, Seen, Word, weigh
from bot.answers.questions import Question

MANY = 400
"""Beyond so many cards only those are weighed in which the most telling words stand."""


class Retrieval:
    """Ranks the cards of a content."""

    def __init__(self, cards: Cards) -> None:
        self._cards = cards

    def rank(self, question: Question, projects: Iterable[str]) -> list[Evidence]:
        """The cards of ``projects``, best first."""
        slugs = tuple(projects)
        size = sum(len(self._cards.of[slug]) for slug in slugs)
        words = [self._word(token.word, question.language, slugs, size) for token in question.tokens]
        seen = Seen(
            question,
            words,
            [self._word(word, question.language, slugs, size) for word in question.background],
            [self._word(word, question.language, slugs, size) for word in question.hints],
            self._cards.forms([token.word for token in question.tokens], question.language),
        )
        places = (place for slug in slugs for place in self._cards.of[slug])
        chosen = places if size <= MANY else self._likely(question, words)
        return sorted((weigh(seen, self._cards.all[place]) for place in chosen), key=lambda found: -found.score)

    def _word(self, word: str, language: str, slugs: Sequence[str], size: int) -> Word:
        held = self._cards.holding(word, language, slugs)
        common = sum(alike > 0.7 for alike in held.values())
        return Word(held, {self._cards.all[place].project.slug for place in held}, log(1 + (size + 1) / (common + 0.5)))

    def _likely(self, question: Question, words: Sequence[Word]) -> list[int]:
        """The cards in which the rarest telling words stand."""
        worth: dict[int, float] = {}
        for at in question.telling:
            for place, alike in words[at].held.items():
                worth[place] = worth.get(place, 0.0) + alike * words[at].rarity
        return heapq.nlargest(MANY, worth, key=lambda place: worth[place])
