"""Read the content folder, or say everything that is wrong with it."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, ValidationError

from bot.content.models import Contact, Content, Entity, Fact, FaqFile, Period, Project, ProjectFile, Question
from bot.content.problems import ContentError, Problem, problems_of
from bot.domain.localized import LANGUAGES, Localized

FAQ = "faq.toml"
_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,23}")
"""What a button can carry beside the id of a fact."""

_PARTS: dict[str, type[BaseModel]] = {"facts": Fact, "entities": Entity, "period": Period, "contact": Contact}


def load(folder: Path) -> Content:
    """The content of ``folder`` (``projects/*.toml`` and ``faq.toml``). Raises ContentError with every problem."""
    problems: list[Problem] = []
    files = _files(folder, problems)
    projects = [found for path in files if (found := _project(path, problems))]
    faq = _faq(folder / FAQ, problems)
    problems.extend(_aliases(projects))
    problems.extend(_questions(faq.questions, {path.stem for path in files}))
    if problems:
        raise ContentError(problems)
    ordered = sorted(projects, key=lambda project: (project.order, project.slug))
    return Content(MappingProxyType({project.slug: project for project in ordered}), faq.questions, faq.unanswered)


def _files(folder: Path, problems: list[Problem]) -> list[Path]:
    files = sorted((folder / "projects").glob("*.toml"))
    if not files:
        problems.append(Problem("projects", "", "the folder holds no project file such as lider.toml"))
    return files


def _project(path: Path, problems: list[Problem]) -> Project | None:
    name = f"projects/{path.name}"
    if not _SLUG.fullmatch(path.stem):
        reason = "is no name for a project; small letters, digits, - and _, at most 24 of them, such as lider.toml"
        problems.append(Problem(name, "", reason))
    raw = _read(path, name, problems)
    if raw is None:
        return None
    try:
        checked = ProjectFile.model_validate(raw)
    except ValidationError as error:
        problems.extend(problems_of(error, name, ProjectFile, _PARTS, raw))
        return None
    problems.extend(_within(checked, name))
    return Project.model_construct(**dict(checked), slug=path.stem)


def _faq(path: Path, problems: list[Problem]) -> FaqFile:
    raw = (_read(path, FAQ, problems) if path.exists() else None) or {}
    try:
        return FaqFile.model_validate(raw)
    except ValidationError as error:
        problems.extend(problems_of(error, FAQ, FaqFile, {"questions": Question}, raw))
        return FaqFile()


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
    for fact in project.facts:
        for about in fact.about:
            if about not in entities:
                close = get_close_matches(about, entities, n=1)
                hint = f"; did you mean {close[0]}?" if close else ""
                yield Problem(name, f"facts[{fact.id}].about", f"names an entity that does not exist: {about}{hint}")


def _twice(name: str, key: str, ids: Iterable[str]) -> Iterator[Problem]:
    for found, times in Counter(ids).items():
        if times > 1:
            yield Problem(name, key, f"uses the id {found} twice")


def _aliases(projects: Iterable[Project]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for project in projects:
        for number, alias in enumerate(project.aliases):
            slug = project.slug
            owner = owners.setdefault(alias.casefold(), slug)
            if owner != slug:
                yield Problem(f"projects/{slug}.toml", f"aliases[{number}]", f"is also used in {owner}.toml: {alias}")
            elif alias.casefold() in map(str.casefold, project.aliases[:number]):
                yield Problem(f"projects/{slug}.toml", f"aliases[{number}]", f"is written twice: {alias}")


def _questions(faq: Iterable[Question], slugs: Set[str]) -> Iterator[Problem]:
    yield from _twice(FAQ, "questions", [question.id for question in faq])
    for question in faq:
        if question.project is not None and question.project not in slugs:
            known = ", ".join(sorted(slugs))
            reason = f"is not a project: {question.project}; known are {known}"
            yield Problem(FAQ, f"questions[{question.id}].project", reason)


def incomplete(content: Content) -> tuple[Problem, ...]:
    """Texts that are not in every language: notes for the editor, nothing that stops the bot."""
    return tuple(_untranslated(content))


def _untranslated(content: Content) -> Iterator[Problem]:
    for project in content.projects.values():
        file = f"projects/{project.slug}.toml"
        yield from _lacking(file, "title", project.title)
        yield from _lacking(file, "summary", project.summary)
        yield from _lacking(file, "attribution", project.attribution)
        yield from _lacking(file, "area", project.area) if project.area else ()
        for fact in project.facts:
            yield from _lacking(file, f"facts[{fact.id}].text", fact.text)
    for question in content.faq:
        yield from _lacking(FAQ, f"questions[{question.id}].title", question.title)
        yield from _lacking(FAQ, f"questions[{question.id}].text", question.text)


def _lacking(file: str, key: str, text: Localized) -> Iterator[Problem]:
    missing = [language for language in LANGUAGES if not text.texts.get(language)]
    if missing:
        yield Problem(file, key, f"is not translated: {', '.join(missing)}")
