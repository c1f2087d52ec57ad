"""What somebody who signs up for an event now would get: a seat, or a place in the queue, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain import courses, organisations, seats
from bot.domain.events import Event, Group
from bot.domain.forms import Value
from bot.domain.seats import Hitch, Key, Limit, Party, Room


@dataclass(frozen=True, slots=True)
class Prospect:
    """An event as whoever signs up finds it ``at`` this moment: the room left, and the ``queue`` for it."""

    event: Event
    at: datetime
    room: Room
    queue: tuple[Party, ...] = ()

    def hitch(self, answers: Mapping[str, Value]) -> Hitch | None:
        """Why whoever answers like this would have to wait; None for a seat, or where the organisers choose."""
        return None if self.event.plan.approval else seats.hitch(self.room, self.queue, self._party(answers))

    def free(self, answers: Mapping[str, Value]) -> int:
        """How many people of theirs would find a seat."""
        return self.room.largest(self._party(answers))

    def size(self, answers: Mapping[str, Value]) -> int:
        """How many people come: whoever answers, and who comes along."""
        return self._party(answers).size

    def left_in(self, group: Group) -> int | None:
        """Free seats of a group, as many as the event has left; None where nothing is limited, or others choose."""
        alone = Party(0, 1, frozenset(limits(self.event, group.id)))
        is_open = self.event.plan.approval or not self.room.needed(alone)
        return None if is_open else self.room.largest(alone)

    def _party(self, answers: Mapping[str, Value]) -> Party:
        body = organisations.chosen(answers.get("organisation"))
        group = chosen_group(self.event, answers)
        keys = limits(
            self.event,
            group.id if group else None,
            body.number if body and self.event.plan.organisation_seats is not None else None,
            courses.chosen(self.event, answers),
        )
        return Party(0, 1 + companions(answers), frozenset(keys))


def companions(answers: Mapping[str, Value]) -> int:
    """How many come along; nobody where it was not asked."""
    number = answers.get("companions")
    return number if isinstance(number, int) else 0


def chosen_group(event: Event, answers: Mapping[str, Value]) -> Group | None:
    """The group somebody chose, None when there is none, or it is gone."""
    number = answers.get("group")
    return event.groups[int(number)] if isinstance(number, str) and int(number) < len(event.groups) else None


def limits(
    event: Event,
    group: int | None,
    organisation: int | None = None,
    sessions: tuple[int, ...] = (),
    misses: tuple[int, ...] = (),
) -> Iterator[Key]:
    """The limits a sign-up counts against, beside the event's own."""
    if group is not None:
        yield Limit.GROUP, group
        if any(one.id == group and one.quota for one in event.groups):
            yield Limit.QUOTA, group
    if organisation is not None:
        yield Limit.ORGANISATION, organisation
    for session in sessions or (one.id for one in event.sessions):
        if session not in misses:
            yield Limit.SESSION, session
