"""People without Telegram: they rang or wrote on paper, and the coordinator signs them up from the phone."""

from io import BytesIO

from openpyxl import Workbook

from bot.domain.people import Grant, Role, Scope

from ..town import Inhabitant, Town
from .test_lists import enrols, of_the_team

TWO = "Jan Kowalski, 600 100 200, Piastów\nAnna Nowak, KGW Rybie"


async def boss_of(town: Town) -> Inhabitant:
    return await of_the_team(town, Grant(Role.COORDINATOR))


async def people_of(town: Town) -> dict[str, str]:
    """States by name, as they are stored."""
    async with town.db.reading() as tx:
        return {row["name"]: row["state"] for row in await tx.all("SELECT name, state FROM signups ORDER BY id")}


async def test_lines_are_understood_shown_and_signed_up(town: Town) -> None:
    await town.plan(seats=1)
    boss = await boss_of(town)
    assert "Do którego wydarzenia dopisać osoby?" in await boss.says("/dodaj")
    assert "Każda osoba w nowej linii" in await boss.presses("Forum Dialogu")
    assert "RODO" in await boss.says(TWO)
    seen = await boss.presses("Tak, wiedzą o tym")
    assert "1. Jan Kowalski · 600 100 200 · gmina Piastów · nowa osoba" in seen
    assert "2. Anna Nowak · KGW Rybie · nowa osoba" in seen
    assert await people_of(town) == {}
    done = await boss.presses("Zapisz te osoby")
    assert "Zapisano 2 osoby." in done
    assert "ma miejsce: Jan Kowalski" in done
    assert "lista rezerwowa: Anna Nowak" in done
    assert await people_of(town) == {"Jan Kowalski": "confirmed", "Anna Nowak": "waiting"}
    async with town.db.reading() as tx:
        told = await tx.all("SELECT kind, given FROM consents WHERE person_id IN (SELECT person_id FROM signups)")
        organisations = await tx.all("SELECT name FROM organisations")
    assert [tuple(row) for row in told] == [("notice", 1)] * 2
    assert [row["name"] for row in organisations] == ["KGW Rybie"]


async def test_undo_within_ten_minutes_and_not_later(town: Town) -> None:
    await town.plan()
    boss = await boss_of(town)
    await boss.says("/dodaj forum-1")
    await boss.says(TWO)
    await boss.presses("Tak, wiedzą o tym", "Zapisz te osoby")
    await town.pass_time(minutes=9)
    assert "Cofnięte: 2 osoby nie są już na liście" in await boss.presses("Cofnij")
    assert await people_of(town) == {}
    async with town.db.reading() as tx:
        assert await tx.value("SELECT count(*) FROM people WHERE name = 'Jan Kowalski'") == 0
    await boss.says("/dodaj forum-1")
    await boss.says(TWO)
    await boss.presses("Tak, wiedzą o tym", "Zapisz te osoby")
    await town.pass_time(minutes=11)
    assert "Minęło dziesięć minut" in await boss.presses("Cofnij")
    assert len(await people_of(town)) == 2


async def test_a_line_that_cannot_be_read_is_asked_again_and_nothing_is_lost(town: Town) -> None:
    await town.plan()
    boss = await boss_of(town)
    assert "Potrzebne są tylko imię i nazwisko." in await boss.says("/dodaj forum-1")
    seen = await boss.says("Jan Kowalski, 600 100 20\nAnna Nowak\nPiastów\nPiotr Zych, 12345")
    assert "Jan Kowalski, 600 100 20: „600 100 20” to nie numer telefonu: potrzeba 9 cyfr" in seen
    assert "Piastów: brakuje imienia albo nazwiska" in seen
    assert "Piotr Zych, 12345: „12345” to nie numer telefonu" in seen
    await boss.says("Jan Kowalski, 600 100 200\nSkawina")
    seen = await boss.presses("Tak, wiedzą o tym")
    assert "1. Anna Nowak" in seen
    assert "2. Jan Kowalski · 600 100 200" in seen
    assert "Pominę:" in seen
    assert "Skawina: brakuje" in seen
    assert "Zapisano 2 osoby" in await boss.presses("Zapisz te osoby")


async def test_somebody_known_is_recognised_and_asked_about(town: Town) -> None:
    other = await town.plan("szkola-1")
    await enrols(town, other, "Jan Kowalski", phone="+48600100200")
    await enrols(town, other, "Anna Nowak", phone="+48700100200")
    await town.plan()
    boss = await boss_of(town)
    await boss.says("/dodaj forum-1")
    seen = await boss.says("Jan Kowalski, 600 100 200\nanna nowak")
    assert "Czy to ta sama osoba?" in seen
    assert "700 100 200" in seen
    await boss.presses("To ta sama osoba: Anna Nowak")
    seen = await boss.presses("Tak, wiedzą o tym")
    assert seen.count("znana osoba") == 2
    await boss.presses("Zapisz te osoby")
    async with town.db.reading() as tx:
        assert await tx.value("SELECT count(*) FROM people WHERE name_folded LIKE '%nowak'") == 1
    await boss.says("/dodaj forum-1")
    await boss.says("Jan Kowalski, 600 100 200\nAnna Nowak, 700 100 200")
    assert "Już na liście: Jan Kowalski, Anna Nowak" in await boss.presses("Tak, wiedzą o tym", "Zapisz te osoby")


async def test_changing_the_lines_asks_about_the_new_ones(town: Town) -> None:
    event = await town.plan()
    other = await town.plan("szkola-1")
    await enrols(town, other, "Anna Nowak")
    boss = await boss_of(town)
    await boss.says(f"/dodaj {event.plan.code}")
    await boss.says("Jan Kowalski")
    await boss.presses("Tak, wiedzą o tym", "Zmień: Osoby")
    assert "Czy to ta sama osoba?" in await boss.says("Anna Nowak")
    seen = await boss.presses("To nowa osoba")
    assert "1. Anna Nowak · nowa osoba" in seen
    assert "Kowalski" not in seen


async def test_a_spreadsheet_with_columns_in_any_order(town: Town) -> None:
    await town.plan()
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Lp.", "Nazwisko", "Imię", "Telefon", "Gmina", "Organizacja"),
        (1, "Żak", "Zofia", 600100200, "Piastów", "Dom; ogród"),
        (2, "Łoś", "Ewa", None, None, None),
    ):
        sheet.append(row)
    content = BytesIO()
    book.save(content)
    boss = await boss_of(town)
    await boss.says("/dodaj forum-1")
    town.world.sends_document(boss.person, ("lista.xlsx", content.getvalue(), "application/octet-stream"))
    await town.settle()
    seen = await boss.presses("Tak, wiedzą o tym")
    assert "1. Zofia Żak · 600 100 200 · gmina Piastów · Dom, ogród" in seen
    assert "2. Ewa Łoś" in seen


async def test_a_csv_of_a_polish_spreadsheet_and_a_contact_of_the_phone(town: Town) -> None:
    await town.plan()
    boss = await boss_of(town)
    await boss.says("/dodaj forum-1")
    town.world.sends_document(boss.person, ("lista.pdf", b"%PDF-1.4\0\0", "application/pdf"))
    await town.settle()
    assert "Nie udało się odczytać" in boss.last
    content = "imię i nazwisko;telefon\nŻaneta Łoś;600 100 200\n".encode("cp1250")
    town.world.sends_document(boss.person, ("lista.csv", content, "text/csv"))
    await town.settle()
    assert "1. Żaneta Łoś · 600 100 200" in await boss.presses("Tak, wiedzą o tym")
    await boss.presses("Zmień: Osoby")
    town.world.sends_contact(boss.person, phone="48700100200", name="Piotr Wrona")
    await town.settle()
    assert "1. Piotr Wrona · 700 100 200" in boss.last


async def test_it_is_for_coordinators_within_their_reach(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    helper = await of_the_team(town, Grant(Role.ANIMATOR, Scope.PROJECT, "podgorze"))
    other = await of_the_team(town, Grant(Role.COORDINATOR, Scope.PROJECT, "lider"))
    assert "Jeśli to Ty, poproś administratora" in await ann.says("/dodaj forum-1")
    assert "Tego Twoja rola (animacja) nie obejmuje." in await helper.says("/dodaj forum-1")
    assert "To jest poza zakresem Twojej roli (koordynacja)." in await other.says("/dodaj forum-1")
