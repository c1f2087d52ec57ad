"""Questions over several projects: which of them, which not, and which of two."""

import pytest

from bot.answers import Engine, Kind

from .conftest import NOW


@pytest.mark.parametrize(
    ("question", "projects"),
    [
        ("Który projekt zaczyna się wcześniej: podgórski czy skawiński?", ["podgorze"]),
        ("co się kończy później, lider w akcji czy skawina?", ["lider"]),
        ("Which starts later, Lider w akcji or the Skawina project?", ["lider"]),
        ("który trwa dłużej, projekt w skawinie czy lider w akcji", ["lider"]),
        ("ktore projekty nie sa z pieniedzy norweskich", ["lider", "kuznia"]),
        ("który projekt ma partnera phronesis a który bjerkaker?", ["mam", "podgorze"]),
        ("Które projekty mają partnera z Norwegii?", ["mam", "podgorze"]),
        ("Które projekty dostały wsparcie z FIO lub NOWEFIO?", ["kuznia", "lider"]),
        ("Які проєкти закінчуються у 2024 році?", ["lider", "skawina"]),
        ("which projects have something to do with oslo?", ["mam", "podgorze"]),
        ("w którym projekcie jest najwięcej kasy?", ["lider"]),
        ("o jakich projektach mogę tu pogadać?", ["kuznia", "lider", "mam", "podgorze", "skawina"]),
        ("Про які проєкти ти маєш інформацію?", ["kuznia", "lider", "mam", "podgorze", "skawina"]),
    ],
)
def test_it_lists_the_projects_that_fit(engine: Engine, question: str, projects: list[str]) -> None:
    answer = engine.answer(question, now=NOW, language="uk" if "проєкт" in question else "pl")
    assert answer.kind is Kind.LIST
    assert sorted(topic.project for topic in answer.suggestions) == sorted(projects)


def test_two_of_which_one_has_no_dates_are_not_compared(engine: Engine) -> None:
    answer = engine.answer("co zaczyna się wcześniej: lider w akcji czy kuźnia?", now=NOW, language="pl")
    assert answer.kind is not Kind.LIST
