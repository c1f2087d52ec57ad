"""What is wrong with a content file, one sentence each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails


@dataclass(frozen=True, slots=True)
class Problem:
    """``file`` is relative to the content folder; ``key`` is like ``facts[goals].text``, empty for the whole file."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        sentence = f"{self.file}: {self.key} {self.reason}" if self.key else f"{self.file}: {self.reason}"
        return sentence if sentence.endswith("?") else f"{sentence}."


class ContentError(Exception):
    """The content cannot be used; ``problems`` says why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def problems_of(
    error: ValidationError,
    file: str,
    root: type[BaseModel],
    parts: Mapping[str, type[BaseModel]],
    raw: Mapping[str, object] = MappingProxyType({}),
) -> list[Problem]:
    """``error`` as sentences; ``parts`` maps a key of ``root`` to the model below it, ids are read from ``raw``."""
    errors = error.errors(include_url=False)
    meant = {
        (*found["loc"][:-1], close)
        for found in errors
        if found["type"] == "extra_forbidden" and (close := _close(found, _model(found["loc"], root, parts)))
    }
    return [
        Problem(file, _key(found["loc"], raw), _reason(found, _model(found["loc"], root, parts)))
        for found in errors
        if not (found["type"] == "missing" and found["loc"] in meant) and not _follows(found, errors)
    ]


def _follows(found: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    """Whether a list is only too short because what stands in it is wrong."""
    loc = found["loc"]
    return found["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in errors
    )


def _close(found: ErrorDetails, model: type[BaseModel]) -> str | None:
    return next(iter(get_close_matches(str(found["loc"][-1]), model.model_fields, n=1)), None)


def _key(loc: tuple[int | str, ...], raw: object) -> str:
    key = ""
    for part in loc:
        raw = _below(raw, part)
        name = raw.get("id", part) if isinstance(raw, Mapping) and isinstance(part, int) else part
        key += f"[{name}]" if isinstance(part, int) else f".{part}"
    return key.lstrip(".")


def _below(raw: object, part: int | str) -> object:
    if isinstance(raw, Mapping):
        return raw.get(part)
    if isinstance(raw, list) and isinstance(part, int) and part < len(raw):
        return raw[part]
    return None


def _model(loc: tuple[int | str, ...], root: type[BaseModel], parts: Mapping[str, type[BaseModel]]) -> type[BaseModel]:
    for part in reversed(loc[:-1]):
        if isinstance(part, str) and part in parts:
            return parts[part]
    return root


def _reason(found: ErrorDetails, model: type[BaseModel]) -> str:
    if found["type"] == "extra_forbidden":
        close = _close(found, model)
        return "is not a known key" + (f"; did you mean {close}?" if close else "")
    if found["type"] == "missing":
        return "is missing"
    if found["type"] == "too_short":
        return "is empty"
    message = found["msg"].removeprefix("Value error, ").rstrip(".")
    return message if found["type"] == "value_error" else f"is wrong: {message[0].lower()}{message[1:]}"
