"""Who gets the next seat."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.seats import EVENT, SHARED, Key, Limit, Party, Room, seat

OFFICIALS: Key = (Limit.GROUP, 7)
ANIMATORS: Key = (Limit.GROUP, 8)
FIRST: Key = (Limit.SESSION, 1)
SECOND: Key = (Limit.SESSION, 2)
HOUSEWIVES: Key = (Limit.ORGANISATION, 3)


def party(signup: int, size: int, *keys: Key) -> Party:
    """So many people, under these limits."""
    return Party(signup, size, frozenset(keys))


def seated(room: Room, *queue: Party) -> list[int]:
    """Who of the queue gets a seat."""
    return [one.signup for one in seat(room, queue)]


def test_everybody_who_fits_is_seated_in_order_of_arrival() -> None:
    assert seated(Room({EVENT: 2}), party(1, 1), party(2, 1), party(3, 1)) == [1, 2]


def test_without_a_limit_everybody_is_seated() -> None:
    assert len(seat(Room(), [party(number, 5) for number in range(50)])) == 50


def test_a_couple_is_seated_together_or_not_at_all() -> None:
    assert seated(Room({EVENT: 1}), party(1, 2)) == []
    assert seated(Room({EVENT: 2}), party(1, 2)) == [1]


def test_nobody_overtakes_a_couple_that_waits_for_two_seats() -> None:
    assert seated(Room({EVENT: 1}), party(1, 2), party(2, 1)) == []


def test_who_waits_for_a_full_group_holds_nobody_of_another_group_back() -> None:
    room = Room({EVENT: 5, OFFICIALS: 0, ANIMATORS: 2})
    assert seated(room, party(1, 1, OFFICIALS), party(2, 1, ANIMATORS)) == [2]


def test_nobody_overtakes_within_a_group() -> None:
    room = Room({EVENT: 5, OFFICIALS: 1, ANIMATORS: 2})
    assert seated(room, party(1, 2, OFFICIALS), party(2, 1, OFFICIALS), party(3, 1, ANIMATORS)) == [3]


def test_who_waits_for_the_event_as_a_whole_holds_everybody_back() -> None:
    room = Room({EVENT: 1, OFFICIALS: 5, ANIMATORS: 5})
    assert seated(room, party(1, 2, OFFICIALS), party(2, 1, ANIMATORS)) == []


def test_a_full_group_draws_on_the_seats_of_a_released_one() -> None:
    room = Room({EVENT: 5, OFFICIALS: 1, ANIMATORS: 0, SHARED: 2})
    assert seated(room, party(1, 2, OFFICIALS), party(2, 1, ANIMATORS), party(3, 1, ANIMATORS)) == [1, 2]


def test_nobody_overtakes_a_couple_that_waits_for_shared_seats() -> None:
    room = Room({EVENT: 5, OFFICIALS: 0, ANIMATORS: 0, SHARED: 1})
    assert seated(room, party(1, 2, OFFICIALS), party(2, 1, ANIMATORS)) == []


def test_an_organisation_that_has_its_seats_holds_nobody_else_back() -> None:
    room = Room({EVENT: 5, HOUSEWIVES: 0})
    assert seated(room, party(1, 1, HOUSEWIVES), party(2, 1)) == [2]


def test_who_waits_for_a_whole_course_is_not_overtaken_for_one_of_its_sessions() -> None:
    room = Room({FIRST: 1, SECOND: 0})
    assert seated(room, party(1, 1, FIRST, SECOND), party(2, 1, FIRST)) == []


def test_who_waits_for_one_session_holds_nobody_of_another_back() -> None:
    room = Room({FIRST: 1, SECOND: 0})
    assert seated(room, party(1, 1, SECOND), party(2, 1, FIRST)) == [2]


def test_the_room_a_party_leaves_is_there_again() -> None:
    couple = party(1, 2, OFFICIALS)
    room = Room({EVENT: 4, OFFICIALS: 3})
    assert room.without(couple).freed(couple) == room


groups = st.sampled_from([(Limit.GROUP, number) for number in (7, 8, 9)])
parties = st.lists(
    st.builds(party, st.integers(1, 10**6), st.integers(1, 4), groups),
    max_size=30,
    unique_by=lambda one: one.signup,
)
rooms = st.builds(
    Room,
    st.fixed_dictionaries(
        {},
        optional={
            EVENT: st.integers(0, 30),
            SHARED: st.integers(0, 6),
            **{(Limit.GROUP, number): st.integers(0, 15) for number in (7, 8, 9)},
        },
    ),
)


@given(rooms, parties)
def test_no_room_is_ever_overbooked(room: Room, queue: list[Party]) -> None:
    found = seat(room, queue)
    taken = {key: sum(one.size for one in found if key in {EVENT, *one.keys}) for key in room.left if key != SHARED}
    assert EVENT not in taken or taken[EVENT] <= room.left[EVENT]
    over = sum(max(0, size - room.left[key]) for key, size in taken.items() if key != EVENT)
    assert over <= room.left.get(SHARED, 0)


@given(rooms, parties)
def test_within_a_group_the_seated_are_the_first_in_the_queue(room: Room, queue: list[Party]) -> None:
    found = set(seat(room, queue))
    for number in (7, 8, 9):
        taken = [one in found for one in queue if (Limit.GROUP, number) in one.keys]
        assert taken == sorted(taken, reverse=True)


@given(rooms, parties)
def test_whoever_stays_at_the_head_of_the_queue_does_not_fit(room: Room, queue: list[Party]) -> None:
    found = seat(room, queue)
    left = room
    for one in found:
        left = left.without(one)
    waiting = [one for one in queue if one not in found]
    assert not waiting or left.lacking(waiting[0])
