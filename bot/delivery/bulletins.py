"""Copies of announcements at work: sent, given other words, deleted."""

from bot.chat import rendering
from bot.chat.context import House
from bot.chat.rendering import Bot
from bot.domain.announcements import Copy, Corrected, Recalled
from bot.screens.bulletins import Attached, bulletin_screen
from bot.screens.screen import Screen
from bot.services.bulletins import Bulletin


async def deliver(house: House, bot: Bot, bulletin: Bulletin) -> Copy | None:
    """Do with a copy what its letter says; gives where it is when it is new. Raises what Telegram says."""
    chat, priority, copy = bulletin.person.telegram_id, bulletin.letter.priority, bulletin.copy
    if chat is None:
        return None
    match bulletin.letter.notice:
        case Recalled() if copy and copy.chat:
            await rendering.delete(bot, copy.chat, copy.messages, priority)
        case Corrected() if copy and copy.chat and copy.messages:
            await rendering.edit(bot, copy.chat, copy.messages[-1], _screen(house, bulletin, copy.language), priority)
        case _:
            language, _ = bulletin.one.piece(bulletin.person.language)
            messages = await rendering.send(bot, chat, _screen(house, bulletin, bulletin.person.language), priority)
            return Copy(bulletin.one.id, bulletin.person.id, chat, messages, language)
    return None


def _screen(house: House, bulletin: Bulletin, language: str) -> Screen:
    attached = Attached(bulletin.event, house.content.projects.get(bulletin.one.project))
    t = house.texts.in_(bulletin.person.language)
    return bulletin_screen(bulletin.one, language, attached, t, house.clock.now())
