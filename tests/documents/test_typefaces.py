"""Words made fit for paper: lines, sizes, letters."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.documents import typefaces
from bot.documents.typefaces import fitted, flowing, plain, wrapped
from bot.texts import Translator


def letters(text: str, size: float) -> float:
    """A typeface whose letters are all as wide as they are large."""
    return len(text) * size


def test_a_word_of_one_letter_does_not_end_a_line() -> None:
    assert flowing("Spacer i rozmowa w Łące o wodzie") == "Spacer i\u00a0rozmowa w\u00a0Łące o\u00a0wodzie"
    assert flowing("Прогулянка й розмова") == "Прогулянка й\u00a0розмова"


def test_translated_words_are_no_html_on_paper(t: Translator) -> None:
    assert plain(t("{x}", x="A & B <c>")) == "A & B <c>"
    assert plain("A &amp; B") == "A &amp; B"


def test_emoji_leave_no_boxes_and_foreign_letters_do_not_vanish() -> None:
    assert plain("Łąka 🌱👩‍🌾 i  las") == "Łąka i las"
    assert plain("李\tŻak\r\nŚwit") == "李 Żak\nŚwit"


def test_lines_break_after_spaces_and_hyphens() -> None:
    assert wrapped("Anna Wasilewska-Żółć", 11, 1, letters) == ["Anna", "Wasilewska-", "Żółć"]
    assert wrapped("Konstantynopolitańczyk", 10, 1, letters) == ["Konstantyn", "opolitańcz", "yk"]


def test_the_largest_size_that_fits_is_taken() -> None:
    assert fitted("Jan Żak", 70, 100, 30, 8, letters) == (23, ["Jan", "Żak"])
    assert fitted("Jan Żak", 70, 15, 30, 8, letters) == (10, ["Jan Żak"])


def test_lines_are_about_equally_long() -> None:
    assert fitted("aa bb cc dd", 9, 10, 1, 1, letters)[1] == ["aa bb", "cc dd"]


def test_what_never_fits_is_cut_and_says_so() -> None:
    size, lines = fitted("Łąka, las i woda", 5, 2.6, 1, 1, letters)
    assert (size, lines) == (1, ["Łąka,", "las i…"])


@given(st.text("aąż -\n", max_size=40), st.integers(1, 12))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = wrapped(text, width, 1, letters)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(len(line) <= width for line in lines)


def test_the_typeface_comes_with_its_licence() -> None:
    folder = Path(typefaces.__file__).parent / "fonts"
    licence = (folder / "LICENSE.txt").read_text("utf-8")
    assert {font.name for font in folder.glob("*.ttf")} == {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf"}
    assert "Bitstream Vera Fonts Copyright" in licence
    assert "Arev Fonts Copyright" in licence
