"""What the team taught the bot in the chat: its own answers to questions people asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answers.lexicon import INTERROGATIVES
from bot.answers.matching import INFLECTED, TYPO, Vocabulary
from bot.answers.names import Names
from bot.answers.questions import ASKING, WHOLE, Question, understand
from bot.domain.faq import FaqEntry

ENOUGH = 0.8
"""The share of what is said, on both sides, that must fit."""

INTERROGATIVE, LITTLE = 0.5, 0.05
"""What a word says that asks when or where, and one that only fills; a word of content says 1."""

Weights = Mapping[str, float]
"""How much each word says; words that name the project itself are left out."""


@dataclass(frozen=True, slots=True)
class _Way:
    entry: FaqEntry
    words: Weights


class Learned:
    """Entries the team added, each found by nearly the words it was asked with.

    One about the whole organisation answers for every project, unless a project has its own.
    """

    def __init__(self, entries: Sequence[FaqEntry], names: Names) -> None:
        self._ways = [
            _Way(entry, _words(understand(entry.question, names, entry.language), entry.project))
            for entry in sorted(entries, key=lambda entry: bool(entry.project))
        ]
        self._vocabulary = Vocabulary(word for way in self._ways for word in way.words)

    def find(self, asked: Question, projects: frozenset[str]) -> FaqEntry | None:
        """The entry that answers, the newest of equals; ``projects`` are those that are meant, if any are known."""
        best, score = None, ENOUGH
        for way in self._ways:
            if projects and way.entry.project and way.entry.project not in projects:
                continue
            fit = self._fit(_words(asked, way.entry.project), way.words)
            if fit >= score:
                best, score = way.entry, fit
        return best

    def _fit(self, asked: Weights, way: Weights) -> float:
        if not asked or not way or _asks_otherwise(asked, way):
            return 0.0
        alike = {word: self._alike(word) for word in asked}
        fitting = sum(weight for word, weight in asked.items() if not alike[word].isdisjoint(way))
        covered = frozenset().union(*alike.values())
        found = sum(weight for word, weight in way.items() if word in covered)
        return min(fitting / sum(asked.values()), found / sum(way.values()))

    def _alike(self, word: str) -> frozenset[str]:
        near = self._vocabulary.matches(word)
        return frozenset(other for other, alike in near.items() if alike == TYPO or alike >= INFLECTED)


def _words(question: Question, project: str) -> Weights:
    named = {project} if project else question.projects
    own = frozenset().union(*(question.own_places(slug) for slug in named))
    return {
        token.word: _says(token.word, weight)
        for place, (token, weight) in enumerate(zip(question.tokens, question.weights, strict=True))
        if place not in own
    }


def _says(word: str, weight: float) -> float:
    if INTERROGATIVES.holds(word):
        return INTERROGATIVE
    return WHOLE if weight >= ASKING else LITTLE


def _asks_otherwise(one: Weights, other: Weights) -> bool:
    """Whether one side asks when and the other where."""
    mine, theirs = ({word for word in words if INTERROGATIVES.holds(word)} for words in (one, other))
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)
