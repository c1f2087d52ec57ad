"""Slips of the finger, reasons for asking, days, and second questions."""

import pytest

from bot.answers import Engine, Kind

from .conftest import NOW


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("o ktroej godiznie jest spotkanie na kozlowce", "11:00"),
        ("o ktorej sie skonczy to spotkanie na kozlowce bo musze wnuka odebrac", "14:00"),
        ("prosze o telefon do kuzni bo internetu nie mam", "501 750 705"),
        ("W jaki weekend startuje Powiatowa Kuźnia?", "9-10 września"),
        ("kto jest partenrem w porjekcie mam", "Phronesis"),
        ("muszę się gdzieś zapisywać na te mamy czy wchodzę z ulicy?", "formularz"),
        ("którego dnia jest spotkanie na kozłówce", "10 maja 2022"),
        ("ile osbo ma sie zaangazowac w liderze w akcji", "45"),
    ],
)
def test_it_hears_what_is_asked(engine: Engine, question: str, said: str) -> None:
    answer = engine.answer(question, now=NOW, language="pl")
    assert answer.kind is Kind.FACT
    assert said in " ".join(answer.texts)


def test_a_day_nobody_knows_is_not_told(engine: Engine) -> None:
    assert engine.answer("którego grudnia jest konferencja kuźni?", now=NOW, language="pl").abstained


def test_a_last_day_to_sign_up_that_nobody_knows_is_not_told(engine: Engine) -> None:
    assert engine.answer("do kiedy mozna sie zglaszac do lidera w akcji", now=NOW, language="pl").abstained


def test_a_second_question_stays_with_its_project(engine: Engine) -> None:
    before = "co to jest Bank Wspierania Partycypacji w Podgórzu?"
    answer = engine.answer("a kiedy będą pierwsze zajęcia?", now=NOW, language="pl", previous=before)
    assert answer.project in {None, "podgorze"}
