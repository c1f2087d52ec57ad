"""Who may ask the sandbox's server: this computer, and its own page."""

import ipaddress
import json
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.sandbox.sentences import NO_SUCH_PAGE, NOT_LOOPBACK, OTHER_ORIGIN, Sentence, in_language
from bot.sandbox.wire import Json

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Refused(Exception):
    """A request of the page that cannot be done, with a status of 4xx."""

    def __init__(self, sentence: Sentence, status: int = 400) -> None:
        super().__init__(sentence[1])
        self.sentence = sentence
        self.status = status


@web.middleware
async def own_page_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Against DNS rebinding and other people's pages; refusals become ``{"error": sentence}``."""
    try:
        if not is_loopback(request.headers.get("Host", "")):
            raise Refused(NOT_LOOPBACK, 403)
        origin = request.headers.get("Origin")
        if request.method not in ("GET", "HEAD") and origin not in (None, f"http://{request.host}"):
            raise Refused(OTHER_ORIGIN, 403)
        return await handler(request)
    except Refused as refusal:
        sentence = in_language(refusal.sentence, request.headers.get("Accept-Language", ""))
        return as_json({"error": sentence}, refusal.status)
    except web.HTTPNotFound:
        sentence = in_language(NO_SUCH_PAGE, request.headers.get("Accept-Language", ""))
        return as_json({"error": sentence}, 404)


def is_loopback(host: str) -> bool:
    """Whether a Host header names this computer."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def as_json(answer: Json, status: int = 200) -> web.Response:
    """A JSON response that keeps letters readable."""
    text = json.dumps(answer, ensure_ascii=False)
    return web.Response(text=text, status=status, content_type="application/json")
