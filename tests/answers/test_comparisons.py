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
        ("które projekty dotyczą krakowa", ["mam", "podgorze"]),
        ("mieszkam w krakowie. które projekty są u nas w mieście?", ["mam", "podgorze"]),
        ("ktore porjekty sa w samym karkowie", ["mam", "podgorze"]),
        ("w ktorych porjektach jest wizyta studjyna", ["mam", "podgorze", "skawina"]),
        ("gdzie są wizyty studyjne, w których projektach?", ["mam", "podgorze", "skawina"]),
        ("Które projekty mają pieniądze z Funduszu Inicjatyw Obywatelskich?", ["kuznia", "lider"]),
        ("dni aktywności społecznej: z jakiego to projektu?", ["lider"]),
        ("który projekt ma Szkołę Liderów Partycypacji, a który ambasadorów?", ["kuznia", "lider"]),
        ("w opisie którego projektu jest kwota dofinansowania?", ["lider"]),
        ("które projekty nie podają budżetu?", ["kuznia", "mam", "podgorze", "skawina"]),
        ("które projekty są jeszcze otwarte?", ["kuznia", "mam"]),
        ("które projekty robi Biuro Inicjatyw Społecznych?", ["mam"]),
        ("z jakich funduszy jest finansowany każdy projekt?", ["kuznia", "lider", "mam", "podgorze", "skawina"]),
        ("który trwał dłużej, skawina czy podgórze?", ["podgorze", "skawina"]),
        ("Про які проєкти ти маєш інформацію?", ["kuznia", "lider", "mam", "podgorze", "skawina"]),
    ],
)
def test_it_lists_the_projects_that_fit(engine: Engine, question: str, projects: list[str]) -> None:
    answer = engine.answer(question, now=NOW, language="uk" if "проєкт" in question else "pl")
    assert answer.kind is Kind.LIST
    assert sorted(topic.project for topic in answer.suggestions) == sorted(projects)


def test_of_two_of_which_one_has_no_year_both_are_told_and_none_is_the_first(engine: Engine) -> None:
    answer = engine.answer("co zaczyna się wcześniej: lider w akcji czy kuźnia?", now=NOW, language="pl")
    assert [topic.project for topic in answer.suggestions] == ["lider", "kuznia"]
    assert all(answer.texts)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("kiedy kończy się kuźnia i lider w akcji?", ("31 grudnia 2024", "w grudniu")),
        ("kto prowadzi lidera w akcji, a kto kuźnię?", ("Centrum Aktywności", "9 stowarzyszeń")),
        ("który projekt jest dla powiatu mikołowskiego, a który dla pruszkowskiego", ("mikołowskim", "pruszkowskim")),
        ("czym się różni lider w akcji od kuźni?", ("mikołowskim", "pruszkowskim")),
    ],
)
def test_of_two_named_side_by_side_both_are_told(engine: Engine, question: str, said: tuple[str, str]) -> None:
    answer = engine.answer(question, now=NOW, language="pl")
    assert [topic.project for topic in answer.suggestions] == ["lider", "kuznia"]
    assert all(words in text for words, text in zip(said, answer.texts, strict=True))


def test_a_name_beside_another_word_is_not_two_projects(engine: Engine) -> None:
    answer = engine.answer("które stowarzyszenie jest liderem i ambasadorem kuźni?", now=NOW, language="pl")
    assert answer.kind is Kind.FACT
    assert "Malichy" in " ".join(answer.texts)
