"""The look of all documents: one typeface, vendored for its Polish and Ukrainian letters, and few colours."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from PIL import ImageFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from bot.documents.parts import words

REGULAR = "DejaVuSans"
BOLD = "DejaVuSans-Bold"

INK, QUIET, LINE, TINT, PAPER = "#1B1F24", "#56606B", "#C3CCD2", "#E6F0F1", "#FFFFFF"
ACCENT = "#0B5C6B"
"""On white and on the tint all but the line are readable (contrast above 4.5)."""

_FOLDER = Path(__file__).parent / "fonts"
_LONELY = re.compile(r"(?<![^\s(„“\"\xa0])([aiouwzAIOUWZіїйоузвяєІЇЙОУЗВЯЄ]) (?=\S)")
"""A word of one letter does not end a line, in Polish and in Ukrainian."""

_BREAK = re.compile(r"(?<=[ \-/@])")
LEADING = 1.22
"""From line to line, in sizes of the letters."""
_NARROW = 0.2
"""No text is narrower than this for each letter, in sizes."""


@cache
def embed() -> frozenset[int]:
    """Make both weights known to the PDF library; returns the code points they can show."""
    shown: list[frozenset[int]] = []
    for name in (REGULAR, BOLD):
        font = TTFont(name, str(_FOLDER / f"{name}.ttf"))
        pdfmetrics.registerFont(font)
        shown.append(frozenset(font.face.charToGlyph))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    return frozenset.intersection(*shown)


@cache
def sized(name: str, pixels: int) -> ImageFont.FreeTypeFont:
    """The typeface for pictures."""
    return ImageFont.truetype(_FOLDER / f"{name}.ttf", pixels)


def plain(text: str) -> str:
    """``text`` as paper shows it: no HTML escapes, accents joined to their letters, no emoji.

    A letter of a script the typeface lacks stays, as an empty box: a name must not shrink unnoticed.
    """
    letters = unicodedata.normalize("NFC", words(text))
    lines = "".join(filter(_is_shown, letters)).splitlines()
    return "\n".join(re.sub(r"[^\S\xa0]+", " ", line).strip() for line in lines).strip()


def _is_shown(letter: str) -> bool:
    is_drawn = ord(letter) in embed() and unicodedata.category(letter) != "Cf"
    return is_drawn or letter.isspace() or letter.isalpha()


def flowing(text: str) -> str:
    """``plain`` text to be broken into lines: words of one letter hold on to the next."""
    return _LONELY.sub("\\1\u00a0", plain(text))


Measure = Callable[[str, float], float]
"""How wide a text is in letters of a size."""


@cache
def in_points(font: str) -> Measure:
    """How wide a text is on paper."""
    embed()
    return partial(_points, font)


def _points(font: str, text: str, size: float) -> float:
    width: float = pdfmetrics.stringWidth(text, font, size)
    return width


@cache
def in_pixels(font: str) -> Measure:
    """How wide a text is on a picture."""
    return partial(_pixels, font)


def _pixels(font: str, text: str, size: float) -> float:
    return sized(font, round(size)).getlength(text)


def wrapped(text: str, width: float, size: float, measure: Measure) -> list[str]:
    """``text`` in lines of at most ``width``, broken after spaces and hyphens, and in a word only when it must be."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _fitting_pieces(paragraph, width, size, measure):
            if line and measure((line + piece).rstrip(), size) > width:
                lines.append(line.rstrip())
                line = ""
            line += piece
        lines.append(line.rstrip())
    return lines


def fitted(
    text: str, width: float, height: float, largest: int, smallest: int, measure: Measure
) -> tuple[int, list[str]]:
    """The largest size whose lines fit without breaking a word, and the lines; cut with "…" below ``smallest``."""
    words_alone = _BREAK.split(text)
    for size in range(largest, smallest - 1, -1):
        if len(text) * _NARROW * size * size > width * height:
            continue
        lines = wrapped(text, width, size, measure)
        is_whole = all(measure(word.rstrip(), size) <= width for word in words_alone)
        if is_whole and len(lines) * size * LEADING <= height:
            return size, _balanced(text, lines, width, size, measure)
    lines = wrapped(text, width, smallest, measure)
    room = max(1, int(height / (smallest * LEADING)))
    return smallest, lines if len(lines) <= room else [*lines[: room - 1], lines[room - 1].rstrip(" ,.-") + "…"]


def _balanced(text: str, lines: list[str], width: float, size: float, measure: Measure) -> list[str]:
    """As many lines as before, about equally long: the narrowest that are not more."""
    best, narrower = lines, width
    while narrower > width / len(lines) * 0.6:
        narrower *= 0.96
        tried = wrapped(text, narrower, size, measure)
        if len(tried) > len(lines) or any(measure(line, size) > narrower for line in tried):
            break
        best = tried
    return best


def _fitting_pieces(text: str, width: float, size: float, measure: Measure) -> Iterator[str]:
    """What may stand alone on a line; a word wider than a line is cut where the line ends."""
    most = max(2, int(width / size * 5))  # letters of the narrowest kind, so that a word without an end costs little
    for piece in _BREAK.split(text):
        rest = piece
        while len(rest) > 1 and (len(rest) > most or measure(rest.rstrip(), size) > width):
            end = bisect_right(range(1, min(len(rest), most)), width, key=partial(_prefix, rest, size, measure))
            yield rest[: max(1, end)]
            rest = rest[max(1, end) :]
        yield rest


def _prefix(text: str, size: float, measure: Measure, letters: int) -> float:
    return measure(text[:letters], size)
