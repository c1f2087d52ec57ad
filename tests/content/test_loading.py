"""Everything an editor can get wrong is one sentence with file and key."""

from pathlib import Path

import pytest

from bot.content import Content, ContentError, Door, Wish, incomplete, load

PROJECT = """
order = 1
source = "notes.txt"
title = { pl = "Ogrody", en = "Gardens", uk = "Сади" }
summary = { pl = "Sadzimy.", en = "We plant.", uk = "Садимо." }
attribution = { pl = "Płaci gmina.", en = "The commune pays.", uk = "Платить ґміна." }
aliases = ["ogrody", "ogród"]

[period]
starts = "2024-03"
ends = "2024-05-10"

[[entities]]
id = "sad"
kind = "place"
name = { pl = "Sad", en = "Orchard", uk = "Сад" }

[[facts]]
id = "what"
facets = ["what"]
text = { pl = "Sadzimy drzewa.", en = "We plant trees.", uk = "Садимо дерева." }
about = ["sad"]
"""

FAQ = """
[[questions]]
id = "cost"
ask = ["ile to kosztuje"]
title = { pl = "Cena", en = "Price", uk = "Ціна" }
text = { pl = "Nic.", en = "Nothing.", uk = "Нічого." }
project = "ogrody"
"""


def written(folder: Path, **files: str) -> Path:
    """A content folder with project files by slug; ``faq`` is the FAQ."""
    (folder / "projects").mkdir()
    for slug, text in files.items():
        path = folder / "faq.toml" if slug == "faq" else folder / "projects" / f"{slug}.toml"
        path.write_text(text, encoding="utf-8")
    return folder


def sentences(folder: Path, **files: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load(written(folder, **files))
    return str(caught.value).splitlines()


def loaded(folder: Path, **files: str) -> Content:
    return load(written(folder, **files))


class TestGoodContent:
    def test_is_loaded_by_slug_in_order(self, tmp_path: Path) -> None:
        second = PROJECT.replace("order = 1", "order = 0").replace('["ogrody", "ogród"]', "[]")
        content = loaded(tmp_path, ogrody=PROJECT, pola=second, faq=FAQ)
        assert list(content.projects) == ["pola", "ogrody"]
        assert content.projects["ogrody"].slug == "ogrody"
        assert [question.id for question in content.faq] == ["cost"]

    def test_needs_no_questions(self, tmp_path: Path) -> None:
        assert loaded(tmp_path, ogrody=PROJECT).faq == ()

    def test_reads_line_breaks_in_texts_as_spaces(self, tmp_path: Path) -> None:
        content = loaded(tmp_path, ogrody=PROJECT.replace('"Sadzimy drzewa."', '"""Sadzimy\n  drzewa."""'))
        assert content.projects["ogrody"].facts[0].text.in_("pl") == "Sadzimy drzewa."


@pytest.mark.parametrize(
    ("good", "bad", "sentence"),
    [
        (
            "about = [",
            "abuot = [",
            "projects/ogrody.toml: facts[what].abuot is not a known key; did you mean about?",
        ),
        ("order = 1", "ordre = 1", "projects/ogrody.toml: ordre is not a known key; did you mean order?"),
        ("aliases =", "zupelnie =", "projects/ogrody.toml: zupelnie is not a known key."),
        (
            '{ pl = "Sadzimy drzewa.", en',
            "{ en",
            "projects/ogrody.toml: facts[what].text has no Polish text.",
        ),
        ('{ pl = "Ogrody", ', "{ ", "projects/ogrody.toml: title has no Polish text."),
        (
            '{ pl = "Sadzimy drzewa.", en = "We plant trees.", uk = "Садимо дерева." }',
            '"Sadzimy drzewa."',
            "projects/ogrody.toml: facts[what].text is not a text per language;"
            ' write { pl = "…", en = "…", uk = "…" }.',
        ),
        (
            'en = "Gardens"',
            'de = "Gärten"',
            "projects/ogrody.toml: title has an unknown language de; known are pl, en, uk.",
        ),
        ('ends = "2024-05-10"', 'ends = "2024-02"', "projects/ogrody.toml: period ends before it starts."),
        (
            'ends = "2024-05-10"',
            'ends = "maj 2024"',
            "projects/ogrody.toml: period.ends is not a date: maj 2024; write 2021, 2021-11 or 2021-11-05.",
        ),
        (
            'ends = "2024-05-10"',
            'ends = "2024-02-30"',
            "projects/ogrody.toml: period.ends is not a date of the calendar: 2024-02-30.",
        ),
        ('"ogród"]', '"OGRODY"]', "projects/ogrody.toml: aliases[1] is written twice: OGRODY."),
        (
            'about = ["sad"]',
            'about = ["sada"]',
            "projects/ogrody.toml: facts[what].about names an entity that does not exist: sada; did you mean sad?",
        ),
        (
            'about = ["sad"]',
            'about = ["miasto"]',
            "projects/ogrody.toml: facts[what].about names an entity that does not exist: miasto.",
        ),
        (
            "Sadzimy drzewa.",
            "a" * 1001,
            "projects/ogrody.toml: facts[what].text has 1001 characters in pl; at most 1000 fit a message.",
        ),
        ('source = "notes.txt"\n', "", "projects/ogrody.toml: source is missing."),
        ('facets = ["what"]', "facets = []", "projects/ogrody.toml: facts[what].facets is empty."),
    ],
)
def test_a_mistake_is_one_sentence(tmp_path: Path, good: str, bad: str, sentence: str) -> None:
    assert good in PROJECT
    assert sentences(tmp_path, ogrody=PROJECT.replace(good, bad)) == [sentence]


def test_buttons_and_wishes_of_a_question_are_known_words(tmp_path: Path) -> None:
    known = loaded(tmp_path, ogrody=PROJECT, faq=FAQ + 'buttons = ["my", "contact"]\nwish = "leave"\n')
    assert known.faq[0].buttons == (Door.MY, Door.CONTACT)
    assert known.faq[0].wish is Wish.LEAVE


def test_a_button_nobody_knows_is_one_sentence(tmp_path: Path) -> None:
    (sentence,) = sentences(tmp_path, ogrody=PROJECT, faq=FAQ + 'buttons = ["mine"]\n')
    assert sentence.startswith("faq.toml: questions[cost].buttons")
    assert "'events', 'projects', 'my'" in sentence


class TestMistakesAcrossFiles:
    def test_an_alias_of_two_projects(self, tmp_path: Path) -> None:
        second = PROJECT.replace('["ogrody", "ogród"]', '["Ogród"]')
        assert sentences(tmp_path, ogrody=PROJECT, pola=second) == [
            "projects/pola.toml: aliases[0] is also used in ogrody.toml: Ogród."
        ]

    def test_an_id_used_twice(self, tmp_path: Path) -> None:
        fact = PROJECT[PROJECT.index("[[facts]]") :]
        entity = PROJECT[PROJECT.index("[[entities]]") : PROJECT.index("[[facts]]")]
        assert sentences(tmp_path, ogrody=PROJECT + fact + entity, faq=FAQ + FAQ) == [
            "projects/ogrody.toml: entities uses the id sad twice.",
            "projects/ogrody.toml: facts uses the id what twice.",
            "faq.toml: questions uses the id cost twice.",
        ]

    def test_a_question_about_a_project_that_is_not_there(self, tmp_path: Path) -> None:
        assert sentences(tmp_path, pola=PROJECT, faq=FAQ) == [
            "faq.toml: questions[cost].project is not a project: ogrody; known are pola."
        ]

    def test_all_are_told_at_once(self, tmp_path: Path) -> None:
        found = sentences(
            tmp_path,
            ogrody=PROJECT.replace("order = 1", "ordre = 1"),
            pola=PROJECT.replace('"ogród"]', '"ogrody"]'),
            sady="title = ",
            faq=FAQ.replace("ask =", "aks ="),
        )
        assert [line.partition(" ")[0] for line in found] == [
            "projects/ogrody.toml:",
            "projects/sady.toml:",
            "faq.toml:",
            "projects/pola.toml:",
        ]
        assert "faq.toml: questions[cost].aks is not a known key; did you mean ask?" in found


class TestFilesThatCannotBeRead:
    def test_no_project_at_all(self, tmp_path: Path) -> None:
        assert sentences(tmp_path) == ["projects: the folder holds no project file such as lider.toml."]

    def test_broken_toml(self, tmp_path: Path) -> None:
        (line,) = sentences(tmp_path, ogrody="title = ")
        assert line.startswith("projects/ogrody.toml: is not valid TOML: Invalid value (at")

    def test_another_encoding(self, tmp_path: Path) -> None:
        folder = written(tmp_path, ogrody=PROJECT)
        (folder / "faq.toml").write_bytes("# żółć".encode("iso-8859-2"))
        with pytest.raises(ContentError, match=r"^faq\.toml: is not text in UTF-8; save it as UTF-8\.$"):
            load(folder)

    def test_a_folder_in_place_of_a_file(self, tmp_path: Path) -> None:
        folder = written(tmp_path, ogrody=PROJECT)
        (folder / "faq.toml").mkdir()
        with pytest.raises(ContentError, match=r"^faq\.toml: cannot be read: "):
            load(folder)


class TestTranslations:
    def test_complete_content_has_no_notes(self, tmp_path: Path) -> None:
        assert incomplete(loaded(tmp_path, ogrody=PROJECT, faq=FAQ)) == ()

    def test_a_missing_language_of_the_area_is_noted(self, tmp_path: Path) -> None:
        project = PROJECT.replace("attribution =", 'area = { pl = "Las", en = "Forest" }\nattribution =')
        notes = incomplete(loaded(tmp_path, ogrody=project, faq=FAQ))
        assert [str(note) for note in notes] == ["projects/ogrody.toml: area is not translated: uk."]

    def test_each_missing_language_is_noted(self, tmp_path: Path) -> None:
        project = PROJECT.replace(', en = "We plant.", uk = "Садимо."', "").replace(', uk = "Садимо дерева."', "")
        content = loaded(tmp_path, ogrody=project, faq=FAQ.replace(', en = "Nothing."', ""))
        assert [str(note) for note in incomplete(content)] == [
            "projects/ogrody.toml: summary is not translated: en, uk.",
            "projects/ogrody.toml: facts[what].text is not translated: uk.",
            "faq.toml: questions[cost].text is not translated: en.",
        ]
