"""What every handler is given: the house, the update, who sent it, their language, the time."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import Message, Update, User
from telegram.ext import ExtBot

from bot.answers.engine import Engine
from bot.content import Content
from bot.domain.clock import Clock
from bot.domain.localized import LANGUAGES
from bot.domain.notices import Priority
from bot.domain.organisation import Organisation
from bot.domain.people import Actor
from bot.screens.actions import Action, unpack
from bot.screens.screen import Screen
from bot.store.database import Database
from bot.texts import Texts, Translator

Reply = Screen | tuple[Screen, ...] | None
"""What a handler answers with: one message, several, or nothing."""


@dataclass(frozen=True, slots=True)
class House:
    """What lives as long as the bot does; ``language`` is for people whose own the bot does not speak."""

    db: Database
    texts: Texts
    content: Content
    engine: Engine
    clock: Clock
    organisation: Organisation
    administrators: frozenset[int]
    language: str = LANGUAGES[0]


@dataclass(frozen=True, slots=True)
class Context:
    """One update on its way through the bot."""

    house: House
    bot: ExtBot[Priority]
    update: Update
    user: User
    actor: Actor
    t: Translator
    now: datetime
    presses: Mapping[type[Action], Callable[["Context", Any], Awaitable[Reply]]]
    """What buttons do, for words typed in place of one."""

    async def press(self, action: Action) -> Reply:
        """Do what a button does."""
        return await self.presses[type(action)](self, action)

    @property
    def db(self) -> Database:
        """The store."""
        return self.house.db

    @property
    def titles(self) -> dict[str, str]:
        """The projects' titles by slug, in the reader's language."""
        return {slug: project.title.in_(self.t.language) for slug, project in self.house.content.projects.items()}

    def beside(self, *kinds: type[Action]) -> Action | None:
        """What another button of the pressed message does, the first of these kinds; None where there is none."""
        pressed = self.update.callback_query.message if self.update.callback_query else None
        markup = pressed.reply_markup if isinstance(pressed, Message) else None
        buttons = (button for row in (markup.inline_keyboard if markup else ()) for button in row)
        found = (unpack(button.callback_data) for button in buttons if isinstance(button.callback_data, str))
        return next((one for one in found if isinstance(one, kinds)), None)

    def link(self, payload: str) -> str:
        """An address that opens the private chat with a ``start`` payload."""
        return f"https://t.me/{self.bot.username}?start={payload}"
