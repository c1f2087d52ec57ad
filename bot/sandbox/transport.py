"""python-telegram-bot without a network: its calls go straight into the world."""

import json
from collections.abc import Mapping
from typing import Any

from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.sandbox import api
from bot.sandbox.faults import TransportError, Trouble
from bot.sandbox.wire import Upload
from bot.sandbox.world import World

UNAUTHORIZED = b'{"ok":false,"error_code":401,"description":"Unauthorized"}'


class InProcess(BaseRequest):
    """A request class for ``ApplicationBuilder.request`` and ``get_updates_request``."""

    def __init__(self, world: World) -> None:
        self._world = world

    @property
    def read_timeout(self) -> float | None:
        """There is nothing to wait for."""
        return 5.0

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Status and body, as over HTTP."""
        if self._world.token is not None and f"/bot{self._world.token}/" not in url:
            return 401, UNAUTHORIZED
        if "/file/bot" in url:
            return self._download(url)
        try:
            return await self._call(url.rpartition("/")[2], request_data)
        except TransportError as failure:
            if failure.trouble is Trouble.RESET:
                raise NetworkError(failure.trouble.value) from failure
            raise TimedOut(failure.trouble.value) from failure

    async def _call(self, name: str, data: RequestData | None) -> tuple[int, bytes]:
        params = data.json_parameters if data else {}
        answer = await api.call(self._world, name, params, _uploads(data.multipart_data if data else {}))
        code = answer.get("error_code", 200)
        return int(str(code)), json.dumps(answer).encode()

    def _download(self, url: str) -> tuple[int, bytes]:
        _, _, rest = url.partition("/file/bot")
        stored = self._world.files.at(rest.partition("/")[2])
        return (200, stored.content) if stored else (404, b'{"ok":false,"error_code":404,"description":"Not Found"}')


def _uploads(parts: Mapping[str, Any]) -> dict[str, Upload]:
    """PTB gives (name, bytes or an open file, MIME type) for each part."""
    uploads = {}
    for name, (file_name, content, mime) in parts.items():
        uploads[name] = (file_name, content if isinstance(content, bytes) else content.read(), mime)
    return uploads
