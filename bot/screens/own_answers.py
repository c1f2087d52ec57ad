"""What somebody answered when they signed up, and whom they come for."""

from bot.domain.organisations import Delegation
from bot.domain.signups import State
from bot.screens.phones import phone
from bot.screens.prompts import answer_line
from bot.services.signups import Place
from bot.texts import Html, Translator, join


def answer_lines(place: Place, t: Translator) -> Html:
    """The answers of a sign-up, the event's own questions as they were asked."""
    details = place.signup.details
    group = next((one for one in place.event.groups if one.id == details.group), None)
    lines = [
        t("Name: {name}", name=details.name),
        t("Phone: {phone}", phone=phone(details.phone)) if details.phone else "",
        t("Gmina: {gmina}", gmina=details.gmina) if details.gmina else "",
        t("Organisation or office: {name}", name=place.delegation.body.name) if place.delegation else "",
        t("Your group: {name}", name=group.name.in_(t.language)) if group else "",
        t("Companions: {n}", n=details.companions) if details.companions else "",
        t("Who comes with you: {names}", names=details.companion_names) if details.companion_names else "",
        *(answer_line(field, value, t) for field, value in place.answers if value is not None),
        t("Needs: {needs}", needs=details.needs) if details.needs else "",
    ]
    return join("\n", lines)


def delegation_line(delegation: Delegation | None, t: Translator) -> Html:
    """That no seat of the reader's organisation is left, and what to do then; nothing when there is one."""
    if delegation is None or not delegation.is_full:
        return Html("")
    has = t.n(
        "{name} has {n} seat at this event already.",
        "{name} has {n} seats at this event already.",
        delegation.taken,
        name=delegation.body.name,
    )
    ways = t("You can wait in the queue, or come instead of somebody: they send you a link from /my.")
    return join(" ", [has, ways])


def waiting_for_organisation(place: Place, t: Translator) -> Html:
    """Why somebody waits, when it is for a seat of their organisation."""
    return delegation_line(place.delegation, t) if place.signup.state is State.WAITING else Html("")
