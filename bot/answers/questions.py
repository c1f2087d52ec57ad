"""A question understood: its language, its words, what it asks for and what it names."""

from dataclasses import dataclass, replace

from bot.answers.intents import Asked, asked
from bot.answers.languages import detect
from bot.answers.lexicon import FILLERS, FOLLOWING
from bot.answers.names import Named, Names, without_verb
from bot.answers.normalising import Token, tokens
from bot.content import EntityKind, Project

ASIDE = (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION)
WHOLE, ASKING, FILLING = 1.0, 0.4, 0.3


@dataclass(frozen=True, slots=True)
class Question:
    """``weights`` are how much each token says; those of ``WHOLE`` weight must be explained by an answer."""

    language: str
    tokens: tuple[Token, ...]
    asked: Asked
    named: tuple[Named, ...]
    weights: tuple[float, ...]
    background: tuple[str, ...] = ()

    @property
    def telling(self) -> tuple[int, ...]:
        """Places of the words that must be explained."""
        return tuple(place for place, weight in enumerate(self.weights) if weight == WHOLE)

    @property
    def projects(self) -> frozenset[str]:
        """Projects named by their own name."""
        return frozenset(named.name.project for named in self.named if named.name.entity is None)

    @property
    def entities(self) -> frozenset[tuple[str, str]]:
        """Things named, each with its project."""
        return frozenset((named.name.project, named.name.entity) for named in self.named if named.name.entity)

    def own_places(self, project: str) -> frozenset[int]:
        """Places of the words that name ``project`` itself."""
        return frozenset(
            place
            for named in self.named
            if named.name.project == project and named.name.entity is None
            for place in named.places
        )

    def mentions(self, project: Project) -> frozenset[int]:
        """Places of people, places and organisations of ``project``: things that hardly are what is asked about."""
        aside = {entity.id for entity in project.entities if entity.kind in ASIDE}
        return frozenset(
            place
            for named in self.named
            if named.name.project == project.slug and named.name.entity in aside
            for place in named.places
        )

    @property
    def leans(self) -> bool:
        """Whether it begins or points back like the second question of a talk."""
        return any(FOLLOWING.holds(token.word) for token in self.tokens[:2]) or len(self.telling) == 0

    def after(self, previous: "Question") -> "Question":
        """The question with what the one before leaves understood."""
        said = tuple(token.word for place, token in enumerate(previous.tokens) if place in previous.telling)
        asks = self.asked if self.asked.facets or self.telling else previous.asked
        if not self.asked.facets and self.projects:
            asks = previous.asked
        return replace(self, background=said, asked=replace(asks, explained=self.asked.explained))


def understand(text: str, names: Names, default: str) -> Question:
    """``text`` taken apart; ``default`` is the language when it does not tell."""
    found = tokens(text)
    language = detect(found, default)
    kept = without_verb(found, language)
    asks = asked(kept, language)
    return Question(
        language=language,
        tokens=tuple(kept),
        asked=asks,
        named=tuple(names.find(kept, language)),
        weights=tuple(_weight(token, place, asks, language) for place, token in enumerate(kept)),
    )


def _weight(token: Token, place: int, asks: Asked, language: str) -> float:
    if len(token.word) == 1 and not token.is_number:
        return 0.0
    if FILLERS.holds(token.word, language):
        return FILLING if len(token.word) > 4 else 0.0
    if place in asks.explained:
        return ASKING
    if len(token.word) < 3 and not token.is_number and not token.is_acronym:
        return FILLING
    return WHOLE
