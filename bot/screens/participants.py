"""One person's sign-up as the team sees it, and what the team can do with it."""

from datetime import datetime

from bot.domain.access import Permission
from bot.domain.audit import Action as Doing
from bot.domain.events import Event, EventState
from bot.domain.signups import Attending, SignUp, State
from bot.screens.actions import Action, action
from bot.screens.applications import ShowApplication
from bot.screens.events import heading
from bot.screens.given import consent_line, given_lines, history_lines, moment
from bot.screens.list_filters import People, card
from bot.screens.lists import group_name, name_of, standing_name
from bot.screens.people_search import ShowPerson
from bot.screens.screen import Button, Row, Screen
from bot.services.lists import Participant
from bot.services.placements import Placed
from bot.texts import Html, Translator, bold, join, shorten


@action("pgi")
class GiveSeat(Action):
    """A seat, whoever else waits."""

    signup: int


@action("pqu")
class ToQueue(Action):
    """To the end of the queue."""

    signup: int


@action("pcx")
class TakeOff(Action):
    """Off the list."""

    signup: int


@action("pok")
class NoteComing(Action):
    """Note that somebody comes (1), or that nobody knows (0)."""

    signup: int
    number: int


@action("pgr")
class ChooseGroup(Action):
    """Offer the other groups."""

    signup: int


@action("pgs")
class SetGroup(Action):
    """Another group."""

    signup: int
    group: int


@action("pun")
class UndoPlacing(Action):
    """Take back what an entry of the log did to a sign-up."""

    signup: int
    entry: int


@action("pwr")
class WriteTo(Action):
    """Begin to write to somebody."""

    signup: int


def participant_screen(
    one: Participant, t: Translator, now: datetime, placed: Placed | None = None, *, back: Action | None = None
) -> Screen:
    """The card; ``placed`` is what has just been done, ``back`` the list where somebody came from."""
    signup = one.signup
    person_lines = [
        bold(name_of(signup, t)),
        _standing(one, t, now),
        given_lines(one.event, signup, one.organisation, one.answers, t),
        t("Signed up: {when}", when=moment(signup.created_at, t, now)) if signup.created_at else "",
        consent_line(one.consents, t),
        t("Declined because: {reason}", reason=signup.reason) if signup.reason else "",
        "" if _is_reachable(one) else t("The bot cannot write to this person. Please call."),
    ]
    said = [bold(done_words(placed.action, name_of(signup, t), t)), _told_later(placed, t)] if placed else []
    blocks = [join("\n", said), join("\n", person_lines), history_lines(one.history, t), heading(one.event, t, now)]
    undo: tuple[Row, ...] = ((Button(t("Undo"), UndoPlacing(signup.id, placed.entry)),),) if placed else ()
    ways = (
        Button(t("To the list"), back or People(one.event.id)),
        Button(t("All about the person"), ShowPerson(signup.person)),
    )
    return Screen(join("\n\n", blocks), rows=(*undo, *_choices(one, t, now), ways))


def _is_reachable(one: Participant) -> bool:
    return one.person.telegram_id is not None and one.person.is_reachable


def _standing(one: Participant, t: Translator, now: datetime) -> Html:
    name = standing_name(one.signup, t)
    if one.signup.state is State.CONFIRMED and one.signup.attending:
        said = t("will be late") if one.signup.attending is Attending.LATE else t("will come")
        return join(", ", [name, said])
    if one.position is not None:
        return t("{standing}, place {position}", standing=name, position=one.position)
    if one.signup.offered_until:
        until = moment(one.signup.offered_until, t, now)
        return t("{standing}, until: {until}", standing=name, until=until)
    return name


def _choices(one: Participant, t: Translator, now: datetime) -> tuple[Row, ...]:
    """What the reader may do with the sign-up as it stands."""
    signup, event = one.signup, one.event
    if Permission.MANAGE_SIGNUPS not in one.allowed:
        return ()
    write: Row = (Button(t("Write a message"), WriteTo(signup.id)),) if _is_reachable(one) else ()
    if event.state is not EventState.OPEN or event.last_entry <= now:
        return (write,) if write else ()
    rows = [_seat_row(signup, t), (*_group_button(event, signup, t), *_off_button(signup, t)), write]
    return tuple(row for row in rows if row)


def _seat_row(signup: SignUp, t: Translator) -> Row:
    seat, queue = Button(t("Give a seat"), GiveSeat(signup.id)), Button(t("To the waiting list"), ToQueue(signup.id))
    match signup.state:
        case State.APPLIED:
            return (Button(t("Decide about the application"), ShowApplication(signup.id)),)
        case State.WAITING:
            return (seat,)
        case State.CONFIRMED:
            unknown = signup.attending is None
            label = t("Will come: confirm") if unknown else t("Not certain after all")
            return (Button(label, NoteComing(signup.id, int(unknown))), queue)
        case State.OFFERED | State.CANCELLED | State.REJECTED:
            return (seat, queue)
        case _:
            return ()


def _group_button(event: Event, signup: SignUp, t: Translator) -> Row:
    is_of_use = len(event.groups) > 1 and signup.is_active
    return (Button(t("Change the group"), ChooseGroup(signup.id)),) if is_of_use else ()


def _off_button(signup: SignUp, t: Translator) -> Row:
    return (Button(t("Take off the list"), TakeOff(signup.id)),) if signup.is_active else ()


def done_words(doing: Doing, name: str, t: Translator) -> Html:
    """What has just been done to somebody's sign-up."""
    return {
        Doing.SEAT_GIVEN: t("Done: {name} has a seat.", name=name),
        Doing.MOVED_TO_QUEUE: t("Done: {name} is on the waiting list.", name=name),
        Doing.SIGNUP_CANCELLED: t("Done: {name} is off the list.", name=name),
        Doing.GROUP_CHANGED: t("Done: {name} is in another group.", name=name),
    }[doing]


def _told_later(placed: Placed, t: Translator) -> Html:
    if placed.action is Doing.GROUP_CHANGED:
        return t("The place in the queue stays. The person is not told of it.")
    return t("The message to the person goes out in 10 minutes. Until then you can undo it.")


def groups_screen(one: Participant, t: Translator, back: Action | None = None) -> Screen:
    """The groups to choose from; ``back`` as on the card."""
    signup = one.signup
    rows = tuple(
        (Button(shorten(group.name.in_(t.language), 60), SetGroup(signup.id, group.id)),)
        for group in one.event.groups
        if group.id != signup.details.group
    )
    text = t(
        "{name} is in the group: {group}. Which group is right?\n\n"
        "The place in the queue stays. Somebody with a seat needs a free one in the new group.",
        name=name_of(signup, t),
        group=group_name(one.event, signup.details.group, t) or t("none"),
    )
    return Screen(text, rows=(*rows, (to_card(signup.id, t, back),)))


def undone_screen(
    one: Participant, t: Translator, now: datetime, *, has_passed_on: bool = False, back: Action | None = None
) -> Screen:
    """After undoing: the card as it is now; the seat may have been offered to somebody else meanwhile."""
    shown = participant_screen(one, t, now, back=back)
    said = (
        t("The seat was offered to somebody else meanwhile. The person waits for the next one and is told so.")
        if has_passed_on
        else t("Undone. The person is not told of it.")
    )
    return Screen(join("\n\n", [bold(said), shown.text]), rows=shown.rows)


def to_card(signup: int, t: Translator, back: Action | None = None) -> Button:
    """The way to a person's card."""
    return Button(t("To the person"), card(signup, back))
