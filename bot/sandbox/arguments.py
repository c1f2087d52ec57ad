"""The arguments of one call: checked against the table, read by kind."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.sandbox.methods import BY_TYPE, METHODS, OBJECTS, Parameter
from bot.sandbox.wire import ApiError, Json, JsonObject, Upload, bad_request

_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "message_id": "message identifier is not specified",
    "file_id": "file_id not specified",
}
_TRUE, _FALSE = {"true", "yes", "1"}, {"false", "no", "0", ""}


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a call says, after checking; ``files`` are the uploads by part name."""

    values: JsonObject
    files: Mapping[str, Upload]

    def text(self, name: str) -> str:
        """A text, empty when it was not given."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int | None:
        """A whole number."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def real(self, name: str) -> float:
        """A number with a fraction; only for required parameters."""
        value = self.values.get(name)
        return float(value) if isinstance(value, int | float) else 0.0

    def flag(self, name: str) -> bool:
        """Yes or no; no when it was not given."""
        return self.values.get(name) is True

    def part(self, name: str) -> JsonObject | None:
        """An object."""
        value = self.values.get(name)
        return dict(value) if isinstance(value, Mapping) else None

    def parts(self, name: str) -> list[JsonObject] | None:
        """A list of objects."""
        value = self.values.get(name)
        return parts(value) if isinstance(value, Sequence) and not isinstance(value, str) else None

    def words(self, name: str) -> list[str] | None:
        """A list of texts."""
        value = self.values.get(name)
        if isinstance(value, str) or not isinstance(value, Sequence):
            return None
        return [word for word in value if isinstance(word, str)]

    def numbers(self, name: str) -> list[int]:
        """A list of whole numbers."""
        value = self.values.get(name)
        if isinstance(value, str) or not isinstance(value, Sequence):
            return []
        return [number for number in value if isinstance(number, int)]

    def chat(self, name: str = "chat_id") -> int | str:
        """Who is meant: an id, or ``@username``."""
        value = self.values.get(name)
        return value if isinstance(value, int | str) else ""


def parts(value: Json) -> list[JsonObject]:
    """The objects in a list."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return []
    return [dict(item) for item in value if isinstance(item, Mapping)]


def read_arguments(method: str, given: Mapping[str, Json], files: Mapping[str, Upload]) -> Arguments:
    """Check a call against the table; raises ApiError for whatever Telegram (or this table) does not know."""
    table = METHODS.get(method)
    if table is None:
        raise ApiError(404, "Not Found: method not found")
    present = {name: value for name, value in given.items() if value is not None}
    for name in present:
        if name not in table:
            raise bad_request(f'method {method} has no parameter "{name}"')
    values: JsonObject = {}
    for name, parameter in table.items():
        if name in present:
            values[name] = _argument(parameter, present[name])
        elif name in files and "InputFile" in parameter.kinds:
            values[name] = f"attach://{name}"
        elif parameter.required:
            raise bad_request(_MISSING.get(name, f'parameter "{name}" is required'))
    return Arguments(values, files)


def _argument(parameter: Parameter, value: Json) -> Json:
    """Over HTTP everything is text: objects and lists come as JSON inside it."""
    if isinstance(value, str) and not {"String", "InputFile"} & set(parameter.kinds):
        value = _loaded(parameter, value)
    if isinstance(value, bool | int | float) and "String" in parameter.kinds and len(parameter.kinds) == 1:
        return json.dumps(value)
    return _any_of(parameter.kinds, value, parameter.name)


def _loaded(parameter: Parameter, text: str) -> Json:
    if parameter.kinds in (("Integer",), ("Float",), ("Boolean",)):
        return text
    try:
        loaded: Json = json.loads(text)
    except ValueError:
        raise bad_request(f'can\'t parse JSON in parameter "{parameter.name}"') from None
    return loaded


def _any_of(kinds: tuple[str, ...], value: Json, name: str) -> Json:
    if len(kinds) == 1:
        return _checked(kinds[0], value, name)
    if all(kind.startswith("[") for kind in kinds):
        return _mixed(kinds, value, name)
    refusals: list[ApiError] = []
    for kind in sorted(kinds, key=lambda kind: not _looks_like(kind, value)):
        try:
            return _checked(kind, value, name)
        except ApiError as refusal:
            refusals.append(refusal)
    raise refusals[0]


def _looks_like(kind: str, value: Json) -> bool:
    """Whether an object has what this kind cannot do without, so that the complaint is about that kind."""
    if not isinstance(value, Mapping) or kind not in OBJECTS:
        return False
    return all(name in value for name, parameter in OBJECTS[kind].items() if parameter.required)


def _checked(kind: str, value: Json, name: str) -> Json:
    if kind.startswith("["):
        return _list(kind[1:-1], value, name)
    if kind in BY_TYPE:
        return _object(_kind_by_type(kind, value), value)
    if kind in OBJECTS:
        return _object(kind, value)
    return _PLAIN[kind](value, name)


def _list(kind: str, value: Json, name: str) -> Json:
    return [_checked(kind, item, name) for item in _items(value, name)]


def _mixed(kinds: tuple[str, ...], value: Json, name: str) -> Json:
    """An album: each of its items says what it is."""
    items = _items(value, name)
    for item in items:
        if f"[{_kind_by_type('InputMedia', item)}]" not in kinds:
            raise bad_request(f'"{name}" cannot hold this kind of media')
    return [_checked("InputMedia", item, name) for item in items]


def _items(value: Json, name: str) -> Sequence[Json]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise bad_request(f'"{name}" must be an Array')
    return value


def _kind_by_type(kind: str, value: Json) -> str:
    named = value.get("type") if isinstance(value, Mapping) else None
    found = BY_TYPE[kind].get(named) if isinstance(named, str) else None
    if found is None:
        raise bad_request(f"can't parse {kind}: type {named!r} is not supported")
    return found


def _object(kind: str, value: Json) -> JsonObject:
    if not isinstance(value, Mapping):
        raise bad_request(f"can't parse {kind}: object expected")
    table = OBJECTS[kind]
    for name in value:
        if name not in table:
            raise bad_request(f'can\'t parse {kind}: there is no field "{name}"')
    checked: JsonObject = {}
    for name, parameter in table.items():
        if value.get(name) is not None:
            checked[name] = _any_of(parameter.kinds, value[name], name)
        elif parameter.required:
            raise bad_request(f"can't parse {kind}: Can't find field \"{name}\"")
    return checked


def _integer(value: Json, name: str) -> Json:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.removeprefix("-").isascii() and value.removeprefix("-").isdigit():
        return int(value)
    raise bad_request(f'Field "{name}" must be a valid Number')


def _float(value: Json, name: str) -> Json:
    try:
        number = float(value) if isinstance(value, int | float | str) else math.nan
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or isinstance(value, bool):
        raise bad_request(f'Field "{name}" must be a valid Number')
    return number


def _boolean(value: Json, name: str) -> Json:
    if isinstance(value, bool):
        return value
    word = str(value).lower() if isinstance(value, str | int) else "?"
    if word not in _TRUE | _FALSE:
        raise bad_request(f'Field "{name}" must be of type Boolean')
    return word in _TRUE


def _string(value: Json, name: str) -> Json:
    if not isinstance(value, str):
        raise bad_request(f'Field "{name}" must be of type String')
    return value


_PLAIN = {
    "Integer": _integer,
    "Float": _float,
    "Boolean": _boolean,
    "String": _string,
    "InputFile": _string,
}
