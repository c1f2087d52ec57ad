"""Every fact as a card of words, with where in which card each word of the content stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.answers.concepts import meanings
from bot.answers.lexicon import NUMBERS
from bot.answers.matching import INFLECTED, TYPO, Vocabulary, related
from bot.answers.normalising import words
from bot.content import Content, Entity, EntityKind, Facet, Fact, Project
from bot.domain.localized import LANGUAGES

TEXT, KEY, NAME, BORROWED = 1.0, 1.0, 0.9, 0.85

MEANT = 0.7
"""How surely a word stands for another of the same meaning."""

_HAS_NUMBER = re.compile(
    r"\d|\b(jed(en|n[aeoy]\w*)|dw(a|ie|óch|óm|oma|iema)|trz(y|ech|ema)|czter\w+|pię(ć|ciu)|sześ\w+|siedm\w*|ośmiu?|osiem"
    r"|dziewię\w+|dziesię\w+|dwadzieścia|trzydzieści|kilk\w+|setk\w+)\b"
)
_HAS_YEAR = re.compile(r"\b(19|20)\d\d\b")
_HAS_HOUR = re.compile(r"\d{1,2}[:.]\d{2}(?![\d.])|godz\.? \d")
_HAS_AMOUNT = re.compile(r"\d[\d\s.,]*(tys\.?|mln)?\s*(zł|PLN|euro|EUR|€|%)")
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
    def _polish(self) -> str:
        return self.fact.text.in_("pl")

    @cached_property
    def _words(self) -> dict[str, list[str]]:
        return {language: words(self.fact.text.in_(language)) for language in LANGUAGES}

    @cached_property
    def size(self) -> int:
        """How many words it has."""
        return len(self._words["pl"])

    @cached_property
    def keys(self) -> tuple[frozenset[str], ...]:
        """The words of each of its keys."""
        return tuple(frozenset(words(key)) for key in self.fact.keys)

    @cached_property
    def has_number(self) -> bool:
        """Whether a number stands in it."""
        return bool(_HAS_NUMBER.search(self._polish.casefold()))

    @cached_property
    def has_hour(self) -> bool:
        """Whether an hour of the clock stands in it."""
        return bool(_HAS_HOUR.search(self._polish))

    @cached_property
    def has_year(self) -> bool:
        """Whether a year stands in it."""
        return bool(_HAS_YEAR.search(self._polish))

    @cached_property
    def has_amount(self) -> bool:
        """Whether an amount of money stands in it."""
        return bool(_HAS_AMOUNT.search(self._polish))

    @cached_property
    def has_street(self) -> bool:
        """Whether a street stands in it."""
        return bool(_HAS_STREET.search(self._polish))

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
            for language, text in self._words.items()
        }

    @cached_property
    def names_somebody(self) -> bool:
        """Whether a person is among the things it is about."""
        people = {entity.id for entity in self.project.entities if entity.kind is EntityKind.PERSON}
        return not people.isdisjoint(self.fact.about)

    def says(self, word: str, language: str) -> bool:
        """Whether ``word`` stands in its text, not only among its keys."""
        return any(related(word, other) >= INFLECTED for other in self._words[language])


Holding = dict[str, dict[str, dict[int, float]]]
"""Word, project, card, how surely."""


class Cards:
    """All cards and the words in them, per language of the reader."""

    def __init__(self, content: Content) -> None:
        self.all: list[Card] = []
        self.of: dict[str, list[int]] = defaultdict(list)
        self._holding: dict[str, Holding] = {language: defaultdict(dict) for language in LANGUAGES}
        self._meaning: dict[int, dict[str, set[int]]] = defaultdict(dict)
        names: set[str] = set()
        for project in content.projects.values():
            self._add_project(project)
            names.update(_names(project))
        self.vocabularies = {language: Vocabulary([*self._holding[language], *names]) for language in LANGUAGES}
        for holding in self._holding.values():
            for word, projects in holding.items():
                for concept in meanings(word):
                    for slug, places in projects.items():
                        self._meaning[concept].setdefault(slug, set()).update(places)

    def holding(self, word: str, language: str, projects: Sequence[str]) -> dict[int, float]:
        """The cards of ``projects`` in which ``word`` stands, in whatever form, and how surely."""
        found: dict[int, float] = {}
        holding = self._holding[language]
        matches = self.vocabularies[language].matches(word)
        meant = meanings(word).union(*map(meanings, matches))
        for concept in meant:
            at = self._meaning.get(concept, {})
            for slug in projects:
                found.update(dict.fromkeys(at.get(slug, ()), MEANT))
        for other, alike in matches.items():
            held = holding.get(other, {})
            for slug in projects:
                for place, weight in held.get(slug, {}).items():
                    found[place] = max(found.get(place, 0.0), alike * weight)
        return found

    def forms(self, typed: Iterable[str], language: str) -> set[str]:
        """The words of the content that ``typed`` ones are forms of."""
        vocabulary = self.vocabularies[language]
        return {
            other
            for word in typed
            for other, alike in vocabulary.matches(word).items()
            if alike >= INFLECTED or alike == TYPO
        }

    def _add_project(self, project: Project) -> None:
        entities = {entity.id: entity for entity in project.entities}
        for order, fact in enumerate(project.facts):
            place = len(self.all)
            self.of[project.slug].append(place)
            self.all.append(Card(place, project, fact, order))
            about = [entities[name] for name in fact.about if name in entities]
            for language in LANGUAGES:
                for weight, word in _words(fact, about, language):
                    held = self._holding[language][word].setdefault(project.slug, {})
                    held[place] = max(held.get(place, 0.0), weight)


def _names(project: Project) -> Iterator[str]:
    for name in [*project.title.texts.values(), *project.aliases, project.slug]:
        yield from words(name)
    for entity in project.entities:
        for name in [*entity.name.texts.values(), *entity.aliases]:
            yield from words(name)


def _words(fact: Fact, entities: list[Entity], language: str) -> Iterator[tuple[float, str]]:
    yield from ((TEXT, word) for word in words(fact.text.in_(language)))
    if language != "pl":  # Polish terms typed in another language; short words would be false friends
        yield from ((BORROWED, word) for word in words(fact.text.in_("pl")) if len(word) > 5)
    yield from ((KEY, word) for key in fact.keys for word in words(key))
    for entity in entities:
        for name in [*entity.name.texts.values(), *entity.aliases]:
            parts = words(name)
            yield from ((NAME, word) for word in parts)
            yield from ((NAME, one + other) for one, other in pairwise(parts))  # "LearningLab" for "Learning Lab"
