"""The poster on the wall of a meeting: scan it, and you are marked as present."""

from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from bot.documents.codes import draw_code
from bot.documents.parts import Heading, words
from bot.documents.stacks import Box, Words, draw_stack, opened
from bot.documents.typefaces import ACCENT, QUIET, TINT
from bot.texts import Translator

_MARGIN = 18 * mm
_WIDTH = A4[0] - 2 * _MARGIN
_CODE = 112 * mm
_CODE_LOW = 90 * mm


def check_in_poster(heading: Heading, *, link: str, code: str, bot: str, t: Translator) -> bytes:
    """An A4 page with the QR code of ``link``, and ``code`` to be written to ``bot`` ("@mam_bot") by hand."""
    out = BytesIO()
    canvas = opened(out, heading, words(t("Scan and confirm that you are here")), A4, t)
    top = A4[1] - 14 * mm
    if heading.logo:
        high, wide = 17 * mm, 70 * mm
        place = (A4[0] - wide) / 2, top - high
        canvas.drawImage(ImageReader(BytesIO(heading.logo)), *place, wide, high, preserveAspectRatio=True, mask="auto")
        top -= high + 3 * mm
    draw_stack(
        canvas,
        Box(_MARGIN, _CODE_LOW + _CODE + 3 * mm, _WIDTH, top - _CODE_LOW - _CODE - 3 * mm),
        [
            Words(heading.title, 18, 12, 18 * mm, is_bold=True, colour=ACCENT),
            Words(" · ".join(words(one) for one in (heading.when, heading.place) if one), 11, 8, 10 * mm, gap=2 * mm),
            Words(t("Scan and confirm that you are here"), 34, 22, 34 * mm, is_bold=True, gap=5 * mm),
        ],
    )
    draw_code(canvas, link, (A4[0] - _CODE) / 2, _CODE_LOW, _CODE)
    canvas.setFillColor(HexColor(TINT))
    canvas.roundRect(_MARGIN, 45 * mm, _WIDTH, 34 * mm, 4 * mm, stroke=0, fill=1)
    hint = t("Point the camera of your phone here and tap the link.")
    draw_stack(canvas, Box(_MARGIN, 80 * mm, _WIDTH, 12 * mm), [Words(hint, 13, 10, 10 * mm)])
    by_hand = [
        Words(t("No camera? Write this code to the bot {bot}:", bot=bot), 13, 9, 8 * mm),
        Words(code, 46, 24, 22 * mm, is_bold=True, gap=1 * mm),
    ]
    draw_stack(canvas, Box(_MARGIN + 4 * mm, 45 * mm, _WIDTH - 8 * mm, 34 * mm), by_hand)
    no_phone = t("No phone? Tell us your name, we will tick you off.")
    draw_stack(canvas, Box(_MARGIN, 33 * mm, _WIDTH, 10 * mm), [Words(no_phone, 13, 10, 9 * mm)])
    funder = [
        Words(heading.project, 9, 7, 5 * mm, is_bold=True, colour=QUIET),
        Words(heading.attribution, 8, 7, 10 * mm, colour=QUIET, gap=1 * mm),
    ]
    draw_stack(canvas, Box(_MARGIN, 12 * mm, _WIDTH, 18 * mm), funder)
    canvas.save()
    return out.getvalue()
