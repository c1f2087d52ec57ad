"""What the bot says, collected from the code, and the catalogues brought up to date: ``make texts``."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "locales" / "mam.pot"
TRANSLATIONS = ("pl", "uk")
"""English is what the code says."""

_PLACES = ("bot/texts.py", "bot/screens", "bot/documents", "bot/chat", "bot/delivery", "handlers")
_KEYWORDS = {"t": None, "self": None, "n": (1, 2)}
"""``t("…")``, inside the translator ``self("…")``, and ``t.n("one", "many", n)``."""
_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
"""Dates would make every run a change."""


def extracted() -> Catalog:
    """Everything the code says, in the order of files and lines, without line numbers."""
    found = _catalogue()
    for path in _files():
        place = path.relative_to(ROOT).as_posix()
        for _, message, comments, _ in extract_from_file("python", path, _KEYWORDS, ("Translators:",)):
            found.add(message, None, [(place, 0)], auto_comments=comments)
    return found


def path_of(language: str) -> Path:
    """The catalogue of a language."""
    return ROOT / "locales" / language / "LC_MESSAGES" / "mam.po"


def present(language: str) -> Catalog:
    """The catalogue as it is, empty if there is none."""
    if not path_of(language).exists():
        return _catalogue(language)
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def messages(catalogue: Catalog) -> Iterator[Message]:
    """All messages but the header."""
    return (message for message in catalogue if message.id)


def updated(language: str) -> Catalog:
    """The translations there are, for exactly the texts of the code."""
    old, new = present(language), _catalogue(language)
    for message in messages(extracted()):
        known = old.get(message.id)
        same = known is not None and isinstance(known.id, tuple) == isinstance(message.id, tuple)
        new.add(
            message.id,
            known.string if known and same else None,
            message.locations,
            auto_comments=message.auto_comments,
            user_comments=known.user_comments if known else (),
        )
    return new


def _files() -> list[Path]:
    places = [ROOT / place for place in _PLACES]
    return sorted(file for place in places for file in ([place] if place.is_file() else place.rglob("*.py")))


def _catalogue(language: str | None = None) -> Catalog:
    return Catalog(
        locale=language,
        project="mam-bot",
        version="1",
        copyright_holder="mam-bot contributors",
        msgid_bugs_address="",
        last_translator="mam-bot contributors",
        language_team=language or "",
        creation_date=_WRITTEN,
        revision_date=_WRITTEN,
        fuzzy=False,
        header_comment="# What mam-bot says. The texts are collected by `make texts`, the translations are people's.",
    )


def _write(catalogue: Catalog, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, include_lineno=False, ignore_obsolete=True)


def main() -> None:
    """Write the template and both catalogues, and say what is missing."""
    _write(extracted(), TEMPLATE)
    for language in TRANSLATIONS:
        catalogue = updated(language)
        _write(catalogue, path_of(language))
        missing = sum(not all(strings(message)) for message in messages(catalogue))
        print(f"{path_of(language).relative_to(ROOT)}: {len(catalogue)} texts, {missing} not translated")  # noqa: T201


def strings(message: Message) -> list[str]:
    """The translation, or each of its plural forms; empty where there is none."""
    return [str(text) for text in message.string] if isinstance(message.string, tuple) else [str(message.string or "")]


if __name__ == "__main__":
    main()
