"""People the team knows already, by the names and numbers they gave."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody by one of the names and numbers they gave; an unknown number or gmina is empty."""

    person: int
    name: str
    phone: str
    gmina: str
