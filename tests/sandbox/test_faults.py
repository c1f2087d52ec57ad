"""Trouble comes when it was ordered, and only then."""

import pytest

from bot.sandbox.faults import Faults, TransportError, Trouble
from bot.sandbox.wire import ApiError


@pytest.mark.parametrize(
    ("trouble", "code"),
    [(Trouble.TOO_MANY_REQUESTS, 429), (Trouble.FORBIDDEN, 403), (Trouble.SERVER_ERROR, 500)],
)
def test_trouble_with_an_answer_has_its_code(trouble: Trouble, code: int) -> None:
    faults = Faults()
    faults.order("sendMessage", trouble, retry_after=7)
    with pytest.raises(ApiError) as refusal:
        faults.take("sendMessage", 101)
    assert refusal.value.code == code
    assert refusal.value.parameters == ({"retry_after": 7} if code == 429 else {})


@pytest.mark.parametrize("trouble", [Trouble.RESET, Trouble.LOST_REQUEST])
def test_trouble_on_the_way_has_no_answer(trouble: Trouble) -> None:
    faults = Faults()
    faults.order("sendMessage", trouble)
    with pytest.raises(TransportError) as failure:
        faults.take("sendMessage", 101)
    assert failure.value.trouble is trouble


def test_an_order_lasts_for_as_many_calls_as_it_says() -> None:
    faults = Faults()
    faults.order("sendMessage", Trouble.LOST_ANSWER, times=2)
    taken = [faults.take("sendMessage", 101) for _ in range(3)]
    assert taken == [Trouble.LOST_ANSWER, Trouble.LOST_ANSWER, None]


def test_an_order_may_be_for_one_method_one_chat_or_any() -> None:
    faults = Faults()
    faults.order("*", Trouble.LOST_ANSWER, chat_id=101)
    assert faults.take("sendMessage", 102) is None
    assert faults.take("getUpdates", None) is None
    assert faults.take("sendPhoto", 101) is Trouble.LOST_ANSWER
    faults.order("sendPhoto", Trouble.LOST_ANSWER)
    assert faults.take("sendMessage", 101) is None


def test_orders_can_be_called_off() -> None:
    faults = Faults()
    faults.order("*", Trouble.LOST_ANSWER)
    faults.clear()
    assert faults.take("sendMessage", 101) is None
