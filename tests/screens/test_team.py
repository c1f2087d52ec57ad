"""The screens of the team, the log and the desk fit Telegram in every language, with the longest words there are."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.localized import LANGUAGES
from bot.domain.organisation import Organisation
from bot.domain.people import Grant, Role, Scope
from bot.domain.refusals import NotAllowed
from bot.domain.team import (
    Invitation,
    InvitationGone,
    LastAdministrator,
    Member,
    RoleGone,
    RoleHeld,
    SetInConfiguration,
)
from bot.screens import audit, desk, doings, invitations, refusals, team
from bot.screens.screen import Screen
from bot.services.audit import Choices, Chosen, Line, LogPage
from bot.services.team import Card, Changed, Invited, Team
from bot.store.audit import Entry
from bot.texts import Translator

from ..conftest import NOON
from .fitting import Gallery, leads_on
from .test_every_screen import TEXTS

HOUSE = Organisation("Fundacja <b>Źdźbło</b> & Syn", "kontakt@example.org")
TITLES = {"kuznia": "Powiatowa <Kuźnia> Aktywności & Rzeczywiście Bardzo Długiej Współpracy Obywatelskiej"}
NAME = "Maria <Konstancja> Wąsikiewicz-Brzęczyszczykiewicz & córki, z domu Nieprzyłęcka-Żółć"
GRANTS = (
    Grant(Role.ADMINISTRATOR),
    Grant(Role.COORDINATOR, Scope.PROJECT, "kuznia"),
    Grant(Role.ANIMATOR, Scope.GMINA, "Kalwaria <Zebrzydowska>"),
)


def member(grant: Grant, *, is_configured: bool = False) -> Member:
    """Somebody with a long name."""
    return Member(10**9, 10**9, 5, "pl", NAME, grant, NOON - timedelta(days=400), is_configured)


def invitation(grant: Grant) -> Invitation:
    """An open one."""
    return Invitation(10**9, grant, 1, NAME, NOON + timedelta(days=7), is_used=False, is_revoked=False)


def team_screens(t: Translator) -> Iterator[Screen]:
    """Everybody, and everything about one of them."""
    everybody = tuple(member(grant) for grant in (*GRANTS, *GRANTS, *GRANTS[:2]))
    yield team.team_screen(Team(everybody, tuple(invitation(GRANTS[1]) for _ in range(10)), 1, 3), t, NOON, TITLES)
    for grant in GRANTS:
        for can_withdraw, is_own in ((True, False), (True, True), (False, False)):
            yield team.member_screen(Card(member(grant), can_withdraw, is_own), t, NOON, TITLES)
        yield team.withdrawn_screen(Changed(member(grant), frozenset(GRANTS), 10**9), t, TITLES)
        yield team.withdrawn_screen(Changed(member(grant), frozenset()), t, TITLES)
        yield team.restored_screen(Changed(member(grant), frozenset(GRANTS)), t, TITLES)
    yield team.member_screen(Card(member(GRANTS[0], is_configured=True), True, False), t, NOON, TITLES)


def invitation_screens(t: Translator) -> Iterator[Screen]:
    """From the role to the answer."""
    yield invitations.roles_screen(Role, t)
    yield invitations.roles_screen((Role.ANIMATOR,), t, "Kalwaria Zebrzydowska")
    for role in Role:
        yield invitations.scopes_screen(role, Scope, t)
        yield invitations.projects_screen(role, TITLES, t)
        yield invitations.gminas_screen(role, ["Kalwaria Zebrzydowska"] * 20, t)
    for grant in GRANTS:
        invited = Invited(invitation(grant), "0123456789abcdef" * 2)
        link = f"https://t.me/mam_bot?start=r_{invited.token}"
        yield invitations.invited_screen(invited, link, t, TITLES, HOUSE)
        yield invitations.invitation_screen(invited.invitation, t, TITLES)
        yield invitations.offer_screen(invited.invitation, invited.token, t, TITLES, HOUSE)
        yield invitations.accepted_screen(Changed(member(grant), frozenset(GRANTS)), t, TITLES)
    yield invitations.revoked_screen(t)
    yield invitations.declined_screen(t)


def log_screens(t: Translator) -> Iterator[Screen]:
    """A full page, an empty one, and the ways to narrow it down."""
    facts = {"role": "coordinator", "scope": "project", "key": "kuznia"}
    entry = Entry(1, 10**9, Action.INVITED, 10**9, 10**9, "kuznia", facts, NOON, NAME, "e" * 40)
    lines = (Line(entry, is_named=True),) * 7 + (Line(entry, is_named=False),)
    chosen = Chosen(10**9, 10**9, max(Action, key=len))
    yield audit.log_screen(LogPage(lines, 1, 9, 72, chosen, NAME, "e" * 40), t, NOON, TITLES)
    yield audit.log_screen(LogPage((), 0, 1, 0, Chosen(), "", ""), t, NOON, TITLES)
    choices = Choices(((10**9, NAME),) * 12, ((10**9, "e" * 40),) * 12, tuple(Action))
    for by in ("person", "event", "action", "forged"):
        yield audit.filter_screen(by, choices, chosen, t)
    yield audit.file_screen(lines, t, NOON, TITLES)


def other_screens(t: Translator) -> Iterator[Screen]:
    """The desk, and what is refused."""
    yield desk.desk_screen(sorted(desk.entries()), GRANTS, t, TITLES)
    for refusal in (InvitationGone(), RoleHeld(), RoleGone(), LastAdministrator(), SetInConfiguration()):
        yield refusals.refusal_screen(refusal, t, NOON, HOUSE)
    for permission in Permission:
        yield refusals.refusal_screen(NotAllowed(permission), t, NOON, HOUSE, GRANTS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screens", [team_screens, invitation_screens, log_screens, other_screens])
def test_it_fits_telegram_and_leads_on(language: str, screens: Gallery) -> None:
    for screen in screens(TEXTS.in_(language)):
        leads_on(screen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_entry_has_its_words(language: str) -> None:
    t = TEXTS.in_(language)
    assert [action for action in Action if not doings.is_worded(action, t)] == []
