"""An event's people as a coordinator takes them away: everything they answered, and how often they came."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.events import Event
from bot.domain.people import Actor
from bot.domain.signups import SignUp, State
from bot.services import list_filters, lists, own_answers
from bot.services.own_answers import Given
from bot.store import audit, exports
from bot.store import lists as outlines
from bot.store.database import Database
from bot.store.exports import Extra

OFTEN = 0.8
"""The part of a course's sessions that earns a certificate."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sign-up: its answers as they were asked, and what the store knows beside it.

    ``number`` is the one of the attendance list; who does not stand on it has none.
    """

    signup: SignUp
    extra: Extra
    answers: tuple[Given, ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """An event with all its lines in the order of its list: the attendance list, then everybody else by surname."""

    event: Event
    lines: tuple[Line, ...]
    made_at: datetime

    @property
    def coming(self) -> tuple[Line, ...]:
        """Who stands on the attendance list: those with a seat, whether they came or not, and who came without one."""
        return tuple(line for line in self.lines if line.number is not None)

    @property
    def waiting(self) -> tuple[Line, ...]:
        """Those who wait, first come first."""
        found = (line for line in self.lines if line.signup.state is State.WAITING)
        return tuple(sorted(found, key=lambda line: line.signup.queue or 0))

    @property
    def occasions(self) -> int:
        """How many sessions there are; an event without sessions is one."""
        return max(1, len(self.event.sessions))

    @property
    def steady(self) -> tuple[Line, ...]:
        """Those who came often enough for a certificate."""
        return tuple(line for line in self.lines if line.extra.attended >= self.enough)

    @property
    def enough(self) -> int:
        """At how many sessions somebody has to be for a certificate."""
        return ceil(OFTEN * self.occasions)

    @property
    def hours(self) -> Mapping[int, float]:
        """The hours somebody was there, by sign-up: whole sessions, rounded to half an hour."""
        spans = [ends - starts for starts, ends in self.event.times()]
        each = sum(spans, timedelta()) / len(spans)
        return {line.signup.id: round(each.total_seconds() / 1800 * line.extra.attended) / 2 for line in self.lines}


async def of_event(
    db: Database, actor: Actor, event: int, *, kind: str, only: Collection[int] | None = None, now: datetime
) -> Export:
    """Everything about an event's people, for whoever may see contacts; kept in the audit log with its ``kind``.

    With ``only`` it is about these sign-ups and no others.
    """
    async with db.transaction() as tx:
        found = await lists.event_for(tx, actor, event, Permission.SEE_CONTACTS)
        numbers = list_filters.attendance_numbers(await outlines.outline(tx, event, None))
        known = {one[0].id: one for one in await exports.list_all(tx, event)}
        everybody = [(*known[one], number) for one, number in numbers.items() if only is None or one in only]
        facts: dict[str, str | int | None] = {"people": len(everybody), "kind": kind}
        await audit.add(tx, actor.id, Action.LIST_EXPORTED, event=event, facts=facts, now=now)
        lines = [
            Line(signup, extra, await own_answers.of(tx, found, signup), number)
            for signup, extra, number in everybody
            if signup.details.name
        ]
    return Export(found, tuple(lines), now)
