"""Seats, driven by random people: never over-booked, nobody overtaken."""

import asyncio
import tempfile
from collections.abc import Coroutine
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain.clock import Clock
from bot.domain.events import Event, Group
from bot.domain.localized import polish
from bot.domain.people import Actor
from bot.domain.signups import Details, SignUp, State
from bot.services import signups
from bot.store import signups as rows
from bot.store.database import Database

from ..conftest import NOON
from ..town import WARSAW
from .house import Office

T = TypeVar("T")
GROUPS = (Group(0, polish("urzędnicy"), 3), Group(0, polish("animatorzy"), 4))


class Sharing(RuleBasedStateMachine):
    """People come, bring others, leave, think better of it; the organisers change the number of seats."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        db = self.run(Database.open(Path(self.folder.name) / "seats.sqlite3"))
        self.office = Office(db, Clock(WARSAW, stands_at=NOON))
        self.people: list[Actor] = []
        self.event: Event

    def run(self, work: Coroutine[object, object, T]) -> T:
        """Do one thing."""
        return self.loop.run_until_complete(work)

    @initialize(seats=st.integers(1, 8), has_groups=st.booleans())
    def opens(self, seats: int, has_groups: bool) -> None:
        """An event."""
        self.event = self.run(self.office.event(seats=seats, companions=3, groups=GROUPS if has_groups else ()))

    @rule(companions=st.integers(0, 3), group=st.integers(0, 1))
    def joins(self, companions: int, group: int) -> None:
        """Somebody new."""
        actor = self.run(self.office.person())
        self.people.append(actor)
        chosen = self.event.groups[group].id if self.event.groups else None
        self.run(self.office.joins(actor, self.event, Details("Anna Nowak", companions=companions, group=chosen)))

    @precondition(lambda self: self.people)
    @rule(who=st.integers(0, 1000))
    def cancels(self, who: int) -> None:
        """Somebody leaves."""
        actor = self.people[who % len(self.people)]
        signup = self.run(self.office.signup(actor, self.event))
        self.run(signups.cancel(self.office.db, actor, signup.id, now=self.office.now))

    @precondition(lambda self: self.people)
    @rule(who=st.integers(0, 1000))
    def undoes(self, who: int) -> None:
        """Somebody thinks better of it, in time."""
        actor = self.people[who % len(self.people)]
        signup = self.run(self.office.signup(actor, self.event))
        if signup.state is State.CANCELLED:
            self.run(signups.undo(self.office.db, actor, signup.id, now=self.office.now))

    @rule(seats=st.integers(1, 12))
    def seats_change(self, seats: int) -> None:
        """The organisers find a larger room, or lose one."""
        starts = self.office.now + timedelta(days=8)
        plan = self.office.draft(seats=seats, companions=3, starts_at=starts, ends_at=starts + timedelta(hours=2))
        self.run(self.office.bring(plan, GROUPS if self.event.groups else ()))
        self.event = self.run(self.office.found())

    @invariant()
    def nobody_who_fits_is_left_waiting_and_nobody_new_is_overbooked(self) -> None:
        """The first in the queue does not fit; seats given never exceed what there was when they were given."""
        queue = [one for one in self._all() if one.state is State.WAITING]
        assert [one.queue for one in queue] == sorted(one.queue or 0 for one in queue)
        for group in {one.details.group for one in queue}:
            first = next(one for one in queue if one.details.group == group)
            is_behind = first is not queue[0]
            assert is_behind or not self._fits(first)

    def _fits(self, waiting: SignUp) -> bool:
        seated = [one for one in self._all() if one.state is State.CONFIRMED]
        total = self.event.plan.seats
        limits = {group.id: group.seats for group in self.event.groups}
        in_group = sum(one.size for one in seated if one.details.group == waiting.details.group)
        limit = limits.get(waiting.details.group or 0)
        fits_total = total is None or sum(one.size for one in seated) + waiting.size <= total
        return fits_total and (limit is None or in_group + waiting.size <= limit)

    def _all(self) -> list[SignUp]:
        async def read() -> list[SignUp]:
            async with self.office.db.reading() as tx:
                return await rows.list_active(tx, self.event.id)

        return self.run(read()) if hasattr(self, "event") else []

    def teardown(self) -> None:
        """Close what was opened."""
        self.run(self.office.db.close())
        self.loop.close()
        self.folder.cleanup()


TestSharing = Sharing.TestCase
TestSharing.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
