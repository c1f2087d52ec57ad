"""People whom no message reached: somebody has to call."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.events import Event
from bot.domain.notices import Notice

LONGEST_NOTE = 300
"""Characters of a note."""


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody to call: whom, about what, and why no message did it.

    ``reason`` is ``phone`` (no Telegram at all), ``blocked`` or ``failed``; ``notice`` is the newest of the messages
    that did not arrive.
    """

    id: int
    person: int
    name: str
    phone: str | None
    event: Event | None
    notice: Notice
    reason: str
    created_at: datetime
    called_at: datetime | None
    caller: str
    note: str
