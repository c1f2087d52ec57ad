"""An announcement that is out: what came of it, correcting, recalling, approving; what its author is told."""

from datetime import datetime

from bot.domain.announcements import (
    SENT,
    Announcement,
    AnnouncementChanged,
    AnnouncementGone,
    AnnouncementHeld,
    ApprovalGiven,
    ApprovalWanted,
    ApprovedCorrected,
    NotReady,
    OwnApproval,
    Phase,
    Unsendable,
)
from bot.domain.localized import LANGUAGES
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.announcement_reports import after_words, outcome_words
from bot.screens.announcements import (
    AnnouncementCard,
    AnnouncementDo,
    AnnouncementList,
    moment_words,
    phase_words,
    when_words,
)
from bot.screens.audiences import audience_words, reach_words
from bot.screens.memos import words
from bot.screens.projects import Titles
from bot.screens.screen import Button, Row, Screen
from bot.screens.settings import NAMES
from bot.screens.wordings import RefusalWords
from bot.services.announcements import Shown
from bot.services.corrections import is_recallable
from bot.services.notices import Memo
from bot.texts import Html, Translator, bold, join


@action("anf")
class CorrectIn(Action):
    """Wait for new words in a language."""

    announcement: int
    language: str


def sent_screen(shown: Shown, t: Translator, now: datetime, titles: Titles, said: str = "") -> Screen:
    """One that is out: the report, and what can still be done."""
    one = shown.one
    lines = [
        said,
        bold(t("An announcement: {phase}", phase=phase_words(one.phase, t))),
        join(
            " · ", [moment_words(one.started_at, t, now) if one.started_at else "", t("by {name}", name=shown.author)]
        ),
        t("To whom: {audience}", audience=audience_words(shown, t, titles)),
        outcome_words(shown.tally, t),
        after_words(shown.far, t),
    ]
    return Screen(join("\n", lines), rows=(*_choices(shown, t), (Button(t("Announcements"), AnnouncementList()),)))


def _choices(shown: Shown, t: Translator) -> tuple[Row, ...]:
    one = shown.one

    def do(words: Html, what: str) -> Button:
        return Button(words, AnnouncementDo(one.id, what))

    rows: list[Row] = [(do(t("Show it"), "preview"), do(t("Report"), "report"))]
    if one.phase is Phase.SENDING:
        rows.append((do(t("Pause"), "pause"), do(t("Stop sending"), "stop")))
    if one.phase is Phase.PAUSED:
        rows.append((do(t("Go on"), "resume"), do(t("Stop sending"), "stop")))
    if one.phase is Phase.STOPPED and shown.tally.dropped:
        rows.append((do(t("Send the rest after all"), "resume"),))
    if one.phase in SENT:
        rows.append((do(t("Correct the words"), "correct"), do(t("Recall it"), "recall")))
    if one.phase is Phase.DONE and shown.later:
        later = t.n("Send it to {n} newcomer", "Send it to {n} newcomers", shown.later)
        rows.append((do(later, "later"),))
    has_button = bool(one.event or one.project) and one.phase in SENT
    if has_button and shown.tally.sent > shown.tally.opened:
        rows.append((do(t("Write to who pressed nothing"), "silent"),))
    return (*rows, (do(t("Copy it"), "copy"),))


def recall_screen(shown: Shown, t: Translator, now: datetime) -> Screen:
    """Before deleting all copies; those too old for that can only say something else."""
    one = shown.one
    back = (Button(t("Back"), AnnouncementCard(one.id)),)
    if not is_recallable(one, now):
        text = t("The copies are older than 48 hours: Telegram deletes them no more. You can correct the words.")
        correct = (Button(t("Correct the words"), AnnouncementDo(one.id, "correct")),)
        return Screen(text, rows=(correct, back))
    text = t.n(
        "Delete the announcement from {n} chat? Telegram deletes what is at most 48 hours old.",
        "Delete the announcement from {n} chats? Telegram deletes what is at most 48 hours old.",
        shown.tally.sent,
    )
    yes = Button(t("Delete it everywhere"), AnnouncementDo(one.id, "recall_now"))
    return Screen(text, rows=((yes,), back))


def correct_screen(one: Announcement, t: Translator) -> Screen:
    """Which words to correct."""
    rows = [
        (Button(t("Correct: {language}", language=NAMES[code]), CorrectIn(one.id, code)),)
        for code in LANGUAGES
        if code in one.content
    ]
    text = t("Every copy gets the new words. Photos and files stay as they are.")
    return Screen(text, rows=(*rows, (Button(t("Back"), AnnouncementCard(one.id)),)))


def proposed_screen(shown: Shown, t: Translator) -> Screen:
    """Under the preview of corrected words."""
    one = shown.one
    text = t.n("This is how it will look in {n} chat.", "This is how it will look in {n} chats.", shown.tally.sent)
    yes = Button(t("Correct it everywhere"), AnnouncementDo(one.id, "correct_now"))
    return Screen(text, rows=((yes,), (Button(t("Back"), AnnouncementCard(one.id)),)))


def approve_screen(shown: Shown, t: Translator, now: datetime, titles: Titles) -> Screen:
    """Under the preview, for whoever may approve."""
    one = shown.one
    lines = [
        t("{name} asks for your approval.", name=shown.author),
        t("To whom: {audience}", audience=audience_words(shown, t, titles)),
        reach_words(shown, t),
        t("When: {when}", when=when_words(shown, t, now)),
    ]
    rows = (
        (Button(t("Approve and send"), AnnouncementDo(one.id, "approve", one.revision)),),
        (Button(t("Decline, with a reason"), AnnouncementDo(one.id, "decline")),),
        (Button(t("Announcements"), AnnouncementList()),),
    )
    return Screen(join("\n", lines), rows=rows)


def deleted_screen(one: Announcement, t: Translator) -> Screen:
    """After throwing a draft away."""
    rows = ((Button(t("Undo"), AnnouncementDo(one.id, "restore")), Button(t("Announcements"), AnnouncementList())),)
    return Screen(t("Thrown away."), rows=rows)


@words(ApprovalWanted)
def _wanted(told: ApprovalWanted, _memo: Memo, t: Translator, _now: datetime) -> Screen:
    rows = ((Button(t("Look at it"), AnnouncementCard(told.announcement)),),)
    return Screen(t("An announcement to everybody waits for your approval."), rows=rows)


@words(ApprovalGiven)
def _given(told: ApprovalGiven, _memo: Memo, t: Translator, _now: datetime) -> Screen:
    rows = ((Button(t("Look at it"), AnnouncementCard(told.announcement)),),)
    if told.is_approved:
        return Screen(t("Your announcement was approved."), rows=rows)
    return Screen(t("Your announcement was not approved: {reason}", reason=told.reason), rows=rows)


@words(ApprovedCorrected)
def _corrected(told: ApprovedCorrected, _memo: Memo, t: Translator, _now: datetime) -> Screen:
    rows = ((Button(t("Look at it"), AnnouncementCard(told.announcement)),),)
    return Screen(t("The words of an announcement you approved were corrected."), rows=rows)


@words(AnnouncementHeld)
def _held(told: AnnouncementHeld, _memo: Memo, t: Translator, _now: datetime) -> Screen:
    why = {
        "called_off": t("its event was called off"),
        "late": t("its event has begun"),
        "people": t("nobody would get it"),
        "role": t("your role does not reach that far any more"),
    }.get(told.reason, "")
    rows = ((Button(t("Look at it"), AnnouncementCard(told.announcement)),),)
    return Screen(t("Your planned announcement was not sent: {why}. It is a draft again.", why=why), rows=rows)


def _to_card(refusal: AnnouncementChanged | NotReady | OwnApproval | Unsendable, t: Translator) -> Button:
    return Button(t("Look at it"), AnnouncementCard(refusal.announcement))


def _missing(refusal: NotReady, t: Translator) -> Html:
    return {
        "content": t("There are no words yet. Send them first."),
        "audience": t("It is not chosen yet to whom it goes."),
        "people": t("Nobody would get it. Choose other people."),
        "time": t("That time has passed. Choose another one."),
        "night": t("It would wait until 8:00, and then it is too late. Choose another time, or mark it as urgent."),
    }[refusal.missing]


def _unsendable(refusal: Unsendable, t: Translator) -> Html:
    over = refusal.over
    return {
        "kind": t("This kind of message cannot be announced. Send a text, a photo, a file, a film, a place or a poll."),
        "caption": t("Under a photo or a file there is room for 1024 characters; this is {over} too many.", over=over),
        "text": t("A message has room for 4096 characters; this is {over} too many.", over=over),
        "no_text": t("There are no words in it. Send the new text."),
        "time": t("I could not read that as a time to come. For instance: “tomorrow 18” or “8.12 17:00”."),
        "reason": t("Please write the reason in one to three sentences."),
    }[refusal.reason]


wordings.refusal(
    AnnouncementGone,
    RefusalWords(
        lambda _, t: t("There is no such announcement, or somebody else wrote it."),
        lambda _, t: Button(t("Announcements"), AnnouncementList()),
    ),
)
wordings.refusal(
    AnnouncementChanged,
    RefusalWords(lambda _, t: t("The announcement is not as it was then. Look how it is now."), _to_card),
)
wordings.refusal(NotReady, RefusalWords(_missing, _to_card))
wordings.refusal(
    OwnApproval, RefusalWords(lambda _, t: t("Somebody else has to approve your own announcement."), _to_card)
)
wordings.refusal(Unsendable, RefusalWords(_unsendable, _to_card))
