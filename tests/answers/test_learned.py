"""What the team taught the bot is answered from at once, and only when it is what was asked."""

import pytest

from bot.answers import Answer, Engine, Kind
from bot.content import Content
from bot.domain.faq import FaqEntry

from .conftest import NOW

BIKES = FaqEntry(1, "ogrody", "Czy w projekcie Ogrody dla sąsiadów jest parking dla rowerów?", "Tak.", "pl", None)
DOGS = FaqEntry(2, "", "Czy mogę przyjść z psem?", "Tak, na smyczy.", "pl", None)
SIGNS = FaqEntry(3, "ogrody", "Gdzie są zapisy na grządki?", "W domu kultury.", "pl", None)


@pytest.fixture
def gardens(invented: Content) -> Engine:
    engine = Engine(invented)
    engine.learn([BIKES, DOGS, SIGNS])
    return engine


def ask(engine: Engine, question: str, previous: str | None = None) -> Answer:
    return engine.answer(question, now=NOW, language="pl", previous=previous)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Czy w projekcie Ogrody dla sąsiadów jest parking dla rowerów?", "Tak."),
        ("czy w ogrodach dla sasiadow jest parking dla rowerow", "Tak."),
        ("parking dla roweru?", "Tak."),
        ("czy jest prking dla rowerów", "Tak."),
        ("czy można przyjść z psem", "Tak, na smyczy."),
        ("czy do ogrodów dla sąsiadów mogę przyjść z psem?", "Tak, na smyczy."),
        ("gdzie sa zapisy na grzadki", "W domu kultury."),
    ],
)
def test_it_is_found_however_it_is_put(gardens: Engine, question: str, answer: str) -> None:
    found = ask(gardens, question)
    assert (found.kind, found.texts) == (Kind.FAQ, (answer,))


@pytest.mark.parametrize(
    "question",
    [
        "czy w ogrodach dla sąsiadów jest parking dla samochodów?",
        "czy mogę przyjść z kotem?",
        "kiedy są zapisy na grządki?",
        "ile kosztuje parking dla rowerów?",
    ],
)
def test_something_else_is_not_answered_with_it(gardens: Engine, question: str) -> None:
    assert ask(gardens, question).kind is not Kind.FAQ


def test_a_project_s_own_answer_comes_before_that_of_everything(gardens: Engine) -> None:
    own = FaqEntry(5, "ogrody", "Czy mogę przyjść z psem?", "Do ogrodów nie.", "pl", None)
    for entries in ([own, DOGS], [DOGS, own]):
        gardens.learn(entries)
        assert ask(gardens, "czy do ogrodów dla sąsiadów mogę przyjść z psem?").texts == ("Do ogrodów nie.",)


def test_it_comes_before_what_the_content_says(gardens: Engine) -> None:
    question = "kiedy powstają ogrody dla sąsiadów?"
    assert ask(gardens, question).kind is Kind.FACT
    gardens.learn([FaqEntry(4, "ogrody", question, "Wiosną.", "pl", None)])
    assert ask(gardens, question).texts == ("Wiosną.",)


def test_it_is_forgotten_when_it_is_taken_away(gardens: Engine) -> None:
    gardens.learn([])
    assert ask(gardens, "czy mogę przyjść z psem?").kind is not Kind.FAQ
