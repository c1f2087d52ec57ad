"""Questions people asked before, and how like them a new one is: by the beginnings and the pieces of its words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

from bot.answers.cards import Card
from bot.answers.normalising import words
from bot.content import Facet

BEGINNING, PIECE = 6, 4
"""Letters of a word that are compared as a whole, and of its overlapping pieces, which survive typing errors."""

OF_A_PIECE = 0.5
"""What a piece says beside a whole beginning."""

NEAREST = 3
"""How many of the nearest examples say which sort of fact is asked for."""

MOST = 2_000
"""How many places of parts are looked at for a question, the rarest first; of many projects the rest tell little."""

BESIDES = 0.7
"""What an example says of the further sorts its fact is filed under."""


@dataclass(frozen=True)
class Likeness:
    """How like the examples of a card (by its place), of a sort of fact, and of what no document says: 0 to 1."""

    cards: Mapping[int, float]
    sorts: Mapping[Facet, float]
    unanswered: float

    @cached_property
    def nearest_sort(self) -> float:
        """How like the nearest sort it is."""
        return max(self.sorts.values(), default=0.0)

    def sort(self, facets: Sequence[Facet]) -> float:
        """How like the examples of facts filed as these are."""
        return max(self.sorts.get(facet, 0.0) * (BESIDES if number else 1.0) for number, facet in enumerate(facets))


class Examples:
    """The examples of all cards, and of what nobody answers; a word that names a project says nothing."""

    def __init__(self, cards: Sequence[Card], unanswered: Iterable[str] = ()) -> None:
        projects = {card.project.slug: card.project for card in cards}
        self._names = {
            word
            for project in projects.values()
            for name in (*project.title.texts.values(), *project.aliases)
            for word in words(name)
        }
        asked: list[tuple[Card | None, str]] = [(card, question) for card in cards for question in card.fact.ask]
        asked += [(None, question) for question in unanswered]
        self._cards = [(card.place, card.fact.facets[0]) if card else None for card, _ in asked]
        parts = [self._said(words(question)) for _, question in asked]
        self._common = Counter(part for said in parts for part in said)
        self._holding: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, said in enumerate(parts):
            for part, worth in self._weighed(said).items():
                self._holding[part].append((number, worth))

    def like(self, typed: Iterable[str]) -> Likeness:
        """How like the examples these folded words are."""
        alike: dict[int, float] = {}
        known = alike.get
        held = [(self._holding.get(part, []), worth) for part, worth in self._weighed(self._said(typed)).items()]
        left = MOST
        for places, worth in sorted(held, key=lambda found: len(found[0])):
            left -= len(places)
            if left < 0:
                break
            for number, other in places:
                alike[number] = known(number, 0.0) + worth * other
        cards: dict[int, float] = {}
        sorts: dict[Facet, list[float]] = defaultdict(list)
        unanswered = 0.0
        for number, likeness in alike.items():
            card = self._cards[number]
            if card is None:
                unanswered = max(unanswered, likeness)
                continue
            place, facet = card
            cards[place] = max(cards.get(place, 0.0), likeness)
            sorts[facet].append(likeness)
        nearest = {facet: sum(sorted(found, reverse=True)[:NEAREST]) / NEAREST for facet, found in sorts.items()}
        return Likeness(cards, nearest, unanswered)

    def _said(self, typed: Iterable[str]) -> dict[str, float]:
        """The beginnings and pieces of words, and what each says."""
        found: dict[str, float] = {}
        for word in typed:
            if word in self._names:
                continue
            edged = f"^{word}$"
            found.update(dict.fromkeys((edged[at : at + PIECE] for at in range(len(word) - 1)), OF_A_PIECE))
            found[f"={word[:BEGINNING]}"] = 1.0
        return found

    def _weighed(self, said: Mapping[str, float]) -> dict[str, float]:
        """The rarer, the more it says; all together have length 1."""
        worth = {part: says * log(1 + len(self._cards) / self._common.get(part, 1)) for part, says in said.items()}
        length = sqrt(sum(one * one for one in worth.values())) or 1.0
        return {part: one / length for part, one in worth.items()}
