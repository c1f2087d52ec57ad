"""Text in several languages, with Polish always present."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

LANGUAGES = ("pl", "en", "uk")
"""The languages the bot is complete in; the first is the fallback."""


@dataclass(frozen=True, slots=True)
class Localized:
    """The same text per language code; ``pl`` is required."""

    texts: Mapping[str, str]

    def __post_init__(self) -> None:
        if not self.texts.get("pl", "").strip():
            raise ValueError("the Polish text is missing")
        object.__setattr__(self, "texts", MappingProxyType(dict(self.texts)))

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.texts.items())))

    def in_(self, language: str) -> str:
        """The text in ``language``, else in Polish."""
        return self.texts.get(language) or self.texts["pl"]


def polish(text: str) -> Localized:
    """A text that exists in Polish only, such as a name typed by a person."""
    return Localized({"pl": text})


def supported(language: str | None, otherwise: str = LANGUAGES[0]) -> str:
    """The bot's language for a Telegram ``language_code`` such as ``en-GB``, ``otherwise`` when it speaks none."""
    code = (language or "").lower().split("-")[0]
    if code == "ru":  # people in Poland whose phone speaks Russian read Ukrainian more often than Polish
        return "uk"
    return code if code in LANGUAGES else otherwise
