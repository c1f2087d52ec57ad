"""Projects and named things a question speaks of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.answers.lexicon import FILLERS
from bot.answers.matching import Vocabulary
from bot.answers.normalising import Token, word_set, words
from bot.answers.wordlists import WordList
from bot.content import Content

_BEFORE_A_PLACE = word_set(
    """
    w o z do dla od metoda metody metode projekt projekcie projektu jest to u przy spotkanie
    """
)
_OF_ANY_NAME = WordList("projekt* project* проєкт* проект* the that all co jest")
_FORMS = frozenset({"mamie", "mamu", "mamow", "mamach", "mamem", "mamami", "mamom"})


@dataclass(frozen=True, slots=True)
class Name:
    """A way to name a project, or a thing of a project: the words that count, in order."""

    project: str
    entity: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in a question, and the places of its words there."""

    name: Name
    places: frozenset[int]


class Names:
    """All names of the content."""

    def __init__(self, content: Content, vocabularies: Mapping[str, Vocabulary]) -> None:
        self._vocabularies = vocabularies
        self._names: set[Name] = set()
        for project in content.projects.values():
            self._add(project.slug, None, [*project.title.texts.values(), *project.aliases, project.slug])
            for entity in project.entities:
                self._add(project.slug, entity.id, [*entity.name.texts.values(), *entity.aliases])
        self._by_word: dict[str, list[Name]] = {}
        for name in self._names:
            for word in set(name.words):
                self._by_word.setdefault(word, []).append(name)

    def _add(self, project: str, entity: str | None, texts: Iterable[str]) -> None:
        for text in texts:
            found = words(text)
            telling = _telling(found)
            if telling:
                self._names.add(Name(project, entity, telling))

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
        found = [named for name in candidates if (named := _named(name, at))]
        return _longest(found)


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
    return [
        named
        for named in found
        if not any(
            named.places < other.places and (other.name.project != named.name.project or other.name.entity is None)
            for other in found
        )
    ]


def without_verb(tokens: Sequence[Token], language: str) -> list[Token]:
    """The tokens without *mam*, "I have"; MAM, the place, stays."""
    if language != "pl":
        return list(tokens)
    shouted = all(token.raw.isupper() for token in tokens)
    kept = [token for place, token in enumerate(tokens) if not _is_verb(tokens, place, shouted)]
    return [Token("mam", "MAM") if token.word in _FORMS else token for token in kept]


def _is_verb(tokens: Sequence[Token], place: int, shouted: bool) -> bool:
    token = tokens[place]
    if token.word != "mam" or (token.is_acronym and not shouted) or len(tokens) == 1:
        return False
    return place == 0 or tokens[place - 1].word not in _BEFORE_A_PLACE
