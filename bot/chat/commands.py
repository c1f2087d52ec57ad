"""Commands: every alias of every language is answered; the menu speaks one language and shows what one may do."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.localized import LANGUAGES
from bot.domain.people import Actor, Grant
from bot.screens.commands import describe
from bot.texts import Texts

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its name inside the bot, with its alias in each language.

    One that needs a ``permission`` stands in the menu of whoever has it somewhere; its route is marked with the same.
    """

    name: str
    pl: str
    en: str
    uk: str
    permission: Permission | None = None

    def alias(self, language: str) -> str:
        """What the menu of this language calls it."""
        return {"pl": self.pl, "en": self.en, "uk": self.uk}[language]


COMMANDS = (
    Command("start", "start", "start", "start"),
    Command("events", "wydarzenia", "events", "podii"),
    Command("projects", "projekty", "projects", "proekty"),
    Command("my", "moje", "my", "moi"),
    Command("ask", "pytanie", "ask", "pytannia"),
    Command("consultations", "konsultacje", "consultations", "konsultacii"),
    Command("settings", "ustawienia", "settings", "nalashtuvannia"),
    Command("privacy", "prywatnosc", "privacy", "pryvatnist"),
    Command("help", "pomoc", "help", "dopomoha"),
    Command("cancel", "anuluj", "cancel", "skasuvaty"),
    Command("broadcast", "ogloszenie", "broadcast", "oholoshennia", Permission.ANNOUNCE),
    Command("broadcasts", "ogloszenia", "broadcasts", "oholoshennia_lista", Permission.ANNOUNCE),
    Command("inbox", "skrzynka", "inbox", "skrynka", Permission.ANSWER_QUESTIONS),
    Command("checkin", "obecnosc", "checkin", "prysutnist", Permission.CHECK_IN),
    Command("present", "obecni", "present", "prysutni", Permission.CHECK_IN),
    Command("list", "lista", "list", "spysok", Permission.SEE_LISTS),
    Command("find", "szukaj", "find", "znaity", Permission.SEE_LISTS),
    Command("add", "dodaj", "add", "dodaty", Permission.MANAGE_SIGNUPS),
    Command("export", "eksport", "export", "eksport", Permission.SEE_CONTACTS),
    Command("newevent", "nowe", "newevent", "nova_podiia", Permission.MANAGE_EVENTS),
    Command("edit", "edytuj", "edit", "redahuvaty", Permission.MANAGE_EVENTS),
    Command("indicators", "wskazniki", "indicators", "pokaznyky", Permission.SEE_LISTS),
    Command("stats", "statystyki", "stats", "statystyka", Permission.SEE_LISTS),
    Command("calls", "telefony", "calls", "dzvinky", Permission.SEE_CONTACTS),
    Command("organisations", "organizacje", "organisations", "orhanizacii", Permission.MANAGE_SIGNUPS),
    Command("team", "zespol", "team", "komanda", Permission.MANAGE_TEAM),
    Command("log", "dziennik", "log", "zhurnal", Permission.SEE_LOG),
)
"""In the order of the menu; the staff commands in that of the desk, too."""

BY_ALIAS = {alias: command.name for command in COMMANDS for alias in (command.pl, command.en, command.uk)}
"""The command's name by any of its aliases."""


def offered(grants: Iterable[Grant]) -> list[Command]:
    """What somebody with these grants may do, in the order of the menu."""
    held = frozenset(grants)
    return [one for one in COMMANDS if one.permission is None or access.allows(held, one.permission)]


def menu(language: str, texts: Texts, grants: Iterable[Grant] = ()) -> list[BotCommand]:
    """The commands as the menu shows them."""
    t = texts.in_(language)
    return [BotCommand(command.alias(language), describe(command.name, t)) for command in offered(grants)]


async def set_menus(bot: Bot, texts: Texts) -> None:
    """The menu for everybody: Polish, and another one for each language Telegram may be set to."""
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands(menu(LANGUAGES[0], texts), scope=scope)
    for language in LANGUAGES:
        await bot.set_my_commands(menu(language, texts), scope=scope, language_code=language)


async def set_menu_of(bot: Bot, chat: int, language: str, texts: Texts, grants: Iterable[Grant]) -> bool:
    """The menu of one person who chose a language, or whose roles changed; False when Telegram did not take it."""
    try:
        await bot.set_my_commands(menu(language, texts, grants), scope=BotCommandScopeChat(chat))
    except TelegramError as error:
        log.warning("the menu of chat %s stays as it was: %s", chat, type(error).__name__)
        return False
    return True


class Menus:
    """Whose menu was brought up to date since the start: staff get theirs with the first thing they do."""

    def __init__(self) -> None:
        self._shown: dict[int, tuple[frozenset[Grant], str]] = {}

    async def keep(self, bot: Bot, actor: Actor, texts: Texts) -> None:
        """See to it that the menu of a member of the team shows what they may do now."""
        present = (actor.grants, actor.language)
        if actor.telegram_id is None or not actor.is_staff or self._shown.get(actor.id) == present:
            return
        if await set_menu_of(bot, actor.telegram_id, actor.language, texts, actor.grants):
            self._shown[actor.id] = present
