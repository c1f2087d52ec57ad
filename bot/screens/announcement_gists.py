"""What an announcement says, cut to a line."""

from collections.abc import Callable

from bot.domain.announcements import Announcement
from bot.services.composing import plain
from bot.texts import Html, Translator, shorten
from bot.texts import plain as unescaped

BRIEF, WHOLE = 40, 120
"""Characters of it on a button, and in a list."""


def gist(one: Announcement, t: Translator, length: int) -> str:
    """What it says and what goes with that, in at most so many characters."""
    _, piece = one.piece(t.language)
    words = " ".join(plain(piece.text).split())
    kind = unescaped(kind_words(piece.kind, t)) if piece.kind else ""
    if not words and not kind:
        return str(t("without words"))
    return shorten(": ".join(part for part in (kind, words) if part), length)


def kind_words(kind: str, t: Translator) -> Html:
    """What goes with the words."""
    return _KINDS[kind](t)


_KINDS: dict[str, Callable[[Translator], Html]] = {
    "photo": lambda t: t("photo"),
    "album": lambda t: t("album"),
    "document": lambda t: t("file"),
    "video": lambda t: t("film"),
    "animation": lambda t: t("animation"),
    "audio": lambda t: t("sound"),
    "voice": lambda t: t("recording"),
    "location": lambda t: t("place"),
    "venue": lambda t: t("place"),
    "poll": lambda t: t("poll"),
}
