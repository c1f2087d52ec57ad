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
