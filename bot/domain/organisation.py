"""The organisation whose bot this is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organisation:
    """Its name and how to reach a person there; empty is unknown."""

    name: str
    email: str = ""
    phone: str = ""
