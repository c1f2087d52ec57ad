"""Refusals as Telegram writes them."""

from bot.sandbox.wire import bad_request, compact, forbidden, too_many_requests


def test_a_refusal_is_an_envelope() -> None:
    assert bad_request("chat not found").envelope() == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: chat not found",
    }
    assert forbidden("bot was blocked by the user").code == 403
    assert too_many_requests(7).envelope()["parameters"] == {"retry_after": 7}


def test_what_is_empty_is_left_out_and_zero_and_false_are_not() -> None:
    assert compact({"a": None, "b": "", "c": 0, "d": False}) == {"c": 0, "d": False}
