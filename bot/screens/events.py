"""Event cards and lists."""

from bot.screens.actions import Action, action


@action("ev")
class EventCard(Action):
    """Show the card of an event."""

    event: int


@action("el")
class EventList(Action):
    """Show upcoming events: ``when`` is all, week or today; ``project`` a slug or empty; pages count from 0."""

    page: int = 0
    when: str = "all"
    project: str = ""
