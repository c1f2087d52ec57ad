"""Signed tokens."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.tokens import read, sign

NUMBERS = st.integers(0, 2**63)


@given(NUMBERS)
def test_what_was_signed_is_read_and_fits_a_link(number: int) -> None:
    token = sign(number, "secret")
    assert read(token, "secret") == number
    assert len(f"k_{token}") <= 64


@given(NUMBERS, st.integers(0, 26), st.sampled_from("Aq7-_"))
def test_a_changed_letter_is_no_token(number: int, place: int, letter: str) -> None:
    token = sign(number, "secret")
    changed = token[:place] + letter + token[place + 1 :]
    assert read(changed, "secret") == (number if changed == token else None)


@given(st.text())
def test_anything_else_is_no_token(text: str) -> None:
    assert read(text, "secret") is None


@given(NUMBERS)
def test_the_token_of_another_bot_is_no_token(number: int) -> None:
    assert read(sign(number, "another"), "secret") is None
