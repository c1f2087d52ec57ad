"""What a button does: typed, versioned, at most 64 bytes of callback data.

Callback data can be forged by whoever likes to: an action says what is wanted, never that it is allowed.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import ClassVar, TypeVar, dataclass_transform, get_type_hints

VERSION = "1"
LIMIT = 64
"""Bytes of callback data, https://core.telegram.org/bots/api#inlinekeyboardbutton."""

LARGEST = 2**63 - 1
"""The largest whole number SQLite keeps."""

_registry: dict[str, type["Action"]] = {}
_shapes: dict[type["Action"], dict[str, type]] = {}


class Action:
    """The base of all actions; fields are ``int`` or ``str``."""

    __slots__ = ()
    code: ClassVar[str]

    def pack(self) -> str:
        """The callback data; raises ValueError beyond 64 bytes or when a text holds the separator."""
        values = [str(getattr(self, name)) for name in _kinds(type(self))]
        if any("|" in value for value in values):
            raise ValueError(f"{type(self).__name__} holds a separator: {values}")
        data = "|".join([VERSION, self.code, *values])
        if len(data.encode()) > LIMIT:
            raise ValueError(f"{type(self).__name__} needs {len(data.encode())} bytes, the limit is {LIMIT}")
        return data


A = TypeVar("A", bound=Action)


@dataclass_transform(frozen_default=True)
def action(code: str) -> Callable[[type[A]], type[A]]:
    """Make a class an action known by ``code``, which must be its own."""

    def register(cls: type[A]) -> type[A]:
        if code in _registry:
            raise ValueError(f"two actions are called {code}")
        made = dataclass(frozen=True)(cls)
        made.code = code
        _registry[code] = made
        return made

    return register


def unpack(data: str) -> Action | None:
    """The action in ``data``, or None when no present version of the bot wrote it."""
    version, _, rest = data.partition("|")
    code, *values = rest.split("|")
    cls = _registry.get(code)
    if version != VERSION or cls is None:
        return None
    kinds = _kinds(cls)
    if len(kinds) != len(values):
        return None
    try:
        made = [kind(value) for kind, value in zip(kinds.values(), values, strict=True)]
    except ValueError:
        return None
    is_storable = all(abs(value) <= LARGEST for value in made if isinstance(value, int))
    return cls(*made) if is_storable else None


def known() -> dict[str, type[Action]]:
    """All actions by their code."""
    return dict(_registry)


def _kinds(cls: type[Action]) -> dict[str, type]:
    """The fields by name with their types, read once: every button of every message asks."""
    if cls not in _shapes:
        hints = get_type_hints(cls)
        _shapes[cls] = {field.name: hints[field.name] for field in fields(cls)}  # type: ignore[arg-type]
    return _shapes[cls]
