"""Things that go wrong on the way to Telegram, on order."""

import asyncio
from dataclasses import dataclass
from enum import StrEnum

from bot.sandbox.wire import ApiError, forbidden, too_many_requests

ANY = "*"


class Trouble(StrEnum):
    """What happens to a call instead of, or after, its being done."""

    TOO_MANY_REQUESTS = "too many requests"
    FORBIDDEN = "forbidden"
    SERVER_ERROR = "server error"
    RESET = "connection reset before the call was done"
    LOST_REQUEST = "no answer, the call was not done"
    LOST_ANSWER = "no answer, the call was done"


class TransportError(Exception):
    """The call has no answer at all; ``trouble`` is RESET, LOST_REQUEST or LOST_ANSWER."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(slots=True)
class _Order:
    method: str
    trouble: Trouble
    left: int
    retry_after: int
    chat_id: int | None


class Faults:
    """The troubles ordered, first come first served."""

    def __init__(self) -> None:
        self.silence = asyncio.Event()
        """Set when nobody needs to be kept waiting for an answer any more."""
        self._orders: list[_Order] = []

    def order(
        self,
        method: str,
        trouble: Trouble,
        *,
        times: int = 1,
        retry_after: int = 3,
        chat_id: int | None = None,
    ) -> None:
        """The next calls of ``method`` (``"*"`` is any but getUpdates), in one chat or in all, go wrong."""
        self._orders.append(_Order(method, trouble, times, retry_after, chat_id))

    def clear(self) -> None:
        """Everything works again."""
        self._orders.clear()

    def take(self, method: str, chat_id: int | None) -> Trouble | None:
        """Use up one trouble that is meant for this call; those with an answer are raised as ApiError."""
        order = next((order for order in self._orders if _is_meant(order, method, chat_id)), None)
        if order is None:
            return None
        order.left -= 1
        if order.left <= 0:
            self._orders.remove(order)
        match order.trouble:
            case Trouble.TOO_MANY_REQUESTS:
                raise too_many_requests(order.retry_after)
            case Trouble.FORBIDDEN:
                raise forbidden("bot was blocked by the user")
            case Trouble.SERVER_ERROR:
                raise ApiError(500, "Internal Server Error")
            case Trouble.RESET | Trouble.LOST_REQUEST:
                raise TransportError(order.trouble)
        return order.trouble


def _is_meant(order: _Order, method: str, chat_id: int | None) -> bool:
    by_name = order.method == method or (order.method == ANY and method != "getUpdates")
    return by_name and order.chat_id in (None, chat_id)
