"""Server-sent events: telling each open page that something changed."""

import asyncio
from collections.abc import Callable

from aiohttp import web

from bot.sandbox.chats import Chat
from bot.sandbox.world import World

HEARTBEAT = 15.0
"""Seconds between comments that keep a quiet stream alive."""


class Live:
    """All open streams of one server."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._streams: set[_Stream] = set()
        self._stop: Callable[[], None] = world.listen(self._changed)
        self._is_closed = False

    def close(self) -> None:
        """End all streams."""
        self._is_closed = True
        self._stop()
        for stream in self._streams:
            stream.tell("end")

    def announce(self) -> None:
        """The clock or the people have changed."""
        for stream in self._streams:
            stream.tell("state")

    async def stream(self, request: web.Request, chat: Chat) -> web.StreamResponse:
        """Serve one stream until either side leaves."""
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        response = web.StreamResponse(headers=headers)
        stream = _Stream(chat.id)
        self._streams.add(stream)
        try:
            await response.prepare(request)
            await response.write(b"retry: 1000\n\n")
            while not self._is_closed:
                await response.write(await stream.next())
        except ConnectionResetError:
            pass
        finally:
            self._streams.discard(stream)
        return response

    def _changed(self, chat_id: int) -> None:
        for stream in self._streams:
            stream.tell("state", *(["messages"] if stream.chat_id == chat_id else []))


class _Stream:
    """What one page has not been told yet; the same news twice is told once."""

    def __init__(self, chat_id: int) -> None:
        self.chat_id = chat_id
        self._news: list[str] = []
        self._woken = asyncio.Event()

    def tell(self, *news: str) -> None:
        self._news += [one for one in news if one not in self._news]
        self._woken.set()

    async def next(self) -> bytes:
        """The events since the last time, or a comment when nothing happens."""
        try:
            async with asyncio.timeout(HEARTBEAT):
                await self._woken.wait()
        except TimeoutError:
            return b": still here\n\n"
        news, self._news = self._news, []
        self._woken.clear()
        return "".join(f"event: {one}\ndata: {{}}\n\n" for one in sorted(news)).encode()
