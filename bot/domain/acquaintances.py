"""People the team knows already, by the names and numbers they gave."""

from dataclasses import dataclass

BY_HAND = "by-hand"
"""The source of a sign-up that the team made for somebody."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody by one of the names and numbers they gave; an unknown number or gmina is empty."""

    person: int
    name: str
    phone: str
    gmina: str
