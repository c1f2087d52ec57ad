"""Reading what people type."""

import pytest

from bot.domain.forms import Field, Kind, Value
from bot.domain.localized import Localized, polish
from bot.domain.refusals import InvalidAnswer
from bot.services.reading import pressed, read

MEALS = (Localized({"pl": "zwykła", "en": "ordinary"}), polish("wegetariańska"))


def field(kind: Kind, **changes: object) -> Field:
    """A field of a kind."""
    return Field("x", kind, options=MEALS, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Kind.NAME, "  Anna   Nowak ", "Anna Nowak"),
        (Kind.NAME, "Łucja Żółć-Źdźbło", "Łucja Żółć-Źdźbło"),
        (Kind.NAME, "Оксана Шевченко", "Оксана Шевченко"),
        (Kind.NAME, "żaneta ćwik-nowak", "Żaneta Ćwik-Nowak"),
        (Kind.NAME, "ANNA NOWAK", "Anna Nowak"),
        (Kind.NAME, "мар'яна шевченко", "Мар'яна Шевченко"),
        (Kind.NAME, "Jan van Dyck", "Jan van Dyck"),
        (Kind.PHONE, "600 100 200", "+48600100200"),
        (Kind.PHONE, "tel. 600-100-200", "+48600100200"),
        (Kind.PHONE, "+380 67 123 45 67", "+380671234567"),
        (Kind.GMINA, "Nowa Wieś", "Nowa Wieś"),
        (Kind.TEXT, "x" * 600, "x" * 600),
        (Kind.NUMBER, "3", 3),
        (Kind.CHOICE, "ORDINARY", "0"),
        (Kind.CHOICE, "2", "1"),
        (Kind.CHOICES, "zwykła, wegetariańska", ["0", "1"]),
        (Kind.YES_NO, "Tak!", True),
        (Kind.YES_NO, "ні", False),
        (Kind.DATE, "12.05.1990", "1990-05-12"),
        (Kind.DATE, "1990-05-12", "1990-05-12"),
        (Kind.DATE, "1/2/2027 r.", "2027-02-01"),
        (Kind.DATE, "3 grudnia 2026", "2026-12-03"),
        (Kind.DATE, "12 maja 1990 r.", "1990-05-12"),
        (Kind.DATE, "12 травня 1990", "1990-05-12"),
        (Kind.EMAIL, "Anna@Example.org", "Anna@example.org"),
        (Kind.ORGANISATION, "KGW Rybie", "KGW Rybie"),
        (Kind.GROUP, "wegetariańska", "1"),
        (Kind.GROUP, "Wegetarianska.", "1"),
        (Kind.CHOICE, "weget", "1"),
        (Kind.NOTICE, "rozumiem, dalej", True),
        (Kind.NOTICE, "tak", True),
    ],
)
def test_what_people_type_is_understood(kind: Kind, typed: str, value: Value) -> None:
    assert read(field(kind), typed) == value


@pytest.mark.parametrize(
    ("kind", "typed", "reason"),
    [
        (Kind.NAME, "A", "name_length"),
        (Kind.NAME, "600100200", "name"),
        (Kind.NAME, "<b>Anna</b>", "name"),
        (Kind.PHONE, "60010020", "phone"),
        (Kind.PHONE, "nie mam", "required"),
        (Kind.PHONE, "zadzwonię sama", "phone_words"),
        (Kind.GMINA, "nie", "required"),
        (Kind.GMINA, "123", "short"),
        (Kind.TEXT, "x" * 601, "too_long"),
        (Kind.TEXT, "   ", "empty"),
        (Kind.NUMBER, "dużo", "number"),
        (Kind.NUMBER, "9", "number_range"),
        (Kind.NUMBER, "0", "number_range"),
        (Kind.CHOICE, "mięso", "choice"),
        (Kind.CHOICE, "w", "choice"),
        (Kind.CHOICES, "zwykła, mięso", "choice"),
        (Kind.YES_NO, "może", "yes_no"),
        (Kind.DATE, "30.02.2027", "date"),
        (Kind.DATE, "jutro", "date"),
        (Kind.DATE, "3 grudnia", "date"),
        (Kind.DATE, "31 lutego 2027", "date"),
        (Kind.EMAIL, "anna@", "email"),
        (Kind.ORGANISATION, "", "empty"),
        (Kind.NOTICE, "Anna Nowak", "notice"),
    ],
)
def test_what_cannot_be_read_has_a_reason(kind: Kind, typed: str, reason: str) -> None:
    with pytest.raises(InvalidAnswer) as refused:
        read(field(kind, low=1, high=5), typed)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("kind", "value", "answer"),
    [
        (Kind.NOTICE, "ok", True),
        (Kind.YES_NO, "no", False),
        (Kind.CHOICE, "1", "1"),
        (Kind.NUMBER, "2", 2),
        (Kind.NAME, "known", "Anna"),
    ],
)
def test_buttons_are_answers(kind: Kind, value: str, answer: Value) -> None:
    assert pressed(field(kind, offered="Anna"), value) == answer


@pytest.mark.parametrize(
    ("kind", "value"), [(Kind.NOTICE, "yes"), (Kind.YES_NO, "1"), (Kind.CHOICE, "7"), (Kind.NAME, "other")]
)
def test_forged_buttons_are_not(kind: Kind, value: str) -> None:
    with pytest.raises(InvalidAnswer):
        pressed(field(kind), value)


@pytest.mark.parametrize("typed", ["nie", "Nikt.", "sam", "Sama", "0", "zero", "nobody", "alone", "Ніхто", "сама"])
def test_who_comes_alone_may_say_so_in_words(typed: str) -> None:
    assert read(field(Kind.NUMBER, low=0, high=2), typed) == 0


def test_nobody_is_no_number_where_one_is_needed() -> None:
    with pytest.raises(InvalidAnswer):
        read(field(Kind.NUMBER, low=1), "nikt")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("dwie", 2),
        ("Dwie osoby.", 2),
        ("3 osoby", 3),
        ("two people", 2),
        ("п’ять", 5),
        ("двоє людей", 2),
        ("dwadzieścia", 20),
    ],
)
def test_numbers_may_be_words(typed: str, number: int) -> None:
    assert read(field(Kind.NUMBER, low=1, high=20), typed) == number


@pytest.mark.parametrize(
    "typed", ["nic", "Nie", "nie trzeba", "brak", "Nic nie potrzebuję.", "nothing", "ні", "не треба"]
)
def test_whoever_needs_nothing_has_no_needs(typed: str) -> None:
    assert read(Field("needs", Kind.TEXT, is_required=False), typed) is None


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Kind.PHONE, "nie mam telefonu"),
        (Kind.PHONE, "I don't have one"),
        (Kind.GMINA, "nie podam"),
        (Kind.ORGANISATION, "prywatnie"),
        (Kind.EMAIL, "не маю"),
    ],
)
def test_what_nobody_has_to_say_may_be_left_open_in_words(kind: Kind, typed: str) -> None:
    assert read(field(kind, is_required=False), typed) is None


def test_an_option_has_to_be_meant_alone() -> None:
    options = (polish("Gmina Piastów"), polish("Gmina Michałowice"))
    group = Field("group", Kind.GROUP, options=options)
    assert read(group, "gmina piastow") == "0"
    assert read(group, "michalowice") == "1"
    with pytest.raises(InvalidAnswer):
        read(group, "gmina")
