"""Which of the choices somebody means who types instead of pressing: by beginnings, with slips of the finger."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from bot.services.name_search import likeness, words_of

T = TypeVar("T")
MOST = 8
"""Choices offered when several fit."""
EVERYBODY = ("wszyscy wszystkie wszystkich wszystkim", "everybody everyone all", "всі усі всіх усіх всім усім")
"""What people call everybody."""
_BESIDE = frozenset(
    (
        *("do", "dla", "na", "z", "ze", "w", "we", "osob", "osoby", "osobom"),
        *("projekt", "projektu", "wydarzenie", "wydarzenia", "gmina", "gminy", "gminie"),
        *("to", "for", "of", "the", "from", "in", "project", "event", "people"),
        *("до", "для", "на", "з", "із", "в", "у", "людям", "людей", "проєкту", "події", "громади"),
    )
)
"""Words that stand beside a name and say nothing of it, folded."""


def fitting(choices: Mapping[T, Sequence[str]], typed: str) -> list[T]:
    """The choices one of whose names has every word that was typed, the most alike first; one if it stands out."""
    words = words_of(typed)
    wanted = tuple(word for word in words if word not in _BESIDE) or words
    scores = {choice: max((likeness(wanted, name) for name in names), default=0.0) for choice, names in choices.items()}
    found = sorted((choice for choice, score in scores.items() if score), key=lambda choice: -scores[choice])
    is_clear = len(found) > 1 and scores[found[0]] == 1 and scores[found[1]] < 1
    return found[:1] if is_clear else found[:MOST]
