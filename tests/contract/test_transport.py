"""What python-telegram-bot expects of the network under it, asked of its own class and of ours alike."""

import asyncio
import io
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, InputMediaPhoto
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, HTTPXRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.chat.transport import NO_PLACE, AiohttpRequest, UnusableProxy, lines
from bot.config import TELEGRAM
from bot.sandbox.faults import Trouble
from bot.sandbox.people import Person
from bot.sandbox.server import Hooks, RunningServer, serve
from bot.sandbox.world import World
from tests.sandbox.calls import PIXEL
from tests.town import TOKEN

Line = type[HTTPXRequest] | type[AiohttpRequest]
Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
DONE = b'HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n{"ok":true,"result":true}'


@pytest.fixture(params=[HTTPXRequest, AiohttpRequest], ids=["httpx", "aiohttp"])
def line(request: pytest.FixtureRequest) -> Line:
    """PTB's own class, and ours."""
    found: Line = request.param
    return found


@pytest.fixture
def world() -> World:
    """Telegram, which knows one token."""
    return World(lambda: datetime.now(UTC), limits=False, token=TOKEN)


@pytest.fixture
async def server(world: World) -> AsyncIterator[RunningServer]:
    """Telegram on HTTP."""

    async def move(_span: timedelta) -> None:
        """Nobody moves the clock here."""

    async def nothing() -> None:
        """Nothing is due, nobody is restarted."""

    running = await serve(world, Hooks(move, nothing, nothing))
    yield running
    await running.close()


@pytest.fixture
def ann(world: World) -> Person:
    """A resident who has started the bot."""
    person = world.add_person("Anna", "Kowalska")
    world.opens_link(person)
    world.updates.drop()
    return person


@pytest.fixture
async def bot(server: RunningServer, line: Line) -> AsyncIterator[Bot]:
    """A bot that reaches Telegram over the line, and gives up after a moment."""
    made = Bot(
        TOKEN,
        base_url=server.base_url,
        base_file_url=server.base_file_url,
        request=line(read_timeout=0.5),
        get_updates_request=line(read_timeout=0.5),
    )
    async with made:
        yield made


@asynccontextmanager
async def odd_telegram(answer: Answer) -> AsyncIterator[str]:
    """A server that does as it likes with every connection; gives its address."""

    async def serve_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    odd = await asyncio.start_server(serve_one, "127.0.0.1", 0)
    async with odd:
        yield f"http://127.0.0.1:{odd.sockets[0].getsockname()[1]}/bot{TOKEN}/sendMessage"


@asynccontextmanager
async def opened(line: Line, **settings: float | None) -> AsyncIterator[BaseRequest]:
    """The line with these settings."""
    made: BaseRequest = line(**settings)  # type: ignore[arg-type]
    async with made:
        yield made


def says(answer: bytes, *, after: float = 0.0) -> Answer:
    """Answers every request without a body with these words, after so many seconds."""

    async def answers(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            await reader.readuntil(b"\r\n\r\n")
            await asyncio.sleep(after)
            writer.write(answer)

    return answers


async def reads_nothing(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    """A server that hangs."""
    await asyncio.sleep(60)


def upload(content: bytes | io.IOBase, name: str = "plakat.png") -> RequestData:
    """A file on its way."""
    file = InputFile(content, filename=name, read_file_handle=False)  # type: ignore[arg-type]
    return RequestData([RequestParameter("chat_id", 7, None), RequestParameter("document", None, [file])])


class TestWhatIsSaid:
    async def test_arrives_letter_by_letter(self, bot: Bot, world: World, ann: Person) -> None:
        words = 'Żółw & spółka: "cudzysłów", 100 % + 5 = 😀\n' + "ł" * 2000
        await bot.send_message(ann.id, words)
        assert world.sees(ann) == words

    async def test_carries_nested_parameters(self, bot: Bot, world: World, ann: Person) -> None:
        way = InlineKeyboardButton("Droga", url="https://example.org/?a=1&b=2")
        await bot.send_message(ann.id, "Forum", reply_markup=InlineKeyboardMarkup([[way]]))
        assert world.sees(ann) == "Forum [Droga]"

    async def test_comes_back_as_telegram_said_it(self, bot: Bot) -> None:
        assert (await bot.get_me()).username == "mam_bot"

    async def test_is_asked_over_one_connection_as_long_as_it_is_quiet(self, line: Line) -> None:
        connections = 0

        async def count(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal connections
            connections += 1
            await says(DONE)(reader, writer)

        async with odd_telegram(count) as url, opened(line) as request:
            for _ in range(5):
                assert await request.post(url) is True
            assert connections == 1


class TestFiles:
    async def test_go_up_and_come_down(self, bot: Bot, ann: Person) -> None:
        message = await bot.send_document(ann.id, PIXEL, filename='Zażółć "gęślą".png', caption="Żółw")
        assert message.document is not None
        assert (message.document.file_name, message.caption) == ("Zażółć %22gęślą%22.png", "Żółw")
        file = await bot.get_file(message.document.file_id)
        assert bytes(await file.download_as_bytearray()) == PIXEL

    async def test_go_up_from_an_open_file(self, bot: Bot, ann: Person, tmp_path: Path) -> None:
        content = bytes(range(256)) * 2000
        (tmp_path / "lista.bin").write_bytes(content)
        with (tmp_path / "lista.bin").open("rb") as handle:
            handle.read(10)  # the whole file is meant, wherever the handle stands
            message = await bot.send_document(ann.id, InputFile(handle, read_file_handle=False))
        assert message.document is not None
        assert message.document.file_name == "lista.bin"
        file = await bot.get_file(message.document.file_id)
        assert bytes(await file.download_as_bytearray()) == content

    async def test_go_up_side_by_side_in_an_album(self, bot: Bot, world: World, ann: Person) -> None:
        album = [InputMediaPhoto(PIXEL, caption="Pierwsze"), InputMediaPhoto(PIXEL + b"2")]
        assert len(await bot.send_media_group(ann.id, album)) == 2
        assert [message.kind for message in world.chat_with(ann).from_bot()] == ["photo", "photo"]

    async def test_that_are_not_there_any_more_are_an_error(self, bot: Bot, server: RunningServer) -> None:
        with pytest.raises(InvalidToken):
            await bot.request.retrieve(f"{server.base_file_url}{TOKEN}/photos/none.png")


class TestRefusals:
    async def test_of_telegram_are_ptb_s_exceptions(self, bot: Bot, world: World, ann: Person) -> None:
        world.faults.order("sendMessage", Trouble.TOO_MANY_REQUESTS, retry_after=4)
        with pytest.raises(RetryAfter) as wait:
            await bot.send_message(ann.id, "a")
        assert wait.value.retry_after == timedelta(seconds=4)
        with pytest.raises(BadRequest, match="Message text is empty"):
            await bot.send_message(ann.id, " ")
        world.faults.order("sendMessage", Trouble.SERVER_ERROR)
        with pytest.raises(NetworkError, match="Internal Server Error"):
            await bot.send_message(ann.id, "a")
        world.blocks(ann)
        with pytest.raises(Forbidden, match="blocked by the user"):
            await bot.send_message(ann.id, "a")

    async def test_of_the_token(self, bot: Bot, world: World) -> None:
        world.token = "999:another"
        with pytest.raises(InvalidToken):
            await bot.get_me()

    async def test_of_a_second_listener(self, bot: Bot) -> None:
        both = await asyncio.gather(bot.get_updates(timeout=1), bot.get_updates(timeout=1), return_exceptions=True)
        assert [type(one) for one in both if isinstance(one, Exception)] == [Conflict]

    @pytest.mark.parametrize(
        ("status", "body", "kind", "words"),
        [
            ("200 OK", "<html>a proxy's greeting</html>", TelegramError, "Invalid server response"),
            ("502 Bad Gateway", "<html>nginx</html>", NetworkError, "Bad Gateway"),
            ("302 Found\r\nLocation: /elsewhere", "", NetworkError, "Found"),
            ("599 Odd", "", NetworkError, "Unknown HTTPError"),
            ("413 Too Large", '{"ok":false,"description":"Too Large"}', NetworkError, "Too Large"),
            ("400 Bad", '{"ok":false,"parameters":{"migrate_to_chat_id":-100}}', ChatMigrated, "-100"),
        ],
    )
    async def test_that_are_no_json_or_odd(
        self, line: Line, status: str, body: str, kind: type[TelegramError], words: str
    ) -> None:
        answer = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
        async with odd_telegram(says(answer)) as url, opened(line) as request:
            with pytest.raises(kind, match=words) as failure:
                await request.post(url)
        assert type(failure.value) is kind


class TestABrokenLine:
    async def test_is_a_network_error(self, bot: Bot, world: World, ann: Person) -> None:
        world.faults.order("sendMessage", Trouble.RESET)
        with pytest.raises(NetworkError) as failure:
            await bot.send_message(ann.id, "a")
        assert type(failure.value) is NetworkError
        assert (await bot.send_message(ann.id, "b")).text == "b"

    async def test_in_the_middle_of_an_answer_is_a_network_error(self, line: Line) -> None:
        async def half(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"ok":')

        async with odd_telegram(half) as url, opened(line) as request:
            with pytest.raises(NetworkError) as failure:
                await request.post(url)
        assert type(failure.value) is NetworkError

    async def test_that_speaks_no_http_is_a_network_error(self, line: Line) -> None:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"220 smtp.example.org ESMTP\r\n\r\n")

        async with odd_telegram(talk) as url, opened(line) as request:
            with pytest.raises(NetworkError):
                await request.post(url)

    async def test_to_nobody_says_so(self, line: Line, unused_tcp_port: int) -> None:
        async with opened(line) as request:
            with pytest.raises(NetworkError, match="Connect"):
                await request.post(f"http://127.0.0.1:{unused_tcp_port}/bot{TOKEN}/getMe")


class TestTimeLimits:
    async def test_end_the_wait_for_an_answer(self, bot: Bot, world: World, ann: Person) -> None:
        world.faults.order("sendMessage", Trouble.LOST_ANSWER)
        with pytest.raises(TimedOut):
            await bot.send_message(ann.id, "a")
        assert world.sees(ann) == "a"

    async def test_are_longer_for_a_call_that_says_so(self, line: Line) -> None:
        async with odd_telegram(says(DONE, after=0.3)) as url, opened(line, read_timeout=0.05) as request:
            with pytest.raises(TimedOut):
                await request.post(url)
            assert await request.post(url, read_timeout=5) is True
            assert await request.post(url, read_timeout=None) is True

    async def test_hold_between_two_pieces_of_an_answer_not_for_the_whole(self, line: Line) -> None:
        async def drop_by_drop(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n")
            for piece in (b'{"ok":', b"true,", b'"result"', b":true}"):
                await asyncio.sleep(0.15)
                writer.write(piece)

        async with odd_telegram(drop_by_drop) as url, opened(line, read_timeout=0.4) as request:
            assert await request.post(url) is True

    async def test_end_an_upload_that_does_not_get_through(self, line: Line) -> None:
        async with (
            odd_telegram(reads_nothing) as url,
            opened(line, media_write_timeout=0.2, read_timeout=None, write_timeout=None) as request,
        ):
            with pytest.raises(TimedOut):
                await request.post(url, request_data=upload(bytes(50_000_000)))

    async def test_of_writing_do_not_hold_while_the_answer_is_made(self, line: Line) -> None:
        async def thinks(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(PIXEL)
            await asyncio.sleep(0.4)
            writer.write(DONE)

        async with odd_telegram(thinks) as url, opened(line, media_write_timeout=0.1) as request:
            assert await request.post(url, request_data=upload(io.BytesIO(PIXEL))) is True

    async def test_end_the_wait_for_a_free_connection_and_say_that_nothing_was_sent(self, line: Line) -> None:
        async with (
            odd_telegram(reads_nothing) as url,
            opened(line, connection_pool_size=1, pool_timeout=0.05) as request,
        ):
            first = asyncio.create_task(request.post(url, read_timeout=None))
            await asyncio.sleep(0)
            with pytest.raises(TimedOut, match="Pool timeout"):
                await request.post(url)
            first.cancel()
            with pytest.raises(asyncio.CancelledError):
                await first

    async def test_are_told_to_whoever_asks(self, line: Line) -> None:
        assert line(read_timeout=7).read_timeout == 7
        assert line().read_timeout == 5


class TestOpeningAndClosing:
    async def test_can_be_done_twice_and_again(self, bot: Bot) -> None:
        await bot.request.initialize()
        await bot.request.shutdown()
        await bot.request.shutdown()
        await bot.request.initialize()
        assert (await bot.get_me()).is_bot

    async def test_a_closed_line_says_so(self, bot: Bot) -> None:
        await bot.request.shutdown()
        with pytest.raises(NetworkError, match="not initialized"):
            await bot.get_me()

    async def test_a_cancelled_call_gives_its_connection_back(self, line: Line) -> None:
        async with (
            odd_telegram(reads_nothing) as url,
            opened(line, connection_pool_size=1, read_timeout=0.05, pool_timeout=5) as request,
        ):
            for _ in range(3):
                call = asyncio.create_task(request.post(url, read_timeout=None))
                await asyncio.sleep(0.01)
                call.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await call
            with pytest.raises(TimedOut) as failure:
                await request.post(url)
            assert NO_PLACE not in str(failure.value)


async def test_calls_go_through_a_proxy(line: Line) -> None:
    asked = []

    async def proxy(request: web.BaseRequest) -> web.Response:
        asked.append((request.host, request.headers.get("Proxy-Authorization")))
        return web.json_response({"ok": True, "result": True})

    async with AsyncExitStack() as stack:
        runner = web.ServerRunner(web.Server(proxy))
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        request = await stack.enter_async_context(line(proxy=f"http://mam:pass@127.0.0.1:{runner.addresses[0][1]}"))
        assert await request.post(f"http://telegram.example/bot{TOKEN}/getMe") is True
    assert asked == [("telegram.example", "Basic bWFtOnBhc3M=")]


class TestTheChoice:
    @pytest.fixture(autouse=True)
    def _no_proxies(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
            monkeypatch.delenv(name.lower(), raising=False)

    def test_is_ours_unless_ptb_s_own_is_asked_for(self) -> None:
        assert [type(one) for one in lines("aiohttp", TELEGRAM, 9)] == [AiohttpRequest, AiohttpRequest]
        assert [type(one) for one in lines("httpx", TELEGRAM, 9)] == [HTTPXRequest, HTTPXRequest]

    @pytest.mark.parametrize("transport", ["aiohttp", "httpx"])
    @pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY"])
    async def test_goes_through_the_proxy_of_the_environment(
        self, monkeypatch: pytest.MonkeyPatch, server: RunningServer, transport: str, name: str, unused_tcp_port: int
    ) -> None:
        monkeypatch.setenv(name, f"http://127.0.0.1:{unused_tcp_port}")
        async with lines(transport, server.base_url, 9)[0] as request:
            with pytest.raises(NetworkError, match="Connect"):
                await request.post(f"{server.base_url}{TOKEN}/getMe")

    async def test_goes_by_the_proxy_for_those_who_need_none(
        self, monkeypatch: pytest.MonkeyPatch, server: RunningServer
    ) -> None:
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        async with lines("aiohttp", server.base_url, 9)[0] as request:
            assert await request.post(f"{server.base_url}{TOKEN}/getMe")

    @pytest.mark.parametrize("transport", ["aiohttp", "httpx"])
    def test_refuses_a_proxy_it_cannot_speak_to(self, monkeypatch: pytest.MonkeyPatch, transport: str) -> None:
        monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:9")
        with pytest.raises(UnusableProxy):
            lines(transport, TELEGRAM, 9)


async def test_no_error_of_ours_holds_the_token(world: World, server: RunningServer, unused_tcp_port: int) -> None:
    """Not the message, not what a traceback prints; python-telegram-bot's own class keeps to the same."""
    sent = upload(bytes(50_000_000))
    addresses = (f"http://127.0.0.1:{unused_tcp_port}", "http://[broken", "ftp://127.0.0.1", "http://none.invalid")
    printed = []
    async with AiohttpRequest(read_timeout=0.1, connect_timeout=0.0001, media_write_timeout=0.1) as request:
        for trouble in (Trouble.RESET, Trouble.LOST_ANSWER):
            world.faults.order("getMe", trouble)
            printed.append(await complaint(request.post(f"{server.base_url}{TOKEN}/getMe")))
        for address in addresses:
            printed.append(await complaint(request.post(f"{address}/bot{TOKEN}/getMe")))  # noqa: PERF401
        async with odd_telegram(reads_nothing) as url:
            printed.append(await complaint(request.post(url, request_data=sent)))
            printed.append(await complaint(request.post(url)))
    assert len(printed) == 8
    for text in printed:
        assert TOKEN not in text


async def complaint(call: Awaitable[object]) -> str:
    """All that the failure of a call prints."""
    with pytest.raises(NetworkError) as failure:
        await call
    return "".join(traceback.format_exception(failure.value))
