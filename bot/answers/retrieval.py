"""Cards ranked for a question by the evidence for each."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import log
from operator import neg

from bot.answers.cards import Cards, Range
from bot.answers.evidence import Evidence, Seen, Word, weigh
from bot.answers.examples import Examples, Likeness
from bot.answers.questions import Question

MANY = 1000
"""Beyond so many cards only those are looked at in which the rarest telling words stand."""

RAREST, PLACES, LISTED = 3, 1_000, 120
"""How many of the telling words these are, about how many places of them are looked at, and how many cards are weighed
there for a list over all projects."""

WEIGHED = 24
"""How many cards are weighed with all evidence, chosen by the simplest of it."""

FACET, THING, HINT, EXAMPLE = 0.4, 0.3, 0.3, 1.0
"""What a facet asked for, a thing named, a word implied, or an example is worth in this choice, beside the words."""


NOTHING = Word({}, frozenset(), 0.0)
"""A word that says nothing by itself."""

KEPT = 16
"""For how many questions is kept what they are like, since one is often ranked twice: in a project, and in all."""


class Retrieval:
    """Ranks the cards of a content."""

    def __init__(self, cards: Cards, unanswered: Iterable[str] = ()) -> None:
        self._cards = cards
        self._like = lru_cache(KEPT)(Examples(cards.all, unanswered).like)
        self._filed: dict[str, dict[str, list[int]]] = {slug: defaultdict(list) for slug in cards.spans}
        for card in cards.all:
            for name in (*card.fact.facets, *(f"about {thing}" for thing in card.fact.about)):
                self._filed[card.project.slug][name].append(card.place)

    def rank(self, question: Question, projects: Iterable[str], most: int = WEIGHED) -> list[Evidence]:
        """The best cards of ``projects``, best first, ``most`` at most."""
        slugs = tuple(projects)
        spans = self._spans(slugs)
        size = sum(last - first for first, last in spans)
        like = self._like(tuple(token.word for token in question.tokens))
        if size <= MANY:
            words = [self._word(token.word, question.language, spans, size) for token in question.tokens]
            chosen = self._likely(question, words, like, slugs, most)
        else:
            chosen = self._rare(question, spans, like, slugs, min(most, LISTED))
            words = [
                self._word_at(token.word, question.language, chosen, spans) if weight else NOTHING
                for token, weight in zip(question.tokens, question.weights, strict=True)
            ]
        seen = Seen(
            question,
            words,
            [self._word_at(word, question.language, chosen, spans) for word in question.background],
            [self._word_at(word, question.language, chosen, spans) for word in question.hints],
            self._cards.forms([token.word for token in question.tokens], question.language),
            like,
            max((like.cards.get(place, 0.0) for place in chosen), default=0.0),
        )
        return sorted((weigh(seen, self._cards.all[place]) for place in chosen), key=lambda found: -found.score)

    def _spans(self, slugs: Sequence[str]) -> list[Range]:
        if len(slugs) == len(self._cards.spans):
            return [(0, len(self._cards.all))]
        return [self._cards.spans[slug] for slug in slugs]

    def _word(self, word: str, language: str, spans: Sequence[Range], size: int) -> Word:
        held = self._cards.holding(word, language, spans)
        common = sum(alike > 0.7 for alike in held.values())
        return Word(held, {self._cards.slugs[place] for place in held}, _rarity(common, size))

    def _word_at(self, word: str, language: str, places: Sequence[int], spans: Sequence[Range]) -> Word:
        """The same for a few cards out of many."""
        slugs = {self._cards.slugs[place] for place in places}
        return Word(
            self._cards.held(word, language, places),
            {slug for slug in slugs if self._cards.knows(word, language, slug)},
            _rarity(self._cards.common(word, language, spans), sum(last - first for first, last in spans)),
        )

    def _likely(
        self, question: Question, words: Sequence[Word], like: Likeness, slugs: Sequence[str], most: int
    ) -> list[int]:
        """The cards with the greatest share of the words, of the facets asked for, and about the things named."""
        worth: dict[int, float] = dict.fromkeys(self._first(slugs, most), 0.0)
        total = sum(weight * word.rarity for word, weight in zip(words, question.weights, strict=True)) or 1.0
        for word, weight in zip(words, question.weights, strict=True):
            if weight:
                for place, alike in word.held.items():
                    worth[place] = worth.get(place, 0.0) + weight * word.rarity * alike / total
        for place, more in (*self._also(question, slugs), *self._asked(like, slugs)):
            worth[place] = worth.get(place, 0.0) + more
        return _best(worth, most)

    def _also(self, question: Question, slugs: Sequence[str]) -> Iterator[tuple[int, float]]:
        """What cards are worth beside their words."""
        for slug in slugs:
            filed = self._filed[slug]
            for facet in question.asked.primary:
                yield from ((place, FACET) for place in filed.get(facet, ()))
            for thing in question.entities_of.get(slug, ()):
                yield from ((place, THING) for place in filed.get(f"about {thing}", ()))
        for hint in question.hints:
            held = self._cards.holding(hint, question.language, self._spans(slugs))
            yield from ((place, HINT) for place in held)

    def _asked(self, like: Likeness, slugs: Sequence[str]) -> Iterator[tuple[int, float]]:
        """What cards are worth for their examples."""
        wanted = set(slugs)
        for place, likeness in like.cards.items():
            if self._cards.slugs[place] in wanted:
                yield place, EXAMPLE * likeness

    def _first(self, slugs: Sequence[str], most: int) -> list[int]:
        """The first cards of each project: what it is, for questions without telling words."""
        return [place for slug in slugs for place in range(*self._cards.spans[slug])[: 1 + most // len(slugs)]]

    def _rare(
        self, question: Question, spans: Sequence[Range], like: Likeness, slugs: Sequence[str], most: int
    ) -> list[int]:
        """The cards in which the rarest telling words stand, or like whose examples the question is."""
        language = question.language
        rare = sorted(
            (common, word)
            for word in {question.tokens[at].word for at in question.telling}
            if (common := self._cards.common(word, language, spans))
        )[:RAREST]
        worth: dict[int, float] = {}
        total = sum(_rarity(common, len(self._cards.all)) for common, _ in rare)
        for common, word in rare:
            if len(worth) > PLACES:
                break
            share = _rarity(common, len(self._cards.all)) / total
            for place, alike in self._cards.holding(word, language, spans, literally=True).items():
                worth[place] = worth.get(place, 0.0) + share * alike
        for place, more in self._asked(like, slugs):
            worth[place] = worth.get(place, 0.0) + more
        return _best(worth, most)


def _best(worth: Mapping[int, float], most: int) -> list[int]:
    """The places worth most, the first of equals first."""
    return [-place for _, place in heapq.nlargest(most, zip(worth.values(), map(neg, worth), strict=True))]


def _rarity(common: int, size: int) -> float:
    return log(1 + (size + 1) / (common + 0.5))
