"""Telegram's HTML is read with Telegram's complaints."""

import pytest

from bot.sandbox.markup import parse_html
from bot.sandbox.wire import ApiError, JsonObject


def kinds(entities: list[JsonObject]) -> list[tuple[object, object, object]]:
    return [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


def test_tags_become_entities() -> None:
    text, entities = parse_html("Już <b>jutro</b>: <i>Forum</i> <code>/moje</code>")
    assert text == "Już jutro: Forum /moje"
    assert kinds(entities) == [("bold", 4, 5), ("italic", 11, 5), ("code", 17, 5)]


def test_offsets_are_utf16_so_an_emoji_counts_twice() -> None:
    assert kinds(parse_html("👋 <b>Cześć</b> 🎉")[1]) == [("bold", 3, 5)]


def test_nested_tags_close_inside_out() -> None:
    _, entities = parse_html("<b>Forum <i>Dialogu</i></b>")
    assert kinds(entities) == [("italic", 6, 7), ("bold", 0, 13)]


def test_characters_written_as_references_are_read() -> None:
    assert parse_html("Kawa &amp; herbata &lt;3 &quot;tak&quot; &#322; &#x142;")[0] == 'Kawa & herbata <3 "tak" ł ł'


@pytest.mark.parametrize("source", ["Q&A", "A &nbsp; B", "&#0;", "&#xD800;", "R&D & co"])
def test_what_is_no_reference_stays_as_it_is(source: str) -> None:
    assert parse_html(source)[0] == source


def test_a_link_keeps_its_address_and_one_without_an_address_is_plain() -> None:
    _, entities = parse_html('<a href="https://mapa.example/?a=1&amp;b=2">Mapa</a> <a href="">nic</a>')
    assert entities == [{"type": "text_link", "offset": 0, "length": 4, "url": "https://mapa.example/?a=1&b=2"}]


def test_code_in_a_language_is_one_entity() -> None:
    _, entities = parse_html('<pre><code class="language-python">print()</code></pre>')
    assert entities == [{"type": "pre", "offset": 0, "length": 7, "language": "python"}]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
        ('<tg-emoji emoji-id="5368324170671202286">x</tg-emoji>', "custom_emoji"),
        ("<STRONG>x</STRONG>", "bold"),
        ("<s>x</>", "strikethrough"),
        ("<u >x</u >", "underline"),
        ("<b class=big>x</b>", "bold"),
    ],
)
def test_every_tag_of_the_manual_is_known(source: str, kind: str) -> None:
    assert parse_html(source)[1][0]["type"] == kind


def test_a_tag_around_nothing_leaves_nothing() -> None:
    assert parse_html("a<b></b>") == ("a", [])


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("Koszt <x>", 'Unsupported start tag "x" at byte offset 6'),
        ("ąę <br/>", 'Unsupported start tag "br/" at byte offset 5'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("1 <", "Unclosed start tag at byte offset 2"),
        ("wynik <3 > 2", 'Unsupported start tag "3" at byte offset 6'),
        ("<b>Forum", 'Can\'t find end tag corresponding to start tag "b"'),
        ("Forum</b>", "Unexpected end tag at byte offset 5"),
        ("<b>Forum</i>", 'Unmatched end tag at byte offset 8, expected "</b>", found "</i>"'),
        ("<b>Forum</b", "Unclosed end tag at byte offset 8"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {complaint}"
