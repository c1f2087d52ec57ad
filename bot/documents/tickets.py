"""The ticket: a picture with the code that is read at the door. Nothing in it names a person."""

from dataclasses import dataclass

from bot.documents.codes import code_picture
from bot.documents.parts import words
from bot.documents.pictures import MARGIN, WIDTH, Sheet
from bot.documents.typefaces import ACCENT, BOLD, LEADING, LINE, PAPER, QUIET, fitted, flowing, in_pixels
from bot.texts import Translator

_GROUND = "#F3F6F7"
"""Not quite white, so that the ticket is a ticket in a light chat too."""
_CODE = 620
_NOTCH = 26


@dataclass(frozen=True, slots=True)
class Ticket:
    """What stands on a ticket: ``day`` is "wtorek, 8 grudnia", ``hours`` "17:00–19:00", ``link`` what the code opens.

    The link carries a signed token and nothing else; ``note`` is one line more, such as "2 osoby".
    """

    title: str
    day: str
    hours: str
    place: str
    number: str
    link: str
    project: str = ""
    note: str = ""


def ticket_picture(ticket: Ticket, *, t: Translator) -> bytes:
    """The ticket as a PNG, 1080 pixels wide, as long as its words need."""
    sheet = Sheet(2600, _GROUND)
    _band(sheet, ticket)
    sheet.low += 44
    sheet.paragraph(ticket.day, 54, bold=True, least=40, lines=2)
    sheet.paragraph(ticket.hours, 54, bold=True, least=40, lines=2)
    sheet.low += 14
    sheet.paragraph(ticket.place, 42, least=34)
    if ticket.note:
        sheet.low += 10
        sheet.paragraph(ticket.note, 42, least=34, lines=2)
    sheet.low += 36
    _tear_line(sheet)
    sheet.low += 36
    code = code_picture(ticket.link, _CODE)
    left = (WIDTH - code.width) // 2
    frame = (left - 8, sheet.low - 8, left + code.width + 8, sheet.low + code.height + 8)
    sheet.draw.rounded_rectangle(frame, 20, PAPER, LINE, 2)
    sheet.image.paste(code, (left, sheet.low))
    sheet.low += code.height + 34
    sheet.paragraph(
        words(t("Ticket no. {number}", number=ticket.number)), 48, bold=True, centred=True, least=36, lines=2
    )
    sheet.low += 8
    sheet.paragraph(words(t("Show this code at the door")), 36, colour=QUIET, centred=True)
    sheet.low += 44
    return sheet.png()


def _band(sheet: Sheet, ticket: Ticket) -> None:
    """The project and the title, light on dark."""
    room = WIDTH - 2 * MARGIN
    small, project = fitted(flowing(ticket.project), room, 2 * 34 * LEADING, 34, 30, in_pixels(BOLD))
    large, title = fitted(flowing(ticket.title), room, 300, 68, 40, in_pixels(BOLD))
    before = len(project) * small * LEADING + 14 if ticket.project else 0
    high = round(48 + before + len(title) * large * LEADING + 40)
    sheet.draw.rectangle((0, 0, WIDTH, high), ACCENT)
    sheet.low = 48
    for line in project if ticket.project else ():
        sheet.word((MARGIN, sheet.low), line, small, bold=True, colour="#CFE6EA")
        sheet.low += round(small * LEADING)
    sheet.low = round(48 + before)
    for line in title:
        sheet.word((MARGIN, sheet.low), line, large, bold=True, colour=PAPER)
        sheet.low += round(large * LEADING)
    sheet.low = high


def _tear_line(sheet: Sheet) -> None:
    """Dashes from edge to edge and a notch at each end, as if the code could be torn off."""
    for left in range(MARGIN, WIDTH - MARGIN, 28):
        sheet.draw.line((left, sheet.low, left + 14, sheet.low), LINE, 4)
    for middle in (0, WIDTH):
        sheet.draw.circle((middle, sheet.low), _NOTCH, LINE)
    sheet.low += 4
