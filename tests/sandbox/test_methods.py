"""The table of methods is part of Telegram's own."""

from collections.abc import Mapping, Sequence

import pytest

from bot.sandbox.api import HANDLERS
from bot.sandbox.arguments import parts
from bot.sandbox.methods import BY_TYPE, METHODS, OBJECTS, Parameter, Table, parameters
from bot.sandbox.wire import Json, JsonObject

from .calls import as_object, spec

Fields = dict[str, tuple[set[str], bool]]


@pytest.fixture(scope="module")
def official() -> JsonObject:
    found = spec()
    if found is None:
        pytest.skip("Telegram's description of its Bot API does not lie beside the checkout")
    return found


def fields_of(official: JsonObject, where: str, name: str) -> Fields:
    described = as_object(as_object(official[where])[name])
    return {str(one["name"]): (words(one["types"]), one["required"] is True) for one in parts(described.get("fields"))}


def words(value: Json) -> set[str]:
    assert isinstance(value, Sequence)
    return {str(word) for word in value}


def official_name(kind: str) -> str:
    return f"Array of {official_name(kind[1:-1])}" if kind.startswith("[") else kind


def differences(table: Table, official: JsonObject, where: str) -> list[str]:
    found = []
    for name, accepted in table.items():
        theirs = fields_of(official, where, name)
        found += [f"{name}.{one.name}" for one in accepted.values() if not is_theirs(one, theirs)]
        required = {field for field, (_, is_required) in theirs.items() if is_required}
        found += [f"{name} needs {field}" for field in required - set(accepted)]
    return found


def is_theirs(ours: Parameter, theirs: Fields) -> bool:
    kinds, required = theirs.get(ours.name, (set(), False))
    wanted = {official_name(kind) for kind in ours.kinds}
    return wanted <= kinds | {"InputTextMessageContent"} and ours.required == required


def test_every_parameter_we_take_is_telegrams_with_its_type(official: JsonObject) -> None:
    assert differences(METHODS, official, "methods") == []


def test_every_field_we_take_is_telegrams_with_its_type(official: JsonObject) -> None:
    assert differences(OBJECTS, official, "types") == []


def test_kinds_told_by_their_type_are_telegrams(official: JsonObject) -> None:
    types = as_object(official["types"])
    for family, members in BY_TYPE.items():
        described = types[family]
        assert isinstance(described, Mapping)
        assert set(members.values()) <= words(described["subtypes"])


def test_every_method_of_the_table_has_somebody_who_does_it() -> None:
    assert set(METHODS) == {*HANDLERS, "getUpdates"}


def test_every_kind_named_in_the_tables_is_known() -> None:
    plain = {"Integer", "Float", "Boolean", "String", "InputFile", *OBJECTS, *BY_TYPE}
    named = {
        kind.strip("[]")
        for table in (METHODS, OBJECTS)
        for one in table.values()
        for p in one.values()
        for kind in p.kinds
    }
    assert named <= plain


def test_the_notation_says_name_kinds_and_need() -> None:
    assert parameters("chat_id!:Integer|String text:String") == {
        "chat_id": Parameter("chat_id", ("Integer", "String"), required=True),
        "text": Parameter("text", ("String",), required=False),
    }
