"""The card of an event, everything about it, and its place on the map."""

from datetime import datetime

from bot.domain.events import Event, EventKind, EventState, Session
from bot.domain.signups import State
from bot.screens.events import (
    EventCard,
    EventDesk,
    EventList,
    EventMore,
    EventPlace,
    MyPlace,
    SignUp,
    decided_line,
    groups_lines,
    heading,
    languages_line,
    seated_line,
    seats_line,
    session_lines,
    where,
)
from bot.screens.own_answers import delegation_line
from bot.screens.screen import Button, Pin, Row, Screen
from bot.services.events import Card
from bot.texts import Html, Translator, bold, escaped, join

ON_CARD = 4
"""Sessions of a course on its card."""
FOLDED = 6
"""More sessions than these are folded up."""
MOST = 24
"""Sessions listed, so that a message stays within 4096 characters."""


def event_screen(
    card: Card, t: Translator, now: datetime, attribution: str = "", share: Button | None = None
) -> Screen:
    """The card: what, when, where, how full, and what the reader can do.

    ``attribution`` is the funder's line, ``share`` passes the event on to somebody.
    """
    event = card.event
    lines = [
        heading(event, t, now),
        standing(card, t, now),
        groups_lines(event.groups, card.seats, t),
        decided_line(event, t, now) if _may_apply(card, now) else "",
        _organisations(card, t),
        _course_block(card, t, now),
        languages_line(event, t),
        escaped(event.plan.accessibility.in_(t.language)) if event.plan.accessibility else "",
        Html(f"\n<i>{escaped(attribution)}</i>") if attribution else "",
    ]
    return Screen(join("\n", lines), rows=_card_rows(card, t, now, share))


def _organisations(card: Card, t: Translator) -> Html:
    """How many seats each organisation may have, and that the reader's has none left."""
    limit = card.event.plan.organisation_seats
    if limit is None:
        return Html("")
    each = t.n("Each organisation may have {n} seat.", "Each organisation may have up to {n} seats.", limit)
    is_open = card.signup is None or card.signup.state is not State.CONFIRMED
    return join("\n", [each, delegation_line(card.delegation, t) if is_open else ""])


def _course_block(card: Card, t: Translator, now: datetime) -> Html:
    """The first sessions to come; "More" has them all."""
    event = card.event
    ahead = [one for one in event.sessions if one.ends_at > now]
    shown = ahead[:ON_CARD] if len(ahead) > ON_CARD + 1 else ahead
    more = len(ahead) - len(shown)
    folded = [t.n("… and {n} more, see “More”.", "… and {n} more, see “More”.", more)] if more else []
    return join("\n", [*session_lines(event, shown, t, now, card.left), *folded])


def standing(card: Card, t: Translator, now: datetime) -> Html:
    """Where things stand: the reader's own place first, else whether one can still sign up."""
    event, plan = card.event, card.event.plan
    if event.state is EventState.CALLED_OFF:
        return t("This event has been called off.")
    if event.has_ended(now):
        return t("This event is over.")
    own = _own_line(card, t, now)
    if own:
        return own
    if event.last_entry <= now:
        return t("It has started already.")
    if plan.opens_at and now < plan.opens_at:
        return t("Sign-up opens on {day} at {time}.", day=t.day(plan.opens_at), time=t.clock(plan.opens_at))
    if plan.closes_at and now >= plan.closes_at:
        return t("Sign-up has closed.")
    if event.has_started(now):
        return t("It has begun; you can still come to the sessions ahead.")
    if card.left:
        free = len(_free_sessions(card, now))
        if not free:
            return t("All seats at all sessions are taken.")
        return t.n("There are free seats at {n} session.", "There are free seats at {n} sessions.", free)
    return seats_line(card.seats, t)


def _free_sessions(card: Card, now: datetime) -> list[Session]:
    return [one for one in card.event.sessions if card.left.get(one.id) and one.starts_at > now]


def _own_line(card: Card, t: Translator, now: datetime) -> Html | None:
    if card.signup is None:
        return None
    match card.signup.state:
        case State.CONFIRMED:
            return seated_line(card.signup.size, t)
        case State.OFFERED if card.signup.size > 1:
            kept = card.signup.size
            return t.n(
                "{n} seat is kept for you. Say whether you take it.",
                "{n} seats are kept for you. Say whether you take them.",
                kept,
            )
        case State.APPLIED:
            return join(" ", [t("We have your application."), decided_line(card.event, t, now)])
        case state:
            return own_state(state, t)


def own_state(state: State, t: Translator) -> Html | None:
    """Where the reader's own sign-up stands, None when it is over."""
    return {
        State.CONFIRMED: t("You have a seat."),
        State.OFFERED: t("A seat is kept for you. Say whether you take it."),
        State.WAITING: t("You are on the waiting list."),
        State.APPLIED: t("We have your application."),
        State.REJECTED: t("There was no seat for this application."),
    }.get(state)


def _card_rows(card: Card, t: Translator, now: datetime, share: Button | None) -> tuple[Row, ...]:
    event = card.event
    about = [Button(t("More"), EventMore(event.id))]
    if event.plan.latitude is not None:
        about.insert(0, Button(t("Map"), EventPlace(event.id)))
    others = Button(t("Other events"), EventList())
    rows = [tuple(about), (share, others) if share else (others,)]
    if card.is_run_by_reader:
        rows.append((Button(t("For the team"), EventDesk(event.id)),))
    if card.signup and card.signup.is_active:
        rows.insert(0, (Button(t("My place"), MyPlace(card.signup.id)),))
    elif _may_apply(card, now):
        rows.insert(0, (Button(_sign_up_label(card, t, now), SignUp(event.id)),))
    return tuple(rows)


def _may_apply(card: Card, now: datetime) -> bool:
    """Whether the reader can sign up: it is open, and they neither have a place nor were declined."""
    event, own = card.event, card.signup
    is_free = own is None or not (own.is_active or own.state is State.REJECTED)
    return is_free and event.state is EventState.OPEN and event.last_entry > now and _takes_sign_ups(event, now)


def _takes_sign_ups(event: Event, now: datetime) -> bool:
    opens, closes = event.plan.opens_at, event.plan.closes_at
    return (opens is None or now >= opens) and (closes is None or now < closes)


def _sign_up_label(card: Card, t: Translator, now: datetime) -> Html:
    if card.event.plan.approval:
        return t("Apply")
    if card.left:
        return t("Sign up") if _free_sessions(card, now) else t("Join the waiting list")
    has_room = any(card.seats.has_room(group) for group in card.event.groups or (None,))
    return t("Sign up") if has_room else t("Join the waiting list")


def kind_name(kind: EventKind, t: Translator) -> Html:
    """What sort of event it is, in words."""
    return {
        EventKind.WORKSHOP: t("Workshop"),
        EventKind.FORUM: t("Forum"),
        EventKind.DEBATE: t("Debate"),
        EventKind.VISIT: t("Visit"),
        EventKind.COURSE: t("Course"),
        EventKind.DUTY: t("Adviser's duty hours"),
        EventKind.CONFERENCE: t("Conference"),
        EventKind.ACTION: t("Neighbours' action"),
        EventKind.MEETING: t("Meeting"),
    }[kind]


def more_screen(card: Card, t: Translator, now: datetime, project: str) -> Screen:
    """Everything about an event; ``project`` is the title of the project it belongs to."""
    plan, most = card.event.plan, card.event.most_companions
    lines = [
        heading(card.event, t, now),
        t("{kind} of the project {project}", kind=kind_name(plan.kind, t), project=project),
        Html("\n" + escaped(plan.description.in_(t.language))) if plan.description else "",
        t.n("You may bring {n} person with you.", "You may bring up to {n} people with you.", most) if most else "",
        _sessions(card, t, now),
        _deadlines(card.event, t),
    ]
    rows = ((Button(t("Back"), EventCard(card.event.id)), Button(t("Other events"), EventList())),)
    return Screen(join("\n", lines), rows=rows)


def _sessions(card: Card, t: Translator, now: datetime) -> Html:
    """All sessions of a course; a long list is folded up, a very long one ends."""
    sessions = card.event.sessions
    lines = session_lines(card.event, sessions[:MOST], t, now, card.left)
    if len(sessions) > MOST:
        lines.append(t.n("… and {n} more.", "… and {n} more.", len(sessions) - MOST))
    listed = join("\n", lines)
    folded = Html(f"<blockquote expandable>{listed}</blockquote>") if len(sessions) > FOLDED else listed
    return Html(f"\n{bold(t('Sessions'))}\n{folded}") if sessions else Html("")


def _deadlines(event: Event, t: Translator) -> Html:
    closes, cancel = event.plan.closes_at, event.plan.cancel_until
    return join(
        "\n",
        [
            t("Sign-up closes on {day} at {time}.", day=t.day(closes), time=t.clock(closes)) if closes else "",
            t("You can cancel until {day}, {time}.", day=t.day(cancel), time=t.clock(cancel)) if cancel else "",
        ],
    )


def place_screen(card: Card, t: Translator) -> Screen:
    """The place as a pin; in words when there is none."""
    plan = card.event.plan
    if plan.latitude is None or plan.longitude is None:
        return Screen(where(card.event, t), rows=((Button(t("Back"), EventCard(card.event.id)),),))
    name = plan.place or plan.title.in_(t.language)
    return Screen("", pin=Pin(plan.latitude, plan.longitude, name, plan.address or name))
