"""/find: somebody and their history."""

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens.people_search import FindPerson, ShowPerson, find_help_screen, person_screen, search_screen
from bot.services import people_search

routes = Routes()
STAFF = Permission.SEE_LISTS
LONGEST = 80
"""Characters somebody is looked for by."""


@routes.command("find", staff=STAFF)
async def find(ctx: Context, words: str) -> Reply:
    """``/find WORDS``; alone it explains itself."""
    if not words.strip():
        return find_help_screen(ctx.t)
    return search_screen(await people_search.search(ctx.db, ctx.actor, words.strip()[:LONGEST], now=ctx.now), ctx.t)


@routes.press(FindPerson, staff=STAFF)
async def explain(ctx: Context, _press: FindPerson) -> Reply:
    """How to look for somebody."""
    return find_help_screen(ctx.t)


@routes.press(ShowPerson, staff=STAFF)
async def show_person(ctx: Context, press: ShowPerson) -> Reply:
    """One person."""
    one = await people_search.show(ctx.db, ctx.actor, press.person, press.page, now=ctx.now)
    return person_screen(one, ctx.t)
