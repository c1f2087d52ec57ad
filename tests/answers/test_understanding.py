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
        ("o której to spotkanie na kozłówce się kończy? muszę wnuka odebrać", "14:00"),
        ("córka chce do lidera w akcji, to jak ma się zgłosić?", "formularz"),
        ("dzień dobry, mam 71 lat i mieszkam w skawinie. kiedy zaczął się ten projekt?", "listopada 2022"),
        ("dopiero zaczynam jako społecznik, kuźnia jest dla mnie?", "początkujących"),
        ("w jakich miesiącach szukają chętnych do kuźni", "miesiące wakacyjne"),
        ("mam 70 lat mieszkam w skawinie czy jest tu coś dla mnie", "z Gminy Skawina"),
        ("ile stowarzyszeń połączyło siły w kuźni", "9"),
        ("od kiedy do kiedy był projekt na podgórzu", "od listopada 2021 do kwietnia 2023"),
        ("Uprzejmie proszę o podanie dnia, w którym rozpoczęto projekt ze Skawiną.", "1 listopada 2022"),
    ],
)
def test_it_hears_what_is_asked(engine: Engine, question: str, said: str) -> None:
    answer = engine.answer(question, now=NOW, language="pl")
    assert answer.kind is Kind.FACT
    assert said in " ".join(answer.texts)


def test_the_day_comes_first_when_somebody_asks_when(engine: Engine) -> None:
    answer = engine.answer("kiedy te warsztaty na kozłówce", now=NOW, language="pl")
    assert "wtorek, 10 maja 2022" in answer.texts[0]


@pytest.mark.parametrize(
    "question",
    [
        "gdzie mogę kupić książkę z kuźni?",
        "skąd pobrać standardy kuźni w pdf?",
        "kto kieruje biurem kuźni?",
        "Ile dokładnie złotych dostała Kuźnia z FIO?",
        "ile osób przyszło na szkolenia kuźni",
        "Who will be teaching the animators' course in Skawina?",
        "rozkład wkd pruszków warszawa",
    ],
)
def test_what_no_document_says_is_not_told(engine: Engine, question: str) -> None:
    assert engine.answer(question, now=NOW, language="pl").abstained


def test_a_day_nobody_knows_is_not_told(engine: Engine) -> None:
    assert engine.answer("którego grudnia jest konferencja kuźni?", now=NOW, language="pl").abstained


def test_a_last_day_to_sign_up_that_nobody_knows_is_not_told(engine: Engine) -> None:
    assert engine.answer("do kiedy mozna sie zglaszac do lidera w akcji", now=NOW, language="pl").abstained


def test_a_second_question_stays_with_its_project(engine: Engine) -> None:
    before = "co to jest Bank Wspierania Partycypacji w Podgórzu?"
    answer = engine.answer("a kiedy będą pierwsze zajęcia?", now=NOW, language="pl", previous=before)
    assert answer.project in {None, "podgorze"}


@pytest.mark.parametrize(
    ("story", "said"),
    [
        ("Mąż odszedł rok temu. Nie mam już siły, chcę umrzeć. Nikt mnie nie rozumie.", "116 123"),
        ("Dzień dobry. Niestety nie dam rady przyjść. Pozdrawiam, Anna", "/moje"),
    ],
)
def test_a_wish_within_a_long_message_is_heard(engine: Engine, story: str, said: str) -> None:
    answer = engine.answer(story, now=NOW, language="pl")
    assert answer.kind is Kind.FAQ
    assert said in " ".join(answer.texts)
