"""Frequent questions: recognised when nearly every word fits a way of asking an editor wrote down."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.matching import INFLECTED, TYPO, Vocabulary
from bot.answers.normalising import Token, words
from bot.content import Content, Question

ENOUGH = 0.8
"""The share of words, of both the question and the way of asking, that must fit."""


@dataclass(frozen=True, slots=True)
class _Way:
    question: Question
    words: tuple[str, ...]


class Frequent:
    """The frequent questions of a content."""

    def __init__(self, content: Content) -> None:
        self._ways = [
            _Way(question, tuple(words(way)))
            for question in content.faq
            for way in (*question.ask, *question.title.texts.values())
        ]
        self._vocabulary = Vocabulary(word for way in self._ways for word in way.words)
        self._by_word: dict[str, set[int]] = {}
        for place, way in enumerate(self._ways):
            for word in [word for word in way.words if len(word) > 3] or way.words:
                self._by_word.setdefault(word, set()).add(place)

    def find(self, tokens: Sequence[Token], projects: frozenset[str]) -> Question | None:
        """The question that is asked, if it is a frequent one; ``projects`` are those it names."""
        asked = [(token.word, self._alike(token.word)) for token in tokens]
        best, score = None, ENOUGH
        shared = set().union(*(self._by_word.get(word, ()) for _, alike in asked for word in alike))
        for way in (self._ways[place] for place in sorted(shared)):
            if projects and way.question.project not in projects:
                continue
            fit = _fit(asked, way.words)
            if fit >= score:
                best, score = way.question, fit + 1e-9
        return best

    def _alike(self, word: str) -> frozenset[str]:
        near = self._vocabulary.matches(word)
        return frozenset(other for other, alike in near.items() if alike == TYPO or alike >= INFLECTED)


def _fit(asked: "Sequence[tuple[str, frozenset[str]]]", way: Sequence[str]) -> float:
    if not asked or not way or len(asked) > 2 * len(way) or len(way) > 2 * len(asked):
        return 0.0
    said = [_weight(word) for word, _ in asked]
    fitting = [_weight(word) for word, alike in asked if not alike.isdisjoint(way)]
    covered = frozenset().union(*(alike for _, alike in asked))
    found = [_weight(word) for word in way if word in covered]
    return min(sum(fitting) / sum(said), sum(found) / sum(map(_weight, way)))


def _weight(word: str) -> float:
    return 1.0 if len(word) > 3 else 0.5
