"""Updates in, one service called, one screen out: one module a feature."""

from bot.chat.routes import Routes
from handlers import (
    announcements,
    announcing,
    applications,
    attendance,
    audit,
    calls,
    desk,
    dialogs,
    event_desk,
    event_editing,
    event_parts,
    events,
    exports,
    faq,
    hand_overs,
    inbox,
    indicators,
    lists,
    news,
    organisations,
    participants,
    privacy,
    projects,
    questions,
    reminders,
    rooms,
    self_check_in,
    settings,
    sharing,
    signups,
    staff_notices,
    start,
    team,
    tickets,
)

FEATURES = (
    start,
    desk,
    team,
    audit,
    events,
    event_desk,
    event_editing,
    event_parts,
    lists,
    participants,
    applications,
    rooms,
    projects,
    signups,
    dialogs,
    questions,
    reminders,
    settings,
    privacy,
    staff_notices,
    inbox,
    faq,
    calls,
    organisations,
    hand_overs,
    sharing,
    tickets,
    exports,
    announcements,
    announcing,
    news,
    indicators,
    attendance,
    self_check_in,
)


def all_routes() -> Routes:
    """Every feature's handlers in one table."""
    routes = Routes()
    for feature in FEATURES:
        routes.include(feature.routes)
    return routes
