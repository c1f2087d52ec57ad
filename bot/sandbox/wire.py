"""JSON as it travels, and the refusals of the Bot API."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
JsonObject: TypeAlias = dict[str, Json]

Upload: TypeAlias = tuple[str, bytes, str]
"""A file that comes with a call: its name, its bytes, its MIME type."""


class ApiError(Exception):
    """What the Bot API answers instead of a result; ``parameters`` as in ResponseParameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def envelope(self) -> JsonObject:
        """The whole answer."""
        answer: JsonObject = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(what: str, **parameters: int) -> ApiError:
    """400: the call itself is wrong."""
    return ApiError(400, f"Bad Request: {what}", **parameters)


def forbidden(what: str) -> ApiError:
    """403: the call is right, but this chat does not want it."""
    return ApiError(403, f"Forbidden: {what}")


def too_many_requests(retry_after: int) -> ApiError:
    """429: come back after so many seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def compact(fields: Mapping[str, Json]) -> JsonObject:
    """Without what is not there: Telegram leaves out empty fields."""
    return {name: value for name, value in fields.items() if value is not None and value != ""}
