"""Event cards and lists."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.events import Event, Group, Seats, Session
from bot.screens.actions import Action, action
from bot.texts import Html, Translator, bold, escaped, join, plain, shorten


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
    """The time as ``when`` says it, after today or tomorrow when it is; of a course the next session."""
    return span_from(event.plan.starts_at, event.plan.ends_at, t, now) if not event.sessions else when(event, t, now)


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


def event_label(event: Event, t: Translator) -> Html:
    """What a button that leads to an event says: the title, cut to fit beside the date, and the day it begins."""
    return escaped(f"{shorten(event.plan.title.in_(t.language), 34)}, {t.date(event.plan.starts_at)}")


def when(event: Event, t: Translator, now: datetime) -> Html:
    """``wtorek, 8 grudnia, 17:00–19:00``, both days of a longer event, all of a course with its next session."""
    if not event.sessions:
        return span(event.plan.starts_at, event.plan.ends_at, t, now)
    following = next((one for one in event.sessions if one.ends_at > now), None)
    return join(
        "\n",
        [
            course(event.times(), t),
            t("Next: {when}", when=span_from(following.starts_at, following.ends_at, t, now)) if following else "",
        ],
    )


def course(times: Sequence[tuple[datetime, datetime]], t: Translator) -> Html:
    """How many sessions, from which day to which; ``times`` are from when to when each is, in order."""
    return t.n(
        "{n} session, from {first} to {last}",
        "{n} sessions, from {first} to {last}",
        len(times),
        first=t.date(times[0][0]),
        last=t.date(times[-1][0]),
    )


def session_lines(
    event: Event, sessions: Sequence[Session], t: Translator, now: datetime, left: Mapping[int, int] | None = None
) -> list[Html]:
    """A line for each of some sessions: number, weekday, date, time, title, a place of its own, seats ``left``."""
    seats = left or {}
    return [
        join(
            ", ",
            [
                Html(f"{event.sessions.index(one) + 1}. {span(one.starts_at, one.ends_at, t, now)}"),
                t("“{title}”", title=one.title.in_(t.language)) if one.title else "",
                escaped(session_place(event, one)) if session_place(event, one) != _place(event) else "",
                t("free seats: {free}", free=seats[one.id]) if one.id in seats and one.starts_at > now else "",
            ],
        )
        for one in sessions
    ]


def session_place(event: Event, one: Session) -> str:
    """Where a session is: its own place and address, or the event's."""
    return ", ".join(part for part in event.place_of(one) if part)


def _place(event: Event) -> str:
    return ", ".join(part for part in event.place_of(None) if part)


def span(starts: datetime, ends: datetime, t: Translator, now: datetime) -> Html:
    """From when to when, in words."""
    today = t.local(now).date()
    return _span(starts, ends, t, t.day(starts, today), t.day(ends, today))


def span_in_file(starts: datetime, ends: datetime, t: Translator) -> str:
    """The same as plain text, always with the year: files are evidence that is read years later."""
    return plain(_span(starts, ends, t, t.day(starts, year=True), t.day(ends, year=True)))


def _span(starts: datetime, ends: datetime, t: Translator, first_day: str, last_day: str) -> Html:
    start, end = t.clock(starts), t.clock(ends)
    if t.local(starts).date() == t.local(ends).date():
        return t("{day}, {start}–{end}", day=first_day, start=start, end=end)
    return t(
        "from {first_day}, {start}, to {last_day}, {end}", first_day=first_day, start=start, last_day=last_day, end=end
    )


def where(event: Event, t: Translator) -> Html:
    """Place and address, or that it is online."""
    if _place(event):
        return escaped(_place(event))
    return t("Online; the link comes with your place") if event.plan.online_link else t("We will tell the place later")


def seated_line(size: int, t: Translator) -> Html:
    """That somebody has a seat, or as many as they come with."""
    return t("You have a seat.") if size == 1 else t.n("You have {n} seat.", "You have {n} seats.", size)


def seats_line(seats: Seats, t: Translator) -> Html:
    """How many seats are left, and how many people wait."""
    if seats.free is None or seats.total is None:
        return t("There are enough seats for everybody.")
    if seats.free:
        free = t("Free seats: {free} of {total}", free=seats.free, total=seats.total)
        is_awaited = seats.waiting and not any(seats.waiting_by_group.values())
        return join(", ", [free, t("waiting: {n}", n=seats.waiting) if is_awaited else ""])
    if seats.waiting:
        return t.n(
            "All seats are taken; {n} person is waiting.", "All seats are taken; {n} people are waiting.", seats.waiting
        )
    return t("All {total} seats are taken.", total=seats.total)


def groups_lines(groups: tuple[Group, ...], seats: Seats, t: Translator) -> Html:
    """Free seats of each group, no more than there are in all, one line each."""
    lines = []
    for group in groups:
        taken, name = seats.by_group.get(group.id, 0), group.name.in_(t.language)
        if group.seats is None:
            lines.append(t.n("{name}: {n} person", "{name}: {n} people", taken, name=name))
        else:
            free = max(0, group.seats - taken)
            free = free if seats.free is None else min(free, seats.free)
            lines.append(t("{name}: {free} of {total} free", name=name, free=free, total=group.seats))
        waiting = seats.waiting_by_group.get(group.id, 0)
        if waiting:
            lines[-1] = join(", ", [lines[-1], t("waiting: {n}", n=waiting)])
    return join("\n", lines)


def unusable_line(event: Event, t: Translator) -> Html:
    """For the team: that the groups hold fewer seats than the event, and what to do; empty where they do not."""
    if not event.seats_for_nobody:
        return Html("")
    return t.n(
        "The groups have {held} of the {seats} seats: {n} seat is for nobody. Give a group more, or the event fewer.",
        "The groups have {held} of the {seats} seats: {n} seats are for nobody. Give a group more, or the event fewer.",
        event.seats_for_nobody,
        held=event.seats_in_groups,
        seats=event.plan.seats,
    )


def decided_line(event: Event, t: Translator, now: datetime) -> Html:
    """That the organisers choose among the applications, and by when one hears; nothing where they do not."""
    if not event.plan.approval:
        return Html("")
    by = event.plan.decide_by
    if by is None or by <= now:
        return t("The organisers choose among the applications. The answer comes here.")
    day, time = t.day(by, t.local(now).date()), t.clock(by)
    return t(
        "The organisers choose among the applications. The answer comes here by {day}, {time}.", day=day, time=time
    )


def languages_line(event: Event, t: Translator) -> Html:
    """``po polsku, częściowo po angielsku``: the first language, and those it is held in partly."""
    names = {"pl": t("in Polish"), "en": t("in English"), "uk": t("in Ukrainian"), "no": t("in Norwegian")}
    first, *others = [names.get(code, Html(code)) for code in event.plan.languages] or [names["pl"]]
    return t("{first}, partly {others}", first=first, others=join(", ", others)) if others else first
