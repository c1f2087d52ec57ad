"""The parts of what is typed: two questions in one, and why somebody asks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.lexicon import ASKING, JOINING, WHETHER
from bot.answers.normalising import Token, fold, tokens

_BECAUSE = frozenset({"bo", "gdyz", "poniewaz", "because", "бо", "оскільки"})

_MYSELF = re.compile(
    r"(dzien dobry |hej |czesc |no )?(ja )?(jestem|jestesmy|mam (\d+ lat|syna|corke|wnuka|wnuczke|meza|zone)"
    r"|mieszka(m|my)|prowadz(e|imy)|pracuj(e|emy)|ucze sie|dzialam|(dopiero |wlasnie )?zaczynam|studiuje"
    r"|i am|i m|we are|we re|i live|i work|i run|my name"
    r"|мені \d+|я |ми |живу|працюю|мешкаю)\b"
)

_GREETING = re.compile(r"dzien dobry|hej|czesc|witam|witajcie|szanowni panstwo|hello|hi|dear .{2,20}|добрий день|вітаю")

_CLAUSE = re.compile(
    r"(?P<first>[^,.;!?]*?)([,.;!] *| (?=(czy|ile|ilu|kiedy|gdzie|kto|jak|co|is|what|where|how|чи|коли|де|хто|як)\b))"
    r"(?P<rest>.+)",
    re.DOTALL | re.IGNORECASE,
)

_BREAK = re.compile(r"(?<=[.!?…]) +|[,;:] +| [–—-] +")

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


def without_myself(text: str) -> str:
    """What is asked, without who asks: *jestem z biblioteki, ile to kosztuje*; all when nobody says who they are."""
    left = text
    while (clause := _CLAUSE.match(left)) and len(tokens(clause["rest"])) > NEAR:
        first = fold(clause["first"])
        if not _MYSELF.match(first) and not _GREETING.fullmatch(first.strip()):
            break
        left = clause["rest"]
    return left


def clauses(text: str) -> list[str]:
    """The sentences of what is typed, and what commas part in them."""
    return [clause for clause in _BREAK.split(text) if clause.strip()]


def begins_asking(text: str) -> bool:
    """Whether words begin like a question: *kiedy*, *a gdzie*, *czy mogę*."""
    said = tokens(text)
    return len(said) > 1 and any(ASKING.holds(token.word) or WHETHER.holds(token.word) for token in said[:2])


def asking_clause(text: str) -> str | None:
    """The one clause that asks something, when others only tell: *kiedy koniec? muszę odebrać wnuka*."""
    said = clauses(text)
    asking = [clause for clause in said if clause.rstrip().endswith("?") or _asks(tokens(clause))]
    return asking[0] if len(asking) == 1 < len(said) else None


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
