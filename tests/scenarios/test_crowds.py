"""A crowd at the door: five hundred people at once, and a bot that is killed again and again while they press."""

import asyncio
import os
import random
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.events import Event, Group
from bot.domain.localized import Localized
from bot.sandbox.people import Person
from bot.sandbox.pressing import NoSuchButton
from bot.sandbox.world import World
from bot.services import importing
from bot.services.importing import Incoming
from bot.store import events, rooms, signups

from .living_bot import CODE, OWNER, LivingBot, forum
from .talking import chat, meet, newest, step

SEATS = {"officials": 10, "animators": 6, "residents": 4}
SEATED = "Done, you have a seat!"
WAITS = "on the waiting list"
KILLS = int(os.environ.get("MAM_KILLS", "20"))
"""How often the bot is killed; ``MAM_KILLS=100`` takes its time."""


@pytest.fixture
async def bot(bot: LivingBot) -> LivingBot:
    """A bot that is not started yet, with a forum of twenty seats in three groups."""
    groups = tuple(Group(0, Localized({"pl": name, "en": name}), seats) for name, seats in SEATS.items())
    plan = forum(bot.now + timedelta(days=8), seats=sum(SEATS.values()))
    async with bot.store() as db:
        await importing.import_events(db, OWNER, [Incoming(plan, groups)], now=bot.now)
    return bot


async def gathered(bot: LivingBot, world: World, count: int) -> dict[str, list[Person]]:
    """So many people who were here before, by the group they belong to."""
    crowd = [world.add_person("Anna", f"Kowalska {number}", language_code="en") for number in range(count)]
    async with bot.store() as db:
        for person in crowd:
            await meet(db, bot, person, is_known=True)
    names = list(SEATS)
    return {name: crowd[number :: len(names)] for number, name in enumerate(names)}


async def stands(bot: LivingBot) -> tuple[Event, Counter[tuple[str, str]]]:
    """The event, and how many people stand where in each group."""
    async with bot.store() as db, db.reading() as tx:
        event = await events.find(tx, CODE)
        assert event is not None
        names = {group.id: group.name.in_("en") for group in event.groups}
        active = await signups.list_active(tx, event.id)
        return event, Counter((names[one.details.group or 0], one.state) for one in active)


async def test_five_hundred_at_once_share_twenty_seats_in_order_of_arrival(bot: LivingBot, world: World) -> None:
    groups = await gathered(bot, world, 500)
    crowd = [(person, name) for name, people in groups.items() for person in people]
    await bot.start()
    for person, _ in crowd:
        world.opens_link(person, f"z_{CODE}")
    await world.until(lambda: all(step(bot, person) for person, _ in crowd), seconds=60)
    for person, name in crowd:
        world.presses(person, name)
    await world.until(lambda: all("Check" in step(bot, person) for person, _ in crowd), seconds=60)
    random.shuffle(crowd)
    world.limits.is_on = True
    for person, _ in crowd:
        world.presses(person, "Sign me up")
    await world.until(lambda: not any(step(bot, person) for person, _ in crowd), seconds=120)
    arrived: Counter[str] = Counter()
    for person, name in crowd:
        arrived[name] += 1
        place = arrived[name] - SEATS[name]
        expected = SEATED if place <= 0 else f"You are number {place} {WAITS}"
        assert expected in newest(bot, person)
    await bot.stop()
    _, stood = await stands(bot)
    for name, seats in SEATS.items():
        assert (stood[name, "confirmed"], stood[name, "waiting"]) == (seats, len(groups[name]) - seats)


async def test_killed_again_and_again_it_keeps_every_confirmation_and_passes_every_seat_on(
    bot: LivingBot, world: World
) -> None:
    chance = random.Random(7)  # noqa: S311
    groups = await gathered(bot, world, 90)
    member = {person.id: name for name, people in groups.items() for person in people}
    crowd = [person for people in groups.values() for person in people]
    for _ in range(KILLS):
        await bot.start()
        for person in chance.sample(crowd, 12):
            acts(bot, person, member[person.id], chance)
        await asyncio.sleep(chance.uniform(0, 0.15))
        await bot.kill()
        check_what_was_seen(bot, crowd)
    await bot.start()
    await comes_to_rest(bot, crowd, member)
    await bot.stop()
    check_what_was_seen(bot, crowd)
    event, stood = await stands(bot)
    for name, seats in SEATS.items():
        assert stood[name, "confirmed"] + stood[name, "offered"] == seats
    async with bot.store() as db, db.reading() as tx:
        room = await rooms.get(tx, event)
        assert await rooms.queue(tx, event, room) == []
        assert await tx.value("SELECT count(*) FROM signups") == len(crowd)
        offers = await tx.value("SELECT count(*) FROM outbox WHERE kind = 'seat_offered' AND state <> 'sent'")
        assert offers == 0


def acts(bot: LivingBot, person: Person, group: str, chance: random.Random) -> None:
    """Do what the chat asks for; now and then somebody with a seat gives it up, or takes one that is offered."""
    said = newest(bot, person)
    leaves = SEATED in said and chance.random() < 0.3
    wishes = [group, "Sign me up", "Take the seat", *(["Give up my place"] if leaves else [])]
    for wish in wishes:
        with suppress(NoSuchButton):
            bot.world.presses(person, wish)
            return
    if SEATED not in said and WAITS not in said and "is yours" not in said:
        bot.world.opens_link(person, f"z_{CODE}")


async def comes_to_rest(bot: LivingBot, crowd: list[Person], member: dict[int, str]) -> None:
    """Everybody goes on until they have a seat or wait, with nobody leaving any more."""
    settled = (SEATED, WAITS, "is yours", "You have a seat")
    never = random.Random()  # noqa: S311
    never.random = lambda: 1.0  # type: ignore[method-assign]
    restless = crowd
    for _ in range(40):
        restless = [person for person in restless if not any(words in newest(bot, person) for words in settled)]
        before = {person.id: newest(bot, person) for person in restless}
        for person in restless:
            acts(bot, person, member[person.id], never)
        with suppress(TimeoutError):
            await bot.world.until(partial(_have_heard, bot, restless, before), seconds=5)
    assert not restless, [chat(bot, person) for person in restless]


def _have_heard(bot: LivingBot, people: list[Person], before: dict[int, str]) -> bool:
    return all(newest(bot, person) != before[person.id] for person in people)


def check_what_was_seen(bot: LivingBot, crowd: list[Person]) -> None:
    """Whoever reads of a seat has it, nobody has two, and no group has more than there are."""
    rows = bot.asks("SELECT telegram_id, signups.state FROM signups JOIN people ON people.id = person_id")
    stored = {int(str(who)): state for who, state in rows}
    assert len(stored) == len(rows)
    for person in crowd:
        if SEATED in newest(bot, person) or "The seat is yours" in newest(bot, person):
            assert stored[person.id] in {"confirmed", "cancelled"}
    taken = bot.asks(
        "SELECT event_groups.id, seats, total(1 + companions) FROM event_groups "
        "JOIN signups ON group_id = event_groups.id WHERE state IN ('confirmed', 'offered') GROUP BY event_groups.id"
    )
    assert all(float(str(people)) <= int(str(seats)) for _, seats, people in taken)
