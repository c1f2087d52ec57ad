"""Events as people write them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.content import ContentError
from bot.content.calendar import read_calendar
from bot.content.moments import parse_moment
from bot.domain.forms import Condition, Kind

from ..town import WARSAW

PROJECTS = frozenset({"podgorze", "mam"})
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=WARSAW)
HEAD = 'project = "podgorze"\nkind = "forum"\ntitle = { pl = "Forum" }\n'
WHEN = "starts = 2026-12-08T17:00:00\nends = '+2h'\n"


def written(folder: Path, *lines: str) -> Path:
    """A file of one event."""
    file = folder / "events.toml"
    file.write_text("[[event]]\n" + HEAD + "\n".join(lines), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (datetime(2026, 12, 8, 17, 0), "2026-12-08T17:00+01:00"),  # noqa: DTZ001 - TOML's local date-time
        ("+3d 17:00", "2026-11-26T17:00+01:00"),
        ("+3d", "2026-11-26T12:00+01:00"),
        ("+125m", "2026-11-23T14:05+01:00"),
        ("+2h", "2026-11-23T14:00+01:00"),
    ],
)
def test_times_are_wall_clock_or_counted_from_now(value: object, moment: str) -> None:
    assert parse_moment(value).after(NOW) == datetime.fromisoformat(moment)


def test_days_are_days_of_the_wall_clock_over_a_change_of_time() -> None:
    before = datetime(2027, 3, 27, 12, 0, tzinfo=WARSAW)
    assert parse_moment("+1d").after(before).replace(tzinfo=None) - before.replace(tzinfo=None) == timedelta(days=1)


@pytest.mark.parametrize("value", ["jutro", "+3w", "+2h 17:00", "+1d 25:00", 5, NOW])
def test_what_is_no_time_is_said_to_be_none(value: object) -> None:
    with pytest.raises(ValueError, match=r"is (not )?a time"):
        parse_moment(value)


def test_everything_that_is_written_reaches_the_plan(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        "code = 'forum-1'",
        WHEN,
        "seats = 20\nminimum = 8\ncompanions = 2\napproval = true",
        "opens = '+1d 08:00'\ncloses = '+5d'\ncancel_until = '+6d'\nreminders = ['3d', '2h']",
        "groups = [ { name = { pl = 'animatorzy' }, seats = 10, minimum = 5 } ]",
        "questions = [ { key = 'dieta', kind = 'choice', text = { pl = 'Dieta?' },"
        " options = [ { pl = 'tak' }, { pl = 'nie' } ], required = false },"
        " { key = 'jaka', kind = 'text', text = { pl = 'Jaka?' },"
        " condition = { key = 'dieta', values = [0, 'nie'] } } ]",
    )
    (spec,) = read_calendar(file, PROJECTS).event
    plan = spec.plan(NOW, is_sample=False)
    assert plan.starts_at == datetime(2026, 12, 8, 16, 0, tzinfo=UTC)
    assert (plan.ends_at - plan.starts_at, plan.opens_at) == (
        timedelta(hours=2),
        datetime(2026, 11, 24, 7, 0, tzinfo=UTC),
    )
    assert (plan.seats, plan.minimum, plan.companions, plan.approval, plan.reminders) == (20, 8, 2, True, ("3d", "2h"))
    assert [(group.seats, group.minimum) for group in spec.quotas()] == [(10, 5)]
    assert plan.questions[1].condition == Condition("dieta", ("0", "1"))
    assert (plan.questions[0].kind, plan.questions[0].is_required) == (Kind.CHOICE, False)
    assert not spec.is_relative()


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (("code = 'a'", WHEN, "seast = 20"), "event[0].seast is not a known key; did you mean seats?"),
        (("code = 'a'", WHEN, "seats = 'dużo'"), "event[0].seats is wrong"),
        ((WHEN,), "event[0].code is missing"),
        (("code = 'a b'", WHEN), "event[0].code is wrong"),
        (("code = 'a'", "starts = 2026-12-08T17:00:00", "ends = 2026-12-08T16:00:00"), "is not after the start"),
        (("code = 'a'", WHEN, f"description = {{ pl = '{'a' * 2001}' }}"), "is too long: 2001 characters, 2000 fit"),
        (("code = 'a'", WHEN, f"place = '{'a' * 101}'"), "event[0].place is too long"),
        (
            ("code = 'a'", WHEN, f"questions = [{{ key = 'q', kind = 'text', text = {{ pl = '{'a' * 151}' }} }}]"),
            "event[0].questions[0].text is too long",
        ),
        (("code = 'a'", WHEN, "latitude = 50.0"), "only one of latitude and longitude"),
        (("code = 'a'", WHEN, "seats = 2\nminimum = 3"), "is more than the seats: 3 of 2"),
        (("code = 'a'", WHEN, "reminders = ['jutro']"), "write 7d, 1d 18:00 or 2h"),
        (("code = 'a'", WHEN, "questions = [{ key = 'q', kind = 'choice', text = { pl = 'Q' } }]"), "at least two"),
        (("code = 'a'", WHEN, "questions = [{ key = 'q', kind = 'notice', text = { pl = 'Q' } }]"), "only the bot"),
        (
            (
                "code = 'a'",
                WHEN,
                "questions = [{ key = 'q', kind = 'text', text = { pl = 'Q' }, condition = { key = 'z' } }]",
            ),
            "is not an earlier question: z",
        ),
        (
            (
                "code = 'a'",
                WHEN,
                "questions = [{ key = 'q', kind = 'text', text = { pl = 'Q' } },"
                " { key = 'q', kind = 'text', text = { pl = 'Q' } }]",
            ),
            "is used twice: q",
        ),
        (
            (
                "code = 'a'",
                WHEN,
                "questions = [{ key = 'q', kind = 'choice', text = { pl = 'Q' },"
                " options = [{ pl = 'a' }, { pl = 'b' }] },"
                " { key = 'r', kind = 'text', text = { pl = 'R' }, condition = { key = 'q', values = ['c'] } }]",
            ),
            "is not an option of q: c",
        ),
        (("code = 'a'", WHEN, "title = 'x'"), "is not valid TOML"),
    ],
)
def test_a_mistake_is_one_sentence_with_file_and_key(tmp_path: Path, lines: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(ContentError) as refused:
        read_calendar(written(tmp_path, *lines), PROJECTS)
    assert str(refused.value).startswith("events.toml: ")
    assert sentence in str(refused.value)


def test_an_unknown_project_and_a_code_used_twice_are_both_named(tmp_path: Path) -> None:
    file = written(tmp_path, "code = 'a'", WHEN)
    file.write_text(file.read_text().replace("podgorze", "nowy") * 2)
    with pytest.raises(ContentError) as refused:
        read_calendar(file, PROJECTS)
    assert "is not a project: nowy; known are mam, podgorze" in str(refused.value)
    assert "event[1].code is used twice: a" in str(refused.value)


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        read_calendar(tmp_path / "nothing.toml", PROJECTS)
    (tmp_path / "latin.toml").write_bytes("# zażółć".encode("iso-8859-2"))
    with pytest.raises(ContentError, match="save it as UTF-8"):
        read_calendar(tmp_path / "latin.toml", PROJECTS)


def test_an_event_that_ends_before_it_starts_once_spans_are_counted_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, "code = 'a'", "starts = '+5d'", "ends = 2026-11-24T10:00:00")
    (spec,) = read_calendar(file, PROJECTS).event
    with pytest.raises(ContentError, match="event a: ends is not after the start"):
        spec.plan(NOW, is_sample=False)
