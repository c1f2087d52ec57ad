"""What people are told when the team decided about their application, moved them, or wrote to them."""

from datetime import datetime

from bot.domain.applications import ApplicationAccepted, ApplicationRejected, ApplicationWaiting
from bot.domain.placements import CancelledByTeam, Letter, PutInQueue
from bot.domain.refusals import (
    NobodyWaits,
    NotReachable,
    ParticipantGone,
    TooLateForTeam,
)
from bot.domain.signups import SignUp
from bot.screens import memos, notices, wordings
from bot.screens.actions import Action
from bot.screens.events import EventCard, EventList, MyPlace, heading
from bot.screens.list_filters import ShowParticipant
from bot.screens.screen import Button, File, Row, Screen
from bot.screens.signups import Cancel
from bot.screens.start import Desk
from bot.screens.wordings import FieldWords, FormWords, RefusalWords
from bot.services.dialogs import Step
from bot.services.notices import Delivery, Memo
from bot.texts import Html, Translator, bold, escaped, join


@notices.words(ApplicationAccepted)
def _accepted(
    _: ApplicationAccepted, delivery: Delivery, t: Translator, now: datetime, calendar: File | None
) -> Screen:
    link = delivery.event.plan.online_link
    lines = [
        bold(t("Good news: your application is accepted, you have a seat!")),
        heading(delivery.event, t, now),
        t("Link to the meeting: {link}", link=link) if link else "",
        t("We will remind you in time. You cannot come? One tap frees the seat for somebody else."),
    ]
    rows = (_own(delivery, t, t("Give up my place")),)
    return Screen(join("\n\n", lines), rows=rows, files=(calendar,) if calendar else ())


@notices.words(ApplicationWaiting)
def _waiting(
    told: ApplicationWaiting, delivery: Delivery, t: Translator, now: datetime, _calendar: File | None
) -> Screen:
    lines = [
        t("Thank you for your application. There are fewer seats than people who want to come."),
        bold(t("You are on the waiting list, number {position}.", position=told.position)),
        heading(delivery.event, t, now),
        t("When a seat becomes free, we write to you at once."),
    ]
    return Screen(join("\n\n", lines), rows=(_own(delivery, t, t("Leave the queue")),))


@notices.words(ApplicationRejected)
def _rejected(
    _: ApplicationRejected, delivery: Delivery, t: Translator, now: datetime, _calendar: File | None
) -> Screen:
    lines = [
        t("Thank you for your application. This time there was no seat for it."),
        heading(delivery.event, t, now),
        t("We would be glad to see you another time. See what else is on."),
    ]
    return Screen(join("\n\n", lines), rows=((Button(t("Other events"), EventList()),),))


@notices.words(PutInQueue)
def _in_queue(told: PutInQueue, delivery: Delivery, t: Translator, now: datetime, _calendar: File | None) -> Screen:
    lines = [
        t("A change at this event: we have no seat for you now. We are sorry."),
        heading(delivery.event, t, now),
        t(
            "You are on the waiting list, number {position}. When a seat becomes free, we write to you at once.",
            position=told.position,
        ),
    ]
    return Screen(join("\n\n", lines), rows=(_own(delivery, t, t("Leave the queue")),))


@notices.words(CancelledByTeam)
def _cancelled(_: CancelledByTeam, delivery: Delivery, t: Translator, now: datetime, _calendar: File | None) -> Screen:
    lines = [
        t("The organisers took your sign-up off the list of this event."),
        heading(delivery.event, t, now),
        t("Is it a mistake? Write here, and we will look into it. You are welcome at other events."),
    ]
    return Screen(join("\n\n", lines), rows=((Button(t("Other events"), EventList()),),))


def _own(delivery: Delivery, t: Translator, leave: Html) -> Row:
    signup = delivery.signup.id
    return (Button(t("My place"), MyPlace(signup)), Button(leave, Cancel(signup)))


@memos.words(Letter)
def _letter(told: Letter, memo: Memo, t: Translator, now: datetime) -> Screen:
    about = heading(memo.event, t, now) if memo.event else ""
    lines = [
        bold(t("A message from the organisers")),
        escaped(told.text),
        about,
        t("A question about it? Write it here."),
    ]
    rows = ((Button(t("About the event"), EventCard(memo.event.id)),),) if memo.event else ()
    return Screen(join("\n\n", lines), rows=rows)


def sent_screen(back: Action, t: Translator) -> Screen:
    """After writing to somebody; ``back`` leads to the card."""
    words = t("Sent. At night the message waits until 8:00. If it does not arrive, the person is on the call list.")
    return Screen(words, rows=((Button(t("To the person"), back),),))


def _prompt(step: Step, t: Translator) -> Html:
    name = step.setting.about.details.name if isinstance(step.setting.about, SignUp) else ""
    ask = t(
        "Write the message. You will see it once more before it is sent. The bot brings it; your name is not shown."
    )
    return join("\n", [t("To: {name}", name=name), ask])


def _summary(step: Step, t: Translator) -> Html:
    name = step.setting.about.details.name if isinstance(step.setting.about, SignUp) else ""
    return join("\n\n", [t("To: {name}", name=name), escaped(str(step.draft.answers["letter"]))])


wordings.field("letter", FieldWords(lambda t: t("Message"), _prompt))
wordings.form("letter", FormWords(lambda t: t("Send"), _summary))


def _card(refusal: NobodyWaits | TooLateForTeam | NotReachable, t: Translator) -> Button:
    return Button(t("To the person"), ShowParticipant(refusal.signup))


wordings.refusal(
    NobodyWaits,
    RefusalWords(
        lambda _, t: t(
            "Nobody waits, so the seat would come straight back to this person. Take them off the list instead."
        ),
        _card,
    ),
)
wordings.refusal(
    TooLateForTeam,
    RefusalWords(
        lambda _, t: t("Ten minutes have passed and the person was told. The card shows what can be done now."), _card
    ),
)
wordings.refusal(
    NotReachable,
    RefusalWords(lambda _, t: t("The bot cannot write to this person. Please call."), _card),
)
wordings.refusal(
    ParticipantGone,
    RefusalWords(
        lambda _, t: t("There is no such sign-up any more. The person may have erased it."),
        lambda _, t: Button(t("For the team"), Desk()),
    ),
)
