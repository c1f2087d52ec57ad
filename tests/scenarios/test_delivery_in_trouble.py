"""A broadcast and reminders through a bad network, with the bot killed again and again."""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.announcements import Audience, Of, Piece
from bot.domain.people import Actor, Grant, Role
from bot.domain.signups import Details
from bot.sandbox.faults import Trouble
from bot.sandbox.people import Person
from bot.sandbox.world import World
from bot.services import announcing, composing, news, people, signups
from bot.store import events
from bot.store.database import Database

from .living_bot import CODE, LivingBot, until
from .talking import meet

KILLS = int(os.environ.get("MAM_KILLS", "6"))
"""How often the bot is killed; ``MAM_KILLS=100`` takes its time."""
PEOPLE = 10 + 15 * KILLS
"""So many that there is something to send until the last kill."""
BETWEEN = (0.3, 1.2)
"""Seconds the bot lives before it is killed."""
WORDS = "News for all who follow"
REMINDED = "Shall we see you?"
OPEN = "SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending') AND kind IN ('announcement', 'reminder')"
TROUBLES = (
    Trouble.SERVER_ERROR,
    Trouble.RESET,
    Trouble.LOST_REQUEST,
    Trouble.LOST_ANSWER,
    Trouble.TOO_MANY_REQUESTS,
)


@pytest.fixture
def world(world: World) -> World:
    """Telegram with its limits, today."""
    world.limits.is_on = True
    return world


@pytest.fixture
async def bot(bot: LivingBot) -> LivingBot:
    """A bot that is not started yet; nobody is kept waiting for a lost answer."""
    bot.world.faults.silence.set()
    return bot


async def prepared(bot: LivingBot, crowd: Sequence[Person]) -> None:
    """Everybody follows the project and has a seat tomorrow; the reminder and the announcement are due at once."""
    async with bot.store() as db:
        for person in crowd:
            bot.world.opens_link(person)
            await meet(db, bot, person)
        bot.world.updates.drop()
        await _follow_and_sign_up(db, bot, crowd)
        await _announce(db, bot, crowd[0])
        async with db.transaction() as tx:
            await tx.execute("UPDATE outbox SET due_at = created_at WHERE kind = 'reminder'")


async def _follow_and_sign_up(db: Database, bot: LivingBot, crowd: Sequence[Person]) -> None:
    async with db.reading() as tx:
        forum = await events.find(tx, CODE)
    assert forum is not None
    for person in crowd:
        actor = await people.recognise(db, person.id, administrators=frozenset())
        assert actor is not None
        await news.choose(db, actor, "lider", True, now=bot.now)
        async with db.transaction() as tx:
            await signups.join(tx, actor, forum, Details(person.first_name), source=None, now=bot.now)


async def _announce(db: Database, bot: LivingBot, author: Person) -> None:
    found = await people.recognise(db, author.id, administrators=frozenset())
    assert found is not None
    await people.grant(db, found.id, Grant(Role.ANIMATOR), now=bot.now)
    actor = Actor(found.id, author.id, "en", frozenset({Grant(Role.ANIMATOR)}))
    one = (await composing.new(db, actor, now=bot.now)).one
    async with db.transaction() as tx:
        await composing.keep_piece(tx, actor, one.id, "pl", Piece(WORDS))
    shown = await composing.aim(db, actor, one.id, Audience(Of.FOLLOWERS, "lider"), now=bot.now)
    await announcing.confirm(db, actor, one.id, shown.one.revision, now=bot.now)


def order_troubles(world: World, crowd: Sequence[Person], chance: random.Random) -> None:
    """One call in ten goes wrong, each in some way."""
    for person in chance.sample(list(crowd), len(crowd) // 5):
        world.faults.order("sendMessage", chance.choice(TROUBLES), chat_id=person.id, retry_after=1)


def said(bot: LivingBot, person: Person) -> Counter[str]:
    """How often somebody got the announcement, and the reminder."""
    chat = bot.sees(person)
    return Counter({WORDS: chat.count(WORDS), REMINDED: chat.count(REMINDED)})


async def test_nobody_gets_a_broadcast_twice_and_nobody_goes_without_a_reminder(bot: LivingBot, world: World) -> None:
    chance = random.Random(7)  # noqa: S311 - the same troubles each time
    crowd = [world.add_person("Anna", f"Kowalska {number}", language_code="en") for number in range(PEOPLE)]
    await bot.plan(bot.now + timedelta(days=1, hours=1), seats=PEOPLE, reminders=("1d",))
    await prepared(bot, crowd)
    order_troubles(world, crowd, chance)
    for _ in range(KILLS):
        await bot.start()
        await asyncio.sleep(chance.uniform(*BETWEEN))
        await bot.kill()
    world.faults.clear()
    await bot.start()
    await until(lambda: bot.asks(OPEN) == [(0,)], 60 + PEOPLE / 5)
    await bot.kill()

    got = [said(bot, person) for person in crowd]
    assert [each[WORDS] for each in got if each[WORDS] > 1] == []
    assert [each for each in got if not each[REMINDED]] == []
    ((doubtful,),) = bot.asks("SELECT sum(repeated) FROM outbox WHERE kind = 'reminder'")
    assert sum(each[REMINDED] - 1 for each in got) <= int(str(doubtful)), "each that came twice is recorded"
    states = Counter(str(state) for (state,) in bot.asks("SELECT state FROM announcement_copies"))
    assert states["sent"] <= sum(each[WORDS] for each in got) <= states["sent"] + states["unknown"]
    assert states.total() == PEOPLE
    assert states["sent"] + states["unknown"] == PEOPLE, states
