"""What a finished conversation is answered with, made known by the handlers of its feature."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.chat.context import Context, Reply
from bot.services.dialogs import Done

R = TypeVar("R")

Ending = Callable[[Context, R], Awaitable[Reply]]
"""A handler of what the commit of a form gave."""

_endings: dict[str, Ending[object]] = {}


def ending(form: str, gives: type[R]) -> Callable[[Ending[R]], Ending[R]]:
    """Answer the end of the conversation of this name, whose commit ``gives`` this."""

    def register(handler: Ending[R]) -> Ending[R]:
        async def ended(ctx: Context, result: object) -> Reply:
            if not isinstance(result, gives):
                raise TypeError(f"{form} gave {result!r}, no {gives.__name__}")
            return await handler(ctx, result)

        _endings[form] = ended
        return handler

    return register


def of(done: Done) -> Ending[object] | None:
    """The handler for a conversation that ended, None for one that other handlers answer."""
    return _endings.get(done.form)
