"""The team: who has which role, and taking it away."""

from datetime import datetime

from bot.domain.team import Invitation, LastAdministrator, Member, RoleGone, SetInConfiguration
from bot.screens import desk, wordings
from bot.screens.actions import Action, action
from bot.screens.pages import turning
from bot.screens.projects import Titles
from bot.screens.roles import grant_name, grant_names, role_name
from bot.screens.screen import Button, Screen
from bot.screens.start import Start, desk_button
from bot.screens.wordings import RefusalWords
from bot.services.team import Card, Changed, Team
from bot.texts import Html, Translator, bold, escaped, join, shorten


@action("tm")
class TeamList(Action):
    """Show the team; pages count from 0."""

    page: int = 0


@action("tmr")
class TeamMember(Action):
    """Show one role of a person; the number of a role alone may have passed to somebody else."""

    member: int
    person: int


@action("tmw")
class Withdraw(Action):
    """Take the role away."""

    member: int
    person: int


@action("tmu")
class RestoreRole(Action):
    """Give the role back that was taken away by this entry of the audit log."""

    entry: int


@action("ti")
class Invite(Action):
    """Begin to invite somebody."""


@action("tin")
class ShowInvitation(Action):
    """Show an invitation nobody has used."""

    invitation: int


@desk.entry("team")
def team_button(t: Translator) -> Button:
    """The way to the team, with the same words everywhere."""
    return Button(t("Team"), TeamList())


def team_screen(team: Team, t: Translator, now: datetime, projects: Titles) -> Screen:
    """Everybody with a role, the open invitations, and the way to invite."""
    parts = [bold(t("Team")), join("\n", [_line(one, t, now, projects) for one in team.members])]
    if team.invitations:
        open_ones = [_open(one, t, now, projects) for one in team.invitations]
        parts.append(join("\n", [t("Invitations nobody has used yet:"), *open_ones]))
    rows = [
        *(
            (Button(desk.label(f"{escaped(shorten(one.name, 40))}: {role_name(one.grant.role, t)}"), _card(one)),)
            for one in team.members
        ),
        *(
            (
                Button(
                    desk.label(t("Invitation: {role}", role=grant_name(one.grant, t, projects))),
                    ShowInvitation(one.id),
                ),
            )
            for one in team.invitations
        ),
        *turning(team.page, team.pages, TeamList, back=t("Previous page"), on=t("Next page")),
        (Button(t("Invite somebody"), Invite()),),
        (desk_button(t),),
    ]
    return Screen(join("\n\n", parts), rows=tuple(rows))


def member_screen(card: Card, t: Translator, now: datetime, projects: Titles) -> Screen:
    """One role, what taking it away means, and the button for it."""
    member = card.member
    lines = [bold(member.name), grant_name(member.grant, t, projects), _since(member, t, now)]
    if member.is_configured:
        return Screen(join("\n", [*lines, _where_set(t)]), rows=((team_button(t), desk_button(t)),))
    if not card.can_withdraw:
        return Screen(
            join("\n", [*lines, t("Only an administrator can take this role away.")]),
            rows=((team_button(t), desk_button(t)),),
        )
    means = (
        t("This is your own role. If you give it up, only a new invitation brings it back.")
        if card.is_own
        else t("Taking the role away works at once, in the menu of commands too. You can undo it for ten minutes.")
    )
    label = t("Give up my role") if card.is_own else t("Take the role away")
    return Screen(
        join("\n", [*lines, means]),
        rows=((Button(label, Withdraw(member.id, member.person)),), (team_button(t), desk_button(t))),
    )


def withdrawn_screen(changed: Changed, t: Translator, projects: Titles) -> Screen:
    """The role is gone; what is left, and undo."""
    member = changed.member
    done = t("Done. {name} does not have this role any more:", name=member.name)
    left = (
        t("Roles left: {roles}.", roles=grant_names(changed.grants, t, projects))
        if changed.grants
        else t("No other role is left.")
    )
    undo = ((Button(t("Undo"), RestoreRole(changed.entry)),),) if changed.entry else ()
    ways = (team_button(t), desk_button(t)) if changed.entry else (Button(t("To the start"), Start()),)
    return Screen(join("\n", [done, bold(grant_name(member.grant, t, projects)), left]), rows=(*undo, ways))


def restored_screen(changed: Changed, t: Translator, projects: Titles) -> Screen:
    """The role is back."""
    back = t("{name} has this role again:", name=changed.member.name)
    role = bold(grant_name(changed.member.grant, t, projects))
    return Screen(join("\n", [back, role]), rows=((team_button(t), desk_button(t)),))


def _card(member: Member) -> TeamMember:
    return TeamMember(member.id, member.person)


def _line(member: Member, t: Translator, now: datetime, projects: Titles) -> Html:
    return t(
        "{name} – {role}, {since}",
        name=bold(member.name),
        role=grant_name(member.grant, t, projects),
        since=_since(member, t, now),
    )


def _since(member: Member, t: Translator, now: datetime) -> Html:
    if member.is_configured:
        return t("set in the configuration")
    is_this_year = t.local(member.since).year == t.local(now).year
    return t("since {day}", day=t.date(member.since, year=not is_this_year))


def _open(invitation: Invitation, t: Translator, now: datetime, projects: Titles) -> Html:
    return t(
        "{role}, until {day}",
        role=grant_name(invitation.grant, t, projects),
        day=t.day(invitation.expires_at, t.local(now).date()),
    )


def _where_set(t: Translator) -> Html:
    return t(
        "This administrator stands in the configuration of the bot: [team] administrators in config.toml. "
        "Whoever looks after the server takes the number out there and starts the bot again."
    )


wordings.refusal(SetInConfiguration, RefusalWords(lambda _, t: _where_set(t), lambda _, t: team_button(t)))
wordings.refusal(
    LastAdministrator,
    RefusalWords(
        lambda _, t: t("This is the last administrator. Invite another one first, then the role can go."),
        lambda _, t: Button(t("Invite somebody"), Invite()),
    ),
)
wordings.refusal(
    RoleGone,
    RefusalWords(
        lambda _, t: t("This has changed meanwhile, or more than ten minutes have passed. See the team as it is now."),
        lambda _, t: team_button(t),
    ),
)
