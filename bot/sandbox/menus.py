"""What the bot tells Telegram about itself: commands, name, descriptions, menu button."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from bot.sandbox.wire import JsonObject, bad_request

COMMANDS_LIMIT = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
DESCRIPTION_LIMIT = 256
ABOUT_LIMITS = {"name": 64, "description": 512, "short_description": 120}
"""Characters, https://core.telegram.org/bots/api#setmycommands and its neighbours."""

Scope: TypeAlias = tuple[str, int, int]
"""Type, chat id (0 for none), user id (0 for none)."""

DEFAULT: Scope = ("default", 0, 0)


class Profile:
    """The bot's commands and words, per scope and language; an empty language is everybody else's."""

    def __init__(self) -> None:
        self.menu_button: JsonObject = {"type": "commands"}
        self._commands: dict[tuple[Scope, str], list[JsonObject]] = {}
        self._about: dict[tuple[str, str], str] = {}

    def set_commands(self, commands: Sequence[JsonObject], scope: Scope, language: str) -> None:
        """Raises ApiError for commands that Telegram would not take."""
        _check_language(language)
        if len(commands) > COMMANDS_LIMIT:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if COMMAND.fullmatch(str(command["command"]).removeprefix("/")) is None:
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(str(command["description"])) <= DESCRIPTION_LIMIT:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self._commands[scope, language] = list(commands)

    def delete_commands(self, scope: Scope, language: str) -> None:
        """Let the wider scope show through again."""
        self._commands.pop((scope, language), None)

    def commands(self, scope: Scope, language: str) -> list[JsonObject]:
        """Exactly what was set for this scope and language."""
        return self._commands.get((scope, language), [])

    def commands_shown(self, chat_id: int, user_id: int, language: str) -> list[JsonObject]:
        """The menu that a person sees in a chat: the narrowest scope first, in each the language first."""
        in_group = chat_id != user_id
        scopes: list[Scope] = [
            *([("chat_member", chat_id, user_id)] if in_group else []),
            ("chat", chat_id, 0),
            ("all_group_chats" if in_group else "all_private_chats", 0, 0),
            DEFAULT,
        ]
        for scope in scopes:
            for spoken in (language, ""):
                if found := self._commands.get((scope, spoken)):
                    return found
        return []

    def set_about(self, what: str, words: str, language: str) -> None:
        """Set name, description or short description; empty words take it away."""
        _check_language(language)
        if len(words) > ABOUT_LIMITS[what]:
            raise bad_request(f"bot {what.replace('_', ' ')} is too long")
        self._about[what, language] = words

    def about(self, what: str, language: str) -> str:
        """What a person with this language reads."""
        return self._about.get((what, language)) or self._about.get((what, ""), "")


def _check_language(language: str) -> None:
    if language and re.fullmatch(r"[a-z]{2}", language) is None:
        raise bad_request("invalid language code specified")
