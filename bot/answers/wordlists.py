"""Lists of words with ``*`` for any ending, tolerant of typing errors in long words."""

from dataclasses import dataclass

from bot.answers.matching import mistyped
from bot.domain.localized import LANGUAGES


@dataclass(frozen=True, slots=True)
class _Words:
    whole: frozenset[str]
    starts: tuple[str, ...]
    long: tuple[str, ...]


class WordList:
    """Folded words given as texts: one for each language in the order of ``LANGUAGES``, or one for all."""

    def __init__(self, *texts: str) -> None:
        each = texts if len(texts) == len(LANGUAGES) else (" ".join(texts),) * len(LANGUAGES)
        self._words = {language: _words(text) for language, text in zip(LANGUAGES, each, strict=True)}
        self._any = _words(" ".join(texts))

    def holds(self, word: str, language: str | None = None) -> bool:
        """Whether ``word`` is written in the list, or begins as one of its starts; in any language if None is given."""
        words = self._any if language is None else self._words[language]
        return word in words.whole or word.startswith(words.starts)

    def nearly_holds(self, word: str, language: str) -> bool:
        """Whether ``word`` is in the list but for a slip of the finger, which hardly ever hits the first letter."""
        if len(word) < 5:
            return False
        words = self._words[language]
        cut = (
            mistyped(word[:length], start, 1)
            for start in words.starts
            if 6 <= len(start) <= len(word) and start[0] == word[0]
            for length in ((len(start), len(start) - 1) if len(start) >= 8 else (len(start),))
        )
        return any(word[0] == other[0] and mistyped(word, other) for other in words.long) or any(cut)


def _words(text: str) -> _Words:
    entries = text.split()
    whole = frozenset(entry for entry in entries if not entry.endswith("*"))
    starts = tuple(entry[:-1] for entry in entries if entry.endswith("*"))
    return _Words(whole, starts, tuple(word for word in whole if len(word) >= 4))
