"""The words on the pictures of /stats."""

from collections.abc import Iterator
from datetime import datetime

from bot.documents.charts import Share, attendance_by_session, seats_by_group, sign_ups_over_time, where_heard
from bot.documents.parts import Heading
from bot.domain.acquaintances import BY_HAND
from bot.domain.events import Event
from bot.screens.events import title
from bot.screens.given import heard_from
from bot.screens.screen import File
from bot.services.statistics import Numbers
from bot.texts import Translator


def drawn(numbers: Numbers, about: str, t: Translator, now: datetime) -> list[File]:
    """The pictures there is something to draw for; it takes a moment: run it beside the loop."""
    heading = Heading(title=about, made_at=now)
    pictures = []
    if numbers.days:
        pictures.append(("zapisy", sign_ups_over_time(heading, numbers.days, t=t)))
    groups = list(_groups(numbers, t))
    if groups:
        pictures.append(("grupy", seats_by_group(heading, groups, t=t)))
    came = [
        Share(_meeting(event, found.session, t), found.there, max(found.seated, found.there))
        for event, found in numbers.came
    ]
    if came:
        pictures.append(("obecnosc", attendance_by_session(heading, came, t=t)))
    sources = [Share(heard_from(one, t), count) for one, count in numbers.sources.items() if one != BY_HAND]
    if sources:
        pictures.append(("zrodla", where_heard(heading, sources, t=t)))
    return [File(f"{name}.png", content, is_picture=True) for name, content in pictures]


def _meeting(event: Event, session: int | None, t: Translator) -> str:
    """An event, or one session of it by its date."""
    day = next((t.date(one.starts_at, year=True) for one in event.sessions if one.id == session), "")
    return ", ".join(filter(None, (title(event, t), day)))


def _groups(numbers: Numbers, t: Translator) -> Iterator[Share]:
    """Every group of the events to come, with how many seats are taken."""
    for event in numbers.events:
        for group in event.groups:
            name = f"{title(event, t)}: {group.name.in_(t.language)}"
            yield Share(name, numbers.groups.get(group.id, 0), group.seats)
