"""People found by what somebody remembers of their name or number: folded, by beginnings, with slips of the finger."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from bot.store.folding import fold

ALIKE = 78
"""From which likeness, of 100, two words may be one with a slip of the finger."""
LONG = 4
"""Letters of a word from which a slip is forgiven."""
DIGITS = 3
"""Digits from which a number can be looked for."""
NUMBER = 9
"""Digits of a number in Poland."""


def words_of(text: str) -> tuple[str, ...]:
    """``Kowalska-Żuk, Anna`` as it is compared: ``kowalska``, ``zuk``, ``anna``."""
    return tuple(re.findall(r"\w+", fold(text)))


def likeness(wanted: Sequence[str], name: str) -> float:
    """0 to 1: how well every one of the words is found in a name; 0 when one of them is not."""
    known = words_of(name)
    if not wanted or not known:
        return 0.0
    scores = [max(_word(one, word) for word in known) for one in wanted]
    return sum(scores) / len(scores) if all(scores) else 0.0


def digits(text: str) -> str:
    """The digits somebody looks for, without 48 before a whole number; empty for a name or too few of them."""
    found = "".join(letter for letter in text if letter.isdigit())
    if any(letter.isalpha() for letter in text) or len(found) < DIGITS:
        return ""
    return found.removeprefix("48") if len(found) > NUMBER else found


def _word(wanted: str, known: str) -> float:
    if known == wanted:
        return 1.0
    if known.startswith(wanted):
        return 0.9
    score = fuzz.ratio(wanted, known) if min(len(wanted), len(known)) >= LONG else 0.0
    return score / 125 if score >= ALIKE else 0.0
