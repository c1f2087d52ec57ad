"""Folding: text as it is compared, without case and diacritics; SQLite itself only folds ASCII."""

import unicodedata

_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss"})


def fold(text: str) -> str:
    """``Żółć `` becomes ``zolc``; Ukrainian ``й`` and ``ї`` stay letters of their own."""
    kept = []
    for letter in unicodedata.normalize("NFC", text.casefold()).translate(_PLAIN):
        plain = unicodedata.normalize("NFD", letter)
        kept.append(letter if letter in "йї" else "".join(c for c in plain if not unicodedata.combining(c)))
    return " ".join("".join(kept).split())


_ALPHABET = {letter: place for place, letter in enumerate("aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż")}


def collated(text: str) -> tuple[tuple[int, ...], str]:
    """A key that sorts by the Polish alphabet: ``Łoś`` between ``Luty`` and ``Maj``, other scripts after it."""
    words = " ".join(unicodedata.normalize("NFC", text.casefold()).split())
    return tuple(_place(letter) for letter in words), text


def by_surname(name: str) -> tuple[tuple[int, ...], str]:
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
