"""The simplest bot over python-telegram-bot, as it is or over our transport: whatever one writes, it writes back."""

import logging
import sys

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters

from bot.chat.ordering import SLOTS, InOrderPerPerson
from bot.chat.transport import lines


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """The same words."""
    assert update.message is not None
    assert update.message.text is not None
    await update.message.reply_text(update.message.text)


def builder(kind: str, url: str) -> ApplicationBuilder:  # type: ignore[type-arg]
    """``plain`` is what the documentation begins with; ``aiohttp`` has our transport, and as many slots as our bot."""
    if kind == "plain":
        return Application.builder()
    calls, updates = lines("aiohttp", url, SLOTS)
    return Application.builder().request(calls).get_updates_request(updates).concurrent_updates(InOrderPerPerson())


def main(token: str, url: str, kind: str) -> None:
    """Run until it is killed."""
    application = builder(kind, url).token(token).base_url(f"{url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    logging.disable()
    main(*sys.argv[1:])
