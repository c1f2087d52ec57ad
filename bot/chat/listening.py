"""Watches the line updates come in on: python-telegram-bot stops listening silently when a token is revoked."""

import asyncio
from http import HTTPStatus

from telegram._utils.types import ODVInput
from telegram.request import BaseRequest, RequestData

UNKNOWN = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND})
"""What Telegram answers to a token it does not know (any more)."""


class Listening(BaseRequest):
    """Another request class, and whether the token was lost on it."""

    def __init__(self, line: BaseRequest) -> None:
        self._line = line
        self.token_lost = asyncio.Event()

    @property
    def read_timeout(self) -> float | None:
        """The other's."""
        return self._line.read_timeout

    async def initialize(self) -> None:
        """Open the other."""
        await self._line.initialize()

    async def shutdown(self) -> None:
        """Close the other."""
        await self._line.shutdown()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body as the other gives them."""
        status, body = await self._line.do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if status in UNKNOWN:
            self.token_lost.set()
        return status, body
