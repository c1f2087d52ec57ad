"""What roles and their scopes are called."""

from collections.abc import Iterable

from bot.domain.people import Grant, Role, Scope
from bot.screens.projects import Titles
from bot.texts import Html, Translator, escaped, join


def role_name(role: Role, t: Translator) -> Html:
    """The role in a word."""
    return {
        Role.ANIMATOR: t("animator"),
        Role.COORDINATOR: t("coordinator"),
        Role.ADMINISTRATOR: t("administrator"),
    }[role]


def scope_name(grant: Grant, t: Translator, projects: Titles) -> Html:
    """How far a role reaches; ``projects`` are titles by slug."""
    match grant.scope:
        case Scope.EVERYTHING:
            return t("the whole organisation")
        case Scope.PROJECT:
            return t("project {name}", name=projects.get(grant.scope_key, grant.scope_key))
        case Scope.GMINA:
            return t("gmina {name}", name=grant.scope_key)


def role_names(grants: Iterable[Grant], t: Translator) -> Html:
    """The roles alone, the widest first."""
    held = {grant.role for grant in grants}
    return join(", ", [role_name(one, t) for one in reversed(Role) if one in held])


def grant_name(grant: Grant, t: Translator, projects: Titles) -> Html:
    """Role and scope."""
    return Html(f"{escaped(role_name(grant.role, t))} ({scope_name(grant, t, projects)})")


def grant_names(grants: Iterable[Grant], t: Translator, projects: Titles) -> Html:
    """Several roles, the widest first."""
    order = (*reversed(Role),)
    widest = sorted(grants, key=lambda one: (order.index(one.role), one.scope, one.scope_key))
    return join(", ", [grant_name(one, t, projects) for one in widest])
