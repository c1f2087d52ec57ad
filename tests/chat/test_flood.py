"""Whoever sends faster than anybody reads."""

from bot.chat import flood
from bot.chat.flood import Flood, Pace


def test_a_quick_person_is_fine_a_machine_is_asked_to_wait_once_and_then_ignored() -> None:
    watch = Flood(limit=3, seconds=10)
    assert [watch.judge(5, float(moment)) for moment in range(6)] == [Pace.FINE] * 3 + [Pace.WARN] + [Pace.IGNORE] * 2


def test_after_a_while_everything_is_fine_again() -> None:
    watch = Flood(limit=1, seconds=10)
    assert [watch.judge(5, moment) for moment in (0.0, 1.0, 20.0)] == [Pace.FINE, Pace.WARN, Pace.FINE]


def test_people_are_counted_apart() -> None:
    watch = Flood(limit=1, seconds=10)
    assert [watch.judge(person, 0.0) for person in (5, 6, 7)] == [Pace.FINE] * 3


def test_the_quiet_are_forgotten() -> None:
    watch = Flood(limit=1, seconds=1)
    for person in range(flood.PEOPLE + 2):
        watch.judge(person, float(person))
    assert watch.judge(0, 10**6) is Pace.FINE
