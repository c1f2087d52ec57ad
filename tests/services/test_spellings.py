"""How organisations are spelled."""

import pytest

from bot.domain.organisations import BodyKind
from bot.services.organisations import LIKELY
from bot.services.spellings import guessed, likeness, spelled, worth_comparing

SAME = (
    ("KGW Rybie", "Koło Gospodyń Wiejskich w Rybiu"),
    ("kgw „Rybie”", "Koło Gospodyń Wiejskich Rybie"),
    ("UM Skawina", "Urząd Miasta w Skawinie"),
    ("Urząd Miasta i Gminy w Skawinie", "UMiG Skawina"),
    ("OSP Piastów", "Ochotnicza Straż Pożarna w Piastowie"),
    ("MGOK Michałowice", "Miejsko-Gminny Ośrodek Kultury w Michałowicach"),
    ("fundacja zdzblo", "Fundacja Źdźbło"),
    ("stowarzyszenie kuznia", "Stow. „Kuźnia”"),
    ("Fundacja Rzowoju", "Fundacja Rozwoju"),
    ("Kuźnia", "Stowarzyszenie Kuźnia"),
)
OTHERS = (
    ("KGW Zielona", "KGW Rybie"),
    ("KGW Rybno", "KGW Rybie"),
    ("Fundacja Razem", "Fundacja Źdźbło"),
    ("OSP Piastów", "OSP Michałowice"),
    ("Urząd Gminy Liszki", "Urząd Gminy Skawina"),
)


@pytest.mark.parametrize(("typed", "known"), SAME)
def test_one_organisation_is_likely_meant_by_both(typed: str, known: str) -> None:
    assert likeness(spelled(typed), spelled(known)) >= LIKELY
    assert worth_comparing(spelled(typed), [spelled(known)]) == {spelled(known)}


def test_only_what_shares_a_word_of_its_own_is_compared_at_all() -> None:
    known = {"kgw rybie", "kgw zielona", "osp rybie", "urzad gminy liszki"}
    assert worth_comparing("kolo gospodyn rybie", known) == {"kgw rybie", "osp rybie"}
    assert worth_comparing("kgw", known) == known


@pytest.mark.parametrize(("typed", "known"), OTHERS)
def test_two_organisations_of_one_sort_are_not_taken_for_one(typed: str, known: str) -> None:
    assert likeness(spelled(typed), spelled(known)) < LIKELY


def test_a_spelling_is_compared_without_case_quotes_and_diacritics() -> None:
    assert spelled(" „KGW” — RYBIĘ ") == "kgw rybie"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Urząd Gminy Liszki", BodyKind.JST),
        ("Starostwo Powiatowe w Mikołowie", BodyKind.JST),
        ("GOPS Liszki", BodyKind.JST),
        ("Rada Dzielnicy XIII", BodyKind.JST),
        ("KGW Rybie", BodyKind.NGO),
        ("Stowarzyszenie Gmin Górskich", BodyKind.NGO),
        ("Pszczółki", None),
    ],
)
def test_the_name_often_tells_what_it_is(name: str, kind: BodyKind | None) -> None:
    assert guessed(name) is kind
