"""Announcements on their way and after: one message that tells, reports to take away, what is heard no longer."""

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.domain.people import Grant, Role
from tests.scenarios.test_announcements import EVERYWHERE, begins, copies, resident, sends_photo
from tests.town import Inhabitant, Town

TO_FOLLOWERS = ("Do kogo", "Obserwujący projekt", "Podgórska", "Wróć do ogłoszenia")


@pytest.fixture
async def ola(town: Town) -> Inhabitant:
    """An animator of everything."""
    return await town.member("Ola Animator", EVERYWHERE)


def files(town: Town, who: Inhabitant) -> list[bytes]:
    """What the files in somebody's chat hold, oldest first."""
    sent = [one.content["document"] for one in town.world.chat_with(who.person).from_bot() if one.kind == "document"]
    stored = [town.world.files.get(str(one["file_id"])) for one in sent if isinstance(one, dict)]
    return [file.content for file in stored if file]


async def test_the_pressed_message_shows_the_progress_and_the_end(town: Town, ola: Inhabitant) -> None:
    await resident(town, "Ala", follows="podgorze")
    await begins(ola, "Raz")
    await ola.presses(*TO_FOLLOWERS)
    before = len(ola.messages)
    assert "Ogłoszenie wysłane" in await ola.presses("Wyślij do 1 osoby")
    assert len(ola.messages) == before, "no second message tells of it"
    await town.pass_time(seconds=4)
    await ola.presses("Popraw treść", "Popraw: Polski")
    await ola.says("Dwa")
    assert "Poprawiono: 1 z 1." in await ola.presses("Popraw wszędzie")
    assert "Usunięto: 1 z 1." in await ola.presses("Wycofaj", "Usuń wszędzie")


async def test_a_message_that_shows_something_else_now_is_not_written_over(town: Town, ola: Inhabitant) -> None:
    await resident(town, "Ala", follows="podgorze")
    await begins(ola, "Raz")
    await ola.presses(*TO_FOLLOWERS, "Wyślij do 1 osoby", "Popraw treść")
    await town.pass_time(seconds=10)
    assert "Każda kopia dostanie nową treść." in ola.last


async def test_at_night_the_progress_says_until_when_it_waits(town: Town, ola: Inhabitant) -> None:
    ala = await resident(town, "Ala", follows="podgorze")
    await town.pass_time(hours=11)
    await begins(ola, "Dobranoc")
    assert "wyjdzie o 8:00" in await ola.presses(*TO_FOLLOWERS, "Wyślij do 1 osoby")
    paused = await ola.presses("Wstrzymaj")
    assert "Wysyłanie wstrzymane" in paused
    assert "wyjdzie o 8:00" in await ola.presses("Wznów")
    await town.pass_time(hours=10)
    assert len(copies(ala)) == 1
    assert "Ogłoszenie wysłane" in ola.last


async def test_a_stop_by_mistake_is_taken_back_even_days_later(town: Town, ola: Inhabitant) -> None:
    ala, iga = await resident(town, "Ala", follows="podgorze"), await resident(town, "Iga", follows="podgorze")
    await town.pass_time(hours=11)
    await begins(ola, "Raz")
    assert "Już nie wysłano: 2" in await ola.presses(*TO_FOLLOWERS, "Wyślij do 2 osób", "Zatrzymaj")
    await iga.says("/ustawienia")
    await iga.presses("Co dostaję", "Podgórska Przestrzeń Dobrego Dialogu: tak")
    await town.pass_time(days=3, hours=12)
    assert "Dostarczono: 1 z 2" in await ola.presses("Wyślij jednak reszcie")
    assert len(copies(ala)) == 1
    assert copies(iga) == [], "she wants no more of it"


async def test_what_is_too_old_to_recall_can_be_corrected(town: Town, ola: Inhabitant) -> None:
    await resident(town, "Ala", follows="podgorze")
    await begins(ola, "Raz")
    await ola.presses(*TO_FOLLOWERS, "Wyślij do 1 osoby")
    await town.pass_time(days=3)
    asked = await ola.presses("Wycofaj")
    assert "starsze niż 48 godzin" in asked
    assert "Usuń wszędzie" not in asked
    assert "nową treść" in await ola.presses("Popraw treść")


async def test_a_correction_says_whom_it_does_not_reach_any_more(town: Town, ola: Inhabitant) -> None:
    ala = await resident(town, "Ala", follows="podgorze")
    await begins(ola, "Raz")
    await ola.presses(*TO_FOLLOWERS, "Wyślij do 1 osoby")
    town.world.blocks(ala.person)
    await ola.presses("Popraw treść", "Popraw: Polski")
    await ola.says("Dwa")
    assert "Poprawiono: 0 z 1. Już poza zasięgiem: 1." in await ola.presses("Popraw wszędzie")


async def test_after_a_restart_the_same_message_goes_on(town: Town, ola: Inhabitant) -> None:
    ala = await resident(town, "Ala", follows="podgorze")
    await town.pass_time(hours=11)
    await begins(ola, "Dobranoc")
    await ola.presses(*TO_FOLLOWERS, "Wyślij do 1 osoby")
    count = len(ola.messages)
    await town.down()
    await town.up()
    await town.pass_time(hours=10)
    assert len(copies(ala)) == 1
    assert len(ola.messages) == count
    assert "Ogłoszenie wysłane" in ola.last


async def test_each_choice_says_how_many_people_it_reaches(town: Town, ola: Inhabitant) -> None:
    event = await town.plan()
    ala = await resident(town, "Ala", follows="podgorze", gmina="Skawina")
    await resident(town, "Iga", follows="podgorze", gmina="Kraków")
    await ala.signs_up(event)
    await begins(ola, "Raz")
    projects = await ola.presses("Do kogo", "Obserwujący projekt")
    assert "2 · Podgórska Przestrzeń Dobrego Dialogu" in projects
    assert "0 · Lider w akcji!" in projects
    gminas = await ola.presses("Podgórska", "Tylko jedna gmina")
    assert "1 · Kraków" in gminas
    assert "2 · Polski" in await ola.presses("Wróć", "Tylko jeden język")
    assert "1 · Forum Dialogu, 1 grudnia" in await ola.presses("Wróć", "Osoby z wydarzenia")


async def test_the_preview_comes_above_its_buttons_which_stand_once(town: Town, ola: Inhabitant) -> None:
    await resident(town, "Ala", follows="podgorze")
    await begins(ola, "Raz")
    await ola.presses(*TO_FOLLOWERS)
    seen = await ola.presses("Podgląd")
    assert "Tak to będzie wyglądać." in seen
    assert "Kiedy: od razu" in seen
    assert "Ta kopia jest tylko dla Ciebie." in await ola.presses("Wyślij próbę do mnie")
    assert sum("Wyślij do 1 osoby" in said for said in ola.messages) == 1
    assert "Obserwujący projekt" in await ola.presses("Do kogo")


async def test_back_at_the_draft_nothing_is_waited_for(town: Town, ola: Inhabitant) -> None:
    await ola.says("/ogloszenie")
    assert "Krok" not in await ola.presses("Nowe ogłoszenie", "Wyślij treść")
    await ola.presses("Wróć do ogłoszenia")
    await ola.says("kiedy jest forum?")
    await ola.says("/ogloszenia")
    assert "bez treści" in ola.last


async def test_who_gets_words_of_another_language_is_said(town: Town, ola: Inhabitant) -> None:
    ben = town.person("Ben", "en")
    await ben.opens("p_podgorze")
    await ben.presses("Follow")
    await begins(ola, "Po polsku")
    counted = await ola.presses("Do kogo", "Obserwujący projekt", "Podgórska")
    assert "Czytają po angielsku: 1.\nNie ma treści po angielsku: te osoby dostaną ją po polsku." in counted


async def test_the_photo_goes_with_every_language_that_has_none_of_its_own(town: Town, ola: Inhabitant) -> None:
    ben = town.person("Ben", "en")
    await ben.opens("p_podgorze")
    await ben.presses("Follow")
    await ola.says("/ogloszenie")
    await ola.presses("Nowe ogłoszenie", "Wyślij treść")
    await sends_photo(town, ola, "Spacer")
    await ola.presses("Języki", "Dodaj: English")
    assert "o 6 za dużo" in await ola.says("A walk" + "!" * 1024)
    await ola.says("A walk")
    await ola.presses(*TO_FOLLOWERS, "Wyślij do 1 osoby")
    got = town.world.chat_with(ben.person).from_bot()[-1]
    assert (got.kind, got.text) == ("photo", "A walk")
    await ola.presses("Popraw treść", "Popraw: English")
    await ola.says("A long walk")
    await ola.presses("Popraw wszędzie")
    assert (got.kind, got.text) == ("photo", "A long walk")


async def test_nobody_to_write_to_is_said(town: Town, ola: Inhabitant) -> None:
    await begins(ola, "Halo?")
    assert "Na razie nie ma takich osób." in await ola.presses("Do kogo", "Obserwujący projekt", "Podgórska")
    back = await ola.presses("Wróć do ogłoszenia")
    assert "Wybierz inne osoby" in back
    assert "Wyślij do" not in back


async def test_no_more_from_the_organisers_of_an_event_stands_in_the_settings(town: Town, ola: Inhabitant) -> None:
    event = await town.plan()
    ala = await resident(town, "Ala")
    await ala.signs_up(event)
    await begins(ola, "Weźcie kalosze.")
    await ola.presses("Do kogo", "Osoby z wydarzenia", "Forum Dialogu", "Wróć do ogłoszenia", "Wyślij do 1 osoby")
    wishes = await ala.presses("Nie chcę takich wiadomości", "Co dostaję")
    assert "Forum Dialogu, 1 grudnia: nie" in wishes
    assert "Forum Dialogu" not in await ala.presses("Forum Dialogu, 1 grudnia: nie")


async def test_the_report_is_a_pdf_and_a_spreadsheet_without_names(town: Town, ola: Inhabitant) -> None:
    await resident(town, "Ala", follows="podgorze")
    await begins(ola, "Do raportu")
    await ola.presses(*TO_FOLLOWERS, "Wyślij do 1 osoby")
    await ola.says("/ogloszenia")
    await ola.presses("1. Do raportu", "Raport")
    evidence, people = files(town, ola)[-2:]
    assert evidence.startswith(b"%PDF")
    summary, recipients = (list(sheet.values) for sheet in load_workbook(BytesIO(people)))
    assert ("Doszło", 1) in [row[:2] for row in summary]
    cells = [cell for row in recipients for cell in row]
    assert "Doszło" in cells
    assert "Ala" not in cells


async def test_a_coordinators_spreadsheet_has_the_names_and_is_logged(town: Town, ola: Inhabitant) -> None:
    boss = await town.member("Basia Szef", Grant(Role.COORDINATOR))
    await resident(town, "Ala", follows="podgorze")
    await begins(ola, "Do raportu")
    await ola.presses(*TO_FOLLOWERS, "Wyślij do 1 osoby")
    await boss.says("/ogloszenia")
    await boss.presses("1. Do raportu", "Raport")
    _, recipients = (list(sheet.values) for sheet in load_workbook(BytesIO(files(town, boss)[-1])))
    assert "Ala" in [cell for row in recipients for cell in row]
    assert "pobrano listę jako plik" in (await boss.says("/dziennik")).lower()


async def test_whoever_approved_hears_that_the_words_were_corrected(town: Town, ola: Inhabitant) -> None:
    boss = await town.member("Basia Szef", Grant(Role.COORDINATOR))
    await resident(town, "Ala", news=True)
    await begins(ola, "Do wszystkich")
    await ola.presses("Do kogo", "Wszystkie osoby", "Wróć do ogłoszenia", "Poproś o zatwierdzenie (dostanie 1 osoba)")
    await boss.presses("Pokaż ogłoszenie", "Zgadzam się, wyślij")
    await ola.says("/ogloszenia")
    await ola.presses("1. Do wszystkich", "Popraw treść", "Popraw: Polski")
    await ola.says("Zupełnie co innego")
    await ola.presses("Popraw wszędzie")
    assert "zgodzie zmieniła się treść" in boss.last
    await boss.presses("Pokaż ogłoszenie", "Pokaż treść")
    assert any("Zupełnie co innego" in said for said in boss.messages)


async def test_the_list_says_when_a_planned_one_goes_out(town: Town, ola: Inhabitant) -> None:
    event = await town.plan()
    await (await resident(town, "Ala")).signs_up(event)
    await begins(ola, "Kalosze")
    await ola.presses("Dołącz wydarzenie lub projekt", "Forum Dialogu", "Do kogo", "Osoby z wydarzenia")
    await ola.presses("Forum Dialogu", "Wróć do ogłoszenia", "Kiedy", "Dzień wcześniej o 18:00")
    await ola.presses("Zaplanuj dla 1 osoby")
    assert "zaplanowane · poniedziałek, 30 listopada, 18:00" in await ola.says("/ogloszenia")


async def test_what_would_wait_for_a_morning_after_its_event_is_refused_unless_urgent(
    town: Town, ola: Inhabitant
) -> None:
    starts = town.clock.now().replace(hour=8) + timedelta(days=3)
    event = await town.plan(starts_at=starts)
    ala = await resident(town, "Ala")
    await ala.signs_up(event)
    await begins(ola, "Za dwie godziny!")
    await ola.presses("Dołącz wydarzenie lub projekt", "Forum Dialogu", "Do kogo", "Osoby z wydarzenia")
    planned = await ola.presses("Forum Dialogu", "Wróć do ogłoszenia", "Kiedy", "2 godziny przed")
    assert "w nocy czeka do 8:00" in planned
    assert "potem będzie za późno" in await ola.presses("Zaplanuj dla 1 osoby")
    await ola.presses("Pokaż ogłoszenie", "Kiedy", "Pilne")
    await ola.says("Zmiana wejścia")
    await ola.presses("Zaplanuj dla 1 osoby")
    await town.pass_time(days=2, hours=18, minutes=30)
    assert len(copies(ala)) == 1
    boss = await town.member("Basia Szef", Grant(Role.COORDINATOR))
    assert "także w nocy: Zmiana wejścia" in await boss.says("/dziennik")
