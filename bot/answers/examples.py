"""Questions people asked before, and how like them a new one is: by the beginnings and the pieces of its words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import nlargest
from math import log, sqrt

from bot.answers.card import Card
from bot.answers.normalising import words
from bot.content import Facet

BEGINNING, PIECE = 6, 4
"""Letters of a word that are compared as a whole, and of its overlapping pieces, which survive typing errors."""

OF_A_PIECE = 0.5
"""What a piece says beside a whole beginning."""

NEAREST = 3
"""How many of the nearest examples say which sort of fact is asked for."""

WORDS, MOST = 700, 1_000
"""How many words that share a part with those typed are looked at, those with the rarest parts first, and how many
places of words, the rarest and likest first; the rest tell little."""

FAR = 0.2
"""What shares less than this part of what the nearest example shares is not like the question at all."""

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
        self._holding: dict[str, list[int]] = defaultdict(list)
        said = [[word for word in words(question) if word not in self._names] for _, question in asked]
        for number, spoken in enumerate(said):
            for word in spoken:
                self._holding[word].append(number)
        self._made_of: dict[str, list[str]] = defaultdict(list)
        common: dict[str, int] = defaultdict(int)
        for word, held in self._holding.items():
            for part in _parts_of(word):
                self._made_of[part].append(word)
                common[part] += len(held)
        self._worth = {part: _says(part) * log(1 + len(asked) / often) ** 2 for part, often in common.items()}
        lengths = {word: sum([self._worth[part] for part in _parts_of(word)]) for word in self._holding}
        self._length = [sqrt(sum([lengths[word] for word in spoken])) or 1.0 for spoken in said]

    def like(self, typed: Iterable[str]) -> Likeness:
        """How like the examples these folded words are."""
        shared = self._shared({part for word in typed if word not in self._names for part in _parts_of(word)})
        least = FAR * max(shared.values(), default=0.0)
        cards: dict[int, float] = {}
        sorts: dict[Facet, list[float]] = defaultdict(list)
        unanswered = 0.0
        for number, worth in [(number, worth) for number, worth in shared.items() if worth >= least]:
            likeness, card = worth / self._length[number], self._cards[number]
            if card is None:
                unanswered = max(unanswered, likeness)
                continue
            place, facet = card
            cards[place] = max(cards.get(place, 0.0), likeness)
            sorts[facet].append(likeness)
        nearest = {facet: sum(nlargest(NEAREST, found)) / NEAREST for facet, found in sorts.items()}
        return Likeness(cards, nearest, unanswered)

    def _shared(self, parts: Set[str]) -> dict[int, float]:
        """Of each example how much these parts of words share with it; of the rarest words, where they are many."""
        new = log(1 + len(self._cards)) ** 2
        length = sqrt(sum([self._worth.get(part, new * _says(part)) for part in parts])) or 1.0
        alike = self._alike(parts, length)
        shared: dict[int, float] = {}
        known = shared.get
        left = MOST
        for word in sorted(alike, key=lambda word: len(self._holding[word]) / alike[word]):
            left -= len(self._holding[word])
            if left < 0:
                break
            worth = alike[word]
            for number in self._holding[word]:
                shared[number] = known(number, 0.0) + worth
        return shared

    def _alike(self, parts: Set[str], length: float) -> dict[str, float]:
        """Of each word of the examples how much its parts tell of these; of the rarest parts, where they are many."""
        alike: dict[str, float] = defaultdict(float)
        left = WORDS
        for part in sorted(self._worth.keys() & parts, key=lambda part: (-self._worth[part], part)):
            left -= len(self._made_of[part])
            if left < 0:
                break
            worth = self._worth[part] / length
            for word in self._made_of[part]:
                alike[word] += worth
        return alike


@lru_cache(16384)
def _parts_of(word: str) -> frozenset[str]:
    """The beginning of a word, and its pieces."""
    edged = f"^{word}$"
    return frozenset((f"={word[:BEGINNING]}", *(edged[at : at + PIECE] for at in range(len(word) - 1))))


def _says(part: str) -> float:
    """What a part says twice over, however rare it is."""
    return 1.0 if part.startswith("=") else OF_A_PIECE**2
