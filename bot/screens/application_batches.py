"""Many applications at once: the choice, the preview with the head count."""

from datetime import datetime

from bot.domain.signups import Decision
from bot.screens.actions import Action, action
from bot.screens.applications import Applications, Batches
from bot.screens.events import heading
from bot.screens.screen import Button, Row, Screen
from bot.services.application_batches import Batch, Order
from bot.texts import Html, Translator, bold, escaped, join, shorten

STEPS = (5, 10, 20)
"""How many to accept at once."""
SHOWN = 15


@action("app")
class PreviewBatch(Action):
    """Show whom it would be about."""

    event: int
    decision: str
    group: int = 0
    count: int = 0


@action("apx")
class DoBatch(Action):
    """Decide about them, if there are ``number`` of them still."""

    event: int
    decision: str
    group: int
    count: int
    number: int


def batches_screen(batch: Batch, t: Translator, now: datetime) -> Screen:
    """What can be done with many."""
    event = batch.event
    steps = [n for n in STEPS if n < batch.undecided]
    first: Row = tuple(
        Button(t("Accept the first {n}", n=n), PreviewBatch(event.id, Decision.ACCEPTED, 0, n)) for n in steps
    )
    groups = tuple(
        (
            Button(
                t("Accept the group: {group}", group=shorten(group.name.in_(t.language), 36)),
                PreviewBatch(event.id, Decision.ACCEPTED, group.id),
            ),
        )
        for group in event.groups
    )
    rows = (
        *((button,) for button in first),
        (Button(t("Accept all who fit"), PreviewBatch(event.id, Decision.ACCEPTED)),),
        *groups,
        (Button(t("The rest: waiting list"), PreviewBatch(event.id, Decision.WAITING)),),
        (Button(t("The rest: decline"), PreviewBatch(event.id, Decision.REJECTED)),),
        (Button(t("Back"), Applications(event.id)),),
    )
    words = t(
        "Several at once. Applications go in order of arrival. You see who it is about before anything happens.\n\n"
        "Without a decision: {n}",
        n=batch.undecided,
    )
    return Screen(join("\n\n", [heading(event, t, now), words]), rows=rows)


def batch_screen(batch: Batch, t: Translator, now: datetime, *, has_changed: bool = False) -> Screen:
    """Whom it is about, how many people they are, and who is left out."""
    order = batch.order
    names = [escaped(shorten(one.details.name, 60)) for one in batch.chosen[:SHOWN]]
    more = len(batch.chosen) - len(names)
    left_out = (
        t.n(
            "{n} application finds no seat and stays open.",
            "{n} applications find no seat and stay open.",
            batch.left_out,
        )
        if batch.left_out
        else ""
    )
    back = Button(t("Back"), Batches(order.event))
    if not batch.chosen:
        nobody = t("There is nobody it could be about.")
        return Screen(join("\n\n", [heading(batch.event, t, now), nobody, left_out]), rows=((back,),))
    lines = [
        t("Something has changed meanwhile. This is how it is now.") if has_changed else "",
        bold(_title(batch, t)),
        heading(batch.event, t, now),
        join("\n", [*names, t.n("and {n} more", "and {n} more", more) if more else ""]),
        t.n("Together {n} person, companions included.", "Together {n} people, companions included.", batch.people),
        left_out,
        t("Nobody is told yet: you can undo each until the decisions are sent."),
    ]
    return Screen(join("\n\n", lines), rows=((Button(t("Do it"), _deed(batch)), back),))


def _deed(batch: Batch) -> DoBatch:
    order: Order = batch.order
    return DoBatch(order.event, order.decision, order.group, order.count, len(batch.chosen))


def _title(batch: Batch, t: Translator) -> Html:
    n = len(batch.chosen)
    return {
        Decision.ACCEPTED: t.n("Accept {n} application?", "Accept {n} applications?", n),
        Decision.WAITING: t.n(
            "Put {n} application on the waiting list?", "Put {n} applications on the waiting list?", n
        ),
        Decision.REJECTED: t.n("Decline {n} application?", "Decline {n} applications?", n),
    }[Decision(batch.order.decision)]


def done_words(batch: Batch, t: Translator) -> Html:
    """After deciding about many."""
    return t.n("Decided: {n} application.", "Decided: {n} applications.", len(batch.chosen))
