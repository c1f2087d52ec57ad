"""Two entries of one person: made one by the team, or by themselves with a personal link."""

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens.duplicates import (
    FindSame,
    MakePersonLink,
    MergePeople,
    PreviewPeople,
    SeparatePeople,
    UsePersonLink,
    link_screen,
    linked_screen,
    linking_screen,
    merged_words,
    preview_screen,
    same_screen,
)
from bot.screens.people_search import person_screen, with_undo
from bot.services import duplicates, people_search

routes = Routes()
STAFF = Permission.MANAGE_SIGNUPS


@routes.press(FindSame, staff=STAFF)
async def find_same(ctx: Context, press: FindSame) -> Reply:
    """Which other entry."""
    page, found = await duplicates.candidates(ctx.db, ctx.actor, press.person)
    return same_screen(page, found, ctx.t)


@routes.press(PreviewPeople, staff=STAFF)
async def preview(ctx: Context, press: PreviewPeople) -> Reply:
    """What would happen."""
    return preview_screen(await duplicates.preview(ctx.db, ctx.actor, press.person, press.other), ctx.t)


@routes.press(MergePeople, staff=STAFF)
async def merge(ctx: Context, press: MergePeople) -> Reply:
    """Make one of two."""
    done = await duplicates.merge(ctx.db, ctx.actor, press.person, press.other, now=ctx.now)
    page = await people_search.show(ctx.db, ctx.actor, done.kept, now=ctx.now)
    return with_undo(person_screen(page, ctx.t, merged_words(done, ctx.t)), SeparatePeople(done.entry), ctx.t)


@routes.press(SeparatePeople, staff=STAFF)
async def separate(ctx: Context, press: SeparatePeople) -> Reply:
    """Take them apart again."""
    person = await duplicates.separate(ctx.db, ctx.actor, press.entry, now=ctx.now)
    return person_screen(await people_search.show(ctx.db, ctx.actor, person, now=ctx.now), ctx.t)


@routes.press(MakePersonLink, staff=STAFF)
async def make_link(ctx: Context, press: MakePersonLink) -> Reply:
    """A personal link."""
    page, token, until = await duplicates.link(ctx.db, ctx.actor, press.person, now=ctx.now)
    return link_screen(page, ctx.link(f"l_{token}"), until, ctx.t, ctx.house.organisation)


@routes.payload("l")
async def open_link(ctx: Context, payload: str) -> Reply:
    """``/start l_TOKEN``: what it brings."""
    token = payload.partition("-")[0]
    linking = await duplicates.read_link(ctx.db, ctx.actor, token, now=ctx.now)
    return linking_screen(linking, token, ctx.t, ctx.house.organisation)


@routes.press(UsePersonLink)
async def use_link(ctx: Context, press: UsePersonLink) -> Reply:
    """Take over what it brings."""
    return linked_screen(await duplicates.use_link(ctx.db, ctx.actor, press.token, now=ctx.now), ctx.t)
