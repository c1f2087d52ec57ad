"""The team: invitations that give a role once, and withdrawing roles."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from bot.domain import access, team
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.pages import find_page
from bot.domain.people import Actor, Grant, Role, Scope
from bot.domain.refusals import NotAllowed, StaleButton
from bot.domain.team import (
    Invitation,
    InvitationGone,
    LastAdministrator,
    Member,
    RoleGone,
    RoleHeld,
    SetInConfiguration,
)
from bot.domain.tokens import digest
from bot.store import audit, people
from bot.store import team as store
from bot.store.audit import Entry, Wanted
from bot.store.database import Database, Reader, Transaction

PAGE = 8
"""Roles on a page of the list."""
OPEN = 10
"""Open invitations shown, the newest."""


@dataclass(frozen=True, slots=True)
class Team:
    """A page of the roles the reader may see, and the open invitations within their scope."""

    members: tuple[Member, ...]
    invitations: tuple[Invitation, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Card:
    """One role; whether the reader may withdraw it, and whether it is their own."""

    member: Member
    can_withdraw: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """Somebody's roles as they are now; ``entry`` of the audit log undoes the change, None where it cannot be."""

    member: Member
    grants: frozenset[Grant]
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation and the secret of its link, which is shown once and kept nowhere."""

    invitation: Invitation
    token: str


async def show(db: Database, actor: Actor, page: int, *, now: datetime) -> Team:
    """A page of the team, as far as the actor's roles reach; a page that does not exist becomes the last."""
    access.demand_somewhere(actor, Permission.MANAGE_TEAM)
    async with db.reading() as tx:
        members = [one for one in await store.list_members(tx) if team.sees(actor.grants, one.grant)]
        invitations = [one for one in await store.list_invitations(tx, now) if team.may_manage(actor.grants, one.grant)]
    page, pages = find_page(page, len(members), PAGE)
    return Team(tuple(members[page * PAGE : (page + 1) * PAGE]), tuple(invitations[:OPEN]), page, pages)


async def card(db: Database, actor: Actor, role: int, person: int) -> Card:
    """One role of a person. Both are asked for: SQLite may give the number of a role that is gone to another one."""
    async with db.reading() as tx:
        return _card(actor, await _seen(tx, actor, role, person))


async def withdraw(
    db: Database, actor: Actor, role: int, person: int, *, configured: frozenset[int], now: datetime
) -> Changed:
    """Take a role away at once. ``configured`` are the Telegram ids of the configuration's administrators.

    Raises SetInConfiguration for one of those, LastAdministrator when nobody would be left.
    """
    async with db.transaction() as tx:
        member = await _seen(tx, actor, role, person)
        if not _card(actor, member).can_withdraw:
            raise NotAllowed(Permission.MANAGE_TEAM)
        if member.is_configured or member.telegram_id in configured:
            raise SetInConfiguration
        is_administrator = member.grant.role is Role.ADMINISTRATOR
        if is_administrator and not configured and await store.count_administrators(tx) == 1:
            raise LastAdministrator
        await store.remove_role(tx, member.id)
        since = member.since.isoformat()
        entry = await _note(tx, actor, Action.ROLE_WITHDRAWN, member.person, member.grant, since=since, now=now)
        can_undo = member.person != actor.id
        return Changed(member, await people.grants(tx, member.person), entry if can_undo else None)


async def restore(db: Database, actor: Actor, entry: int, *, now: datetime) -> Changed:
    """Give back a role that the actor withdrew some minutes ago. Raises RoleGone when that cannot be."""
    access.demand_somewhere(actor, Permission.MANAGE_TEAM)
    async with db.transaction() as tx:
        done = await audit.get(tx, entry)
        if done is None or done.action is not Action.ROLE_WITHDRAWN:
            raise RoleGone
        grant = Grant(Role(str(done.facts["role"])), Scope(str(done.facts["scope"])), str(done.facts["key"]))
        if done.person != actor.id or done.subject == actor.id or not team.may_manage(actor.grants, grant):
            raise NotAllowed(Permission.MANAGE_TEAM)
        if done.subject is None or now - done.at > team.UNDO or await _was_touched_since(tx, done):
            raise RoleGone
        await people.grant(tx, done.subject, grant, datetime.fromisoformat(str(done.facts["since"])))
        member = await store.find_member(tx, done.subject, grant)
        if member is None or member.telegram_id is None:
            raise RoleGone
        await _note(tx, actor, Action.ROLE_RESTORED, done.subject, grant, now=now)
        return Changed(member, await people.grants(tx, member.person))


async def gminas(db: Database, actor: Actor) -> list[str]:
    """Gminas people named, the most frequent first."""
    access.demand_somewhere(actor, Permission.MANAGE_TEAM)
    async with db.reading() as tx:
        return await store.list_gminas(tx)


async def invite(db: Database, actor: Actor, grant: Grant, projects: frozenset[str], *, now: datetime) -> Invited:
    """Make a link that gives ``grant`` to the first who accepts it, within a week; ``projects`` are those there are."""
    access.demand_somewhere(actor, Permission.MANAGE_TEAM)
    if not team.may_manage(actor.grants, grant):
        raise NotAllowed(Permission.MANAGE_TEAM)
    if not team.is_sound(grant, projects):
        raise StaleButton
    token = secrets.token_hex(16)
    async with db.transaction() as tx:
        until = now + team.INVITATION_HOLDS
        invitation = await store.add_invitation(tx, digest(token), grant, actor.id, now=now, expires_at=until)
        await _note(tx, actor, Action.INVITED, invitation, grant, now=now)
        return Invited(await _loaded(tx, invitation), token)


async def invitation(db: Database, actor: Actor, number: int) -> Invitation:
    """An invitation the actor may take back."""
    async with db.reading() as tx:
        return await _managed(tx, actor, number)


async def revoke(db: Database, actor: Actor, number: int, *, now: datetime) -> Invitation:
    """Take back an invitation nobody has used."""
    async with db.transaction() as tx:
        found = await _managed(tx, actor, number)
        if not found.holds(now):
            raise InvitationGone
        await store.revoke_invitation(tx, found.id, now)
        await _note(tx, actor, Action.INVITATION_REVOKED, found.id, found.grant, now=now)
    return found


async def read_invitation(db: Database, actor: Actor, token: str, *, now: datetime) -> Invitation:
    """What a link offers. Raises InvitationGone, RoleHeld."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        return await _offered(tx, actor, token, now)


async def accept(db: Database, actor: Actor, token: str, *, now: datetime) -> Changed:
    """Take the role a link gives; the link is used up. Raises InvitationGone, RoleHeld."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        found = await _offered(tx, actor, token, now)
        await people.grant(tx, actor.id, found.grant, now)
        await store.use_invitation(tx, found.id, actor.id, now)
        await _note(tx, actor, Action.INVITATION_USED, found.id, found.grant, now=now)
        member = await store.find_member(tx, actor.id, found.grant)
        if member is None:
            raise RoleGone
        return Changed(member, await people.grants(tx, actor.id))


def _card(actor: Actor, member: Member) -> Card:
    is_own = member.person == actor.id
    return Card(member, is_own or team.may_manage(actor.grants, member.grant), is_own)


async def _seen(tx: Reader, actor: Actor, role: int, person: int) -> Member:
    access.demand_somewhere(actor, Permission.MANAGE_TEAM)
    member = await store.get_member(tx, role)
    if member is None or member.person != person:
        raise RoleGone
    if not team.sees(actor.grants, member.grant):
        raise NotAllowed(Permission.MANAGE_TEAM)
    return member


async def _managed(tx: Reader, actor: Actor, number: int) -> Invitation:
    access.demand_somewhere(actor, Permission.MANAGE_TEAM)
    found = await _loaded(tx, number)
    if not team.may_manage(actor.grants, found.grant):
        raise NotAllowed(Permission.MANAGE_TEAM)
    return found


async def _loaded(tx: Reader, number: int) -> Invitation:
    found = await store.get_invitation(tx, number)
    if found is None:
        raise InvitationGone
    return found


async def _offered(tx: Reader, actor: Actor, token: str, now: datetime) -> Invitation:
    """The invitation behind a token. It holds only as long as whoever gave it may still give such a role."""
    found = await store.find_invitation(tx, digest(token))
    if found is None or found.by is None or not found.holds(now):
        raise InvitationGone
    if not team.may_manage(await people.grants(tx, found.by), found.grant):
        raise InvitationGone
    if team.is_held(actor.grants, found.grant):
        raise RoleHeld
    return found


async def _was_touched_since(tx: Reader, done: Entry) -> bool:
    latest = await audit.list_latest(tx, Wanted(subject=done.subject, action=Action.ROLE_WITHDRAWN), limit=1)
    return bool(latest) and latest[0].id != done.id


async def _note(
    tx: Transaction, actor: Actor, action: Action, subject: int, grant: Grant, *, since: str = "", now: datetime
) -> int:
    project = grant.scope_key if grant.scope is Scope.PROJECT else ""
    facts: dict[str, str | int | None] = {"role": grant.role, "scope": grant.scope, "key": grant.scope_key}
    if since:
        facts["since"] = since
    return await audit.add(tx, actor.id, action, subject=subject, project=project, facts=facts, now=now)
