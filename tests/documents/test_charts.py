"""Charts: the fact in words, the numbers beside the bars, the bars as long as the numbers say."""

from datetime import date, timedelta

import pytest

from bot.documents.charts import Share, attendance_by_session, seats_by_group, sign_ups_over_time, where_heard
from bot.documents.parts import Heading
from bot.documents.typefaces import ACCENT, TINT
from bot.texts import Translator

from .watching import bars, heights, opened

TUESDAY = date(2026, 11, 24)
WHOLE = 1080 - 2 * 64
GROUPS = (
    Share("urzędniczki i urzędnicy", 15, 20, "brakuje 1 osoby"),
    Share("animatorzy", 10, 10),
    Share("Ґрупа", 0, 6),
)


def daily(*counts: int) -> dict[date, int]:
    return {TUESDAY + timedelta(days=number): count for number, count in enumerate(counts)}


def test_seats_are_told_in_words_and_shown_as_bars(forum: Heading, t: Translator, written: list[str]) -> None:
    picture = opened(seats_by_group(forum, GROUPS, t=t))
    said = " ".join(written)
    assert "Zajęte miejsca: 25 z 36" in said
    for words in (
        forum.title,
        "urzędniczki i urzędnicy 15 z 20 brakuje 1 osoby",
        "animatorzy 10 z 10 komplet",
        "0 z 6",
    ):
        assert words in said
    assert bars(picture, ACCENT) == pytest.approx([WHOLE * 3 / 4, WHOLE], abs=4)
    assert len(bars(picture, TINT)) == 2


def test_more_than_the_quota_does_not_leave_the_picture(forum: Heading, t: Translator, written: list[str]) -> None:
    picture = opened(seats_by_group(forum, [Share("wolontariat", 12, 10), Share("bez miejsc", 0, 0)], t=t))
    assert "12 z 10" in written
    assert bars(picture, ACCENT) == pytest.approx([WHOLE], abs=4)


def test_sources_come_in_order_and_compare_with_the_first(forum: Heading, t: Translator, written: list[str]) -> None:
    sources = [Share("Facebook", 3), Share("plakat na klatce", 12), Share("od znajomych", 6)]
    picture = opened(where_heard(forum, sources, t=t))
    assert "Skąd o nas wiadomo, najczęściej: plakat na klatce (12 z 21)" in " ".join(written)
    assert bars(picture, ACCENT) == pytest.approx([WHOLE, WHOLE / 2, WHOLE / 4], abs=4)


def test_many_sources_end_with_the_rest(forum: Heading, t: Translator, written: list[str]) -> None:
    opened(where_heard(forum, [Share(f"źródło {number}", 40 - number) for number in range(40)], t=t))
    assert "17 innych pozycji" in written
    assert str(sum(40 - number for number in range(23, 40))) in written


def test_attendance_is_a_share_of_those_expected(forum: Heading, t: Translator, written: list[str]) -> None:
    attendance_by_session(forum, [Share("wt 8.12", 14, 18), Share("wt 15.12", 18, 18)], t=t)
    said = " ".join(written)
    assert "Średnia obecność: 89% zapisanych osób" in said.replace("\u00a0", " ")
    assert "wt 8.12 14 z 18" in said


def test_one_meeting_has_no_average(forum: Heading, t: Translator, written: list[str]) -> None:
    attendance_by_session(forum, [Share("wt 8.12", 14, 22)], t=t)
    assert "Obecność: 14 z 22 osób" in written


def test_every_day_has_its_column_also_the_empty_ones(forum: Heading, t: Translator, written: list[str]) -> None:
    picture = opened(sign_ups_over_time(forum, daily(4, 0, 8, 2), t=t))
    said = " ".join(written)
    assert "14 zapisów. Najwięcej: czwartek, 26 listopada (8)" in said
    assert "4 24.11 25.11 8 26.11 2 27.11" in said
    first, highest, last = heights(picture, ACCENT)
    assert (first, last) == pytest.approx((highest / 2, highest / 4), abs=4)


@pytest.mark.parametrize(
    ("days", "best", "caption", "columns"),
    [
        (14, "wtorek, 24 listopada (1)", "Zapisy dzień po dniu", 14),
        (30, "tydzień od 30 listopada (7)", "Zapisy w tygodniach od podanego dnia", 5),
        (200, "grudzień 2026 (31)", "Zapisy miesiąc po miesiącu", 8),
    ],
)
def test_a_long_time_is_counted_in_weeks_or_months(
    forum: Heading, t: Translator, written: list[str], days: int, best: str, caption: str, columns: int
) -> None:
    picture = opened(sign_ups_over_time(forum, daily(*[1] * days), t=t))
    said = " ".join(written)
    assert best in said
    assert caption in said
    assert len(heights(picture, ACCENT)) == columns


def test_nothing_to_show_is_said(forum: Heading, t: Translator, written: list[str]) -> None:
    empty = [
        sign_ups_over_time(forum, {}, t=t),
        sign_ups_over_time(forum, daily(0, 0), t=t),
        seats_by_group(forum, [], t=t),
        attendance_by_session(forum, [], t=t),
        where_heard(forum, [], t=t),
    ]
    assert written.count("Nie ma jeszcze czego liczyć") == len(empty)
    assert all(bars(opened(picture), ACCENT) == [] for picture in empty)


def test_a_chart_is_wide_and_says_how_old_it_is(forum: Heading, each: Translator, written: list[str]) -> None:
    picture = opened(seats_by_group(forum, GROUPS, t=each))
    assert picture.width == 1080
    assert picture.height < 1600
    fresh = {"pl": "stan na 23 listopada 2026, 12:00", "en": "as of 23 November 2026, 12:00"}
    assert fresh.get(each.language, "станом на 23 листопада 2026, 12:00") in written
    assert forum.attribution in " ".join(written)


def test_a_bare_heading_is_enough(t: Translator) -> None:
    assert opened(where_heard(Heading("Łąka"), [Share("plakat", 1)], t=t)).height > 200
