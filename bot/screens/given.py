"""What somebody gave when they signed up, and what is known of them, as the team reads it."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.acquaintances import BY_HAND
from bot.domain.events import Event
from bot.domain.forms import Kind
from bot.domain.signups import SignUp
from bot.screens.events import title
from bot.screens.lists import group_name, state_name
from bot.screens.phones import phone
from bot.screens.prompts import answer
from bot.services.histories import History
from bot.services.own_answers import Given
from bot.texts import Html, Translator, bold, escaped, join, shorten

ROOM = 1400
"""Characters for all answers together, so that an application fits into one message."""
FEW = 9
"""Questions that are shown with most of their words."""


def heard_from(source: str, t: Translator) -> Html:
    """Where somebody heard of us: words for the links the bot makes itself, any other as it stands on its poster."""
    return {
        BY_HAND: t("signed up by the team"),
        "share": t("passed on by somebody"),
        "inline": t("passed on by somebody"),
        "kanal": t("the channel on Telegram"),
        "grupa": t("a group on Telegram"),
    }.get(source, escaped(source))


def given_lines(event: Event, signup: SignUp, organisation: str, answers: Sequence[Given], t: Translator) -> Html:
    """Everything given, a line each; answers that were typed as they were, shortened only when there are many."""
    details = signup.details
    lines = [
        t("Group: {group}", group=group_name(event, details.group, t)) if details.group else "",
        t("Organisation or office: {name}", name=shorten(organisation, 120)) if organisation else "",
        t("Phone: {phone}", phone=phone(details.phone)) if details.phone else "",
        t("Gmina: {gmina}", gmina=details.gmina) if details.gmina else "",
        t("Companions: {n}", n=details.companions) if details.companions else "",
        t("Who comes with you: {names}", names=shorten(details.companion_names, 120))
        if details.companion_names
        else "",
        t("Needs: {needs}", needs=shorten(details.needs, 250)) if details.needs else "",
        *answer_lines(answers, t),
    ]
    return join("\n", lines)


def answer_lines(answers: Sequence[Given], t: Translator) -> list[Html]:
    """The event's own questions with the answers; a longer text on lines of its own."""
    given = [(question, value) for question, value in answers if value is not None]
    most = max(20, min(600, ROOM // max(1, len(given))))
    asked_in = 80 if len(given) <= FEW else 40
    lines = []
    for question, value in given:
        asked = shorten(question.text.in_(t.language), asked_in) if question.text else question.key
        name = escaped(asked if asked.endswith("?") else f"{asked}:")
        if question.kind is Kind.TEXT:
            lines.append(join("\n", [bold(name), escaped(shorten(str(value), most))]))
        else:
            lines.append(join(" ", [name, answer(question, value, t)]))
    return lines


def history_lines(history: History, t: Translator) -> Html:
    """Where the person was before, and where not."""
    if not history:
        return t("Nothing is known of this person from earlier events.")
    counts = t(
        "Earlier: was there {attended}, was not there {absent}, cancelled {cancelled}.",
        attended=history.attended,
        absent=history.absent,
        cancelled=history.cancelled,
    )
    events = [
        t(
            "{title}, {date}: {state}",
            title=shorten(title(event, t), 40),
            date=t.date(event.plan.starts_at, year=True),
            state=state_name(state, t),
        )
        for event, state in history.latest
    ]
    return join("\n", [counts, *events])


def consent_line(given: frozenset[str], t: Translator) -> Html:
    """The consents in force, in words; nothing without any."""
    names = {
        "pictures": t("pictures"),
        "invitations": t("invitations"),
        "sharing": t("sharing of contacts"),
        "needs": t("special needs"),
    }
    words = [said for kind, said in names.items() if kind in given]
    return t("Consents: {names}", names=join(", ", words)) if words else Html("")


def moment(when: datetime, t: Translator, now: datetime) -> Html:
    """``jutro, wtorek, 8 grudnia, 12:00``."""
    near = t.near(when, now)
    return join(", ", [escaped(near), escaped(t.day(when, t.local(now).date())), escaped(t.clock(when))])
