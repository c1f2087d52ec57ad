"""/indicators and /stats: how far the grant's targets are, and pictures."""

import asyncio

from bot.chat.context import Context, Reply
from bot.chat.endings import ending
from bot.chat.routes import Routes
from bot.content.models import IndicatorSpec, Project
from bot.domain import access
from bot.domain.access import Permission
from bot.domain.refusals import IndicatorGone
from bot.screens.dialogs import step_screen
from bot.screens.events import title
from bot.screens.indicators import (
    AddEntry,
    IndicatorList,
    IndicatorProjects,
    IndicatorWho,
    RemoveEntry,
    RestoreEntry,
    StatsPictures,
    entered_screen,
    indicators_screen,
    pictures_screen,
    projects_screen,
    removed_screen,
    who_screen,
)
from bot.screens.statistics import drawn
from bot.services import event_codes, indicators, statistics
from bot.services.statistics import Numbers

routes = Routes()
STAFF = Permission.SEE_LISTS
ENTERING = Permission.MANAGE_EVENTS


@routes.command("indicators", staff=STAFF)
async def choose(ctx: Context, _argument: str) -> Reply:
    """Which project."""
    return await choose_project(ctx, IndicatorProjects())


@routes.press(IndicatorProjects, staff=STAFF)
async def choose_project(ctx: Context, _press: IndicatorProjects) -> Reply:
    """The projects with indicators that the actor's roles reach; a single one is shown at once."""
    found = [
        one
        for one in ctx.house.content.projects.values()
        if one.indicators and access.is_allowed(ctx.actor, STAFF, project=one.slug)
    ]
    if len(found) == 1:
        return await show(ctx, IndicatorList(found[0].slug))
    return projects_screen(found, ctx.t)


@routes.press(IndicatorList, staff=STAFF)
async def show(ctx: Context, press: IndicatorList) -> Reply:
    """How far a project's indicators are."""
    project = _project(ctx, press.project)
    wanted = [spec.indicator() for spec in project.indicators]
    report = await indicators.of_project(ctx.db, ctx.actor, project.slug, wanted, now=ctx.now)
    return indicators_screen(report, project, ctx.t, ctx.now)


@routes.press(IndicatorWho, staff=STAFF)
async def show_who(ctx: Context, press: IndicatorWho) -> Reply:
    """Who is counted."""
    spec = _spec(ctx, press.project, press.number)
    detail = await indicators.detail(ctx.db, ctx.actor, press.project, spec.indicator(), now=ctx.now)
    can_enter = access.is_allowed(ctx.actor, ENTERING, project=press.project)
    return who_screen(detail, spec, press.number, ctx.t, can_enter=can_enter)


@routes.press(AddEntry, staff=ENTERING)
async def add_entry(ctx: Context, press: AddEntry) -> Reply:
    """Begin to enter an amount."""
    spec = _spec(ctx, press.project, press.number)
    step = await indicators.begin_entry(ctx.db, ctx.actor, press.project, spec.id, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@ending(indicators.FORM, tuple)
async def entered(ctx: Context, result: tuple[str, str]) -> Reply:
    """The amount counts."""
    project, _ = result
    return entered_screen(project, ctx.t)


@routes.press(RemoveEntry, staff=ENTERING)
async def remove_entry(ctx: Context, press: RemoveEntry) -> Reply:
    """Take an entry back."""
    project, _ = await indicators.take_back(ctx.db, ctx.actor, press.entry, now=ctx.now)
    return removed_screen(press.entry, project, ctx.t)


@routes.press(RestoreEntry, staff=ENTERING)
async def restore_entry(ctx: Context, press: RestoreEntry) -> Reply:
    """Bring it back."""
    project, _ = await indicators.take_back(ctx.db, ctx.actor, press.entry, now=ctx.now, back=True)
    return await show(ctx, IndicatorList(project))


@routes.command("stats", staff=STAFF)
async def show_stats(ctx: Context, code: str) -> Reply:
    """Pictures of everything, or of the event whose code was typed."""
    if not code:
        return await show_pictures(ctx, StatsPictures())
    event = await event_codes.find(ctx.db, ctx.actor, code, STAFF)
    numbers = await statistics.numbers_of_event(ctx.db, ctx.actor, event, now=ctx.now)
    return await _drawn(ctx, numbers, title(event, ctx.t))


@routes.press(StatsPictures, staff=STAFF)
async def show_pictures(ctx: Context, press: StatsPictures) -> Reply:
    """Pictures of a project, drawn beside the loop."""
    project = ctx.house.content.projects.get(press.project)
    scope = project.title.in_(ctx.t.language) if project else ""
    numbers = await statistics.numbers(ctx.db, ctx.actor, project.slug if project else "", now=ctx.now)
    return await _drawn(ctx, numbers, scope)


async def _drawn(ctx: Context, numbers: Numbers, scope: str) -> Reply:
    about = scope or ctx.house.organisation.name
    pictures = await asyncio.to_thread(drawn, numbers, about, ctx.t, ctx.now)
    return pictures_screen(pictures, scope, ctx.t)


def _project(ctx: Context, slug: str) -> Project:
    project = ctx.house.content.projects.get(slug)
    if project is None:
        raise IndicatorGone
    return project


def _spec(ctx: Context, slug: str, number: int) -> IndicatorSpec:
    project = _project(ctx, slug)
    if not 0 <= number < len(project.indicators):
        raise IndicatorGone
    return project.indicators[number]
