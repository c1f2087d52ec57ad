"""The database as a file: opening it, migrating it, copying it, putting a copy back."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path

from bot.store.migrating import Migration

APPLICATION = 0x4D414D42
"""``PRAGMA application_id``: "MAMB", by which the bot knows its own files."""

PATIENCE = 5.0
"""Seconds a statement waits for another program's lock."""


_CAUSES = {
    sqlite3.SQLITE_BUSY: "is in use by another program: stop the other one first",
    sqlite3.SQLITE_LOCKED: "is in use by another program: stop the other one first",
    sqlite3.SQLITE_READONLY: "is read-only: let the bot's user write the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: let the bot's user read and write the file and its folder",
    sqlite3.SQLITE_PERM: "cannot be opened: let the bot's user read and write the file and its folder",
    sqlite3.SQLITE_FULL: "does not fit on its disk: make room and try again",
    sqlite3.SQLITE_NOTADB: "is not a database: choose another file as [store] path",
    sqlite3.SQLITE_CORRUPT: "is damaged: restore a backup with `python -m bot restore FILE`",
}


class StoreError(Exception):
    """The database cannot be used; the text is one sentence with the cause and the mend."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what SQLite says about the file into a StoreError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StoreError(_sentence(path, error)) from error


def prepare(path: Path, migrations: tuple[Migration, ...], patience: float = PATIENCE) -> int:
    """Creates the file or brings it up to date, and returns its version; raises StoreError."""
    find_place(path)
    with explained(path), closing(connect(path, "rwc", patience)) as connection:
        present = recognised(connection, path, len(migrations))
        _try_writing(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        if 0 < present < len(migrations):
            copy(connection, free(path, f"before-{len(migrations)}"))
        for migration in migrations[present:]:
            _migrate(connection, migration)
    return len(migrations)


def find_place(path: Path) -> None:
    """Nothing when a database may be at ``path``; raises StoreError."""
    if not path.parent.is_dir():
        raise StoreError(f"The folder {path.parent} is missing: create it or change [store] path.")
    if path.is_dir():
        raise StoreError(f"{path} is a folder: [store] path must name a file.")


def connect(path: Path, mode: str, patience: float = PATIENCE) -> sqlite3.Connection:
    """A plain connection outside any transaction; ``mode`` is SQLite's ``ro``, ``rw`` or ``rwc``."""
    return sqlite3.connect(uri(path, mode), uri=True, isolation_level=None, timeout=patience)


def uri(path: Path, mode: str) -> str:
    """The file as SQLite's address."""
    return f"{path.absolute().as_uri()}?mode={mode}"


def recognised(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    """The version of a sound database of ours, 0 for an empty one; raises StoreError for any other."""
    version, application = (_number(connection, f"PRAGMA {name}") for name in ("user_version", "application_id"))
    if application != APPLICATION and (version or _number(connection, "SELECT count(*) FROM sqlite_master")):
        raise StoreError(f"{path} belongs to another program: choose another file as [store] path.")
    if version > newest:
        raise StoreError(
            f"The database {path} was written by a newer mam-bot (version {version}, this one knows"
            f" {newest}): upgrade mam-bot or restore an older backup."
        )
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise StoreError(f"The database {path} is damaged: restore a backup with `python -m bot restore FILE`.")
    return version


def copy(connection: sqlite3.Connection, target: Path) -> None:
    """A whole, compact copy that appears under its name only when it is on the disk; never overwrites."""
    if target.exists():
        raise StoreError(f"{target} exists already: choose another name.")
    if not target.parent.is_dir():
        raise StoreError(f"The folder {target.parent} is missing: create it or choose another.")
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        connection.execute("VACUUM INTO ?", (str(part),))
        _to_disk(part)
        part.rename(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def backup(path: Path, target: Path) -> None:
    """A copy of a database in use; raises StoreError."""
    with explained(path), closing(connect(path, "ro")) as connection:
        copy(connection, target)


def restore(source: Path, target: Path, newest: int, patience: float = PATIENCE) -> None:
    """Puts a checked copy of ``source`` in the place of ``target``, which is kept; raises StoreError."""
    if not source.is_file():
        raise StoreError(f"The backup {source} is missing: check its name.")
    part = target.with_name(f"{target.name}.restored")
    part.unlink(missing_ok=True)
    with explained(source), closing(connect(source, "ro", patience)) as connection:
        if recognised(connection, source, newest) == 0:
            raise StoreError(f"{source} is empty: choose a backup that `python -m bot backup` wrote.")
        copy(connection, part)
    try:
        _keep(target, patience)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def free(path: Path, suffix: str) -> Path:
    """``<name>.<suffix>``, or with the first number behind it that no file has."""
    names = (path.with_name(f"{path.name}.{suffix}{f'-{n}' if n else ''}") for n in count())
    return next(name for name in names if not name.exists())


def _keep(target: Path, patience: float) -> None:
    """The present file stays beside the restored one, with its journal when it is too damaged to be read."""
    if not target.exists():
        return
    try:
        with explained(target), closing(connect(target, "rw", patience)) as connection:
            # Leaving WAL needs the file for oneself and brings the journal home: it fails while a bot runs.
            connection.execute("PRAGMA journal_mode = DELETE")
    except StoreError as error:
        if _code(error.__cause__) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise
    kept = free(target, "before-restore")
    shutil.copy2(target, kept)
    _to_disk(kept)
    for side in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            target.with_name(target.name + side).rename(kept.with_name(kept.name + side))


def _try_writing(connection: sqlite3.Connection) -> None:
    # On a read-only file BEGIN IMMEDIATE quietly begins a read transaction: only a change tells.
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {_number(connection, 'PRAGMA user_version')}")
    finally:
        connection.rollback()


def _migrate(connection: sqlite3.Connection, migration: Migration) -> None:
    # A table is rebuilt under the name others refer to: foreign keys are checked at the end instead.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _number(connection, "PRAGMA user_version") >= migration.number:
            return  # another process was faster
        for statement in migration.statements:
            connection.execute(statement)
        if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
            raise sqlite3.IntegrityError(f"{migration.name} leaves {len(broken)} rows that refer to nothing")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {migration.number}")
        connection.execute("COMMIT")
    finally:
        connection.rollback()


def _to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _number(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])


def _code(error: BaseException | None) -> int:
    """SQLite's primary result code, https://www.sqlite.org/rescode.html."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _sentence(path: Path, error: sqlite3.DatabaseError) -> str:
    what = _CAUSES.get(_code(error), "cannot be used ({error}): check the disk and the file")
    return f"The database {path} {what.format(error=error)}."
