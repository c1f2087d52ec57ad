"""Calls in Telegram's envelopes."""

import asyncio
from datetime import timedelta

import pytest

from bot.sandbox import api
from bot.sandbox.faults import TransportError, Trouble
from bot.sandbox.people import Person
from bot.sandbox.wire import JsonObject
from bot.sandbox.world import World

from .calls import Clock, done, refused


async def test_a_refusal_has_code_description_and_parameters(world: World, ann: Person) -> None:
    world.faults.order("sendMessage", Trouble.TOO_MANY_REQUESTS, retry_after=5)
    assert await api.call(world, "sendMessage", {"chat_id": ann.id, "text": "a"}) == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 5",
        "parameters": {"retry_after": 5},
    }


async def test_a_method_is_found_in_any_case(world: World) -> None:
    assert await done(world, "GETME") == await done(world, "getMe")
    answer = await api.call(world, "sendSmoke", {})
    assert answer["error_code"] == 404


async def test_sending_too_fast_is_refused_and_nothing_arrives(world: World, clock: Clock, ann: Person) -> None:
    for number in range(20):
        await done(world, "sendMessage", chat_id=ann.id, text=str(number))
    assert await refused(world, "sendMessage", chat_id=ann.id, text="20") == "Too Many Requests: retry after 1"
    assert len(world.chat_with(ann).from_bot()) == 20
    clock.forward(timedelta(seconds=1))
    await done(world, "sendMessage", chat_id=ann.id, text="20")


async def test_typing_and_answers_cost_nothing(world: World, ann: Person) -> None:
    for _ in range(50):
        await done(world, "sendChatAction", chat_id=ann.id, action="typing")


async def test_a_lost_request_was_not_done_and_a_lost_answer_was(world: World, ann: Person) -> None:
    call: JsonObject = {"chat_id": ann.id, "text": "Przypomnienie"}
    for trouble, arrived in ((Trouble.LOST_REQUEST, 0), (Trouble.RESET, 0), (Trouble.LOST_ANSWER, 1)):
        world.faults.order("sendMessage", trouble)
        with pytest.raises(TransportError):
            await api.call(world, "sendMessage", call)
        assert len(world.chat_with(ann).from_bot()) == arrived


async def test_a_call_that_is_wrong_uses_up_no_trouble(world: World, ann: Person) -> None:
    world.faults.order("sendMessage", Trouble.FORBIDDEN)
    await refused(world, "sendMessage", chat_id=ann.id)
    assert "blocked" in await refused(world, "sendMessage", chat_id=ann.id, text="a")


async def test_updates_are_polled_with_limit_and_kinds(world: World, ann: Person) -> None:
    poll = asyncio.create_task(done(world, "getUpdates", timeout=5, allowed_updates=["message"]))
    await asyncio.sleep(0)
    world.blocks(ann)
    world.says(ann, "Jestem")
    updates = await poll
    assert isinstance(updates, list)
    assert [set(update) - {"update_id"} for update in updates] == [{"message"}]
    assert "between 1 and 100" in await refused(world, "getUpdates", limit=101)


async def test_calls_are_remembered_for_whoever_looks_into_it(world: World, ann: Person) -> None:
    await done(world, "sendMessage", chat_id=ann.id, text="a")
    await done(world, "getUpdates")
    assert list(world.calls) == [("sendMessage", {"chat_id": ann.id, "text": "a"})]
