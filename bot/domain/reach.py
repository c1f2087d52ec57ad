"""How far somebody's roles reach, as the projects a list may show them."""

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.people import Actor, Scope


def projects(actor: Actor, permission: Permission) -> frozenset[str] | None:
    """The projects within which ``actor`` may; None for the whole organisation. Raises NotAllowed for none at all."""
    if access.is_allowed(actor, permission):
        return None
    named = {grant.scope_key for grant in actor.grants if grant.scope is Scope.PROJECT}
    reached = frozenset(slug for slug in named if access.is_allowed(actor, permission, project=slug))
    if not reached:
        access.demand(actor, permission)
    return reached
