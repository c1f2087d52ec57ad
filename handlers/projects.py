"""/projects: the list, the cards, the sections."""

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.refusals import StaleButton
from bot.screens.projects import (
    ProjectCard,
    ProjectList,
    ProjectSection,
    project_screen,
    projects_screen,
    section_screen,
)

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
    project = ctx.house.content.projects.get(press.slug)
    if project is None:
        raise StaleButton
    return project_screen(project, ctx.t, ctx.now)


@routes.press(ProjectSection)
async def show_section(ctx: Context, press: ProjectSection) -> Reply:
    """One section of a project."""
    project = ctx.house.content.projects.get(press.slug)
    if project is None:
        raise StaleButton
    return section_screen(project, press.section, ctx.t, ctx.now)
