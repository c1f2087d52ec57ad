"""From a question to a fact: no Telegram, no database, no wording."""

from bot.answers.engine import Engine
from bot.answers.values import Answer, CalendarEntry, Kind, Topic

__all__ = ["Answer", "CalendarEntry", "Engine", "Kind", "Topic"]
