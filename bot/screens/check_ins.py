"""What came of noting people: by a ticket, by numbers of the list."""

from collections.abc import Sequence
from datetime import datetime

from bot.screens.attendance import (
    CheckIn,
    CheckInList,
    Here,
    NotThere,
    UndoBatch,
    number_of,
    numbers_of,
    occasion,
    state_of,
)
from bot.screens.screen import Button, Row, Screen
from bot.screens.start import desk_button
from bot.services.attendance import Batch, CheckedIn, Line
from bot.texts import Html, Translator, bold, escaped, join, shorten


def checked_in_screen(result: CheckedIn, t: Translator, now: datetime) -> Screen:
    """Who showed the ticket, whether they have a seat, whether they were noted before."""
    signup, number = result.signup, number_of(result.session)
    back = Button(t("To the list"), CheckIn(result.event.id, number))
    undo = Button(t("Undo"), NotThere(signup.id, number))
    rows: tuple[Row, ...] = ((undo, back),)
    if result.before:
        said = t("Noted before, at {time} ({name}).", time=t.clock(result.before.at), name=result.before.name or "?")
    elif result.is_expected:
        said = t("Noted as present.")
    else:
        said = t("No seat: {state}. Nothing was noted.", state=state_of(signup, t))
        rows = ((Button(t("Let in all the same"), Here(signup.id, number)), back),)
    many = t.n("with {n} person", "with {n} people", signup.details.companions) if signup.details.companions else ""
    who = join(", ", [bold(signup.details.name), many])
    return Screen(join("\n\n", [who, said, occasion(result.event, result.session, t, now)]), rows=rows)


def batch_screen(batch: Batch, t: Translator, now: datetime) -> Screen:
    """Who was meant by the numbers, and what was not understood."""
    number = number_of(batch.session)
    unread = ", ".join(shorten(word, 20) for word in batch.numbers.unread[:10])
    missing = ", ".join(str(one) for one in batch.missing[:20])
    lines = [
        t.n("Noted as present: {n} person.", "Noted as present: {n} people.", len(batch.noted)),
        _named(batch.noted),
        join("\n", [t("Noted before:"), _named(batch.already)]) if batch.already else "",
        t("The list has no number {numbers}.", numbers=missing) if missing else "",
        t("Not understood: {words}.", words=unread) if unread else "",
    ]
    undo = (Button(t("Undo"), UndoBatch(batch.event.id, number, f"{batch.at.timestamp():.0f}")),) if batch.noted else ()
    rows = ((*undo, Button(t("To the list"), CheckIn(batch.event.id, number))),)
    return Screen(join("\n\n", [occasion(batch.event, batch.session, t, now), *lines]), rows=rows)


MOST_LINES = 40
"""Names in an answer, so that it stays within one message."""


def _named(lines: Sequence[Line]) -> Html:
    shown = [f"{numbers_of(line)}. {escaped(shorten(line.signup.details.name, 60))}" for line in lines[:MOST_LINES]]
    return join("\n", [*shown, "…" if len(lines) > MOST_LINES else ""])


def undone_batch_screen(event: int, session: int, count: int, t: Translator) -> Screen:
    """After taking numbers back."""
    words = t.n("Taken back: {n} person.", "Taken back: {n} people.", count)
    return Screen(words, rows=((Button(t("To the list"), CheckIn(event, session)),),))


def present_help_screen(t: Translator) -> Screen:
    """How to write numbers."""
    text = t(
        "Write the event's code and the numbers of those who are here, as on the list or the printed sheet. "
        "For instance: /present forum-1 1-7,9\n\nFor the second session of a course: /present school-1/2 1-7"
    )
    return Screen(text, rows=((Button(t("Attendance"), CheckInList()), desk_button(t)),))
