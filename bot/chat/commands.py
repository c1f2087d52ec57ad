"""Commands: every alias of every language is answered; the menu speaks one language at a time."""

from dataclasses import dataclass

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.domain.localized import LANGUAGES
from bot.screens.commands import describe
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its name inside the bot, with its alias in each language."""

    name: str
    pl: str
    en: str
    uk: str

    def alias(self, language: str) -> str:
        """What the menu of this language calls it."""
        return {"pl": self.pl, "en": self.en, "uk": self.uk}[language]


COMMANDS = (
    Command("start", "start", "start", "start"),
    Command("events", "wydarzenia", "events", "podii"),
    Command("projects", "projekty", "projects", "proekty"),
    Command("my", "moje", "my", "moi"),
    Command("ask", "pytanie", "ask", "pytannia"),
    Command("settings", "ustawienia", "settings", "nalashtuvannia"),
    Command("privacy", "prywatnosc", "privacy", "pryvatnist"),
    Command("help", "pomoc", "help", "dopomoha"),
    Command("cancel", "anuluj", "cancel", "skasuvaty"),
)

BY_ALIAS = {alias: command.name for command in COMMANDS for alias in (command.pl, command.en, command.uk)}
"""The command's name by any of its aliases."""


def menu(language: str, texts: Texts) -> list[BotCommand]:
    """The commands as the menu shows them."""
    t = texts.in_(language)
    return [BotCommand(command.alias(language), describe(command.name, t)) for command in COMMANDS]


async def set_menus(bot: Bot, texts: Texts) -> None:
    """The menu for everybody: Polish, and another one for each language Telegram may be set to."""
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands(menu(LANGUAGES[0], texts), scope=scope)
    for language in LANGUAGES:
        await bot.set_my_commands(menu(language, texts), scope=scope, language_code=language)


async def set_menu_of(bot: Bot, chat: int, language: str, texts: Texts) -> None:
    """The menu of one person who chose a language."""
    await bot.set_my_commands(menu(language, texts), scope=BotCommandScopeChat(chat))
