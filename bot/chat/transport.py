"""The network under python-telegram-bot: its request class over aiohttp, which costs far less than its own."""

import asyncio
import io
from collections.abc import AsyncIterator, Mapping
from typing import IO
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass
from uuid import uuid4

import httpx
from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

CHUNK = 64 * 1024
"""Bytes of an upload handed to the network at once; each has to get through within the write timeout."""
NO_PLACE = "Pool timeout: every connection is in use. The request was not sent to Telegram."

_FORM_QUOTES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})
"""How browsers quote names in a form, https://html.spec.whatwg.org/#multipart-form-data."""


class UnusableProxy(Exception):
    """The environment names a proxy that the transport cannot speak to; the text says what to do."""


def lines(transport: str, base_url: str, slots: int) -> tuple[BaseRequest, BaseRequest]:
    """Two ways to Telegram: one for ``slots`` calls at a time, one for updates; raises UnusableProxy.

    ``transport`` is ``aiohttp`` or ``httpx``. Both use the proxy that HTTPS_PROXY, HTTP_PROXY or ALL_PROXY name.
    """
    if transport == "httpx":
        try:
            return HTTPXRequest(connection_pool_size=slots), HTTPXRequest(connection_pool_size=1)
        except RuntimeError as error:  # a SOCKS proxy without the library for it
            raise UnusableProxy(str(error)) from error
    proxy = _proxy(base_url)
    if proxy and not proxy.startswith("http"):
        raise UnusableProxy('The proxy is none of HTTP: name another, or set [telegram] transport = "httpx".')
    return AiohttpRequest(connection_pool_size=slots, proxy=proxy), AiohttpRequest(connection_pool_size=1, proxy=proxy)


def _proxy(address: str) -> str | None:
    parts, named = urlsplit(address), getproxies()
    if proxy_bypass(parts.hostname or ""):
        return None
    return named.get(parts.scheme) or named.get("all")


class AiohttpRequest(BaseRequest):
    """What ``HTTPXRequest`` is, with the same parameters, time limits and errors.

    Seconds are counted as there: for one piece of an answer, one piece of an upload, a new connection, a free
    place among ``connection_pool_size``; None is for ever. No error names the address, because the token is in it.
    """

    def __init__(
        self,
        connection_pool_size: int = 256,
        read_timeout: float | None = 5.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 1.0,
        proxy: str | None = None,
        media_write_timeout: float | None = 20.0,
    ) -> None:
        self._places = asyncio.Semaphore(connection_pool_size)
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._media_write_timeout = media_write_timeout
        self._proxy = proxy
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds, unless a call says otherwise."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Get ready; a second time does nothing."""
        if self._session is None:
            self._session = ClientSession(
                connector=TCPConnector(limit=0, ttl_dns_cache=300, ssl=httpx.create_ssl_context()),
                cookie_jar=DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close every connection; a second time does nothing."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

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
        """Status and body; raises TimedOut and NetworkError."""
        is_upload = request_data is not None and request_data.contains_files
        limits = ClientTimeout(
            connect=_chosen(connect_timeout, self._connect_timeout),
            sock_read=_chosen(read_timeout, self._read_timeout),
        )
        writing = _chosen(write_timeout, self._media_write_timeout if is_upload else self._write_timeout)
        await self._take_place(_chosen(pool_timeout, self._pool_timeout))
        try:
            async with asyncio.timeout(None) as alarm:
                headers, body = _body(request_data, alarm, writing)
                return await self._exchange(url, method, headers, body, limits)
        except TimeoutError:
            raise TimedOut from None
        except (ClientError, OSError) as error:
            raise NetworkError(_words(error)) from None
        finally:
            self._places.release()

    async def _exchange(
        self,
        url: str,
        method: str,
        headers: Mapping[str, str],
        body: bytes | AsyncIterator[bytes] | None,
        limits: ClientTimeout,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("This AiohttpRequest is not initialized!")
        async with self._session.request(
            method, url, data=body, headers=headers, timeout=limits, proxy=self._proxy, allow_redirects=False
        ) as response:
            return response.status, await response.read()

    async def _take_place(self, seconds: float | None) -> None:
        if not self._places.locked():
            await self._places.acquire()
            return
        try:
            async with asyncio.timeout(seconds):
                await self._places.acquire()
        except TimeoutError:
            raise TimedOut(NO_PLACE) from None


def _chosen(said: ODVInput[float], usual: float | None) -> float | None:
    return usual if isinstance(said, DefaultValue) else said


def _words(error: ClientError | OSError) -> str:
    """What happened, in words that never hold the address: aiohttp puts it into some of its own."""
    cause = f": {error.os_error}" if isinstance(error, ClientConnectorError) else ""
    return f"aiohttp.{type(error).__name__}{cause}"


def _body(
    data: RequestData | None, alarm: asyncio.Timeout, seconds: float | None
) -> tuple[Mapping[str, str], bytes | AsyncIterator[bytes] | None]:
    """Headers and content: JSON, or a form when there are files."""
    if data is None:
        return {}, None
    if not data.contains_files:
        return {"Content-Type": "application/json"}, data.json_payload
    boundary = uuid4().hex
    parts = _form(data, boundary)
    headers = {
        "Content-Type": f"multipart/form-data; boundary={boundary}",
        "Content-Length": str(sum(_size(part) for part in parts)),
    }
    return headers, _in_time(parts, alarm, seconds)


def _form(data: RequestData, boundary: str) -> list[bytes | IO[bytes]]:
    """A form as https://www.rfc-editor.org/rfc/rfc7578 has it, in pieces."""
    parts: list[bytes | IO[bytes]] = []
    for name, value in data.json_parameters.items():
        parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"\r\n\r\n'.encode())
        parts.append(f"{value}\r\n".encode())
    for name, (file_name, content, mime) in data.multipart_data.items():
        disposition = f'form-data; name="{_quoted(name)}"; filename="{_quoted(file_name)}"'
        head = f"--{boundary}\r\nContent-Disposition: {disposition}\r\nContent-Type: {mime}\r\n\r\n"
        parts += [head.encode(), content, b"\r\n"]
    return [*parts, f"--{boundary}--\r\n".encode()]


def _quoted(name: str) -> str:
    return name.translate(_FORM_QUOTES)


def _size(part: bytes | IO[bytes]) -> int:
    return len(part) if isinstance(part, bytes) else part.seek(0, io.SEEK_END)


async def _in_time(
    parts: list[bytes | IO[bytes]], alarm: asyncio.Timeout, seconds: float | None
) -> AsyncIterator[bytes]:
    """The form in chunks; the alarm rings when one of them takes longer than ``seconds`` to leave."""
    loop = asyncio.get_running_loop()
    for part in parts:
        source = io.BytesIO(part) if isinstance(part, bytes) else part
        source.seek(0)
        while chunk := source.read(CHUNK):
            alarm.reschedule(None if seconds is None else loop.time() + seconds)
            yield chunk
    alarm.reschedule(None)
