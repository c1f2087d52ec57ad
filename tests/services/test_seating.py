"""Seats, driven by random people: never over-booked, nobody overtaken."""

import asyncio
import tempfile
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import replace
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
from bot.domain.refusals import (
    ApplicationDecided,
    NobodyWaits,
    NoSeatFor,
    NotEnoughSeats,
    Refusal,
    StaleButton,
    TooLateForTeam,
    TooLateToUndo,
)
from bot.domain.seats import PartyTooLarge
from bot.domain.signups import Decision, Details, SignUp, State
from bot.services import applications, placements, seating, signups, upkeep
from bot.services.placements import Placed
from bot.store import events, quotas, rooms
from bot.store import signups as rows
from bot.store.database import Database

from ..conftest import NOON
from ..town import WARSAW
from .house import OWNER, Office

T = TypeVar("T")
GROUPS = (Group(0, polish("urzędnicy"), 3), Group(0, polish("animatorzy"), 4))


class Sharing(RuleBasedStateMachine):
    """People come, bring others, leave, think better of it; the organisers choose, move people and change the seats."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        db = self.run(Database.open(Path(self.folder.name) / "seats.sqlite3"))
        self.office = Office(db, Clock(WARSAW, stands_at=NOON))
        self.people: list[Actor] = []
        self.seated_before = 0
        self.placed: Placed | None = None
        self.by_hand: set[int] = set()
        self.event: Event

    def run(self, work: Coroutine[object, object, T]) -> T:
        """Do one thing."""
        return self.loop.run_until_complete(work)

    @initialize(seats=st.integers(1, 8), has_groups=st.booleans(), chooses=st.booleans())
    def opens(self, seats: int, has_groups: bool, chooses: bool) -> None:
        """An event, perhaps one whose organisers choose among applications."""
        groups = GROUPS if has_groups else ()
        self.event = self.run(self.office.event(seats=seats, companions=3, approval=chooses, groups=groups))

    @rule(companions=st.integers(0, 3), group=st.integers(0, 1))
    def joins(self, companions: int, group: int) -> None:
        """Somebody new."""
        actor = self.run(self.office.person())
        chosen = self.event.groups[group].id if self.event.groups else None
        with suppress(PartyTooLarge):
            self.run(self.office.joins(actor, self.event, Details("Anna Nowak", companions=companions, group=chosen)))
            self.people.append(actor)

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
            with suppress(TooLateToUndo):
                self.run(signups.undo(self.office.db, actor, signup.id, now=self.office.now))

    @precondition(lambda self: self.people)
    @rule(who=st.integers(0, 1000))
    def takes(self, who: int) -> None:
        """Somebody takes what is offered."""
        actor = self.people[who % len(self.people)]
        signup = self.run(self.office.signup(actor, self.event))
        if signup.state is State.OFFERED:
            place = self.run(signups.take(self.office.db, actor, signup.id, now=self.office.now))
            assert place.signup.state is State.CONFIRMED

    @precondition(lambda self: self.people)
    @rule(who=st.integers(0, 1000), companions=st.integers(0, 3))
    def changes(self, who: int, companions: int) -> None:
        """Somebody brings more people, or fewer."""
        actor = self.people[who % len(self.people)]
        signup = self.run(self.office.signup(actor, self.event))
        if signup.is_active:
            with suppress(NotEnoughSeats, PartyTooLarge):
                self.run(self._change(actor, signup, replace(signup.details, companions=companions)))

    async def _change(self, actor: Actor, signup: SignUp, details: Details) -> None:
        async with self.office.db.transaction() as tx:
            await signups.change(tx, actor, self.event, signup, details, now=self.office.now)

    @precondition(lambda self: self.people and self.event.plan.approval)
    @rule(who=st.integers(0, 1000), decision=st.sampled_from(Decision))
    def the_team_decides(self, who: int, decision: Decision) -> None:
        """Somebody's application is accepted, put on the waiting list, or declined; anew, perhaps."""
        signup = self._someone(who)
        with suppress(ApplicationDecided, NoSeatFor):
            self.run(applications.decide(self.office.db, OWNER, signup.id, decision, now=self.office.now))

    @precondition(lambda self: self.people and self.event.plan.approval)
    @rule(who=st.integers(0, 1000))
    def the_team_undoes_a_decision(self, who: int) -> None:
        """Nobody has been told of it yet."""
        with suppress(ApplicationDecided):
            self.run(applications.undo(self.office.db, OWNER, self._someone(who).id, now=self.office.now))

    @precondition(lambda self: self.event.plan.approval)
    @rule()
    def decisions_are_sent(self) -> None:
        """All that gathered."""
        self.run(applications.send(self.office.db, OWNER, self.event.id, now=self.office.now))
        assert not [one for one in self._all() if one.decision]

    @precondition(lambda self: self.people)
    @rule(who=st.integers(0, 1000))
    def the_team_gives_a_seat_out_of_order(self, who: int) -> None:
        """Only when there is one."""
        signup = self._someone(who)
        if self._does(placements.give(self.office.db, OWNER, signup.id, now=self.office.now), NoSeatFor):
            assert self._now(signup).state is State.CONFIRMED

    @precondition(lambda self: self.people)
    @rule(who=st.integers(0, 1000))
    def the_team_moves_somebody_to_the_queue(self, who: int) -> None:
        """The seat goes to whoever waits."""
        work = placements.queue(self.office.db, OWNER, self._someone(who).id, now=self.office.now)
        self._does(work, NobodyWaits)

    @precondition(lambda self: self.people)
    @rule(who=st.integers(0, 1000))
    def the_team_takes_somebody_off(self, who: int) -> None:
        """For good, or for ten minutes."""
        self._does(placements.cancel(self.office.db, OWNER, self._someone(who).id, now=self.office.now))

    @precondition(lambda self: self.people and self.event.groups)
    @rule(who=st.integers(0, 1000), group=st.integers(0, 1))
    def the_team_changes_a_group(self, who: int, group: int) -> None:
        """Nobody loses the place in the queue by it."""
        signup = self._someone(who)
        chosen = self.event.groups[group].id
        work = placements.regroup(self.office.db, OWNER, signup.id, chosen, now=self.office.now)
        if self._does(work, NoSeatFor):
            after = self._now(signup)
            assert after.details.group == chosen
            assert after.queue in {signup.queue, None}

    @precondition(lambda self: self.placed)
    @rule()
    def the_team_thinks_better_of_it(self) -> None:
        """What was done last is taken back, if it is not too late."""
        placed, self.placed = self.placed, None
        assert placed is not None
        with suppress(StaleButton, TooLateForTeam, NoSeatFor):
            self.run(placements.undo(self.office.db, OWNER, placed.signup, placed.entry, now=self.office.now))

    def _does(self, work: Coroutine[object, object, Placed], *refused: type[Refusal]) -> bool:
        """Let the team do something; False when it was refused."""
        try:
            self.placed = self.run(work)
        except Refusal as why:
            if not isinstance(why, (StaleButton, *refused)):
                raise
            return False
        self.by_hand.add(self.placed.signup)
        return True

    def _someone(self, who: int) -> SignUp:
        return self.run(self.office.signup(self.people[who % len(self.people)], self.event))

    def _now(self, signup: SignUp) -> SignUp:
        return next(one for one in self._all() if one.id == signup.id)

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours: int) -> None:
        """Hours go by, by day and by night, and offers lapse."""
        if self.office.now + timedelta(hours=hours) < self.event.plan.starts_at:
            self.office.clock.move(timedelta(hours=hours))
            self.run(upkeep.keep(self.office.db, now=self.office.now))

    @precondition(lambda self: self.event.groups)
    @rule(group=st.integers(0, 1), released=st.booleans())
    def a_group_is_released_or_kept(self, group: int, released: bool) -> None:
        """A coordinator lets the others have a group's unfilled seats, or thinks better of it."""
        self.run(self._release(self.event.groups[group].id, released))
        self.event = self.run(self.office.found())

    async def _release(self, group: int, released: bool) -> None:
        async with self.office.db.transaction() as tx:
            await quotas.set_released(tx, group, released)
            event = await events.get(tx, self.event.id)
            assert event is not None
            await seating.settle(tx, event, now=self.office.now)

    @rule(seats=st.integers(1, 12))
    def seats_change(self, seats: int) -> None:
        """The organisers find a larger room, or lose one."""
        plan = replace(self.event.plan, seats=seats)
        self.run(self.office.bring(plan, GROUPS if self.event.groups else ()))
        self.event = self.run(self.office.found())

    @invariant()
    def nobody_who_fits_is_left_waiting(self) -> None:
        """Whoever waits first of all, or first in a group, does not fit."""
        everybody = self._all()
        queue = [one for one in everybody if one.state is State.WAITING]
        assert [one.queue for one in queue] == sorted(one.queue or 0 for one in queue)
        is_deciding = any(one.state is State.APPLIED for one in everybody)
        assert not queue or is_deciding or self._lacking(queue[0])

    @invariant()
    def nobody_who_was_not_chosen_has_a_seat(self) -> None:
        """Where the organisers choose, whoever has a seat was chosen, or waited and was chosen for that."""
        if hasattr(self, "event") and self.event.plan.approval:
            seated = [one for one in self._all() if one.has_seat]
            assert [one for one in seated if one.decided_at is None and one.id not in self.by_hand] == []

    @invariant()
    def nobody_is_given_a_seat_that_is_not_there(self) -> None:
        """Over-booked is only who was seated before seats were taken away."""
        seated = sum(one.size for one in self._all() if one.has_seat)
        limit = self.event.plan.seats if hasattr(self, "event") else None
        if limit is not None:
            assert seated <= max(limit, self.seated_before)
        self.seated_before = seated

    @invariant()
    def every_offer_lapses_by_day_and_before_the_start(self) -> None:
        """An offer that is out has a time by which it passes on."""
        for one in self._all():
            assert (one.state is State.OFFERED) == (one.offered_until is not None)
            if one.offered_until:
                assert self.office.now < one.offered_until <= self.event.plan.starts_at
                assert 8 <= one.offered_until.astimezone(WARSAW).hour <= 21

    def _lacking(self, waiting: SignUp) -> bool:
        async def read() -> bool:
            async with self.office.db.reading() as tx:
                return bool((await rooms.get(tx, self.event)).lacking(rooms.party(self.event, waiting)))

        return self.run(read())

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
TestSharing.settings = settings(max_examples=25, stateful_step_count=25)
