"""The list on the phone: narrowed down by what is typed or pressed, and said how it was understood."""

from io import BytesIO

from openpyxl import load_workbook

from bot.domain.events import Event, Group
from bot.domain.localized import polish
from bot.domain.organisations import BodyKind
from bot.domain.people import Actor, Grant, Role, Scope
from bot.domain.signups import Details
from bot.services import attendance, lists, signups
from bot.services.spellings import spelled
from bot.store import hand_overs, organisations
from bot.store.folding import fold

from ..town import OWNER, Inhabitant, Town

GROUPS = (Group(0, polish("animatorzy"), 3), Group(0, polish("urzędnicy"), 9))


async def enrols(town: Town, event: Event, name: str, **details: object) -> int:
    """Somebody signs up; gives the sign-up."""
    async with town.db.transaction() as tx:
        person = await hand_overs.add_person(tx, name, None, "pl", town.clock.now())
        given = Details(name, **details)  # type: ignore[arg-type]
        actor = Actor(person, None, "pl")
        return (await signups.join(tx, actor, event, given, source=None, now=town.clock.now())).signup.id


async def hall(town: Town) -> Event:
    """An event with two seats and four people: two wait, one of them from Piastów."""
    event = await town.plan(seats=2, companions=1)
    async with town.db.transaction() as tx:
        rybie = await organisations.add(tx, "KGW Rybie", BodyKind.NGO, spelled("KGW Rybie"), town.clock.now())
    await enrols(town, event, "Zofia Żak", gmina="Skawina", needs="rampa", phone="+48600100200")
    await enrols(town, event, "Ewa Łoś", gmina="Piastów", organisation=rybie)
    await enrols(town, event, "Jan Kowalski", gmina="Piastów")
    await enrols(town, event, "Anna Kowal", gmina="Skawina")
    return event


async def of_the_team(town: Town, grant: Grant) -> Inhabitant:
    return await town.member("Krystyna Wójcik", grant)


async def test_filters_narrow_the_list_down_and_the_answer_says_how_they_were_read(town: Town) -> None:
    await hall(town)
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    seen = await boss.says("/lista forum-1 gmina:piast status:rezerwa")
    assert "Rezerwa, gmina Piastów: 1 osoba" in seen
    assert "Jan Kowalski" in seen
    assert "Łoś" not in seen
    assert "Nazwisko: kowalsky: 1 osoba" in await boss.says("/lista forum-1 kowalsky")
    assert "Nazwisko: kowal: 2 osoby" in await boss.says("/lista forum-1 kowal")
    assert "Organizacja KGW Rybie: 1 osoba" in await boss.says('/list FORUM-1 org:"koło gospodyń rybie"')
    seen = await boss.says("/lista forum-1 potrzeby:tak od:dziś")
    assert "Szczególne potrzeby, zapisy od 23 listopada 2026: 1 osoba" in seen
    assert "Zofia Żak" in seen


async def test_an_unknown_filter_is_answered_with_the_known_ones(town: Town) -> None:
    await hall(town)
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    seen = await boss.says("/lista forum-1 gmna:Piastów")
    assert "Nie znam filtra „gmna”. Czy chodzi o: gmina?" in seen
    assert "status:rezerwa" in seen
    assert "Nie rozumiem słowa „rezrwa” po status: Czy chodzi o: rezerwa?" in await boss.says(
        "/lista forum-1 status:rezrwa"
    )
    assert "4. Jan Kowalski" in await boss.presses("Pokaż wszystkich")


async def test_nobody_found_is_no_dead_end(town: Town) -> None:
    await hall(town)
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    seen = await boss.says("/lista forum-1 gmina:Zakopane")
    assert "Gmina Zakopane: 0 osób" in seen
    assert "Zdejmij filtr" in seen
    assert "Ewa Łoś" in await boss.presses("Pokaż wszystkich")


async def test_common_filters_are_buttons_and_the_list_goes_away_as_a_file(town: Town) -> None:
    await hall(town)
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    assert "Czyją listę pokazać?" in await boss.says("/lista")
    await boss.presses("Forum Dialogu")
    assert "Rezerwa: 2 osoby" in await boss.presses("Rezerwa (2)")
    await boss.presses("Arkusz tej listy")
    book = load_workbook(BytesIO(town.newest_file(boss)))
    cells = {cell.value for row in book["Osoby"].iter_rows() for cell in row}
    assert {"Jan Kowalski", "Anna Kowal"} <= cells
    assert "Ewa Łoś" not in cells
    await boss.says("/lista forum-1")
    assert "Szczególne potrzeby: 1 osoba" in await boss.presses("Z potrzebami (1)")
    assert "Lista zapisanych" in await boss.presses("✓ Z potrzebami")


async def test_numbers_are_those_of_attendance_and_stay_when_the_list_is_narrowed_down(town: Town) -> None:
    event = await town.plan(seats=9, companions=2)
    await enrols(town, event, "Ewa Łoś")
    await enrols(town, event, "Jan Adamski", companions=2)
    await enrols(town, event, "Zofia Żak")
    sheet = await attendance.sheet(town.db, OWNER, event.id, 0, 0, now=town.clock.now())
    page = await lists.of_event(town.db, OWNER, event.id, now=town.clock.now())
    assert page.numbers == {line.signup.id: line.number for line in sheet.lines}
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    assert "5. Zofia Żak" in await boss.says("/lista forum-1 żak")


async def test_who_needs_something_is_not_for_helpers(town: Town) -> None:
    await hall(town)
    helper = await of_the_team(town, Grant(Role.ANIMATOR, Scope.PROJECT, "podgorze"))
    seen = await helper.says("/lista forum-1")
    assert "Zofia Żak" in seen
    assert "Z potrzebami" not in seen
    assert "Arkusz tej listy" not in seen
    assert "Szczególne potrzeby widzi tylko koordynacja." in await helper.says("/lista forum-1 potrzeby:tak")
    assert "Zofia Żak" in await helper.presses("Pokaż wszystkich")


async def test_groups_are_filtered_by_name(town: Town) -> None:
    event = await town.plan(seats=12, groups=GROUPS)
    await enrols(town, event, "Ewa Łoś", group=event.groups[0].id)
    await enrols(town, event, "Jan Adamski", group=event.groups[1].id)
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    seen = await boss.says("/lista forum-1 grupa:animatorów")
    assert "Grupa animatorzy: 1 osoba" in seen
    assert "Adamski" not in seen


async def test_a_long_filtered_list_keeps_its_filter_on_every_page(town: Town) -> None:
    event = await town.plan(seats=60)
    for number in range(25):
        await enrols(town, event, f"Jan Kowal{chr(97 + number)}", gmina="Piastów" if number % 2 else "Kraków")
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    assert "strona 1 z 2" in await boss.says("/lista forum-1 gmina:piastów")
    seen = await boss.presses("Później")
    assert "Gmina Piastów: 12 osób, strona 2 z 2" in seen
    assert fold("Jan Kowalx") in fold(seen)
    assert "Kowalw" not in seen


async def test_the_way_back_from_a_person_leads_to_the_narrowed_down_list(town: Town) -> None:
    await hall(town)
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    await boss.says("/lista forum-1 gmina:piast status:rezerwa")
    await boss.presses("Jan Kowalski")
    assert "Rezerwa, gmina Piastów: 1 osoba" in await boss.presses("Do listy")
    assert "Gotowe: Jan Kowalski" in await boss.presses("Jan Kowalski", "Skreśl z listy")
    assert "Cofnięte" in await boss.presses("Cofnij")
    assert "Rezerwa, gmina Piastów: 1 osoba" in await boss.presses("Do listy")


async def test_the_way_back_from_the_groups_leads_to_the_same_page(town: Town) -> None:
    event = await town.plan(seats=60, groups=GROUPS)
    for number in range(12):
        await enrols(town, event, f"Jan Nowak{chr(97 + number)}", group=event.groups[1].id)
    boss = await of_the_team(town, Grant(Role.COORDINATOR))
    await boss.says("/lista forum-1 grupa:urzędnicy")
    assert "strona 2" in await boss.presses("Później")
    await boss.presses("11.", "Zmień grupę", "Do karty osoby")
    back = await boss.presses("Do listy")
    assert "strona 2" in back
    assert "Grupa urzędnicy" in back
