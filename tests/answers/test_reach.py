"""Every sentence of the content is the answer to something, and can be named by a button."""

from pathlib import Path

import pytest

from bot.answers import Engine
from bot.answers.reach import unreached
from bot.content import Content, ContentError, load

from .conftest import GARDENS, NOW

HIDDEN = """
[[facts]]
id = "when-again"
facets = ["when"]
listed = false
text = { pl = "Ogrody powstają od marca do października 2025.", en = "They are made from March to October 2025." }
"""


def test_every_sentence_of_the_content_is_reached(engine: Engine, content: Content) -> None:
    assert list(unreached(engine, content, NOW)) == []


def test_a_sentence_another_one_hides_is_named(tmp_path: Path) -> None:
    (tmp_path / "projects").mkdir()
    (tmp_path / "projects" / "ogrody.toml").write_text(GARDENS + HIDDEN, encoding="utf-8")
    content = load(tmp_path)
    found = [str(problem) for problem in unreached(Engine(content), content, NOW)]
    assert len(found) == 1
    assert "facts[when-again]" in found[0]


@pytest.mark.parametrize("name", ["Ogrody dla sąsiadów", "o" * 25, "ogrody|lasy"])
def test_a_file_whose_name_no_button_can_carry_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "projects").mkdir()
    (tmp_path / "projects" / f"{name}.toml").write_text(GARDENS, encoding="utf-8")
    with pytest.raises(ContentError, match="no name for a project"):
        load(tmp_path)
