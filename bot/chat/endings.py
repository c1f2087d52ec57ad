"""What a finished conversation is answered with, made known by the handlers of its feature."""

from collections.abc import Awaitable, Callable

from bot.chat.context import Context, Reply
from bot.services.dialogs import Done

Ending = Callable[[Context, object], Awaitable[Reply]]
"""A handler of what the commit of a form gave."""

_endings: dict[str, Ending] = {}


def ending(form: str) -> Callable[[Ending], Ending]:
    """Answer the end of the conversation of this name."""
    return lambda handler: _endings.setdefault(form, handler)


def of(done: Done) -> Ending | None:
    """The handler for a conversation that ended, None for one that other handlers answer."""
    return _endings.get(done.form)
