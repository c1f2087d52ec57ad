"""Two entries that are about one person: what speaks against making one of them."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.refusals import Refusal

HOLDS = timedelta(days=14)
"""How long a personal link can be used."""


@dataclass(eq=False)
class TwoAccounts(Refusal):
    """Both have Telegram, so nobody can say that they are one person; the same goes for one and itself."""

    person: int


@dataclass(eq=False)
class BothComing(Refusal):
    """Both have a place at the same event; one of them has to be taken off the list first."""

    signup: int


@dataclass(eq=False)
class PersonLinkGone(Refusal):
    """The link was used, is too old, or nothing is left behind it."""
