"""What is said of the second person who approves an announcement, and of what it still needs before."""

from datetime import datetime

from bot.domain import schedule
from bot.domain.announcements import Of, Phase
from bot.domain.clock import zone_of
from bot.screens.audiences import is_unmarked
from bot.services.announcements import Shown
from bot.texts import Html, Translator


def asked_words(shown: Shown, t: Translator, now: datetime) -> Html:
    """That somebody else has to agree, and when they hear of it: at night only what is urgent is asked."""
    if shown.is_unasked and not shown.one.urgent and schedule.is_night(now, zone_of(now)):
        return t("Somebody else of the team has to agree. They are asked at 8:00 in the morning.")
    return t("Somebody else of the team has to agree. They have been asked.")


def unapproved_words(shown: Shown, t: Translator) -> Html:
    """That nobody is there to approve what somebody else should; empty where somebody is."""
    if shown.has_approver or shown.one.phase is not Phase.COMPOSING:
        return Html("")
    return t("It goes to everybody, and nobody else in the team can approve it: it goes out without approval.")


def nobody_words(shown: Shown, t: Translator) -> Html:
    """Why it cannot be sent yet to anybody; empty when it can."""
    if shown.one.audience.of is Of.NOBODY:
        return t("Now choose to whom it goes.")
    if shown.reach.people or is_unmarked(shown.one.audience):
        return Html("")
    return t("Nobody would get it. Choose other people.")
