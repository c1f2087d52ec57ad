"""Whether an event made in the chat would be taken from a file, too: the same models, the same limits."""

from datetime import datetime

from pydantic import ValidationError

from bot.content.calendar import problems_of_event
from bot.content.event_models import EventSpec
from bot.domain.clock import zone_of
from bot.domain.events import Plan
from bot.domain.forms import Field
from bot.domain.localized import Localized
from bot.domain.refusals import EventUnfit
from bot.services.changes import Draft


def check(draft: Draft, now: datetime) -> None:
    """Raise EventUnfit, with what has to be changed, for an event that a file could not hold."""
    plan = draft.plan
    for name, moment in (("opens", plan.opens_at), ("closes", plan.closes_at)):
        if moment and moment >= plan.ends_at:
            raise EventUnfit(name)
    if plan.opens_at and plan.closes_at and plan.opens_at >= plan.closes_at:
        raise EventUnfit("closes")
    if plan.ends_at <= plan.starts_at or any(one.ends_at <= one.starts_at for one in draft.sessions):
        raise EventUnfit("ends")
    try:
        spec = EventSpec.model_validate(_written(draft, now))
    except ValidationError as error:
        raise EventUnfit(str(error.errors()[0]["loc"][0])) from error
    for problem in problems_of_event("", "", spec):
        raise EventUnfit(problem.key.strip(".").split("[")[0].split(".")[0])


def _written(draft: Draft, now: datetime) -> dict[str, object]:
    """The event as a file would have it."""
    plan = draft.plan
    sessions = [
        {"starts": _wall(one.starts_at, now), "ends": _wall(one.ends_at, now), "place": one.place}
        | {"address": one.address, "title": _texts(one.title)}
        for one in draft.sessions
    ]
    times = (
        {"sessions": sessions} if sessions else {"starts": _wall(plan.starts_at, now), "ends": _wall(plan.ends_at, now)}
    )
    return {
        **{name: getattr(plan, name) for name in _SAME},
        **times,
        "title": _texts(plan.title),
        "description": _texts(plan.description),
        "accessibility": _texts(plan.accessibility),
        "online": plan.online_link,
        "organisation": plan.asks_organisation,
        "single_sessions": plan.has_single_sessions,
        "after": plan.after_event,
        "not_after": plan.not_after_event,
        "groups": [
            {"name": _texts(one.name), "seats": one.seats, "minimum": one.minimum, "quota": one.quota}
            for one in draft.groups
        ],
        "questions": _questions(plan),
    }


_SAME = (
    *("code", "project", "kind", "place", "address", "latitude", "longitude", "languages", "seats", "minimum"),
    *("companions", "queue_limit", "organisation_seats", "approval", "release_unconfirmed", "shortage_notice"),
    "reminders",
)


def _questions(plan: Plan) -> list[dict[str, object]]:
    return [_question(one) for one in plan.questions]


def _question(one: Field) -> dict[str, object]:
    return {
        "key": one.key,
        "kind": one.kind,
        "text": _texts(one.text),
        "options": [_texts(option) for option in one.options],
        "required": one.is_required,
        "condition": {"key": one.condition.key, "values": list(one.condition.values)} if one.condition else None,
        "minimum": one.low,
        "maximum": one.high,
    }


def _texts(text: Localized | None) -> dict[str, str] | None:
    return dict(text.texts) if text else None


def _wall(moment: datetime, now: datetime) -> datetime:
    return moment.astimezone(zone_of(now)).replace(tzinfo=None)
