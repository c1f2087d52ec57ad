"""Lists of words with ``*`` for any ending, tolerant of typing errors in long words."""

from bot.answers.matching import mistyped


class WordList:
    """Folded words per language, given as texts."""

    def __init__(self, *texts: str) -> None:
        entries = [entry for text in texts for entry in text.split()]
        self._starts = tuple(entry[:-1] for entry in entries if entry.endswith("*"))
        self._whole = frozenset(entry for entry in entries if not entry.endswith("*"))
        self._long = tuple(word for word in self._whole if len(word) >= 6)

    def holds(self, word: str) -> bool:
        """Whether ``word`` is written in the list, or begins as one of its starts."""
        return word in self._whole or word.startswith(self._starts)

    def nearly_holds(self, word: str) -> bool:
        """Whether ``word`` is in the list but for a slip of the finger."""
        return len(word) >= 6 and any(mistyped(word, other) for other in self._long)
