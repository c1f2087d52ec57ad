"""Words stacked and centred in a box, each line as large as fits: badges, certificates and posters are made of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from bot.documents.pages import Size
from bot.documents.parts import Heading
from bot.documents.typefaces import BOLD, INK, LEADING, REGULAR, fitted, flowing, in_points, plain
from bot.texts import Translator


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page in points, from the lower left corner."""

    left: float
    low: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Words:
    """A text of at most ``size`` and at least ``least`` points within ``height``, ``gap`` below what stands above."""

    text: str
    size: int
    least: int
    height: float
    is_bold: bool = False
    colour: str = INK
    gap: float = 0


@dataclass(frozen=True, slots=True)
class _Set:
    """Words with their size and lines decided."""

    size: int
    lines: list[str]
    words: Words

    @property
    def height(self) -> float:
        return self.words.gap + len(self.lines) * self.size * LEADING


def opened(out: BytesIO, heading: Heading, kind: str, size: Size, t: Translator) -> Canvas:
    """Empty pages of ``size`` that know their title, author and language."""
    canvas = Canvas(out, pagesize=size, lang=t.language)
    canvas.setTitle(f"{plain(kind)} – {plain(heading.title)}")
    canvas.setAuthor(plain(heading.organisation))
    canvas.setSubject(plain(heading.project))
    canvas.setCreator("mam-bot")
    return canvas


def draw_stack(canvas: Canvas, box: Box, stack: Sequence[Words]) -> None:
    """Draw what has a text, all of it in the middle of ``box``."""
    ready = [_decided(words, box.width) for words in stack if words.text]
    top = box.low + (box.height + sum(one.height for one in ready)) / 2
    for one in ready:
        canvas.setFont(_font(one.words), one.size)
        canvas.setFillColor(HexColor(one.words.colour))
        top -= one.words.gap
        for line in one.lines:
            top -= one.size * LEADING
            canvas.drawCentredString(box.left + box.width / 2, top + one.size * (LEADING - 0.94), line)


def _font(words: Words) -> str:
    return BOLD if words.is_bold else REGULAR


def _decided(words: Words, width: float) -> _Set:
    measure = in_points(_font(words))
    size, lines = fitted(flowing(words.text), width, words.height, words.size, words.least, measure)
    return _Set(size, lines, words)
