"""Every fact as a card of words, with where in which card each word of the content stands."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from bot.answers.concepts import meanings
from bot.answers.lexicon import NUMBERS
from bot.answers.matching import INFLECTED, TYPO, Vocabulary, related
from bot.answers.normalising import words
from bot.answers.turns import CLOCK
from bot.content import Content, Entity, EntityKind, Facet, Fact, Project
from bot.domain.localized import LANGUAGES

TEXT, KEY, NAME, BORROWED = 1.0, 1.0, 0.9, 0.85

_CACHED = 4096

MEANT = 0.7
"""How surely a word stands for another of the same meaning."""

_HAS_NUMBER = re.compile(
    r"\d|\b(jed(en|n[aeoy]\w*)|dw(a|ie|óch|óm|oma|iema)|trz(y|ech|ema)|czter\w+|pię(ć|ciu)|sześ\w+|siedm\w*|ośmiu?|osiem"
    r"|dziewię\w+|dziesię\w+|dwadzieścia|trzydzieści|kilk\w+|setk\w+)\b"
)
_HAS_AMOUNT = re.compile(r"\d[\d\s.,]*(tys\.?|mln)?\s*(zł|PLN|euro|EUR|€|%)")
_HAS_CONTACT = re.compile(r"@|\d{3}[ -]?\d{3}[ -]?\d{3}")
_REASON = re.compile(
    r"\b(żeby|aby|bo|ponieważ|gdyż|dzięki|dlatego|w celu|ograniczon\w+|służ\w+|zachęc\w+|dlaczego|czemu|po co|why)\b"
)
_HAS_STREET = re.compile(r"\b(ul|al|pl|os)\. ?\w")


@dataclass(frozen=True)
class Card:
    """A fact with its project; ``place`` is its number among all, ``order`` its place in the file."""

    place: int
    project: Project
    fact: Fact
    order: int

    @property
    def key(self) -> tuple[str, str]:
        """What names it among all cards."""
        return self.project.slug, self.fact.id

    def speaks_of(self, facet: Facet) -> bool:
        """Whether it is filed under ``facet``."""
        return facet in self.fact.facets

    @cached_property
    def polish(self) -> str:
        """Its text in the language in which every fact has one."""
        return self.fact.text.in_("pl")

    @cached_property
    def words(self) -> dict[str, list[str]]:
        """The words of its text, per language."""
        return {language: words(self.fact.text.in_(language)) for language in LANGUAGES}

    @cached_property
    def size(self) -> int:
        """How many words it has."""
        return len(self.words["pl"])

    @cached_property
    def keys(self) -> tuple[frozenset[str], ...]:
        """The words of each of its keys."""
        return tuple(frozenset(words(key)) for key in self.fact.keys)

    @cached_property
    def has_number(self) -> bool:
        """Whether a number stands in it."""
        return bool(_HAS_NUMBER.search(self.polish.casefold()))

    @cached_property
    def has_hour(self) -> bool:
        """Whether an hour of the clock stands in it."""
        return bool(CLOCK.search(self.polish))

    @cached_property
    def has_amount(self) -> bool:
        """Whether an amount of money stands in it."""
        return bool(_HAS_AMOUNT.search(self.polish))

    @cached_property
    def has_contact(self) -> bool:
        """Whether a telephone number or an e-mail address stands in it."""
        return bool(_HAS_CONTACT.search(self.polish))

    @cached_property
    def has_street(self) -> bool:
        """Whether a street stands in it."""
        return bool(_HAS_STREET.search(self.polish))

    @cached_property
    def gives_a_reason(self) -> bool:
        """Whether it says why, by its text or as its keys promise."""
        said = " ".join([self.polish, *self.fact.keys]).casefold()
        return self.speaks_of(Facet.GOALS) or bool(_REASON.search(said))

    def counts(self, word: str, language: str) -> bool:
        """Whether a number stands shortly before ``word`` or another of its meaning."""
        meant = meanings(word)
        return any(
            related(word, other) >= INFLECTED or not meant.isdisjoint(meanings(other))
            for other in self._counted[language]
        )

    @cached_property
    def _counted(self) -> dict[str, set[str]]:
        """The words shortly before which a number stands."""
        return {
            language: {
                other
                for at, number in enumerate(text)
                if number.isdigit() or NUMBERS.holds(number)
                for other in text[at + 1 : at + 5]
            }
            for language, text in self.words.items()
        }

    @cached_property
    def names_somebody(self) -> bool:
        """Whether a person is among the things it is about."""
        people = {entity.id for entity in self.project.entities if entity.kind is EntityKind.PERSON}
        return not people.isdisjoint(self.fact.about)

    def says(self, word: str, language: str) -> bool:
        """Whether ``word`` stands in its text, not only among its keys."""
        return any(related(word, other) >= INFLECTED for other in self.words[language])


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


class Cards:
    """All cards and the words in them, per language of the reader."""

    def __init__(self, content: Content) -> None:
        self.all: list[Card] = []
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

    def holding(self, word: str, language: str, spans: Sequence[Range]) -> dict[int, float]:
        """The cards of ``spans`` in which ``word`` stands, and how surely."""
        found: dict[int, float] = {}
        for posting in self.postings(word, language):
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

    def held(self, word: str, language: str, places: Iterable[int]) -> dict[int, float]:
        """Of ``places`` the cards in which ``word`` stands, and how surely."""
        postings = self.postings(word, language)
        found = {place: max((_worth(posting, place) for posting in postings), default=0.0) for place in places}
        return {place: worth for place, worth in found.items() if worth}

    def common(self, word: str, language: str, spans: Sequence[Range]) -> int:
        """In about how many cards of ``spans`` the word itself stands."""
        literal = [posting for posting in self.postings(word, language) if posting.weights is not None]
        return sum(len(posting.within(span)) for posting in literal for span in spans)

    def knows(self, word: str, language: str, project: str) -> bool:
        """Whether ``word`` stands in a card of ``project``."""
        return any(posting.within(self.spans[project]) for posting in self.postings(word, language))

    def is_shared(self, word: str, project: str) -> bool:
        """Whether ``word``, in whatever form, stands in the Polish texts of two other projects."""
        forms = [posting for posting in self.postings(word, "pl") if posting.alike >= INFLECTED]
        others = {self.all[place].project.slug for posting in forms for place in posting.places} - {project}
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
            about = [entities[name] for name in fact.about if name in entities]
            shared = _shared(card, about)
            for language in LANGUAGES:
                for word, weight in _weighed(card, shared, language).items():
                    self._places[language].setdefault(word, array("I")).append(place)
                    self._weights[language].setdefault(word, array("f")).append(weight)
                    for concept in meanings(word):
                        meaning[concept].add(place)
        self.spans[project.slug] = first, len(self.all)
        for concept, places in meaning.items():
            self._meaning.setdefault(concept, array("I")).extend(sorted(places))


def _worth(posting: Posting, place: int) -> float:
    at = bisect_left(posting.places, place)
    if at == len(posting.places) or posting.places[at] != place:
        return 0.0
    return posting.alike * (posting.weights[at] if posting.weights else 1.0)


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
