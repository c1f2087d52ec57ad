"""PDF pages: a letterhead, a running head, and a foot with the funder's line and "strona 1 z 3"."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from html import escape
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, Image, PageTemplate, Paragraph, Spacer, Table

from bot.documents.parts import Heading, freshness, words
from bot.documents.typefaces import ACCENT, BOLD, INK, LINE, QUIET, REGULAR, embed, flowing, in_points, plain, wrapped
from bot.texts import Translator

Size = tuple[float, float]
"""Width and height of a page in points."""

MARGIN = 16 * mm
_LOGO: Size = (46 * mm, 17 * mm)
_HEAD = 11 * mm
_SMALL = 7.5
_MOST_FOOT_LINES = 6


@cache
def style(
    size: float, *, bold: bool = False, colour: str = INK, after: float = 0, align: int = TA_LEFT
) -> ParagraphStyle:
    """How a paragraph looks: letters of ``size`` points, ``after`` points of air below."""
    embed()
    return ParagraphStyle(
        "own",
        fontName=BOLD if bold else REGULAR,
        fontSize=size,
        leading=size * 1.32,
        textColor=HexColor(colour),
        spaceAfter=after,
        alignment=align,
        splitLongWords=True,
    )


def said(text: str, look: ParagraphStyle, width: float, label: str = "") -> Flowable:
    """A paragraph of ``text`` as it is, after a bold ``label``, in lines of at most ``width``.

    The lines are broken here: the library takes minutes for a word of some thousand letters.
    """
    start = f"{plain(label)}:" if label else ""
    lines = wrapped(flowing(f"{start} {words(text)}"), width - 1, look.fontSize, in_points(look.fontName))
    marked = "<br/>".join(map(escape, lines))
    bold = escape(start)
    return Paragraph(f"<b>{bold}</b>{marked.removeprefix(bold)}" if label else marked, look)


def typeset(
    heading: Heading,
    kind: str,
    body: Callable[[float], Sequence[Flowable]],
    *,
    t: Translator,
    size: Size = A4,
) -> bytes:
    """A document of ``kind`` ("Lista obecności"); ``body`` gives what fits the width it is told.

    It is made twice, since the foot of the first page tells how many there are.
    """
    content, pages = b"", 0
    for _ in range(2):
        out = BytesIO()
        document = BaseDocTemplate(
            out,
            pagesize=size,
            title=" – ".join(filter(None, (plain(kind), plain(heading.title)))),
            author=plain(heading.organisation),
            subject=plain(heading.project),
            creator="mam-bot",
            lang=t.language,
        )
        document.addPageTemplates(_templates(heading, kind, t, size, pages))
        width = size[0] - 2 * MARGIN
        document.build([*_letterhead(heading, kind, t, width), *body(width)])
        content, pages = out.getvalue(), document.page
    return content


def _templates(heading: Heading, kind: str, t: Translator, size: Size, pages: int) -> list[PageTemplate]:
    """The first page, and all others with a line at the top that tells what they belong to."""
    low = MARGIN + len(_foot_lines(heading, t, size)) * _SMALL * 1.3 + 4 * mm
    foot = partial(_draw_foot, heading, t, size, pages)

    def later(canvas: Canvas, document: BaseDocTemplate) -> None:
        _draw_head(heading, kind, size, canvas)
        foot(canvas, document)

    def frame(head: float) -> Frame:
        width, height = size[0] - 2 * MARGIN, size[1] - MARGIN - low - head
        return Frame(MARGIN, low, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)

    return [
        PageTemplate("first", [frame(0)], onPage=foot, autoNextPageTemplate="later"),
        PageTemplate("later", [frame(_HEAD)], onPage=later),
    ]


def _letterhead(heading: Heading, kind: str, t: Translator, width: float) -> list[Flowable]:
    """Project, kind, title and facts at the left, the logo at the right."""
    text = width - _LOGO[0] - 6 * mm if heading.logo else width
    facts = [(t("Date"), heading.when), (t("Place"), heading.place), (t("Organiser"), heading.organisation)]
    lines = [
        *([said(heading.project, style(9, bold=True, colour=ACCENT, after=5), text)] if heading.project else []),
        *([said(kind, style(12, colour=QUIET, after=1), text)] if kind else []),
        said(heading.title, style(17, bold=True, after=5), text),
        *(said(fact, style(9.5), text, words(label)) for label, fact in facts if fact),
    ]
    if not heading.logo:
        return [*lines, Spacer(0, 6 * mm)]
    head = Table([[lines, logo(heading.logo)]], colWidths=[text, width - text], splitInRow=1)
    head.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("ALIGN", (1, 0), (1, 0), "RIGHT"), *bare()])
    return [head, Spacer(0, 6 * mm)]


def bare() -> list[tuple[object, ...]]:
    """The table commands of a table without air around its cells."""
    sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    return [(side, (0, 0), (-1, -1), 0) for side in sides]


def logo(picture: bytes, within: Size = _LOGO) -> Flowable:
    """``picture`` as large as fits, its proportions kept."""
    wide, high = ImageReader(BytesIO(picture)).getSize()
    scale = min(within[0] / wide, within[1] / high)
    return Image(BytesIO(picture), wide * scale, high * scale)


def _foot_lines(heading: Heading, t: Translator, size: Size) -> list[str]:
    """The funder's line beside the age of the data, which is longer in some languages than in others."""
    aside = max(34 * mm, in_points(REGULAR)(freshness(heading, t), _SMALL) + 6 * mm)
    width = size[0] - 2 * MARGIN - aside
    return wrapped(flowing(heading.attribution), width, _SMALL, in_points(REGULAR))[:_MOST_FOOT_LINES]


def _draw_foot(
    heading: Heading, t: Translator, size: Size, pages: int, canvas: Canvas, document: BaseDocTemplate
) -> None:
    """The funder's line at the left; the page and the age of the data at the right."""
    lines, right = _foot_lines(heading, t, size), size[0] - MARGIN
    leading = _SMALL * 1.3
    top = MARGIN + (len(lines) - 1) * leading
    _rule(canvas, size, top + 3.4 * mm)
    canvas.setFont(REGULAR, _SMALL)
    canvas.setFillColor(HexColor(QUIET))
    for number, line in enumerate(lines):
        canvas.drawString(MARGIN, top - number * leading, line)
    canvas.drawRightString(right, top, words(t("page {page} of {pages}", page=document.page, pages=pages)))
    canvas.drawRightString(right, top - leading, freshness(heading, t))


def _draw_head(heading: Heading, kind: str, size: Size, canvas: Canvas) -> None:
    line = " · ".join(plain(part) for part in (kind, heading.title, heading.when) if part)
    width = size[0] - 2 * MARGIN
    shown = wrapped(line, width - 4 * mm, _SMALL + 0.5, in_points(REGULAR))
    canvas.setFont(REGULAR, _SMALL + 0.5)
    canvas.setFillColor(HexColor(QUIET))
    canvas.drawString(MARGIN, size[1] - MARGIN - 3 * mm, shown[0] + (" …" if len(shown) > 1 else ""))
    _rule(canvas, size, size[1] - MARGIN - 5 * mm)


def _rule(canvas: Canvas, size: Size, height: float) -> None:
    canvas.setStrokeColor(HexColor(LINE))
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN, height, size[0] - MARGIN, height)
