"""Questions about an event and what their answers do to its plan: how one is described, and where and when it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.domain.events import Event, Plan
from bot.domain.forms import Condition, Field, Kind, Value
from bot.domain.localized import polish
from bot.domain.refusals import EventUnfit, Refusal, SeatsTaken
from bot.domain.signups import SignUp
from bot.services.changes import Told
from bot.services.event_reading import aware, wall

NONE = ""
"""The suggestion that there shall be none."""
PLACES = 4
"""Earlier places on buttons."""

Answers = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Editing:
    """An event being changed: who wants to come, and the organisation's earlier places as they are typed.

    ``unheard`` are those on whose way it still is that the event is called off, or reopened.
    """

    event: Event
    active: tuple[SignUp, ...]
    places: tuple[str, ...]
    now: datetime
    unreachable: frozenset[int] = frozenset()
    unheard: frozenset[int] = frozenset()

    @property
    def people(self) -> int:
        """How many sign-ups it concerns."""
        return len(self.active)

    def told(self, concerned: Sequence[SignUp] | None = None) -> Told:
        """Who would hear of it, all sign-ups unless said otherwise, and who has to be called."""
        signups = self.active if concerned is None else concerned
        to_call = sum(signup.person in self.unreachable for signup in signups)
        return Told(len(signups) - to_call, to_call)

    @property
    def turned(self) -> Told:
        """Who would hear that it is called off, or reopened, and who need not."""
        concerned = [signup for signup in self.active if signup.person not in self.unheard]
        return self.told(concerned) + Told(unheard=len(self.active) - len(concerned))


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing about an event: its questions, what the answers make of the plan, the answers given already."""

    key: str
    fields: Callable[[Editing], tuple[Field, ...]]
    apply: Callable[[Plan, Answers, datetime], Plan]
    known: Callable[[Event], Mapping[str, Value]] = lambda _event: {}


def own(
    key: str,
    *suggested: str,
    condition: Condition | None = None,
    is_required: bool = True,
    follows: str | None = None,
) -> Field:
    """A question read by its own reader."""
    return Field(key, Kind.OWN, is_required=is_required, condition=condition, suggested=suggested, follows=follows)


def refused_at(why: Refusal, asked: tuple[Field, ...]) -> str:
    """The question to mend what was refused at; the last one when the refusal names none of them."""
    word = {EventUnfit: getattr(why, "key", ""), SeatsTaken: "seats"}.get(type(why), "")
    named = (one.key for one in reversed(asked) if one.key.partition("_")[2] == _ASKED.get(word, word))
    return next(named, asked[-1].key)


_ASKED = {"ends": "end", "starts": "when", "address": "place"}
"""What a question is called whose answer an event calls otherwise."""


def choice(key: str, *options: str, kind: Kind = Kind.CHOICE) -> Field:
    """A question with options that screens word."""
    return Field(key, kind, options=tuple(polish(one) for one in options))


def ahead(now: datetime, *days: int, hour: int = 17) -> tuple[str, ...]:
    """The moments some days ahead, as they are typed."""
    start = now.replace(hour=hour, minute=0, second=0)
    return tuple(wall(start + timedelta(days=each), now) for each in days)


def where_fields(places: tuple[str, ...]) -> tuple[Field, ...]:
    """Where it is: a place with a pin, or a link."""
    return (
        own("edit_place", *places[:PLACES], "online"),
        own("edit_link", condition=Condition("edit_place", ("online",)), is_required=False),
        own("edit_pin", condition=Condition("edit_place", ("typed",)), is_required=False),
    )


def where(plan: Plan, answers: Answers) -> Plan:
    """The plan with the place of the answers."""
    given, link, pin = answers.get("edit_place"), answers.get("edit_link"), answers.get("edit_pin")
    if not isinstance(given, list):
        return plan
    if given[0] == "online":
        online = str(link) if link else plan.online_link
        return replace(plan, place="", address="", latitude=None, longitude=None, online_link=online)
    point = given[3:] if given[0] == "known" else pin if isinstance(pin, list) else []
    latitude, longitude = (float(point[0]), float(point[1])) if point else (None, None)
    return replace(plan, place=given[1], address=given[2], latitude=latitude, longitude=longitude)


def when(plan: Plan, answers: Answers, now: datetime) -> Plan:
    """The plan with the start and end of the answers; deadlines move with it, but nobody is shut out again."""
    starts, ends = (aware(answers[key], now).astimezone(UTC) for key in ("edit_when", "edit_end"))
    later = replace(moved(plan, _wall_span(plan.starts_at, starts, now), now), starts_at=starts, ends_at=ends)
    return replace(later, opens_at=plan.opens_at) if plan.opens_at and plan.opens_at <= now else later


def _wall_span(before: datetime, after: datetime, now: datetime) -> timedelta:
    """How far apart two moments are on the wall clock."""
    return datetime.fromisoformat(wall(after, now)) - datetime.fromisoformat(wall(before, now))


def moved(plan: Plan, span: timedelta, now: datetime) -> Plan:
    """The plan some time later, with every deadline; hours of the wall clock stay."""

    def later(moment: datetime | None) -> datetime | None:
        if moment is None:
            return None
        local = datetime.fromisoformat(wall(moment, now)) + span
        return aware(local.isoformat(), now).astimezone(UTC)

    return replace(
        plan,
        starts_at=later(plan.starts_at) or plan.starts_at,
        opens_at=later(plan.opens_at),
        closes_at=later(plan.closes_at),
        cancel_until=later(plan.cancel_until),
        decide_by=later(plan.decide_by),
        release_groups_at=later(plan.release_groups_at),
    )


def number(value: Value) -> int | None:
    """How many; None when there is no limit."""
    return value if isinstance(value, int) else None
