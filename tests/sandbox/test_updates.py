"""The queue gives updates as Telegram does."""

import asyncio

import pytest

from bot.sandbox.updates import Updates
from bot.sandbox.wire import ApiError, JsonObject


def numbers(updates: list[JsonObject]) -> list[object]:
    return [update["update_id"] for update in updates]


def queue_of(count: int) -> Updates:
    queue = Updates(first_id=1)
    for number in range(count):
        queue.put("message", {"text": str(number)})
    return queue


async def test_updates_stay_until_a_higher_offset_confirms_them() -> None:
    queue = queue_of(3)
    assert numbers(await queue.get(0, 100, 0)) == [1, 2, 3]
    assert numbers(await queue.get(0, 100, 0)) == [1, 2, 3]
    assert numbers(await queue.get(3, 100, 0)) == [3]
    assert queue.pending() == 1
    assert await queue.get(4, 100, 0) == []


async def test_a_limit_keeps_the_rest_for_later() -> None:
    queue = queue_of(3)
    assert numbers(await queue.get(0, 2, 0)) == [1, 2]
    assert numbers(await queue.get(3, 2, 0)) == [3]


async def test_a_negative_offset_takes_the_newest() -> None:
    assert numbers(await queue_of(3).get(-1, 100, 0)) == [3]


async def test_polling_waits_for_news() -> None:
    queue = Updates(first_id=1)
    poll = asyncio.create_task(queue.get(0, 100, 5))
    await asyncio.sleep(0)
    queue.put("message", {})
    assert numbers(await poll) == [1]


async def test_a_second_poll_ends_the_first() -> None:
    queue = Updates(first_id=1)
    first = asyncio.create_task(queue.get(0, 100, 5))
    await asyncio.sleep(0)
    second = asyncio.create_task(queue.get(0, 100, 5))
    with pytest.raises(ApiError, match="terminated by other getUpdates"):
        await first
    queue.put("message", {})
    assert numbers(await second) == [1]


async def test_a_poll_can_be_given_up_and_loses_nothing() -> None:
    queue = Updates(first_id=1)
    poll = asyncio.create_task(queue.get(0, 100, 5))
    await asyncio.sleep(0)
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    queue.put("message", {})
    assert numbers(await queue.get(0, 100, 0)) == [1]


async def test_the_same_update_may_come_twice_even_after_it_was_confirmed() -> None:
    queue = queue_of(1)
    queue.repeat()
    assert numbers(await queue.get(0, 100, 0)) == [1, 1]
    assert await queue.get(2, 100, 0) == []
    queue.repeat()
    assert numbers(await queue.get(2, 100, 0)) == [1]


async def test_nothing_is_repeated_where_nothing_was() -> None:
    queue = Updates()
    queue.repeat()
    assert queue.pending() == 0


async def test_only_what_was_asked_for_is_queued() -> None:
    queue = Updates(first_id=1)
    queue.allowed = ("message",)
    assert queue.put("callback_query", {}) is None
    assert queue.put("message", {}) is not None
    queue.allowed = ()
    assert queue.put("callback_query", {}) is not None
    assert queue.put("chat_member", {}) is None


async def test_a_driver_without_polling_takes_all_at_once() -> None:
    queue = queue_of(2)
    assert numbers(queue.take()) == [1, 2]
    assert queue.take() == []
    queue.put("message", {})
    queue.drop()
    assert queue.pending() == 0
