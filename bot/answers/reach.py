"""Whether every fact of a content is the answer to something: to one of its keys, or to its own words."""

from collections.abc import Iterator
from datetime import datetime

from bot.answers.engine import Engine
from bot.content import Content, Fact, Problem


def unreached(engine: Engine, content: Content, now: datetime) -> Iterator[Problem]:
    """The facts nobody will be told: other facts of their project answer their keys and their own words better."""
    for project in content.projects.values():
        for fact in project.facts:
            if not _is_reached(engine, project.slug, fact, now):
                yield Problem(f"projects/{project.slug}.toml", f"facts[{fact.id}]", "is told to none of its keys")


def _is_reached(engine: Engine, project: str, fact: Fact, now: datetime) -> bool:
    asked = (*fact.keys, fact.text.in_("pl"))
    return any(fact.id in engine.answer(each, now=now, language="pl", project=project).facts for each in asked)
