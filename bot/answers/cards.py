"""All cards, with where in which card each word of the content stands."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.answers.card import Card
from bot.answers.concepts import meanings
from bot.answers.matching import INFLECTED, TYPO, Vocabulary
from bot.answers.normalising import words
from bot.content import Content, Entity, Project
from bot.domain.localized import LANGUAGES

TEXT, KEY, NAME, BORROWED = 1.0, 1.0, 0.9, 0.85

_CACHED = 4096

MEANT = 0.7
"""How surely a word stands for another of the same meaning."""

Range = tuple[int, int]
"""Cards of one project or of neighbours, by their places: from, up to."""


@dataclass(frozen=True, slots=True)
class Posting:
    """The cards in which a word stands, in order, how surely, and how alike it is to the word that is looked for."""

    places: array[int]
    weights: array[float] | None
    alike: float

    def within(self, span: Range) -> range:
        """Which of the places lie in ``span``."""
        return range(bisect_left(self.places, span[0]), bisect_left(self.places, span[1]))

    def meets(self, span: Range) -> bool:
        """Whether one of the places lies in ``span``."""
        at = bisect_left(self.places, span[0])
        return at < len(self.places) and self.places[at] < span[1]


class Cards:
    """All cards, the projects they are of, and the words in them, per language of the reader."""

    def __init__(self, content: Content) -> None:
        self.all: list[Card] = []
        self.slugs: list[str] = []
        self.spans: dict[str, Range] = {}
        self._places: dict[str, dict[str, array[int]]] = {language: {} for language in LANGUAGES}
        self._weights: dict[str, dict[str, array[float]]] = {language: {} for language in LANGUAGES}
        self._meaning: dict[int, array[int]] = {}
        self._postings: dict[tuple[str, str], list[Posting]] = {}
        names: set[str] = set()
        for project in content.projects.values():
            self._add_project(project)
            names.update(_names(project))
        self.vocabularies = {language: Vocabulary([*self._places[language], *names]) for language in LANGUAGES}

    def postings(self, word: str, language: str) -> list[Posting]:
        """Where ``word`` stands, in whatever form or by a word of the same meaning; the least alike first."""
        found = self._postings.get((word, language))
        if found is None:
            if len(self._postings) >= _CACHED:
                self._postings.clear()
            found = self._postings[word, language] = self._looked_up(word, language)
        return found

    def holding(self, word: str, language: str, spans: Sequence[Range], *, literally: bool = False) -> dict[int, float]:
        """The cards of ``spans`` in which ``word`` stands, and how surely; ``literally``, not in other words."""
        found: dict[int, float] = {}
        for posting in self.postings(word, language):
            if literally and posting.weights is None:
                continue
            places, weights, alike = posting.places, posting.weights, posting.alike
            for span in spans:
                if weights is None:
                    within = posting.within(span)
                    found.update(dict.fromkeys(places[within.start : within.stop], alike))
                    continue
                for at in posting.within(span):
                    worth = alike * weights[at]
                    if worth > found.get(places[at], 0.0):
                        found[places[at]] = worth
        return found

    def held(self, word: str, language: str, places: Sequence[int]) -> dict[int, float]:
        """Of ``places`` the cards in which ``word`` stands, and how surely."""
        found: dict[int, float] = {}
        for posting in self.postings(word, language):
            held, weights, alike = posting.places, posting.weights, posting.alike
            for place in places:
                at = bisect_left(held, place)
                if at < len(held) and held[at] == place:
                    found[place] = max(found.get(place, 0.0), alike * weights[at] if weights else alike)
        return found

    def common(self, word: str, language: str, spans: Sequence[Range]) -> int:
        """In about how many cards of ``spans`` the word itself stands."""
        literal = [posting for posting in self.postings(word, language) if posting.weights is not None]
        if len(spans) == 1 and spans[0] == (0, len(self.all)):
            return sum(len(posting.places) for posting in literal)
        return sum(len(posting.within(span)) for posting in literal for span in spans)

    def knows(self, word: str, language: str, project: str) -> bool:
        """Whether ``word`` stands in a card of ``project``."""
        return any(posting.meets(self.spans[project]) for posting in self.postings(word, language))

    def is_shared(self, word: str, project: str) -> bool:
        """Whether ``word``, in whatever form, stands in the Polish texts of two other projects."""
        forms = [posting for posting in self.postings(word, "pl") if posting.alike >= INFLECTED]
        others = {self.slugs[place] for posting in forms for place in posting.places} - {project}
        return len(others) > 1

    def forms(self, typed: Iterable[str], language: str) -> set[str]:
        """The words of the content that ``typed`` ones are forms of."""
        vocabulary = self.vocabularies[language]
        return {
            other
            for word in typed
            for other, alike in vocabulary.matches(word).items()
            if alike >= INFLECTED or alike == TYPO
        }

    def _looked_up(self, word: str, language: str) -> list[Posting]:
        matches = self.vocabularies[language].matches(word)
        meant = meanings(word).union(*map(meanings, matches))
        same = [Posting(self._meaning[concept], None, MEANT) for concept in meant if concept in self._meaning]
        places, weights = self._places[language], self._weights[language]
        alike = ((other, matches[other]) for other in sorted(matches, key=matches.__getitem__) if other in places)
        return [*same, *(Posting(places[other], weights[other], worth) for other, worth in alike)]

    def _add_project(self, project: Project) -> None:
        entities = {entity.id: entity for entity in project.entities}
        first = len(self.all)
        meaning: dict[int, set[int]] = defaultdict(set)
        for order, fact in enumerate(project.facts):
            place = len(self.all)
            card = Card(place, project, fact, order)
            self.all.append(card)
            self.slugs.append(project.slug)
            about = [entities[name] for name in fact.about if name in entities]
            shared = _shared(card, about)
            for language in LANGUAGES:
                said = _weighed(card, shared, language)
                self._note(place, said, language)
                for word in said:
                    for concept in meanings(word):
                        meaning[concept].add(place)
        self.spans[project.slug] = first, len(self.all)
        for concept, places in meaning.items():
            self._meaning.setdefault(concept, array("I")).extend(sorted(places))

    def _note(self, place: int, said: Mapping[str, float], language: str) -> None:
        """Keep that these words stand in a card, and how surely; the cards come in order."""
        places, weights = self._places[language], self._weights[language]
        for word, weight in said.items():
            if word not in places:
                places[word], weights[word] = array("I"), array("f")
            places[word].append(place)
            weights[word].append(weight)


def _weighed(card: Card, shared: dict[str, float], language: str) -> dict[str, float]:
    """What the words in one language say; Polish terms may be typed in another, short words would be false friends."""
    borrowed = () if language == "pl" else (word for word in card.words["pl"] if len(word) > 5)
    return dict.fromkeys(borrowed, BORROWED) | shared | dict.fromkeys(card.words[language], TEXT)


def _shared(card: Card, entities: list[Entity]) -> dict[str, float]:
    """What the words of all languages say: its keys, and the names of what it is about."""
    named: dict[str, float] = {}
    for entity in entities:
        for name in [*entity.name.texts.values(), *entity.aliases]:
            parts = _parts(name)
            named.update(dict.fromkeys(parts, NAME))
            named.update((one + other, NAME) for one, other in pairwise(parts))  # "LearningLab" for "Learning Lab"
    return named | dict.fromkeys((word for key in card.keys for word in key), KEY)


def _names(project: Project) -> Iterator[str]:
    for name in [*project.title.texts.values(), *project.aliases, project.slug]:
        yield from words(name)
    for entity in project.entities:
        for name in [*entity.name.texts.values(), *entity.aliases]:
            yield from words(name)


@lru_cache(4096)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a name, which many cards are about."""
    return tuple(words(name))
