"""Signed tokens."""

from string import ascii_letters, digits

from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.tokens import read, sign

NUMBERS = st.integers(0, 2**63)


@given(NUMBERS)
def test_what_was_signed_is_read_and_fits_a_link(number: int) -> None:
    token = sign(number, "secret")
    assert read(token, "secret") == number
    assert len(f"k_{token}") <= 64


@given(NUMBERS, st.integers(0, 26), st.sampled_from(ascii_letters + digits + "-_"))
@example(120108, 26, "q").via("its two spare bits are no part of the proof, and the token is another all the same")
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
