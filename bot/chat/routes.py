"""Which handler an update goes to: tables, filled by the modules in ``handlers``."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from bot.chat.context import Context, Reply
from bot.screens.actions import Action

A = TypeVar("A", bound=Action)
Words = Callable[[Context, str], Awaitable[Reply]]
"""A handler of words: a command's argument, a payload, a text."""
Press = Callable[[Context, Any], Awaitable[Reply]]


class Routes:
    """Handlers by command, by action, by payload, and for everything else."""

    def __init__(self) -> None:
        self.commands: dict[str, Words] = {}
        self.presses: dict[type[Action], Press] = {}
        self.payloads: dict[str, Words] = {}
        self.kinds: dict[str, Words] = {}

    def command(self, name: str) -> Callable[[Words], Words]:
        """Handle a command, whichever alias was typed; the words are its argument."""
        return lambda handler: self.commands.setdefault(name, handler)

    def press(self, action: type[A]) -> Callable[[Callable[[Context, A], Awaitable[Reply]]], Press]:
        """Handle a button."""
        return lambda handler: self.presses.setdefault(action, handler)

    def payload(self, prefix: str) -> Callable[[Words], Words]:
        """Handle ``/start <prefix>_<words>``."""
        return lambda handler: self.payloads.setdefault(prefix, handler)

    def kind(self, kind: str) -> Callable[[Words], Words]:
        """Handle messages of a kind: ``text``, ``contact``, or ``other`` with the kind as the words."""
        return lambda handler: self.kinds.setdefault(kind, handler)

    def include(self, other: "Routes") -> None:
        """Take another module's handlers over; raises ValueError where two handle the same."""
        for mine, theirs in (
            (self.commands, other.commands),
            (self.presses, other.presses),
            (self.payloads, other.payloads),
            (self.kinds, other.kinds),
        ):
            twice = mine.keys() & theirs.keys()
            if twice:
                raise ValueError(f"two handlers for {twice}")
            mine.update(theirs)  # type: ignore[arg-type]
