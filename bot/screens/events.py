"""Event cards and lists."""

from datetime import datetime

from bot.domain.events import Event, EventKind, EventState, Group, Seats
from bot.domain.signups import State
from bot.screens.actions import Action, action
from bot.screens.screen import Button, Pin, Screen
from bot.services.events import Card
from bot.texts import Html, Translator, bold, escaped, join


@action("ev")
class EventCard(Action):
    """Show the card of an event."""

    event: int


@action("el")
class EventList(Action):
    """Show upcoming events: ``when`` is all, week or today; ``project`` a slug or empty; pages count from 0."""

    page: int = 0
    when: str = "all"
    project: str = ""


@action("em")
class EventMore(Action):
    """Show the description and everything else about an event."""

    event: int


@action("ep")
class EventPlace(Action):
    """Send the place as a point on the map."""

    event: int


@action("ef")
class EventFilter(Action):
    """Offer the projects to narrow the list by."""


@action("ed")
class EventDesk(Action):
    """Show what the team sees of an event."""

    event: int


@action("su")
class SignUp(Action):
    """Begin to sign up."""

    event: int


@action("mp")
class MyPlace(Action):
    """Show one of the reader's own sign-ups."""

    signup: int


def heading(event: Event, t: Translator, now: datetime) -> Html:
    """Title, weekday, date, time and place: what every message about an event repeats."""
    return join("\n", [bold(title(event, t)), when_from(event, t, now), where(event, t)])


def when_from(event: Event, t: Translator, now: datetime) -> Html:
    """The time as ``when`` says it, after today or tomorrow when it is."""
    return span_from(event.plan.starts_at, event.plan.ends_at, t, now)


def span_from(starts: datetime, ends: datetime, t: Translator, now: datetime) -> Html:
    """From when to when, after today or tomorrow when it is."""
    near = t.near(starts, now)
    return Html(f"{near}, {span(starts, ends, t, now)}") if near else span(starts, ends, t, now)


def plain_heading(event: Event, t: Translator, now: datetime) -> Html:
    """The same after a line that says today or tomorrow already."""
    return join("\n", [bold(title(event, t)), when(event, t, now), where(event, t)])


def title(event: Event, t: Translator) -> str:
    """The title in the reader's language, marked when it is a sample."""
    return marked(event.plan.title.in_(t.language), t, is_sample=event.plan.is_sample)


def marked(words: str, t: Translator, *, is_sample: bool) -> str:
    """A title, marked when it is a sample."""
    return t("{title} (sample)", title=words) if is_sample else words


def when(event: Event, t: Translator, now: datetime) -> Html:
    """``wtorek, 8 grudnia, 17:00–19:00``, and both days of a longer event."""
    return span(event.plan.starts_at, event.plan.ends_at, t, now)


def span(starts: datetime, ends: datetime, t: Translator, now: datetime) -> Html:
    """From when to when, in words."""
    start, end = t.local(starts), t.local(ends)
    today = t.local(now).date()
    if start.date() == end.date():
        return t("{day}, {start}–{end}", day=t.day(start.date(), today), start=t.clock(start), end=t.clock(end))
    return t(
        "from {first_day}, {start}, to {last_day}, {end}",
        first_day=t.day(start.date(), today),
        start=t.clock(start),
        last_day=t.day(end.date(), today),
        end=t.clock(end),
    )


def where(event: Event, t: Translator) -> Html:
    """Place and address, or that it is online."""
    place = ", ".join(part for part in (event.plan.place, event.plan.address) if part)
    if place:
        return escaped(place)
    return t("Online; the link comes with your place") if event.plan.online_link else t("We will tell the place later")


def seats_line(seats: Seats, t: Translator) -> Html:
    """How many seats are left, or how many wait."""
    if seats.free is None or seats.total is None:
        return t("There are enough seats for everybody.")
    if seats.free and not seats.waiting:
        return t("Free seats: {free} of {total}", free=seats.free, total=seats.total)
    if seats.waiting:
        return t.n(
            "All seats are taken; {n} person is waiting.", "All seats are taken; {n} people are waiting.", seats.waiting
        )
    return t("All {total} seats are taken.", total=seats.total)


def groups_lines(groups: tuple[Group, ...], seats: Seats, t: Translator) -> Html:
    """Seats taken per group, one line each."""
    lines = []
    for group in groups:
        taken, name = seats.by_group.get(group.id, 0), group.name.in_(t.language)
        if group.seats is None:
            lines.append(t.n("{name}: {n} person", "{name}: {n} people", taken, name=name))
        else:
            lines.append(t("{name}: {taken} of {seats} seats", name=name, taken=taken, seats=group.seats))
    return join("\n", lines)


def languages_line(event: Event, t: Translator) -> Html:
    """``po polsku, częściowo po angielsku``: the first language, and those it is held in partly."""
    names = {"pl": t("in Polish"), "en": t("in English"), "uk": t("in Ukrainian"), "no": t("in Norwegian")}
    first, *others = [names.get(code, Html(code)) for code in event.plan.languages] or [names["pl"]]
    return t("{first}, partly {others}", first=first, others=join(", ", others)) if others else first


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


def event_screen(card: Card, t: Translator, now: datetime, attribution: str = "") -> Screen:
    """The card: what, when, where, how full, and what the reader can do. ``attribution`` is the funder's line."""
    event = card.event
    lines = [
        heading(event, t, now),
        standing(card, t, now),
        groups_lines(event.groups, card.seats, t),
        languages_line(event, t),
        escaped(event.plan.accessibility.in_(t.language)) if event.plan.accessibility else "",
        Html(f"\n<i>{escaped(attribution)}</i>") if attribution else "",
    ]
    return Screen(join("\n", lines), rows=_card_rows(card, t, now))


def standing(card: Card, t: Translator, now: datetime) -> Html:
    """Where things stand: the reader's own place first, else whether one can still sign up."""
    event, plan = card.event, card.event.plan
    if event.state is EventState.CALLED_OFF:
        return t("This event has been called off.")
    if event.has_ended(now):
        return t("This event is over.")
    own = _own_line(card, t)
    if own:
        return own
    if event.has_started(now):
        return t("It has started already.")
    if plan.opens_at and now < plan.opens_at:
        return t("Sign-up opens on {day} at {time}.", day=t.day(plan.opens_at), time=t.clock(plan.opens_at))
    if plan.closes_at and now >= plan.closes_at:
        return t("Sign-up has closed.")
    return seats_line(card.seats, t)


def _own_line(card: Card, t: Translator) -> Html | None:
    match card.signup.state if card.signup else None:
        case State.CONFIRMED:
            return t("You have a seat.")
        case State.OFFERED:
            return t("A seat is kept for you. Say whether you take it.")
        case State.WAITING:
            return t("You are on the waiting list.")
        case State.APPLIED:
            return t("We have your application. You will get the answer here.")
        case _:
            return None


def _card_rows(card: Card, t: Translator, now: datetime) -> tuple[tuple[Button, ...], ...]:
    event = card.event
    about = [Button(t("More"), EventMore(event.id))]
    if event.plan.latitude is not None:
        about.insert(0, Button(t("Map"), EventPlace(event.id)))
    rows = [tuple(about), (Button(t("Other events"), EventList()),)]
    if card.is_run_by_reader:
        rows.append((Button(t("For the team"), EventDesk(event.id)),))
    if card.signup and card.signup.is_active:
        rows.insert(0, (Button(t("My place"), MyPlace(card.signup.id)),))
    elif event.state is EventState.OPEN and not event.has_started(now) and _takes_sign_ups(event, now):
        rows.insert(0, (Button(_sign_up_label(card, t), SignUp(event.id)),))
    return tuple(rows)


def _takes_sign_ups(event: Event, now: datetime) -> bool:
    opens, closes = event.plan.opens_at, event.plan.closes_at
    return (opens is None or now >= opens) and (closes is None or now < closes)


def _sign_up_label(card: Card, t: Translator) -> Html:
    has_room = any(card.seats.has_room(group) for group in card.event.groups or (None,))
    return t("Sign up") if has_room else t("Join the waiting list")


def more_screen(card: Card, t: Translator, now: datetime, project: str) -> Screen:
    """Everything about an event; ``project`` is the title of the project it belongs to."""
    plan = card.event.plan
    lines = [
        heading(card.event, t, now),
        t("{kind} of the project {project}", kind=kind_name(plan.kind, t), project=project),
        Html("\n" + escaped(plan.description.in_(t.language))) if plan.description else "",
        t.n("You may bring {n} person with you.", "You may bring up to {n} people with you.", plan.companions)
        if plan.companions
        else "",
        _deadlines(card.event, t),
    ]
    rows = ((Button(t("Back"), EventCard(card.event.id)), Button(t("Other events"), EventList())),)
    return Screen(join("\n", lines), rows=rows)


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
