"""The states of sign-ups as SQL knows them."""

from collections.abc import Collection

from bot.domain.signups import ACTIVE, SEATED, State


def _listed(states: Collection[State]) -> str:
    return f"({', '.join(repr(state.value) for state in sorted(states))})"


ACTIVE_STATES = _listed(ACTIVE)
"""What ``state`` is IN where somebody still wants to come."""
SEATED_STATES = _listed(SEATED)
"""What ``state`` is IN where it takes a seat; an accepted application does so, too, see ``HAS_SEAT``."""
HAS_SEAT = f"(state IN {SEATED_STATES} OR decision = 'accepted')"
"""The condition under which a row takes a seat."""
