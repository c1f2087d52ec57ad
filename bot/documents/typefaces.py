"""The look of all documents: one typeface, vendored for its Polish and Ukrainian letters, and few colours."""

import re
import unicodedata
from functools import cache
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
    known = embed()
    kept = (
        letter
        for letter in unicodedata.normalize("NFC", words(text))
        if ord(letter) in known or letter == "\n" or letter.isalpha()
    )
    return re.sub(r"[^\S\n\xa0]+", " ", "".join(kept)).strip()


def flowing(text: str) -> str:
    """``plain`` text to be broken into lines: words of one letter hold on to the next."""
    return _LONELY.sub("\\1\u00a0", plain(text))
