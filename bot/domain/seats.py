"""Who gets the next seat: the one rule behind every sign-up, cancellation and change of capacity."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """A sign-up with its companions: ``size`` people, all or nobody, within ``group`` if the event has groups."""

    signup: int
    size: int
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """Seats left: in the whole event and per group; None is no limit."""

    total: int | None
    groups: Mapping[int, int | None]

    def fits(self, party: Party) -> bool:
        """Whether the whole party finds a seat."""
        return self.fits_total(party.size) and _within(party.size, self._of_group(party))

    def fits_total(self, size: int) -> bool:
        """Whether ``size`` people find a seat in the event, groups aside."""
        return _within(size, self.total)

    def without(self, party: Party) -> "Room":
        """What is left once the party sits."""
        groups = dict(self.groups)
        if party.group is not None:
            groups[party.group] = _less(self._of_group(party), party.size)
        return Room(_less(self.total, party.size), groups)

    def _of_group(self, party: Party) -> int | None:
        return None if party.group is None else self.groups.get(party.group)


def seat(room: Room, queue: Sequence[Party]) -> tuple[Party, ...]:
    """The parties of ``queue``, in order of arrival, that get a seat now.

    Nobody overtakes: once a party waits for its group, nobody later of that group passes, and once a party waits
    for the event as a whole, nobody later passes at all, even alone.
    """
    seated: list[Party] = []
    blocked: set[int | None] = set()
    for party in queue:
        if party.group in blocked:
            continue
        if room.fits(party):
            seated.append(party)
            room = room.without(party)
        elif room.fits_total(party.size):
            blocked.add(party.group)
        else:
            break
    return tuple(seated)


def _within(size: int, left: int | None) -> bool:
    return left is None or size <= left


def _less(left: int | None, size: int) -> int | None:
    return None if left is None else left - size
