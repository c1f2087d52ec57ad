"""The pace: replies at once, the rest in order and within the limits. Time is simulated; nothing waits."""

import asyncio
import math
import random
from collections.abc import Coroutine
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import count
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Bot
from telegram.error import BadRequest, RetryAfter
from telegram.ext import ExtBot

from bot.delivery.pace import GROUP, PRIVATE, RETRIES, Answer, Chat, Pace
from bot.domain.notices import Priority

ANN, BEN = 101, 202
VILLAGE = -1001
BLINK = 1e-6
"""Seconds that arithmetic may lose."""


@pytest.fixture(autouse=True)
def _spans(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


class Call(NamedTuple):
    began: float
    ended: float
    chat: Chat
    name: object

    @property
    def number(self) -> int:
        assert isinstance(self.name, int)
        return self.name

    @property
    def counted(self) -> tuple[float, float]:
        """The first and the last moment at which Telegram may have counted it."""
        margin = (self.ended - self.began) / 4
        return self.began + margin, self.ended - margin


@dataclass
class Simulation:
    """A clock that jumps to the next thing due as soon as everybody waits, and a Telegram that notes calls."""

    now: float = 1000.0
    latency: float = 0.0
    refusals: list[int] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    rate: int = 30
    accepts: float = math.inf
    """Messages a second before it refuses."""
    refused: int = 0

    def __post_init__(self) -> None:
        self.pace = Pace(self.rate, time=lambda: self.now, sleep=self.sleep)
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = count()

    async def sleep(self, seconds: float) -> None:
        awake: asyncio.Future[None] = asyncio.Future()
        heappush(self._sleepers, (self.now + seconds, next(self._numbers), awake))
        await awake

    async def run(self, *work: Coroutine[None, None, object]) -> None:
        """Until all work is done."""
        tasks = [asyncio.ensure_future(one) for one in work]
        while not all(task.done() for task in tasks):
            await self.settle()
            if not all(task.done() for task in tasks):
                assert self.jump(), "somebody waits for nothing"
        await asyncio.gather(*tasks)

    async def settle(self) -> None:
        for _ in range(12):
            await asyncio.sleep(0)

    def jump(self) -> bool:
        """On to the next moment somebody sleeps for; False if nobody does."""
        self._sleepers = [sleeper for sleeper in self._sleepers if not sleeper[2].done()]
        heapify(self._sleepers)
        if not self._sleepers:
            return False
        self.now = max(self.now, self._sleepers[0][0])
        while self._sleepers and self._sleepers[0][0] <= self.now:
            _, _, awake = heappop(self._sleepers)
            if not awake.done():
                awake.set_result(None)
        return True

    async def send(
        self, chat: Chat, priority: Priority | None = None, name: object = None, endpoint: str = "sendMessage"
    ) -> Answer:
        return await self.pace.process_request(self._answer, (chat, name), {}, endpoint, {"chat_id": chat}, priority)

    async def _answer(self, chat: Chat, name: object) -> Answer:
        began = self.now
        if self.latency:
            await self.sleep(self.latency)
        if self.refusals:
            raise RetryAfter(self.refusals.pop(0))
        if sum(call.began > began - 1.0 for call in self.calls) >= self.accepts:
            self.refused += 1
            raise RetryAfter(1)
        self.calls.append(Call(began, self.now, chat, name))
        return {"message_id": len(self.calls)}

    def most_within(self, seconds: float, chat: Chat = None) -> int:
        """The highest number of calls that any stretch may have held, however unluckily Telegram counted."""
        calls = [call.counted for call in self.calls if chat in {None, call.chat}]
        return max(
            sum(late > first - seconds + BLINK and early <= first for early, late in calls) for first, _ in calls
        )

    @property
    def names(self) -> list[object]:
        return [call.name for call in self.calls]


@pytest.fixture
def telegram() -> Simulation:
    return Simulation()


class TestAReply:
    async def test_goes_at_once_however_many_go(self, telegram: Simulation) -> None:
        start = telegram.now
        await telegram.run(*(telegram.send(chat) for chat in [ANN] * 50 + [BEN] * 50))
        assert {call.began for call in telegram.calls} == {start}

    async def test_overtakes_everything_that_waits(self, telegram: Simulation) -> None:
        start = telegram.now
        bulk = [telegram.send(chat, Priority.OFFER, "offer") for chat in range(100)]
        await telegram.run(*bulk, telegram.send(ANN, name="reply"))
        assert next(call.began for call in telegram.calls if call.name == "reply") == start

    async def test_takes_its_place_from_the_others(self, telegram: Simulation) -> None:
        start = telegram.now
        replies = [telegram.send(chat, name="reply") for chat in range(12)]
        await telegram.run(*replies, *(telegram.send(chat, Priority.REMINDER) for chat in range(100, 160)))
        at_once = [call for call in telegram.calls if call.began == start]
        assert len(at_once) == 30
        assert telegram.most_within(1.0) == 30

    async def test_takes_the_place_of_the_others_in_its_chat(self, telegram: Simulation) -> None:
        await telegram.run(*(telegram.send(ANN, name="reply") for _ in range(3)))
        await telegram.run(telegram.send(ANN, Priority.OFFER, "offer"))
        assert telegram.calls[-1].began == pytest.approx(1000.0 + PRIVATE[1])

    async def test_gets_the_answer_of_the_call(self, telegram: Simulation) -> None:
        assert await telegram.send(ANN) == {"message_id": 1}


class TestTheRest:
    async def test_keeps_to_the_rate_and_uses_it(self, telegram: Simulation) -> None:
        start = telegram.now
        await telegram.run(*(telegram.send(chat, Priority.BROADCAST) for chat in range(300)))
        assert telegram.most_within(1.0) == 30
        assert telegram.now - start == pytest.approx(9.0)

    async def test_keeps_to_another_rate(self) -> None:
        telegram = Simulation(rate=5)
        await telegram.run(*(telegram.send(chat, Priority.BROADCAST) for chat in range(21)))
        assert telegram.most_within(1.0) == 5
        assert telegram.now == pytest.approx(1004.0)

    async def test_keeps_to_the_rate_wherever_around_half_way_it_is_counted(self) -> None:
        telegram = Simulation(latency=0.4)
        await telegram.run(*(telegram.send(chat, Priority.BROADCAST) for chat in range(120)))
        assert telegram.most_within(1.0) == 30

    async def test_sends_a_person_three_at_once_and_then_one_a_second(self, telegram: Simulation) -> None:
        await telegram.run(*(telegram.send(ANN, Priority.REMINDER) for _ in range(9)))
        assert telegram.most_within(*PRIVATE[1:], chat=ANN) == PRIVATE[0]
        assert telegram.now == pytest.approx(1006.0)

    @pytest.mark.parametrize("group", [VILLAGE, str(VILLAGE), "@village"])
    async def test_sends_a_group_twenty_a_minute(self, telegram: Simulation, group: Chat) -> None:
        await telegram.run(*(telegram.send(group, Priority.REMINDER) for _ in range(41)))
        assert telegram.most_within(*GROUP[1:]) == GROUP[0]
        assert telegram.now == pytest.approx(1120.0)

    async def test_does_not_wait_for_a_chat_that_is_busy(self, telegram: Simulation) -> None:
        slow = [telegram.send(VILLAGE, Priority.OFFER, "group") for _ in range(25)]
        await telegram.run(*slow[:24], telegram.send(ANN, Priority.BROADCAST, "ann"), slow[24])
        assert next(call.began for call in telegram.calls if call.name == "ann") == 1000.0

    async def test_goes_by_priority_and_then_in_order(self, telegram: Simulation) -> None:
        await telegram.run(*(telegram.send(chat) for chat in range(30)))
        order = [Priority.BROADCAST, Priority.REMINDER, Priority.OFFER, Priority.CHANGE] * 20
        chats = count(1000)
        await telegram.run(*(telegram.send(next(chats), kind, (kind, n)) for n, kind in enumerate(order)))
        assert telegram.names[30:] == sorted((kind, n) for n, kind in enumerate(order))

    async def test_waits_in_no_chat_when_the_message_names_none(self, telegram: Simulation) -> None:
        await telegram.run(*(telegram.send(None, Priority.REMINDER) for _ in range(30)))
        assert telegram.now == 1000.0

    async def test_forgets_chats_it_no_longer_needs(self) -> None:
        telegram = Simulation(rate=10_000)
        for block in range(4):
            chats = range(block * 900, block * 900 + 900)
            await telegram.run(*(telegram.send(chat, Priority.BROADCAST) for chat in chats))
            telegram.now += 10
        assert len(telegram.pace._chats) < 2000


class TestWhatCounts:
    @pytest.mark.parametrize(
        "endpoint", ["sendPhoto", "copyMessage", "forwardMessage", "editMessageText", "deleteMessage"]
    )
    async def test_whatever_changes_a_chat(self, telegram: Simulation, endpoint: str) -> None:
        await telegram.run(*(telegram.send(c, Priority.BROADCAST, endpoint=endpoint) for c in range(31)))
        assert telegram.now == pytest.approx(1001.0)

    @pytest.mark.parametrize("endpoint", ["answerCallbackQuery", "getMe", "sendChatAction"])
    async def test_not_the_rest(self, telegram: Simulation, endpoint: str) -> None:
        await telegram.run(*(telegram.send(ANN, Priority.BROADCAST, endpoint=endpoint) for _ in range(100)))
        assert telegram.now == 1000.0


class TestA429:
    async def test_stops_everything_and_is_repeated(self, telegram: Simulation) -> None:
        telegram.refusals = [7]
        await telegram.run(telegram.send(ANN, name="refused"))
        assert telegram.calls == [Call(1007.0, 1007.0, ANN, "refused")]

    @pytest.mark.parametrize("endpoint", ["sendMessage", "answerCallbackQuery"])
    @pytest.mark.parametrize("priority", [None, Priority.OFFER, Priority.BROADCAST])
    async def test_holds_whoever_comes_later(
        self, telegram: Simulation, priority: Priority | None, endpoint: str
    ) -> None:
        telegram.refusals = [7]

        async def later() -> None:
            await telegram.sleep(3)
            await telegram.send(BEN, priority, "later", endpoint)

        await telegram.run(telegram.send(ANN), later())
        assert [call.began for call in telegram.calls] == [1007.0, 1007.0]

    async def test_holds_whoever_was_just_let_go(self, telegram: Simulation) -> None:
        telegram.refusals = [7]
        await telegram.run(*(telegram.send(chat, Priority.REMINDER, chat) for chat in range(3)))
        assert sorted(telegram.names, key=str) == [0, 1, 2]
        assert {call.began for call in telegram.calls} == {1007.0}

    async def test_told_twice_means_the_later_moment(self, telegram: Simulation) -> None:
        telegram.latency = 0.5
        telegram.refusals = [9, 2]
        await telegram.run(telegram.send(ANN), telegram.send(BEN))
        assert {call.began for call in telegram.calls} == {1009.5}

    async def test_told_again_means_waiting_again(self, telegram: Simulation) -> None:
        telegram.refusals = [5] * RETRIES
        await telegram.run(telegram.send(ANN, Priority.REMINDER))
        assert telegram.now == pytest.approx(1000.0 + 5 * RETRIES)

    async def test_told_too_often_comes_through(self, telegram: Simulation) -> None:
        telegram.refusals = [1] * 20
        with pytest.raises(RetryAfter):
            await telegram.run(telegram.send(ANN, Priority.REMINDER))
        assert len(telegram.refusals) == 20 - 1 - RETRIES

    async def test_in_whole_seconds_is_understood_too(
        self, telegram: Simulation, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("PTB_TIMEDELTA")
        telegram.refusals = [4]
        with pytest.warns(DeprecationWarning, match="retry_after"):
            await telegram.run(telegram.send(ANN))
        assert telegram.now == 1004.0

    async def test_lets_a_crowd_of_replies_through_at_the_rate(self, telegram: Simulation) -> None:
        telegram.accepts = 30
        telegram.latency = 0.05
        crowd = [telegram.send(chat, name=chat) for chat in range(500)]
        await telegram.run(*crowd)
        assert sorted(telegram.names, key=str) == sorted(range(500), key=str)
        assert telegram.refused == 500 - 30
        assert telegram.now - 1000.0 < 500 / 30 + 2

    async def test_lets_replies_go_at_once_again_when_the_crowd_is_gone(self, telegram: Simulation) -> None:
        telegram.refusals = [7]
        await telegram.run(telegram.send(ANN))
        start = telegram.now
        await telegram.run(*(telegram.send(chat) for chat in range(100)))
        assert telegram.now == start

    async def test_leaves_the_order_as_it_was(self, telegram: Simulation) -> None:
        await telegram.run(*(telegram.send(chat) for chat in range(30)))
        telegram.refusals = [5]
        waiting = [telegram.send(50 + n, kind, kind) for n, kind in enumerate(reversed(Priority))]
        await telegram.run(telegram.send(ANN, name="reply"), *waiting)
        assert telegram.names[30:] == ["reply", *Priority]


class TestAnError:
    async def test_comes_through_and_keeps_its_place(self, telegram: Simulation) -> None:
        async def refuse() -> Answer:
            raise BadRequest("chat not found")

        async def call(chat: int) -> None:
            with pytest.raises(BadRequest):
                await telegram.pace.process_request(
                    refuse, (), {}, "sendMessage", {"chat_id": chat}, Priority.BROADCAST
                )

        await telegram.run(*(call(chat) for chat in range(31)))
        assert telegram.now == pytest.approx(1001.0)


class TestACancelledTask:
    async def test_frees_nothing_it_did_not_have_and_blocks_nobody(self, telegram: Simulation) -> None:
        await telegram.run(*(telegram.send(chat) for chat in range(30)))
        tasks = [asyncio.create_task(telegram.send(chat, Priority.OFFER)) for chat in range(100, 150)]
        await telegram.settle()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await telegram.run(*(telegram.send(chat, Priority.BROADCAST, "kept") for chat in range(200, 230)))
        assert [call.began for call in telegram.calls if call.name == "kept"] == [pytest.approx(1001.0)] * 30

    async def test_gives_back_the_place_it_was_just_granted(self, telegram: Simulation) -> None:
        tasks = [asyncio.create_task(telegram.send(chat, Priority.OFFER)) for chat in range(31)]
        await telegram.settle()
        telegram.now += 1.0
        telegram.pace._release()
        tasks[30].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert len(telegram.calls) == 30
        await telegram.run(*(telegram.send(chat, Priority.OFFER) for chat in range(100, 130)))
        assert telegram.now == pytest.approx(1001.0)

    @pytest.mark.parametrize("seed", range(20))
    async def test_at_any_point_leaves_the_pace_whole(self, seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311
        telegram = Simulation(latency=0.05)
        telegram.refusals = [2] * chance.randrange(3)
        kinds = [None, *Priority]
        tasks = [asyncio.create_task(telegram.send(chance.randrange(-2, 40), chance.choice(kinds))) for _ in range(100)]
        for task in chance.sample(tasks, 60):
            await asyncio.sleep(0)
            if chance.random() < 0.3:
                await telegram.settle()
                telegram.jump()
            task.cancel()
        await telegram.run(asyncio.wait(tasks))
        assert telegram.pace._overall.under_way == 0
        assert all(window.under_way == 0 for window in telegram.pace._chats.values())


class TestClosing:
    async def test_lets_nobody_wait(self, telegram: Simulation) -> None:
        await telegram.pace.initialize()
        tasks = [asyncio.create_task(telegram.send(ANN, Priority.BROADCAST)) for _ in range(5)]
        await telegram.settle()
        await telegram.pace.shutdown()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert [task.cancelled() for task in tasks] == [False, False, False, True, True]


KINDS = st.sampled_from([None, *Priority])


class Planned(NamedTuple):
    after: float
    chat: int
    kind: Priority | None


PLANS = st.lists(st.builds(Planned, st.floats(0, 3), st.integers(-1, 4), KINDS), min_size=1, max_size=60)


class TestAnyTraffic:
    @given(plan=PLANS, latency=st.floats(0, 0.5), refusals=st.lists(st.integers(1, 4), max_size=3))
    @settings(max_examples=60)
    async def test_is_sent_once_and_bulk_never_exceeds_the_rate(
        self, plan: list[Planned], latency: float, refusals: list[int]
    ) -> None:
        telegram = Simulation(latency=latency, refusals=list(refusals), rate=4)

        async def one(number: int, planned: Planned) -> None:
            await telegram.sleep(planned.after)
            await telegram.send(planned.chat, planned.kind, number)

        await telegram.run(*(one(number, planned) for number, planned in enumerate(plan)))
        assert sorted(telegram.names, key=str) == sorted(range(len(plan)), key=str)
        bulk = [call for call in telegram.calls if plan[call.number].kind]
        for call in bulk:
            first, _ = call.counted
            before = sum(other.counted[1] > first - 1 + BLINK and other.began < call.began for other in telegram.calls)
            together = sum(other.began == call.began for other in bulk)
            assert before + together <= 4


class TestTheRealBot:
    async def test_takes_the_priority_from_the_call(self) -> None:
        """PTB drops a false ``rate_limit_args``: no priority may be 0."""
        assert all(Priority)
        pace = Pace()
        bot: ExtBot[Priority] = ExtBot("1:token", rate_limiter=pace)
        assert isinstance(bot, Bot)
        assert bot.rate_limiter is pace
