"""Values of an event in words, and the words on the buttons that offer them."""

from datetime import datetime

from bot.domain import schedule
from bot.domain.events import EventKind, Plan
from bot.domain.forms import Field, Value
from bot.screens.event_cards import kind_name
from bot.texts import Html, Translator, escaped, join, shorten

LONGEST_BUTTON = 50
LONGEST_VALUE = 60


def moment(value: Value, t: Translator) -> Html:
    """A moment of an answer, as one says it: ``wtorek, 8 grudnia, 17:00``."""
    at = _at(value, t)
    return t("{day}, {time}", day=t.day(at), time=t.clock(at))


def from_till(starts: Value, ends: Value, t: Translator) -> Html:
    """Two moments of answers: ``wtorek, 8 grudnia, 17:00–19:00``."""
    first, last = _at(starts, t), _at(ends, t)
    if first.date() == last.date():
        return t("{day}, {start}–{end}", day=t.day(first), start=t.clock(first), end=t.clock(last))
    return t(
        "from {first_day}, {start}, to {last_day}, {end}",
        first_day=t.day(first),
        start=t.clock(first),
        last_day=t.day(last),
        end=t.clock(last),
    )


def _at(value: Value, t: Translator) -> datetime:
    return datetime.fromisoformat(str(value)).replace(tzinfo=t.zone)


def span(minutes: int, t: Translator) -> Html:
    """How long: ``30 min``, ``1,5 h``."""
    if minutes < 60 or minutes % 30:
        return t("{n} min", n=minutes)
    hours = f"{minutes / 60:g}"
    return t("{n} h", n=hours if t.language == "en" else hours.replace(".", ","))


def offset(value: str, t: Translator) -> Html:
    """How long before the start: ``7 dni wcześniej``, ``dzień wcześniej o 18:00``."""
    if not schedule.is_offset(value):
        return escaped(value)
    number, _, clock = value.partition(" ")
    if number.endswith("h"):
        return t.n("{n} hour before", "{n} hours before", int(number[:-1]))
    days = t.n("{n} day before", "{n} days before", int(number[:-1]))
    return t("{days} at {time}", days=days, time=clock) if clock else days


def language(code: str, t: Translator) -> Html:
    """What a language is called."""
    names = {"pl": t("Polish"), "en": t("English"), "uk": t("Ukrainian"), "no": t("Norwegian")}
    return names.get(code, escaped(code))


def moments(field: Field, t: Translator) -> list[Html]:
    """Moments ahead, or none."""
    return [moment(one, t) if one else t("No date") for one in field.suggested]


def spans(field: Field, t: Translator) -> list[Html]:
    """How long."""
    words = (one.replace(",", ".").split() for one in field.suggested)
    return [span(round(float(number) * (60 if unit == "h" else 1)), t) for number, unit in words]


def place_names(field: Field, t: Translator) -> list[Html]:
    """Earlier places, and online."""
    return [
        t("Online") if one == "online" else escaped(shorten(", ".join(one.splitlines()[:2]), LONGEST_BUTTON))
        for one in field.suggested
    ]


def numbers(field: Field, t: Translator) -> list[Html]:
    """How many, or no limit."""
    return [escaped(one) if one else t("No limit") for one in field.suggested]


def minima(field: Field, t: Translator) -> list[Html]:
    """How many, or none."""
    return [escaped(one) if one else t("None needed") for one in field.suggested]


def offsets(field: Field, t: Translator) -> list[Html]:
    """How long before the start, or never."""
    return [offset(one, t) if one else t("Never") for one in field.suggested]


def removing(field: Field, t: Translator) -> list[Html]:
    """That there shall be none."""
    return [t("Remove") for _ in field.suggested]


def kind_names(_field: Field, t: Translator) -> list[Html]:
    """The kinds of events."""
    return [kind_name(kind, t) for kind in EventKind]


def reminder_names(field: Field, t: Translator) -> list[Html]:
    """When to remind."""
    return [offset(one.texts["pl"], t) for one in field.options]


def language_names(field: Field, t: Translator) -> list[Html]:
    """The languages."""
    return [language(one.texts["pl"], t) for one in field.options]


def value(key: str, plan: Plan, t: Translator) -> Html:
    """How one thing about an event is now."""
    at = {
        "opens": plan.opens_at,
        "closes": plan.closes_at,
        "cancel": plan.cancel_until,
        "release": plan.release_groups_at,
    }
    if key in at:
        when = at[key]
        return moment(t.local(when).replace(tzinfo=None).isoformat(), t) if when else t("No date")
    counted = {"minimum": plan.minimum, "companions": plan.companions, "queue": plan.queue_limit}
    if key in counted:
        return escaped(counted[key]) if counted[key] is not None else t("No limit")
    return _value_in_words(key, plan, t)


def _value_in_words(key: str, plan: Plan, t: Translator) -> Html:
    none = t("not set")
    pin = f"{plan.latitude}, {plan.longitude}" if plan.latitude is not None else ""
    texts = {"pin": pin, "link": plan.online_link, "after": plan.after_event, "not_after": plan.not_after_event}
    if key in {**texts, "code": ""}:
        return escaped(shorten(texts.get(key, plan.code), LONGEST_VALUE)) or none
    words = {
        "title": escaped(plan.title.in_(t.language)),
        "place": escaped(", ".join(part for part in (plan.place, plan.address) if part)) or none,
        "seats": escaped(plan.seats) if plan.seats else t("No limit"),
        "description": escaped(shorten(plan.description.in_(t.language), LONGEST_VALUE)) if plan.description else none,
        "when": t("{day}, {time}", day=t.day(plan.starts_at), time=t.clock(plan.starts_at)),
        "approval": _yes_no(plan.approval, t),
        "organisation": _yes_no(plan.asks_organisation, t),
        "single": _yes_no(plan.has_single_sessions, t),
        "reminders": join(", ", [offset(one, t) for one in plan.reminders]) or none,
        "languages": join(", ", [language(one, t) for one in plan.languages]),
        "accessibility": escaped(shorten(plan.accessibility.in_(t.language), LONGEST_VALUE))
        if plan.accessibility
        else none,
        "translations": join(", ", [language(one, t) for one in plan.title.texts if one != "pl"]) or none,
        "unconfirmed": offset(plan.release_unconfirmed, t) or none,
        "shortage": offset(plan.shortage_notice, t) or none,
    }
    return words.get(key, kind_name(plan.kind, t))


def _yes_no(value: bool, t: Translator) -> Html:
    return t("yes") if value else t("no")
