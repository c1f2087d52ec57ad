"""The composition root: configuration, store, content, Telegram, handlers and jobs put together."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, TypeHandler
from telegram.request import BaseRequest

import handlers
from bot import content
from bot.answers.engine import Engine
from bot.chat import commands
from bot.chat.context import House
from bot.chat.listening import Listening
from bot.chat.metrics import Counted, Metrics
from bot.chat.ordering import SLOTS, InOrderPerPerson
from bot.chat.pipeline import Pipeline
from bot.chat.transport import UnusableProxy, lines
from bot.config import Config, ConfigError
from bot.delivery import jobs
from bot.delivery.outbox import Outbox
from bot.delivery.pace import Pace
from bot.delivery.progress import Progress
from bot.domain.clock import Clock
from bot.domain.organisation import Organisation
from bot.services import faq, people
from bot.store.database import Database
from bot.texts import Texts

log = logging.getLogger(__name__)

LOCALES = Path(__file__).parent.parent / "locales"
ALLOWED = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
"""The updates the bot can do something with; Telegram keeps the rest to itself."""
LAST_WORDS = 2.0
"""Seconds that fetching may take to come to its end."""
FINISHING = 6.0
"""Seconds for what is in hand: a whole batch of messages at Telegram's pace. Docker kills ten after asking."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram brings updates, and how it proves to be Telegram."""

    url: str
    secret: str


@dataclass(frozen=True, slots=True)
class Running:
    """A bot at work, and what the sandbox and the tests need of it."""

    application: Application  # type: ignore[type-arg]
    house: House
    outbox: Outbox
    progress: Progress
    listening: Listening
    metrics: Metrics


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Build what stays as long as the bot without looking for garbage in it, which took a third of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def spare_the_collector() -> None:
    """Content, texts and answers stay as long as the bot; looking through them for garbage took much of its time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


async def open_house(config: Config, clock: Clock) -> House:
    """Store, content and texts, opened. Raises StoreError, ContentError."""
    with collector_at_rest():
        known = content.load(config.content.path)
        texts = Texts(LOCALES, clock.zone)
        engine = Engine(known)
    organisation = config.organisation
    db = await Database.open(config.store.path)
    administrators = frozenset(config.team.administrators)
    try:
        await people.appoint(db, administrators, now=clock.now())
        engine.learn(await faq.entries(db))
    except BaseException:
        await db.close()
        raise
    return House(
        db=db,
        texts=texts,
        content=known,
        engine=engine,
        clock=clock,
        organisation=Organisation(organisation.name, organisation.email, organisation.phone),
        administrators=administrators,
        language=organisation.language,
    )


def assemble(
    house: House,
    config: Config,
    *,
    requests: tuple[BaseRequest, BaseRequest] | None = None,
    pace: Pace | None = None,
) -> Running:
    """The PTB application with everything hung on it; ``requests`` replace the network, for calls and for updates.

    Raises ConfigError when the environment names a proxy that cannot be used.
    """
    builder = (
        ApplicationBuilder()
        .token(config.token())
        .base_url(config.telegram.base_url)
        .base_file_url(config.telegram.file_url)
        .rate_limiter(pace or Pace(config.telegram.rate))
        .concurrent_updates(InOrderPerPerson())
    )
    calls, updates = requests or _lines(config)
    metrics, listening = Metrics(), Listening(updates)
    application = builder.request(Counted(calls, metrics)).get_updates_request(listening).build()
    outbox, progress = Outbox(house, application.bot), Progress(house, application.bot)
    pipeline = Pipeline(house, handlers.all_routes())
    application.add_handler(TypeHandler(Update, metrics.around(pipeline.handle)))
    if application.job_queue:
        jobs.schedule(application.job_queue, house, outbox, progress)
    return Running(application, house, outbox, progress, listening, metrics)


def _lines(config: Config) -> tuple[BaseRequest, BaseRequest]:
    try:
        return lines(config.telegram.transport, config.telegram.base_url, SLOTS)
    except UnusableProxy as error:
        raise ConfigError(str(error)) from error


@asynccontextmanager
async def started(running: Running, *, polling: bool = True, webhook: Webhook | None = None) -> AsyncIterator[Running]:
    """The bot between its first and its last update. Stopping finishes what is in hand."""
    application = running.application
    async with application:
        await running.outbox.recover()
        await commands.set_menus(application.bot, running.house.texts)
        await application.start()
        try:
            if webhook:
                await application.bot.set_webhook(webhook.url, secret_token=webhook.secret, allowed_updates=ALLOWED)
            elif polling and application.updater:
                await application.updater.start_polling(allowed_updates=ALLOWED, error_callback=_told_already)
            yield running
        finally:
            running.outbox.close()
            if application.updater and application.updater.running:
                await _in_time(application.updater.stop(), LAST_WORDS)
            await _in_time(application.stop(), FINISHING)


async def _in_time(ending: Awaitable[None], seconds: float) -> None:
    """Wait for an end, but not for a Telegram that is silent: whoever started the bot kills it after some seconds."""
    try:
        await asyncio.wait_for(ending, seconds)
    except InvalidToken:
        log.warning("Telegram does not know the token any more: stopping without its answer.")
    except TimeoutError:
        log.warning("Telegram is silent: stopping without its answer.")


def _told_already(_error: TelegramError) -> None:
    """``Listening`` says what happens on the line, once; without this python-telegram-bot says it each time."""
