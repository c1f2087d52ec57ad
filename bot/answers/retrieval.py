"""Cards ranked for a question: shared words by rarity, the facet asked for, the things named."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log, log2

from bot.answers.cards import Card, Cards
from bot.answers.matching import DERIVED
from bot.answers.questions import WHOLE, Question

EXPLAINS = 0.65
"""How alike a word of the card must be to explain a word of the question."""

FIRST_FACET, ANY_FACET, SIDE_FACET, NAMED_THING, BEFORE = 0.45, 0.35, 0.2, 0.2, 0.15
MANY = 1500
"""Beyond so many cards only those are weighed in which a telling word stands."""

GAP = 0.08
"""How much less a known gap is worth than a fact."""

STRANGE_GAP = 0.3
"""The same for a gap about something the question does not name."""

DETAIL = 0.02
"""How much less a detail is worth about a thing the question does not name."""

OWN_NAME = 0.3
"""What a word of the project's own name still says about which card is meant."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A card with its score; ``missing`` are places of the question's words it does not explain,
    ``held`` of those that stand in it, ``hits`` how many telling ones do,
    ``strange`` of the missing those that stand nowhere in the project."""

    card: Card
    score: float
    share: float
    missing: frozenset[int]
    hits: int
    held: frozenset[int]
    strange: frozenset[int]


class Retrieval:
    """Ranks the cards of a content."""

    def __init__(self, cards: Cards) -> None:
        self._cards = cards

    def rank(self, question: Question, projects: Iterable[str]) -> list[Scored]:
        """The cards of ``projects``, best first."""
        places = [place for slug in projects for place in self._cards.of[slug]]
        if len(places) > MANY:
            places = self._likely(question, frozenset(places))
        words = [_Word(self._cards, token.word, question.language, places) for token in question.tokens]
        before = [_Word(self._cards, word, question.language, places) for word in question.background]
        slugs = [self._cards.all[place].project.slug for place in places]
        own = {slug: question.own_places(slug) for slug in set(slugs)}
        scored = [
            self._score(question, words, before, place, own[slug]) for place, slug in zip(places, slugs, strict=True)
        ]
        return sorted(scored, key=lambda found: -found.score)

    def _likely(self, question: Question, places: frozenset[int]) -> list[int]:
        """The cards in which a telling word stands."""
        words = [question.tokens[at].word for at in question.telling]
        return sorted(places.intersection(*[set().union(*(self._cards.holding(w, question.language) for w in words))]))

    def _score(
        self,
        question: Question,
        words: "list[_Word]",
        before: "list[_Word]",
        place: int,
        own_places: frozenset[int],
    ) -> Scored:
        card = self._cards.all[place]
        total = matched = 0.0
        missing: set[int] = set()
        held: set[int] = set()
        hits = 0
        for at, (word, weight) in enumerate(zip(words, question.weights, strict=True)):
            alike = word.held.get(place, 0.0)
            if alike > DERIVED:
                held.add(at)
            if not weight:
                continue
            own = at in own_places
            worth = weight * word.rarity
            if weight == WHOLE or alike:
                total += worth
            matched += worth * alike * (OWN_NAME if own else 1.0)
            hits += weight == WHOLE and alike >= EXPLAINS and not own
            if weight == WHOLE and alike < EXPLAINS and not own:
                missing.add(at)
        share = matched / total if total else 0.0
        score = share + _bonus(question, card) + _echo(before, place) - 0.015 * log2(card.size + 2)
        strange = frozenset(at for at in missing if card.project.slug not in words[at].projects)
        return Scored(card, score - 0.0005 * card.order, share, frozenset(missing), hits, frozenset(held), strange)


class _Word:
    """A word of the question against the cards under consideration."""

    def __init__(self, cards: Cards, word: str, language: str, places: list[int]) -> None:
        self.held = cards.holding(word, language)
        self.projects = {cards.all[place].project.slug for place in self.held}
        common = sum(1 for place in places if self.held.get(place, 0.0) >= EXPLAINS)
        self.rarity = log(1 + (len(places) + 1) / (common + 0.5))


def _bonus(question: Question, card: Card) -> float:
    facets = question.asked.facets
    bonus = 0.0
    if card.fact.facets[0] in question.asked.primary:
        bonus = FIRST_FACET
    elif any(card.speaks_of(facet) for facet in question.asked.primary):
        bonus = ANY_FACET
    elif any(card.speaks_of(facet) for facet in facets):
        bonus = SIDE_FACET
    about = question.entities_of.get(card.project.slug, frozenset())
    if card.fact.unknown:
        bonus -= GAP if not card.fact.about or not about.isdisjoint(card.fact.about) else STRANGE_GAP
    if not about.isdisjoint(card.fact.about):
        return bonus + NAMED_THING
    return bonus - (0.0 if card.fact.listed else DETAIL)


def _echo(before: "list[_Word]", place: int) -> float:
    total = sum(word.rarity for word in before)
    return BEFORE * sum(word.rarity * word.held.get(place, 0.0) for word in before) / total if total else 0.0
