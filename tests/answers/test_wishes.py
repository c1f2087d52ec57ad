"""Wishes in people's own words, and questions about the event that is being talked of."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.answers import Answer, CalendarEntry, Engine, Kind
from bot.answers.values import Aspect
from bot.content import Content, Wish
from bot.domain.localized import Localized
from bot.domain.signups import State

from .conftest import NOW


def entry(number: int, project: str, pl: str, en: str, uk: str) -> CalendarEntry:
    starts = NOW + timedelta(days=7 + number)
    title = Localized({"pl": pl, "en": en, "uk": uk})
    return CalendarEntry(number, f"e-{number}", project, "forum", title, starts, starts + timedelta(hours=2))


FORUM = entry(1, "podgorze", "Forum Dialogu Dzielnicowego", "District Dialogue Forum", "Районний форум діалогу")
DEBATE = entry(2, "mam", "Debata o parku", "Debate on the park", "Дебати про парк")
VISIT = entry(3, "mam", "Wizyta w MAM przy ul. Na Kozłówce 25", "Visit to MAM", "Візит до МАМ")


def ask(engine: Engine, question: str, event: CalendarEntry | None = None, previous: str | None = None) -> Answer:
    return engine.answer(question, now=NOW, language="pl", calendar=(FORUM, DEBATE), event=event, previous=previous)


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("nie moge przyjsc", Wish.LEAVE),
        ("niestety nie mogę jutro przyjść", Wish.LEAVE),
        ("nie przyjdę we wtorek, przepraszam", Wish.LEAVE),
        ("Jednak nie dam rady przyjsc", Wish.LEAVE),
        ("nie mogę przyjść bo jestem chora", Wish.LEAVE),
        ("chce sie wypisc", Wish.LEAVE),
        ("I can't make it", Wish.LEAVE),
        ("мене не буде", Wish.LEAVE),
        ("chciałabym dopisać jeszcze jedną osobę", Wish.CHANGE),
        ("podałem zły numer telefonu", Wish.CHANGE),
        ("nie mam biletu", Wish.TICKET),
        ("where is my ticket?", Wish.TICKET),
        ("на що я записана?", Wish.SEE),
        ("czy mam miejsce", Wish.SEE),
        ("proszę mnie zapisać", Wish.JOIN),
        ("wypisz partnerów projektu", None),
        ("a numer telefonu?", None),
        ("pomoc w pisaniu wniosku", None),
    ],
)
def test_a_wish_is_understood_with_slips_and_polite_words(engine: Engine, words: str, wish: Wish | None) -> None:
    assert ask(engine, words).wish is wish


def test_who_cannot_come_and_who_asks_whether_they_may_are_two(engine: Engine) -> None:
    assert ask(engine, "czy mogę przyjść").wish is Wish.JOIN
    assert ask(engine, "nie mogę przyjść").wish is Wish.LEAVE


def test_the_title_in_a_wish_says_which_event(engine: Engine) -> None:
    assert ask(engine, "nie dam rady przyjsc na forum").events == (FORUM,)
    assert ask(engine, "zapisz mnie na debate o parku").events == (DEBATE,)
    assert ask(engine, "nie dam rady").events == ()
    assert ask(engine, "nie dam rady", DEBATE).events == ()
    own = replace(DEBATE, own=State.CONFIRMED)
    assert ask(engine, "nie dam rady", own).events == (own,)


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("zapisz mnie na wizyte w mam", Wish.JOIN),
        ("Zapisz mnie na wizytę w MAM na Kozłówce, proszę", Wish.JOIN),
        ("nie dam rady przyjsc na wizyte w mam", Wish.LEAVE),
        ("sign me up for the visit to MAM", Wish.JOIN),
        ("запишіть мене на візит до МАМ", Wish.JOIN),
    ],
)
def test_an_event_may_be_called_by_the_name_of_its_project_too(engine: Engine, words: str, wish: Wish) -> None:
    answer = engine.answer(words, now=NOW, language="pl", calendar=(FORUM, DEBATE, VISIT))
    assert (answer.wish, answer.events) == (wish, (VISIT,))


def test_a_word_of_one_language_does_not_lean_on_what_was_asked_in_another(engine: Engine) -> None:
    before = "What is Leader in action?"
    assert ask(engine, "am I signed up for anything?", previous=before).wish is Wish.SEE


def test_a_wish_to_join_a_project_is_a_question_about_it(engine: Engine) -> None:
    assert ask(engine, "zapisz mnie do projektu Lider w akcji").project == "lider"


def test_after_a_question_about_a_project_a_follow_up_is_no_wish(engine: Engine) -> None:
    assert ask(engine, "a numer telefonu?", previous="Jaki jest e-mail do Kuźni?").wish is None
    assert ask(engine, "jak się zapisać?", previous="co to jest Lider w akcji").wish is None
    assert ask(engine, "nie dam rady przyjść", previous="co to jest Lider w akcji").wish is Wish.LEAVE


def test_whoever_is_in_already_is_not_signed_up_again_without_naming_it(engine: Engine) -> None:
    assert ask(engine, "zapisz mnie", FORUM).events == (FORUM,)
    assert ask(engine, "zapisz mnie", replace(FORUM, own=State.CONFIRMED)).events == ()


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("gdzie to jest?", Aspect.PLACE),
        ("o ktorej to sie zaczyna?", Aspect.TIME),
        ("do ktorej", Aspect.TIME),
        ("коли це?", Aspect.TIME),
        ("how do I get there?", Aspect.REACHING),
        ("jak tam trafic", Aspect.REACHING),
        ("czy wejde na wozku", Aspect.ACCESS),
        ("czy jest winda", Aspect.ACCESS),
        ("ile osob moge wziac ze soba?", Aspect.COMPANIONS),
        ("czy moge przyjsc z mezem", Aspect.COMPANIONS),
        ("чи можна прийти з подругою?", Aspect.COMPANIONS),
        ("poprosze link", Aspect.ONLINE),
        ("czy bedzie tlumacz", Aspect.LANGUAGE),
        ("ile jest wolnych miejsc", Aspect.SEATS),
        ("o czym to bedzie", Aspect.ABOUT),
        ("do kiedy trzeba sie zapisac", Aspect.CLOSES),
        ("do kiedy moge zrezygnowac", Aspect.LEAVING),
    ],
)
def test_what_is_open_is_about_the_event_talked_of(engine: Engine, question: str, aspect: Aspect) -> None:
    answer = ask(engine, question, FORUM)
    assert (answer.kind, answer.events, answer.aspects) == (Kind.EVENT, (FORUM,), (aspect,))


@pytest.mark.parametrize(
    "question",
    [
        "gdzie mój bilet?",
        "czy mówisz po ukraińsku?",
        "gdzie jestem zapisana",
        "który jestem w kolejce",
        "kiedy zaczyna się ten projekt",
        "kto finansuje Lidera?",
        "co jest w sobotę?",
        "czy jest parking",
        "kiedy jest spotkanie na kozłówce?",
        "can I talk to somebody",
    ],
)
def test_what_is_about_something_else_is_not(engine: Engine, question: str) -> None:
    assert ask(engine, question, FORUM).kind is not Kind.EVENT


def test_another_event_that_is_named_is_meant(engine: Engine) -> None:
    assert ask(engine, "o której jest debata o parku?", FORUM).events == (DEBATE,)
    assert ask(engine, "kiedy jest forum dialogu").events == (FORUM,)


def test_its_project_is_meant_where_a_question_is_open(engine: Engine, content: Content) -> None:
    assert ask(engine, "kto finansuje ten projekt?").clarify
    answer = ask(engine, "kto finansuje ten projekt?", FORUM)
    assert answer.project == "podgorze"
    assert "Islandia" in " ".join(answer.texts)
    assert set(content.projects) > {answer.project}
