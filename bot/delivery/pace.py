"""The pace of everything the bot sends: replies at once, the rest by priority within Telegram's limits.

The limits: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

import asyncio
import logging
import math
from bisect import insort
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from heapq import heappop, heappush
from itertools import count
from time import monotonic

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.domain.notices import Priority

Answer = bool | dict[str, object] | list[dict[str, object]]
Chat = int | str | None

RATE = 30
"""Messages a second to all chats together."""
PRIVATE = (3, 3.0)
"""One message a second to one person, three of them at once if need be."""
GROUP = (20, 60.0)
RETRIES = 3
"""How often a call that met a 429 is repeated."""

_COUNTED = ("send", "copy", "forward", "edit", "deleteMessage")
_FREE = {"sendChatAction"}
_MANY = 1000
_SHORTEST = 0.001
_REPLY = 0
"""More urgent than every priority."""

_log = logging.getLogger(__name__)


class Pace(BaseRateLimiter[Priority]):
    """Lets messages go in an order and a number that Telegram accepts.

    ``rate_limit_args`` is the priority of a message nobody is waiting for; without it a call is a reply, which
    goes at once and takes its place from the others. A place is held until a second after half the time the answer
    took: wherever in the middle half between call and answer Telegram counts a message, no second holds more than
    ``rate`` while answers take equally long.
    A 429 stops every call until the latest moment any of them was told. Replies that met one queue before all
    others and keep to the rate as well: five hundred people at once would meet the next 429 together again.
    """

    def __init__(
        self,
        rate: int = RATE,
        *,
        time: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._time = time
        self._sleep = sleep
        self._overall = _Window(rate, 1.0)
        self._chats: dict[Chat, _Window] = {}
        self._waiting: list[_Waiter] = []
        self._numbers = count()
        self._paused_until = -math.inf
        self._alarm: asyncio.Task[None] | None = None

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nobody waits any longer."""
        self._ring_at(math.inf)
        while self._waiting:
            heappop(self._waiting).turn.cancel()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[object, object, Answer]],
        args: tuple[object, ...],
        kwargs: dict[str, object],
        endpoint: str,
        data: dict[str, object],
        rate_limit_args: Priority | None,
    ) -> Answer:
        """Call when it is time, and again after a 429; its last RetryAfter comes through."""
        for _ in range(RETRIES):
            try:
                return await self._once(callback, args, kwargs, endpoint, data, rate_limit_args)
            except RetryAfter:
                continue
        return await self._once(callback, args, kwargs, endpoint, data, rate_limit_args)

    async def _once(
        self,
        callback: Callable[..., Coroutine[object, object, Answer]],
        args: tuple[object, ...],
        kwargs: dict[str, object],
        endpoint: str,
        data: dict[str, object],
        priority: Priority | None,
    ) -> Answer:
        async with self._place(endpoint, _chat(data), priority):
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                self._pause(error)
                raise

    @asynccontextmanager
    async def _place(self, endpoint: str, chat: Chat, priority: Priority | None) -> AsyncIterator[None]:
        if not endpoint.startswith(_COUNTED) or endpoint in _FREE:
            await self._pause_over()
            yield
            return
        place = await (self._reply(chat) if priority is None else self._turn(chat, priority))
        began = self._time()
        try:
            yield
        finally:
            place.leave((began + self._time()) / 2)
            self._release()

    async def _reply(self, chat: Chat) -> "_Place":
        do_others_wait = bool(self._waiting) and self._waiting[0].priority == _REPLY
        if do_others_wait or self._time() < self._paused_until:
            return await self._turn(chat, _REPLY)
        return self._take(chat)

    async def _turn(self, chat: Chat, priority: int) -> "_Place":
        number = next(self._numbers)
        while True:
            place = await self._granted(_Waiter(priority, number, chat))
            if self._time() >= self._paused_until:
                return place
            place.give_back()  # a 429 came between the grant and now

    async def _granted(self, waiter: "_Waiter") -> "_Place":
        heappush(self._waiting, waiter)
        self._release()
        try:
            return await waiter.turn
        except asyncio.CancelledError:
            if waiter.turn.done() and not waiter.turn.cancelled():
                waiter.turn.result().give_back()
                self._release()
            raise

    def _release(self) -> None:
        """Lets everybody go who may, the most urgent first, and sets the alarm for the next."""
        now = self._time()
        if now < self._paused_until:
            self._ring_at(self._paused_until if self._waiting else math.inf)
            return
        blocked: list[_Waiter] = []
        while self._waiting and self._overall.free_at(now) <= now:
            waiter = heappop(self._waiting)
            if waiter.turn.done():
                continue
            if waiter.priority == _REPLY or self._window(waiter.chat).free_at(now) <= now:
                waiter.turn.set_result(self._take(waiter.chat))
            else:
                blocked.append(waiter)
        chats = min((self._window(waiter.chat).free_at(now) for waiter in blocked), default=math.inf)
        self._ring_at(self._overall.free_at(now) if self._waiting else chats)
        for waiter in blocked:
            heappush(self._waiting, waiter)

    def _take(self, chat: Chat) -> "_Place":
        place = _Place((self._overall, self._window(chat)))
        for window in place.windows:
            window.under_way += 1
        return place

    def _window(self, chat: Chat) -> "_Window":
        if len(self._chats) > _MANY:
            now = self._time()
            self._chats = {known: window for known, window in self._chats.items() if not window.is_idle(now)}
        if chat not in self._chats:
            is_group = isinstance(chat, str) or (chat is not None and chat < 0)
            self._chats[chat] = _Window(*((math.inf, 0.0) if chat is None else GROUP if is_group else PRIVATE))
        return self._chats[chat]

    def _pause(self, error: RetryAfter) -> None:
        after = error.retry_after
        seconds = after.total_seconds() if isinstance(after, timedelta) else after
        self._paused_until = max(self._paused_until, self._time() + seconds)
        _log.warning("Telegram asks for a pause of %s seconds", seconds)
        self._release()

    async def _pause_over(self) -> None:
        while (left := self._paused_until - self._time()) > 0:
            await self._sleep(max(left, _SHORTEST))

    def _ring_at(self, moment: float) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = None if moment == math.inf else asyncio.create_task(self._ring(moment - self._time()))

    async def _ring(self, seconds: float) -> None:
        await self._sleep(max(seconds, _SHORTEST))
        self._alarm = None
        self._release()


class _Window:
    """At most ``limit`` messages in any stretch of ``seconds``; replies may exceed it, nobody else."""

    __slots__ = ("_counted", "_limit", "_seconds", "under_way")

    def __init__(self, limit: float, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._counted: deque[float] = deque()
        self.under_way = 0

    def free_at(self, now: float) -> float:
        """When the next may go: ``now``, later, or infinity while that depends on a call under way."""
        while self._counted and self._counted[0] + self._seconds <= now:
            self._counted.popleft()
        surplus = self.under_way + len(self._counted) - self._limit
        if surplus < 0:
            return now
        return self._counted[int(surplus)] + self._seconds if surplus < len(self._counted) else math.inf

    def leave(self, counted_at: float) -> None:
        self.under_way -= 1
        insort(self._counted, counted_at)

    def is_idle(self, now: float) -> bool:
        self.free_at(now)
        return not self._counted and not self.under_way


@dataclass(frozen=True, slots=True)
class _Place:
    """The right to send one message now."""

    windows: tuple[_Window, ...]

    def leave(self, counted_at: float) -> None:
        """The call is over, whatever came of it; Telegram counted it about then."""
        for window in self.windows:
            window.leave(counted_at)

    def give_back(self) -> None:
        """The call was never made."""
        for window in self.windows:
            window.under_way -= 1


@dataclass(order=True, slots=True)
class _Waiter:
    priority: int
    number: int
    chat: Chat = field(compare=False)
    turn: asyncio.Future[_Place] = field(compare=False, default_factory=asyncio.Future)


def _chat(data: dict[str, object]) -> Chat:
    chat = data.get("chat_id")
    if isinstance(chat, str) and chat.lstrip("-").isdecimal():
        return int(chat)
    return chat if isinstance(chat, int | str) else None
