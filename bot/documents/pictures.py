"""Pictures for the chat: 1080 pixels wide, words that a phone shows large enough, written from the top downwards."""

from io import BytesIO

from PIL import Image, ImageDraw

from bot.documents.typefaces import BOLD, INK, LEADING, PAPER, REGULAR, fitted, flowing, in_pixels, plain, sized

WIDTH = 1080
MARGIN = 64
SMALLEST = 30
"""Letters of a third of this, in points, are what a phone shows."""

Spot = tuple[int, int]
"""From the upper left corner to the right and down, in pixels."""


class Sheet:
    """A picture under way. ``low`` is how far down it is filled; what stays empty below is cut off in the end."""

    def __init__(self, height: int, ground: str = PAPER) -> None:
        self.image = Image.new("RGB", (WIDTH, height), ground)
        self.draw = ImageDraw.Draw(self.image)
        self.low = 0

    def paragraph(
        self,
        text: str,
        size: int,
        *,
        bold: bool = False,
        colour: str = INK,
        least: int = 0,
        lines: int = 4,
        centred: bool = False,
    ) -> None:
        """Write ``text`` in at most ``lines`` lines, smaller when it is long, and go below it."""
        if not text:
            return
        font = BOLD if bold else REGULAR
        room = lines * size * LEADING
        found, parts = fitted(flowing(text), WIDTH - 2 * MARGIN, room, size, least or size, in_pixels(font))
        left = WIDTH // 2 if centred else MARGIN
        for part in parts:
            self.draw.text((left, self.low), part, colour, sized(font, found), anchor="ma" if centred else "la")
            self.low += round(found * LEADING)

    def word(
        self, spot: Spot, text: str, size: int, *, bold: bool = False, colour: str = INK, anchor: str = "la"
    ) -> None:
        """Write a few words at a place, without a change of ``low``."""
        self.draw.text(spot, plain(text), colour, sized(BOLD if bold else REGULAR, size), anchor=anchor)

    def png(self) -> bytes:
        """The picture as a file, no longer than it is filled."""
        out = BytesIO()
        self.image.crop((0, 0, WIDTH, self.low)).save(out, "PNG", optimize=True)
        return out.getvalue()
