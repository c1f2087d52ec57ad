"""What happens by itself: APScheduler ticks, the database says what is due."""

from datetime import timedelta

from telegram.ext import CallbackContext, JobQueue

from bot.chat.context import House
from bot.delivery.outbox import Outbox
from bot.services import privacy

EVERY = timedelta(seconds=1)
CLEANING = timedelta(hours=1)
ONCE = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
"""A tick that is late is run all the same, and never two at a time."""


def schedule(queue: "JobQueue[CallbackContext]", house: House, outbox: Outbox) -> None:  # type: ignore[type-arg]
    """Begin to tick. Cleaning goes by the house's clock, so that it can be tried in the sandbox."""
    cleaned = house.clock.now() - CLEANING

    async def tick(_context: object) -> None:
        nonlocal cleaned
        await outbox.tick()
        now = house.clock.now()
        if now - cleaned >= CLEANING:
            await privacy.forget_in_time(house.db, now=now)
            cleaned = now

    queue.run_repeating(tick, EVERY, first=timedelta(), name="tick", job_kwargs=ONCE)
