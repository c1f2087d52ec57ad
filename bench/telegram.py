"""A Telegram that only measures: updates without end, and an answer to every call, some time later.

It is spoken to on standard input and answers with one number: ``all COUNT`` lets so many people write and gives
the moment of the last reply, ``measure SECONDS LATENCY`` gives the replies a second to people without end.
"""

import asyncio
import json
import re
import sys
import time
from collections import deque

WAITING = 512
"""Updates that may wait for their reply; with more at once python-telegram-bot's queue would be measured."""
PEOPLE = 1_000
"""Who write, in turn: so many that nobody writes faster than the bot's anti-flood allows."""
BATCH = 100
WORDS = "/my"

_HEAD = re.compile(rb"^(?:POST|GET) /bot[^/]+/(\w+)")
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
ME = {"id": 42, "is_bot": True, "first_name": "mam", "username": "mam_bot", "can_join_groups": True}
SENT = {"message_id": 1, "date": 1_790_000_000, "chat": {"id": 1, "type": "private"}, "text": "a"}


def envelope(result: object) -> bytes:
    """A whole answer."""
    body = json.dumps({"ok": True, "result": result}).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


ANSWERS = {b"getMe": envelope(ME), b"sendMessage": envelope(SENT)}
DONE = envelope(True)
NOTHING = envelope([])


class Telegram:
    """What all connections share."""

    def __init__(self) -> None:
        self.latency = 0.0
        self.replies = 0
        self.wanted = 0
        self.is_done = asyncio.Event()
        self.quota = 0
        """Updates still to give; below zero there is no end."""
        self._given = 0
        self._asking: deque[Connection] = deque()

    def asked(self, connection: "Connection") -> None:
        """Somebody wants updates, and gets them when there are any."""
        self._asking.append(connection)
        self._give()

    def replied(self) -> None:
        """A reply came."""
        self.replies += 1
        if self.replies == self.wanted:
            self.is_done.set()
        self._give()

    def load(self, updates: int) -> None:
        """Let people write."""
        self.quota = updates
        self._give()

    def _give(self) -> None:
        free = min(WAITING - (self._given - self.replies), BATCH)
        count = free if self.quota < 0 else min(free, self.quota)
        if not self._asking or count < (BATCH if self.quota < 0 else min(BATCH, max(self.quota, 1))):
            return
        updates = [_update(self._given + number) for number in range(count)]
        self._given += count
        self.quota -= count if self.quota > 0 else 0
        self._asking.popleft().answer(envelope(updates))


class Connection(asyncio.Protocol):
    """One connection, on which calls come one after the other."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody is there."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """A call, or a piece of one."""
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end]
            length = _LENGTH.search(head)
            whole = end + 4 + (int(length[1]) if length else 0)
            if len(self._buffer) < whole:
                return
            self._buffer = self._buffer[whole:]
            method = _HEAD.match(head)
            self._call(method[1] if method else b"")

    def _call(self, method: bytes) -> None:
        if method == b"getUpdates":
            self._telegram.asked(self)
            return
        if method == b"sendMessage":
            self._telegram.replied()
        self.answer(ANSWERS.get(method, DONE))

    def answer(self, words: bytes) -> None:
        """After the time the network takes."""
        if self._transport is None:
            return
        if self._telegram.latency:
            asyncio.get_running_loop().call_later(self._telegram.latency, self._transport.write, words)
        else:
            self._transport.write(words)


def _update(number: int) -> dict[str, object]:
    person = 1_000_000 + number % PEOPLE
    return {
        "update_id": 700_000_000 + number,
        "message": {
            "message_id": number + 1,
            "date": int(time.time()),
            "chat": {"id": person, "type": "private", "first_name": "Anna"},
            "from": {"id": person, "is_bot": False, "first_name": "Anna", "language_code": "pl"},
            "text": WORDS,
            "entities": [{"type": "bot_command", "offset": 0, "length": len(WORDS)}],
        },
    }


async def count_replies(telegram: Telegram, seconds: float) -> float:
    """Replies a second to people without end."""
    telegram.load(-1)
    before, begun = telegram.replies, time.perf_counter()
    await asyncio.sleep(seconds)
    return (telegram.replies - before) / (time.perf_counter() - begun)


async def take_all(telegram: Telegram, count: int) -> float:
    """The moment, in seconds of the epoch, when the last of so many updates was answered."""
    telegram.wanted = telegram.replies + count
    telegram.is_done.clear()
    telegram.load(count)
    await telegram.is_done.wait()
    return time.time()


async def main() -> None:
    """Serve until standard input ends."""
    telegram = Telegram()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(telegram), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    while words := (await asyncio.to_thread(sys.stdin.readline)).split():
        match words:
            case ["all", count]:
                print(await take_all(telegram, int(count)), flush=True)
            case ["measure", seconds, latency]:
                telegram.latency = float(latency)
                print(await count_replies(telegram, float(seconds)), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
