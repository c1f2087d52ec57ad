"""Telegram's HTML: read with Telegram's own complaints, in UTF-16 offsets."""

import re
from dataclasses import dataclass, field

from bot.sandbox.utf16 import units
from bot.sandbox.wire import JsonObject, bad_request

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
_BARE_ATTRIBUTE = "expandable"
_ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']*")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_SPACE = re.compile(r"\s*")
_LINK = re.compile(r"(https?|tg|ton|mailto|tel):\S+$|[\w-]+(\.[\w-]+)+(/\S*)?$", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """A start tag that waits for its end tag."""

    tag: str
    attributes: dict[str, str]
    offset: int
    position: int


@dataclass(slots=True)
class _Reader:
    source: str
    at: int = 0
    text: str = ""
    offset: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[JsonObject] = field(default_factory=list)

    def read(self) -> None:
        while self.at < len(self.source):
            if self.source.startswith("</", self.at):
                self._end_tag()
            elif self.source[self.at] == "<":
                self._start_tag()
            else:
                self._character()
        if self.open:
            raise _complaint(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')

    def _character(self) -> None:
        character, self.at = _decode(self.source, self.at)
        self.text += character
        self.offset += units(character)

    def _start_tag(self) -> None:
        begin = self.at
        tag = self._until_space_or_end(begin + 1)
        if self.at >= len(self.source):
            raise _complaint(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        tag = tag.lower()
        if tag not in TAGS:
            raise _complaint(f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}')
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _complaint(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}')
        self.open.append(_Open(tag, attributes, self.offset, len(self.text)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._skip(_SPACE)
            if self.source.startswith(">", self.at):
                self.at += 1
                return attributes
            name = self._skip(_ATTRIBUTE_NAME).lower()
            if not name:
                raise self._wrong_tag("Empty attribute name in the tag", tag, begin)
            attributes[name] = self._attribute_value(name, tag, begin)
            if self.at >= len(self.source):
                raise _complaint(f"Unclosed start tag at byte offset {self._bytes(begin)}")

    def _attribute_value(self, name: str, tag: str, begin: int) -> str:
        self._skip(_SPACE)
        if not self.source.startswith("=", self.at):
            if name == _BARE_ATTRIBUTE:
                return ""
            raise self._wrong_tag("Expected equal sign in declaration of an attribute of the tag", tag, begin)
        self.at += 1
        self._skip(_SPACE)
        if self.source[self.at : self.at + 1] in ("'", '"'):
            return self._quoted()
        start = self.at
        token = self._skip(_NAME_TOKEN).lower()
        if self.at < len(self.source) and self.source[self.at] != ">" and not self.source[self.at].isspace():
            raise _complaint(f"Unexpected end of name token at byte offset {self._bytes(start)}")
        return token

    def _quoted(self) -> str:
        quote = self.source[self.at]
        self.at += 1
        value = ""
        while self.at < len(self.source) and self.source[self.at] != quote:
            character, self.at = _decode(self.source, self.at)
            value += character
        self.at += 1
        return value

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _complaint(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        tag = self._until_space_or_end(begin + 2).lower()
        self._skip(_SPACE)
        if not self.source.startswith(">", self.at):
            raise _complaint(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        self.at += 1
        expected = self.open[-1].tag
        if tag and tag != expected:
            where = f"Unmatched end tag at byte offset {self._bytes(begin)}"
            raise _complaint(f'{where}, expected "</{expected}>", found "</{tag}>"')
        self._close(self.open.pop())

    def _close(self, opened: _Open) -> None:
        length = self.offset - opened.offset
        details = _details(opened, self.text[opened.position :])
        if length == 0 or details is None:
            return
        entity: JsonObject = {"offset": opened.offset, "length": length, **details}
        last = self.entities[-1] if self.entities else {}
        if opened.tag == "pre" and last.get("type") == "code" and _same_place(last, entity):
            self.entities.pop()
            entity |= {"language": last["language"]} if "language" in last else {}
        self.entities.append(entity)

    def _until_space_or_end(self, start: int) -> str:
        found = re.compile(r"[^\s>]*").match(self.source, start)
        self.at = found.end() if found else start
        return self.source[start : self.at]

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.source, self.at)
        start, self.at = self.at, found.end() if found else self.at
        return self.source[start : self.at]

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())

    def _wrong_tag(self, what: str, tag: str, begin: int) -> Exception:
        return _complaint(f'{what} "{tag}" at byte offset {self._bytes(begin)}')


def parse_html(source: str) -> tuple[str, list[JsonObject]]:
    """The text without tags, and its entities; raises ApiError with Telegram's words."""
    reader = _Reader(source)
    reader.read()
    for entity in reader.entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return reader.text, reader.entities


def _complaint(what: str) -> Exception:
    return bad_request(f"can't parse entities: {what}")


def _decode(source: str, at: int) -> tuple[str, int]:
    found = _REFERENCE.match(source, at)
    if found is None:
        return source[at], at + 1
    hexadecimal, decimal, name = found.groups()
    if name:
        return _CHARACTERS[name], found.end()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return source[at], at + 1
    return chr(code), found.end()


def _details(opened: _Open, text: str) -> JsonObject | None:
    kind = TAGS[opened.tag]
    match opened.tag:
        case "a":
            return _link(opened.attributes.get("href") or text)
        case "code" if opened.attributes.get("class", "").startswith("language-"):
            return {"type": kind, "language": opened.attributes["class"].removeprefix("language-")}
        case "blockquote" if "expandable" in opened.attributes:
            return {"type": "expandable_blockquote"}
        case "tg-emoji":
            return {"type": kind, "custom_emoji_id": opened.attributes.get("emoji-id", "")}
        case _:
            return {"type": kind}


def _link(address: str) -> JsonObject | None:
    if _LINK.match(address) is None:
        return None
    return {"type": "text_link", "url": address if ":" in address else f"http://{address}/"}


def _same_place(one: JsonObject, other: JsonObject) -> bool:
    return one["offset"] == other["offset"] and one["length"] == other["length"]
