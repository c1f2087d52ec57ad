"""Applications: when the team's decisions go out, and what applicants are told."""

from datetime import datetime, timedelta

from bot.domain.events import Plan
from bot.domain.notices import Notice, Priority, notice
from bot.domain.signups import UNDO, State

AHEAD = timedelta(days=2)
"""How long before the promised answer the team is reminded of applications without a decision."""
AHEAD_OF_START = timedelta(days=3)
"""The same before the start of an event that promises no day."""
LONGEST_REASON = 300
"""Characters of a reason for declining."""


def goes_out_at(plan: Plan, decided_at: datetime) -> datetime:
    """When a decision is told by itself: not before it can no longer be undone, nor before the promised day."""
    last = decided_at + UNDO
    return max(last, plan.decide_by) if plan.decide_by else last


def nudge_at(plan: Plan) -> datetime:
    """When the team is reminded of applications without a decision."""
    return plan.decide_by - AHEAD if plan.decide_by else plan.starts_at - AHEAD_OF_START


@notice("application_accepted", Priority.CHANGE, calendar=True)
class ApplicationAccepted(Notice):
    """The application was accepted, and the seat is the reader's."""

    event: int


@notice("application_waiting", Priority.CHANGE, states=frozenset({State.WAITING}))
class ApplicationWaiting(Notice):
    """The application is on the waiting list, at this place."""

    event: int
    position: int


@notice("application_rejected", Priority.CHANGE, states=frozenset({State.REJECTED}))
class ApplicationRejected(Notice):
    """There was no seat for the application."""

    event: int
