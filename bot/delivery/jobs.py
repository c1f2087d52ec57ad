"""What happens by itself: APScheduler ticks, the database says what is due."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta

from telegram.ext import CallbackContext, JobQueue

from bot.chat.context import House
from bot.delivery.outbox import Outbox
from bot.delivery.progress import Progress
from bot.services import announcing, inbox, indicators, outcomes, people, privacy, upkeep
from bot.services.indicators import Running

EVERY = timedelta(seconds=1)
CHORES: tuple[tuple[timedelta, Callable[..., Awaitable[object]]], ...] = (
    (EVERY, people.note_updates),
    (EVERY, upkeep.lapse_offers),
    (EVERY, announcing.start_due),
    (timedelta(minutes=1), upkeep.keep),
    (timedelta(hours=1), privacy.forget_in_time),
    (timedelta(minutes=10), inbox.report_waiting),
    (timedelta(hours=1), outcomes.close),
)
"""What is done by the clock, ``chore(db, now=…)``, and how often; each asks the store what is due."""
ONCE = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
"""A tick that is late is run all the same, and never two at a time."""


async def remind_of_targets(house: House) -> None:
    """Tell the team of a project's targets that are missed, when its end is near."""
    running = [
        Running(
            project.slug,
            project.title.texts,
            project.period.ends.last,
            tuple(spec.indicator() for spec in project.indicators),
        )
        for project in house.content.projects.values()
        if project.indicators and project.period.ends
    ]
    await indicators.remind(house.db, running, now=house.clock.now())


class Chores:
    """The chores with the time each was done last. They go by the house's clock, which the sandbox can move."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._done: dict[int, datetime] = {}
        self._reminded: date | None = None

    async def tick(self) -> None:
        """Do every chore whose time has come."""
        for number, (every, chore) in enumerate(CHORES):
            now = self._house.clock.now()
            last = self._done.get(number)
            if last is None or now - last >= every:
                await chore(self._house.db, now=now)
                self._done[number] = now
        today = self._house.clock.now().date()
        if self._reminded != today:
            await remind_of_targets(self._house)
            self._reminded = today


def schedule(queue: "JobQueue[CallbackContext]", house: House, outbox: Outbox, progress: Progress) -> None:  # type: ignore[type-arg]
    """Begin to tick: the chores, and the messages. A long announcement does not hold up the chores."""
    chores = Chores(house)

    async def do_chores(_context: object) -> None:
        await chores.tick()

    async def send(_context: object) -> None:
        await outbox.tick()

    async def show_progress(_context: object) -> None:
        await progress.tick()

    queue.run_repeating(do_chores, EVERY, first=timedelta(), name="chores", job_kwargs=ONCE)
    queue.run_repeating(send, EVERY, first=timedelta(), name="outbox", job_kwargs=ONCE)
    queue.run_repeating(show_progress, EVERY, first=timedelta(), name="progress", job_kwargs=ONCE)
