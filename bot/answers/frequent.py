"""Frequent questions: recognised when nearly every word fits a way of asking an editor wrote down."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import questions
from bot.answers.calendar_questions import about_events, events_meant
from bot.answers.lexicon import FOLLOWING, POLITE
from bot.answers.matching import INFLECTED, TYPO, Vocabulary, mistyped
from bot.answers.names import without_verb
from bot.answers.normalising import Token, fold, tokens
from bot.answers.values import Answer, CalendarEntry, Kind
from bot.answers.wordlists import WordList
from bot.content import Content, Question, Wish
from bot.domain.localized import LANGUAGES

ENOUGH = 0.8
"""The share of words, of both the question and the way of asking, that must fit."""

_NEGATIONS = WordList("nie", "not no cant cannot couldnt dont didnt wont wouldnt havent havenot", "не ні немає")
"""Who cannot come does not ask whether they may."""


@dataclass(frozen=True, slots=True)
class _Way:
    question: Question
    words: tuple[str, ...]
    is_negative: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of the question and those of the ways it is like; ``is_beside`` is a word about an event or a day."""

    word: str
    alike: frozenset[str]
    is_beside: bool


class Frequent:
    """The frequent questions of a content."""

    def __init__(self, content: Content) -> None:
        self._ways = [
            _Way(question, found, _is_negative(found))
            for question in content.faq
            for way in (*question.ask, *question.title.texts.values())
            if (found := tuple(token.word for token in without_verb(tokens(way), LANGUAGES[0])))
        ]
        self._vocabulary = Vocabulary(word for way in self._ways for word in way.words)
        self._by_word: dict[str, set[int]] = {}
        for place, way in enumerate(self._ways):
            for word in [word for word in way.words if len(word) > 3] or way.words:
                self._by_word.setdefault(word, set()).add(place)

    def answer(
        self,
        text: str,
        asked: questions.Question,
        calendar: Sequence[CalendarEntry],
        event: CalendarEntry | None,
        pinned: str | None,
        *,
        goes_on: bool,
    ) -> Answer | None:
        """The answer to a frequent question; a wish with the events it is about, else the one being talked of.

        ``goes_on``: something was asked just before.
        """
        meant = events_meant(asked, calendar)
        beside = about_events(asked, calendar, fold(text)) | _owners(asked, meant)
        named = {found.name.project for found in asked.named if not found.name.entity and not found.places <= beside}
        found = self._find(asked.tokens, frozenset(named | ({pinned} if pinned else set())), beside)
        if found is None:
            return None
        shown = (event,) if event and bool(event.own) is not (found.wish is Wish.JOIN) else ()
        events = (meant or shown) if found.wish else ()
        if found.wish is Wish.JOIN and len(events) > 1:
            return Answer(Kind.CALENDAR, asked.language, events=events)
        if goes_on and found.project is None and not events and _leans(asked, found.wish):
            return None
        told = (found.text.in_(asked.language),)
        return Answer(
            Kind.FAQ,
            asked.language,
            project=found.project,
            texts=told,
            events=events,
            buttons=found.buttons,
            wish=found.wish,
        )

    def _find(self, tokens: Sequence[Token], projects: frozenset[str], beside: frozenset[int]) -> Question | None:
        """The question that is asked, if it is a frequent one; ``projects`` are those it names.

        ``beside`` are places of words that only say which event is meant: a wish may leave them open, and little words.
        """
        asked = [_Said(token.word, self._alike(token.word), at in beside) for at, token in enumerate(tokens)]
        is_negative = _is_negative([token.word for token in tokens])
        best, score = None, ENOUGH
        shared = set().union(*(self._by_word.get(word, ()) for said in asked for word in said.alike))
        for way in (self._ways[place] for place in sorted(shared)):
            if way.is_negative != is_negative or (projects and way.question.project not in projects):
                continue
            fit = _fit(asked, way)
            if fit >= score:
                best, score = way.question, fit + 1e-9
        return best

    def _alike(self, word: str) -> frozenset[str]:
        near = self._vocabulary.matches(word)
        return frozenset(other for other, alike in near.items() if _is_meant(word, other, alike))


def _is_meant(word: str, other: str, alike: float) -> bool:
    """Whether a word is another inflected or mistyped, and none of its kin."""
    return alike == TYPO or alike >= INFLECTED or mistyped(word, other, 1)


def _owners(asked: questions.Question, events: Sequence[CalendarEntry]) -> frozenset[int]:
    """Places of words that name a project only to say which of its events is meant: ``na wizytę w MAM``."""
    return frozenset().union(*(asked.own_places(entry.project) for entry in events))


def _leans(asked: questions.Question, wish: Wish | None) -> bool:
    """Whether it is more likely about what was talked of before."""
    if wish is Wish.JOIN:
        return asked.leans
    return wish is not Wish.LEAVE and any(FOLLOWING.holds(token.word, asked.language) for token in asked.tokens[:2])


def _fit(asked: Sequence[_Said], way: _Way) -> float:
    counted = [said for said in asked if _counts(said, way)]
    if not counted or len(counted) > 2 * len(way.words) or len(way.words) > 2 * len(counted):
        return 0.0
    fitting = [_weight(said.word) for said in counted if not said.alike.isdisjoint(way.words)]
    covered = frozenset().union(*(said.alike for said in counted))
    found = [_weight(word) for word in way.words if word in covered]
    return min(sum(fitting) / sum(_weight(said.word) for said in counted), sum(found) / sum(map(_weight, way.words)))


def _counts(said: _Said, way: _Way) -> bool:
    if not said.alike.isdisjoint(way.words):
        return True
    return not POLITE.holds(said.word) and not (way.question.wish and (said.is_beside or len(said.word) < 3))


def _is_negative(said: Sequence[str]) -> bool:
    return any(_NEGATIONS.holds(word) for word in said)


def _weight(word: str) -> float:
    return 1.0 if len(word) > 3 else 0.5
