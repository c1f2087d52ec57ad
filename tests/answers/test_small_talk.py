"""What people say besides questions: in need, in passing, in anger; each gets a fitting word and a way on."""

import pytest

from bot.answers import Answer, Engine, Kind
from bot.content import Content

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
