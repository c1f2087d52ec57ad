"""/team: roles, invitations, withdrawing; and the link that gives a role."""

from bot.chat.commands import set_menu_of
from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain import team as rules
from bot.domain.access import Permission
from bot.domain.people import Grant, Role, Scope
from bot.domain.refusals import StaleButton
from bot.screens.invitations import (
    Accept,
    Decline,
    InviteRole,
    InviteScope,
    InviteTo,
    Revoke,
    accepted_screen,
    declined_screen,
    gminas_screen,
    invitation_screen,
    invited_screen,
    offer_screen,
    projects_screen,
    revoked_screen,
    roles_screen,
    scopes_screen,
)
from bot.screens.team import (
    Invite,
    RestoreRole,
    ShowInvitation,
    TeamList,
    TeamMember,
    Withdraw,
    member_screen,
    restored_screen,
    team_screen,
    withdrawn_screen,
)
from bot.services import team
from bot.services.team import Changed

routes = Routes()
STAFF = Permission.MANAGE_TEAM
GMINAS = 20
"""Gminas offered as buttons."""


@routes.command("team", staff=STAFF)
async def show_team(ctx: Context, gmina: str) -> Reply:
    """The team; with the name of a gmina, an invitation for it."""
    if gmina:
        offered = [role for role in Role if _may(ctx, Grant(role, Scope.GMINA, gmina))]
        name_fits = rules.is_sound(Grant(Role.ANIMATOR, Scope.GMINA, gmina), ())
        if offered and name_fits:
            return roles_screen([role for role in offered if role is not Role.ADMINISTRATOR], ctx.t, gmina)
    return await _list(ctx, 0)


@routes.press(TeamList, staff=STAFF)
async def turn_page(ctx: Context, press: TeamList) -> Reply:
    """The same from a button."""
    return await _list(ctx, press.page)


@routes.press(TeamMember, staff=STAFF)
async def show_member(ctx: Context, press: TeamMember) -> Reply:
    """One role of somebody."""
    card = await team.card(ctx.db, ctx.actor, press.member, press.person)
    return member_screen(card, ctx.t, ctx.now, ctx.titles)


@routes.press(Withdraw, staff=STAFF)
async def withdraw(ctx: Context, press: Withdraw) -> Reply:
    """Take a role away, and what it opened from the person's menu."""
    changed = await team.withdraw(
        ctx.db, ctx.actor, press.member, press.person, configured=ctx.house.administrators, now=ctx.now
    )
    await _menu(ctx, changed)
    return withdrawn_screen(changed, ctx.t, ctx.titles)


@routes.press(RestoreRole, staff=STAFF)
async def restore(ctx: Context, press: RestoreRole) -> Reply:
    """Give it back."""
    changed = await team.restore(ctx.db, ctx.actor, press.entry, now=ctx.now)
    await _menu(ctx, changed)
    return restored_screen(changed, ctx.t, ctx.titles)


@routes.press(Invite, staff=STAFF)
async def invite(ctx: Context, _press: Invite) -> Reply:
    """Which role."""
    return roles_screen([role for role in Role if rules.scopes(ctx.actor.grants, role)], ctx.t)


@routes.press(InviteRole, staff=STAFF)
async def choose_scope(ctx: Context, press: InviteRole) -> Reply:
    """How far it reaches."""
    role = _role(press.role)
    return scopes_screen(role, rules.scopes(ctx.actor.grants, role), ctx.t)


@routes.press(InviteScope, staff=STAFF)
async def choose_which(ctx: Context, press: InviteScope) -> Reply:
    """Which project or gmina."""
    role, scope = _role(press.role), press.scope
    if scope == Scope.PROJECT:
        mine = {slug: title for slug, title in ctx.titles.items() if _may(ctx, Grant(role, Scope.PROJECT, slug))}
        return projects_screen(role, mine, ctx.t)
    if scope != Scope.GMINA:
        raise StaleButton
    known = [name for name in await _gminas(ctx) if _may(ctx, Grant(role, Scope.GMINA, name))]
    return gminas_screen(role, known[:GMINAS], ctx.t)


@routes.press(InviteTo, staff=STAFF)
async def make_link(ctx: Context, press: InviteTo) -> Reply:
    """The link."""
    if press.scope not in set(Scope):
        raise StaleButton
    grant = Grant(_role(press.role), Scope(press.scope), press.key)
    projects = frozenset(ctx.house.content.projects)
    invited = await team.invite(ctx.db, ctx.actor, grant, projects, now=ctx.now)
    link = ctx.link(f"r_{invited.token}")
    return invited_screen(invited, link, ctx.t, ctx.titles, ctx.house.organisation)


@routes.press(ShowInvitation, staff=STAFF)
async def show_invitation(ctx: Context, press: ShowInvitation) -> Reply:
    """An invitation nobody has used."""
    return invitation_screen(await team.invitation(ctx.db, ctx.actor, press.invitation), ctx.t, ctx.titles)


@routes.press(Revoke, staff=STAFF)
async def revoke(ctx: Context, press: Revoke) -> Reply:
    """Take it back."""
    await team.revoke(ctx.db, ctx.actor, press.invitation, now=ctx.now)
    return revoked_screen(ctx.t)


@routes.payload("r")
async def open_invitation(ctx: Context, payload: str) -> Reply:
    """``/start r_TOKEN``: what the link gives."""
    token = payload.partition("-")[0]
    invitation = await team.read_invitation(ctx.db, ctx.actor, token, now=ctx.now)
    return offer_screen(invitation, token, ctx.t, ctx.titles, ctx.house.organisation)


@routes.press(Accept)
async def accept(ctx: Context, press: Accept) -> Reply:
    """Take the role."""
    changed = await team.accept(ctx.db, ctx.actor, press.token, now=ctx.now)
    await _menu(ctx, changed)
    return accepted_screen(changed, ctx.t, ctx.titles)


@routes.press(Decline)
async def decline(ctx: Context, _press: Decline) -> Reply:
    """Leave it."""
    return declined_screen(ctx.t)


async def _list(ctx: Context, page: int) -> Reply:
    return team_screen(await team.show(ctx.db, ctx.actor, page, now=ctx.now), ctx.t, ctx.now, ctx.titles)


async def _menu(ctx: Context, changed: Changed) -> None:
    member = changed.member
    if member.telegram_id is not None:
        await set_menu_of(ctx.bot, member.telegram_id, member.language, ctx.house.texts, changed.grants)


async def _gminas(ctx: Context) -> list[str]:
    """Those the content names, then those people named."""
    entities = (entity for project in ctx.house.content.projects.values() for entity in project.entities)
    named = [one.name.in_("pl").removeprefix("gmina ") for one in entities if one.id.startswith("gmina-")]
    return list(dict.fromkeys([*named, *await team.gminas(ctx.db, ctx.actor)]))


def _role(word: str) -> Role:
    if word not in set(Role):
        raise StaleButton
    return Role(word)


def _may(ctx: Context, grant: Grant) -> bool:
    return rules.may_manage(ctx.actor.grants, grant)
