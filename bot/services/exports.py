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
from bot.services import lists, own_answers
from bot.services.own_answers import Given
from bot.store import audit, exports
from bot.store.database import Database
from bot.store.exports import Extra
from bot.store.folding import by_surname

OFTEN = 0.8
"""The part of a course's sessions that earns a certificate."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sign-up: its answers as they were asked, and what the store knows beside it."""

    signup: SignUp
    extra: Extra
    answers: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """An event with all its lines by surname, those who wait in the order of the queue."""

    event: Event
    lines: tuple[Line, ...]
    made_at: datetime

    @property
    def coming(self) -> tuple[Line, ...]:
        """Those with a seat, whether they came or not."""
        seated = {State.CONFIRMED, State.OFFERED, State.ATTENDED, State.ABSENT}
        return tuple(line for line in self.lines if line.signup.state in seated)

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
        listed = [one for one in await exports.list_all(tx, event) if only is None or one[0].id in only]
        everybody = sorted(listed, key=lambda one: by_surname(one[0].details.name))
        facts: dict[str, str | int | None] = {"people": len(everybody), "kind": kind}
        await audit.add(tx, actor.id, Action.LIST_EXPORTED, event=event, facts=facts, now=now)
        lines = [
            Line(signup, extra, await own_answers.of(tx, found, signup))
            for signup, extra in everybody
            if signup.details.name
        ]
    return Export(found, tuple(lines), now)
