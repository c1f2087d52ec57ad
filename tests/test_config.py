"""The configuration: file and environment, and a sentence for everything that can be wrong with them."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.config import CONTENT, Config, ConfigError, load


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def refusal(path: Path | None, **environ: str) -> str:
    with pytest.raises(ConfigError) as error:
        load(path, environ)
    sentence = str(error.value)
    assert "\n" not in sentence
    assert sentence[-1] in ".?"
    return sentence


class TestWithoutAnything:
    def test_everything_but_the_token_has_a_value(self) -> None:
        config = load(None, {})
        assert config == Config()
        assert config.telegram.base_url == "https://api.telegram.org/bot"
        assert config.telegram.file_url == "https://api.telegram.org/file/bot"
        assert config.telegram.rate == 30
        assert config.content.path == CONTENT
        assert config.organisation.timezone == ZoneInfo("Europe/Warsaw")

    def test_a_missing_token_matters_only_when_it_is_asked_for(self) -> None:
        with pytest.raises(ConfigError, match="token is missing"):
            load(None, {}).token()


class TestAFile:
    def test_sets_what_it_says(self, path: Path) -> None:
        config = load(
            written(
                path,
                """
                [telegram]
                token = "1:secret"
                rate = 5
                [organisation]
                name = "Fundacja Żuraw"
                timezone = "Europe/Kyiv"
                [team]
                administrators = [11, 22]
                [logging]
                json = true
                level = "WARNING"
                """,
            ),
            {},
        )
        assert config.token() == "1:secret"
        assert config.telegram.rate == 5
        assert config.organisation.name == "Fundacja Żuraw"
        assert config.organisation.timezone == ZoneInfo("Europe/Kyiv")
        assert config.team.administrators == (11, 22)
        assert config.logging.as_json
        assert config.logging.level == "warning"

    def test_means_names_from_its_own_folder(self, path: Path) -> None:
        config = load(written(path, '[store]\npath = "data/mam.sqlite3"\n[content]\npath = "/srv/content"\n'), {})
        assert config.store.path == path.parent / "data" / "mam.sqlite3"
        assert config.content.path == Path("/srv/content")


class TestTheEnvironment:
    def test_is_enough(self) -> None:
        config = load(
            None,
            {
                "MAM_TELEGRAM_TOKEN": "1:secret",
                "MAM_TELEGRAM_BASE_URL": "http://127.0.0.1:8081/bot/",
                "MAM_TELEGRAM_RATE": "12",
                "MAM_STORE_PATH": "here.sqlite3",
                "MAM_TEAM_ADMINISTRATORS": "11, 22,",
                "MAM_LOGGING_JSON": "true",
                "PATH": "/bin",
            },
        )
        assert config.token() == "1:secret"
        assert config.telegram.base_url == "http://127.0.0.1:8081/bot"
        assert config.telegram.file_url == "http://127.0.0.1:8081/file/bot"
        assert config.telegram.rate == 12
        assert config.store.path == Path("here.sqlite3")
        assert config.team.administrators == (11, 22)
        assert config.logging.as_json

    def test_wins_over_the_file(self, path: Path) -> None:
        written(path, "[telegram]\nrate = 5\n[organisation]\nname = 'File'\n")
        config = load(path, {"MAM_TELEGRAM_RATE": "7", "MAM_ORGANISATION_NAME": ""})
        assert config.telegram.rate == 7
        assert config.organisation.name == "File"

    def test_may_name_a_file_for_the_token(self, tmp_path: Path) -> None:
        secret = written(tmp_path / "token", "1:secret\n")
        assert load(None, {"MAM_TELEGRAM_TOKEN_FILE": str(secret)}).token() == "1:secret"
        both = {"MAM_TELEGRAM_TOKEN_FILE": str(secret), "MAM_TELEGRAM_TOKEN": "2:other"}
        assert load(None, both).token() == "2:other"

    def test_of_others_is_none_of_our_business(self) -> None:
        assert load(None, {"MAM_BROWSER": "required", "MAM_": "x", "MAM_TELEGRAM": "x"}) == Config()


class TestAMistake:
    def test_a_missing_file(self, path: Path) -> None:
        assert "copy config.example.toml" in refusal(path)

    def test_a_folder_instead_of_a_file(self, tmp_path: Path) -> None:
        assert "cannot be read" in refusal(tmp_path)

    def test_a_file_that_is_not_toml(self, path: Path) -> None:
        assert "line 1" in refusal(written(path, "telegram is\n"))
        path.write_bytes(b"name = '\xb3'")
        assert "not TOML" in refusal(path)

    def test_an_unknown_section(self, path: Path) -> None:
        assert refusal(written(path, "[telegarm]\n")) == (
            f"Unknown section [telegarm] in {path}: did you mean telegram?"
        )

    def test_an_unknown_key(self, path: Path) -> None:
        written(path, "[team]\nadministrator = [1]\n")
        assert refusal(path) == f"Unknown key administrator in [team] of {path}: did you mean administrators?"

    def test_a_key_like_none_of_ours(self, path: Path) -> None:
        assert "known are json, level." in refusal(written(path, "[logging]\nxyz = 1\n"))

    def test_a_key_outside_a_section(self, path: Path) -> None:
        assert "write [telegram]" in refusal(written(path, "telegram = 1\n"))

    def test_an_unknown_variable(self) -> None:
        assert refusal(None, MAM_TELEGRAM_TOKN="1:x") == (
            "Unknown variable MAM_TELEGRAM_TOKN: did you mean MAM_TELEGRAM_TOKEN?"
        )

    def test_a_token_file_that_is_not_there(self, tmp_path: Path) -> None:
        assert "put the token into it" in refusal(None, MAM_TELEGRAM_TOKEN_FILE=str(tmp_path / "none"))

    @pytest.mark.parametrize(
        ("name", "value", "wanted"),
        [
            ("TELEGRAM_RATE", "fast", "a whole number from 1 to 1000, not 'fast'"),
            ("TELEGRAM_RATE", "0", "a whole number from 1 to 1000, not '0'"),
            ("TELEGRAM_BASE_URL", "api.example.org", "the address before the token"),
            ("ORGANISATION_LANGUAGE", "de", "pl, en or uk, not 'de'"),
            ("ORGANISATION_TIMEZONE", "Europe/Warszawa", "a time zone, for instance Europe/Warsaw"),
            ("ORGANISATION_TIMEZONE", "../etc/passwd", "a time zone"),
            ("ORGANISATION_EMAIL", "biuro@", "an e-mail address or empty"),
            ("ORGANISATION_PHONE", "call us", "a phone number or empty"),
            ("TEAM_ADMINISTRATORS", "ann", "a list of Telegram user ids"),
            ("TEAM_ADMINISTRATORS", "-5", "a list of Telegram user ids"),
            ("LOGGING_JSON", "perhaps", "true or false"),
            ("LOGGING_LEVEL", "loud", "debug, info, warning or error"),
        ],
    )
    def test_a_value_that_cannot_be(self, name: str, value: str, wanted: str) -> None:
        sentence = refusal(None, **{f"MAM_{name}": value})
        assert sentence.startswith(f"MAM_{name} must be")
        assert wanted in sentence

    def test_a_value_in_the_file_names_the_file(self, path: Path) -> None:
        sentence = refusal(written(path, "[team]\nadministrators = 7\n"))
        assert sentence.startswith(f"[team] administrators in {path} must be")


class TestTheToken:
    def test_is_in_no_sentence(self, path: Path) -> None:
        assert "s3cret" not in refusal(None, MAM_TELEGRAM_TOKEN="1:s3cret two")
        assert "77001" not in refusal(written(path, "[telegram]\ntoken = 77001\n"))

    def test_is_not_shown_with_the_configuration(self) -> None:
        assert "s3cret" not in repr(load(None, {"MAM_TELEGRAM_TOKEN": "1:s3cret"}))
