"""How much Telegram lets a bot send, https://core.telegram.org/bots/faq#broadcasting-to-users."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.wire import too_many_requests

OVERALL = (30.0, 30.0)
"""Burst and messages a second, over all chats."""
PRIVATE = (20.0, 1.0)
"""Short bursts to one person are let through."""
GROUP = (20.0, 20 / 60)


@dataclass(slots=True)
class _Bucket:
    size: float
    refill: float
    level: float
    at: float

    def wait(self, cost: float, now: float) -> float:
        """Seconds until ``cost`` fits."""
        self.level = min(self.size, self.level + (now - self.at) * self.refill)
        self.at = now
        return max(0.0, (min(cost, self.size) - self.level) / self.refill)


class Limits:
    """Counts what the bot sends; ``monotonic`` gives seconds that never go back."""

    def __init__(self, monotonic: Callable[[], float], *, is_on: bool = True) -> None:
        self.is_on = is_on
        self._monotonic = monotonic
        self._buckets: dict[int | None, _Bucket] = {}

    def spend(self, chat_id: int, cost: int = 1) -> None:
        """Count ``cost`` messages to a chat; raises ApiError 429, and counts nothing, beyond the limit."""
        if not self.is_on:
            return
        now = self._monotonic()
        buckets = [self._bucket(None, now), self._bucket(chat_id, now)]
        wait = max(bucket.wait(cost, now) for bucket in buckets)
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        for bucket in buckets:
            bucket.level -= cost

    def _bucket(self, chat_id: int | None, now: float) -> _Bucket:
        if chat_id not in self._buckets:
            size, refill = OVERALL if chat_id is None else GROUP if chat_id < 0 else PRIVATE
            self._buckets[chat_id] = _Bucket(size, refill, size, now)
        return self._buckets[chat_id]
