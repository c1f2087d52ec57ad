"""Calling the world as a bot does, and Telegram's own description of itself."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import telegram

from bot.sandbox import api
from bot.sandbox.wire import Json, JsonObject, Upload
from bot.sandbox.world import World

SPEC = Path(__file__).parents[3] / "shared" / "telegram-bot-api-spec" / "api.min.json"
PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)
CALENDAR: Upload = ("forum.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar")


@dataclass
class Clock:
    """A clock that only a test moves: wall clock and seconds together."""

    now: datetime = datetime(2026, 12, 1, 16, 0, tzinfo=UTC)
    seconds: float = 1000.0

    def __call__(self) -> datetime:
        return self.now

    def monotonic(self) -> float:
        return self.seconds

    def forward(self, span: timedelta) -> None:
        self.now += span
        self.seconds += span.total_seconds()


@dataclass
class Around:
    """What stands around the world in these tests: its clock, something due, a bot to restart."""

    clock: Clock
    due: datetime | None = None
    restarts: int = 0

    async def move_clock(self, span: timedelta) -> None:
        self.clock.forward(span)

    async def next_due(self) -> datetime | None:
        return self.due

    async def restart(self) -> None:
        self.restarts += 1


async def done(world: World, method: str, files: Mapping[str, Upload] | None = None, /, **params: Json) -> Json:
    """The result of a call that has to work."""
    answer = await api.call(world, method, params, files)
    assert answer["ok"] is True, answer
    return answer["result"]


async def refused(world: World, method: str, files: Mapping[str, Upload] | None = None, /, **params: Json) -> str:
    """Why a call did not work."""
    answer = await api.call(world, method, params, files)
    assert answer["ok"] is False, answer
    return str(answer["description"])


async def sent(
    world: World, method: str, files: Mapping[str, Upload] | None = None, /, **params: Json
) -> telegram.Message:
    """The message that a call gives, as python-telegram-bot understands it."""
    return telegram.Message.de_json(as_object(await done(world, method, files, **params)), None)


def as_object(value: Json) -> JsonObject:
    """An object, or the test fails."""
    assert isinstance(value, Mapping), value
    return dict(value)


def news(world: World) -> list[telegram.Update]:
    """The updates that wait for the bot, taken."""
    return [telegram.Update.de_json(update, None) for update in world.updates.take()]


def spec() -> JsonObject | None:
    """Telegram's own description, or None where it does not lie beside the checkout."""
    if not SPEC.exists():
        return None
    return as_object(json.loads(SPEC.read_text(encoding="utf-8")))


def inline(*labels: str, data: str = "1|x") -> JsonObject:
    """An inline keyboard of one row."""
    return {"inline_keyboard": [[{"text": label, "callback_data": data} for label in labels]]}


def keys(*labels: str) -> JsonObject:
    """A reply keyboard of one row."""
    return {"keyboard": [[{"text": label} for label in labels]]}
