"""Everything about an event that a few questions change: the questions, and what their answers make of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.events import EventKind, Plan
from bot.domain.forms import Condition, Field, Kind, Value
from bot.domain.localized import LANGUAGES, Localized
from bot.services.event_fields import (
    NONE,
    Answers,
    Edit,
    Editing,
    ahead,
    choice,
    number,
    own,
    when,
    where,
    where_fields,
)
from bot.services.event_reading import aware, wall

REMINDERS = ("7d", "3d", "1d 18:00", "2h")


def _when_fields(editing: Editing) -> tuple[Field, ...]:
    return (
        own("edit_when", *_weeks_later(editing.event.plan.starts_at, editing.now)),
        own("edit_end", *(f"{minutes} min" for minutes in _lengths(editing.event.plan)), follows="edit_when"),
    )


def _weeks_later(start: datetime, now: datetime) -> tuple[str, ...]:
    """The same time a week and two later, that is, the next ones that are ahead."""
    first = start.astimezone(now.tzinfo)
    while first <= now:
        first += timedelta(weeks=1)
    return tuple(wall(first + timedelta(weeks=each), now) for each in (1, 2))


def _lengths(plan: Plan) -> list[int]:
    present = int((plan.ends_at - plan.starts_at).total_seconds() // 60)
    return sorted({60, 90, 120, present})


def _title(plan: Plan, answers: Answers, _now: datetime) -> Plan:
    return replace(plan, title=Localized({**plan.title.texts, "pl": str(answers["edit_title"])}))


def _translated(plan: Plan, answers: Answers, _now: datetime) -> Plan:
    title, description = dict(plan.title.texts), dict(plan.description.texts if plan.description else {})
    for language in LANGUAGES[1:]:
        for texts, key in ((title, "edit_title"), (description, "edit_description")):
            given = answers.get(f"{key}_{language}")
            if isinstance(given, str):
                texts[language] = given
    return replace(
        plan, title=Localized(_filled(title)), description=Localized(_filled(description)) if description else None
    )


def _filled(texts: Mapping[str, str]) -> dict[str, str]:
    return {language: text for language, text in texts.items() if text}


def _translation_fields(editing: Editing) -> tuple[Field, ...]:
    keys = ("edit_title", "edit_description") if editing.event.plan.description else ("edit_title",)
    return tuple(own(f"{key}_{language}", is_required=False) for language in LANGUAGES[1:] for key in keys)


def _words(value: Value, before: Localized | None) -> Localized | None:
    """A text whose Polish words are changed; without them there is none."""
    return Localized({**(before.texts if before else {}), "pl": str(value)}) if value else None


def _approval(plan: Plan, answers: Answers, now: datetime) -> Plan:
    by, needs = answers.get("edit_decide"), bool(answers["edit_approval"])
    return replace(plan, approval=needs, decide_by=aware(by, now).astimezone(UTC) if by and needs else None)


def _organisation(plan: Plan, answers: Answers, _now: datetime) -> Plan:
    asks = bool(answers["edit_organisation"])
    limit = number(answers.get("edit_organisation_seats"))
    return replace(plan, asks_organisation=asks, organisation_seats=limit if asks else None)


def _at(name: str, key: str) -> Callable[[Plan, Answers, datetime], Plan]:
    """What sets a moment of the plan, or takes it away."""

    def apply(plan: Plan, answers: Answers, now: datetime) -> Plan:
        value = answers[key]
        return replace(plan, **{name: aware(value, now).astimezone(UTC) if value else None})  # type: ignore[arg-type]

    return apply


def _before(editing: Editing, *spans: timedelta) -> tuple[str, ...]:
    """Moments some time before the start, those still ahead."""
    moments = [editing.event.plan.starts_at - span for span in spans]
    return tuple(wall(one, editing.now) for one in moments if one > editing.now)


def _chosen(answers: Answers, key: str, options: tuple[str, ...]) -> tuple[str, ...]:
    value = answers[key]
    return tuple(options[int(one)] for one in value) if isinstance(value, list) else ()


def reminder_options(plan: Plan) -> tuple[str, ...]:
    """The usual reminders, and whatever others the event has."""
    return (*REMINDERS, *(one for one in plan.reminders if one not in REMINDERS))


def language_options(plan: Plan) -> tuple[str, ...]:
    """The bot's languages, and whatever others the event is held in."""
    return (*LANGUAGES, *(one for one in plan.languages if one not in LANGUAGES))


def _indexes(chosen: tuple[str, ...], options: tuple[str, ...]) -> list[str]:
    return [str(options.index(one)) for one in chosen]


def _pinned(plan: Plan, value: Value) -> Plan:
    point = (float(value[0]), float(value[1])) if isinstance(value, list) else (None, None)
    return replace(plan, latitude=point[0], longitude=point[1])


DAY = timedelta(days=1)

EDITS: Mapping[str, Edit] = {
    one.key: one
    for one in (
        Edit("title", lambda _: (own("edit_title"),), _title),
        Edit("when", _when_fields, when),
        Edit("place", lambda e: where_fields(e.places), lambda plan, answers, _: where(plan, answers)),
        Edit(
            "seats",
            lambda _: (own("edit_seats", "10", "15", "20", "30", NONE),),
            lambda plan, answers, _: replace(plan, seats=number(answers["edit_seats"])),
        ),
        Edit(
            "description",
            lambda _: (own("edit_description", NONE),),
            lambda plan, answers, _: replace(plan, description=_words(answers["edit_description"], plan.description)),
        ),
        Edit(
            "kind",
            lambda _: (choice("edit_kind", *EventKind),),
            lambda plan, answers, _: replace(plan, kind=tuple(EventKind)[int(str(answers["edit_kind"]))]),
        ),
        Edit("translations", _translation_fields, _translated),
        Edit(
            "link",
            lambda _: (own("edit_link", NONE),),
            lambda plan, answers, _: replace(plan, online_link=str(answers["edit_link"])),
        ),
        Edit(
            "pin",
            lambda _: (own("edit_pin", NONE),),
            lambda plan, answers, _: _pinned(plan, answers["edit_pin"]),
        ),
        Edit(
            "minimum",
            lambda _: (own("edit_minimum", "5", "8", "10", NONE),),
            lambda plan, answers, _: replace(plan, minimum=number(answers["edit_minimum"]) or 0),
        ),
        Edit(
            "companions",
            lambda _: (Field("edit_companions", Kind.NUMBER, low=0, high=20, suggested=("0", "1", "2", "3")),),
            lambda plan, answers, _: replace(plan, companions=number(answers["edit_companions"]) or 0),
        ),
        Edit(
            "approval",
            lambda e: (
                Field("edit_approval", Kind.YES_NO),
                own("edit_decide", *_before(e, 3 * DAY, DAY), NONE, condition=Condition("edit_approval", (True,))),
            ),
            _approval,
        ),
        Edit("opens", lambda e: (own("edit_opens", *ahead(e.now, 1, 7, hour=9), NONE),), _at("opens_at", "edit_opens")),
        Edit(
            "closes", lambda e: (own("edit_closes", *_before(e, 3 * DAY, DAY), NONE),), _at("closes_at", "edit_closes")
        ),
        Edit(
            "cancel",
            lambda e: (own("edit_cancel", *_before(e, 3 * DAY, DAY), NONE),),
            _at("cancel_until", "edit_cancel"),
        ),
        Edit(
            "reminders",
            lambda e: (
                replace(
                    choice("edit_reminders", *reminder_options(e.event.plan), kind=Kind.CHOICES), is_required=False
                ),
            ),
            lambda plan, answers, _: replace(
                plan, reminders=_chosen(answers, "edit_reminders", reminder_options(plan))
            ),
            lambda event: {"edit_reminders": _indexes(event.plan.reminders, reminder_options(event.plan))},
        ),
        Edit(
            "languages",
            lambda e: (choice("edit_languages", *language_options(e.event.plan), kind=Kind.CHOICES),),
            lambda plan, answers, _: replace(
                plan, languages=_chosen(answers, "edit_languages", language_options(plan))
            ),
            lambda event: {"edit_languages": _indexes(event.plan.languages, language_options(event.plan))},
        ),
        Edit(
            "accessibility",
            lambda _: (own("edit_accessibility", NONE),),
            lambda plan, answers, _: replace(
                plan, accessibility=_words(answers["edit_accessibility"], plan.accessibility)
            ),
        ),
        Edit(
            "organisation",
            lambda _: (
                Field("edit_organisation", Kind.YES_NO),
                own("edit_organisation_seats", "1", "2", "3", NONE, condition=Condition("edit_organisation", (True,))),
            ),
            _organisation,
        ),
        Edit(
            "queue",
            lambda _: (own("edit_queue", "5", "10", "20", NONE),),
            lambda plan, answers, _: replace(plan, queue_limit=number(answers["edit_queue"])),
        ),
        Edit(
            "release",
            lambda e: (own("edit_release", *_before(e, 7 * DAY, 3 * DAY), NONE),),
            _at("release_groups_at", "edit_release"),
        ),
        Edit(
            "unconfirmed",
            lambda _: (own("edit_unconfirmed", "1d 12:00", "2d 12:00", "4h", NONE),),
            lambda plan, answers, _: replace(plan, release_unconfirmed=str(answers["edit_unconfirmed"])),
        ),
        Edit(
            "shortage",
            lambda _: (own("edit_shortage", "1d", "3d", "7d", NONE),),
            lambda plan, answers, _: replace(plan, shortage_notice=str(answers["edit_shortage"])),
        ),
        Edit(
            "after",
            lambda _: (own("edit_after", NONE),),
            lambda plan, answers, _: replace(plan, after_event=str(answers["edit_after"])),
        ),
        Edit(
            "not_after",
            lambda _: (own("edit_not_after", NONE),),
            lambda plan, answers, _: replace(plan, not_after_event=str(answers["edit_not_after"])),
        ),
        Edit(
            "single",
            lambda _: (Field("edit_single", Kind.YES_NO),),
            lambda plan, answers, _: replace(plan, has_single_sessions=bool(answers["edit_single"])),
        ),
        Edit(
            "code",
            lambda _: (own("edit_code"),),
            lambda plan, answers, _: replace(plan, code=str(answers["edit_code"])),
        ),
    )
}
"""Everything about an event that a few questions change, by its key."""
