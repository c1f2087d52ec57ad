"""Lines as coordinators type them on a phone."""

import pytest

from bot.services.typed_people import Typed, read_lines

PHONE = "+48600100200"


@pytest.mark.parametrize(
    ("line", "name", "phone", "gmina", "organisation", "email"),
    [
        ("Jan Kowalski", "Jan Kowalski", "", "", "", ""),
        ("Jan Kowalski, 600 100 200, Piastów", "Jan Kowalski", PHONE, "Piastów", "", ""),
        ("600-100-200 Jan Kowalski", "Jan Kowalski", PHONE, "", "", ""),
        ("Jan Kowalski +48 600100200 Piastów", "Jan Kowalski", PHONE, "Piastów", "", ""),
        ("Jan Kowalski, KGW Rybie, Piastów", "Jan Kowalski", "", "Piastów", "KGW Rybie", ""),
        ("Jan Kowalski, Piastów, Klub Książki", "Jan Kowalski", "", "Piastów", "Klub Książki", ""),
        ("Jan Kowalski; gmina: Piastów; org: Dom, ogród", "Jan Kowalski", "", "Piastów", "Dom, ogród", ""),
        ("Jan Kowalski, gmina Piastów", "Jan Kowalski", "", "Piastów", "", ""),
        ("1. Jan Kowalski\t600100200\tPiastów", "Jan Kowalski", PHONE, "Piastów", "", ""),
        ("Jan Kowalski, jan@example.org, tel: 600 100 200", "Jan Kowalski", PHONE, "", "", "jan@example.org"),
        ("Олена Коваленко, громада Скавіна", "Олена Коваленко", "", "Скавіна", "", ""),
    ],
)
def test_what_is_understood(line: str, name: str, phone: str, gmina: str, organisation: str, email: str) -> None:
    (read,) = read_lines(line)
    assert (read.name, read.phone, read.gmina, read.organisation, read.email) == (
        name,
        phone,
        gmina,
        organisation,
        email,
    )
    assert read.problem == ""


@pytest.mark.parametrize(
    ("line", "problem", "unread"),
    [
        ("Piastów", "half_name", ""),
        ("600 100 200", "no_name", ""),
        ("Jan Kowalski, 600 100 20", "phone", "600 100 20"),
        ("Piotr Zych, 12345", "phone", "12345"),
        ("Piotr Zych 12345", "phone", "12345"),
        ("Piotr Zych, Piastów, 60010", "phone", "60010"),
        ("Jan 2 Kowalski", "name", "Jan 2 Kowalski"),
    ],
)
def test_what_cannot_be_read_is_named_and_kept(line: str, problem: str, unread: str) -> None:
    assert read_lines(line) == (Typed(line, problem=problem, unread=unread),)


def test_empty_and_repeated_lines_count_once() -> None:
    assert [one.name for one in read_lines("Jan Kowalski\n\n- Anna Nowak\n2) Jan Kowalski\n")] == [
        "Jan Kowalski",
        "Anna Nowak",
    ]
