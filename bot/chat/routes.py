"""Which handler an update goes to: tables, filled by the modules in ``handlers``."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from telegram import Message

from bot.chat.context import Context, Reply
from bot.domain import access
from bot.domain.access import Permission
from bot.domain.forms import Draft
from bot.screens.actions import Action
from bot.screens.sharing import InlineResult

A = TypeVar("A", bound=Action)
Words = Callable[[Context, str], Awaitable[Reply]]
"""A handler of words: a command's argument, a payload, a text."""
Inline = Callable[[Context, str], Awaitable[tuple[InlineResult, ...]]]
"""A handler of inline mode: the words, and the cards to choose from."""
Press = Callable[[Context, Any], Awaitable[Reply]]
Capture = Callable[[Context, Draft | None, Message], Awaitable[Reply]]
"""A handler of whatever is sent while a conversation waits for it; without a draft it is the rest of an album."""
ALBUM = "album"


class Routes:
    """Handlers by command, by action, by payload, and for everything else.

    What is for ``staff`` names the permission: whoever has it nowhere is refused before the handler is reached.
    The service asks again, on the object. A test knows every handler that is marked so, and all the others by name.
    """

    def __init__(self) -> None:
        self.commands: dict[str, Words] = {}
        self.presses: dict[type[Action], Press] = {}
        self.payloads: dict[str, Words] = {}
        self.kinds: dict[str, Words] = {}
        self.inlines: dict[str, Inline] = {}
        self.captures: dict[str, Capture] = {}
        self.staff_commands: dict[str, Permission] = {}
        self.staff_presses: dict[type[Action], Permission] = {}

    def command(self, name: str, *, staff: Permission | None = None) -> Callable[[Words], Words]:
        """Handle a command, whichever alias was typed; the words are its argument."""
        if staff is None:
            return lambda handler: self.commands.setdefault(name, handler)
        self.staff_commands[name] = staff
        return lambda handler: self.commands.setdefault(name, _guarded(handler, staff))

    def press(
        self, action: type[A], *, staff: Permission | None = None
    ) -> Callable[[Callable[[Context, A], Awaitable[Reply]]], Press]:
        """Handle a button."""
        if staff is None:
            return lambda handler: self.presses.setdefault(action, handler)
        self.staff_presses[action] = staff
        return lambda handler: self.presses.setdefault(action, _guarded(handler, staff))

    def payload(self, prefix: str) -> Callable[[Words], Words]:
        """Handle ``/start <prefix>_<words>``."""
        return lambda handler: self.payloads.setdefault(prefix, handler)

    def kind(self, kind: str) -> Callable[[Words], Words]:
        """Handle messages of a kind: ``text``, ``contact``, or ``other`` with the kind as the words."""
        return lambda handler: self.kinds.setdefault(kind, handler)

    def inline(self, handler: Inline) -> Inline:
        """Answer what is typed after the bot's name in any chat."""
        self.inlines["inline"] = handler
        return handler

    def capture(self, *forms: str) -> Callable[[Capture], Capture]:
        """Take the next message of any kind while a conversation of one of these names is under way."""

        def register(handler: Capture) -> Capture:
            self.captures.update(dict.fromkeys(forms, handler))
            return handler

        return register

    def include(self, other: "Routes") -> None:
        """Take another module's handlers over; raises ValueError where two handle the same."""
        for mine, theirs in (
            (self.commands, other.commands),
            (self.presses, other.presses),
            (self.payloads, other.payloads),
            (self.kinds, other.kinds),
            (self.inlines, other.inlines),
            (self.captures, other.captures),
            (self.staff_commands, other.staff_commands),
            (self.staff_presses, other.staff_presses),
        ):
            twice = mine.keys() & theirs.keys()
            if twice:
                raise ValueError(f"two handlers for {twice}")
            mine.update(theirs)  # type: ignore[arg-type]


def _guarded(handler: Press, permission: Permission) -> Press:
    async def ask_first(ctx: Context, what: Any) -> Reply:
        access.demand_somewhere(ctx.actor, permission)
        return await handler(ctx, what)

    return ask_first
