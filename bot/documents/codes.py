"""QR codes: the squares of a link, and the same drawn on a PDF page or a picture."""

import segno
from PIL import Image, ImageDraw
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from bot.documents.typefaces import PAPER

QUIET_ZONE = 4
"""Light squares around a code, without which cameras miss it (ISO/IEC 18004)."""
DARK = "#000000"


def squares(link: str) -> list[list[bool]]:
    """Rows of dark and light squares with the quiet zone; a quarter of them may be damaged or dirty."""
    code = segno.make(link, error="q", micro=False)
    return [[value == 1 for value in row] for row in code.matrix_iter(border=QUIET_ZONE)]


def draw_code(canvas: Canvas, link: str, left: float, low: float, side: float) -> None:
    """Draw the code as one shape, sharp at any size, on its own white ground."""
    rows = squares(link)
    unit = side / len(rows)
    canvas.setFillColor(HexColor(PAPER))
    canvas.rect(left, low, side, side, stroke=0, fill=1)
    path = canvas.beginPath()
    for number, row in enumerate(rows, start=1):
        for place, is_dark in enumerate(row):
            if is_dark:
                path.rect(left + place * unit, low + side - number * unit, unit, unit)
    canvas.setFillColor(HexColor(DARK))
    canvas.drawPath(path, stroke=0, fill=1)


def code_picture(link: str, most: int) -> Image.Image:
    """The code of whole pixels for each square, at most ``most`` pixels wide."""
    rows = squares(link)
    unit = max(1, most // len(rows))
    picture = Image.new("RGB", (len(rows) * unit, len(rows) * unit), PAPER)
    draw = ImageDraw.Draw(picture)
    for number, row in enumerate(rows):
        for place, is_dark in enumerate(row):
            if is_dark:
                corner = (place * unit, number * unit)
                draw.rectangle((*corner, corner[0] + unit - 1, corner[1] + unit - 1), fill=DARK)
    return picture
