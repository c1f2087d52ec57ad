"""The Bot API over HTTP: what a bot calls at ``/bot<token>/<method>``."""

import json
from collections.abc import Mapping

from aiohttp import web

from bot.sandbox import api
from bot.sandbox.faults import TransportError, Trouble
from bot.sandbox.guards import as_json
from bot.sandbox.wire import ApiError, Json, Upload, bad_request
from bot.sandbox.world import World


class BotApi:
    """The endpoints for the bot."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_to(self, app: web.Application) -> None:
        """Register the routes."""
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        if not self._knows(request):
            return as_json(ApiError(401, "Unauthorized").envelope(), 401)
        try:
            params, files = await _read(request)
            answer = await api.call(self._world, request.match_info["method"], params, files)
        except ApiError as refusal:
            answer = refusal.envelope()
        except TransportError as failure:
            return await self._silence(request, failure.trouble)
        return as_json(answer, int(str(answer.get("error_code", 200))))

    async def _download(self, request: web.Request) -> web.Response:
        stored = self._world.files.at(request.match_info["path"])
        if stored is None or not self._knows(request):
            return as_json(ApiError(404, "Not Found").envelope(), 404)
        return web.Response(body=stored.content, content_type="application/octet-stream")

    def _knows(self, request: web.Request) -> bool:
        return self._world.token in (None, request.match_info["token"])

    async def _silence(self, request: web.Request, trouble: Trouble) -> web.Response:
        """Break the connection: at once, or when the bot has given up waiting (which cancels this)."""
        if trouble is not Trouble.RESET:
            await self._world.faults.silence.wait()
        if request.transport is not None:
            request.transport.abort()
        return web.Response()


async def _read(request: web.Request) -> tuple[Mapping[str, Json], Mapping[str, Upload]]:
    params: dict[str, Json] = dict(request.query)
    if request.content_type == "application/json":
        return params | _json_body(await request.text()), {}
    files: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = (value.filename, value.file.read(), value.content_type)
        elif isinstance(value, str):
            params[name] = value
    return params, files


def _json_body(text: str) -> dict[str, Json]:
    try:
        body: Json = json.loads(text or "{}")
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise bad_request("can't parse JSON in the body")
    return body
