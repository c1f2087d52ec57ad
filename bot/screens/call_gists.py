"""What a message that did not arrive was to say, in the few words a caller needs."""

from collections.abc import Callable, Mapping

from bot.domain.announcements import Announced, AnnouncementHeld, ApprovalGiven, ApprovedCorrected, Corrected, Recalled
from bot.domain.applications import ApplicationAccepted, ApplicationRejected, ApplicationWaiting
from bot.domain.hand_overs import PlaceHandedOver
from bot.domain.inbox import QuestionAnswered, QuestionClosed
from bot.domain.notices import (
    About,
    EventCalledOff,
    EventMoved,
    EventReopened,
    Notice,
    OfferLapsed,
    Reminder,
    SeatGiven,
    SeatOffered,
    SeatReleased,
)
from bot.domain.placements import CancelledByTeam, Letter, PutInQueue
from bot.texts import Html, Translator

GISTS: Mapping[type[Notice], Callable[[Translator], Html]] = {
    Reminder: lambda t: t("the reminder of the event"),
    EventMoved: lambda t: t("another date or place"),
    EventCalledOff: lambda t: t("the event is called off"),
    EventReopened: lambda t: t("the event takes place after all; ask whether they still come"),
    SeatGiven: lambda t: t("a seat became free, and it is theirs"),
    SeatOffered: lambda t: t("a seat became free; ask whether they take it"),
    OfferLapsed: lambda t: t("there was no answer to the offered seat, and it went to somebody else"),
    SeatReleased: lambda t: t("there was no confirmation, and the seat went to somebody who waited"),
    ApplicationAccepted: lambda t: t("the application is accepted, they have a seat"),
    ApplicationWaiting: lambda t: t("the application is on the waiting list"),
    ApplicationRejected: lambda t: t("there was no seat for the application"),
    PutInQueue: lambda t: t("they had to be moved to the waiting list"),
    CancelledByTeam: lambda t: t("the team took them off the list"),
    PlaceHandedOver: lambda t: t("somebody else comes instead of them"),
    QuestionAnswered: lambda t: t("the reply to their question"),
    QuestionClosed: lambda t: t("their question stays without a reply"),
    Letter: lambda t: t("a message of the organisers"),
    Announced: lambda t: t("an announcement; its words are in /broadcasts"),
    Corrected: lambda t: t("an announcement with other words; they are in /broadcasts"),
    Recalled: lambda t: t("an announcement that does not hold any more"),
    ApprovalGiven: lambda t: t("what became of their announcement"),
    ApprovedCorrected: lambda t: t("an announcement they approved says something else now"),
    AnnouncementHeld: lambda t: t("their announcement did not go out"),
}
"""For every kind that is not for the team, which is looked after by tests/test_laws.py."""


def gist(notice: Notice, t: Translator) -> Html:
    """What somebody has not heard."""
    return t("a notice for the team") if notice.about is About.STAFF else GISTS[type(notice)](t)
