"""The five projects: loadable, in three languages, short, and complete against what they were written from."""

import re
from itertools import permutations
from pathlib import Path

import pytest

from bot.answers.normalising import fold
from bot.content import Content, Project, incomplete, load

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
SLUGS = ("skawina", "lider", "mam", "podgorze", "kuznia")
SILENT = {"price", "certificate", "food", "lodging", "childcare", "parking", "accessibility", "age", "online"}
LONGEST = 300

_NAVIGATION = re.compile(
    r"^(Grafika|Obrazek|Konferencja HR|Witamy na stronie|Skip to content|Aktualności, NGO|Opis projektu|Więcej inf).*$",
    re.MULTILINE,
)
_NUMBER = re.compile(r"\d[\d .,]*\d|\d")
_CAPITALISED = re.compile(r"\b[A-ZĄĆĘŁŃÓŚŹŻ]\w+")
_WORD = re.compile(r"\b[^\W\d]{6,}\b")
IGNORED = frozenset(
    [
        "chcemy",
        "dodatkowo",
        "dysponujacych",
        "elementem",
        "informujemy",
        "miedzy",
        "naszym",
        "obecnie",
        "odbedzie",
        "odbywaly",
        "oparcie",
        "osrodku",
        "pelnia",
        "podczas",
        "podejmowania",
        "poprzez",
        "postaci",
        "poswiecony",
        "poszczegolnych",
        "potrzebne",
        "powolanie",
        "procesu",
        "rowniez",
        "spelniajacego",
        "sumujaca",
        "swoimi",
        "takimi",
        "tamtejsze",
        "ulatwiajacym",
        "utworzenie",
        "wypracujemy",
        "zakresie",
        "zakresu",
        "zarazem",
        "zarowno",
        "zdobycie",
        "znajdzie",
        "zwiazanych",
    ]
)
"""Words that join or begin sentences of the sources and tell nothing; folded."""


@pytest.fixture(scope="module")
def content() -> Content:
    return load(ROOT / "content")


def seed(project: Project) -> str:
    """The part of a project's source that is about it."""
    path = SEEDS / project.source
    if not path.exists():
        pytest.skip("the texts the projects were written from are not beside this checkout")
    return _NAVIGATION.sub("", path.read_text(encoding="utf-8"))


def written(project: Project) -> str:
    return (ROOT / "content" / "projects" / f"{project.slug}.toml").read_text(encoding="utf-8")


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of ``text``, so that inflected forms meet."""
    return frozenset(stem(word) for word in re.findall(r"[^\W\d]+", text))


def stem(word: str) -> str:
    folded = fold(word)
    return folded[: max(4, len(folded) - 4)][:7]


def lacking(words: list[str], text: str) -> set[str]:
    known = stems(text)
    return {
        fold(word)
        for word in words
        if not any(other.startswith(stem(word)) or stem(word).startswith(other) for other in known if len(other) > 3)
        and len(word) > 3
    } - IGNORED


def test_all_five_are_there(content: Content) -> None:
    assert tuple(content.projects) == SLUGS


def test_every_text_is_in_three_languages(content: Content) -> None:
    assert [str(note) for note in incomplete(content)] == []


@pytest.mark.parametrize("slug", SLUGS)
class TestAProject:
    def test_has_short_facts(self, content: Content, slug: str) -> None:
        long = [
            fact.id
            for fact in content.projects[slug].facts
            if any(len(text) > LONGEST for text in fact.text.texts.values())
        ]
        assert long == []

    def test_says_nothing_where_its_source_is_silent(self, content: Content, slug: str) -> None:
        assert not {str(facet) for fact in content.projects[slug].facts for facet in fact.facets} & SILENT

    def test_names_no_machine(self, content: Content, slug: str) -> None:
        assert not re.search(r"(/(home|work|tmp|usr)/)|https?:", written(content.projects[slug]))

    def test_has_every_number_of_its_source(self, content: Content, slug: str) -> None:
        project = content.projects[slug]
        text = written(project)
        numbers = {
            found.strip(" .,") for found in _NUMBER.findall(re.sub(r"\d{4}-\d\d-\d\d|(?m:^\d\))", "", seed(project)))
        }
        assert {number for number in numbers if number not in text} == set()

    def test_has_every_address_of_its_source(self, content: Content, slug: str) -> None:
        project = content.projects[slug]
        assert {
            found for found in re.findall(r"[\w.]+@[\w.]+\w", seed(project)) if found not in written(project)
        } == set()

    def test_has_every_name_of_its_source(self, content: Content, slug: str) -> None:
        project = content.projects[slug]
        assert lacking(_CAPITALISED.findall(seed(project)), written(project)) == set()

    def test_has_every_telling_word_of_its_source(self, content: Content, slug: str) -> None:
        project = content.projects[slug]
        assert lacking(_WORD.findall(seed(project)), written(project)) == set()

    def test_keeps_unknowns_unlisted_as_facts(self, content: Content, slug: str) -> None:
        unknown = [fact for fact in content.projects[slug].facts if fact.unknown]
        assert unknown
        assert all("unclear" in fact.facets for fact in unknown)


@pytest.mark.parametrize(("one", "other"), list(permutations(SLUGS, 2)))
def test_no_fact_mentions_another_project(content: Content, one: str, other: str) -> None:
    title = fold(content.projects[other].title.in_("pl").rstrip("!"))
    telling = [
        fact.id for fact in content.projects[one].facts if any(title in fold(text) for text in fact.text.texts.values())
    ]
    assert telling == []


def test_the_known_dates_and_sums_are_machine_readable(content: Content) -> None:
    periods = {
        slug: (
            str(project.period.starts and project.period.starts.first),
            str(project.period.ends and project.period.ends.last),
        )
        for slug, project in content.projects.items()
    }
    assert periods == {
        "skawina": ("2022-11-01", "2024-04-30"),
        "lider": ("2023-06-01", "2024-12-31"),
        "mam": ("None", "None"),
        "podgorze": ("2021-11-01", "2023-04-30"),
        "kuznia": ("None", "None"),
    }
    assert (content.projects["lider"].total, content.projects["lider"].grant) == (188240, 185000)


def test_both_funds_of_a_contradiction_are_told(content: Content) -> None:
    fact = content.projects["podgorze"].fact("funder")
    assert fact is not None
    for text in fact.text.texts.values():
        assert "Fundusz Regionalny" in text
        assert "Fundusz Krajowy" in text
