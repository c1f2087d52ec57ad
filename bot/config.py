"""The configuration: one TOML file, the environment on top of it, every mistake named in a sentence."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal, get_origin
from zoneinfo import ZoneInfo

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError
from pydantic.fields import FieldInfo

PREFIX = "MAM_"
TOKEN_FILE = "MAM_TELEGRAM_TOKEN_FILE"  # noqa: S105
TELEGRAM = "https://api.telegram.org/bot"
CONTENT = Path(__file__).parent.parent / "content"
"""The content that comes with the bot."""


class ConfigError(Exception):
    """The configuration cannot be used; the text is one sentence with the cause and the mend."""


def _zone(name: object) -> ZoneInfo:
    if isinstance(name, ZoneInfo):
        return name
    try:
        return ZoneInfo(str(name))
    except (OSError, LookupError, ValueError) as error:
        raise ValueError("no such time zone") from error


def _address(text: str) -> str:
    try:
        return validate_email(text, check_deliverability=False).normalized if text else ""
    except EmailNotValidError as error:
        raise ValueError("no e-mail address") from error


def _secret(token: SecretStr) -> SecretStr:
    if re.search(r"\s", token.get_secret_value()):
        raise ValueError("no token holds a space")
    return token


def _lower(word: object) -> object:
    return word.lower() if isinstance(word, str) else word


def _without_slash(address: str) -> str:
    return address.rstrip("/")


Web = Annotated[str, Field(pattern=r"^https?://[^/\s]+/\S+$"), AfterValidator(_without_slash)]
Token = Annotated[SecretStr, AfterValidator(_secret)]


class _Section(BaseModel):
    """``description`` of a field completes the sentence "… must be"."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, hide_input_in_errors=True)


class Telegram(_Section):
    """How Telegram is reached."""

    token: Annotated[Token | None, Field(description="the token that @BotFather gave, without spaces")] = None
    base_url: Annotated[Web, Field(description="the address before the token, for instance " + TELEGRAM)] = TELEGRAM
    base_file_url: Annotated[
        Web | None, Field(description="the address before the token, for instance https://api.telegram.org/file/bot")
    ] = None
    rate: Annotated[int, Field(ge=1, le=1000, description="a whole number from 1 to 1000")] = 30
    transport: Annotated[Literal["aiohttp", "httpx"], Field(description="aiohttp or httpx")] = "aiohttp"
    webhook_url: Annotated[
        str | None, Field(pattern=r"^https://[^/\s]+/\S+$", description="an https address with a path")
    ] = None

    @property
    def file_url(self) -> str:
        """Where files are fetched: beside ``base_url`` unless it is said."""
        before, _, last = self.base_url.rpartition("/")
        return self.base_file_url or f"{before}/file/{last}"


class Http(_Section):
    """What the bot tells machines that watch it."""

    listen: Annotated[
        str | None,
        Field(
            pattern=r"^(\[[\da-fA-F:]+\]|[^\s:/\[\]]+):\d{1,5}$", description="host:port, for instance 127.0.0.1:8080"
        ),
    ] = None

    @property
    def place(self) -> tuple[str, int] | None:
        """Host and port, None when nobody listens."""
        if self.listen is None:
            return None
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)


class Store(_Section):
    """Where the data is."""

    path: Annotated[Path, Field(description="the name of a file")] = Path("mam.sqlite3")


class Content(_Section):
    """Where projects and questions are."""

    path: Annotated[Path, Field(description="the name of a folder")] = CONTENT


class Organisation(_Section):
    """Whose bot this is."""

    name: Annotated[str, Field(min_length=1, max_length=200, description="a name of 1 to 200 letters")] = "mam-bot"
    language: Annotated[Literal["pl", "en", "uk"], Field(description="pl, en or uk")] = "pl"
    timezone: Annotated[
        ZoneInfo, BeforeValidator(_zone), Field(description="a time zone, for instance Europe/Warsaw")
    ] = ZoneInfo("Europe/Warsaw")
    email: Annotated[str, AfterValidator(_address), Field(description="an e-mail address or empty")] = ""
    phone: Annotated[str, Field(pattern=r"^$|^\+?[\d\s()./-]{5,30}$", description="a phone number or empty")] = ""


class Team(_Section):
    """The first staff; everybody else is invited in the chat."""

    administrators: Annotated[
        tuple[Annotated[int, Field(gt=0)], ...], Field(description="a list of Telegram user ids (whole numbers)")
    ] = ()


class Logging(_Section):
    """What the bot writes about its work."""

    as_json: Annotated[bool, Field(alias="json", description="true or false")] = False
    level: Annotated[
        Literal["debug", "info", "warning", "error"],
        BeforeValidator(_lower),
        Field(description="debug, info, warning or error"),
    ] = "info"


class Config(_Section):
    """Everything that can be set."""

    telegram: Telegram = Telegram()
    http: Http = Http()
    store: Store = Store()
    content: Content = Content()
    organisation: Organisation = Organisation()
    team: Team = Team()
    logging: Logging = Logging()

    def token(self) -> str:
        """What only ``run`` needs; raises ConfigError when there is none."""
        if self.telegram.token is None:
            raise ConfigError(
                "The token is missing: get one from @BotFather and set MAM_TELEGRAM_TOKEN or [telegram] token."
            )
        return self.telegram.token.get_secret_value()


SECTIONS: Mapping[str, type[_Section]] = {
    "telegram": Telegram,
    "http": Http,
    "store": Store,
    "content": Content,
    "organisation": Organisation,
    "team": Team,
    "logging": Logging,
}

SETTINGS: Mapping[str, Mapping[str, FieldInfo]] = {
    section: {field.alias or name: field for name, field in model.model_fields.items()}
    for section, model in SECTIONS.items()
}
"""Every key by section, as the file and the environment spell it."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A value and where it was found."""

    place: str
    value: object


_Found = dict[tuple[str, str], _Said]


def load(path: Path | None, environ: Mapping[str, str]) -> Config:
    """The file at ``path``, if any, overruled by ``MAM_<SECTION>_<KEY>``; raises ConfigError.

    A relative name in the file is meant from the file's folder. An empty variable counts as not set.
    """
    found = (_in_file(path) if path else {}) | _in_environment(environ)
    values: dict[str, dict[str, object]] = {}
    for (section, key), said in found.items():
        values.setdefault(section, {})[key] = said.value
    try:
        return Config.model_validate(values)
    except ValidationError as error:
        section, key = (str(part) for part in error.errors()[0]["loc"][:2])
        raise ConfigError(_mistake(section, key, found[section, key])) from None


def _in_file(path: Path) -> _Found:
    found: _Found = {}
    for section, body in _toml(path).items():
        _known(f"section [{section}] in {path}", section, SETTINGS)
        if not isinstance(body, dict):
            raise ConfigError(f"{section} in {path} must be a section: write [{section}] and the keys below it.")
        for key, value in body.items():
            _known(f"key {key} in [{section}] of {path}", key, SETTINGS[section])
            said = path.parent / value if key == "path" and isinstance(value, str) else value
            found[section, key] = _Said(f"[{section}] {key} in {path}", said)
    return found


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"The file {path} is missing: copy config.example.toml to it and fill it in.") from None
    except OSError as error:
        raise ConfigError(f"The file {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"The file {path} is not TOML: {error}.") from error


def _in_environment(environ: Mapping[str, str]) -> _Found:
    found = _token_file(environ)
    for name, text in environ.items():
        section, _, key = name.removeprefix(PREFIX).lower().partition("_")
        if not name.startswith(PREFIX) or name == TOKEN_FILE or section not in SETTINGS or not key:
            continue
        _known(f"variable {name}", key, SETTINGS[section], f"{PREFIX}{section}_".upper())
        if text.strip():
            is_list = get_origin(SETTINGS[section][key].annotation) is tuple
            parts = [part.strip() for part in text.split(",") if part.strip()]
            found[section, key] = _Said(name, parts if is_list else text.strip())
    return found


def _token_file(environ: Mapping[str, str]) -> _Found:
    if not (name := environ.get(TOKEN_FILE)):
        return {}
    try:
        return {("telegram", "token"): _Said(name, Path(name).read_text(encoding="utf-8").strip())}
    except (OSError, UnicodeDecodeError):
        raise ConfigError(f"The file {name}, named by {TOKEN_FILE}, cannot be read: put the token into it.") from None


def _known(what: str, word: str, words: Iterable[str], prefix: str = "") -> None:
    """Nothing if ``word`` is one of ``words``, else a ConfigError with the nearest of them."""
    choices = list(words)
    if word in choices:
        return
    near = get_close_matches(word, choices, n=1, cutoff=0.5)
    shown = [f"{prefix}{choice.upper()}" if prefix else choice for choice in near or choices]
    mend = f"did you mean {shown[0]}?" if near else f"known are {', '.join(shown)}."
    raise ConfigError(f"Unknown {what}: {mend}")


def _mistake(section: str, key: str, said: _Said) -> str:
    must = f"{said.place} must be {SETTINGS[section][key].description}"
    return f"{must}." if key == "token" else f"{must}, not {said.value!r}."
