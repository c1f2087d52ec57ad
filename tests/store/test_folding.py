"""Names in the order of the Polish alphabet, which is neither SQLite's nor Python's."""

import pytest

from bot.store.folding import by_surname, collated, fold


def test_letters_with_marks_follow_their_plain_ones() -> None:
    words = ["Żak", "Zając", "Źrebak", "Łoś", "Maj", "Luty", "Ćma", "Cis", "Ósmy", "Osa", "Ślad", "Sum"]
    expected = ["Cis", "Ćma", "Luty", "Łoś", "Maj", "Osa", "Ósmy", "Sum", "Ślad", "Zając", "Źrebak", "Żak"]
    assert sorted(words, key=collated) == expected


def test_case_spaces_and_marks_written_apart_make_no_difference() -> None:
    assert collated("  ŻAK ")[0] == collated("żak")[0] == collated("żak")[0]


def test_a_shorter_word_comes_first_and_digits_before_letters() -> None:
    assert sorted(["Anna", "Ann", "7 grup", "10 osób"], key=collated) == ["10 osób", "7 grup", "Ann", "Anna"]


def test_foreign_letters_stand_with_their_plain_ones_and_other_scripts_at_the_end() -> None:
    assert sorted(["Ołena", "Олена", "Müller", "Muzyk", "Żak"], key=collated) == [
        "Müller",
        "Muzyk",
        "Ołena",
        "Żak",
        "Олена",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zofia Adamska", "Anna Zając"),
        ("Anna Nowak", "Jan Nowak"),
        ("Nowak", "Anna Nowak"),
        ("Anna Maria Łoś", "Anna Maj"),
    ],
)
def test_people_are_sorted_by_surname_then_by_first_name(first: str, second: str) -> None:
    assert by_surname(first) < by_surname(second)


def test_folding_forgets_case_marks_and_spaces() -> None:
    assert fold("  Koło  Gospodyń ") == "kolo gospodyn"
