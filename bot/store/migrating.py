"""The numbered steps that lead from an empty file to the present tables."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

FOLDER: Traversable = resources.files("bot.store") / "migrations"

_NAME = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    """One step; ``number`` is the version it leads to."""

    number: int
    name: str
    statements: tuple[str, ...]


def read(folder: Traversable = FOLDER) -> tuple[Migration, ...]:
    """All steps in order; raises ValueError when the numbers have a gap or a file is cut short."""
    files = {file.name: file for file in folder.iterdir() if _NAME.fullmatch(file.name)}
    found = tuple(_migration(name, files[name].read_text(encoding="utf-8")) for name in sorted(files))
    if [step.number for step in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"migrations must be numbered from 0001 without gaps: {', '.join(sorted(files))}")
    return found


def _migration(name: str, text: str) -> Migration:
    return Migration(int(name[:4]), name, tuple(_statements(name, text)))


def _statements(name: str, text: str) -> Iterator[str]:
    # `executescript` would commit first, so the text is cut where SQLite says that a statement is complete.
    statement = ""
    for line in text.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
    if re.sub(r"--[^\n]*", "", statement).strip():
        raise ValueError(f"{name} ends in the middle of a statement")
