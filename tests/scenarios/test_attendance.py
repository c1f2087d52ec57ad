"""Attendance as it is lived at the door: ticked off, counted, scanned, and told apart the day after."""

from datetime import timedelta

from bot.domain import tokens
from bot.domain.events import Event
from bot.domain.people import Grant, Role
from bot.domain.signups import State
from bot.store import people, settings
from bot.store import signups as rows

from ..town import Inhabitant, Town
from .test_course import school
from .test_resident import state_of


async def animator(town: Town, name: str = "Marek Zieliński") -> Inhabitant:
    """Somebody who may take attendance."""
    return await town.member(name, Grant(Role.ANIMATOR))


def begins(town: Town, event: Event, **later: float) -> None:
    """The event is about to begin."""
    town.clock.move(event.plan.starts_at - town.clock.now() + timedelta(**later))


async def test_people_are_ticked_off_from_the_event_s_desk(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await town.plan()
    for one in (ann, ben):
        await one.signs_up(event)
    marek = await animator(town)
    begins(town, event, minutes=-20)
    await marek.opens("e_forum-1")
    await marek.presses("Dla zespołu")
    sheet = await marek.presses("Obecność")
    assert "Na miejscu: 0 z 2" in sheet
    ticked = await marek.presses("1. Anna Kowalska")
    assert "Na miejscu: 1 z 2" in ticked
    assert "1. Anna Kowalska – na miejscu (16:40, zaznacza Marek Zieliński)" in ticked
    assert "Na miejscu: 0 z 2" in await marek.presses("✓ 1. Anna Kowalska")


async def test_two_at_the_door_see_what_the_other_noted(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await town.plan()
    for one in (ann, ben):
        await one.signs_up(event)
    marek, ola = await animator(town), await animator(town, "Ola Dąb")
    begins(town, event)
    for one in (marek, ola):
        await one.says("/obecnosc forum-1")
    await marek.presses("1. Anna Kowalska")
    seen = await ola.presses("1. Anna Kowalska")
    assert "zaznacza Marek" in seen
    assert "Na miejscu: 1 z 2" in seen
    assert "Na miejscu: 2 z 2" in await ola.presses("2. Bogdan Nowak")


async def test_the_command_offers_what_is_on_now_first(town: Town) -> None:
    await town.plan("pozniej")
    await town.plan("zaraz", starts_at=town.clock.now() + timedelta(minutes=30))
    marek = await animator(town)
    offered = await marek.says("/obecnosc")
    assert offered.index("23 listopada") < offered.index("1 grudnia")
    assert "Na liście nie ma jeszcze nikogo" in await marek.presses("Forum Dialogu, 23 listopada")


async def test_numbers_say_what_was_understood_and_can_be_undone(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await town.plan()
    for one in (ann, ben):
        await one.signs_up(event)
    marek = await animator(town)
    begins(town, event)
    noted = await marek.says("/obecni forum-1 1-2,7 Zosia")
    assert "Zaznaczono obecność: 2 osoby." in noted
    assert "2. Bogdan Nowak" in noted
    assert "Na liście nie ma numeru: 7" in noted
    assert "Tego nie rozumiem: Zosia" in noted
    assert "Cofnięto: 2 osoby" in await marek.presses("Cofnij")
    assert "Na miejscu: 0 z 2" in await marek.presses("Do listy")
    assert "Nie widzę numerów" in await marek.says("/obecni forum-1 wszyscy")


async def test_who_just_comes_is_written_down_or_counted(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    marek = await animator(town)
    begins(town, event)
    await marek.says("/obecnosc forum-1")
    assert "każde w osobnej linii" in await marek.presses("Dopisz osoby")
    checked = await marek.says("Jan Nowy\nanna kowalska")
    assert "1. Jan Nowy" in checked
    assert checked.count("Forum Dialogu") == 1
    written = await marek.presses("Dopisz")
    assert "Dopisano z obecnością: 1 osoba" in written
    assert "Już na liście, obecność zaznaczona:\nAnna Kowalska" in written
    assert "Skreślono z listy: Jan Nowy" in await marek.presses("Cofnij: Jan Nowy")
    await marek.presses("Do listy", "Policz osoby")
    assert (await marek.says("7")).count("Forum Dialogu") == 1
    assert "Bez nazwiska: 7. Wcześniej: 0." in await marek.presses("Zapisz")
    assert "Bez nazwiska: 7" in await marek.presses("Do listy")


async def test_the_poster_is_scanned_or_its_code_typed(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await town.plan(seats=2)
    for one in (ann, ben):
        await one.signs_up(event)
    marek = await animator(town)
    begins(town, event, minutes=-70)
    await marek.says("/obecnosc forum-1")
    await marek.presses("Kod na ścianę")
    poster = next(said for said in reversed(marek.messages) if "Kod na ścianę:" in said)
    code = poster.split("Kod na ścianę: ")[1][:7]
    assert marek.last.startswith("(document)")
    assert "Jeszcze za wcześnie" in await ann.opens(f"c_{code.replace('-', '')}")
    town.clock.move(timedelta(minutes=20))
    assert "Miło Cię widzieć" in await ann.opens(f"c_{code.replace('-', '')}")
    assert "Miło Cię widzieć" in await ben.says(code)
    assert "już zaznaczona" in await ben.says(code)
    assert "Na miejscu: 2 z 2" in await marek.says("/obecnosc forum-1")
    await ann.presses("To pomyłka")
    assert "Na miejscu: 1 z 2" in await marek.says("/obecnosc forum-1")
    assert "Nie znam tego kodu" in await ann.says("000-000" if code != "000-000" else "111-111")


async def test_the_day_after_people_attended_or_were_absent(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await town.plan()
    for one in (ann, ben):
        await one.signs_up(event)
    marek = await animator(town)
    begins(town, event)
    await marek.says("/obecni forum-1 1")
    await town.pass_time(days=1)
    assert await state_of(town, ann) is State.ATTENDED
    assert await state_of(town, ben) is State.ABSENT


async def test_a_course_is_ticked_off_session_by_session(town: Town, ann: Inhabitant) -> None:
    event = await school(town)
    await ann.signs_up(event)
    marek = await animator(town)
    begins(town, event)
    assert "Spotkanie 1 z 4" in await marek.says("/obecnosc szkola-1")
    await marek.presses("1. Anna Kowalska")
    await town.pass_time(days=7)
    assert "Spotkanie 2 z 4" in await marek.says("/obecnosc szkola-1")
    await marek.presses("Inne spotkanie")
    assert "na miejscu (9:00" in await marek.presses("1. sobota, 5 grudnia")
    assert "Obecność: 1 z 4 spotkań" in await ann.says("/moje")
    assert "1. Anna Kowalska" in await marek.says("/obecni szkola-1/2 1")
    assert "nie odbędzie" in await marek.says("/obecni szkola-1/9 1")


async def test_a_course_that_was_attended_opens_the_next_one(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await school(town)
    for one in (ann, ben):
        await one.signs_up(event)
    marek = await animator(town)
    begins(town, event)
    await marek.says("/obecni szkola-1 1")
    await town.pass_time(days=30)
    await town.plan("ciag-dalszy", after_event="szkola-1")
    await town.plan("edycja-2", not_after_event="szkola-1")
    assert "Krok 1" in await ann.opens("z_ciag-dalszy")
    assert "dla osób, które" in await ben.opens("z_ciag-dalszy")
    assert "Krok 1" in await ben.opens("z_edycja-2")
    await ben.presses("Przerwij")
    assert "Krok 1" not in await ann.opens("z_edycja-2")


async def test_a_resident_takes_no_attendance(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    for typed in ("/obecnosc", "/obecnosc forum-1", "/obecni forum-1 1"):
        assert "dla osób" in await ann.says(typed)


async def test_a_ticket_read_by_the_team_says_who_it_is_and_notes_them_once(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=1)
    for one in (ann, ben):
        await one.signs_up(event)
    marek, ola = await animator(town), await animator(town, "Ola Dąb")
    begins(town, event)
    secret = await _ticket_of(town, ann, event)
    seen = await marek.opens(f"k_{secret}")
    assert "Anna Kowalska" in seen
    assert "Obecność zaznaczona." in seen
    again = await ola.opens(f"k_{secret}")
    assert "zaznaczona wcześniej, o 17:00 (Marek Zieliński)" in again
    assert "Forum Dialogu" in await ann.opens(f"k_{secret}")
    waiting = await marek.opens(f"k_{await _ticket_of(town, ben, event)}")
    assert "Bez miejsca: lista rezerwowa" in waiting
    assert "Na miejscu: 2 z 1" in await marek.presses("Wpuść mimo to")
    assert "Na miejscu: 1 z 1" in await marek.presses("✓ 2. Bogdan Nowak")


async def _ticket_of(town: Town, who: Inhabitant, event: Event) -> str:
    """A ticket's token, also of somebody who lost the seat meanwhile."""
    async with town.db.transaction() as tx:
        await settings.set_once(tx, "ticket_secret", "ab" * 32)
        person = await people.find(tx, who.person.id)
        assert person is not None
        signup = await rows.find(tx, event.id, person.id)
        assert signup is not None
        secret = await settings.get(tx, "ticket_secret")
    assert secret is not None
    return tokens.sign(signup.id, secret)
