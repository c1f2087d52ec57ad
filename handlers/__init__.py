"""Updates in, one service called, one screen out: one module a feature."""

from bot.chat.routes import Routes
from handlers import (
    audit,
    calls,
    desk,
    dialogs,
    event_desk,
    events,
    faq,
    inbox,
    privacy,
    projects,
    questions,
    reminders,
    settings,
    signups,
    staff_notices,
    start,
    team,
)

FEATURES = (
    start,
    desk,
    team,
    audit,
    events,
    event_desk,
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
)


def all_routes() -> Routes:
    """Every feature's handlers in one table."""
    routes = Routes()
    for feature in FEATURES:
        routes.include(feature.routes)
    return routes
