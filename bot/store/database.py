"""The database at work: one writer, a few readers, transactions that a cancelled task cannot break.

What is read is read on the spot: a look into an index takes some ten microseconds, handing it to a thread and
back several times that, and much longer while others work. Nobody waits for a writer (WAL).

The writer has one thread that does what it is told in order, because writing waits for the disk. Cancelling
a task stops its waiting, not the statement it has handed over; so a ROLLBACK handed over in an ``except`` always
comes after everything the task began and before anything the next task asks. A COMMIT that was handed over
happens, wholly, even if the task is cancelled while it waits: the cancellation says "do not go on", never "it did
not happen".
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Protocol, Self

import aiosqlite
from aiosqlite import Connection

from bot.store import files, migrating
from bot.store.files import PATIENCE, StoreError
from bot.store.migrating import Migration

__all__ = ["Database", "Reader", "Reading", "Row", "StoreError", "Transaction", "Values", "restore"]

Row = sqlite3.Row
OVER = "this transaction is over"
Values = Sequence[object] | Mapping[str, object]
"""What fills the `?` or the `:names` of a statement."""


class Reader(Protocol):
    """What may be asked of the database, in a transaction or beside it."""

    async def one(self, sql: str, values: Values = ()) -> Row | None:
        """The first row."""

    async def all(self, sql: str, values: Values = ()) -> list[Row]:
        """Every row."""

    async def value(self, sql: str, values: Values = ()) -> object:
        """The first column of the first row, None if there is no row."""


class Reading:
    """The database as it was when the first question was asked."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._present: sqlite3.Connection | None = connection

    async def one(self, sql: str, values: Values = ()) -> Row | None:
        """The first row."""
        return next(iter(await self.all(sql, values)), None)

    async def all(self, sql: str, values: Values = ()) -> list[Row]:
        """Every row."""
        if self._present is None:
            raise RuntimeError(OVER)
        return self._present.execute(sql, values).fetchall()

    async def value(self, sql: str, values: Values = ()) -> object:
        """The first column of the first row, None if there is no row."""
        row = await self.one(sql, values)
        return None if row is None else row[0]

    def end(self) -> None:
        """Nothing can be asked any more: the connection goes to somebody else."""
        self._present = None


class Transaction:
    """A write transaction in progress; named ``tx`` wherever it is used."""

    def __init__(self, connection: Connection) -> None:
        self._present: Connection | None = connection

    async def one(self, sql: str, values: Values = ()) -> Row | None:
        """The first row."""
        return next(iter(await self.all(sql, values)), None)

    async def all(self, sql: str, values: Values = ()) -> list[Row]:
        """Every row."""
        return list(await self._connection.execute_fetchall(sql, values))

    async def value(self, sql: str, values: Values = ()) -> object:
        """The first column of the first row, None if there is no row."""
        row = await self.one(sql, values)
        return None if row is None else row[0]

    async def execute(self, sql: str, values: Values = ()) -> int:
        """The number of rows changed."""
        return (await self._connection.execute(sql, values)).rowcount

    async def insert(self, sql: str, values: Values = ()) -> int:
        """The id of the row added."""
        row = await self._connection.execute_insert(sql, values)
        return int(row[0]) if row else 0

    def end(self) -> None:
        """Nothing can be asked or written any more."""
        self._present = None

    @property
    def _connection(self) -> Connection:
        if self._present is None:
            raise RuntimeError(OVER)
        return self._present


class Database:
    """One SQLite file. Its threads keep the process alive until ``close``."""

    def __init__(self, path: Path, version: int, writer: Connection, readers: list[sqlite3.Connection]) -> None:
        self.path = path
        self.version = version
        self._along: list[tuple[str, tuple[object, ...]]] = []
        self._writer = writer
        self._readers = readers
        self._lock = asyncio.Lock()
        self._writing: asyncio.Task[object] | None = None
        self._closed = False
        self._idle: asyncio.Queue[sqlite3.Connection] = asyncio.Queue()
        for reader in readers:
            self._idle.put_nowait(reader)

    @classmethod
    async def open(
        cls,
        path: Path,
        *,
        readers: int = 4,
        migrations: tuple[Migration, ...] | None = None,
        patience: float = PATIENCE,
    ) -> Self:
        """The database at ``path``, created or migrated first; raises StoreError.

        ``patience`` is how many seconds another program's lock is waited for.
        """
        steps = migrating.read() if migrations is None else migrations
        version = await asyncio.to_thread(files.prepare, path, steps, patience)
        opened: list[sqlite3.Connection] = []
        writer: Connection | None = None
        try:
            with files.explained(path):
                writer = await _connect_writer(path, patience)
                for _ in range(readers):
                    opened.append(_connect_reader(path, patience))  # noqa: PERF401
        except BaseException:
            await _stop(opened, writer)
            raise
        return cls(path, version, writer, opened)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Everything done inside happens wholly or not at all, one transaction after another."""
        if self._writing is asyncio.current_task():
            raise RuntimeError("a transaction inside a transaction: hand `tx` down instead of `db`")
        async with self._lock:
            self._writing = asyncio.current_task()
            tx = Transaction(self._writer)
            try:
                with files.explained(self.path):
                    await self._writer.execute("BEGIN IMMEDIATE")
                along = len(self._along)
                for sql, entries in groupby(self._along[:along], key=itemgetter(0)):
                    await self._writer.executemany(sql, [values for _, values in entries])
                yield tx
                tx.end()
                await self._writer.execute("COMMIT")
                del self._along[:along]
            except BaseException:
                await self._writer.rollback()
                raise
            finally:
                tx.end()
                self._writing = None

    def write_along(self, sql: str, values: tuple[object, ...]) -> None:
        """Have something written by the next transaction, whoever's, in rare cases twice; until then a kill loses it.

        So it is in the store no later than anything that is written after this call.
        """
        self._along.append((sql, values))

    async def flush(self) -> None:
        """Write what waits to be written along."""
        if self._along:
            async with self.transaction():
                pass

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Reading]:
        """One consistent view, untouched by what is written meanwhile."""
        if self._closed:
            raise RuntimeError("the database is closed")
        connection = await self._idle.get()
        reading = Reading(connection)
        try:
            connection.execute("BEGIN")
            yield reading
        finally:
            reading.end()
            connection.rollback()
            self._idle.put_nowait(connection)

    async def backup(self, target: Path) -> None:
        """A whole copy at ``target`` while the bot goes on; raises StoreError if the file exists."""
        await asyncio.to_thread(files.backup, self.path, target)

    async def close(self) -> None:
        """Waits for what is under way, then ends all threads; a second time does nothing."""
        if not self._closed:
            await self.flush()
        async with self._lock:
            if self._closed:
                return
            self._closed = True
            try:
                for _ in self._readers:
                    await self._idle.get()
            finally:
                await _stop(self._readers, self._writer)


async def restore(source: Path, target: Path, *, migrations: tuple[Migration, ...] | None = None) -> None:
    """Puts a checked copy of ``source`` in the place of ``target``, which stays as ``<name>.before-restore``.

    Raises StoreError while a bot runs on ``target`` or when ``source`` is no sound database of this version.
    """
    steps = migrating.read() if migrations is None else migrations
    await asyncio.to_thread(files.restore, source, target, len(steps))


async def _connect_writer(path: Path, patience: float) -> Connection:
    connection = aiosqlite.connect(
        files.uri(path, "rw"), uri=True, isolation_level=None, timeout=patience, cached_statements=512
    )
    await connection
    connection.row_factory = Row
    try:
        await connection.execute("PRAGMA synchronous = FULL")
        await connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        await _stop([], connection)
        raise
    return connection


def _connect_reader(path: Path, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        files.uri(path, "ro"), uri=True, isolation_level=None, timeout=patience, cached_statements=512
    )
    connection.row_factory = Row
    return connection


async def _stop(readers: Sequence[sqlite3.Connection], writer: Connection | None) -> None:
    # `stop` hands over the closing at once, so a cancellation here leaves no thread behind; the writer comes
    # last, because only it can tidy the journal away.
    for reader in readers:
        reader.close()
    if writer and (closing := writer.stop()):
        await closing
