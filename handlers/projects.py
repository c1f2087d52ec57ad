"""/projects: the list, the cards, the sections."""

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.refusals import StaleButton
from bot.screens.projects import (
    ProjectCard,
    ProjectList,
    ProjectSection,
    projects_screen,
    section_screen,
)
from bot.services import questions
from handlers.news import project_card

routes = Routes()


@routes.command("projects")
async def list_projects(ctx: Context, _argument: str) -> Reply:
    """All projects."""
    return projects_screen(ctx.house.content, ctx.t)


@routes.press(ProjectList)
async def back_to_projects(ctx: Context, _press: ProjectList) -> Reply:
    """The same from a button."""
    return projects_screen(ctx.house.content, ctx.t)


@routes.press(ProjectCard)
async def show_project(ctx: Context, press: ProjectCard) -> Reply:
    """One project."""
    if press.slug not in ctx.house.content.projects:
        raise StaleButton
    return await project_card(ctx, press.slug)


@routes.press(ProjectSection)
async def show_section(ctx: Context, press: ProjectSection) -> Reply:
    """One section of a project."""
    project = ctx.house.content.projects.get(press.slug)
    if project is None:
        raise StaleButton
    await questions.speak_of(ctx.db, ctx.actor, None, project=press.slug, now=ctx.now)
    return section_screen(project, press.section, ctx.t, ctx.now)
