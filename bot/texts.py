"""Texts: translate, fill in, escape, count and date, in the reader's language."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import escape, unescape
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bot.domain.localized import LANGUAGES

SOURCE = "en"
"""The language msgids are written in; it needs no catalogue."""


class Html(str):
    """A text that is HTML already, written by a screen and escaped there; it is filled in as it is."""

    __slots__ = ()


PLURAL_ORDER = {
    "pl": ("one", "few", "many", "other"),
    "en": ("one", "other"),
    "uk": ("one", "few", "many", "other"),
}
"""CLDR plural categories in the order of ``msgstr[0]``, ``msgstr[1]``, …"""


def escaped(value: object) -> Html:
    """``value`` as HTML shows it; what is HTML already stays as it is."""
    return value if isinstance(value, Html) else Html(escape(str(value), quote=False))


def bold(value: object) -> Html:
    """``value`` in bold type."""
    return Html(f"<b>{escaped(value)}</b>")


def plain(text: str) -> str:
    """Words without HTML's escapes, for pictures and files; ``text`` has no tags."""
    return unescape(text)


def shorten(text: str, length: int) -> str:
    """At most ``length`` characters of a text."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def join(separator: str, parts: Sequence[str]) -> Html:
    """HTML of all parts that hold something, each already escaped."""
    return Html(separator.join(part for part in parts if part))


@dataclass(frozen=True, slots=True)
class _Catalogue:
    singles: Mapping[str, str]
    plurals: Mapping[str, tuple[str, ...]]


class Translator:
    """The texts of one language, with dates in one time zone. Named ``t`` wherever it is used."""

    def __init__(self, language: str, catalogue: _Catalogue, zone: ZoneInfo) -> None:
        self.language = language
        self.zone = zone
        self._catalogue = catalogue
        self._plural = Locale(language).plural_form
        self._order = PLURAL_ORDER[language]
        self._today: date | None = None

    def __call__(self, message: str, /, **values: object) -> Html:
        """``message`` translated, its ``{placeholders}`` filled with escaped values."""
        return _fill(self._catalogue.singles.get(message, message), values)

    def n(self, one: str, many: str, n: int, /, **values: object) -> Html:
        """The plural form for ``n``, which fills ``{n}``."""
        forms = self._catalogue.plurals.get(one, (one, many))
        text = forms[min(self._order.index(self._plural(n)), len(forms) - 1)]
        return _fill(text, {"n": n, **values})

    def local(self, moment: datetime) -> datetime:
        """An aware moment as wall-clock time of the organisation."""
        return moment.astimezone(self.zone)

    def on(self, moment: datetime) -> "Translator":
        """The same for somebody who reads it now: days of another year are said with it everywhere."""
        read_now = copy(self)
        read_now._today = self.local(moment).date()
        return read_now

    def day(self, moment: datetime | date, today: date | None = None, *, year: bool = False) -> str:
        """``wtorek, 8 grudnia``; with the year when it is asked for or not the year of ``today``."""
        day = self.local(moment).date() if isinstance(moment, datetime) else moment
        today = today or self._today
        pattern = "EEEE, d MMMM y" if year or (today and day.year != today.year) else "EEEE, d MMMM"
        return format_date(day, pattern, locale=self.language)

    def date(self, moment: datetime | date, *, year: bool = False) -> str:
        """``8 grudnia`` or ``8 grudnia 2026``."""
        day = self.local(moment).date() if isinstance(moment, datetime) else moment
        return format_date(day, "d MMMM y" if year else "d MMMM", locale=self.language)

    def clock(self, moment: datetime) -> str:
        """``17:00``, ``8:00``."""
        local = self.local(moment)
        return f"{local.hour}:{local.minute:02}"

    def near(self, moment: datetime, now: datetime) -> str:
        """``dziś``, ``jutro`` or an empty text, seen from ``now``."""
        days = (self.local(moment).date() - self.local(now).date()) / timedelta(days=1)
        return {0: self("today"), 1: self("tomorrow")}.get(int(days), "") if days in (0, 1) else ""


def _fill(text: str, values: Mapping[str, object]) -> Html:
    return Html(text.format_map({key: escaped(value) for key, value in values.items()}))


class Texts:
    """All catalogues, read at start from ``<folder>/<language>/LC_MESSAGES/mam.po``."""

    def __init__(self, folder: Path, zone: ZoneInfo) -> None:
        self._translators = {language: Translator(language, _read(folder, language), zone) for language in LANGUAGES}

    def in_(self, language: str) -> Translator:
        """The translator for ``language``, Polish for one the bot does not speak."""
        return self._translators.get(language, self._translators[LANGUAGES[0]])


def catalogue(path: Path, language: str) -> Catalog:
    """The catalogue as Babel reads it. Raises OSError when the file is missing."""
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _read(folder: Path, language: str) -> _Catalogue:
    if language == SOURCE:
        return _Catalogue({}, {})
    singles: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for message in catalogue(folder / language / "LC_MESSAGES" / "mam.po", language):
        match message.id, message.string:
            case (str(one), _), (str(), *_) as forms if all(forms):
                plurals[one] = tuple(str(form) for form in forms)
            case str(one), str(text) if one and text:
                singles[one] = text
            case _:
                pass
    return _Catalogue(singles, plurals)
