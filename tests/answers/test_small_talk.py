"""What people say besides questions: in need, in passing, in anger; each gets a fitting word and a way on."""

import pytest

from bot.answers import Answer, Engine, Kind
from bot.content import Content, Door

from .conftest import NOW


def ask(engine: Engine, question: str, previous: str | None = None, language: str = "pl") -> Answer:
    return engine.answer(question, now=NOW, language=language, previous=previous)


def said(content: Content, name: str) -> tuple[str, ...]:
    """The texts of a frequent question, which tell it from all others."""
    return tuple(next(question for question in content.faq if question.id == name).text.texts.values())


def leads_to(engine: Engine, content: Content, words: str, name: str) -> bool:
    """Whether words are answered with a frequent question."""
    return ask(engine, words).texts[:1] in {(text,) for text in said(content, name)}


@pytest.mark.parametrize(
    "words",
    [
        "chce umrzec",
        "nie chce mi sie zyc",
        "już nie chcę żyć",
        "chcę się zabić",
        "mam mysli samobojcze",
        "naprawde nie chce mi sie juz zyc",
        "I want to die",
        "я не хочу жити",
    ],
)
def test_whoever_is_in_despair_learns_where_help_is(engine: Engine, content: Content, words: str) -> None:
    assert leads_to(engine, content, words, "crisis")
    assert all(number in ask(engine, words).texts[0] for number in ("112", "116 123", "116 111"))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("projekty", "projects"),
        ("poproszę projekty", "projects"),
        ("lista projektow", "projects"),
        ("show me the projects", "projects"),
        ("проєкти", "projects"),
        ("menu", "menu"),
        ("Menu!", "menu"),
        ("glowne menu prosze", "menu"),
        ("od czego zaczac", "menu"),
        ("where do I start?", "menu"),
        ("меню", "menu"),
    ],
)
def test_the_name_of_a_place_in_the_bot_leads_there(engine: Engine, content: Content, words: str, name: str) -> None:
    assert leads_to(engine, content, words, name)


def test_a_question_about_projects_still_lists_them(engine: Engine) -> None:
    assert ask(engine, "jakie macie projekty?").kind is Kind.LIST
    assert ask(engine, "które projekty są w Krakowie?").kind is not Kind.FAQ


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("do widzenia", "goodbye"),
        ("dobranoc!", "goodbye"),
        ("pa", "goodbye"),
        ("bye", "goodbye"),
        ("до побачення", "goodbye"),
        ("jestes robotem?", "who-answers"),
        ("czy jestes czlowiekiem", "who-answers"),
        ("kto cie zrobil", "who-answers"),
        ("are you a bot", "who-answers"),
        ("хто тебе створив?", "who-answers"),
        ("ale ten bot jest glupi", "anger"),
        ("kurwa", "anger"),
        ("this bot is useless!", "anger"),
        ("ти нічого не знаєш", "anger"),
    ],
)
def test_what_is_no_question_gets_a_fitting_word(engine: Engine, content: Content, words: str, name: str) -> None:
    assert leads_to(engine, content, words, name)
    assert ask(engine, words, previous="co to jest Lider w akcji").texts == ask(engine, words).texts


def test_an_insult_is_not_offered_to_the_team(content: Content) -> None:
    anger = next(question for question in content.faq if question.id == "anger")
    assert Door.CONTACT not in anger.buttons
    assert Door.HELP in anger.buttons


@pytest.mark.parametrize(
    "words",
    [
        "super dziękuję bardzo za pomoc!",
        "dzieki za odpowiedz",
        "dziękuję, do widzenia",
        "nie, dziękuję",
        "thanks, bye",
        "thank you so much for your help",
        "дякую за допомогу",
    ],
)
def test_thanks_may_come_with_a_reason_and_a_goodbye(engine: Engine, words: str) -> None:
    assert ask(engine, words).kind is Kind.THANKS


@pytest.mark.parametrize("words", ["ok", "jasne", "tak", "Nie", "no dobrze", "wszystko jasne!", "I see", "так", "ні"])
def test_a_plain_yes_or_no_where_nothing_was_asked_is_no_question(engine: Engine, words: str) -> None:
    assert ask(engine, words).kind is Kind.THANKS
    assert not engine.asks(words)


@pytest.mark.parametrize("words", ["nie rozumiem", "dziękuję, nie rozumiem", "nie wiem co robić"])
def test_whoever_does_not_understand_is_not_thanked(engine: Engine, words: str) -> None:
    assert ask(engine, words).kind is not Kind.THANKS


@pytest.mark.parametrize("words", ["👍", "❤️", "..."])
def test_a_message_without_words_is_invited_to_ask(engine: Engine, words: str) -> None:
    assert ask(engine, words).kind is Kind.GREETING
    assert ask(engine, "").kind is Kind.GREETING


@pytest.mark.parametrize(
    "words",
    ["dziękuję, a kiedy jest spotkanie?", "super, ile kosztuje Lider w akcji?", "dzięki, kto finansuje Kuźnię?"],
)
def test_a_question_with_thanks_stays_a_question(engine: Engine, words: str) -> None:
    assert ask(engine, words).kind not in {Kind.THANKS, Kind.GREETING, Kind.FAQ}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("skad macie moje dane", "my-data"),
        ("co wiecie o mnie?", "my-data"),
        ("where did you get my data?", "my-data"),
        ("звідки у вас мої дані", "my-data"),
        ("kiedy dostane przypomnienie", "reminders"),
        ("czy przyjdzie przypomnienie?", "reminders"),
        ("will you remind me", "reminders"),
        ("czy moge kogos zabrac", "companions"),
        ("moge przyjsc z zona?", "companions"),
        ("can I bring my wife?", "companions"),
        ("spoznie sie", "late"),
        ("spóźnię się 10 minut", "late"),
        ("przepraszam, spóźnię się 15 minut", "late"),
        ("I'll be late", "late"),
        ("запізнюся", "late"),
        ("nie mam internetu, moze ktos zadzwonic?", "human"),
        ("can somebody call me?", "human"),
    ],
)
def test_what_concerns_the_asker_is_answered(engine: Engine, content: Content, words: str, name: str) -> None:
    assert leads_to(engine, content, words, name)
