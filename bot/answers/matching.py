"""How alike two words are: inflection, derivation, typing errors, and Cyrillic spellings of Polish names."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from bot.answers.normalising import word_set

LAST = "\U0010ffff"
"""Comes after every letter."""

SAME, INFLECTED, DERIVED, TYPO = 1.0, 0.95, 0.8, 0.75
_PREFIXES = ("prze", "przy", "roz", "po", "za", "wy", "na", "do", "od", "z", "s", "u", "o")
_CACHED = 4096

_ENDINGS = word_set(
    """
    a e i o u y ie ia iu io ow om ami ach em iem ej ego emu ych ich ym im ymi imi mi cie t ty tu tow tem tami
    tach ta te k ka ki ke ko ku kom kami kach ce cy cow com cami cach ca iec kow kiem ga gi dze ze ni nie nia
    niu n ny na ne no nej nego nych nym nymi sci sciami sciach sc l la li lo ly le al ala ali alo ac ic yc uje
    uja ujemy ac aja amy asz acie a am ecie at acie
    zien cien tnia tniu ien en zec s es ed d ing ings er ers ly al а я о у ю е є и і ї й ь ам
    ям ами ями ах ях ів їв ей ом ем єм ою ею єю ого его ому ему ій им их ими ими ня ні ння нні нням ці цю ка ку
    ки кою ками ках ок ка ти ть є ють ять уть ати ить ала али ло ли ла в
    """
) | {""}

_VOWELS = ("", *"aeiouyаеиіїоуюяєйь")
"""How an ending of a word of three letters may begin: *domu*, but *park* is no form of *party*."""

_LETTERS = word_set(
    """
    аa бb вw гh дd еe єie жz зz иy іi їi йj кk лl мm нn оo пp рr сs тt уu фf хch цc чcz шsz щszcz юiu яia ь
    """
)
_LATIN = {pair[0]: pair[1:] for pair in _LETTERS}


def related(one: str, other: str) -> float:
    """0 to 1 for two folded words, without regard to typing errors."""
    if one == other:
        return SAME
    if one.isdigit() or other.isdigit():
        return 0.0
    shared = Prefix.similarity(one, other)
    if shared < 3:
        return 0.0
    if shared == 3 and one[shared:][:1] not in _VOWELS and other[shared:][:1] not in _VOWELS:
        return 0.0
    if one[shared:] in _ENDINGS and other[shared:] in _ENDINGS and 2 * shared >= min(len(one), len(other)):
        return INFLECTED
    return DERIVED if shared >= 5 and 2 * shared >= 0.72 * (len(one) + len(other)) else 0.0


def mistyped(word: str, other: str, most: int = 2) -> bool:
    """Whether ``word`` may be ``other`` with a slip of the finger, or ``most``."""
    allowed = min(_slips(word), most)
    return bool(allowed) and OSA.distance(word, other, score_cutoff=allowed) <= allowed


def latin(word: str) -> str:
    """A Cyrillic word in Polish letters, roughly: ``скавіна`` is ``skawina``."""
    return "".join(_LATIN.get(char, char) for char in word)


def _slips(word: str) -> int:
    if word.isdigit() or len(word) < 5:
        return 0
    return 1 if len(word) < 8 else 2


class Vocabulary:
    """All words of the content; finds those a typed word may stand for."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(words)
        self._by_start: dict[str, list[str]] = defaultdict(list)
        self._short: dict[str, list[str]] = defaultdict(list)
        self._alike: dict[tuple[int, str], list[str]] = defaultdict(list)
        for word in sorted(self._known):
            self._by_start[word[:4]].append(word)
            if word[3:] in _ENDINGS:
                self._short[word[:3]].append(word)
            if len(word) > 3 and not word.isdigit():
                self._alike[len(word), word[0]].append(word)
        self._cache: dict[str, dict[str, float]] = {}
        self._cuts: dict[tuple[int, str], tuple[list[str], list[str]]] = {}

    def matches(self, word: str) -> dict[str, float]:
        """Words of the content with how alike they are; typing errors count only when nothing else fits."""
        found = self._cache.get(word)
        if found is None:
            if len(self._cache) >= _CACHED:
                self._cache.clear()
            found = self._cache[word] = self._find(word)
        return found

    def _find(self, word: str) -> dict[str, float]:
        found = self._related(word)
        if max(found.values(), default=0) >= INFLECTED:
            return found
        if word[:1] > "\u0400" and (named := self._related(latin(word)) or self._mistyped(latin(word), 1)):
            return {**named, **found}
        return {**(self._mistyped(word) or self._prefixed(word)), **found}

    def _prefixed(self, word: str) -> dict[str, float]:
        """Words of which ``word`` is the finished form: ``pojedzie`` for ``jedzie``."""
        cut = [len(start) for start in _PREFIXES if word.startswith(start)]
        bare = [word[length:] for length in cut if len(word) - length > 4]
        return {other: TYPO for rest in bare for other, alike in self._related(rest).items() if alike >= INFLECTED}

    def _related(self, word: str) -> dict[str, float]:
        begun = self._by_start.get(word[:4], ())
        short = self._short.get(word[:3], ()) if word[3:] in _ENDINGS else ()  # only endings follow three letters
        near = ((other, related(word, other)) for other in (*begun, *short))
        found = {other: alike for other, alike in near if alike}
        if word in self._known:
            found[word] = SAME
        return found

    def _begun(self, word: str) -> list[str]:
        """Longer words that begin like ``word`` but for one slip: ``pracwonik`` for ``pracowników``."""
        if len(word) < 7:
            return []
        starts, longer = self._cut(len(word), word[:2])
        return [longer[at] for _, _, at in process.extract(word, starts, scorer=OSA.distance, score_cutoff=1, limit=8)]

    def _cut(self, size: int, first: str) -> tuple[list[str], list[str]]:
        """The beginnings of the words with these ``first`` letters that are up to three longer than ``size``, and these
        words."""
        found = self._cuts.get((size, first))
        if found is None:
            longer = []
            for length in range(size + 1, size + 4):
                words = self._alike.get((length, first[0]), [])
                longer += words[bisect_left(words, first) : bisect_left(words, first + LAST)]
            found = self._cuts[size, first] = ([other[:size] for other in longer], longer)
        return found

    def _mistyped(self, word: str, most: int = 2) -> dict[str, float]:
        if len(word) == 4:  # a letter left out
            return {
                other: TYPO
                for other in self._alike.get((5, word[0]), ())
                if OSA.distance(word, other, score_cutoff=1) == 1
            }
        allowed = min(_slips(word), most)
        hits = [
            hit
            for length in range(len(word) - allowed, len(word) + allowed + 1 if allowed else 0)
            for first in {
                word[0],
                word[1],
            }  # a slip hardly ever hits the first letter, unless the first two change places
            for hit in process.extract(
                word, self._alike.get((length, first), ()), scorer=OSA.distance, score_cutoff=allowed, limit=8
            )
        ]
        best = min((distance for _, distance, _ in hits), default=0)
        meant = [other for other, distance, _ in hits if distance == best] or self._begun(word)
        forms = (form for other in meant for form, alike in self._related(other).items() if alike >= INFLECTED)
        return dict.fromkeys([*meant, *forms], TYPO)
