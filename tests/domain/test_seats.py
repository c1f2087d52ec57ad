"""Who gets the next seat."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.seats import Party, Room, seat


def test_everybody_who_fits_is_seated_in_order_of_arrival() -> None:
    queue = [Party(1, 1), Party(2, 1), Party(3, 1)]
    assert [party.signup for party in seat(Room(2, {}), queue)] == [1, 2]


def test_without_a_limit_everybody_is_seated() -> None:
    assert len(seat(Room(None, {}), [Party(number, 5) for number in range(50)])) == 50


def test_a_couple_is_seated_together_or_not_at_all() -> None:
    assert seat(Room(1, {}), [Party(1, 2)]) == ()
    assert seat(Room(2, {}), [Party(1, 2)]) == (Party(1, 2),)


def test_nobody_overtakes_a_couple_that_waits_for_two_seats() -> None:
    assert seat(Room(1, {}), [Party(1, 2), Party(2, 1)]) == ()


def test_who_waits_for_a_full_group_holds_nobody_of_another_group_back() -> None:
    room = Room(5, {7: 0, 8: 2})
    assert seat(room, [Party(1, 1, 7), Party(2, 1, 8)]) == (Party(2, 1, 8),)


def test_nobody_overtakes_within_a_group() -> None:
    room = Room(5, {7: 1, 8: 2})
    assert seat(room, [Party(1, 2, 7), Party(2, 1, 7), Party(3, 1, 8)]) == (Party(3, 1, 8),)


def test_who_waits_for_the_event_as_a_whole_holds_everybody_back() -> None:
    room = Room(1, {7: 5, 8: 5})
    assert seat(room, [Party(1, 2, 7), Party(2, 1, 8)]) == ()


parties = st.lists(
    st.builds(Party, st.integers(1, 10**6), st.integers(1, 4), st.sampled_from([7, 8, 9])),
    max_size=30,
    unique_by=lambda party: party.signup,
)
rooms = st.builds(
    Room,
    st.none() | st.integers(0, 30),
    st.fixed_dictionaries({number: st.none() | st.integers(0, 15) for number in (7, 8, 9)}),
)


@given(rooms, parties)
def test_no_room_is_ever_overbooked(room: Room, queue: list[Party]) -> None:
    seated = seat(room, queue)
    assert room.total is None or sum(party.size for party in seated) <= room.total
    for group, left in room.groups.items():
        assert left is None or sum(party.size for party in seated if party.group == group) <= left


@given(rooms, parties)
def test_within_a_group_the_seated_are_the_first_in_the_queue(room: Room, queue: list[Party]) -> None:
    seated = set(seat(room, queue))
    for group in (7, 8, 9):
        taken = [party in seated for party in queue if party.group == group]
        assert taken == sorted(taken, reverse=True)


@given(rooms, parties)
def test_whoever_stays_at_the_head_of_the_queue_does_not_fit(room: Room, queue: list[Party]) -> None:
    seated = seat(room, queue)
    left = room
    for party in seated:
        left = left.without(party)
    waiting = [party for party in queue if party not in seated]
    assert not waiting or not left.fits(waiting[0])
