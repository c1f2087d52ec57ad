"""How far somebody's roles reach, as the projects a list may show them."""

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.people import Actor, Scope


def projects(actor: Actor, permission: Permission) -> frozenset[str] | None:
    """The projects within which ``actor`` may; None for the whole organisation.

    Raises NotAllowed for somebody who may nowhere at all, as with a role within one gmina.
    """
    if access.is_allowed(actor, permission):
        return None
    named = {grant.scope_key for grant in actor.grants if grant.scope is Scope.PROJECT}
    access.demand_somewhere(actor, permission)
    return frozenset(slug for slug in named if access.is_allowed(actor, permission, project=slug))
