"""Telegram's pace."""

from datetime import timedelta

import pytest

from bot.sandbox.limits import Limits
from bot.sandbox.wire import ApiError

from .calls import Clock


def refused_after(limits: Limits, chats: list[int]) -> int:
    """How many of the messages get through at once."""
    for number, chat in enumerate(chats):
        try:
            limits.spend(chat)
        except ApiError:
            return number
    return len(chats)


def test_thirty_messages_a_second_over_all_chats(clock: Clock) -> None:
    limits = Limits(clock.monotonic)
    assert refused_after(limits, list(range(1, 100))) == 30
    clock.forward(timedelta(seconds=1))
    assert refused_after(limits, list(range(1, 100))) == 30


def test_a_burst_in_one_chat_and_then_one_a_second(clock: Clock) -> None:
    limits = Limits(clock.monotonic)
    assert refused_after(limits, [101] * 50) == 20
    clock.forward(timedelta(seconds=3))
    assert refused_after(limits, [101] * 50) == 3


def test_twenty_a_minute_in_a_group(clock: Clock) -> None:
    limits = Limits(clock.monotonic)
    assert refused_after(limits, [-1001] * 50) == 20
    clock.forward(timedelta(seconds=60))
    assert refused_after(limits, [-1001] * 50) == 20


def test_too_many_are_told_how_long_to_wait(clock: Clock) -> None:
    limits = Limits(clock.monotonic)
    refused_after(limits, [-1001] * 50)
    with pytest.raises(ApiError) as refusal:
        limits.spend(-1001)
    assert refusal.value.description == "Too Many Requests: retry after 3"
    assert refusal.value.parameters == {"retry_after": 3}


def test_an_album_costs_as_much_as_its_pictures(clock: Clock) -> None:
    limits = Limits(clock.monotonic)
    limits.spend(101, 10)
    limits.spend(101, 10)
    assert refused_after(limits, [101]) == 0


def test_limits_can_be_switched_off(clock: Clock) -> None:
    assert refused_after(Limits(clock.monotonic, is_on=False), [101] * 100) == 100
