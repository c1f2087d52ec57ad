"""Who may do what: roles, permissions, scopes; whatever is not allowed here is refused."""

from collections.abc import Iterable
from enum import StrEnum

from bot.domain.people import Actor, Grant, Role, Scope
from bot.domain.refusals import NotAllowed


class Permission(StrEnum):
    """What can be asked of the services."""

    SEE_EVENTS = "see_events"
    SEE_DRAFTS = "see_drafts"
    SIGN_UP = "sign_up"
    ASK = "ask"
    OWN_SIGNUP = "own_signup"
    OWN_DATA = "own_data"
    IMPORT_EVENTS = "import_events"
    SEE_LISTS = "see_lists"
    SEE_CONTACTS = "see_contacts"
    MANAGE_SIGNUPS = "manage_signups"
    MANAGE_EVENTS = "manage_events"
    CHECK_IN = "check_in"
    ANSWER_QUESTIONS = "answer_questions"
    MANAGE_TEAM = "manage_team"
    SEE_LOG = "see_log"
    ANNOUNCE = "announce"
    APPROVE = "approve"


_EVERYBODY = frozenset({Permission.SEE_EVENTS, Permission.SIGN_UP, Permission.ASK})
_OWNERS = frozenset({Permission.OWN_SIGNUP, Permission.OWN_DATA})
_ANIMATORS = frozenset({Permission.SEE_DRAFTS, Permission.SEE_LISTS, Permission.CHECK_IN, Permission.ANNOUNCE})
_COORDINATORS = _ANIMATORS | {
    Permission.IMPORT_EVENTS,
    Permission.SEE_CONTACTS,
    Permission.MANAGE_SIGNUPS,
    Permission.MANAGE_EVENTS,
    Permission.ANSWER_QUESTIONS,
    Permission.MANAGE_TEAM,
    Permission.SEE_LOG,
    Permission.APPROVE,
}
_BY_ROLE: dict[Role, frozenset[Permission]] = {
    Role.ANIMATOR: _ANIMATORS,
    Role.COORDINATOR: _COORDINATORS,
    Role.ADMINISTRATOR: _COORDINATORS,
}

_WITHIN_GMINA = frozenset({Permission.ANNOUNCE, Permission.MANAGE_TEAM})
"""What a role within one gmina can give: events and lists belong to projects, only people live in gminas."""


def is_allowed(actor: Actor, permission: Permission, *, owner: int | None = None, project: str = "") -> bool:
    """Whether ``actor`` may; ``owner`` is the person the object belongs to, ``project`` the one it is part of."""
    if permission in _EVERYBODY:
        return True
    if permission in _OWNERS:
        return owner is not None and owner == actor.id
    return any(permission in _BY_ROLE[grant.role] and _reaches(grant, project) for grant in actor.grants)


def demand(actor: Actor, permission: Permission, *, owner: int | None = None, project: str = "") -> None:
    """Raise NotAllowed unless ``actor`` may."""
    if not is_allowed(actor, permission, owner=owner, project=project):
        raise NotAllowed(permission)


def allows(grants: Iterable[Grant], permission: Permission) -> bool:
    """Whether the grants allow it anywhere at all: enough to be shown the way, never to act on an object."""
    if permission in _EVERYBODY or permission in _OWNERS:
        return True
    return any(permission in _given(grant) for grant in grants)


def is_beyond(grants: Iterable[Grant], permission: Permission) -> bool:
    """Whether a role held would give it, were it not for its scope."""
    return any(permission in _BY_ROLE[grant.role] for grant in grants)


def demand_somewhere(actor: Actor, permission: Permission) -> None:
    """Raise NotAllowed unless ``actor`` may somewhere; what is shown then has to stay within that scope."""
    if not allows(actor.grants, permission):
        raise NotAllowed(permission)


def is_staff_of(grants: Iterable[Grant], project: str) -> bool:
    """Whether any of the grants reaches the project; the empty project is the whole organisation."""
    return any(_reaches(grant, project) for grant in grants)


def gminas(grants: Iterable[Grant], permission: Permission) -> frozenset[str]:
    """The gminas within which the grants allow it, whatever the project."""
    return frozenset(grant.scope_key for grant in grants if grant.scope is Scope.GMINA and permission in _given(grant))


def _given(grant: Grant) -> frozenset[Permission]:
    """What a role gives somewhere within its scope."""
    given = _BY_ROLE[grant.role]
    return given & _WITHIN_GMINA if grant.scope is Scope.GMINA else given


def _reaches(grant: Grant, project: str) -> bool:
    if grant.scope is Scope.EVERYTHING:
        return True
    return grant.scope is Scope.PROJECT and grant.scope_key == project
