"""The log: lines for people or JSON for machines, and never a token."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import TextIO

from telegram.error import InvalidToken

from bot.config import Config

HIDDEN = "<token>"

_TOKEN = re.compile(r"(?<!\d)\d+:[A-Za-z0-9_-]{30,}")
"""Any token of Telegram's making, ours or not."""
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_TALKATIVE = ("httpx", "httpcore", "apscheduler", "aiosqlite", "asyncio")
"""Libraries that say at INFO what nobody asked for; httpx writes the address, and the token is in it."""


class Redaction(logging.Filter):
    """Takes the token out of every record, wherever in it it may be."""

    def __init__(self, token: str = "") -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrites the record; it always passes."""
        record.msg = self.clean(record.getMessage())
        record.args = None
        if record.exc_info:
            record.exc_text = self.clean(record.exc_text or _FORMATTER.formatException(record.exc_info))
            record.exc_info = None
        if record.stack_info:
            record.stack_info = self.clean(record.stack_info)
        for name in vars(record).keys() - _STANDARD:
            value = getattr(record, name)
            if not isinstance(value, int | float | None):
                setattr(record, name, self.clean(str(value)))
        return True

    def clean(self, text: str) -> str:
        """The text without any token."""
        known = text.replace(self._token, HIDDEN) if self._token else text
        return _TOKEN.sub(HIDDEN, known)


class NotToldTwice(logging.Filter):
    """Drops python-telegram-bot's traceback of a lost token; the bot ends with a sentence about it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is of something else."""
        return not (record.exc_info and isinstance(record.exc_info[1], InvalidToken))


class Lines(logging.Formatter):
    """``2026-12-08 17:00:00 WARNING bot.delivery.pace: …``, in UTC, extras at the end as ``key=value``."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and a traceback below it."""
        extras = "".join(f" {key}={value}" for key, value in _extras(record).items())
        line = f"{_moment(record):%Y-%m-%d %H:%M:%S} {record.levelname} {record.name}: {record.getMessage()}{extras}"
        return "\n".join(part for part in (line, record.exc_text, record.stack_info) if part)


class JsonLines(logging.Formatter):
    """One JSON object a line: ``at``, ``level``, ``logger``, ``message``, ``error`` and the extras."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever the message holds."""
        entry = {
            "at": _moment(record).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **_extras(record),
        }
        if record.exc_text:
            entry["error"] = record.exc_text
        return json.dumps(entry, ensure_ascii=False, default=str)


_FORMATTER = logging.Formatter()


_NOT_TOLD_TWICE = NotToldTwice()


def set_up(config: Config, stream: TextIO | None = None) -> None:
    """Everything logged goes to ``stream`` (standard error), cleaned; a second call replaces the first."""
    token = config.telegram.token
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.addFilter(Redaction(token.get_secret_value() if token else ""))
    handler.setFormatter(JsonLines() if config.logging.as_json else Lines())
    root = logging.getLogger()
    for old in root.handlers[:]:
        if any(isinstance(one, Redaction) for one in old.filters):
            root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(config.logging.level.upper())
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)  # a tick that waits for a 429 is no news
    for name in ("telegram.ext", "telegram.ext.Updater"):
        logging.getLogger(name).addFilter(_NOT_TOLD_TWICE)
    logging.captureWarnings(True)


def _moment(record: logging.LogRecord) -> datetime:
    return datetime.fromtimestamp(record.created, UTC)


def _extras(record: logging.LogRecord) -> dict[str, object]:
    return {key: value for key, value in vars(record).items() if key not in _STANDARD}
