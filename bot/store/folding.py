"""Folding: text as it is compared, without case and diacritics; SQLite itself only folds ASCII."""

import unicodedata
from functools import lru_cache

LETTERS = 4096
"""Different letters whose plain form is remembered: lists of thousands of names are sorted and searched."""
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss"})


def fold(text: str) -> str:
    """``Żółć `` becomes ``zolc``; Ukrainian ``й`` and ``ї`` stay letters of their own."""
    lower = text.casefold()
    if not lower.isascii():
        lower = "".join(map(_plain, unicodedata.normalize("NFC", lower).translate(_PLAIN)))
    return " ".join(lower.split())


@lru_cache(maxsize=LETTERS)
def _plain(letter: str) -> str:
    decomposed = unicodedata.normalize("NFD", letter)
    return letter if letter in "йї" else "".join(sign for sign in decomposed if not unicodedata.combining(sign))


MOST = 0x10FFFF
"""The largest number of a letter."""
_ALPHABET = {letter: place for place, letter in enumerate("aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż")}


class _Order(dict[int, str]):
    """Letters by what they are sorted by, filled as they occur, so that a name is one look-up a letter."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, chr(min(_place(chr(code)), MOST)))


_ORDER = _Order()


def collated(text: str) -> tuple[str, str]:
    """A key that sorts by the Polish alphabet: ``Łoś`` between ``Luty`` and ``Maj``, other scripts after it."""
    words = " ".join(unicodedata.normalize("NFC", text.casefold()).split())
    return words.translate(_ORDER), text


def by_surname(name: str) -> tuple[str, str]:
    """The same for ``first names surname``, by the surname first."""
    first, _, last = " ".join(name.split()).rpartition(" ")
    return collated(f"{last} {first}")


def _place(letter: str) -> int:
    """Spaces and signs, then digits, then letters in order; a foreign letter stands where its plain form does."""
    if letter in _ALPHABET:
        return 1000 + _ALPHABET[letter]
    plain = fold(letter)[:1]
    if plain in _ALPHABET:
        return 1000 + _ALPHABET[plain]
    if not letter.isalpha():
        return 100 + int(letter) if letter.isdecimal() else 0
    return 10_000 + ord(letter)
