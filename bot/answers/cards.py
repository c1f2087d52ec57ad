"""Every fact as a card of words, with where in which card each word of the content stands."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.answers.matching import Vocabulary
from bot.answers.normalising import words
from bot.content import Content, Entity, Facet, Fact, Project
from bot.domain.localized import LANGUAGES

TEXT, KEY, NAME, BORROWED = 1.0, 1.0, 0.9, 0.85

_HAS_NUMBER = re.compile(
    r"\d|\b(jed(en|n[aeoy]\w*)|dw(a|ie|óch|óm|oma|iema)|trz(y|ech|ema)|czter\w+|pię(ć|ciu)|sześ\w+|siedm\w*|ośmiu?|osiem"
    r"|dziewię\w+|dziesię\w+|dwadzieścia|trzydzieści|kilk\w+|setk\w+)\b"
)
_HAS_YEAR = re.compile(r"\b(19|20)\d\d\b")
_HAS_HOUR = re.compile(r"\d{1,2}[:.]\d{2}(?![\d.])|godz\.? \d")
_HAS_AMOUNT = re.compile(r"\d[\d\s.,]*(tys\.?|mln)?\s*(zł|PLN|euro|EUR|€|%)")


@dataclass(frozen=True, slots=True)
class Card:
    """A fact with its project; ``order`` is its place in the file."""

    project: Project
    fact: Fact
    order: int
    size: int

    @property
    def key(self) -> tuple[str, str]:
        """What names it among all cards."""
        return self.project.slug, self.fact.id

    def speaks_of(self, facet: Facet) -> bool:
        """Whether it is filed under ``facet``."""
        return facet in self.fact.facets

    @property
    def has_number(self) -> bool:
        """Whether a number stands in it."""
        return bool(_HAS_NUMBER.search(self.fact.text.in_("pl").casefold()))

    @property
    def has_hour(self) -> bool:
        """Whether an hour of the clock stands in it."""
        return bool(_HAS_HOUR.search(self.fact.text.in_("pl")))

    @property
    def has_year(self) -> bool:
        """Whether a year stands in it."""
        return bool(_HAS_YEAR.search(self.fact.text.in_("pl")))

    @property
    def has_amount(self) -> bool:
        """Whether an amount of money stands in it."""
        return bool(_HAS_AMOUNT.search(self.fact.text.in_("pl")))


class Cards:
    """All cards and the words in them, per language of the reader."""

    def __init__(self, content: Content) -> None:
        self.all: list[Card] = []
        self.of: dict[str, list[int]] = defaultdict(list)
        self._holding: dict[str, dict[str, dict[int, float]]] = {language: defaultdict(dict) for language in LANGUAGES}
        names: set[str] = set()
        for project in content.projects.values():
            self._add_project(project)
            names.update(_names(project))
        self.vocabularies = {language: Vocabulary([*self._holding[language], *names]) for language in LANGUAGES}

    def holding(self, word: str, language: str) -> dict[int, float]:
        """The cards in which ``word`` stands, in whatever form, and how surely; places in ``all``."""
        found: dict[int, float] = {}
        holding = self._holding[language]
        for other, alike in self.vocabularies[language].matches(word).items():
            for place, weight in holding.get(other, {}).items():
                found[place] = max(found.get(place, 0.0), alike * weight)
        return found

    def _add_project(self, project: Project) -> None:
        entities = {entity.id: entity for entity in project.entities}
        for order, fact in enumerate(project.facts):
            place = len(self.all)
            self.of[project.slug].append(place)
            self.all.append(Card(project, fact, order, len(words(fact.text.in_("pl")))))
            about = [entities[name] for name in fact.about if name in entities]
            for language in LANGUAGES:
                for weight, word in _words(fact, about, language):
                    held = self._holding[language][word]
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
