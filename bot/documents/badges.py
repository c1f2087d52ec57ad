"""Name badges: ten on an A4 page, 90 × 55 mm as badge holders are, with lines to cut along."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from bot.documents.parts import Heading, words
from bot.documents.stacks import Box, Words, draw_stack, opened
from bot.documents.typefaces import ACCENT, LINE, QUIET
from bot.texts import Translator


@dataclass(frozen=True, slots=True)
class Badge:
    """Who wears it; an empty name leaves room to write one."""

    name: str
    organisation: str = ""


COLUMNS, ROWS = 2, 5
WIDE, HIGH = 90 * mm, 55 * mm
_LEFT = (A4[0] - COLUMNS * WIDE) / 2
_LOW = (A4[1] - ROWS * HIGH) / 2
_AIR = 4 * mm


def badges(heading: Heading, people: Sequence[Badge], *, t: Translator) -> bytes:
    """Badges in the order given; those left over on the last page stay empty for people who just come."""
    out = BytesIO()
    canvas = opened(out, heading, words(t("Name badges")), A4, t)
    each = COLUMNS * ROWS
    pages = [people[start : start + each] for start in range(0, len(people), each)] or [[]]
    for page in pages:
        _cutting_lines(canvas)
        for place, person in enumerate([*page, *[Badge("")] * (each - len(page))]):
            row, column = divmod(place, COLUMNS)
            low = _LOW + (ROWS - 1 - row) * HIGH
            _draw(canvas, Box(_LEFT + column * WIDE, low, WIDE, HIGH), heading, person)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, box: Box, heading: Heading, person: Badge) -> None:
    left, width = box.left + _AIR, box.width - 2 * _AIR
    above = Box(left, box.low + 42 * mm, width, 10 * mm)
    middle = Box(left, box.low + 12 * mm, width, 29 * mm)
    below = Box(left, box.low + 2.5 * mm, width, 8 * mm)
    draw_stack(canvas, above, [Words(heading.title, 9, 7, 9 * mm, is_bold=True, colour=ACCENT)])
    draw_stack(
        canvas,
        middle,
        [
            Words(person.name, 28, 11, 20 * mm if person.organisation else 28 * mm, is_bold=True),
            Words(person.organisation, 11, 7, 8.5 * mm, colour=QUIET, gap=1 * mm),
        ],
    )
    draw_stack(canvas, below, [Words(heading.attribution or heading.organisation, 6, 5, 8 * mm, colour=QUIET)])
    canvas.setStrokeColor(HexColor(ACCENT))
    canvas.setLineWidth(0.8)
    canvas.line(box.left + 32 * mm, box.low + 41.5 * mm, box.left + box.width - 32 * mm, box.low + 41.5 * mm)


def _cutting_lines(canvas: Canvas) -> None:
    canvas.setStrokeColor(HexColor(LINE))
    canvas.setLineWidth(0.4)
    canvas.setDash(2, 2)
    for column in range(COLUMNS + 1):
        canvas.line(_LEFT + column * WIDE, _LOW, _LEFT + column * WIDE, _LOW + ROWS * HIGH)
    for row in range(ROWS + 1):
        canvas.line(_LEFT, _LOW + row * HIGH, _LEFT + COLUMNS * WIDE, _LOW + row * HIGH)
    canvas.setDash()
