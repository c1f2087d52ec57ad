"""Questions people asked before teach the bot what is meant, and what nobody can answer."""

from pathlib import Path

from bot.answers import Engine, Kind
from bot.content import Content, load

from .conftest import GARDENS, NOW

ASKED = """ask = ["czego mnie nauczą o tych owadach", "kto umie stawiać domki dla owadów"]
about = ["warsztat-pszczeli"]
until"""
STRANGE = "kto umie budowac domki dla owadow w ogrodkach?"


def taught(folder: Path, gardens: str, unanswered: str = "") -> Content:
    (folder / "projects").mkdir(parents=True)
    (folder / "projects" / "ogrody.toml").write_text(gardens, encoding="utf-8")
    (folder / "faq.toml").write_text(unanswered, encoding="utf-8")
    return load(folder)


def test_a_question_like_an_example_finds_its_fact_that_is_told_in_other_words(tmp_path: Path) -> None:
    plain = Engine(taught(tmp_path / "plain", GARDENS))
    assert plain.answer(STRANGE, now=NOW, language="pl").kind is not Kind.FACT
    engine = Engine(taught(tmp_path / "taught", GARDENS.replace('about = ["warsztat-pszczeli"]\nuntil', ASKED)))
    assert "bees" in engine.answer(STRANGE, now=NOW, language="pl").facts


def test_a_question_like_one_nobody_answers_is_trusted_less(tmp_path: Path) -> None:
    plain, warned = (
        Engine(taught(tmp_path / name, GARDENS, text))
        for name, text in (
            ("plain", ""),
            ("warned", 'unanswered = ["czy pszczelarka pokaże, jak budować dom", "jak zbudować dom"]'),
        )
    )
    question = "czy pszczelarka buduje dom?"
    assert plain.answer(question, now=NOW, language="pl").facts[:1] == ("bees",)
    assert warned.answer(question, now=NOW, language="pl").abstained
