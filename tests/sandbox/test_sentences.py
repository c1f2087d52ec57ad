"""Every sentence of the endpoints is there in both languages."""

from bot.sandbox import sentences


def test_every_sentence_is_polish_and_english() -> None:
    pairs = [value for name, value in vars(sentences).items() if name.isupper()]
    assert pairs
    for polish, english in pairs:
        assert polish.endswith(".")
        assert english.endswith(".")
        assert polish != english


def test_a_browser_gets_the_language_it_prefers() -> None:
    assert sentences.in_language(("Nie.", "No."), "en-GB,en;q=0.9,pl;q=0.5") == "No."
    assert sentences.in_language(("Nie.", "No."), "pl,en;q=0.5") == "Nie."
    assert sentences.in_language(("Nie.", "No."), "") == "Nie."
