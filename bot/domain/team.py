"""The team: who may give and withdraw which role, for how long an invitation holds, and what is refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.people import Grant, Role, Scope
from bot.domain.refusals import Refusal

INVITATION_HOLDS = timedelta(days=7)
UNDO = timedelta(minutes=10)
"""How long a role that was withdrawn can be given back with one press."""
LONGEST_KEY = 40
"""Bytes of a gmina's name: it has to fit into a button."""


@dataclass(frozen=True, slots=True)
class Member:
    """One role of one person; ``id`` is the role's. A configured one stands in the configuration."""

    id: int
    person: int
    telegram_id: int | None
    language: str
    name: str
    grant: Grant
    since: datetime
    is_configured: bool


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that gives a role once."""

    id: int
    grant: Grant
    by: int | None
    by_name: str
    expires_at: datetime
    is_used: bool
    is_revoked: bool

    def holds(self, now: datetime) -> bool:
        """Whether somebody may still accept it."""
        return not self.is_used and not self.is_revoked and now < self.expires_at


def covers(held: Grant, wanted: Grant) -> bool:
    """Whether the scope of ``held`` holds that of ``wanted``."""
    if held.scope is Scope.EVERYTHING:
        return True
    return held.scope is wanted.scope and held.scope_key.casefold() == wanted.scope_key.casefold()


def may_manage(grants: Iterable[Grant], wanted: Grant) -> bool:
    """Whether holders of ``grants`` may give and withdraw ``wanted``.

    Administrators any role; coordinators that of an animator, within their own scope.
    """
    return any(
        covers(held, wanted)
        and (held.role is Role.ADMINISTRATOR or (held.role is Role.COORDINATOR and wanted.role is Role.ANIMATOR))
        for held in grants
    )


def scopes(grants: Iterable[Grant], role: Role) -> list[Scope]:
    """The kinds of scope within which holders of ``grants`` may give ``role``, somewhere at least."""
    held = frozenset(grants)
    keys = {scope: {one.scope_key for one in held if one.scope is scope} or {""} for scope in Scope}
    return [scope for scope in Scope if any(may_manage(held, Grant(role, scope, key)) for key in keys[scope])]


def sees(grants: Iterable[Grant], other: Grant) -> bool:
    """Whether holders of ``grants`` see this role in the list of the team.

    Administrators and coordinators see what lies within their scope, and the roles for the whole organisation,
    so that they know whom to turn to.
    """
    managing = [held for held in grants if held.role is not Role.ANIMATOR]
    return bool(managing) and (other.scope is Scope.EVERYTHING or any(covers(held, other) for held in managing))


def is_held(grants: Iterable[Grant], offered: Grant) -> bool:
    """Whether ``grants`` hold a role as wide as the one offered, or a wider one."""
    rank = list(Role).index
    return any(covers(held, offered) and rank(held.role) >= rank(offered.role) for held in grants)


def is_sound(grant: Grant, projects: Iterable[str]) -> bool:
    """Whether there is such a role: administrators for everything only, a known project, a gmina with a name."""
    match grant.scope:
        case Scope.EVERYTHING:
            return grant.scope_key == ""
        case Scope.PROJECT:
            return grant.role is not Role.ADMINISTRATOR and grant.scope_key in set(projects)
        case Scope.GMINA:
            is_name = 1 <= len(grant.scope_key.encode()) <= LONGEST_KEY and "|" not in grant.scope_key
            return grant.role is not Role.ADMINISTRATOR and is_name


@dataclass(eq=False)
class InvitationGone(Refusal):
    """The invitation to the team was used, taken back, is too old, or never was one."""


@dataclass(eq=False)
class RoleHeld(Refusal):
    """The person has this role already, or a wider one."""


@dataclass(eq=False)
class RoleGone(Refusal):
    """The role was withdrawn meanwhile, or it is too late to give it back."""


@dataclass(eq=False)
class LastAdministrator(Refusal):
    """Nobody could manage the team any more."""


@dataclass(eq=False)
class SetInConfiguration(Refusal):
    """The administrator stands in the configuration, which nobody changes in the chat."""
