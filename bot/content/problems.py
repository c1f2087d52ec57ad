"""What is wrong with a content file, one sentence each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails


@dataclass(frozen=True, slots=True)
class Problem:
    """``file`` is relative to the content folder; ``key`` is like ``facts[2].text``, empty for the whole file."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key} {self.reason}." if self.key else f"{self.file}: {self.reason}."


class ContentError(Exception):
    """The content cannot be used; ``problems`` says why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def problems_of(
    error: ValidationError, file: str, root: type[BaseModel], parts: Mapping[str, type[BaseModel]]
) -> list[Problem]:
    """``error`` as sentences; ``parts`` maps a key of ``root`` to the model below it."""
    return [
        Problem(file, _key(found["loc"]), _reason(found, _model(found["loc"], root, parts)))
        for found in error.errors(include_url=False)
    ]


def _key(loc: tuple[int | str, ...]) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return "".join(parts).lstrip(".")


def _model(loc: tuple[int | str, ...], root: type[BaseModel], parts: Mapping[str, type[BaseModel]]) -> type[BaseModel]:
    for part in reversed(loc[:-1]):
        if isinstance(part, str) and part in parts:
            return parts[part]
    return root


def _reason(found: ErrorDetails, model: type[BaseModel]) -> str:
    if found["type"] == "extra_forbidden":
        close = get_close_matches(str(found["loc"][-1]), model.model_fields, n=1)
        return "is not a known key" + (f"; did you mean {close[0]}?" if close else "")
    if found["type"] == "missing":
        return "is missing"
    message = found["msg"].removeprefix("Value error, ").rstrip(".")
    return message if found["type"] == "value_error" else f"is wrong: {message[0].lower()}{message[1:]}"
