"""Grant indicators: what counts, and how often."""

from dataclasses import replace

import pytest

from bot.domain.indicators import Counts, Entry, Indicator, Participation, measure

from ..conftest import NOON

ANN = Participation(1, 1, 0, 7, "szkola-1", "course", True, "organizacje", "mikolow", 3, "ngo", True)
BEN = replace(ANN, signup=2, person=2, organisation=4, organisation_kind="jst", group="samorząd", gmina="laziska")


@pytest.mark.parametrize(
    ("indicator", "counted"),
    [
        (Indicator("a", Counts.PERSONS, 45), 2),
        (Indicator("a", Counts.ORGANISATIONS, 2), 2),
        (Indicator("a", Counts.NGO, 10), 1),
        (Indicator("a", Counts.JST, 6), 1),
        (Indicator("a", Counts.GMINAS, 6), 2),
        (Indicator("a", Counts.EVENTS, 2, each=2), 1),
        (Indicator("a", Counts.EVENTS, 2, each=3), 0),
        (Indicator("a", Counts.ENTRIES, 10), 0),
        (Indicator("a", Counts.PERSONS, 45, groups=("samorząd",)), 1),
        (Indicator("a", Counts.PERSONS, 45, events=("szkola-*",)), 2),
        (Indicator("a", Counts.PERSONS, 45, events=("forum-*",)), 0),
        (Indicator("a", Counts.PERSONS, 45, kinds=("workshop",)), 0),
    ],
)
def test_it_counts_what_it_is_about(indicator: Indicator, counted: int) -> None:
    again = replace(ANN, signup=3, event=8, code="szkola-2")
    taken = [ANN, BEN] if indicator.counts is Counts.EVENTS else [ANN, BEN, again]
    assert measure(indicator, taken, []).counted == counted


def test_whoever_comes_with_somebody_is_counted_once_for_all_events() -> None:
    twice = [replace(ANN, companions=2), replace(ANN, signup=9, event=8, companions=1)]
    assert measure(Indicator("a", Counts.PERSONS, 45), twice, []).counted == 3


def test_a_seat_is_not_attendance_but_is_shown_to_come() -> None:
    found = measure(Indicator("a", Counts.PERSONS, 4), [ANN, replace(BEN, was_there=False)], [])
    assert (found.counted, found.coming, found.missing) == (1, 1, 3)


def test_what_was_entered_by_hand_counts_too() -> None:
    found = measure(Indicator("a", Counts.ENTRIES, 10), [], [Entry(1, 4, "Rada Młodzieżowa", NOON)])
    assert (found.value, found.missing) == (4, 6)
