"""Formatted text: what Telegram finds in it by itself, and how the page shows it."""

import re
from collections.abc import Sequence
from html import escape
from typing import TypeAlias

from bot.sandbox.markup import parse_html
from bot.sandbox.utf16 import cut, units
from bot.sandbox.wire import JsonObject, bad_request

Formatted: TypeAlias = tuple[str, list[JsonObject]]

_FOUND_BY_ITSELF = (
    ("bot_command", re.compile(r"(?<![\w/@>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("url", re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?()]")),
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("mention", re.compile(r"(?<![\w@/.])@[A-Za-z][A-Za-z0-9_]{3,31}\b")),
    ("hashtag", re.compile(r"(?<![\w#/&])#\w*[^\W\d]\w*")),
)
_NEVER_INSIDE = {"code", "pre", "text_link", "url", "email", "bot_command", "mention"}
_SHOWN = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
}
_SAFE_LINK = re.compile(r"(https?|mailto|tel|tg):", re.IGNORECASE)


def formatted(text: str, parse_mode: str | None, entities: Sequence[JsonObject] | None) -> Formatted:
    """What the bot means by the text it sends: trimmed, with all entities in order."""
    if parse_mode:
        if parse_mode.lower() != "html":
            raise bad_request("unsupported parse_mode")
        text, found = parse_html(text)
    else:
        found = [dict(entity) for entity in entities or ()]
    return detected(*_trimmed(text, found))


def detected(text: str, entities: list[JsonObject]) -> Formatted:
    """With the commands, addresses and names that Telegram marks by itself."""
    found = list(entities)
    for kind, pattern in _FOUND_BY_ITSELF:
        for match in pattern.finditer(text):
            start = units(text[: match.start()])
            length = units(match.group())
            if not _is_taken(found, start, start + length):
                found.append({"type": kind, "offset": start, "length": length})
    return text, sorted(found, key=_place)


def shown(text: str, entities: Sequence[JsonObject]) -> str:
    """Safe HTML for the page, which itself makes the commands in it pressable."""
    ordered = sorted(entities, key=_place)
    return _shown(text, 0, units(text), ordered)


def _shown(text: str, start: int, end: int, entities: Sequence[JsonObject]) -> str:
    pieces: list[str] = []
    at = start
    remaining = list(entities)
    while remaining:
        entity = remaining.pop(0)
        begin, finish = _span(entity)
        if begin < at or finish > end:
            continue
        inside = [other for other in remaining if _span(other)[1] <= finish]
        remaining = [other for other in remaining if _span(other)[0] >= finish]
        before, after = _tags(entity, cut(text, begin, finish - begin))
        pieces += [escape(cut(text, at, begin - at)), before, _shown(text, begin, finish, inside), after]
        at = finish
    return "".join([*pieces, escape(cut(text, at, end - at))])


def _tags(entity: JsonObject, covered: str) -> tuple[str, str]:
    kind = str(entity["type"])
    address = {"text_link": str(entity.get("url")), "url": covered, "email": f"mailto:{covered}"}.get(kind, "")
    if _SAFE_LINK.match(address):
        return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">', "</a>"
    return _SHOWN.get(kind, ("", ""))


def _trimmed(text: str, entities: list[JsonObject]) -> Formatted:
    stripped = text.strip()
    removed = units(text[: len(text) - len(text.lstrip())]) if stripped else 0
    size = units(stripped)
    kept: list[JsonObject] = []
    for entity in entities:
        begin, finish = _span(entity)
        begin, finish = max(begin - removed, 0), min(finish - removed, size)
        if begin < finish:
            kept.append({**entity, "offset": begin, "length": finish - begin})
    return stripped, kept


def _is_taken(entities: list[JsonObject], start: int, end: int) -> bool:
    spans = [_span(entity) for entity in entities if entity["type"] in _NEVER_INSIDE]
    return any(begin < end and start < finish for begin, finish in spans)


def _span(entity: JsonObject) -> tuple[int, int]:
    offset, length = entity["offset"], entity["length"]
    if not isinstance(offset, int) or not isinstance(length, int):
        raise bad_request("can't parse MessageEntity: offset and length must be numbers")
    return offset, offset + length


def _place(entity: JsonObject) -> tuple[int, int]:
    begin, finish = _span(entity)
    return begin, -finish
