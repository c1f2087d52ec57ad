"""The laws of the house, read from the code itself: what no reviewer should have to look for."""

import ast
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from bot.domain import notices
from bot.screens import memos
from bot.screens.call_gists import GISTS
from bot.screens.notices import is_worded
from bot.store import migrating
from bot.store.personal_data import TABLES
from handlers import all_routes

ROOT = Path(__file__).parent.parent
CODE = sorted(path for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py"))

LONGEST_BODY = 40
LONGEST_FILE = 300
LOOPS_THAT_MUST_NOT_DIE = ("bot/chat/errors.py", "bot/delivery/")
WORDING = ("bot/screens/", "bot/documents/", "bot/texts.py")
STATEMENT = re.compile(r"\s*(SELECT|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|CREATE (TABLE|INDEX)|PRAGMA)\b")
NAIVE = {"utcnow": 0, "utcfromtimestamp": 0, "today": 0, "now": 1, "fromtimestamp": 2}
"""What makes a moment, with the number of arguments that make it an aware one; 0: never."""

Law = Callable[[ast.AST], bool]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def broken(law: Law, *, but: tuple[str, ...] = ()) -> list[str]:
    """Where the law is broken: file, line and what stands there."""
    return [
        f"{name(path)}:{getattr(node, 'lineno', 1)}: {ast.unparse(node).splitlines()[0]}"
        for path in CODE
        if not name(path).startswith(but)
        for node in ast.walk(tree(path))
        if law(node)
    ]


def functions() -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in CODE:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of the body, without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def calls(function: ast.AST) -> set[str]:
    """The names of what is called, without what stands before the dot."""
    return {ast.unparse(node.func).rpartition(".")[2] for node in ast.walk(function) if isinstance(node, ast.Call)}


class TestTheShape:
    def test_imports_point_downwards(self) -> None:
        linter = Path(sys.executable).with_name("lint-imports")
        run = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout

    def test_every_module_says_what_it_is(self) -> None:
        assert [name(path) for path in CODE if not ast.get_docstring(tree(path))] == []

    def test_no_module_is_called_after_nothing(self) -> None:
        empty = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "base"}
        assert [name(path) for path in CODE if path.stem in empty] == []

    def test_files_are_short(self) -> None:
        assert {name(path): n for path in CODE if (n := len(path.read_text().splitlines())) > LONGEST_FILE} == {}

    def test_functions_are_short(self) -> None:
        long = [
            f"{name(path)}:{function.lineno}: {function.name} has {lines(function)} lines"
            for path, function in functions()
            if lines(function) > LONGEST_BODY
        ]
        assert long == []

    def test_nothing_is_imported_inside_a_function(self) -> None:
        def imports(node: ast.AST) -> bool:
            return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and any(
                isinstance(inner, ast.Import | ast.ImportFrom) for inner in ast.walk(node)
            )

        assert broken(imports, but=("bot/documents/",)) == []

    def test_types_are_not_talked_away(self) -> None:
        """But where python-telegram-bot's own signatures hold ``Any``."""

        def escapes(node: ast.AST) -> bool:
            return isinstance(node, ast.ImportFrom) and any(alias.name in {"Any", "cast"} for alias in node.names)

        assert broken(escapes, but=("bot/chat/", "bot/sandbox/transport.py")) == []


class TestTime:
    def test_is_never_naive(self) -> None:
        def naive(node: ast.AST) -> bool:
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                return False
            of = ast.unparse(node.func.value).rpartition(".")[2]
            enough = NAIVE.get(node.func.attr)
            given = len(node.args) + len(node.keywords)
            return of in {"datetime", "date"} and enough is not None and (enough == 0 or given < enough)

        assert broken(naive) == []


class TestErrors:
    def test_are_swallowed_only_where_a_loop_must_not_die(self) -> None:
        def swallows(node: ast.AST) -> bool:
            if not isinstance(node, ast.ExceptHandler):
                return False
            caught = ast.unparse(node.type) if node.type else "BaseException"
            passed_on = isinstance(node.body[-1], ast.Raise)
            return bool(re.search(r"\b(Base)?Exception\b", caught)) and not passed_on

        assert broken(swallows, but=LOOPS_THAT_MUST_NOT_DIE) == []


class TestPermission:
    def test_is_asked_by_every_service_that_acts_for_somebody(self) -> None:
        """Directly, or by another service it calls; hiding a button is courtesy."""
        services = [(path, function) for path, function in functions() if "bot/services/" in path.as_posix()]
        asking: set[str] = {"demand", "demand_somewhere", "is_allowed"}
        before = 0
        while len(asking) > before:
            before = len(asking)
            asking |= {function.name for _, function in services if calls(function) & asking}
        silent = [
            f"{name(path)}:{function.lineno}: {function.name}"
            for path, function in services
            if {"db", "actor"} <= {argument.arg for argument in function.args.args} and function.name not in asking
        ]
        assert silent == []


class TestWording:
    def test_stands_only_in_screens(self) -> None:
        def words(node: ast.AST) -> bool:
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                return False
            return bool(re.search(r"(^|\.)t(\.n)?$", ast.unparse(node.func))) and isinstance(node.args[0].value, str)

        assert broken(words, but=WORDING) == []

    def test_is_never_put_together_before_it_is_translated(self) -> None:
        """``t(f"…")`` and ``t("…" + …)`` are never found by the collector."""

        def assembled(node: ast.AST) -> bool:
            if not isinstance(node, ast.Call) or not re.search(r"(^|\.)t(\.n)?$", ast.unparse(node.func)):
                return False
            return any(isinstance(text, ast.JoinedStr | ast.BinOp) for text in node.args[:2])

        assert broken(assembled) == []

    def test_exists_for_every_notice(self) -> None:
        all_routes()
        copies = notices.About.ANNOUNCEMENT  # worded by their authors
        known = {kind: one for kind, one in notices.known().items() if one.about is not copies}
        assert known
        assert [kind for kind, one in known.items() if not (is_worded(one) or memos.is_worded(one))] == []

    def test_is_short_for_whoever_calls_instead_of_every_notice(self) -> None:
        all_routes()
        for_people = {kind: one for kind, one in notices.known().items() if one.about is not notices.About.STAFF}
        assert for_people
        assert [kind for kind, one in for_people.items() if one not in GISTS] == []


PERSONAL = {"person_id", "telegram_id", "people.id"}
"""Columns that name a person; ``people.id`` stands for a reference under any name."""


@pytest.fixture
def tables() -> dict[str, set[str]]:
    """The columns of every table, from the migrations."""
    with closing(sqlite3.connect(":memory:")) as db:
        for migration in migrating.read():
            for statement in migration.statements:
                db.execute(statement)
        names = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
        return {table: _columns(db, table) for (table,) in names.fetchall()}


def _columns(db: sqlite3.Connection, table: str) -> set[str]:
    own = {column for (column,) in db.execute("SELECT name FROM pragma_table_info(?)", (table,))}
    references = {to for (to,) in db.execute('SELECT "table" FROM pragma_foreign_key_list(?)', (table,))}
    return own | ({"people.id"} if "people" in references else set())


class TestTheStore:
    def test_is_the_only_place_with_sql(self) -> None:
        def sql(node: ast.AST) -> bool:
            return isinstance(node, ast.Constant) and bool(STATEMENT.match(str(node.value)))

        assert broken(sql, but=("bot/store/",)) == []

    def test_declares_every_table_that_names_a_person(self, tables: dict[str, set[str]]) -> None:
        personal = {table for table, columns in tables.items() if columns & PERSONAL}
        assert personal == set(TABLES)

    def test_declares_columns_that_exist(self, tables: dict[str, set[str]]) -> None:
        for table, rule in TABLES.items():
            assert {rule.column, *rule.export, *rule.blank} <= tables[table], table
