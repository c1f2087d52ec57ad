"""The engine answers from any project file, and keeps quiet where it is silent."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.answers import Answer, CalendarEntry, Engine, Kind, Topic
from bot.content import Content, Facet
from bot.domain.localized import Localized

from .conftest import NOW, WARSAW


@pytest.fixture(scope="module")
def gardens(invented: Content) -> Engine:
    return Engine(invented)


def ask(engine: Engine, question: str, previous: str | None = None, language: str = "pl") -> Answer:
    return engine.answer(question, now=NOW, language=language, previous=previous)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("kiedy powstają ogrody dla sąsiadów?", "when"),
        ("KIEDY OGRÓDKI", "when"),
        ("co to sa ogrody dla sasiadow", "what"),
        ("ile osób na warsztacie pszczelarskim?", "bees-seats"),
        ("kto pokaze jak budowac ule", "bees"),
        ("When are the Gardens for Neighbours made?", "when"),
        ("kiedy powstają ogordy dla sąsiadów", "when"),
    ],
)
def test_an_invented_project_is_answered_without_code(gardens: Engine, question: str, fact: str) -> None:
    answer = ask(gardens, question)
    assert answer.kind is Kind.FACT
    assert answer.project == "ogrody"
    assert fact in answer.facts


@pytest.mark.parametrize(
    "question",
    [
        "ile kosztuje warsztat pszczelarski?",
        "czy w ogrodach dla sąsiadów są krasnale?",
        "jaki jest telefon do ogrodów dla sąsiadów",
        "gdzie kupię szczepionkę dla kota",
        "kiedy jest warsztat pszczelarski?",
        "czy warsztat o pszczołach jest online",
    ],
)
def test_what_nothing_explains_is_not_answered(gardens: Engine, question: str) -> None:
    assert ask(gardens, question).abstained


def test_a_known_gap_says_what_is_not_known(gardens: Engine) -> None:
    answer = ask(gardens, "jaki jest telefon do ogrodów?")
    assert answer.kind is Kind.ABSTAIN
    assert answer.texts == ("Opis nie podaje telefonu ani adresu e-mail.",)


def test_a_second_question_follows_the_first(gardens: Engine) -> None:
    assert ask(gardens, "a kiedy?", previous="co to są ogrody dla sąsiadów").facts[:1] == ("when",)
    assert "bees-seats" in ask(gardens, "a ile osób?", previous="co to jest warsztat pszczelarski").facts


def test_a_question_that_names_no_project_is_asked_back(gardens: Engine) -> None:
    answer = ask(gardens, "kiedy to się kończy?")
    assert answer.clarify
    assert "ogrody" in {topic.project for topic in answer.suggestions}


def test_a_pinned_project_needs_no_name(gardens: Engine) -> None:
    answer = gardens.answer("kiedy to się kończy?", now=NOW, language="pl", project="ogrody")
    assert answer.facts[:1] == ("when",)


def test_a_finished_project_and_a_past_day_are_known(gardens: Engine) -> None:
    answer = ask(gardens, "kto pokaże jak budować ule w ogrodach")
    assert answer.finished
    assert answer.passed == date(2025, 6, 1)
    early = gardens.answer("kiedy ogrody", now=datetime(2025, 4, 1, 12, tzinfo=WARSAW), language="pl")
    assert not early.finished


def test_the_question_chooses_the_language(gardens: Engine) -> None:
    assert ask(gardens, "When are the gardens for neighbours made?").language == "en"
    assert ask(gardens, "Коли сади для сусідів?", language="en").language == "uk"
    assert ask(gardens, "ogrody", language="uk").language == "uk"


def test_greetings_thanks_and_frequent_questions(gardens: Engine) -> None:
    assert ask(gardens, "Dzień dobry!").kind is Kind.GREETING
    assert ask(gardens, "dzięki").kind is Kind.THANKS
    assert ask(gardens, "kim jesteś?").texts == ("Jestem botem organizacji.",)
    assert ask(gardens, "who are you").texts == ("I am the organisation's bot.",)


def test_lists_name_the_projects_that_fit(gardens: Engine) -> None:
    answer = ask(gardens, "w których projektach są pszczoły?")
    assert answer.kind is Kind.LIST
    assert [topic.project for topic in answer.suggestions] == ["ogrody"]
    everything = ask(gardens, "jakie macie projekty?")
    assert "ogrody" in {topic.project for topic in everything.suggestions}


def event(number: int, days: int, title: str, project: str = "ogrody") -> CalendarEntry:
    starts = NOW + timedelta(days=days)
    return CalendarEntry(
        id=number,
        code=f"e-{number}",
        project=project,
        kind="workshop",
        title=Localized({"pl": title}),
        starts=starts,
        ends=starts + timedelta(hours=2),
    )


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("co jest jutro?", [1]),
        ("co się dzieje w przyszłym tygodniu", [2, 3]),
        ("co jest we wtorek?", [2]),
        ("najbliższe warsztaty", [1, 3]),
        ("czy sadzenie drzew jest jutro", [1]),
        ("czy debata jest jutro?", []),
        ("jakie są najbliższe wydarzenia?", [1, 2, 3]),
        ("what is on tomorrow?", [1]),
        ("що буде завтра?", [1]),
        ("co jest dziś?", []),
    ],
)
def test_the_calendar_is_read(gardens: Engine, question: str, found: list[int]) -> None:
    calendar = [event(1, 1, "Warsztat: sadzenie drzew"), event(2, 3, "Debata"), event(3, 5, "Warsztat o kompoście")]
    answer = gardens.answer(question, now=NOW, language="pl", calendar=calendar)
    assert answer.kind is Kind.CALENDAR
    assert [entry.id for entry in answer.events] == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("kiedy jest forum?", [1]),
        ("co jest 24 listopada?", [1]),
        ("co jest w grudniu?", [2]),
        ("co jest we wtorek wieczorem?", [1]),
        ("jest coś w niedzielę za tydzień?", []),
        ("co jest w weekend?", [3]),
        ("jakie spotkania w styczniu?", []),
    ],
)
def test_titles_dates_and_months_are_looked_up(gardens: Engine, question: str, found: list[int]) -> None:
    calendar = [
        event(1, 3, "Forum sąsiadów"),
        event(2, 15, "Kurs: weekend w ogrodzie"),
        event(3, 0, "Kawa w ogrodzie"),
    ]
    answer = gardens.answer(question, now=NOW, language="pl", calendar=calendar)
    assert answer.kind is Kind.CALENDAR
    assert [entry.id for entry in answer.events] == found


def test_what_an_event_costs_is_not_what_its_project_costs(gardens: Engine) -> None:
    meeting = event(1, 1, "Spacer")
    answer = gardens.answer("a ile to kosztuje?", now=NOW, language="pl", calendar=[meeting], event=meeting)
    assert answer.abstained
    assert answer.asked == (Facet.PRICE,)


def test_a_new_question_is_not_put_to_the_project_talked_of_before(engine: Engine) -> None:
    before = "co to jest kuźnia?"
    assert engine.answer("jak umówić się do lekarza", now=NOW, language="pl", previous=before).project is None
    assert engine.answer("jak się zapisać do lekarza", now=NOW, language="pl", previous=before).abstained
    assert engine.answer("a gdzie to jest?", now=NOW, language="pl", previous=before).project == "kuznia"


def test_the_calendar_tells_no_year_and_no_number(engine: Engine) -> None:
    meeting = event(1, 9, "Konferencja Kuźni", project="kuznia")
    for asked in ("w którym roku była kuźnia?", "ilu liderów przyszło na konferencję kuźni?"):
        assert engine.answer(asked, now=NOW, language="pl", calendar=[meeting]).kind is not Kind.CALENDAR


@pytest.mark.parametrize(
    ("question", "found"),
    [("co jest pojutrze?", []), ("co jest jutro?", [1]), ("co jest w przyszłym tygodniu?", [1])],
)
def test_a_course_is_on_only_on_the_days_of_its_sessions(gardens: Engine, question: str, found: list[int]) -> None:
    times = tuple((NOW + timedelta(days=days), NOW + timedelta(days=days, hours=2)) for days in (1, 8))
    course = replace(event(1, 1, "Klub rozmów"), ends=times[-1][1], sessions=times)
    answer = gardens.answer(question, now=NOW, language="pl", calendar=[course])
    assert [entry.id for entry in answer.events] == found


def test_the_calendar_does_not_answer_what_it_does_not_know(gardens: Engine) -> None:
    calendar = [event(1, 1, "Warsztat pszczelarski", project="ogrody")]
    asked = "gdzie kupię książkę o warsztacie pszczelarskim w ogrodach?"
    assert gardens.answer(asked, now=NOW, language="pl", calendar=calendar).abstained


@pytest.mark.parametrize(
    "text",
    [
        "a" * 4096,
        "mam " * 1024,
        "😀" * 2000,
        "?" * 1000,
        "Z̸̡̛̹͖̈́̀͝a̶̢͓̔l̷̢̛̗g̵̬̈́o̴̼̾ " * 200,
        "\u202eשלום עולם مرحبا " * 100,
        "'; DROP TABLE people; --" * 50,
        "<b>kiedy</b> <script>alert(1)</script>" * 90,
        "ogrodowy kiedy gdzie ile kto projekt " * 110,
        "\x00\x01 \u200b",
        "",
        "   ",
    ],
)
def test_hostile_texts_are_answered(gardens: Engine, text: str) -> None:
    assert ask(gardens, text).kind in set(Kind)  # bench/answers.py measures how quickly


def test_two_questions_at_once_are_both_answered(gardens: Engine) -> None:
    answer = ask(gardens, "kiedy powstają ogrody dla sąsiadów i ile osób będzie na warsztacie pszczelarskim?")
    assert {"when", "bees-seats"} <= set(answer.facts)
    assert ask(gardens, "kiedy i ile osób na warsztacie pszczelarskim?").kind is not Kind.CALENDAR


def test_a_word_stands_for_another_of_its_meaning(gardens: Engine) -> None:
    assert "what" in ask(gardens, "czy obywatele Bałut zakładają ogrody dla sąsiadów?").facts


def test_where_it_is_unsure_it_offers_topics_and_states_nothing(gardens: Engine) -> None:
    answer = ask(gardens, "czy pszczelarka hanna wilk podpisze jutro atlas motyli pod ulami")
    assert answer.kind is Kind.UNSURE
    assert answer.abstained
    assert not answer.texts
    assert 1 <= len(answer.suggestions) <= 3
    told = gardens.tell(answer.suggestions[0], now=NOW, language="pl")
    assert told is not None
    assert told.kind is Kind.FACT
    assert told.texts
    assert told.finished


def test_a_topic_the_content_no_longer_holds_is_not_told(gardens: Engine) -> None:
    assert gardens.tell(Topic("ogrody", fact="krasnale"), now=NOW, language="pl") is None
    assert gardens.tell(Topic("pustynia", fact="when"), now=NOW, language="pl") is None


@pytest.mark.parametrize(
    "question",
    [
        "o której godzinie powstają ogrody dla sąsiadów?",
        "na jakiej ulicy są ogrody dla sąsiadów",
        "do kiedy można się zapisać do ogrodów dla sąsiadów",
        "czy są jeszcze wolne miejsca w ogrodach dla sąsiadów",
        "jaki jest e-mail do ogrodów dla sąsiadów",
        "ile godzin trwa warsztat pszczelarski",
    ],
)
def test_what_no_fact_holds_is_not_guessed(gardens: Engine, question: str) -> None:
    assert ask(gardens, question).abstained
