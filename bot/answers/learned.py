"""What the team taught the bot in the chat: its own answers to questions people asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answers.lexicon import INTERROGATIVES
from bot.answers.matching import INFLECTED, TYPO, Vocabulary
from bot.answers.names import Names
from bot.answers.questions import ASKING, WHOLE, Question
from bot.answers.understanding import understand
from bot.domain.faq import FaqEntry

ENOUGH = 0.8
"""The share of what is said, on both sides, that must fit."""

INTERROGATIVE, LITTLE = 0.5, 0.05
"""What a word says that asks when or where, and one that only fills; a word of content says 1."""


@dataclass(frozen=True, slots=True)
class _Said:
    """How much each word says, those left out that name the project itself."""

    words: Mapping[str, float]
    total: float
    asks: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Asked(_Said):
    """The same of a question, with the words of the entries each of its own is like; ``covered`` are all of them."""

    alike: Mapping[str, frozenset[str]]
    covered: frozenset[str]


class Learned:
    """Entries the team added, each found by nearly the words it was asked with.

    One about the whole organisation answers for every project, unless a project has its own.
    """

    def __init__(self, entries: Sequence[FaqEntry], names: Names) -> None:
        self._ways = [
            (entry, _said(understand(entry.question, names, entry.language), entry.project))
            for entry in sorted(entries, key=lambda entry: bool(entry.project))
        ]
        self._vocabulary = Vocabulary(word for _, way in self._ways for word in way.words)

    def __bool__(self) -> bool:
        """Whether there is anything to answer from."""
        return bool(self._ways)

    def find(self, question: Question, projects: frozenset[str]) -> FaqEntry | None:
        """The entry that answers, the newest of equals; ``projects`` are those that are meant, if any are known."""
        asked: dict[str, _Asked] = {}
        best, score = None, ENOUGH
        for entry, way in self._ways:
            if projects and entry.project and entry.project not in projects:
                continue
            if entry.project not in asked:
                asked[entry.project] = self._asked(_said(question, entry.project))
            fit = _fit(asked[entry.project], way)
            if fit >= score:
                best, score = entry, fit
        return best

    def _asked(self, said: _Said) -> _Asked:
        alike = {word: self._alike(word) for word in said.words}
        return _Asked(said.words, said.total, said.asks, alike, frozenset().union(*alike.values()))

    def _alike(self, word: str) -> frozenset[str]:
        near = self._vocabulary.matches(word)
        return frozenset(other for other, alike in near.items() if alike == TYPO or alike >= INFLECTED)


def _fit(asked: _Asked, way: _Said) -> float:
    """The smaller share of what fits: of what is asked, and of what the entry was asked with."""
    if asked.covered.isdisjoint(way.words) or (asked.asks and way.asks and asked.asks.isdisjoint(way.asks)):
        return 0.0
    fitting = sum(weight for word, weight in asked.words.items() if not asked.alike[word].isdisjoint(way.words))
    found = sum(weight for word, weight in way.words.items() if word in asked.covered)
    return min(fitting / asked.total, found / way.total)


def _said(question: Question, project: str) -> _Said:
    named = {project} if project else question.projects
    own = frozenset().union(*(question.own_places(slug) for slug in named))
    words = {
        token.word: _says(token.word, weight)
        for place, (token, weight) in enumerate(zip(question.tokens, question.weights, strict=True))
        if place not in own
    }
    return _Said(words, sum(words.values()), frozenset(word for word in words if INTERROGATIVES.holds(word)))


def _says(word: str, weight: float) -> float:
    if INTERROGATIVES.holds(word):
        return INTERROGATIVE
    return WHOLE if weight >= ASKING else LITTLE
