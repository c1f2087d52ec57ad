"""Counting text the way Telegram does: in UTF-16 code units."""


def units(text: str) -> int:
    """How long the text is for Telegram; an emoji counts as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """The part of the text that an entity covers."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return encoded[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")
