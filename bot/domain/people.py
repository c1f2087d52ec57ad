"""People and their roles."""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What somebody may be trusted with; a person without a role is a resident."""

    ANIMATOR = "animator"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


class Scope(StrEnum):
    """How far a role reaches."""

    EVERYTHING = "everything"
    PROJECT = "project"
    GMINA = "gmina"


@dataclass(frozen=True, slots=True)
class Grant:
    """A role within a scope; ``scope_key`` is the project's slug or the gmina's name."""

    role: Role
    scope: Scope = Scope.EVERYTHING
    scope_key: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever acts: known by the store's id, with the grants in force now."""

    id: int
    telegram_id: int | None
    language: str
    grants: frozenset[Grant] = field(default_factory=frozenset)

    @property
    def is_staff(self) -> bool:
        """Whether any role is held."""
        return bool(self.grants)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as stored; name, phone and gmina are answers remembered with consent."""

    id: int
    telegram_id: int | None
    language: str
    first_name: str
    name: str | None
    phone: str | None
    gmina: str | None
    is_reachable: bool
