"""The one message in which an author reads how far an announcement is, and what came of it."""

import math
from datetime import datetime

from bot.domain import schedule
from bot.domain.announcements import SENT, Announcement, Phase, Tally
from bot.domain.clock import zone_of
from bot.screens.announcements import AnnouncementCard, AnnouncementDo
from bot.screens.screen import Button, Row, Screen
from bot.services.announcements import Far
from bot.texts import Html, Translator, bold, join

BAR = 10
"""Squares of the progress bar."""


def progress_screen(far: Far, t: Translator, now: datetime, rate: float | None = None) -> Screen:
    """While it runs a bar, which is in words, too, and the ``rate`` in copies a second; then what came of it."""
    one, tally = far.one, far.tally
    lines = [bold(_title(one, t, now))]
    if one.phase not in {Phase.SENDING, Phase.PAUSED}:
        return Screen(join("\n", [*lines, outcome_words(tally, t), after_words(far, t)]), rows=_ended_rows(far, t))
    full = BAR * tally.ended // tally.all if tally.all else BAR
    lines += [
        Html("▓" * full + "░" * (BAR - full)),
        t("{done} of {all}", done=tally.ended, all=tally.all),
        _pace(rate, tally.pending, t) if one.phase is Phase.SENDING and rate else Html(""),
        after_words(far, t),
    ]
    go_on = (
        Button(t("Go on"), AnnouncementDo(one.id, "resume"))
        if one.phase is Phase.PAUSED
        else Button(t("Pause"), AnnouncementDo(one.id, "pause"))
    )
    stop = Button(t("Stop sending"), AnnouncementDo(one.id, "stop"))
    return Screen(join("\n", lines), rows=((go_on, stop), *_ended_rows(far, t)))


def waits_for_morning(one: Announcement, now: datetime) -> bool:
    """Whether it is under way, but nothing goes out before the night is over."""
    return one.phase is Phase.SENDING and not one.urgent and schedule.is_night(now, zone_of(now))


def _title(one: Announcement, t: Translator, now: datetime) -> Html:
    if waits_for_morning(one, now):
        return t("The announcement waits for the morning and goes out at 8:00")
    return {
        Phase.SENDING: t("The announcement is on its way"),
        Phase.PAUSED: t("The announcement is paused"),
        Phase.STOPPED: t("The announcement was stopped"),
        Phase.RECALLED: t("The announcement was recalled"),
    }.get(one.phase, t("The announcement is out"))


def _ended_rows(far: Far, t: Translator) -> tuple[Row, ...]:
    one = far.one
    mend = (
        Button(t("Correct the words"), AnnouncementDo(one.id, "correct")),
        Button(t("Recall it"), AnnouncementDo(one.id, "recall")),
    )
    about = (Button(t("About this announcement"), AnnouncementCard(one.id)),)
    rest = (Button(t("Send the rest after all"), AnnouncementDo(one.id, "resume")),)
    return (
        *((rest,) if one.phase is Phase.STOPPED and far.tally.dropped else ()),
        *((mend,) if one.phase in SENT and (far.tally.sent or far.tally.pending) else ()),
        about,
    )


def _pace(rate: float, pending: int, t: Translator) -> Html:
    """How many a minute, and how long it still takes."""
    minutes = math.ceil(pending / rate / 60)
    if minutes <= 1:
        left = t("Less than a minute is left.")
    else:
        left = t.n("About {n} minute is left.", "About {n} minutes are left.", minutes)
    return join(" ", [t.n("{n} a minute.", "{n} a minute.", max(1, round(rate * 60))), left])


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


def after_words(far: Far, t: Translator) -> Html:
    """How many copies were corrected or deleted; nothing when that was not asked for."""
    if not far.after:
        return Html("")
    n, done, failed = sum(far.after.values()), far.after.get("sent", 0), far.after.get("failed", 0)
    dropped = far.after.get("dropped", 0)
    gone = t("Out of reach by now: {n}.", n=dropped) if dropped else ""
    if far.one.phase is Phase.RECALLED:
        words = t("Deleted: {done} of {n}.", done=done, n=n)
        late = t("Not deleted: {n}. Telegram deletes only within 48 hours.", n=failed) if failed else ""
    else:
        words = t("Corrected: {done} of {n}.", done=done, n=n)
        late = t("Not corrected: {n}.", n=failed) if failed else ""
    return join(" ", [words, late, gone])
