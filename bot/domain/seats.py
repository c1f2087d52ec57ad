"""Who gets the next seat: the one rule behind every sign-up, cancellation and change of capacity."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.domain.refusals import Refusal


class Limit(StrEnum):
    """What limits seats."""

    EVENT = "event"
    GROUP = "group"
    SHARED = "shared"
    SESSION = "session"
    ORGANISATION = "organisation"
    QUOTA = "quota"


class Hitch(StrEnum):
    """Why somebody would have to wait."""

    FULL = "full"
    PARTY = "party"
    """One of them would find a seat, but not all."""
    GROUP = "group"
    SESSIONS = "sessions"
    ORGANISATION = "organisation"
    QUEUE = "queue"
    """There are seats, but others wait for them."""


Key = tuple[Limit, int]
"""A limit, and the id of the group, session, organisation or quota it is about; 0 for the event itself."""
EVENT: Key = (Limit.EVENT, 0)
SHARED: Key = (Limit.SHARED, 0)
"""Seats of groups that were released: anybody's whose own group is full."""

FEW = 2
"""Seats left, or a tenth of them, of which the team is told."""


def is_few(free: int, total: int | None) -> bool:
    """Whether so few of ``total`` seats are left that the team wants to know."""
    return total is not None and free <= max(FEW, total // 10)


@dataclass(eq=False)
class PartyTooLarge(Refusal):
    """So many people would never find seats, even if nobody else came; ``most`` do, the host included."""

    event: int
    most: int


@dataclass(frozen=True, slots=True)
class Party:
    """A sign-up with its companions: ``size`` people, all or nobody, under the limits of ``keys``."""

    signup: int
    size: int
    keys: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class Room:
    """Seats left under each limit, never below 0; what is not in ``left`` is not limited.

    A group that is full may draw on ``left[SHARED]``.
    """

    left: Mapping[Key, int] = field(default_factory=dict)

    def lacking(self, party: Party) -> frozenset[Key]:
        """The limits under which the party finds no seat; empty when it fits."""
        return frozenset(key for key in self.needed(party) if party.size > self._reach(key))

    def needed(self, party: Party) -> frozenset[Key]:
        """The limits the party counts against, the shared seats too when its own group cannot hold it."""
        limited = frozenset(key for key in {EVENT, *party.keys} if key in self.left)
        draws = any(self._drawn(key, party.size) for key in limited)
        return limited | ({SHARED} if draws and SHARED in self.left else frozenset())

    def without(self, party: Party) -> "Room":
        """What is left once the party sits."""
        left = dict(self.left)
        for key in self.needed(party) - {SHARED}:
            drawn = self._drawn(key, party.size)
            left[key] -= party.size - drawn
            if drawn:
                left[SHARED] -= drawn
        return Room(left)

    def freed(self, party: Party) -> "Room":
        """The room once the party, which sits, has left; seats it drew from others go back to its own limits."""
        return Room({key: left + party.size * (key in {EVENT, *party.keys}) for key, left in self.left.items()})

    def largest(self, party: Party) -> int:
        """How many people a party under the same limits may have."""
        return int(min((self._reach(key) for key in self.needed(party)), default=0))

    @property
    def free(self) -> int | None:
        """The seats left in all: the event's, or those of its groups together; None where neither is limited."""
        return self.left.get(EVENT, self.in_groups)

    @property
    def in_groups(self) -> int | None:
        """The seats left in its limited groups, None where there are none."""
        groups = [left for (limit, _), left in self.left.items() if limit in {Limit.GROUP, Limit.SHARED}]
        return sum(groups) if groups else None

    def _reach(self, key: Key) -> float:
        """How large a party may be for one limit; the shared seats are counted with the group that draws on them."""
        if key == SHARED:
            return float("inf")
        return self.left[key] + (self.left.get(SHARED, 0) if key[0] is Limit.GROUP else 0)

    def _drawn(self, key: Key, size: int) -> int:
        return max(0, size - self.left[key]) if key[0] is Limit.GROUP else 0


def seat(room: Room, queue: Sequence[Party]) -> tuple[Party, ...]:
    """The parties of ``queue``, in order of arrival, that get a seat now.

    Nobody overtakes: whoever waits for the event, a group or an organisation's seats blocks them for everybody
    later, whoever waits for the shared seats blocks those, and whoever waits for one session of a course blocks
    all the sessions they want.
    """
    seated: list[Party] = []
    blocked: set[Key] = set()
    for party in queue:
        needed, lacking = room.needed(party), room.lacking(party)
        if not lacking and not needed & blocked:
            seated.append(party)
            room = room.without(party)
            continue
        blocked |= lacking
        if SHARED in needed:
            blocked |= {key for key in needed if key[0] in {Limit.SHARED, Limit.GROUP}}
        if any(limit is Limit.SESSION for limit, _ in lacking):
            blocked |= {key for key in needed if key[0] is Limit.SESSION}
    return tuple(seated)


def hitch(room: Room, queue: Sequence[Party], party: Party) -> Hitch | None:
    """Why ``party``, behind all of ``queue``, would get no seat now; None when it would."""
    if not room.lacking(party):
        return None if party in seat(room, [*queue, party]) else Hitch.QUEUE
    if room.free == 0:
        return Hitch.FULL
    lacking = {limit for limit, _ in room.lacking(replace(party, size=1))}
    if not lacking:
        return Hitch.PARTY
    if Limit.ORGANISATION in lacking:
        return Hitch.ORGANISATION
    return Hitch.SESSIONS if Limit.SESSION in lacking else Hitch.GROUP


def to_free(room: Room, queue: Sequence[Party], sitting: Sequence[Party]) -> tuple[Party, ...]:
    """As few as possible of those who sit, the first ones first, whose seats somebody of ``queue`` would get."""

    def helps(leaving: Sequence[Party]) -> bool:
        free = room
        for party in leaving:
            free = free.freed(party)
        return bool(seat(free, queue))

    leaving = next((sitting[:number] for number in range(1, len(sitting) + 1) if helps(sitting[:number])), ())
    for party in reversed(leaving):
        others = [one for one in leaving if one != party]
        if helps(others):
            leaving = others
    return tuple(leaving)
