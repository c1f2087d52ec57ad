"""What somebody who signs up would get now, and why they wait, on a real store."""

from bot.domain.events import Event, Group
from bot.domain.forms import Value
from bot.domain.localized import polish
from bot.domain.prospects import Prospect
from bot.domain.seats import Hitch
from bot.domain.signups import Details, State
from bot.services import fitting

from .house import Office

GROUPS = (Group(0, polish("Piastów"), 1), Group(0, polish("Kraków"), 5))


async def prospect(office: Office, event: Event) -> Prospect:
    """What there is at this moment."""
    async with office.db.reading() as tx:
        return await fitting.prospect(tx, event, now=office.now)


async def alone(office: Office, event: Event, *, companions: int = 0, group: int = 0) -> Hitch | None:
    """Why somebody new waits, as they are told after signing up; the prospect said the same before."""
    answers: dict[str, Value] = {"companions": companions} | ({"group": str(group)} if event.groups else {})
    before = (await prospect(office, event)).hitch(answers)
    chosen = event.groups[group].id if event.groups else None
    details = Details("Anna Nowak", companions=companions, group=chosen)
    place = await office.joins(await office.person(), event, details)
    assert place.hitch == before
    assert (place.signup.state is State.WAITING) == (before is not None)
    return before


async def test_a_family_larger_than_the_free_seats_is_told_so_and_not_that_all_are_taken(office: Office) -> None:
    event = await office.event(seats=3, companions=2)
    assert await alone(office, event) is None
    found = await prospect(office, event)
    assert (found.free({"companions": 2}), found.hitch({"companions": 1})) == (2, None)
    assert await alone(office, event, companions=2) is Hitch.PARTY


async def test_seats_that_somebody_waits_for_are_free_and_not_to_be_had(office: Office) -> None:
    event = await office.event(seats=3, companions=2)
    await alone(office, event)
    await alone(office, event, companions=2)
    assert await alone(office, event) is Hitch.QUEUE


async def test_a_full_group_is_no_full_event(office: Office) -> None:
    event = await office.event(seats=6, groups=GROUPS)
    assert await alone(office, event, group=0) is None
    found = await prospect(office, event)
    assert [found.left_in(group) for group in event.groups] == [0, 5]
    assert await alone(office, event, group=0) is Hitch.GROUP
    assert await alone(office, event, group=1) is None


async def test_where_groups_alone_are_limited_the_event_is_full_when_they_are(office: Office) -> None:
    event = await office.event(seats=None, groups=(Group(0, polish("Piastów"), 1), Group(0, polish("Kraków"), 1)))
    assert await alone(office, event, group=0) is None
    assert await alone(office, event, group=1) is None
    assert await alone(office, event, group=1) is Hitch.FULL


async def test_a_group_has_no_more_seats_than_the_event(office: Office) -> None:
    event = await office.event(seats=3, groups=(Group(0, polish("Piastów"), 2), Group(0, polish("Kraków"), None)))
    for _ in range(2):
        await alone(office, event, group=1)
    found = await prospect(office, event)
    assert [found.left_in(group) for group in event.groups] == [1, 1]


async def test_where_the_organisers_choose_there_is_no_queue_to_warn_of(office: Office) -> None:
    event = await office.event(seats=1, groups=GROUPS, approval=True)
    found = await prospect(office, event)
    assert found.hitch({"companions": 4, "group": "0"}) is None
    assert [found.left_in(group) for group in event.groups] == [None, None]
