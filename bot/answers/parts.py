"""The parts of what is typed: two questions in one, and why somebody asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.lexicon import ASKING, JOINING
from bot.answers.normalising import Token, tokens

_BECAUSE = frozenset({"bo", "gdyz", "poniewaz", "because", "бо", "оскільки"})

NEAR = 3
"""How far from its beginning the second half asks."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The halves of a question, each of which asks something."""

    first: str
    second: str


def without_reason(said: list[Token]) -> list[Token]:
    """What is asked, without why: *o której koniec, bo muszę odebrać wnuka*."""
    return next((said[:place] for place, token in enumerate(said) if place > 2 and token.word in _BECAUSE), said)


def parts(text: str) -> Parts | None:
    """The halves of ``text``, *kto to prowadzi i ile to kosztuje*; None when it is one question."""
    said = tokens(text)
    for place in range(1, len(said) - 1):
        if not JOINING.holds(said[place].word):
            continue
        before, after = said[:place], said[place + 1 :]
        if _asks(before) and _asks(after[:NEAR]):
            return Parts(_text(before), _text(after))
    return None


def _asks(said: Sequence[Token]) -> bool:
    return any(ASKING.holds(token.word) for token in said)


def _text(said: Sequence[Token]) -> str:
    return " ".join(token.raw for token in said)
