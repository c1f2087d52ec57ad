"""A question understood: its language, its words, what it asks for and what it names."""

from dataclasses import dataclass, replace
from functools import cached_property

from bot.answers.intents import Asked
from bot.answers.lexicon import (
    FILLERS,
    FOLLOWING,
    HOW_MANY,
    JOINING,
    MONTHS,
    PEOPLE,
    RECRUITING,
    SPANS,
    SUBJECTS,
    WHETHER,
    WHO,
)
from bot.answers.names import Named
from bot.answers.normalising import Token
from bot.answers.turns import (
    AMOUNT,
    DEADLINE,
    FREE_SEATS,
    OUTCOME,
    PARTICULARS,
    POPULATION,
    REACHING,
    STREET,
    WHY,
    YEAR,
    Particular,
    implied,
)
from bot.answers.verbs import is_done, is_verb, was_done
from bot.content import EntityKind, Facet

ASIDE = (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION)
WHOLE, ASKING, FILLING = 1.0, 0.4, 0.3
_PLACING = frozenset({"w", "we", "na", "o", "po", "przy"})
_VAGUE = frozenset({"dokladnie", "razem", "mniej", "wiecej", "exactly", "roughly", "точно", "загалом"})


@dataclass(frozen=True)
class Question:
    """``weights`` are how much each token says; those of ``WHOLE`` weight must be explained by an answer."""

    language: str
    tokens: tuple[Token, ...]
    asked: Asked
    named: tuple[Named, ...]
    weights: tuple[float, ...]
    background: tuple[str, ...] = ()

    @cached_property
    def telling(self) -> tuple[int, ...]:
        """Places of the words that must be explained."""
        return tuple(place for place, weight in enumerate(self.weights) if weight == WHOLE)

    @cached_property
    def projects(self) -> frozenset[str]:
        """Projects named by their own name."""
        return frozenset(named.name.project for named in self.named if named.name.entity is None)

    @cached_property
    def entities(self) -> frozenset[tuple[str, str]]:
        """Things named, each with its project."""
        return frozenset(
            (named.name.project, named.name.entity)
            for named in self.named
            if named.name.entity and not self._is_the_project(named)
        )

    def _is_the_project(self, named: Named) -> bool:
        """Whether a name of a thing only names its project, which no other word does."""
        slug = named.name.project
        titles = (other for other in self.named if other.name.project == slug and other.name.entity is None)
        return named.places <= self.own_places(slug) and not any(
            named.places.isdisjoint(other.places) for other in titles
        )

    def own_places(self, project: str) -> frozenset[int]:
        """Places of the words that name ``project`` itself, and of a house number after them."""
        return self._own.get(project, frozenset())

    @cached_property
    def _own(self) -> dict[str, frozenset[int]]:
        own: dict[str, set[int]] = {}
        for named in self.named:
            if named.name.entity is None:
                own.setdefault(named.name.project, set()).update(named.places)
        for places in own.values():
            numbers = {place + 1 for place in places if place + 1 < len(self.tokens)}
            places.update(place for place in numbers if self.tokens[place].is_number)
        return {project: frozenset(places) for project, places in own.items()}

    @cached_property
    def dated(self) -> frozenset[int]:
        """Places of numbers and months."""
        return frozenset(
            place for place, token in enumerate(self.tokens) if token.is_number or MONTHS.holds(token.word)
        )

    @cached_property
    def verbs(self) -> frozenset[int]:
        """Places of the telling words that are verbs, which say less than nouns."""
        return frozenset(place for place in self.telling if self._is_verb(place))

    def _is_verb(self, place: int) -> bool:
        before = self.tokens[place - 1].word if place else ""
        word = self.tokens[place].word
        after_who = len(word) >= 5 and SUBJECTS.holds(before, self.language)
        return after_who or (is_verb(word) and not (word.endswith("dzie") and before in _PLACING))

    @cached_property
    def entities_of(self) -> dict[str, frozenset[str]]:
        """Things named, by project."""
        return {slug: frozenset(name for of, name in self.entities if of == slug) for slug, _ in self.entities}

    @cached_property
    def said(self) -> str:
        """Its folded words, one after the other."""
        return " ".join(token.word for token in self.tokens)

    @cached_property
    def hints(self) -> tuple[str, ...]:
        """Words it implies without saying them."""
        return implied(self.said)

    @cached_property
    def particulars(self) -> tuple[Particular, ...]:
        """What it wants that is never guessed."""
        return tuple(one for one in PARTICULARS if one.asks.search(self.said))

    @cached_property
    def asks_the_street(self) -> bool:
        """Whether it wants a street, not a town."""
        return bool(STREET.search(self.said)) and Facet.CONTACT not in self.asked.firm

    @cached_property
    def asks_the_deadline(self) -> bool:
        """Whether it wants the last day to sign up."""
        return bool(DEADLINE.search(self.said))

    @cached_property
    def asks_for_a_contact(self) -> bool:
        """Whether it wants a telephone number or an e-mail address."""
        return Facet.CONTACT in self.asked.firm and bool(REACHING.search(self.said))

    @cached_property
    def asks_for_free_seats(self) -> bool:
        """Whether it wants to know if there still is room."""
        return bool(FREE_SEATS.search(self.said))

    @cached_property
    def asks_the_population(self) -> bool:
        """Whether it wants to know how many people live somewhere, which is nothing a project does."""
        return bool(POPULATION.search(self.said))

    @cached_property
    def asks_the_year(self) -> bool:
        """Whether it wants a year."""
        return bool(YEAR.search(self.said))

    @cached_property
    def asks_why(self) -> bool:
        """Whether it wants a reason."""
        return bool(WHY.search(self.said))

    @cached_property
    def who_did(self) -> frozenset[int]:
        """The place of what somebody did, where is asked who: *napisał* in *kto napisał*."""
        asking = [at for at, token in enumerate(self.tokens[:3]) if WHO.holds(token.word, self.language)]
        verbs = {at + after for at in asking for after in (1, 2)} & set(self.telling)
        return frozenset(at for at in verbs if was_done(self.tokens[at].word))

    @cached_property
    def asks_the_amount(self) -> bool:
        """Whether it wants an amount of money, not only who gives it."""
        firm, much = self.asked.firm, bool(AMOUNT.search(self.said))
        if Facet.MONEY in firm:
            return much or Facet.FUNDER not in firm
        return Facet.FUNDER in firm and much and self.counted is None

    @cached_property
    def how_many(self) -> bool:
        """Whether it wants a number of something other than money."""
        if not self.tokens or WHETHER.holds(self.tokens[0].word, self.language):
            return False
        return any(HOW_MANY.holds(token.word) for token in self.tokens) and Facet.MONEY not in self.asked.firm

    @cached_property
    def done(self) -> frozenset[int]:
        """Places of verbs that ask how many it has been in the end, or whether it came true; plans do not tell."""
        if not self.how_many and not OUTCOME.search(self.said):
            return frozenset()
        return frozenset(
            place for place, token in enumerate(self.tokens) if place != self.counted and is_done(token.word)
        )

    @cached_property
    def recruits(self) -> bool:
        """Whether it is about recruitment."""
        return any(RECRUITING.holds(token.word, self.language) for token in self.tokens)

    def mentions(self, project: str) -> frozenset[int]:
        """Places of people, places and organisations of ``project``: things that hardly are what is asked about."""
        return self._mentions.get(project, frozenset())

    @cached_property
    def _mentions(self) -> dict[str, frozenset[int]]:
        found: dict[str, frozenset[int]] = {}
        for named in self.named:
            if named.name.kind in ASIDE:
                found[named.name.project] = found.get(named.name.project, frozenset()) | named.places
        return found

    @cached_property
    def counted(self) -> int | None:
        """The place of what is to be counted: *osób* in *ile jest osób*."""
        asking = [place for place, token in enumerate(self.tokens) if HOW_MANY.holds(token.word, self.language)]
        for place in range(asking[0] + 1, min(asking[0] + 5, len(self.tokens))) if asking else ():
            word = self.tokens[place].word
            if PEOPLE.holds(word, self.language) or SPANS.holds(word, self.language) or self.weights[place] == WHOLE:
                return place
            if FILLERS.holds(word, self.language) and (len(word) <= 5 or self.tokens[place].word in _VAGUE):
                continue
            asks_by_the_way = self.weights[place] == ASKING and Facet.MONEY not in self.asked.facets
            return place if asks_by_the_way and len(word) > 5 and not is_verb(word) else None
        return None

    @cached_property
    def counted_as_well(self) -> int | None:
        """The place of the second thing to be counted: *samorządów* in *ile organizacji i samorządów*."""
        at = self.counted
        if at is None or at + 2 >= len(self.tokens) or not JOINING.holds(self.tokens[at + 1].word):
            return None
        return at + 2 if self.weights[at + 2] == WHOLE else None

    def kinds(self, project: str) -> frozenset[EntityKind]:
        """What sort of things of ``project`` are named."""
        things = self.entities_of.get(project, frozenset())
        return frozenset(
            named.name.kind
            for named in self.named
            if named.name.kind and named.name.project == project and named.name.entity in things
        )

    @cached_property
    def leans(self) -> bool:
        """Whether it begins or points back like the second question of a talk."""
        return any(FOLLOWING.holds(token.word) for token in self.tokens[:2]) or len(self.telling) == 0

    def after(self, previous: "Question") -> "Question":
        """The question with what the one before leaves understood."""
        said = tuple(token.word for place, token in enumerate(previous.tokens) if place in previous.telling)
        asks = self.asked if self.asked.facets or self.telling else previous.asked
        if not self.asked.facets and self.projects:
            asks = previous.asked
        named = self.named or tuple(found for found in previous.named if found.name.entity)
        facets = tuple(dict.fromkeys((*asks.facets, *previous.asked.facets)))
        asks = replace(asks, facets=facets, explained=self.asked.explained)
        return replace(self, background=said, named=named, asked=asks)
