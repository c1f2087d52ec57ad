"""Attendance: noted once whoever notes it, by numbers, tickets, names, heads and the code on the wall."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import attendance as domain
from bot.domain.attendance import (
    CheckInOver,
    CheckInTooEarly,
    CodeUnknown,
    NameStaysListed,
    NotOnTheList,
    NumbersUnread,
    read_numbers,
)
from bot.domain.courses import SessionGone
from bot.domain.events import Event
from bot.domain.people import Actor, Grant, Role, Scope
from bot.domain.refusals import NotAllowed
from bot.domain.signups import Details, State
from bot.services import attendance, dialogs, moves, outcomes, privacy, self_check_in, signups, walk_ins
from bot.services.attendance import Sheet
from bot.services.walk_ins import HeadCount, WalkIns
from bot.store import people
from bot.store import signups as rows

from .house import Office, goes_on
from .test_sessions import course, goes, until

NAMES = ("Zofia Żak", "Adam Ćma", "Ewa Cisek", "Jan Łoś")
"""In the order of signing up; by surname they are Cisek, Ćma, Łoś, Żak."""


async def helper(office: Office, name: str = "Marek", project: str = "podgorze") -> Actor:
    """An animator of a project."""
    actor = await office.person(name)
    grant = Grant(Role.ANIMATOR, Scope.PROJECT, project)
    async with office.db.transaction() as tx:
        await people.grant(tx, actor.id, grant, office.now)
    return replace(actor, grants=frozenset({grant}))


async def crowd(office: Office, event: Event, *names: str) -> list[Actor]:
    """People who signed up, in this order."""
    found = []
    for name in names or NAMES:
        one = await office.person(name)
        await office.joins(one, event, Details(name))
        found.append(one)
    return found


async def sheet(office: Office, actor: Actor, event: Event, session: int = 0) -> Sheet:
    """The list as it stands."""
    return await attendance.sheet(office.db, actor, event.id, session, 0, now=office.now)


def ticked(sheet: Sheet) -> dict[str, bool]:
    """Who is noted as present."""
    return {line.signup.details.name: line.presence is not None for line in sheet.lines}


async def ticks(office: Office, actor: Actor, signup: int, *, is_here: bool = True, session: int = 0) -> Sheet:
    """Press the button of somebody on the list."""
    return await attendance.mark(office.db, actor, signup, session, 0, is_here=is_here, is_others=False, now=office.now)


class TestTheList:
    async def test_is_numbered_by_surname_with_companions_counted(self, office: Office) -> None:
        event = await office.event(seats=20, companions=2)
        await crowd(office, event)
        await office.joins(await office.person("Ola"), event, Details("Ola Dąb", companions=2))
        lines = (await sheet(office, await helper(office), event)).lines
        assert [(line.number, line.last, line.signup.details.name) for line in lines] == [
            (1, 1, "Ewa Cisek"),
            (2, 2, "Adam Ćma"),
            (3, 5, "Ola Dąb"),
            (6, 6, "Jan Łoś"),
            (7, 7, "Zofia Żak"),
        ]

    async def test_comes_in_pages(self, office: Office) -> None:
        event = await office.event(seats=50)
        await crowd(office, event, *(f"Osoba Nr{letter}" for letter in "abcdefghijkl"))
        marek = await helper(office)
        first = await sheet(office, marek, event)
        last = await attendance.sheet(office.db, marek, event.id, 0, 99, now=office.now)
        assert (len(first.lines), first.pages, len(last.lines), last.page) == (10, 2, 2, 1)

    async def test_is_for_the_team_of_the_project_only(self, office: Office) -> None:
        event = await office.event()
        stranger = await helper(office, project="lider")
        for actor in (stranger, await office.person()):
            with pytest.raises(NotAllowed):
                await sheet(office, actor, event)

    async def test_of_a_session_has_only_those_who_go_to_it(self, office: Office) -> None:
        event = await course(office, has_single_sessions=True)
        ann, ben = await office.person(), await office.person()
        await office.joins(ann, event, goes(event, 1))
        await office.joins(ben, event, replace(goes(event, 2), name="Ben Bąk"))
        marek = await helper(office)
        assert ticked(await sheet(office, marek, event, event.sessions[0].id)) == {"Anna Nowak": False}
        assert ticked(await sheet(office, marek, event, event.sessions[1].id)) == {"Ben Bąk": False}
        with pytest.raises(SessionGone):
            await sheet(office, marek, event, 999)


class TestNoting:
    async def test_by_two_people_at_once_is_done_once_and_says_by_whom(self, office: Office) -> None:
        event = await office.event(seats=4)
        ann, *_ = await crowd(office, event)
        marek, ola = await helper(office, "Marek"), await helper(office, "Ola")
        until(office, event.plan.starts_at)
        number = (await office.signup(ann, event)).id
        await asyncio.gather(*(ticks(office, one, number) for one in (marek, ola, marek, ola)))
        seen = await sheet(office, ola, event)
        (line,) = [line for line in seen.lines if line.presence]
        assert line.presence is not None
        assert (line.signup.id, line.presence.name) == (number, "Marek")
        assert seen.present == 1

    async def test_is_taken_back_and_twice_is_once(self, office: Office) -> None:
        event = await office.event()
        ann, *_ = await crowd(office, event, "Anna Nowak")
        marek = await helper(office)
        until(office, event.plan.starts_at)
        number = (await office.signup(ann, event)).id
        await ticks(office, marek, number)
        for _ in range(2):
            assert (await ticks(office, marek, number, is_here=False)).present == 0

    async def test_begins_on_the_day_of_the_event(self, office: Office) -> None:
        event = await office.event()
        ann, *_ = await crowd(office, event, "Anna Nowak")
        marek, number = await helper(office), (await office.signup(ann, event)).id
        until(office, event.plan.starts_at, hours=-13)
        with pytest.raises(CheckInTooEarly):
            await ticks(office, marek, number)
        office.clock.move(timedelta(hours=2))
        assert (await ticks(office, marek, number)).present == 1

    async def test_of_a_course_is_noted_for_the_session_that_is_on(self, office: Office) -> None:
        event = await course(office)
        ann, *_ = await crowd(office, event, "Anna Nowak")
        marek, number = await helper(office), (await office.signup(ann, event)).id
        until(office, event.sessions[1].starts_at, minutes=-30)
        noted = await ticks(office, marek, number)
        assert noted.session is not None
        assert noted.session.id == event.sessions[1].id
        assert (await sheet(office, marek, event, event.sessions[0].id)).present == 0


class TestNumbers:
    @pytest.mark.parametrize(
        ("typed", "numbers", "unread"),
        [
            ("1-3,9", (1, 2, 3, 9), ()),
            ("1 – 3, 9", (1, 2, 3, 9), ()),
            ("3-1", (1, 2, 3), ()),
            ("2 2 2;4", (2, 4), ()),
            ("1, Ania, 5", (1, 5), ("Ania",)),
        ],
    )
    def test_are_read_as_people_write_them(self, typed: str, numbers: tuple[int, ...], unread: tuple[str, ...]) -> None:
        read = read_numbers(typed)
        assert (read.all, read.unread) == (numbers, unread)

    @pytest.mark.parametrize("typed", ["", "Ania", "12345", "-"])
    def test_without_any_are_refused(self, typed: str) -> None:
        with pytest.raises(NumbersUnread):
            read_numbers(typed)

    async def test_note_those_on_the_list_and_say_which_it_has_not(self, office: Office) -> None:
        event = await office.event(seats=20)
        await crowd(office, event)
        marek = await helper(office)
        until(office, event.plan.starts_at)
        numbers = read_numbers("1-2, 4, 9")
        done = await attendance.mark_numbers(office.db, marek, event.id, 0, numbers, now=office.now)
        assert [line.signup.details.name for line in done.noted] == ["Ewa Cisek", "Adam Ćma", "Zofia Żak"]
        assert (done.already, done.missing) == ((), (9,))
        again = await attendance.mark_numbers(office.db, marek, event.id, 0, read_numbers("1"), now=office.now)
        assert (again.noted, len(again.already)) == ((), 1)

    async def test_are_taken_back_without_what_was_noted_before(self, office: Office) -> None:
        event = await office.event(seats=20)
        zofia, *_ = await crowd(office, event)
        marek = await helper(office)
        until(office, event.plan.starts_at)
        await ticks(office, marek, (await office.signup(zofia, event)).id)
        office.clock.move(timedelta(minutes=1))
        done = await attendance.mark_numbers(office.db, marek, event.id, 0, read_numbers("1-4"), now=office.now)
        taken = await attendance.undo_batch(office.db, marek, event.id, 0, done.at, now=office.now)
        assert taken == 3
        seen = ticked(await sheet(office, marek, event))
        assert [name for name, is_here in seen.items() if is_here] == ["Zofia Żak"]

    async def test_of_a_companion_are_the_host_s(self, office: Office) -> None:
        event = await office.event(seats=20, companions=2)
        await office.joins(await office.person(), event, Details("Ola Dąb", companions=2))
        marek = await helper(office)
        until(office, event.plan.starts_at)
        await attendance.mark_numbers(office.db, marek, event.id, 0, read_numbers("3"), now=office.now)
        assert (await sheet(office, marek, event)).present == 3


class TestATicket:
    async def test_is_noted_once_and_says_who_noted_it_first(self, office: Office) -> None:
        event = await office.event()
        ann, *_ = await crowd(office, event, "Anna Nowak")
        marek, ola = await helper(office, "Marek"), await helper(office, "Ola")
        until(office, event.plan.starts_at)
        number = (await office.signup(ann, event)).id
        first = await attendance.check_in(office.db, marek, number, None, now=office.now)
        assert (first.signup.details.name, first.is_expected, first.before) == ("Anna Nowak", True, None)
        second = await attendance.check_in(office.db, ola, number, None, now=office.now)
        assert second.before is not None
        assert second.before.name == "Marek"

    async def test_of_somebody_who_waits_is_shown_and_not_noted_until_let_in(self, office: Office) -> None:
        event = await office.event(seats=1)
        _, ben = await crowd(office, event, "Anna Nowak", "Ben Bąk")
        marek, number = await helper(office), (await office.signup(ben, event)).id
        until(office, event.plan.starts_at)
        shown = await attendance.check_in(office.db, marek, number, None, now=office.now)
        assert not shown.is_expected
        assert (await sheet(office, marek, event)).present == 0
        let_in = await ticks(office, marek, number)
        assert ticked(let_in) == {"Anna Nowak": False, "Ben Bąk": True}
        assert (let_in.present, let_in.expected) == (1, 1)


class TestWhoJustComes:
    async def writes(self, office: Office, actor: Actor, event: Event, form: str, typed: str) -> object:
        """Go through the conversation."""
        await walk_ins.begin(office.db, actor, form, event.id, 0, now=office.now)
        step = goes_on(await moves.type_in(office.db, actor, typed, now=office.now))
        return (await dialogs.commit(office.db, actor, step.draft.revision, now=office.now)).result

    async def test_is_written_down_present_after_the_printed_numbers(self, office: Office) -> None:
        event = await office.event(seats=2)
        await crowd(office, event, "Anna Nowak", "Zofia Żak")
        marek = await helper(office)
        until(office, event.plan.starts_at)
        done = await self.writes(office, marek, event, walk_ins.NAMES, "Bogdan Adamski\n12, zofia żak")
        assert isinstance(done, WalkIns)
        assert [one.details.name for one in done.added] == ["Bogdan Adamski"]
        assert [one.details.name for one in done.found] == ["Zofia Żak"]
        assert done.skipped == ("12",)
        seen = await sheet(office, marek, event)
        assert ticked(seen) == {"Anna Nowak": False, "Zofia Żak": True, "Bogdan Adamski": True}
        assert [line.number for line in seen.lines] == [1, 2, 3]

    async def test_is_taken_back_with_the_name(self, office: Office) -> None:
        event = await office.event()
        ann, *_ = await crowd(office, event, "Anna Nowak")
        marek = await helper(office)
        until(office, event.plan.starts_at)
        done = await self.writes(office, marek, event, walk_ins.NAMES, "Bogdan Adamski")
        assert isinstance(done, WalkIns)
        await walk_ins.remove(office.db, marek, done.added[0].id, now=office.now)
        assert ticked(await sheet(office, marek, event)) == {"Anna Nowak": False}
        async with office.db.reading() as tx:
            assert await tx.one("SELECT 1 FROM people WHERE name = 'Bogdan Adamski'") is None
        with pytest.raises(NameStaysListed):
            await walk_ins.remove(office.db, marek, (await office.signup(ann, event)).id, now=office.now)

    async def test_is_counted_without_a_name_and_back(self, office: Office) -> None:
        event, marek = await office.event(), await helper(office)
        until(office, event.plan.starts_at)
        done = await self.writes(office, marek, event, walk_ins.HEADS, "12")
        assert isinstance(done, HeadCount)
        assert (done.before, done.people) == (0, 12)
        assert (await sheet(office, marek, event)).heads == 12
        await walk_ins.count_heads(office.db, marek, event.id, 0, 0, now=office.now)
        assert (await sheet(office, marek, event)).heads == 0


class TestTheCodeOnTheWall:
    async def code(self, office: Office, event: Event, session: int = 0) -> str:
        """The code, asked for by the team."""
        _, _, code = await self_check_in.code(office.db, await helper(office), event.id, session, now=office.now)
        return code

    async def test_is_the_same_every_time_and_another_for_each_session(self, office: Office) -> None:
        event = await course(office)
        first, second = event.sessions[0].id, event.sessions[1].id
        assert await self.code(office, event, first) == await self.code(office, event, first)
        assert await self.code(office, event, first) != await self.code(office, event, second)

    async def test_works_from_an_hour_before_until_the_end(self, office: Office) -> None:
        event = await office.event()
        ann, ben, *_ = await crowd(office, event, "Anna Nowak", "Ben Taylor")
        code = await self.code(office, event)
        until(office, event.plan.starts_at, minutes=-61)
        with pytest.raises(CheckInTooEarly):
            await self_check_in.arrive(office.db, ann, code, now=office.now)
        office.clock.move(timedelta(minutes=1))
        assert not (await self_check_in.arrive(office.db, ann, f"{code[:3]}-{code[3:]}", now=office.now)).was_known
        assert (await self_check_in.arrive(office.db, ann, code, now=office.now)).was_known
        until(office, event.plan.ends_at)
        with pytest.raises(CheckInOver):
            await self_check_in.arrive(office.db, ben, code, now=office.now)
        assert (await self_check_in.arrive(office.db, ann, code, now=office.now)).was_known

    async def test_is_taken_back_by_the_person_but_not_what_the_team_noted(self, office: Office) -> None:
        event = await office.event()
        ann, *_ = await crowd(office, event, "Anna Nowak")
        code, marek = await self.code(office, event), await helper(office)
        until(office, event.plan.starts_at)
        await self_check_in.arrive(office.db, ann, code, now=office.now)
        assert not (await self_check_in.leave(office.db, ann, event.id, 0, now=office.now)).was_known
        assert (await sheet(office, marek, event)).present == 0
        await ticks(office, marek, (await office.signup(ann, event)).id)
        assert (await self_check_in.leave(office.db, ann, event.id, 0, now=office.now)).was_known
        assert (await sheet(office, marek, event)).present == 1

    async def test_lets_nobody_in_who_has_no_seat(self, office: Office) -> None:
        event = await office.event(seats=1)
        _, ben = await crowd(office, event, "Anna Nowak", "Ben Bąk")
        code = await self.code(office, event)
        until(office, event.plan.starts_at)
        for actor in (ben, await office.person("Ktoś")):
            with pytest.raises(NotOnTheList):
                await self_check_in.arrive(office.db, actor, code, now=office.now)
        wrong = "000000" if code != "000000" else "111111"
        with pytest.raises(CodeUnknown):
            await self_check_in.arrive(office.db, ben, wrong, now=office.now)


class TestWhatBecameOfPeople:
    async def test_is_decided_the_day_after_the_end(self, office: Office) -> None:
        event = await office.event(seats=4)
        zofia, adam, *_ = await crowd(office, event)
        marek = await helper(office)
        until(office, event.plan.starts_at)
        await ticks(office, marek, (await office.signup(zofia, event)).id)
        until(office, event.plan.ends_at, hours=1)
        assert await outcomes.close(office.db, now=office.now) == 0
        office.clock.move(timedelta(hours=10))
        assert await outcomes.close(office.db, now=office.now) == 1
        states = [(await office.signup(one, event)).state for one in (zofia, adam)]
        assert states == [State.ATTENDED, State.ABSENT]
        assert await outcomes.close(office.db, now=office.now) == 0

    async def test_is_nothing_where_nobody_took_attendance(self, office: Office) -> None:
        event = await office.event()
        ann, *_ = await crowd(office, event, "Anna Nowak")
        until(office, event.plan.ends_at, days=1)
        assert await outcomes.close(office.db, now=office.now) == 0
        assert (await office.signup(ann, event)).state is State.CONFIRMED

    async def test_of_a_course_counts_by_sessions(self, office: Office) -> None:
        event = await course(office, 3, has_single_sessions=True)
        ann, ben, cecylia = [await office.person() for _ in range(3)]
        await office.joins(ann, event)
        await office.joins(ben, event, goes(event, 1))
        await office.joins(cecylia, event, goes(event, 3))
        marek = await helper(office)
        until(office, event.sessions[0].starts_at)
        await ticks(office, marek, (await office.signup(ann, event)).id)
        until(office, event.plan.ends_at, days=1)
        await outcomes.close(office.db, now=office.now)
        states = [(await office.signup(one, event)).state for one in (ann, ben, cecylia)]
        assert states == [State.ATTENDED, State.ABSENT, State.CONFIRMED]

    async def test_changes_with_a_correction_afterwards(self, office: Office) -> None:
        event = await office.event(seats=4)
        zofia, adam, *_ = await crowd(office, event)
        marek = await helper(office)
        until(office, event.plan.starts_at)
        await ticks(office, marek, (await office.signup(zofia, event)).id)
        until(office, event.plan.ends_at, days=1)
        await outcomes.close(office.db, now=office.now)
        await ticks(office, marek, (await office.signup(adam, event)).id)
        await ticks(office, marek, (await office.signup(zofia, event)).id, is_here=False)
        states = [(await office.signup(one, event)).state for one in (zofia, adam)]
        assert states == [State.ABSENT, State.ATTENDED]

    async def test_is_kept_of_somebody_who_was_erased_without_a_name_on_any_list(self, office: Office) -> None:
        event = await office.event(seats=4)
        zofia, *_ = await crowd(office, event)
        marek, number = await helper(office), (await office.signup(zofia, event)).id
        until(office, event.plan.starts_at)
        await ticks(office, marek, number)
        await privacy.erase(office.db, zofia, now=office.now)
        assert len((await sheet(office, marek, event)).lines) == 3
        until(office, event.plan.ends_at, days=1)
        await outcomes.close(office.db, now=office.now)
        async with office.db.reading() as tx:
            kept = await rows.get(tx, number)
        assert kept is not None
        assert (kept.state, kept.details.name) == (State.ATTENDED, "")

    async def test_opens_the_next_edition_to_those_who_were_there(self, office: Office) -> None:
        event = await office.event(seats=4)
        zofia, *_ = await crowd(office, event)
        marek = await helper(office)
        until(office, event.plan.starts_at)
        await ticks(office, marek, (await office.signup(zofia, event)).id)
        until(office, event.plan.ends_at, days=1)
        await outcomes.close(office.db, now=office.now)
        after = await office.event("forum-2", after_event="forum-1")
        assert (await office.joins(zofia, after)).signup.state is State.CONFIRMED

    async def test_is_attended_for_somebody_let_in_from_the_queue(self, office: Office) -> None:
        event = await office.event(seats=1)
        _, ben = await crowd(office, event, "Anna Nowak", "Ben Bąk")
        marek, number = await helper(office), (await office.signup(ben, event)).id
        until(office, event.plan.starts_at)
        await ticks(office, marek, number)
        until(office, event.plan.ends_at, days=1)
        await outcomes.close(office.db, now=office.now)
        assert (await office.signup(ben, event)).state is State.ATTENDED
        assert (await signups.show(office.db, ben, number)).signup.queue is None


async def test_what_is_on_now_is_offered_first(office: Office) -> None:
    await office.event("pozniej")
    begins = office.now + timedelta(minutes=20)
    await office.event("zaraz", starts_at=begins, ends_at=begins + timedelta(hours=1))
    ended = office.now - timedelta(days=1)
    await office.event("wczoraj", starts_at=ended - timedelta(hours=1), ends_at=ended)
    await office.event("gdzie-indziej", project="lider")
    offered = await attendance.upcoming(office.db, await helper(office), now=office.now)
    assert [event.plan.code for event in offered] == ["zaraz", "wczoraj", "pozniej"]


def test_a_code_is_read_however_it_is_written() -> None:
    assert [domain.code_in(one) for one in ("483920", "483-920", " 483 920 ", "4839201", "forum-1")] == [
        *["483920"] * 3,
        None,
        None,
    ]
