"""Questions as people type them, made comparable: case, diacritics, zero-width marks, acronyms with endings."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 4096
MOST_WORDS = 60

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`](?=\w)")
_INFLECTED = re.compile(r"\b([A-ZĄĆĘŁŃÓŚŹŻА-ЯІЇЄҐ]{2,})-?([a-ząćęłńóśźżа-яіїєґ]{1,4})\b")
_HYPHENED = re.compile(r"\b(mam|ngo|jst|fio|cak|bis)-(\w{1,4})\b", re.IGNORECASE)
_EMAIL = re.compile(r"\be[- ](?=mail)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+|\d+")


class _Letters(dict[int, str]):
    """What becomes of a letter, by its code: what is left of it without its marks."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code))
        bare = unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))
        return self.setdefault(code, bare)


_LETTERS = _Letters(str.maketrans({"ł": "l", "ґ": "г", "đ": "d", "ø": "o", "æ": "ae", "й": "й", "ї": "ї"}))


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the question: ``word`` is folded, ``raw`` as typed; acronyms have lost their endings."""

    word: str
    raw: str

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.word.isdigit()

    @property
    def is_acronym(self) -> bool:
        """Whether it stands in capitals."""
        return len(self.raw) > 1 and self.raw.isupper()


def word_set(text: str) -> frozenset[str]:
    """The words of a text written down for this."""
    return frozenset(text.split())


@lru_cache(16384)
def _folded(word: str) -> str:
    return fold(word)


def fold(text: str) -> str:
    """``text`` without case, diacritics and invisible marks; Ukrainian ``й`` and ``ї`` stay."""
    visible = _INVISIBLE.sub("", text)[:LONGEST]
    return unicodedata.normalize("NFC", visible.casefold()).translate(_LETTERS)


def tokens(text: str) -> list[Token]:
    """The words of ``text``, the first sixty."""
    visible = _INVISIBLE.sub("", text)[:LONGEST]
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFC", visible))
    plain = _EMAIL.sub("e", plain)
    plain = _HYPHENED.sub(lambda found: found[1].upper(), _without_endings(plain))
    found = [Token(fold(raw)[:40], raw) for raw in _WORD.findall(plain)[: MOST_WORDS * 3]]
    return [token for token in found if token.word][:MOST_WORDS]


def words(text: str) -> list[str]:
    """The folded words of a text of the content, all of them."""
    plain = _without_endings(_APOSTROPHES.sub("", unicodedata.normalize("NFC", text)))
    return [_folded(raw) for raw in _WORD.findall(plain)]


def _without_endings(text: str) -> str:
    """The text with its acronyms bare; a function, for ``re`` takes longer to look a template up than to search."""
    return _INFLECTED.sub(lambda found: found[1], text)
