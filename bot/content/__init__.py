"""What the organisation knows: projects and frequent questions, read from TOML files people edit."""

from bot.content.dates import PartialDate
from bot.content.doors import Door, Wish
from bot.content.facets import EntityKind, Facet
from bot.content.loading import incomplete, load
from bot.content.models import Contact, Content, Entity, Fact, Period, Project, Question
from bot.content.problems import ContentError, Problem

__all__ = [
    "Contact",
    "Content",
    "ContentError",
    "Door",
    "Entity",
    "EntityKind",
    "Facet",
    "Fact",
    "PartialDate",
    "Period",
    "Problem",
    "Project",
    "Question",
    "Wish",
    "incomplete",
    "load",
]
