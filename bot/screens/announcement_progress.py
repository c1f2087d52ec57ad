"""An announcement that is out: how far it is, what came of it, correcting, recalling, approving."""

from datetime import datetime

from bot.domain.announcements import (
    SENT,
    Announcement,
    AnnouncementChanged,
    AnnouncementGone,
    AnnouncementHeld,
    ApprovalGiven,
    ApprovalWanted,
    NotReady,
    OwnApproval,
    Phase,
    Tally,
    Unsendable,
)
from bot.domain.localized import LANGUAGES
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.announcements import (
    AnnouncementCard,
    AnnouncementDo,
    AnnouncementList,
    moment_words,
    phase_words,
)
from bot.screens.audiences import audience_words
from bot.screens.memos import words
from bot.screens.projects import Titles
from bot.screens.screen import Button, Row, Screen
from bot.screens.settings import NAMES
from bot.screens.wordings import RefusalWords
from bot.services.announcements import Shown
from bot.services.notices import Memo
from bot.texts import Html, Translator, bold, join

BAR = 10
"""Squares of the progress bar."""


@action("anf")
class CorrectIn(Action):
    """Wait for new words in a language."""

    announcement: int
    language: str


def progress_screen(one: Announcement, tally: Tally, seconds_left: int | None, t: Translator) -> Screen:
    """While it runs: one message, edited in place; the bar is in words, too."""
    if one.phase not in {Phase.SENDING, Phase.PAUSED}:
        return Screen(
            join("\n", [bold(_ended_title(one, t)), outcome_words(tally, t)]),
            rows=((Button(t("About this announcement"), AnnouncementCard(one.id)),),),
        )
    full = BAR * tally.ended // tally.all if tally.all else BAR
    lines = [
        bold(t("The announcement is paused") if one.phase is Phase.PAUSED else t("The announcement is on its way")),
        Html("▓" * full + "░" * (BAR - full)),
        t("{done} of {all}", done=tally.ended, all=tally.all),
        _left(seconds_left, t) if one.phase is Phase.SENDING and seconds_left is not None else "",
    ]
    go_on = (
        Button(t("Go on"), AnnouncementDo(one.id, "resume"))
        if one.phase is Phase.PAUSED
        else Button(t("Pause"), AnnouncementDo(one.id, "pause"))
    )
    return Screen(join("\n", lines), rows=((go_on, Button(t("Stop sending"), AnnouncementDo(one.id, "stop"))),))


def _left(seconds: int, t: Translator) -> Html:
    if seconds < 60:
        return t("Less than a minute is left.")
    return t.n("About {n} minute is left.", "About {n} minutes are left.", -(-seconds // 60))


def _ended_title(one: Announcement, t: Translator) -> Html:
    if one.phase is Phase.STOPPED:
        return t("The announcement was stopped")
    return t("The announcement was recalled") if one.phase is Phase.RECALLED else t("The announcement is out")


def outcome_words(tally: Tally, t: Translator) -> Html:
    """What came of it, a line for each that occurs."""
    lines = [
        t("Delivered: {n} of {all}", n=tally.sent, all=tally.all),
        t("Pressed a button: {n}", n=tally.opened) if tally.opened else "",
        t("Blocked the bot: {n}", n=tally.blocked) if tally.blocked else "",
        t("Not delivered: {n}", n=tally.failed) if tally.failed else "",
        t("Not known: {n}", n=tally.unknown) if tally.unknown else "",
        t("Not sent any more: {n}", n=tally.dropped) if tally.dropped else "",
        t("Still to be sent: {n}", n=tally.pending) if tally.pending else "",
    ]
    return join("\n", lines)


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
        _after_words(shown, t),
    ]
    return Screen(join("\n", lines), rows=(*_choices(shown, t), (Button(t("Announcements"), AnnouncementList()),)))


def _began(one: Announcement, t: Translator, now: datetime) -> Html:
    return moment_words(one.started_at, t, now) if one.started_at else Html("")


def _after_words(shown: Shown, t: Translator) -> Html:
    if not shown.after:
        return Html("")
    n, done = sum(shown.after.values()), shown.after.get("sent", 0)
    failed = shown.after.get("failed", 0)
    if shown.one.phase is Phase.RECALLED:
        words = t("Deleted: {done} of {n}.", done=done, n=n)
        late = t("Not deleted: {n}. Telegram deletes only within 48 hours.", n=failed) if failed else ""
    else:
        words = t("Corrected: {done} of {n}.", done=done, n=n)
        late = t("Not corrected: {n}.", n=failed) if failed else ""
    return join(" ", [words, late])


def _choices(shown: Shown, t: Translator) -> tuple[Row, ...]:
    one = shown.one

    def do(words: Html, what: str) -> Button:
        return Button(words, AnnouncementDo(one.id, what))

    rows: list[Row] = [(do(t("Show it"), "preview"), do(t("Report as PDF"), "report"))]
    if one.phase is Phase.SENDING:
        rows.append((do(t("Pause"), "pause"), do(t("Stop sending"), "stop")))
    if one.phase is Phase.PAUSED:
        rows.append((do(t("Go on"), "resume"), do(t("Stop sending"), "stop")))
    if one.phase in SENT:
        rows.append((do(t("Correct the words"), "correct"), do(t("Recall it"), "recall")))
    if one.phase is Phase.DONE and shown.later:
        later = t.n("Send it to {n} newcomer", "Send it to {n} newcomers", shown.later)
        rows.append((do(later, "later"),))
    silent = (do(t("Write to who pressed nothing"), "silent"),) if shown.tally.sent > shown.tally.opened else ()
    return (*rows, (do(t("Copy it"), "copy"), *silent))


def recall_screen(shown: Shown, t: Translator) -> Screen:
    """Before deleting all copies."""
    one = shown.one
    text = t.n(
        "Delete the announcement from {n} chat? Telegram deletes what is at most 48 hours old.",
        "Delete the announcement from {n} chats? Telegram deletes what is at most 48 hours old.",
        shown.tally.sent,
    )
    yes = Button(t("Delete it everywhere"), AnnouncementDo(one.id, "recall_now"))
    return Screen(text, rows=((yes,), (Button(t("Back"), AnnouncementCard(one.id)),)))


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


def approve_screen(shown: Shown, t: Translator, titles: Titles) -> Screen:
    """Under the preview, for whoever may approve."""
    one = shown.one
    lines = [
        t("{name} asks for your approval.", name=shown.author),
        t("To whom: {audience}", audience=audience_words(shown, t, titles)),
        bold(t.n("{n} person gets it.", "{n} people get it.", shown.reach.people)),
    ]
    rows = (
        (Button(t("Approve and send"), AnnouncementDo(one.id, "approve", one.revision)),),
        (Button(t("Decline, with a reason"), AnnouncementDo(one.id, "decline")),),
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
    }[refusal.missing]


def _unsendable(refusal: Unsendable, t: Translator) -> Html:
    over = refusal.over
    return {
        "kind": t("This kind of message cannot be announced. Send a text, a photo, a file, a film, a place or a poll."),
        "caption": t("Under a photo or a file there is room for 1024 characters; this is {over} too many.", over=over),
        "text": t("A message has room for 4096 characters; this is {over} too many.", over=over),
        "no_text": t("There are no words in it. Send the new text."),
        "time": t("I could not read that as a time to come. For instance: “jutro 18” or “8.12 17:00”."),
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
