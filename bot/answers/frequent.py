"""Frequent questions: recognised when nearly every word fits a way of asking an editor wrote down."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.matching import mistyped, related
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

    def find(self, tokens: Sequence[Token], projects: frozenset[str]) -> Question | None:
        """The question that is asked, if it is a frequent one; ``projects`` are those it names."""
        asked = [token.word for token in tokens]
        best, score = None, ENOUGH
        for way in self._ways:
            if projects and way.question.project not in projects:
                continue
            fit = _fit(asked, way.words)
            if fit >= score:
                best, score = way.question, fit + 1e-9
        return best


def _fit(asked: Sequence[str], way: Sequence[str]) -> float:
    if not asked or not way or len(asked) > 2 * len(way) or len(way) > 2 * len(asked):
        return 0.0
    return min(_share(asked, way), _share(way, asked))


def _share(some: Sequence[str], others: Sequence[str]) -> float:
    weights = [1.0 if len(word) > 3 else 0.5 for word in some]
    hits = [weight for word, weight in zip(some, weights, strict=True) if any(_alike(word, other) for other in others)]
    return sum(hits) / sum(weights)


def _alike(word: str, other: str) -> bool:
    return related(word, other) >= 0.9 or (abs(len(word) - len(other)) <= 2 and mistyped(word, other))
