"""What whoever looks after the bot does from the command line."""

import json
from pathlib import Path

import pytest

from bot import maintaining
from bot.config import Config, Content, Store
from bot.content import ContentError
from bot.domain.refusals import EventGone
from bot.store import migrating
from bot.store.database import StoreError

EVENT = """
[[event]]
code = "forum-1"
project = "podgorze"
kind = "forum"
title = { pl = "Forum Dialogu Dzielnicowego" }
starts = "+3d 17:00"
ends = "+2h"
seats = 20
"""


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """A store that is not there yet."""
    return Config(store=Store(path=tmp_path / "mam.sqlite3"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of one event."""
    path = tmp_path / "events.toml"
    path.write_text(EVENT, encoding="utf-8")
    return path


async def asked(config: Config, *lines: str, as_json: bool = False) -> list[str]:
    """The answers to questions, a line each."""
    return [answer async for answer in maintaining.ask(config, lines, as_json=as_json)]


async def test_importing_twice_changes_nothing(config: Config, file: Path) -> None:
    assert await maintaining.import_events(config, file) == "1 added, 0 changed, 0 as before."
    assert await maintaining.import_events(config, file) == "0 added, 0 changed, 1 as before."


async def test_a_broken_file_imports_nothing(config: Config, file: Path) -> None:
    file.write_text(EVENT + EVENT.replace("forum-1", "forum-2").replace("podgorze", "nic"), encoding="utf-8")
    with pytest.raises(ContentError, match="is not a project: nic"):
        await maintaining.import_events(config, file)
    file.write_text(EVENT, encoding="utf-8")
    assert await maintaining.import_events(config, file) == "1 added, 0 changed, 0 as before."


async def test_questions_are_answered_a_line_each(config: Config) -> None:
    answers = await asked(config, "ile wynosi dotacja dla Lidera w akcji", "  ", "")
    assert len(answers) == 1
    assert "\n" not in answers[0]
    assert "185 000" in answers[0]


async def test_questions_in_json_are_answered_in_json(config: Config) -> None:
    question = {"id": "q1", "question": "a ile z tego to dotacja?", "context": "Ile kosztuje Lider w akcji?"}
    (answer,) = await asked(config, json.dumps(question), as_json=True)
    found = json.loads(answer)
    assert found.keys() == {"id", "answer", "abstained", "clarify", "project", "labels", "ms"}
    assert (found["id"], found["project"], found["abstained"]) == ("q1", "lider", False)
    assert "185 000" in found["answer"]


@pytest.mark.parametrize("line", ["nie json", "[]", '{"id": 1}'])
async def test_a_line_that_is_no_question_is_named(config: Config, line: str) -> None:
    with pytest.raises(ContentError, match="standard input"):
        await asked(config, line, as_json=True)


async def test_the_calendar_of_the_store_is_known_to_the_answers(config: Config, file: Path) -> None:
    await maintaining.import_events(config, file)
    (answer,) = await asked(config, "jakie są najbliższe wydarzenia?")
    assert "Forum Dialogu Dzielnicowego" in answer


@pytest.mark.parametrize(("kind", "begins"), [("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf"), ("pdf", b"%PDF")])
async def test_a_list_is_written_to_a_file(
    config: Config, file: Path, tmp_path: Path, kind: str, begins: bytes
) -> None:
    await maintaining.import_events(config, file)
    out = tmp_path / "list"
    assert "0 people are in" in await maintaining.export(config, "FORUM-1", kind, out)
    assert out.read_bytes().startswith(begins)


async def test_what_cannot_be_written_is_said(config: Config, file: Path, tmp_path: Path) -> None:
    await maintaining.import_events(config, file)
    with pytest.raises(EventGone):
        await maintaining.export(config, "forum-9", "csv", tmp_path / "list")
    with pytest.raises(StoreError, match="cannot be written"):
        await maintaining.export(config, "forum-1", "csv", tmp_path / "nowhere" / "list")
    assert "nothing was written" in await maintaining.export(config, "forum-1", "certificates", tmp_path / "list")


async def test_a_backup_is_brought_back(config: Config, file: Path, tmp_path: Path) -> None:
    await maintaining.import_events(config, file)
    copy = tmp_path / "copy.sqlite3"
    assert "copied" in await maintaining.back_up(config, copy)
    file.write_text(EVENT.replace("forum-1", "forum-2"), encoding="utf-8")
    await maintaining.import_events(config, file)
    assert "as it was" in await maintaining.bring_back(config, copy)
    assert await maintaining.import_events(config, file) == "1 added, 0 changed, 0 as before."
    with pytest.raises(StoreError):
        await maintaining.back_up(config, copy)


async def test_check_says_what_is_in_order(config: Config, file: Path) -> None:
    lines = [line async for line in maintaining.check(config, "config.toml")]
    assert all(is_fine for is_fine, _ in lines)
    assert [line.partition(":")[0] for _, line in lines] == [
        "configuration",
        "content",
        "texts",
        "texts",
        "store",
        "token",
    ]
    await maintaining.import_events(config, file)
    assert f"in order (version {len(migrating.read())})" in str(
        [line async for line in maintaining.check(config, "config.toml")]
    )


async def test_check_says_what_is_not(config: Config, tmp_path: Path) -> None:
    (tmp_path / "mam.sqlite3").write_text("this is not a database, not at all" * 50)
    broken = config.model_copy(update={"content": Content(path=tmp_path)})
    wrong = [line async for is_fine, line in maintaining.check(broken, "x") if not is_fine]
    assert [line.partition(":")[0] for line in wrong] == ["content", "store"]
