"""Keyboards that Telegram would not take."""

import pytest

from bot.sandbox.keyboards import check_markup
from bot.sandbox.wire import ApiError, JsonObject

from .calls import inline, keys


def why(markup: JsonObject) -> str:
    with pytest.raises(ApiError) as refusal:
        check_markup(markup)
    return refusal.value.description


def one(**button: str) -> JsonObject:
    return {"inline_keyboard": [[button]]}


def test_callback_data_is_one_to_sixty_four_bytes() -> None:
    check_markup(inline("Tak", data="ż" * 32))
    assert why(inline("Tak", data="ż" * 33)) == "Bad Request: BUTTON_DATA_INVALID"
    assert why(inline("Tak", data="")) == "Bad Request: BUTTON_DATA_INVALID"


def test_a_button_has_words_and_does_one_thing() -> None:
    assert '"text" must be non-empty' in why(one(text=" ", callback_data="1"))
    assert "Text buttons are unallowed" in why(one(text="Tak"))
    assert "callback_data" in why(one(text="Tak", url="https://mam.example", callback_data="1"))


@pytest.mark.parametrize("url", ["https://t.me/mam_bot?start=e_forum-1", "http://mam.example", "tg://user?id=1"])
def test_addresses_open(url: str) -> None:
    check_markup(one(text="Mapa", url=url))


@pytest.mark.parametrize("url", ["mam", "http://localhost", "javascript:alert(1)", "https://a b.pl", ""])
def test_other_addresses_do_not(url: str) -> None:
    assert "Wrong HTTP URL" in why(one(text="Mapa", url=url))


def test_there_is_an_end_to_buttons() -> None:
    check_markup(inline(*["Tak"] * 100))
    assert why(inline(*["Tak"] * 101)) == "Bad Request: REPLY_MARKUP_TOO_LONG"


def test_a_reply_keyboard_has_buttons_with_words() -> None:
    check_markup(keys("Kraków"))
    assert "at least one button" in why({"keyboard": []})
    assert "non-empty" in why(keys(""))
    assert "placeholder" in why({**keys("Kraków"), "input_field_placeholder": "a" * 65})


def test_taking_a_keyboard_away_is_a_yes() -> None:
    check_markup({"remove_keyboard": True})
    assert "must be true" in why({"remove_keyboard": False})


def test_no_keyboard_is_fine() -> None:
    check_markup(None)
