"""Formatted text, from the bot and to the page."""

import pytest

from bot.sandbox.entities import detected, formatted, shown
from bot.sandbox.utf16 import cut, units
from bot.sandbox.wire import ApiError, JsonObject


def found(text: str) -> list[tuple[object, str]]:
    _, entities = detected(text, [])
    places = [(entity["type"], entity["offset"], entity["length"]) for entity in entities]
    return [(kind, cut(text, int(str(offset)), int(str(length)))) for kind, offset, length in places]


def test_telegram_marks_commands_addresses_and_names_by_itself() -> None:
    text = "🎉 /moje albo /lista@mam_bot, https://mam.example/a?b=1. Napisz do biuro@mam.example, @mam_bot #forum"
    assert found(text) == [
        ("bot_command", "/moje"),
        ("bot_command", "/lista@mam_bot"),
        ("url", "https://mam.example/a?b=1"),
        ("email", "biuro@mam.example"),
        ("mention", "@mam_bot"),
        ("hashtag", "#forum"),
    ]


@pytest.mark.parametrize("text", ["i/lub", "5/7", "a//b", "C# i F#", "8 grudnia, 17:00", "&#322;"])
def test_plain_words_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_nothing_is_marked_inside_code_or_a_link() -> None:
    _, entities = formatted('<code>/moje</code> <a href="https://a.example">/start</a>', "HTML", None)
    assert [entity["type"] for entity in entities] == ["code", "text_link"]


def test_the_bots_text_is_trimmed_and_its_entities_move_along() -> None:
    text, entities = formatted("\n  <b>Forum </b> \n", "HTML", None)
    assert text == "Forum"
    assert entities == [{"type": "bold", "offset": 0, "length": 5}]


def test_entities_can_be_given_instead_of_html() -> None:
    bold: JsonObject = {"type": "bold", "offset": 0, "length": 5}
    assert formatted("Forum", None, [bold]) == ("Forum", [bold])


def test_other_kinds_of_markup_are_not_spoken_here() -> None:
    with pytest.raises(ApiError, match="unsupported parse_mode"):
        formatted("*Forum*", "MarkdownV2", None)


def test_the_page_is_shown_safe_html() -> None:
    text, entities = formatted(
        '<b>A &lt;script&gt; <i>b</i></b> <a href="https://a.example/?x=1&amp;y">map</a>', "HTML", None
    )
    assert shown(text, entities) == (
        "<b>A &lt;script&gt; <i>b</i></b> "
        '<a href="https://a.example/?x=1&amp;y" target="_blank" rel="noopener noreferrer">map</a>'
    )


def test_the_page_gets_no_link_that_could_run_something() -> None:
    link: JsonObject = {"type": "text_link", "offset": 0, "length": 2, "url": "javascript:alert(1)"}
    assert shown("ok", [link]) == "ok"


def test_crossing_entities_do_not_break_the_page() -> None:
    one: JsonObject = {"type": "bold", "offset": 0, "length": 4}
    other: JsonObject = {"type": "italic", "offset": 2, "length": 4}
    assert shown("abcdef", [one, other]) == "<b>abcd</b>ef"


def test_an_emoji_is_two_units_and_a_letter_is_one() -> None:
    assert units("ż👋") == 3
    assert cut("ż👋a", 1, 2) == "👋"
