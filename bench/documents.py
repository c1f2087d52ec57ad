"""How fast and how small the files are, against writing the same rows as plain CSV in the same run."""

import csv
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.documents.lists import Attendee, attendance_sheet
from bot.documents.parts import Cell, Column, Heading, Kind, Table
from bot.documents.spreadsheets import comma_separated, workbook
from bot.documents.tickets import Ticket, ticket_picture
from bot.texts import Texts

ROOT = Path(__file__).parents[1]
PEOPLE = 2_000
KINDS = (Kind.NUMBER, Kind.TEXT, Kind.PHONE, Kind.DATE, Kind.YES_NO)
COLUMNS = tuple(Column(f"Pytanie {number}", KINDS[number % len(KINDS)]) for number in range(20))
HEADING = Heading("Zażółć gęślą jaźń", project="Łąki i źródła", attribution="Finansuje Fundusz Ćwiczebny")
PERSON = Attendee("Świętosława Żółć-Wasilewska")
TICKET = Ticket("Zażółć gęślą jaźń", "wtorek, 8 grudnia", "17:00", "Dom kultury", "F3-17", "https://t.me/a?start=k_1")
LONGEST, LARGEST = 1.0, 50.0
"""Seconds and MiB a spreadsheet of 2,000 people may take."""


def rows(count: int) -> Iterator[tuple[Cell, ...]]:
    """People with twenty answers each."""
    born = date(1950, 1, 1)
    for number in range(count):
        person = (number, f"Świętosława Żółć {number}", "+48600100200", born + timedelta(days=number), number % 2 == 0)
        yield person * 4


def measured(make: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the fastest of three runs, MiB at the peak of another."""
    took = min(_seconds(make) for _ in range(3))
    tracemalloc.start()
    make()
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return took, peak


def _seconds(make: Callable[[], object]) -> float:
    begun = time.perf_counter()
    make()
    return time.perf_counter() - begun


def _bare() -> str:
    out = StringIO()
    csv.writer(out).writerows(rows(PEOPLE))
    return out.getvalue()


def main() -> int:
    """Print the figures; 1 when a bound is broken."""
    t = Texts(ROOT / "locales", ZoneInfo("Europe/Warsaw")).in_("pl")
    tried: dict[str, Callable[[], object]] = {
        "rows as plain CSV (baseline)": _bare,
        "XLSX": lambda: workbook(HEADING, [Table("Lista", COLUMNS, rows(PEOPLE))], t=t),
        "CSV": lambda: comma_separated(Table("Lista", COLUMNS, rows(PEOPLE)), t=t),
        "attendance sheet": lambda: attendance_sheet(HEADING, [PERSON] * PEOPLE, t=t),
        "attendance sheet of 30": lambda: attendance_sheet(HEADING, [PERSON] * 30, t=t),
        "ticket": lambda: ticket_picture(TICKET, t=t),
    }
    figures = {name: measured(make) for name, make in tried.items()}
    bare = figures["rows as plain CSV (baseline)"][0]
    for name, (seconds, mebibytes) in figures.items():
        line = (
            f"{name:34} {seconds * 1000:7.0f} ms   peak {mebibytes:5.1f} MiB   {seconds / bare:5.1f} times the baseline"
        )
        print(line)
    seconds, mebibytes = figures["XLSX"]
    return int(seconds > LONGEST or mebibytes > LARGEST)


if __name__ == "__main__":
    sys.exit(main())
