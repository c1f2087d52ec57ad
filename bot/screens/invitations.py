"""Invitations to the team: made with buttons, sent as a link, accepted with one press."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from bot.domain.organisation import Organisation
from bot.domain.people import Role, Scope
from bot.domain.team import Invitation, InvitationGone, RoleHeld
from bot.screens import desk, wordings
from bot.screens.actions import Action, action
from bot.screens.projects import Titles
from bot.screens.roles import grant_name, grant_names, role_name
from bot.screens.screen import Button, Row, Screen
from bot.screens.start import Start, desk_button
from bot.screens.team import Invite, team_button
from bot.screens.wordings import RefusalWords
from bot.services.team import Changed, Invited
from bot.texts import Html, Translator, bold, join


@action("tir")
class InviteRole(Action):
    """The role was chosen; now the scope."""

    role: str


@action("tis")
class InviteScope(Action):
    """Role and kind of scope were chosen; now which project or gmina."""

    role: str
    scope: str


@action("tit")
class InviteTo(Action):
    """All was chosen: make the link."""

    role: str
    scope: str
    key: str


@action("tiv")
class Revoke(Action):
    """Take an invitation back."""

    invitation: int


@action("tia")
class Accept(Action):
    """Take the role the link gives."""

    token: str


@action("tid")
class Decline(Action):
    """Leave the invitation alone."""


def roles_screen(roles: Iterable[Role], t: Translator, gmina: str = "") -> Screen:
    """Which role; with a ``gmina`` named already, its scope is settled."""
    means = _means_within_gmina(t) if gmina else _means(t)
    offered = list(roles)
    lines = [t("{role}: {means}", role=bold(role_name(role, t)), means=means[role]) for role in offered]
    title = (
        t("Who is to join the team?") if not gmina else t("Who is to join the team for the gmina {name}?", name=gmina)
    )
    rows = tuple((_role_button(role, t, gmina),) for role in offered)
    return Screen(join("\n", [bold(title), *lines]), rows=(*rows, _ways(t)))


def _means(t: Translator) -> dict[Role, Html]:
    return {
        Role.ANIMATOR: t("sees lists and checks in who came; without phone numbers and needs"),
        Role.COORDINATOR: t("runs events and lists, answers questions, invites animators"),
        Role.ADMINISTRATOR: t("everything, the team too"),
    }


def _means_within_gmina(t: Translator) -> dict[Role, Html]:
    """Events and lists belong to projects: what is left for one gmina is its people."""
    return {
        Role.ANIMATOR: t("writes announcements to people of this gmina; without lists and events"),
        Role.COORDINATOR: t("writes announcements to people of this gmina and invites its animators"),
    }


def _role_button(role: Role, t: Translator, gmina: str) -> Button:
    words = role_name(role, t)
    if gmina:
        return Button(words, InviteTo(role, Scope.GMINA, gmina))
    if role is Role.ADMINISTRATOR:
        return Button(words, InviteTo(role, Scope.EVERYTHING, ""))
    return Button(words, InviteRole(role))


def scopes_screen(role: Role, scopes: Iterable[Scope], t: Translator) -> Screen:
    """How far the role is to reach."""
    words = {
        Scope.EVERYTHING: t("The whole organisation"),
        Scope.PROJECT: t("One project"),
        Scope.GMINA: t("One gmina"),
    }
    offered = tuple(scopes)
    rows = tuple(
        (
            Button(
                words[scope],
                InviteTo(role, scope, "") if scope is Scope.EVERYTHING else InviteScope(role, scope),
            ),
        )
        for scope in offered
    )
    gmina = t("One gmina means: only announcements to its people, without lists and events.")
    lines = [bold(role_name(role, t)), t("How far shall the role reach?"), gmina if Scope.GMINA in offered else ""]
    text = join("\n", lines)
    return Screen(text, rows=(*rows, (Button(t("Back"), Invite()),)))


def projects_screen(role: Role, projects: Titles, t: Translator) -> Screen:
    """Which project."""
    rows = tuple((Button(desk.label(title), InviteTo(role, Scope.PROJECT, slug)),) for slug, title in projects.items())
    return Screen(
        join("\n", [bold(role_name(role, t)), t("Which project?")]),
        rows=(*rows, (Button(t("Back"), InviteRole(role)),)),
    )


def gminas_screen(role: Role, gminas: Sequence[str], t: Translator) -> Screen:
    """Which gmina, of those the bot has heard of; another one is written after the command."""
    rows = [
        tuple(Button(name, InviteTo(role, Scope.GMINA, name)) for name in gminas[at : at + 2])
        for at in range(0, len(gminas), 2)
    ]
    other = t("It is not here? Write the command with its name, for instance: /team Skawina")
    return Screen(
        join("\n", [bold(role_name(role, t)), t("Which gmina?"), other]),
        rows=(*rows, (Button(t("Back"), InviteRole(role)),)),
    )


def invited_screen(invited: Invited, link: str, t: Translator, projects: Titles, organisation: Organisation) -> Screen:
    """The link, shown this once, with a button to send it on."""
    invitation = invited.invitation
    text = join(
        "\n\n",
        [
            t("The invitation is ready: {role}.", role=bold(grant_name(invitation.grant, t, projects))),
            Html(link),
            t(
                "Send it to the one person it is for. It works once, until {day}, {time}. I do not show it again; "
                "an invitation that got lost can be taken back under Team.",
                day=t.day(invitation.expires_at),
                time=t.clock(invitation.expires_at),
            ),
        ],
    )
    said = t("An invitation to the team of {name}. Press it and choose “I accept”.", name=organisation.name)
    share = f"https://t.me/share/url?{urlencode({'url': link, 'text': said})}"
    return Screen(text, rows=((Button(t("Send it on"), url=share),), _ways(t)))


def invitation_screen(invitation: Invitation, t: Translator, projects: Titles) -> Screen:
    """An invitation nobody has used."""
    lines = [
        bold(t("Invitation: {role}", role=grant_name(invitation.grant, t, projects))),
        t("Made by {name}.", name=invitation.by_name) if invitation.by_name else Html(""),
        t("It works until {day}, {time}.", day=t.day(invitation.expires_at), time=t.clock(invitation.expires_at)),
    ]
    return Screen(join("\n", lines), rows=((Button(t("Take the invitation back"), Revoke(invitation.id)),), _ways(t)))


def revoked_screen(t: Translator) -> Screen:
    """The link does nothing any more."""
    return Screen(t("Done. The link does nothing any more. You can make a new one."), rows=(_ways(t),))


def offer_screen(
    invitation: Invitation, token: str, t: Translator, projects: Titles, organisation: Organisation
) -> Screen:
    """What the link gives, to whoever opened it."""
    lines = [
        bold(t("You are invited to the team of {name}", name=organisation.name)),
        t("Your role: {roles}.", roles=grant_name(invitation.grant, t, projects)),
        t("Invited by: {name}.", name=invitation.by_name),
        t("The team will see your name here, and what you do for the team is kept in a log. Do you accept?"),
    ]
    return Screen(join("\n", lines), rows=((Button(t("I accept"), Accept(token)), Button(t("No"), Decline())),))


def accepted_screen(changed: Changed, t: Translator, projects: Titles) -> Screen:
    """The role is there."""
    roles = grant_names(changed.grants, t, projects)
    text = join(
        "\n",
        [t("Welcome to the team! Your role: {roles}.", roles=bold(roles)), t("The menu of commands shows more now.")],
    )
    return Screen(text, rows=((desk_button(t), Button(t("To the start"), Start())),))


def declined_screen(t: Translator) -> Screen:
    """Nothing happened."""
    return Screen(
        t("All right, nothing has changed. Until it runs out, the link still works."),
        rows=((Button(t("To the start"), Start()),),),
    )


def _ways(t: Translator) -> Row:
    return (team_button(t), desk_button(t))


wordings.refusal(
    InvitationGone,
    RefusalWords(
        lambda _, t: t(
            "This invitation does not work any more: it was used or taken back, or its time is over. "
            "Ask whoever sent it for a new one."
        )
    ),
)
wordings.refusal(
    RoleHeld,
    RefusalWords(
        lambda _, t: t("You have this role already, so the link stays as it was. It is for somebody else."),
        lambda _, t: desk_button(t),
    ),
)
