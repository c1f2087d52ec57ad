"""What the chat takes is what a file takes: the demo's events pass, and what a file refuses is refused."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.content.calendar import read_calendar
from bot.domain.events import Group
from bot.domain.forms import Condition, Field, Kind
from bot.domain.localized import polish
from bot.domain.refusals import EventUnfit
from bot.services import event_checks, importing
from bot.services.changes import Draft

from .house import Office

SANDBOX = Path(__file__).parent.parent.parent / "content" / "sandbox.toml"
PROJECTS = frozenset({"skawina", "lider", "mam", "podgorze", "kuznia"})


def test_every_event_of_the_demo_passes(office: Office) -> None:
    for one in importing.incoming(read_calendar(SANDBOX, PROJECTS), office.now):
        event_checks.check(Draft(one.plan, one.groups, one.sessions), office.now)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"minimum": 3}, "minimum"),
        ({"title": polish("x" * 101)}, "title"),
        ({"description": polish("x" * 2001)}, "description"),
        ({"place": "x" * 101}, "place"),
        ({"code": "forum 1"}, "code"),
        ({"companions": 21}, "companions"),
        ({"reminders": ("kiedyś",)}, "reminders"),
        ({"has_single_sessions": True}, "single_sessions"),
        ({"questions": (Field("p1", Kind.CHOICE, text=polish("Dieta?"), options=(polish("tak"),)),)}, "questions"),
        ({"questions": (Field("p1", Kind.TEXT, text=polish("Co?"), condition=Condition("p9")),)}, "questions"),
    ],
)
def test_what_a_file_refuses_is_refused(office: Office, changes: Mapping[str, object], key: str) -> None:
    plan = replace(office.draft(), **changes)  # type: ignore[arg-type]
    with pytest.raises(EventUnfit) as refused:
        event_checks.check(Draft(plan), office.now)
    assert refused.value.key == key


def test_moments_have_to_go_together(office: Office) -> None:
    plan = office.draft()
    late = plan.ends_at + timedelta(hours=1)
    for changed, key in (
        (replace(plan, opens_at=late), "opens"),
        (replace(plan, closes_at=late), "closes"),
        (replace(plan, opens_at=plan.starts_at, closes_at=plan.starts_at - timedelta(days=1)), "closes"),
        (replace(plan, ends_at=plan.starts_at), "ends"),
    ):
        with pytest.raises(EventUnfit) as refused:
            event_checks.check(Draft(changed), office.now)
        assert refused.value.key == key


def test_a_group_that_nobody_fits_into_is_refused(office: Office) -> None:
    with pytest.raises(EventUnfit) as refused:
        event_checks.check(Draft(office.draft(), (Group(0, polish("nauczyciele"), 0),)), office.now)
    assert refused.value.key == "groups"
