"""The database: nobody breaks anybody's transaction, and whatever is wrong with the file is said in a sentence."""

import asyncio
import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path

import pytest

from bot.store import migrating
from bot.store.database import Database, Reader, StoreError, Transaction, restore
from bot.store.migrating import Migration

TABLES = Migration(
    1,
    "0001_people.sql",
    (
        "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
        "CREATE TABLE seats (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES people (id)) STRICT",
    ),
)
GMINY = Migration(2, "0002_gminy.sql", ("ALTER TABLE people ADD COLUMN gmina TEXT",))
HURRIED = 0.05
"""Seconds of patience with a lock, for tests that expect to lose it."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mam.sqlite"


@contextlib.asynccontextmanager
async def opened(
    path: Path, migrations: tuple[Migration, ...] = (TABLES,), patience: float = 5
) -> AsyncIterator[Database]:
    """A database that is closed even when the test fails: its threads would keep pytest alive."""
    database = await Database.open(path, migrations=migrations, patience=patience)
    try:
        yield database
    finally:
        await database.close()


@pytest.fixture
async def db(path: Path) -> AsyncIterator[Database]:
    async with opened(path) as database:
        yield database


async def add(tx: Transaction, name: str) -> int:
    return await tx.insert("INSERT INTO people (name) VALUES (?)", (name,))


async def names(reader: Reader) -> list[str]:
    return [row["name"] for row in await reader.all("SELECT name FROM people ORDER BY id")]


async def seen(db: Database) -> list[str]:
    async with db.reading() as reading:
        return await names(reading)


async def made(path: Path, *people: str, migrations: tuple[Migration, ...] = (TABLES,)) -> None:
    async with opened(path, migrations) as db, db.transaction() as tx:
        for name in people:
            await add(tx, name)


def threads() -> int:
    return sum("_connection_worker_thread" in thread.name for thread in threading.enumerate())


class TestATransaction:
    async def test_keeps_what_was_done(self, db: Database) -> None:
        async with db.transaction() as tx:
            assert await add(tx, "Ania") == 1
            assert await add(tx, "Ben") == 2
            assert await tx.execute("UPDATE people SET name = upper(name)") == 2
            assert await tx.value("SELECT count(*) FROM people") == 2
            row = await tx.one("SELECT * FROM people WHERE id = ?", (2,))
        assert row is not None
        assert row["name"] == "BEN"
        assert await seen(db) == ["ANIA", "BEN"]

    async def test_says_none_where_there_is_nothing(self, db: Database) -> None:
        async with db.transaction() as tx:
            assert await tx.one("SELECT * FROM people") is None
            assert await tx.value("SELECT name FROM people") is None
            assert await tx.all("SELECT * FROM people") == []

    async def test_undoes_everything_after_an_error(self, db: Database) -> None:
        async def twice() -> None:
            async with db.transaction() as tx:
                await add(tx, "Ania")
                await add(tx, "Ania")

        with pytest.raises(sqlite3.IntegrityError):
            await twice()
        assert await seen(db) == []
        async with db.transaction() as tx:
            await add(tx, "Ben")
        assert await seen(db) == ["Ben"]

    async def test_is_not_half_kept_when_sqlite_rolled_it_back(self, db: Database) -> None:
        async def swallow() -> None:
            async with db.transaction() as tx:
                await add(tx, "Ania")
                with contextlib.suppress(sqlite3.IntegrityError):
                    await tx.execute("INSERT OR ROLLBACK INTO people (id, name) VALUES (1, 'Ben')")

        with pytest.raises(sqlite3.OperationalError, match="no transaction"):
            await swallow()
        assert await seen(db) == []

    async def test_guards_references_and_types(self, db: Database) -> None:
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            async with db.transaction() as tx:
                await tx.insert("INSERT INTO seats (person_id) VALUES (7)")
        with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
            async with db.transaction() as tx:
                await tx.insert("INSERT INTO seats (person_id) VALUES ('Ania')")

    async def test_inside_another_is_refused_instead_of_waiting_for_itself(self, db: Database) -> None:
        with pytest.raises(RuntimeError, match="hand `tx` down"):
            async with db.transaction(), db.transaction():
                pass
        assert await seen(db) == []

    async def test_cannot_be_used_when_it_is_over(self, db: Database) -> None:
        async with db.transaction() as tx:
            pass
        with pytest.raises(RuntimeError, match="over"):
            await add(tx, "Ania")

    async def test_waits_for_the_one_before(self, db: Database) -> None:
        async def count_up() -> None:
            async with db.transaction() as tx:
                present = await tx.value("SELECT count(*) FROM people")
                await asyncio.sleep(0)
                await add(tx, f"person {present}")

        await asyncio.gather(*(count_up() for _ in range(30)))
        assert await seen(db) == [f"person {n}" for n in range(30)]

    async def test_of_one_task_survives_the_rollback_of_another(self, db: Database) -> None:
        async def fails() -> None:
            async with db.transaction() as tx:
                await add(tx, "never")
                await asyncio.sleep(0)
                raise LookupError

        async def succeeds(name: str) -> None:
            async with db.transaction() as tx:
                await add(tx, name)

        tasks = [work for n in range(20) for work in (fails(), succeeds(f"kept {n}"))]
        await asyncio.gather(*tasks, return_exceptions=True)
        assert await seen(db) == [f"kept {n}" for n in range(20)]

    async def test_is_durable(self, db: Database) -> None:
        async with db.transaction() as tx:
            assert await tx.value("PRAGMA synchronous") == 2
            assert await tx.value("PRAGMA journal_mode") == "wal"
            assert await tx.value("PRAGMA foreign_keys") == 1


class TestACancelledTask:
    """At any point: before the lock, during BEGIN, in the middle, during COMMIT, during ROLLBACK."""

    @pytest.mark.parametrize("seed", range(60))
    async def test_leaves_all_or_nothing_and_a_working_database(self, db: Database, seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311
        finished: set[int] = set()

        async def sign_up(number: int) -> None:
            async with db.transaction() as tx:
                await add(tx, f"{number} guest")
                await add(tx, f"{number} companion")
                if number % 5 == 4:
                    raise LookupError
            finished.add(number)

        tasks = [asyncio.create_task(sign_up(number)) for number in range(12)]
        for _ in range(chance.randrange(4, 12)):
            await steps(chance.randrange(0, 12))
            chance.choice(tasks).cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

        kept = await seen(db)
        for number in range(12):
            pair = {f"{number} guest", f"{number} companion"} & set(kept)
            assert len(pair) in {0, 2}, "half a transaction is visible"
            assert number not in finished or pair, "a transaction that ended well is gone"
            assert number % 5 != 4 or not pair, "a transaction that failed is there"
        async with db.transaction() as tx:
            await add(tx, "afterwards")
        assert await seen(db) == [*kept, "afterwards"]

    @pytest.mark.parametrize("turns", range(16))
    async def test_cancelled_after_so_many_turns(self, db: Database, turns: int) -> None:
        async def sign_up() -> None:
            async with db.transaction() as tx:
                await add(tx, "guest")
                await add(tx, "companion")

        task = asyncio.create_task(sign_up())
        await steps(turns)
        task.cancel()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert await seen(db) in ([], ["guest", "companion"])
        async with db.transaction() as tx:
            await tx.execute("DELETE FROM people")
        assert await seen(db) == []

    @pytest.mark.parametrize("seed", range(10))
    async def test_gives_its_reader_back(self, db: Database, seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311
        tasks = [asyncio.create_task(seen(db)) for _ in range(10)]
        for task in chance.sample(tasks, 6):
            await steps(chance.randrange(0, 4))
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert [await seen(db) for _ in range(3)] == [[]] * 3

    async def test_does_not_stop_the_closing(self, path: Path) -> None:
        before = threads()
        db = await Database.open(path, migrations=(TABLES,))
        task = asyncio.create_task(db.close())
        await steps(1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert await eventually(lambda: threads() <= before)


async def steps(turns: int) -> None:
    """Lets everybody else go on; the odd turn also gives the threads a moment."""
    for turn in range(turns):
        await asyncio.sleep(0.0005 if turn % 2 else 0)


async def eventually(holds: Callable[[], bool]) -> bool:
    for _ in range(200):
        if holds():
            return True
        await asyncio.sleep(0.01)
    return False


class TestAReader:
    async def test_sees_one_moment(self, db: Database) -> None:
        async with db.reading() as reading:
            assert await names(reading) == []
            async with db.transaction() as tx:
                await add(tx, "Ania")
            assert await names(reading) == []
        assert await seen(db) == ["Ania"]

    async def test_never_sees_what_is_not_finished(self, db: Database) -> None:
        async with db.transaction() as tx:
            await add(tx, "Ania")
            assert await seen(db) == []

    async def test_cannot_write(self, db: Database) -> None:
        async with db.reading() as reading:
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                await reading.all("DELETE FROM people")

    async def test_waits_for_its_turn_beside_many(self, db: Database) -> None:
        assert await asyncio.gather(*(seen(db) for _ in range(20))) == [[]] * 20

    async def test_is_refused_when_the_database_is_closed(self, db: Database) -> None:
        await db.close()
        with pytest.raises(RuntimeError, match="closed"):
            await seen(db)


class TestClosing:
    async def test_waits_for_what_is_under_way(self, db: Database) -> None:
        async with db.transaction() as tx:
            closing = asyncio.create_task(db.close())
            await steps(3)
            await add(tx, "Ania")
        await closing
        with contextlib.closing(sqlite3.connect(db.path)) as other:
            assert other.execute("SELECT name FROM people").fetchall() == [("Ania",)]

    async def test_twice_is_harmless(self, db: Database) -> None:
        await db.close()
        await db.close()

    async def test_ends_every_thread(self, path: Path) -> None:
        before = threads()
        db = await Database.open(path, migrations=(TABLES,))
        assert threads() == before + 1
        await db.close()
        assert await eventually(lambda: threads() <= before)


class TestAKill:
    async def test_inside_a_transaction_leaves_the_state_before(self, path: Path) -> None:
        await made(path, "Ania")
        program = (
            "import sqlite3, sys, time\n"
            "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "db.execute('PRAGMA cache_size = 1')\n"
            "db.execute('BEGIN IMMEDIATE')\n"
            "for n in range(20000): db.execute('INSERT INTO people (name) VALUES (?)', (f'half {n}',))\n"
            "print('inside', flush=True)\n"
            "time.sleep(60)\n"
        )
        await killed_inside(program, path)
        assert await contents(path) == ["Ania"]

    async def test_of_the_bot_itself_leaves_the_state_before(self, path: Path) -> None:
        await made(path, "Ania")
        program = (
            "import asyncio, sys\n"
            "from pathlib import Path\n"
            "from bot.store.database import Database\n"
            "from tests.store.test_database import TABLES, add\n"
            "async def main():\n"
            "    db = await Database.open(Path(sys.argv[1]), migrations=(TABLES,))\n"
            "    async with db.transaction() as tx:\n"
            "        await add(tx, 'whole')\n"
            "    async with db.transaction() as tx:\n"
            "        await add(tx, 'half')\n"
            "        print('inside', flush=True)\n"
            "        await asyncio.sleep(60)\n"
            "asyncio.run(main())\n"
        )
        await killed_inside(program, path)
        assert await contents(path) == ["Ania", "whole"]


async def killed_inside(program: str, path: Path) -> None:
    def run() -> None:
        command = [sys.executable, "-c", program, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "inside\n"
            process.send_signal(signal.SIGKILL)

    await asyncio.to_thread(run)


async def refusal(work: Coroutine[object, object, object]) -> str:
    """The one sentence of a StoreError, and no thread left behind."""
    before = threads()
    with pytest.raises(StoreError) as error:
        await work
    assert await eventually(lambda: threads() <= before)
    sentence = str(error.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert ". " not in sentence
    return sentence


async def tried(path: Path, migrations: tuple[Migration, ...] = (TABLES,), patience: float = 5) -> None:
    async with opened(path, migrations, patience):
        pass


class TestAFileThatCannotBeUsed:
    async def test_in_a_missing_folder(self, tmp_path: Path) -> None:
        missing = tmp_path / "away" / "mam.sqlite"
        assert "folder" in await refusal(tried(missing, migrations=(TABLES,)))

    async def test_that_is_a_folder(self, tmp_path: Path) -> None:
        assert "is a folder" in await refusal(tried(tmp_path, migrations=(TABLES,)))

    async def test_locked_by_another_program(self, path: Path) -> None:
        await made(path, "Ania")
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            sentence = await refusal(tried(path, migrations=(TABLES,), patience=HURRIED))
        assert "in use by another program" in sentence

    async def test_locked_while_the_bot_runs(self, path: Path) -> None:
        async with opened(path, patience=HURRIED) as db:
            with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                with pytest.raises(StoreError, match="in use"):
                    async with db.transaction():
                        pass
            async with db.transaction() as tx:
                await add(tx, "Ania")
            assert await seen(db) == ["Ania"]

    async def test_read_only(self, path: Path) -> None:
        await made(path, "Ania")
        # Byte 18 is the "write version": above 2 SQLite may only read, whoever runs the tests.
        # https://www.sqlite.org/fileformat2.html#file_format_version_numbers
        content = bytearray(path.read_bytes())
        content[18] = 3
        path.write_bytes(content)
        assert "read-only" in await refusal(tried(path, migrations=(TABLES,)))

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
    async def test_write_protected(self, path: Path) -> None:
        await made(path, "Ania")
        path.chmod(0o444)
        assert "read-only" in await refusal(tried(path, migrations=(TABLES,)))

    async def test_no_database_at_all(self, path: Path) -> None:
        path.write_text("Lista obecności\n" * 1000, encoding="utf-8")
        assert "not a database" in await refusal(tried(path, migrations=(TABLES,)))
        assert path.read_text(encoding="utf-8").startswith("Lista")

    async def test_damaged(self, path: Path) -> None:
        await made(path, *(f"resident {n}" for n in range(2000)))
        content = bytearray(path.read_bytes())
        content[8192:40960] = b"\xff" * (40960 - 8192)
        path.write_bytes(content)
        assert "damaged" in await refusal(tried(path, migrations=(TABLES,)))

    async def test_of_another_program(self, path: Path) -> None:
        with contextlib.closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE cats (name TEXT)")
        assert "another program" in await refusal(tried(path, migrations=(TABLES,)))

    async def test_of_a_newer_version(self, path: Path) -> None:
        await made(path, "Ania", migrations=(TABLES, GMINY))
        assert "newer mam-bot (version 2, this one knows 1)" in await refusal(tried(path, migrations=(TABLES,)))


class TestMigrating:
    async def test_a_new_file_needs_no_backup(self, path: Path) -> None:
        await made(path, migrations=(TABLES, GMINY))
        assert sorted(file.name for file in path.parent.iterdir()) == ["mam.sqlite"]

    async def test_keeps_a_copy_of_the_state_before(self, path: Path) -> None:
        await made(path, "Ania")
        async with opened(path, (TABLES, GMINY)) as db, db.reading() as reading:
            assert db.version == 2
            row = await reading.one("SELECT name, gmina FROM people")
        assert row is not None
        assert tuple(row) == ("Ania", None)
        with contextlib.closing(sqlite3.connect(path.with_name("mam.sqlite.before-2"))) as copy:
            assert copy.execute("SELECT * FROM people").fetchall() == [(1, "Ania")]

    async def test_up_to_date_changes_nothing(self, path: Path) -> None:
        await made(path, "Ania")
        before = path.read_bytes()
        await made(path)
        assert path.read_bytes() == before

    async def test_that_fails_leaves_the_version_before(self, path: Path) -> None:
        await made(path, "Ania")
        broken = Migration(2, "0002_broken.sql", ("DELETE FROM people", "CREATE NONSENSE"))
        assert "NONSENSE" in await refusal(tried(path, migrations=(TABLES, broken)))
        assert await contents(path) == ["Ania"]

    async def test_never_leaves_a_reference_to_nothing(self, path: Path) -> None:
        await made(path)
        orphan = Migration(2, "0002_orphan.sql", ("INSERT INTO seats (person_id) VALUES (7)",))
        assert "refer to nothing" in await refusal(tried(path, migrations=(TABLES, orphan)))

    def test_reads_the_folder_in_order(self, tmp_path: Path) -> None:
        (tmp_path / "0002_b.sql").write_text("CREATE TABLE b (x); -- two\n", encoding="utf-8")
        (tmp_path / "0001_a.sql").write_text(
            "-- a comment; with a semicolon\nCREATE TABLE a (x);\n\n"
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a;\n  SELECT ';';\nEND;\n-- the end\n",
            encoding="utf-8",
        )
        (tmp_path / "notes.txt").write_text("not a migration", encoding="utf-8")
        first, second = migrating.read(tmp_path)
        assert (first.number, len(first.statements)) == (1, 2)
        assert first.statements[1].endswith("END;")
        assert second.name == "0002_b.sql"

    def test_refuses_a_gap_and_a_cut_statement(self, tmp_path: Path) -> None:
        (tmp_path / "0002_b.sql").write_text("CREATE TABLE b (x);", encoding="utf-8")
        with pytest.raises(ValueError, match="without gaps"):
            migrating.read(tmp_path)
        (tmp_path / "0001_a.sql").write_text("CREATE TABLE a (x)", encoding="utf-8")
        with pytest.raises(ValueError, match="middle of a statement"):
            migrating.read(tmp_path)

    async def test_the_migrations_of_the_bot_itself(self, path: Path) -> None:
        async with opened(path, migrating.read()) as db, db.reading() as reading:
            loose = await reading.all(
                "SELECT name FROM pragma_table_list"
                " WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT GLOB 'sqlite_*'"
            )
        assert [row["name"] for row in loose] == [], "every table is STRICT"


class TestABackup:
    async def test_can_be_taken_at_work_and_put_back(self, path: Path, tmp_path: Path) -> None:
        backup = tmp_path / "backup.sqlite"
        async with opened(path) as db:
            async with db.transaction() as tx:
                await add(tx, "Ania")
            async with db.transaction() as tx:
                await add(tx, "Ben")
                await db.backup(backup)

        await restore(backup, path, migrations=(TABLES,))
        assert await contents(path) == ["Ania"]
        assert await contents(path.with_name("mam.sqlite.before-restore")) == ["Ania", "Ben"]
        await restore(backup, path, migrations=(TABLES,))
        assert path.with_name("mam.sqlite.before-restore-1").exists()

    async def test_never_overwrites(self, db: Database, tmp_path: Path) -> None:
        (tmp_path / "kept").write_text("holiday pictures", encoding="utf-8")
        assert "exists already" in await refusal(db.backup(tmp_path / "kept"))
        assert "folder" in await refusal(db.backup(tmp_path / "away" / "backup"))
        assert (tmp_path / "kept").read_text(encoding="utf-8") == "holiday pictures"

    async def test_is_put_back_where_nothing_was(self, path: Path, tmp_path: Path) -> None:
        await made(path, "Ania")
        await restore(path, tmp_path / "new.sqlite", migrations=(TABLES,))
        assert await contents(tmp_path / "new.sqlite") == ["Ania"]

    async def test_of_an_older_version_is_migrated_at_the_next_start(self, path: Path, tmp_path: Path) -> None:
        await made(path, "Ania")
        await restore(path, tmp_path / "new.sqlite", migrations=(TABLES, GMINY))
        assert await contents(tmp_path / "new.sqlite", (TABLES, GMINY)) == ["Ania"]

    async def test_replaces_a_damaged_file(self, path: Path, tmp_path: Path) -> None:
        await made(tmp_path / "original", "Ania")
        await backed_up(tmp_path / "original", tmp_path / "backup")
        path.write_text("x" * 5000, encoding="utf-8")
        path.with_name("mam.sqlite-wal").write_text("x" * 5000, encoding="utf-8")
        await restore(tmp_path / "backup", path, migrations=(TABLES,))
        assert await contents(path) == ["Ania"]
        assert path.with_name("mam.sqlite.before-restore").read_text(encoding="utf-8") == "x" * 5000

    async def test_is_not_put_back_under_a_running_bot(self, path: Path, tmp_path: Path) -> None:
        await made(tmp_path / "original", "Ania")
        await backed_up(tmp_path / "original", tmp_path / "backup")
        async with opened(path) as db:
            async with db.transaction() as tx:
                await add(tx, "Ben")
            assert "in use" in await refusal(restore(tmp_path / "backup", path, migrations=(TABLES,)))
            assert await seen(db) == ["Ben"]
        assert sorted(file.name for file in tmp_path.iterdir()) == ["backup", "mam.sqlite", "original"]

    async def test_must_be_sound(self, path: Path, tmp_path: Path) -> None:
        await made(path, "Ania")
        (tmp_path / "text").write_text("x" * 5000, encoding="utf-8")
        (tmp_path / "empty").touch()
        await made(tmp_path / "newer", migrations=(TABLES, GMINY))
        for name, reason in {
            "text": "not a database",
            "empty": "is empty",
            "newer": "newer mam-bot",
            "nowhere": "is missing",
        }.items():
            assert reason in await refusal(restore(tmp_path / name, path, migrations=(TABLES,)))
        assert await contents(path) == ["Ania"]
        assert not path.with_name("mam.sqlite.before-restore").exists()


async def backed_up(path: Path, target: Path) -> None:
    async with opened(path) as db:
        await db.backup(target)


async def contents(path: Path, migrations: tuple[Migration, ...] = (TABLES,)) -> list[str]:
    async with opened(path, migrations) as db:
        return await seen(db)
