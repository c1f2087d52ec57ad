"""What whoever looks after the bot does from the command line: check, import, ask, back up, restore."""

import asyncio
import json
import re
import sys
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from html import unescape
from pathlib import Path

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot import content
from bot.answers.engine import Engine
from bot.answers.reach import unreached
from bot.answers.values import CalendarEntry
from bot.app import LOCALES
from bot.config import Config
from bot.content import Content, ContentError
from bot.content.calendar import read_calendar
from bot.domain.clock import Clock
from bot.domain.localized import LANGUAGES
from bot.domain.organisation import Organisation
from bot.domain.people import Actor, Grant, Role
from bot.screens.answers import answer_screen
from bot.screens.exports import heading_of, made
from bot.services import events, exports, importing
from bot.store.database import Database, StoreError, restore
from bot.texts import SOURCE, Texts, catalogue
from handlers.questions import entry

OWNER = Actor(0, None, "pl", frozenset({Grant(Role.ADMINISTRATOR)}))
"""Whoever has the machine has the bot."""


async def import_events(config: Config, file: Path) -> str:
    """Take the events of a file over; gives a sentence. Raises ContentError, StoreError."""
    known = content.load(config.content.path)
    now = Clock(config.organisation.timezone).now()
    calendar = read_calendar(file, frozenset(known.projects))
    async with _opened(config) as db:
        done = await importing.import_events(
            db, OWNER, importing.incoming(calendar, now), importing.quotas(calendar), now=now
        )
    said = f"{len(done.added)} added, {len(done.changed)} changed, {len(done.unchanged)} as before"
    return f"{said}; {done.told} people will be told." if done.told else f"{said}."


async def export(config: Config, code: str, kind: str, out: Path) -> str:
    """Write a file about an event's people, in the organisation's language; gives a sentence.

    Raises ContentError, StoreError, and EventGone for an unknown code.
    """
    known = content.load(config.content.path)
    now = Clock(config.organisation.timezone).now()
    t = Texts(LOCALES, config.organisation.timezone).in_(config.organisation.language)
    async with _opened(config) as db:
        card = await events.card_by_code(db, OWNER, code)
        found = await exports.of_event(db, OWNER, card.event.id, kind=kind, now=now)
    project = known.projects.get(card.event.plan.project)
    about = heading_of(
        found,
        t,
        project=project.title.in_(t.language) if project else "",
        attribution=project.attribution.in_(t.language) if project else "",
        organisation=Organisation(config.organisation.name),
    )
    file = made(found, kind, about, t)
    if file is None:
        return f"There is nobody to put into this file yet: nothing was written to {out}."
    try:
        await asyncio.to_thread(out.write_bytes, file.content)
    except OSError as error:
        raise StoreError(f"{out} cannot be written: {error.strerror}. Name another file with --out.") from error
    return f"{len(found.lines)} people are in {out}. It holds personal data: keep it safe."


async def back_up(config: Config, target: Path) -> str:
    """Copy the store while the bot runs; gives a sentence. Raises StoreError."""
    if not config.store.path.exists():
        raise StoreError(f"There is no store at {config.store.path}: name the configuration with --config.")
    async with _opened(config) as db:
        await db.backup(target)
    return f"The store is copied to {target}."


async def bring_back(config: Config, source: Path) -> str:
    """Put a copy in place of the store, which is kept beside it; gives a sentence. Raises StoreError."""
    await restore(source, config.store.path)
    return f"{config.store.path} is now as it was in {source}."


async def ask(config: Config, lines: Iterable[str], *, as_json: bool) -> AsyncIterator[str]:
    """Answer a question a line with the chat's engine; the calendar is the store's, if there is one."""
    clock = Clock(config.organisation.timezone)
    known = content.load(config.content.path)
    engine, texts = Engine(known), Texts(LOCALES, clock.zone)
    calendar = await _calendar(config, clock.now())
    for line in lines:
        if line.strip():
            yield _answered(line.strip(), config, engine, texts, known, calendar, clock.now(), as_json=as_json)


def _answered(
    line: str,
    config: Config,
    engine: Engine,
    texts: Texts,
    known: Content,
    calendar: tuple[CalendarEntry, ...],
    now: datetime,
    *,
    as_json: bool,
) -> str:
    asked = _asked(line) if as_json else {"question": line}
    began = time.perf_counter()
    answer = engine.answer(
        asked["question"],
        now=now,
        language=asked.get("lang") or config.organisation.language,
        previous=asked.get("context"),
        calendar=calendar,
    )
    screen = answer_screen(answer, texts.in_(answer.language), known, now)
    spent = (time.perf_counter() - began) * 1000
    words = _plain(screen.text)
    if not as_json:
        return " ".join(words.split())
    found = {
        "id": asked.get("id"),
        "answer": words,
        "abstained": answer.abstained,
        "clarify": answer.clarify,
        "project": answer.project,
        "labels": list(screen.labels),
        "ms": round(spent, 2),
    }
    return json.dumps(found, ensure_ascii=False)


def _plain(text: str) -> str:
    """What a screen says, without its marks."""
    return unescape(re.sub(r"</?[a-z][^>]*>", "", text))


def _asked(line: str) -> dict[str, str]:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise ContentError([content.Problem("standard input", "", f"is not JSON: {line[:60]} ({error})")]) from error
    if not isinstance(found, dict) or not isinstance(found.get("question"), str):
        raise ContentError([content.Problem("standard input", "question", "is missing")])
    return {key: str(value) for key, value in found.items() if value is not None}


async def _calendar(config: Config, now: datetime) -> tuple[CalendarEntry, ...]:
    if not config.store.path.exists():
        return ()
    async with _opened(config) as db:
        return tuple(entry(card) for card in await events.calendar(db, OWNER, now=now))


async def check(config: Config, environment: str) -> AsyncIterator[tuple[bool, str]]:
    """Whether each part is in order, and a line with the mend where it is not."""
    yield True, f"configuration: in order ({environment})"
    for part in (_check_content(config), _check_texts()):
        for line in part:
            yield line
    yield await _check_store(config)
    yield await _check_token(config)


def _check_content(config: Config) -> Iterator[tuple[bool, str]]:
    try:
        known = content.load(config.content.path)
    except ContentError as error:
        for problem in error.problems:
            yield False, f"content: {problem}"
        return
    yield True, f"content: {len(known.projects)} projects, {len(known.faq)} frequent questions"
    for problem in unreached(Engine(known), known, Clock(config.organisation.timezone).now()):
        yield True, f"content: {problem}; give it a key of its own, or narrower facets"


def _check_texts() -> Iterator[tuple[bool, str]]:
    for language in LANGUAGES:
        if language == SOURCE:
            continue
        try:
            found = catalogue(LOCALES / language / "LC_MESSAGES" / "mam.po", language)
        except OSError as error:
            yield False, f"texts: the catalogue {language} cannot be read: {error.strerror}"
            continue
        missing = sum(1 for message in found if message.id and not message.string)
        yield (
            missing == 0,
            f"texts: {language} has {len(found)} texts" + (f", {missing} are missing" if missing else ""),
        )


async def _check_store(config: Config) -> tuple[bool, str]:
    if not config.store.path.exists():
        return True, f"store: {config.store.path} will be made at the first start"
    try:
        async with _opened(config) as db:
            return True, f"store: {config.store.path} is in order (version {db.version})"
    except StoreError as error:
        return False, f"store: {error}"


async def _check_token(config: Config) -> tuple[bool, str]:
    if config.telegram.token is None:
        return True, "token: not set; only run needs it"
    try:
        async with Bot(config.token(), base_url=config.telegram.base_url) as bot:
            return True, f"token: Telegram knows it as @{bot.username}"
    except InvalidToken:
        return False, "token: Telegram does not know it; copy it again from @BotFather"
    except TelegramError as error:
        return False, f"token: Telegram cannot be reached ({type(error).__name__}); look at the network and base_url"


@asynccontextmanager
async def _opened(config: Config) -> AsyncIterator[Database]:
    db = await Database.open(config.store.path)
    try:
        yield db
    finally:
        await db.close()


def lines_in() -> Iterator[str]:
    """Standard input, line by line."""
    yield from sys.stdin
