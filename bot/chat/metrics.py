"""What the bot counts of its own work, for Prometheus: numbers, never who or what."""

import time
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import CallbackContext
from telegram.request import BaseRequest

from bot.chat.relays import Relay

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
STATES = ("pending", "sending", "sent", "dropped", "failed", "unknown")
"""What becomes of a message, as the store spells it."""
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

Handle = Callable[[Update, CallbackContext[Any, Any, Any, Any]], Coroutine[Any, Any, None]]


class Metrics:
    """The counters of one bot, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._updates = Counter("mam_updates", "Updates handled", ["kind"], registry=self.registry)
        self._seconds = Histogram(
            "mam_update_seconds", "Handling of an update, its replies included", buckets=SECONDS, registry=self.registry
        )
        self._under_way = Gauge("mam_updates_under_way", "Updates being handled", registry=self.registry)
        self.calls = Counter(
            "mam_calls", "Calls to Telegram by method and status or error", ["method", "status"], registry=self.registry
        )
        self._outbox = Gauge("mam_outbox_messages", "Messages in the outbox", ["state"], registry=self.registry)
        self._overdue = Gauge(
            "mam_outbox_overdue_seconds", "How late the longest waiting message is", registry=self.registry
        )
        self._silent = Gauge("mam_get_updates_age_seconds", "Since the last successful one", registry=self.registry)

    def show_line(self, silent_for: float) -> None:
        """Seconds since updates were last given."""
        self._silent.set(silent_for)

    def show_outbox(self, messages: Mapping[str, int], overdue: float) -> None:
        """Messages by state, and how many seconds the longest waiting one is late."""
        for state in STATES:
            self._outbox.labels(state).set(messages.get(state, 0))
        self._overdue.set(overdue)

    def around(self, handle: Handle) -> Handle:
        """The same handler, counted and timed."""

        async def counted(update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
            begun = time.perf_counter()
            self._under_way.inc()
            try:
                await handle(update, context)
            finally:
                self._under_way.dec()
                self._seconds.observe(time.perf_counter() - begun)
                self._updates.labels(_kind(update)).inc()

        return counted


class Counted(Relay):
    """A line to Telegram whose calls are counted."""

    def __init__(self, line: BaseRequest, metrics: Metrics) -> None:
        super().__init__(line)
        self._calls = metrics.calls

    def answered(self, name: str, status: int) -> None:
        """One more; files have names of their own and are no methods."""
        self._calls.labels(name if name.isalpha() else "file", str(status)).inc()

    def failed(self, name: str, error: TelegramError) -> None:
        """One more that failed."""
        self._calls.labels(name if name.isalpha() else "file", type(error).__name__).inc()


def _kind(update: Update) -> str:
    return next((kind for kind in KINDS if getattr(update, kind)), "other")
