"""What a call may carry is checked, however it comes."""

import json

import pytest

from bot.sandbox.arguments import read_arguments
from bot.sandbox.wire import ApiError, Json

from .calls import inline


def why(method: str, **given: Json) -> str:
    with pytest.raises(ApiError) as refusal:
        read_arguments(method, given, {})
    return refusal.value.description


def test_a_form_is_text_and_json_in_text() -> None:
    call = read_arguments(
        "sendMessage",
        {"chat_id": "101", "text": "5", "reply_markup": json.dumps(inline("Tak")), "protect_content": "True"},
        {},
    )
    assert (call.chat(), call.text("text"), call.part("reply_markup")) == (101, "5", inline("Tak"))
    assert call.flag("protect_content")


def test_a_json_body_has_numbers_and_objects() -> None:
    call = read_arguments("sendLocation", {"chat_id": 101, "latitude": 50, "longitude": "19.96"}, {})
    assert (call.real("latitude"), call.real("longitude")) == (50.0, 19.96)


def test_a_text_that_looks_like_json_stays_a_text() -> None:
    assert read_arguments("sendMessage", {"chat_id": 1, "text": '{"a": 1}'}, {}).text("text") == '{"a": 1}'


def test_a_number_where_a_text_belongs_is_read_as_text() -> None:
    assert read_arguments("sendMessage", {"chat_id": 1, "text": 17}, {}).text("text") == "17"


def test_null_is_the_same_as_nothing() -> None:
    assert "parse_mode" not in read_arguments("sendMessage", {"chat_id": 1, "text": "a", "parse_mode": None}, {}).values


def test_a_chat_may_have_a_name() -> None:
    assert read_arguments("getChat", {"chat_id": "@mam"}, {}).chat() == "@mam"


@pytest.mark.parametrize(
    ("method", "given", "reason"),
    [
        ("sendMessage", {"text": "a"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 1}, "message text is empty"),
        ("sendVenue", {"chat_id": 1, "latitude": 1, "longitude": 1, "title": "a"}, '"address" is required'),
        ("sendMessage", {"chat_id": 1, "text": "a", "colour": "red"}, 'no parameter "colour"'),
        ("sendMessage", {"chat_id": True, "text": "a"}, '"chat_id" must be a valid Number'),
        ("sendLocation", {"chat_id": 1, "latitude": "north", "longitude": 1}, '"latitude" must be a valid Number'),
        ("sendLocation", {"chat_id": 1, "latitude": "nan", "longitude": 1}, '"latitude" must be a valid Number'),
        ("sendMessage", {"chat_id": 1, "text": "a", "protect_content": "maybe"}, '"protect_content" must be of type'),
        ("sendMessage", {"chat_id": 1, "text": ["a"]}, '"text" must be of type String'),
        ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": "{"}, "can't parse JSON"),
        ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": "[]"}, "object expected"),
        ("deleteMessages", {"chat_id": 1, "message_ids": "5"}, '"message_ids" must be an Array'),
        ("deleteMessages", {"chat_id": 1, "message_ids": ["a"]}, "must be a valid Number"),
        ("setMyCommands", {"commands": [{"command": "moje"}]}, 'Can\'t find field "description"'),
        ("setMyCommands", {"commands": [], "scope": {"type": "planet"}}, "type 'planet' is not supported"),
    ],
)
def test_a_wrong_call_is_told_what_is_wrong(method: str, given: dict[str, Json], reason: str) -> None:
    assert reason in why(method, **given)


def test_a_wrong_keyboard_is_told_as_the_kind_it_looks_like() -> None:
    markup: Json = {"inline_keyboard": [[{"text": "Tak", "callback": "1"}]]}
    assert 'can\'t parse InlineKeyboardButton: there is no field "callback"' in why(
        "sendMessage", chat_id=1, text="a", reply_markup=markup
    )


def test_an_unknown_method_is_not_found() -> None:
    assert why("sendSmoke") == "Not Found: method not found"


def test_an_upload_under_the_parameters_own_name_is_the_parameter() -> None:
    call = read_arguments("sendPhoto", {"chat_id": 1}, {"photo": ("a.png", b"x", "image/png")})
    assert call.text("photo") == "attach://photo"
