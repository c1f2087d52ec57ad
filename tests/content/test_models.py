"""What a project knows of itself."""

from datetime import date
from pathlib import Path

import pytest

from bot.content import Facet, Project, load

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def lider() -> Project:
    return load(CONTENT).projects["lider"]


def test_a_project_is_finished_after_its_last_day(lider: Project) -> None:
    assert not lider.finished(date(2024, 12, 31))
    assert lider.finished(date(2025, 1, 1))


def test_a_project_without_a_known_end_is_never_finished() -> None:
    assert not load(CONTENT).projects["kuznia"].finished(date(2099, 1, 1))


def test_a_fact_is_found_by_its_id(lider: Project) -> None:
    fact = lider.fact("total")
    assert fact is not None
    assert "188 240,00 zł" in fact.text.in_("pl")
    assert lider.fact("nothing") is None


def test_the_page_lists_facts_by_their_first_facet(lider: Project) -> None:
    money = lider.facts_on(Facet.MONEY)
    assert [fact.id for fact in money] == ["money"]
