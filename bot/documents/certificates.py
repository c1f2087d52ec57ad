"""Certificates of attendance: one A4 page on its side for each person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from babel.numbers import format_decimal
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bot.documents.parts import Heading, words
from bot.documents.stacks import Box, Words, draw_stack, opened
from bot.documents.typefaces import ACCENT, INK, LINE, QUIET
from bot.texts import Translator

PAGE = landscape(A4)
_BORDER = 10 * mm
_INSIDE = PAGE[0] - 60 * mm
_SIGNED = 78 * mm


@dataclass(frozen=True, slots=True)
class Certificate:
    """Who came how often; ``sessions`` and ``hours`` of 0 are not mentioned."""

    name: str
    attended: int = 0
    sessions: int = 0
    hours: float = 0


def certificates(
    heading: Heading,
    people: Sequence[Certificate],
    *,
    t: Translator,
    issued: date,
    town: str = "",
    signed_by: str = "",
) -> bytes:
    """A page for each of ``people``, to be signed by hand. The title of ``heading`` is that of the event or series."""
    out = BytesIO()
    canvas = opened(out, heading, words(t("Certificate of attendance")), PAGE, t)
    for person in people:
        _frame(canvas)
        _logo(canvas, heading.logo)
        head = 34 * mm if heading.logo else 22 * mm
        draw_stack(canvas, Box(30 * mm, 52 * mm, _INSIDE, PAGE[1] - 52 * mm - head), _said(heading, person, t))
        _signing(canvas, heading, t, ", ".join(filter(None, (town, t.date(issued, year=True)))), signed_by)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _said(heading: Heading, person: Certificate, t: Translator) -> list[Words]:
    several = person.sessions > 1
    what = t("We confirm attendance at the meetings:") if several else t("We confirm attendance at:")
    when_and_where = " · ".join(words(part) for part in (heading.when, heading.place) if part)
    return [
        Words(heading.project, 11, 9, 10 * mm, is_bold=True, colour=ACCENT),
        Words(t("Certificate of attendance"), 34, 24, 17 * mm, colour=INK, gap=3 * mm),
        Words(person.name, 34, 16, 28 * mm, is_bold=True, colour=ACCENT, gap=8 * mm),
        Words(what, 12, 10, 8 * mm, colour=QUIET, gap=7 * mm),
        Words(heading.title, 19, 12, 20 * mm, is_bold=True, gap=2 * mm),
        Words(when_and_where, 11, 9, 11 * mm, gap=4 * mm),
        Words(_attendance(person, t), 11, 9, 11 * mm, gap=1.5 * mm),
    ]


def _attendance(person: Certificate, t: Translator) -> str:
    """``Obecność: 4 z 4 spotkań · Liczba godzin: 16``."""
    came = t.n("{attended} of {n} meeting", "{attended} of {n} meetings", person.sessions, attended=person.attended)
    hours = format_decimal(person.hours, locale=t.language)
    facts = [
        words(t("Attendance: {attendance}", attendance=came)) if person.sessions > 1 else "",
        words(t("Hours: {hours}", hours=hours)) if person.hours else "",
    ]
    return " · ".join(filter(None, facts))


def _frame(canvas: Canvas) -> None:
    canvas.setStrokeColor(HexColor(LINE))
    canvas.setLineWidth(0.6)
    canvas.rect(_BORDER, _BORDER, PAGE[0] - 2 * _BORDER, PAGE[1] - 2 * _BORDER)
    canvas.setStrokeColor(HexColor(ACCENT))
    canvas.setLineWidth(2)
    inner = _BORDER + 2 * mm
    canvas.rect(inner, inner, PAGE[0] - 2 * inner, PAGE[1] - 2 * inner)


def _logo(canvas: Canvas, picture: bytes) -> None:
    if picture:
        high, wide = 17 * mm, 70 * mm
        place = (PAGE[0] - wide) / 2, PAGE[1] - _BORDER - 6 * mm - high
        canvas.drawImage(ImageReader(BytesIO(picture)), *place, wide, high, preserveAspectRatio=True, mask="auto")


def _signing(canvas: Canvas, heading: Heading, t: Translator, place_and_date: str, signed_by: str) -> None:
    """Place and date at the left, room for a signature at the right, the funder's line below."""
    line, left, right = 37 * mm, 30 * mm, PAGE[0] - 30 * mm - _SIGNED
    canvas.setStrokeColor(HexColor(INK))
    canvas.setLineWidth(0.6)
    under_signature = ", ".join(words(part) for part in (signed_by, heading.organisation) if part)
    for start, above, label in (
        (left, place_and_date, t("place and date")),
        (right, "", under_signature or t("signature")),
    ):
        canvas.line(start, line, start + _SIGNED, line)
        draw_stack(canvas, Box(start, line + 1 * mm, _SIGNED, 6 * mm), [Words(above, 11, 8, 6 * mm)])
        draw_stack(canvas, Box(start, line - 9.5 * mm, _SIGNED, 9 * mm), [Words(label, 9, 7, 9 * mm, colour=QUIET)])
    funder = [Words(heading.attribution, 8, 7, 9 * mm, colour=QUIET)]
    draw_stack(canvas, Box(24 * mm, 14.5 * mm, PAGE[0] - 48 * mm, 9 * mm), funder)
