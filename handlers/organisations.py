"""/organisations: whom people come for, as the team keeps them."""

from bot.chat.context import Context, Reply
from bot.chat.endings import ending
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens import organisations as words
from bot.screens.dialogs import step_screen
from bot.screens.organisations import (
    FindDouble,
    ForgetSpelling,
    MergeOrganisations,
    OrganisationList,
    PreviewMerge,
    RenameOrganisation,
    SeparateOrganisations,
    SetOrganisationKind,
    ShowOrganisation,
    organisation_screen,
    organisations_screen,
    preview_screen,
)
from bot.services import organisation_desk
from bot.services.organisation_desk import Card

routes = Routes()
STAFF = Permission.MANAGE_SIGNUPS


@routes.command("organisations", staff=STAFF)
async def list_organisations(ctx: Context, argument: str) -> Reply:
    """All of them, or those a search finds."""
    return organisations_screen(await organisation_desk.page(ctx.db, ctx.actor, 0, words=argument), ctx.t)


@routes.press(OrganisationList, staff=STAFF)
async def turn_page(ctx: Context, press: OrganisationList) -> Reply:
    """A page of the list."""
    return organisations_screen(await organisation_desk.page(ctx.db, ctx.actor, press.page), ctx.t)


@routes.press(ShowOrganisation, staff=STAFF)
async def show_organisation(ctx: Context, press: ShowOrganisation) -> Reply:
    """One of them."""
    return organisation_screen(await organisation_desk.card(ctx.db, ctx.actor, press.organisation), ctx.t)


@routes.press(RenameOrganisation, staff=STAFF)
async def rename(ctx: Context, press: RenameOrganisation) -> Reply:
    """Begin to write another name."""
    step = await organisation_desk.rename(ctx.db, ctx.actor, press.organisation, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@ending(organisation_desk.RENAME, Card)
async def renamed(ctx: Context, result: Card) -> Reply:
    """The name is another one."""
    return organisation_screen(result, ctx.t, words.changed_words(ctx.t))


@routes.press(SetOrganisationKind, staff=STAFF)
async def set_kind(ctx: Context, press: SetOrganisationKind) -> Reply:
    """What it is."""
    card = await organisation_desk.set_kind(ctx.db, ctx.actor, press.organisation, press.kind, now=ctx.now)
    return organisation_screen(card, ctx.t, words.changed_words(ctx.t))


@routes.press(ForgetSpelling, staff=STAFF)
async def forget_spelling(ctx: Context, press: ForgetSpelling) -> Reply:
    """A spelling that means another one."""
    card = await organisation_desk.forget_spelling(ctx.db, ctx.actor, press.organisation, press.number, now=ctx.now)
    return organisation_screen(card, ctx.t, words.changed_words(ctx.t))


@routes.press(FindDouble, staff=STAFF)
async def find_double(ctx: Context, press: FindDouble) -> Reply:
    """Which other one is the same."""
    return organisations_screen(
        await organisation_desk.doubles(ctx.db, ctx.actor, press.organisation, press.page), ctx.t
    )


@routes.press(PreviewMerge, staff=STAFF)
async def preview(ctx: Context, press: PreviewMerge) -> Reply:
    """What making one of two would do."""
    return preview_screen(await organisation_desk.preview(ctx.db, ctx.actor, press.organisation, press.into), ctx.t)


@routes.press(MergeOrganisations, staff=STAFF)
async def merge(ctx: Context, press: MergeOrganisations) -> Reply:
    """Make one of two."""
    card = await organisation_desk.merge(ctx.db, ctx.actor, press.organisation, press.into, now=ctx.now)
    return organisation_screen(card, ctx.t, words.merged_words(ctx.t))


@routes.press(SeparateOrganisations, staff=STAFF)
async def separate(ctx: Context, press: SeparateOrganisations) -> Reply:
    """Take them apart again."""
    card = await organisation_desk.separate(ctx.db, ctx.actor, press.merge, now=ctx.now)
    return organisation_screen(card, ctx.t, words.separated_words(ctx.t))
