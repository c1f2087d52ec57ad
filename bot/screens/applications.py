"""Applications as the team decides about them: the list, one application, what goes out when."""

from datetime import datetime

from bot.domain.access import Permission
from bot.domain.refusals import ApplicationDecided
from bot.domain.signups import Decision, SignUp
from bot.domain.staff_notices import DecisionsDue, NewApplication
from bot.screens import wordings
from bot.screens.actions import Action, action
from bot.screens.event_desk import entry
from bot.screens.events import heading
from bot.screens.given import given_lines, history_lines, moment
from bot.screens.list_filters import ShowParticipant
from bot.screens.lists import back_to_desk, group_name
from bot.screens.memos import words
from bot.screens.pages import page_title, turning
from bot.screens.screen import Button, Row, Screen
from bot.screens.settings import StaffNotices
from bot.screens.wordings import FieldWords, FormWords, RefusalWords
from bot.services.applications import ON_PAGE, Application, ApplicationPage
from bot.services.dialogs import Step
from bot.services.event_desk import Overview
from bot.services.notices import Memo
from bot.texts import Html, Translator, bold, escaped, join, shorten


@action("apl")
class Applications(Action):
    """Show the applications whose applicants have not heard; pages count from 0."""

    event: int
    page: int = 0


@action("aps")
class ShowApplication(Action):
    """Show one application."""

    signup: int


@action("apd")
class Decide(Action):
    """Decide about one, in a word of Decision, and go on to the next."""

    signup: int
    decision: str


@action("apu")
class UndoDecision(Action):
    """Take a decision back."""

    signup: int


@action("apr")
class AddReason(Action):
    """Begin to type why it was declined."""

    signup: int


@action("ap1")
class SendOne(Action):
    """Tell this applicant now."""

    signup: int


@action("apv")
class SendDecisions(Action):
    """Ask whether to tell everybody who was decided about."""

    event: int


@action("apn")
class SendDecisionsNow(Action):
    """Tell them."""

    event: int


@action("apb")
class Batches(Action):
    """Offer to decide about many at once."""

    event: int


@entry(Permission.MANAGE_SIGNUPS)
def applications_button(overview: Overview, t: Translator) -> Button | None:
    """The way in from the desk of an event whose applications are decided about."""
    return Button(t("Applications"), Applications(overview.event.id)) if overview.event.plan.approval else None


def applications_screen(page: ApplicationPage, t: Translator, now: datetime, said: str = "") -> Screen:
    """The list, a button an application; ``said`` is what has just been done."""
    title = page_title(t("Applications"), page.page, page.pages, t)
    numbered = list(enumerate(page.entries, 1 + page.page * ON_PAGE))
    entries = [_entry(number, one, page, t) for number, one in numbered]
    blocks = [said, bold(title), heading(page.event, t, now), _counts(page, t), explained(page, t, now)]
    nothing = t("Nobody waits for an answer now. New applications come here.")
    rows = tuple(
        (Button(f"{number}. {shorten(one.details.name, 40)}", ShowApplication(one.id)),) for number, one in numbered
    )
    turns = turning(
        page.page, page.pages, lambda number: Applications(page.event.id, number), back=t("Earlier"), on=t("Later")
    )
    return Screen(join("\n\n", [*blocks, join("\n", entries) or nothing]), rows=(*rows, *turns, *_deeds(page, t)))


def _counts(page: ApplicationPage, t: Translator) -> Html:
    free = t("Free seats: {n}", n=page.free) if page.free is not None else Html("")
    decided = [Html(f"{decision_name(one, t)}: {n}") for one, n in page.decided.items()]
    kept = t("Decided, not sent yet: {list}", list=join(", ", decided)) if decided else ""
    return join("\n", [join(" · ", [t("Without a decision: {n}", n=page.undecided), free]), kept])


def explained(page: ApplicationPage, t: Translator, now: datetime) -> Html:
    """When applicants hear, and what happens with the waiting list meanwhile."""
    decide_by = page.event.plan.decide_by
    queue = t("The waiting list moves once every applicant has an answer.")
    if decide_by and decide_by > now:
        when = moment(decide_by, t, now)
        gather = t(
            "Decisions gather here. You send them together; if not, they go out by themselves: {when}.", when=when
        )
        return join(" ", [gather, t("Until then each can be undone."), queue])
    if page.goes_out and page.goes_out > now:
        last = moment(page.goes_out, t, now)
        return join(" ", [t("The decisions go out by themselves, the last of them: {when}.", when=last), queue])
    return join(" ", [t("A decision goes out 10 minutes after it is made. Until then it can be undone."), queue])


def decision_name(decision: Decision, t: Translator) -> Html:
    """A decision in a word or two."""
    return {
        Decision.ACCEPTED: t("accepted"),
        Decision.WAITING: t("waiting list"),
        Decision.REJECTED: t("declined"),
    }[decision]


def _entry(number: int, one: SignUp, page: ApplicationPage, t: Translator) -> Html:
    organisation = escaped(shorten(page.organisations.get(one.details.organisation or 0, ""), 60))
    size = t.n("{n} person", "{n} people", one.size) if one.size > 1 else Html("")
    applied = escaped(t.date(one.created_at)) if one.created_at else Html("")
    decided = bold(decision_name(one.decision, t)) if one.decision else Html("")
    facts = [group_name(page.event, one.details.group, t), organisation, size, applied, decided]
    return join(" · ", [Html(f"{number}. {bold(shorten(one.details.name, 60))}"), *facts])


def _deeds(page: ApplicationPage, t: Translator) -> tuple[Row, ...]:
    event, decided = page.event.id, sum(page.decided.values())
    send = [Button(t("Send the decisions ({n})", n=decided), SendDecisions(event))] if decided else []
    many = [Button(t("Several at once"), Batches(event))] if page.undecided > 1 else []
    return (*((one,) for one in (*send, *many)), (back_to_desk(page.event, t),))


def application_screen(one: Application, t: Translator, now: datetime, before: Application | None = None) -> Screen:
    """One application, all of it; ``before`` is the one just decided about, with the way back to it."""
    signup = one.signup
    facts = [
        bold(signup.details.name),
        t("Applied: {when}", when=moment(signup.created_at, t, now)) if signup.created_at else "",
        given_lines(one.event, signup, one.organisation, one.answers, t),
    ]
    decision = [
        t("Free seats: {n}", n=one.free) if one.free is not None else "",
        t("Decided, not sent yet: {list}", list=decision_name(signup.decision, t)) if signup.decision else "",
        t("Reason, for the team only: {reason}", reason=signup.reason) if signup.reason else "",
    ]
    said = decided_words(before, t) if before else Html("")
    blocks = [said, heading(one.event, t, now), join("\n", facts), history_lines(one.history, t), join("\n", decision)]
    following = [Button(t("Next application"), ShowApplication(one.following))] if one.following else []
    ways = (Button(t("All applications"), Applications(one.event.id)), *following)
    card = (Button(t("The person's card"), ShowParticipant(signup.id)),)
    rows = (*(before_rows(before, t) if before else ()), *_decisions(signup, t), *_own_rows(signup, t), card, ways)
    return Screen(join("\n\n", blocks), rows=rows)


def _decisions(signup: SignUp, t: Translator) -> tuple[Row, ...]:
    labels = {
        Decision.ACCEPTED: t("Accept"),
        Decision.WAITING: t("Waiting list"),
        Decision.REJECTED: t("Decline"),
    }
    buttons = [Button(label, Decide(signup.id, one)) for one, label in labels.items() if one is not signup.decision]
    return (tuple(buttons),)


def _own_rows(signup: SignUp, t: Translator) -> tuple[Row, ...]:
    if signup.decision is None:
        return ()
    undo: Row = (Button(t("Undo the decision"), UndoDecision(signup.id)), Button(t("Send now"), SendOne(signup.id)))
    is_declined = signup.decision is Decision.REJECTED
    return (undo, (Button(t("Write the reason"), AddReason(signup.id)),)) if is_declined else (undo,)


def decided_words(before: Application, t: Translator) -> Html:
    """What was just decided about whom."""
    if before.signup.decision is None:
        return t("Undone: {name} has no decision.", name=before.signup.details.name)
    decided = decision_name(before.signup.decision, t)
    return t("{name}: {decision}.", name=bold(before.signup.details.name), decision=decided)


def before_rows(before: Application, t: Translator) -> tuple[Row, ...]:
    """The way back from what was just decided, and why it was declined."""
    signup = before.signup
    if signup.decision is None:
        return ()
    undo = Button(t("Undo: {name}", name=shorten(signup.details.name, 30)), UndoDecision(signup.id))
    is_declined = signup.decision is Decision.REJECTED
    return ((undo, Button(t("Write the reason"), AddReason(signup.id))),) if is_declined else ((undo,),)


def send_screen(page: ApplicationPage, t: Translator, now: datetime) -> Screen:
    """How many will be told what."""
    decided = [Html(f"{decision_name(one, t)}: {n}") for one, n in page.decided.items()]
    if not decided:
        return applications_screen(page, t, now, t("There is nothing to send."))
    text = t(
        "Send the decisions now?\n\n{list}\n\nEverybody gets a message of their own; after that it cannot be undone, "
        "only changed on the person's card. At night the messages wait until 8:00.",
        list=join("\n", decided),
    )
    rows = ((Button(t("Send"), SendDecisionsNow(page.event.id)), Button(t("Back"), Applications(page.event.id))),)
    return Screen(join("\n\n", [heading(page.event, t, now), text]), rows=rows)


def sent_words(n: int, t: Translator) -> Html:
    """After sending."""
    return t.n("Done: {n} person is told.", "Done: {n} people are told.", n)


@words(NewApplication)
def new_application(_: NewApplication, memo: Memo, t: Translator, now: datetime) -> Screen:
    """Somebody waits for a decision, or several do."""
    one = t("A new application waits for a decision.")
    some = t.n("{n} new application waits for a decision.", "{n} new applications wait for a decision.", memo.times)
    return _about_applications(memo, one if memo.times == 1 else some, t, now)


@words(DecisionsDue)
def decisions_due(_: DecisionsDue, memo: Memo, t: Translator, now: datetime) -> Screen:
    """Answers are due, and some applications have no decision."""
    by = memo.event.plan.decide_by if memo.event else None
    opening = t("Applications wait for a decision, and the event is near.")
    if by:
        opening = t("Applications wait for a decision. We promised an answer by {when}.", when=moment(by, t, now))
    return _about_applications(memo, opening, t, now)


def _about_applications(memo: Memo, opening: Html, t: Translator, now: datetime) -> Screen:
    about = heading(memo.event, t, now) if memo.event else ""
    rows = ((Button(t("Applications"), Applications(memo.event.id)),),) if memo.event else ()
    return Screen(join("\n", [opening, about]), rows=(*rows, (Button(t("What I am told of"), StaffNotices()),)))


def _reason_prompt(step: Step, t: Translator) -> Html:
    name = step.setting.about.details.name if isinstance(step.setting.about, SignUp) else ""
    return join(
        "\n",
        [
            bold(name),
            t("Why was it declined? Only the team sees it; the person gets it when they ask for their data."),
        ],
    )


def _reason_summary(step: Step, t: Translator) -> Html:
    return join("\n\n", [_reason_prompt(step, t), escaped(str(step.draft.answers["application_reason"]))])


wordings.field("application_reason", FieldWords(lambda t: t("Reason"), _reason_prompt))
wordings.form("application_reason", FormWords(lambda t: t("Save the reason"), _reason_summary))
wordings.refusal(
    ApplicationDecided,
    RefusalWords(
        lambda _, t: t("This is no open application any more. The person's card shows what can be done."),
        lambda refusal, t: Button(t("The person's card"), ShowParticipant(refusal.signup)),
    ),
)
