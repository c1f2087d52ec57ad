"""Projects and named things a question speaks of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answers.cards import Cards
from bot.answers.concepts import meanings
from bot.answers.lexicon import FILLERS
from bot.answers.matching import TYPO, mistyped
from bot.answers.normalising import Token, word_set, words
from bot.answers.wordlists import WordList
from bot.content import Content, EntityKind

_BEFORE_A_PLACE = word_set(
    """
    w o z do dla od metoda metody metode projekt projekcie projektu jest to u przy spotkanie
    """
)
_OF_ANY_NAME = WordList("projekt* project* проєкт* проект* the that all co jest")
_THESE = frozenset({"te", "tych", "tymi", "sa"})
_FORMS = frozenset({"mamie", "mamu", "mamow", "mamach", "mamem", "mamami", "mamom"})


@dataclass(frozen=True, slots=True)
class Name:
    """A way to name a project, or a thing of a project: the words that count, in order."""

    project: str
    entity: str | None
    words: tuple[str, ...]
    kind: EntityKind | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in a question, and the places of its words there."""

    name: Name
    places: frozenset[int]


class Names:
    """All names of the content."""

    def __init__(self, content: Content, cards: Cards) -> None:
        self._vocabularies = cards.vocabularies
        self._names: set[Name] = set()
        for project in content.projects.values():
            self._add(project.slug, None, [*project.title.texts.values(), *project.aliases, project.slug])
            for entity in project.entities:
                self._add(project.slug, entity.id, [*entity.name.texts.values(), *entity.aliases], entity.kind)
        self._common = {name for name in self._names if name.entity is None and _is_common(name, cards)}
        self._by_word: dict[str, list[Name]] = {}
        for name in self._names:
            for word in set(name.words):
                self._by_word.setdefault(word, []).append(name)

    def _add(self, project: str, entity: str | None, texts: Iterable[str], kind: EntityKind | None = None) -> None:
        for text in texts:
            found = words(text)
            telling = _telling(found)
            if telling:
                self._names.add(Name(project, entity, telling, kind))

    def spells(self, word: str, language: str) -> bool:
        """Whether ``word`` is surely no slip of the finger: a form of a word of the content, or otherwise known."""
        if FILLERS.holds(word, language):
            return True
        alike = max(self._vocabularies[language].matches(word).values(), default=0.0)
        return alike > TYPO or bool(meanings(word))

    def knows(self, word: str, language: str) -> bool:
        """Whether the content holds ``word``, in whatever form."""
        return bool(self._vocabularies[language].matches(word))

    def find(self, tokens: Sequence[Token], language: str) -> list[Named]:
        """Names all of whose words stand in the question; of overlapping ones the longest."""
        at: dict[str, list[int]] = {}
        for place, token in enumerate(tokens):
            for word, alike in self._vocabularies[language].matches(token.word).items():
                if alike >= 0.75 and (len(word) > 3 or token.word == word):
                    at.setdefault(word, []).append(place)
        candidates = {name for word in at for name in self._by_word.get(word, ())}
        typed = {token.word for token in tokens}
        candidates -= {name for name in self._common if name.words[0] not in typed}
        found = [named for name in candidates if (named := _named(name, at))]
        return _longest(found)


def _is_common(name: Name, cards: Cards) -> bool:
    """Whether a name is a single word that several projects use: *lider*; it counts only as it is written."""
    return len(name.words) == 1 and cards.is_shared(name.words[0], name.project)


def _telling(words_of_name: Sequence[str]) -> tuple[str, ...]:
    """The words that make the name: fillers count only where one other word would be all that is left."""
    long = [word for word in words_of_name if len(word) > 2]
    telling = [word for word in long if not FILLERS.holds(word)]
    if len(telling) == 1:
        telling = [word for word in long if word in telling or not _OF_ANY_NAME.holds(word)]
    return tuple(telling or words_of_name)


def _named(name: Name, at: dict[str, list[int]]) -> Named | None:
    if not all(word in at for word in name.words):
        return None
    places = frozenset(place for word in name.words for place in at[word])
    if len(places) < len(set(name.words)):
        return None
    return Named(name, places)


def _longest(found: list[Named]) -> list[Named]:
    """Without the names within a longer one, unless that is only a thing of the same project."""
    titles = {named.places for named in found if named.name.entity is None}
    owners: dict[frozenset[int], set[str]] = {}
    for named in found:
        owners.setdefault(named.places, set()).add(named.name.project)
    return [
        named
        for named in found
        if not any(
            named.places < places and (places in titles or bool(slugs - {named.name.project}))
            for places, slugs in owners.items()
        )
    ]


def without_verb(tokens: Sequence[Token], language: str) -> list[Token]:
    """The tokens without *mam*, "I have"; MAM, the place, stays."""
    if language != "pl":
        return list(tokens)
    shouted = all(token.raw.isupper() for token in tokens)
    kept = [token for place, token in enumerate(tokens) if not _is_verb(tokens, place, shouted)]
    return [Token("mam", "MAM") if _is_place(kept, place) else token for place, token in enumerate(kept)]


def _is_place(tokens: Sequence[Token], place: int) -> bool:
    """Whether a form of MAM stands there; *mamy* is also "we have", and mothers, unless they are *te mamy*."""
    word = tokens[place].word
    return word in _FORMS or (word == "mamy" and place > 0 and tokens[place - 1].word in _THESE)


def _is_verb(tokens: Sequence[Token], place: int, shouted: bool) -> bool:
    token = tokens[place]
    if token.word != "mam" or (token.is_acronym and not shouted) or len(tokens) == 1:
        return False
    before = tokens[place - 1].word if place else ""
    return before not in _BEFORE_A_PLACE and not mistyped(before, "projekcie")
