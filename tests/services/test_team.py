"""Roles: who may give and take which, one link for one person, and whom the configuration appoints."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.access import Permission
from bot.domain.people import Actor, Grant, Role, Scope
from bot.domain.refusals import NotAllowed, StaleButton
from bot.domain.team import InvitationGone, LastAdministrator, RoleGone, SetInConfiguration
from bot.services import people, privacy, team
from bot.services.people import Sender
from bot.store import audit as log
from bot.store import team as store
from bot.store.audit import Wanted

from .house import Office

PROJECTS = frozenset({"kuznia", "lider"})
ANIMATOR = Grant(Role.ANIMATOR)
KUZNIA = Grant(Role.ANIMATOR, Scope.PROJECT, "kuznia")
PIASTOW = Grant(Role.ANIMATOR, Scope.GMINA, "Piastów")
CONFIGURED: frozenset[int] = frozenset()


async def member(office: Office, *grants: Grant) -> Actor:
    """Somebody of the team."""
    actor = await office.person()
    for grant in grants:
        await people.grant(office.db, actor.id, grant, now=office.now)
    return replace(actor, grants=frozenset(grants))


async def token(office: Office, by: Actor, grant: Grant) -> str:
    """The secret of a new link."""
    return (await team.invite(office.db, by, grant, PROJECTS, now=office.now)).token


async def role_of(office: Office, actor: Actor, grant: Grant) -> int:
    """The id of somebody's role."""
    async with office.db.reading() as tx:
        found = await store.find_member(tx, actor.id, grant)
    assert found is not None
    return found.id


@pytest.mark.parametrize("wanted", [Grant(Role.ADMINISTRATOR), Grant(Role.COORDINATOR), PIASTOW])
async def test_a_coordinator_gives_no_role_beyond_animators(office: Office, wanted: Grant) -> None:
    krystyna = await member(office, Grant(Role.COORDINATOR, Scope.PROJECT, "kuznia"))
    with pytest.raises(NotAllowed):
        await team.invite(office.db, krystyna, wanted, PROJECTS, now=office.now)


async def test_a_coordinator_gives_roles_within_the_own_scope_only(office: Office) -> None:
    krystyna = await member(office, Grant(Role.COORDINATOR, Scope.PROJECT, "kuznia"))
    assert await token(office, krystyna, KUZNIA)
    for wanted in (ANIMATOR, replace(KUZNIA, scope_key="lider")):
        with pytest.raises(NotAllowed):
            await team.invite(office.db, krystyna, wanted, PROJECTS, now=office.now)


async def test_an_ambassadors_coordinator_knows_the_gmina_however_it_is_written(office: Office) -> None:
    krystyna = await member(office, Grant(Role.COORDINATOR, Scope.GMINA, "Piastów"))
    assert await token(office, krystyna, replace(PIASTOW, scope_key="PIASTÓW"))


@pytest.mark.parametrize(
    "unsound",
    [
        Grant(Role.ADMINISTRATOR, Scope.PROJECT, "kuznia"),
        Grant(Role.ANIMATOR, Scope.PROJECT, "nigdy"),
        Grant(Role.ANIMATOR, Scope.GMINA, ""),
        Grant(Role.ANIMATOR, Scope.GMINA, "ż" * 21),
        Grant(Role.ANIMATOR, Scope.EVERYTHING, "kuznia"),
    ],
)
async def test_a_role_there_cannot_be_is_not_given(office: Office, unsound: Grant) -> None:
    halina = await member(office, Grant(Role.ADMINISTRATOR))
    with pytest.raises(StaleButton):
        await team.invite(office.db, halina, unsound, PROJECTS, now=office.now)


async def test_nobody_without_the_right_to_manage_gets_anywhere(office: Office) -> None:
    marek, halina = await member(office, ANIMATOR), await member(office, Grant(Role.ADMINISTRATOR))
    role = await role_of(office, halina, Grant(Role.ADMINISTRATOR))
    for attempt in (
        team.show(office.db, marek, 0, now=office.now),
        team.card(office.db, marek, role, halina.id),
        team.withdraw(office.db, marek, role, halina.id, configured=CONFIGURED, now=office.now),
        team.invite(office.db, marek, ANIMATOR, PROJECTS, now=office.now),
        team.restore(office.db, marek, 1, now=office.now),
        team.revoke(office.db, marek, 1, now=office.now),
        team.gminas(office.db, marek),
    ):
        with pytest.raises(NotAllowed) as why:
            await attempt
        assert why.value.permission == Permission.MANAGE_TEAM


async def test_fifty_people_with_one_link_get_one_role(office: Office) -> None:
    halina = await member(office, Grant(Role.ADMINISTRATOR))
    secret = await token(office, halina, ANIMATOR)
    crowd = [await office.person() for _ in range(50)]
    ends = await asyncio.gather(
        *(team.accept(office.db, one, secret, now=office.now) for one in crowd), return_exceptions=True
    )
    assert sum(isinstance(end, team.Changed) for end in ends) == 1
    assert sum(isinstance(end, InvitationGone) for end in ends) == 49


async def test_two_administrators_cannot_both_go(office: Office) -> None:
    halina = await member(office, Grant(Role.ADMINISTRATOR))
    jan = await member(office, Grant(Role.ADMINISTRATOR))
    goes = Grant(Role.ADMINISTRATOR)
    theirs = [(by, of, await role_of(office, of, goes)) for by, of in ((halina, jan), (jan, halina))]
    ends = await asyncio.gather(
        *(team.withdraw(office.db, by, role, of.id, configured=CONFIGURED, now=office.now) for by, of, role in theirs),
        return_exceptions=True,
    )
    assert sum(isinstance(end, LastAdministrator) for end in ends) == 1


async def test_an_administrator_who_was_invited_can_go_when_the_configuration_has_another(office: Office) -> None:
    halina = await member(office, Grant(Role.ADMINISTRATOR))
    role = await role_of(office, halina, Grant(Role.ADMINISTRATOR))
    gone = await team.withdraw(office.db, halina, role, halina.id, configured=frozenset({99}), now=office.now)
    assert gone.grants == frozenset()
    assert gone.entry is None, "nobody raises themself again"


async def test_the_number_of_a_role_that_passed_to_somebody_else_does_nothing(office: Office) -> None:
    halina = await member(office, Grant(Role.ADMINISTRATOR))
    marek, ewa = await member(office, ANIMATOR), await office.person()
    role = await role_of(office, marek, ANIMATOR)
    await team.withdraw(office.db, halina, role, marek.id, configured=CONFIGURED, now=office.now)
    await people.grant(office.db, ewa.id, ANIMATOR, now=office.now)
    assert await role_of(office, ewa, ANIMATOR) == role
    with pytest.raises(RoleGone):
        await team.withdraw(office.db, halina, role, marek.id, configured=CONFIGURED, now=office.now)


async def test_only_who_took_a_role_away_gives_it_back_and_only_once(office: Office) -> None:
    halina = await member(office, Grant(Role.ADMINISTRATOR))
    jan = await member(office, Grant(Role.ADMINISTRATOR))
    marek = await member(office, KUZNIA)
    role = await role_of(office, marek, KUZNIA)
    before = office.now
    gone = await team.withdraw(office.db, halina, role, marek.id, configured=CONFIGURED, now=office.now)
    assert gone.entry is not None
    with pytest.raises(NotAllowed):
        await team.restore(office.db, jan, gone.entry, now=office.now)
    back = await team.restore(office.db, halina, gone.entry, now=office.now)
    assert back.grants == {KUZNIA}
    assert back.member.since == before
    again = await team.withdraw(office.db, halina, back.member.id, marek.id, configured=CONFIGURED, now=office.now)
    with pytest.raises(RoleGone):
        await team.restore(office.db, halina, gone.entry, now=office.now)
    assert again.entry != gone.entry


async def test_what_is_no_withdrawal_cannot_be_undone(office: Office) -> None:
    halina = await member(office, Grant(Role.ADMINISTRATOR))
    await token(office, halina, ANIMATOR)
    for entry in (1, 99, -1):
        with pytest.raises(RoleGone):
            await team.restore(office.db, halina, entry, now=office.now)


async def test_somebody_erased_gets_no_role_back(office: Office) -> None:
    halina, marek = await member(office, Grant(Role.ADMINISTRATOR)), await member(office, ANIMATOR)
    role = await role_of(office, marek, ANIMATOR)
    gone = await team.withdraw(office.db, halina, role, marek.id, configured=CONFIGURED, now=office.now)
    await privacy.erase(office.db, marek, now=office.now)
    assert gone.entry is not None
    with pytest.raises(RoleGone):
        await team.restore(office.db, halina, gone.entry, now=office.now)
    async with office.db.reading() as tx:
        assert [one.person for one in await store.list_members(tx)] == [halina.id]


async def test_an_invitation_of_somebody_erased_gives_nothing(office: Office) -> None:
    krystyna, ewa = await member(office, Grant(Role.COORDINATOR)), await office.person()
    secret = await token(office, krystyna, ANIMATOR)
    await privacy.erase(office.db, krystyna, now=office.now)
    with pytest.raises(InvitationGone):
        await team.accept(office.db, ewa, secret, now=office.now)


@pytest.mark.parametrize("forged", ["", "0" * 32, "r_x", "podgorze"])
async def test_a_made_up_token_is_no_invitation(office: Office, forged: str) -> None:
    with pytest.raises(InvitationGone):
        await team.read_invitation(office.db, await office.person(), forged, now=office.now)


class TestTheConfiguration:
    async def meets(self, office: Office, administrators: frozenset[int]) -> Actor:
        """Somebody with the account 5000 writes."""
        office._updates += 1
        sender = Sender(5000, "Jan", "pl")
        actor = await people.identify(
            office.db, sender, administrators=administrators, update=(office._updates, 0), now=office.now
        )
        assert actor is not None
        return actor

    async def roles(self, office: Office) -> list[tuple[int | None, bool]]:
        """Whose roles there are, and whether they come from the configuration."""
        async with office.db.reading() as tx:
            return [(one.telegram_id, one.is_configured) for one in await store.list_members(tx)]

    async def test_appoints_whoever_writes_for_the_first_time(self, office: Office) -> None:
        await people.appoint(office.db, frozenset({5000}), now=office.now)
        assert await self.roles(office) == []
        jan = await self.meets(office, frozenset({5000}))
        assert jan.grants == {Grant(Role.ADMINISTRATOR)}
        assert await self.roles(office) == [(5000, True)]

    async def test_appoints_at_the_start_whoever_wrote_before(self, office: Office) -> None:
        await self.meets(office, CONFIGURED)
        await people.appoint(office.db, frozenset({5000}), now=office.now)
        assert await self.roles(office) == [(5000, True)]

    async def test_dismisses_whoever_it_does_not_name_any_more_and_nobody_else(self, office: Office) -> None:
        halina = await member(office, Grant(Role.ADMINISTRATOR))
        await self.meets(office, frozenset({5000}))
        await people.appoint(office.db, CONFIGURED, now=office.now)
        assert await self.roles(office) == [(halina.telegram_id, False)]
        assert (await self.meets(office, CONFIGURED)).grants == frozenset()

    async def test_is_stronger_than_the_chat(self, office: Office) -> None:
        halina = await member(office, Grant(Role.ADMINISTRATOR))
        jan = await self.meets(office, frozenset({5000}))
        role = await role_of(office, jan, Grant(Role.ADMINISTRATOR))
        with pytest.raises(SetInConfiguration):
            await team.withdraw(office.db, halina, role, jan.id, configured=frozenset({5000}), now=office.now)


async def test_the_log_keeps_no_names(office: Office) -> None:
    halina, ewa = await member(office, Grant(Role.ADMINISTRATOR)), await office.person("Ewa")
    await team.accept(office.db, ewa, await token(office, halina, KUZNIA), now=office.now)
    async with office.db.reading() as tx:
        kept = [tuple(row) for row in await tx.all("SELECT * FROM audit")]
        entries = await log.list_latest(tx, Wanted(within=frozenset({"kuznia"})))
    assert "Ewa" not in str(kept)
    assert [entry.action for entry in entries] == ["invitation_used", "invited"]
