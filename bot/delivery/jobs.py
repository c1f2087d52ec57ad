"""What happens by itself: APScheduler ticks, the database says what is due."""

from datetime import timedelta

from telegram.ext import CallbackContext, JobQueue

from bot.chat.context import House
from bot.delivery.outbox import Outbox
from bot.services import people

EVERY = timedelta(seconds=1)
ONCE = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
"""A tick that is late is run all the same, and never two at a time."""


def schedule(queue: "JobQueue[CallbackContext]", house: House, outbox: Outbox) -> None:  # type: ignore[type-arg]
    """Begin to tick."""

    async def tick(_context: object) -> None:
        await outbox.tick()

    async def forget(_context: object) -> None:
        await people.forget_updates(house.db, now=house.clock.now())

    queue.run_repeating(tick, EVERY, first=timedelta(), name="outbox", job_kwargs=ONCE)
    queue.run_repeating(forget, timedelta(hours=6), first=timedelta(minutes=5), name="updates", job_kwargs=ONCE)
