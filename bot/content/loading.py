"""Read the content folder, or say everything that is wrong with it."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from bot.content.models import Contact, Content, Entity, Fact, FaqFile, Period, Project, ProjectFile, Question
from bot.content.problems import ContentError, Problem, problems_of

FAQ = "faq.toml"
_PARTS = {"facts": Fact, "entities": Entity, "period": Period, "contact": Contact}


def load(folder: Path) -> Content:
    """The content of ``folder`` (``projects/*.toml`` and ``faq.toml``). Raises ContentError with every problem."""
    problems: list[Problem] = []
    projects = [found for path in _files(folder, problems) if (found := _project(path, problems))]
    faq = _faq(folder / FAQ, problems)
    if not problems:
        problems.extend(_across(projects, faq))
    if problems:
        raise ContentError(problems)
    ordered = sorted(projects, key=lambda project: (project.order, project.slug))
    return Content(MappingProxyType({project.slug: project for project in ordered}), faq)


def _files(folder: Path, problems: list[Problem]) -> list[Path]:
    files = sorted((folder / "projects").glob("*.toml"))
    if not files:
        problems.append(Problem("projects", "", "the folder holds no project file such as lider.toml"))
    return files


def _project(path: Path, problems: list[Problem]) -> Project | None:
    name = f"projects/{path.name}"
    raw = _read(path, name, problems)
    if raw is None:
        return None
    try:
        checked = ProjectFile.model_validate(raw)
    except ValidationError as error:
        problems.extend(problems_of(error, name, ProjectFile, _PARTS))
        return None
    problems.extend(_within(checked, name))
    return Project.model_construct(**dict(checked), slug=path.stem)


def _faq(path: Path, problems: list[Problem]) -> tuple[Question, ...]:
    raw = _read(path, FAQ, problems) if path.exists() else {}
    try:
        return FaqFile.model_validate(raw or {}).questions
    except ValidationError as error:
        problems.extend(problems_of(error, FAQ, FaqFile, {"questions": Question}))
        return ()


def _read(path: Path, name: str, problems: list[Problem]) -> dict[str, object] | None:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        problems.append(Problem(name, "", f"cannot be read: {error.strerror}"))
    except UnicodeDecodeError:
        problems.append(Problem(name, "", "is not text in UTF-8; save it as UTF-8"))
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(name, "", f"is not valid TOML: {error}"))
    return None


def _within(project: ProjectFile, name: str) -> Iterator[Problem]:
    entities = {entity.id for entity in project.entities}
    yield from _twice(name, "entities", [entity.id for entity in project.entities])
    yield from _twice(name, "facts", [fact.id for fact in project.facts])
    for number, fact in enumerate(project.facts):
        for about in fact.about:
            if about not in entities:
                yield Problem(name, f"facts[{number}].about", f"names an entity that does not exist: {about}")


def _twice(name: str, key: str, ids: Iterable[str]) -> Iterator[Problem]:
    for found, times in Counter(ids).items():
        if times > 1:
            yield Problem(name, key, f"uses the id {found} twice")


def _across(projects: list[Project], faq: tuple[Question, ...]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for project in projects:
        for number, alias in enumerate(project.aliases):
            owner = owners.setdefault(alias.casefold(), project.slug)
            if owner != project.slug or alias.casefold() in map(str.casefold, project.aliases[:number]):
                key = f"aliases[{number}]"
                yield Problem(f"projects/{project.slug}.toml", key, f"is used twice: {alias}, also in {owner}.toml")
    slugs = {project.slug for project in projects}
    yield from _twice(FAQ, "questions", [question.id for question in faq])
    for number, question in enumerate(faq):
        if question.project is not None and question.project not in slugs:
            yield Problem(FAQ, f"questions[{number}].project", f"is not a project: {question.project}")
