"""A fact as a card of words: what stands in it, and of what sort it is."""

import re
from dataclasses import dataclass
from functools import cached_property

from bot.answers.concepts import meanings
from bot.answers.lexicon import NUMBERS
from bot.answers.matching import INFLECTED, related
from bot.answers.normalising import words
from bot.answers.turns import CLOCK
from bot.content import EntityKind, Facet, Fact, Project
from bot.domain.localized import LANGUAGES

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
