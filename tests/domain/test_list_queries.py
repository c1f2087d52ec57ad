"""Filters of a list as people type them; today is Monday, 23 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.list_queries import ROOM, FilterUnread, ListQuery, Standing, pack, read_query, unpack

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ListQuery()),
        ("status:rezerwa", ListQuery(frozenset({Standing.QUEUE}))),
        ("STATUS: Rezerwa", ListQuery(frozenset({Standing.QUEUE}))),
        ("status:zgłoszenie", ListQuery(frozenset({Standing.APPLIED}))),
        ("stat:obecni,nieobecni", ListQuery(frozenset({Standing.PRESENT, Standing.ABSENT}))),
        ("state:waiting", ListQuery(frozenset({Standing.QUEUE}))),
        ("статус:резерв", ListQuery(frozenset({Standing.QUEUE}))),
        ("status:niepo", ListQuery(frozenset({Standing.UNCONFIRMED}))),
        ("gmina:Piastów", ListQuery(gmina="Piastów")),
        ("gm:Piastów", ListQuery(gmina="Piastów")),
        ('org:"KGW Rybie"', ListQuery(organisation="KGW Rybie")),
        ("org:„KGW Rybie”", ListQuery(organisation="KGW Rybie")),
        ("grupa:animatorzy", ListQuery(group="animatorzy")),
        ("potrzeby:tak", ListQuery(needs=True)),
        ("needs:no", ListQuery(needs=False)),
        ("od:2026-11-01", ListQuery(since=date(2026, 11, 1))),
        ("od:1.11", ListQuery(since=date(2026, 11, 1))),
        ("od:24.11", ListQuery(since=date(2025, 11, 24))),
        ('od:"8 grudnia"', ListQuery(since=date(2025, 12, 8))),
        ("od:2024-01-02", ListQuery(since=date(2024, 1, 2))),
        ("from:wczoraj", ListQuery(since=date(2026, 11, 22))),
        ("od:piątek", ListQuery(since=date(2026, 11, 20))),
        ("od:pn", ListQuery(since=TODAY)),
        ("kowal anna", ListQuery(name="kowal anna")),
        ('"Anna Maria" gmina:Skawina', ListQuery(gmina="Skawina", name="Anna Maria")),
        (
            "kowal status:reze gmina:Skawina potrzeby:nie",
            ListQuery(frozenset({Standing.QUEUE}), gmina="Skawina", name="kowal", needs=False),
        ),
    ],
)
def test_is_read_in_any_order_and_language(text: str, expected: ListQuery) -> None:
    assert read_query(text, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "key", "value", "nearest"),
    [
        ("gmna:Piastów", "gmna", "", "gmina"),
        ("g:Piastów", "g", "", ""),
        ("xyz:1", "xyz", "", ""),
        ("status:rezrwa", "status", "rezrwa", "rezerwa"),
        ("status:nie", "status", "nie", ""),
        ("potrzeby:może", "potrzeby", "może", ""),
        ("od:kiedyś", "od", "kiedyś", ""),
        ("gmina:", "gmina", "", "gmina"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_nearest_guess(text: str, key: str, value: str, nearest: str) -> None:
    with pytest.raises(FilterUnread) as caught:
        read_query(text, TODAY)
    assert (caught.value.key, caught.value.value) == (key, value)
    assert not nearest or caught.value.nearest == nearest


def test_a_button_brings_the_same_query_back() -> None:
    query = ListQuery(
        frozenset({Standing.QUEUE, Standing.APPLIED}), gmina="piastow", name="kowal", needs=True, since=TODAY
    )
    assert unpack(pack(query)) == query


def test_long_words_are_cut_to_what_a_button_holds() -> None:
    query = ListQuery(organisation="Stowarzyszenie Gospodyń Wiejskich w Rybiu", gmina="Piastów", needs=True)
    packed = pack(query)
    assert len(packed.encode()) <= ROOM
    assert unpack(packed).organisation.startswith("stowarzyszenie gospo")
    assert unpack(packed).gmina == "piastow"


@given(st.text())
def test_whatever_is_typed_is_read_or_refused_and_fits_a_button(text: str) -> None:
    try:
        query = read_query(text, TODAY)
    except FilterUnread:
        return
    assert len(pack(query).encode()) <= ROOM
    assert "|" not in pack(query)


@given(st.text())
def test_whatever_a_button_holds_is_a_query(packed: str) -> None:
    assert isinstance(unpack(packed), ListQuery)
