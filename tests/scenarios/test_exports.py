"""A coordinator takes an event's list away: every file opened and read."""

from io import BytesIO

from openpyxl import load_workbook
from pypdf import PdfReader

from bot.domain.forms import Field, Kind
from bot.domain.localized import polish
from bot.domain.people import Grant, Role
from bot.services import attendance

from ..town import OWNER, Inhabitant, Town
from .test_course import school
from .test_lists import enrols

MEAL = Field("dieta", Kind.TEXT, text=polish("Na co trzeba uważać?"), is_required=False)


async def desk(town: Town, ann: Inhabitant, ben: Inhabitant) -> Inhabitant:
    """A coordinator at the desk of an event with one seat, one person in it and one who waits."""
    event = await town.plan(seats=1, questions=(MEAL,))
    for one, name, meal in ((ann, "Żaneta Łoś", "=2+5"), (ben, "Ćwiek Bogdan", "nic")):
        await one.opens(f"z_{event.plan.code}")
        await one.presses("Rozumiem")
        await one.says(name)
        await one.presses("Pomiń", "Pomiń")
        await one.says(meal)
        await one.presses("Nic")
        await one.presses("Nie", "Zapisz mnie")
    boss = await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR))
    assert "Pliki którego wydarzenia" in await boss.says("/eksport")
    await boss.presses("Forum Dialogu")
    return boss


async def test_the_spreadsheet_has_everybody_the_answers_and_the_queue(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    boss = await desk(town, ann, ben)
    await boss.presses("Arkusz (XLSX)")
    book = load_workbook(BytesIO(town.newest_file(boss)))
    assert book.sheetnames == ["Osoby", "Odpowiedzi", "Lista rezerwowa"]
    people = [[cell.value for cell in row] for row in book["Osoby"].iter_rows()]
    assert any("Żaneta Łoś" in row and "ma miejsce" in row for row in people), people
    cells = [cell for row in book["Odpowiedzi"].iter_rows() for cell in row if cell.value == "=2+5"]
    assert [cell.data_type for cell in cells] == ["s"]
    assert "Ćwiek Bogdan" in [cell.value for row in book["Lista rezerwowa"].iter_rows() for cell in row]


async def test_numbers_are_those_of_the_list_and_the_sheet_and_who_waits_has_none(town: Town) -> None:
    event = await town.plan(seats=4, companions=1)
    for name, companions in (("Jan Łączyński", 0), ("Anna Bąk", 1), ("Ewa Żak", 0), ("Zofia Ćwik", 0)):
        await enrols(town, event, name, companions=companions)
    boss = await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR))
    listed = await boss.says("/lista forum-1")
    assert [listed.index(one) for one in ("1. Anna Bąk", "3. Jan Łączyński", "4. Ewa Żak", "5. Zofia Ćwik")]
    await boss.says("/eksport forum-1")
    await boss.presses("Arkusz (CSV)")
    rows = [line.split(";")[:2] for line in town.newest_file(boss).decode("utf-8-sig").splitlines()[1:]]
    assert rows == [["1", "Anna Bąk"], ["3", "Jan Łączyński"], ["4", "Ewa Żak"], ["", "Zofia Ćwik"]]
    await boss.presses("Inne pliki", "Arkusz (XLSX)")
    sheet = load_workbook(BytesIO(town.newest_file(boss)))["Osoby"]
    cells = [(row[0].value, row[1].value) for row in sheet.iter_rows()]
    assert cells[-4:] == [(1, "Anna Bąk"), (3, "Jan Łączyński"), (4, "Ewa Żak"), (None, "Zofia Ćwik")]
    town.clock.move(event.plan.starts_at - town.clock.now())
    assert "1–2. Anna Bąk\n3. Jan Łączyński" in await boss.says("/obecni forum-1 1-3")


async def test_who_just_came_stands_in_the_files_where_the_list_has_them(town: Town) -> None:
    event = await town.plan(seats=4)
    await enrols(town, event, "Jan Łączyński")
    boss = await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR))
    town.clock.move(event.plan.starts_at - town.clock.now())
    await boss.says("/obecnosc forum-1")
    await boss.presses("Dopisz osoby")
    await boss.says("Anna Bąk")
    await boss.presses("Dopisz")
    await boss.says("/eksport forum-1")
    for kind in ("Lista obecności do druku", "Arkusz (CSV)"):
        await boss.presses(kind)
        content = town.newest_file(boss)
        if content.startswith(b"%PDF"):
            text = " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())
            assert "1. Jan Łączyński 2. Anna Bąk" in text
        else:
            assert "\n1;Jan Łączyński" in content.decode("utf-8-sig").replace("\r", "")
            assert "\n2;Anna Bąk" in content.decode("utf-8-sig").replace("\r", "")
        await boss.presses("Inne pliki")


async def test_paper_says_the_year(town: Town) -> None:
    event = await town.plan(seats=4)
    signup = await enrols(town, event, "Jan Łączyński")
    boss = await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR))
    town.clock.move(event.plan.starts_at - town.clock.now())
    await attendance.mark(town.db, OWNER, signup, 0, 0, is_here=True, is_others=False, now=town.clock.now())
    await boss.says("/obecnosc forum-1")
    await boss.presses("Kod na ścianę")
    files = [town.newest_file(boss)]
    await boss.says("/eksport forum-1")
    for kind in ("Lista obecności do druku", "Zaświadczenia"):
        await boss.presses(kind)
        files.append(town.newest_file(boss))
        await boss.presses("Inne pliki")
    for content in files:
        text = " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())
        assert "wtorek, 1 grudnia 2026, 17:00" in text, text


async def test_the_csv_opens_in_a_polish_spreadsheet(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    boss = await desk(town, ann, ben)
    await boss.presses("Arkusz (CSV)")
    content = town.newest_file(boss)
    assert content.startswith("\ufeffLp.;".encode())
    assert "Żaneta Łoś" in content.decode("utf-8-sig")
    assert ";'=2+5" in content.decode("utf-8-sig")


async def test_the_sheet_to_sign_has_who_has_a_seat_and_no_phone(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    boss = await desk(town, ann, ben)
    await boss.presses("Lista obecności do druku")
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(town.newest_file(boss))).pages)
    assert "Żaneta Łoś" in text
    assert "Ćwiek Bogdan" not in text
    assert "Funduszy EOG" in text


async def test_nobody_gets_a_certificate_before_coming(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    boss = await desk(town, ann, ben)
    assert "Nikt nie jest jeszcze zaznaczony" in await boss.presses("Zaświadczenia")


async def test_it_is_said_how_often_one_comes_for_a_certificate(town: Town) -> None:
    await school(town)
    boss = await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR))
    await boss.says("/eksport szkola-1")
    assert "co najmniej na tylu spotkaniach: 4 z 4" in await boss.presses("Zaświadczenia")


async def test_an_animator_has_no_files_and_a_resident_no_desk(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    await desk(town, ann, ben)
    await town.grants(ben, Grant(Role.ANIMATOR))
    assert "Tego Twoja rola (animacja) nie obejmuje. Zajmuje się tym koordynacja." in await ben.says("/eksport forum-1")
    assert "[Obecność]" in await ben.presses("Dla zespołu")
    assert "poproś administratora" in await ann.says("/eksport forum-1")
