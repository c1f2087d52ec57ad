"""A bot that cannot start says why in one sentence, and ends with 2."""

import shutil
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.town import TOKEN

from .living_bot import environment, run, some_content


async def complaint(folder: Path, *arguments: str, **settings: str) -> str:
    """What a start says before it ends with 2."""
    process = await run(*arguments, environment=environment(folder, **settings), folder=folder)
    said, complained = await process.communicate()
    assert process.returncode == 2, complained.decode()
    assert said == b""
    return complained.decode()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Content with one project."""
    return some_content(tmp_path)


@pytest.fixture
def settings(tmp_path: Path, content: Path) -> dict[str, str]:
    """All that ``run`` needs, if there were a Telegram."""
    return {
        "MAM_TELEGRAM_TOKEN": TOKEN,
        "MAM_TELEGRAM_BASE_URL": "http://127.0.0.1:9/bot",
        "MAM_STORE_PATH": str(tmp_path / "mam.sqlite3"),
        "MAM_CONTENT_PATH": str(content),
    }


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("MAM_TELEGRAM_TOKEN", "", "The token is missing"),
        ("MAM_TELEGRAM_RATE", "fast", "MAM_TELEGRAM_RATE must be a whole number from 1 to 1000, not 'fast'."),
        ("MAM_TELEGRAM_TOKNE", "1", "Unknown variable MAM_TELEGRAM_TOKNE: did you mean MAM_TELEGRAM_TOKEN?"),
        ("MAM_TELEGRAM_TRANSPORT", "pigeon", "MAM_TELEGRAM_TRANSPORT must be aiohttp or httpx, not 'pigeon'."),
        ("MAM_TELEGRAM_WEBHOOK_URL", "https://bot.example.org/x", "[telegram] webhook_url needs [http] listen"),
        ("MAM_HTTP_LISTEN", "8080", "MAM_HTTP_LISTEN must be host:port"),
        ("ALL_PROXY", "socks5://127.0.0.1:9", "The proxy is none of HTTP"),
        ("MAM_ORGANISATION_TIMEZONE", "Europe/Krakow", "must be a time zone"),
    ],
)
async def test_a_wrong_setting_is_one_sentence(
    tmp_path: Path, settings: dict[str, str], name: str, value: str, words: str
) -> None:
    said = await complaint(tmp_path, "run", **(settings | {name: value}))
    assert words in said
    assert_one_sentence(said)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[telegram\n", "is not TOML"),
        ("[telegram]\nspeed = 3\n", "Unknown key speed"),
        ("[telegramm]\n", "Unknown section [telegramm]"),
    ],
)
async def test_a_wrong_configuration_file_is_one_sentence(
    tmp_path: Path, settings: dict[str, str], text: str, words: str
) -> None:
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    said = await complaint(tmp_path, "run", **settings)
    assert words in said
    assert "config.toml" in said
    assert_one_sentence(said)


async def test_a_configuration_that_is_missing_is_one_sentence(tmp_path: Path, settings: dict[str, str]) -> None:
    said = await complaint(tmp_path, "run", "--config", "elsewhere.toml", **settings)
    assert "The file elsewhere.toml is missing" in said
    assert_one_sentence(said)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[facts\n", "is not valid TOML"),
        ('tytul = "Nowy projekt"\n', "tytul is not a known key"),
    ],
)
async def test_a_broken_content_file_is_a_sentence_for_each_mistake(
    tmp_path: Path, content: Path, settings: dict[str, str], text: str, words: str
) -> None:
    good = (content / "projects" / "lider.toml").read_text(encoding="utf-8")
    (content / "projects" / "nowy.toml").write_text(text + good, encoding="utf-8")
    said = await complaint(tmp_path, "run", **settings)
    assert words in said
    assert all(line.startswith("projects/nowy.toml: ") for line in said.splitlines())
    assert "Traceback" not in said


async def test_content_that_is_missing_is_one_sentence(tmp_path: Path, content: Path, settings: dict[str, str]) -> None:
    shutil.rmtree(content)
    said = await complaint(tmp_path, "run", **settings)
    assert "the folder holds no project file" in said
    assert_one_sentence(said)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[None]:
    """A store that another program writes to."""
    with closing(sqlite3.connect(tmp_path / "mam.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


@pytest.mark.usefixtures("held")
async def test_a_locked_database_is_one_sentence(tmp_path: Path, settings: dict[str, str]) -> None:
    said = await complaint(tmp_path, "run", **settings)
    assert "is in use by another program: stop the other one first." in said
    assert_one_sentence(said)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (".", "is a folder: [store] path must name a file."),
        ("none/mam.sqlite3", "is missing: create it or change [store] path."),
        ("content/projects/lider.toml", "is not a database: choose another file as [store] path."),
    ],
)
async def test_a_place_without_a_database_is_one_sentence(
    tmp_path: Path, settings: dict[str, str], name: str, words: str
) -> None:
    said = await complaint(tmp_path, "run", **(settings | {"MAM_STORE_PATH": str(tmp_path / name)}))
    assert words in said
    assert_one_sentence(said)


async def test_a_database_of_another_program_is_left_alone(tmp_path: Path, settings: dict[str, str]) -> None:
    with closing(sqlite3.connect(tmp_path / "mam.sqlite3")) as other:
        other.execute("CREATE TABLE zakupy (rzecz TEXT)")
    said = await complaint(tmp_path, "run", **settings)
    assert "belongs to another program" in said
    assert_one_sentence(said)


@pytest.fixture
def taken() -> Iterator[str]:
    """A port somebody listens at."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield str(other.getsockname()[1])


async def test_a_port_in_use_is_one_sentence(tmp_path: Path, taken: str) -> None:
    said = await complaint(tmp_path, "sandbox", "--port", taken)
    assert said == f"Port {taken} is in use: end the other program or choose another with --port.\n"


async def test_an_address_in_use_is_one_sentence(tmp_path: Path, settings: dict[str, str], taken: str) -> None:
    said = await complaint(tmp_path, "run", **settings, MAM_HTTP_LISTEN=f"127.0.0.1:{taken}")
    assert f"[http] listen: 127.0.0.1:{taken} cannot be used" in said
    assert_one_sentence(said)


def assert_one_sentence(said: str) -> None:
    """One line that ends as a sentence does, without Python's own words."""
    (line,) = said.splitlines()
    assert line.endswith((".", "?"))
    assert "Traceback" not in said
