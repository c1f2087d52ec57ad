"""A school of several sessions, as it is lived: enrolled once, reminded of each, missed one, left before the last."""

from dataclasses import replace
from datetime import datetime, timedelta

from icalendar import Calendar

from bot.domain.events import Event, EventKind, Plan, Session
from bot.domain.localized import Localized, polish
from bot.domain.people import Grant, Role
from bot.screens.statistics import drawn
from bot.services import importing, statistics
from bot.services.importing import Incoming
from bot.store import attendance, events, people
from bot.store import signups as rows

from ..town import OWNER, Inhabitant, Town

WEEK = timedelta(days=7)


def meetings(town: Town, count: int, first: datetime | None = None) -> tuple[Session, ...]:
    """Saturdays from 9:00 to 15:00, the first in twelve days."""
    begins = first or town.clock.now().replace(hour=9) + timedelta(days=12)
    starts = [begins + WEEK * number for number in range(count)]
    return tuple(Session(0, start, start + timedelta(hours=6)) for start in starts)


async def bring(town: Town, held: tuple[Session, ...], *, is_off: bool = False, **changes: object) -> None:
    """Import the school, new or changed."""
    plan = Plan(
        code="szkola-1",
        project="lider",
        kind=EventKind.COURSE,
        title=Localized({"pl": "Szkoła Liderów", "en": "School of Leaders"}),
        starts_at=held[0].starts_at,
        ends_at=held[-1].ends_at,
        place="Centrum Aktywności",
        address="Mikołów",
        seats=10,
    )
    changed = replace(plan, **changes)  # type: ignore[arg-type]
    incoming = Incoming(changed, (), held, False, is_off)
    await importing.import_events(town.db, OWNER, [incoming], now=town.clock.now())


async def school(town: Town, count: int = 4, **changes: object) -> Event:
    """The school, imported."""
    await bring(town, meetings(town, count), **changes)  # type: ignore[arg-type]
    async with town.db.reading() as tx:
        found = await events.find(tx, "szkola-1")
    assert found is not None
    return found


async def was_there(town: Town, who: Inhabitant, event: Event, number: int) -> None:
    """Somebody noted that they were at a session."""
    async with town.db.transaction() as tx:
        person = await people.find(tx, who.person.id)
        assert person is not None
        signup = await rows.find(tx, event.id, person.id)
        assert signup is not None
        await attendance.add(tx, signup.id, event.sessions[number - 1].id, 0, town.clock.now())


async def enrols(who: Inhabitant, *choices: str) -> str:
    """Enrol in a school that asks how much of it somebody wants; gives the confirmation."""
    await who.opens("z_szkola-1")
    await who.presses("Rozumiem")
    await who.says(f"{who.person.first_name} {who.person.last_name}")
    await who.presses("Pomiń", "Pomiń", *choices, "Nic")
    await who.presses("Nie")
    before = len(who.messages)
    await who.presses("Zapisz mnie")
    return "\n".join(who.messages[before - 1 :])


async def test_the_card_lists_the_sessions_and_more_lists_them_all(town: Town, ann: Inhabitant) -> None:
    held = list(meetings(town, 7))
    held[1] = replace(held[1], place="Biblioteka", title=polish("Jak słuchać"))
    await bring(town, tuple(held))
    card = await ann.opens("e_szkola-1")
    assert "7 spotkań, od 5 grudnia do 16 stycznia" in card
    assert "Najbliższe: sobota, 5 grudnia, 9:00–15:00" in card
    assert "2. sobota, 12 grudnia, 9:00–15:00, „Jak słuchać”, Biblioteka" in card
    assert "4. sobota, 26 grudnia" in card
    assert "5. sobota" not in card
    assert "… i jeszcze 3" in card
    more = await ann.presses("Więcej")
    assert "7. sobota, 16 stycznia 2027, 9:00–15:00" in more


async def test_one_enrolment_is_for_all_sessions_and_says_which_is_next(town: Town, ann: Inhabitant) -> None:
    event = await school(town, 6)
    confirmation = await ann.signs_up(event)
    assert "Całość czy wybrane" not in "\n".join(ann.messages)
    assert "Gotowe, masz miejsce!" in confirmation
    assert "Przypomnimy przed każdym spotkaniem" in confirmation
    for number in (1, 2):
        town.clock.move(event.sessions[number - 1].ends_at - town.clock.now())
        await was_there(town, ann, event, number)
    await town.pass_time(days=8)
    mine = await ann.says("/moje")
    assert "Szkoła Liderów" in mine
    assert "Obecność: 2 z 6 spotkań (za nami: 3)" in mine
    assert "Twoje następne spotkanie (4 z 6): sobota, 26 grudnia, 9:00–15:00" in mine


async def test_single_sessions_are_chosen_and_changed_later(town: Town, ann: Inhabitant) -> None:
    await school(town, has_single_sessions=True)
    await ann.opens("z_szkola-1")
    await ann.presses("Rozumiem")
    await ann.says("Anna Kowalska")
    asked = await ann.presses("Pomiń", "Pomiń")
    assert "Całość czy wybrane spotkania?" in asked
    which = await ann.presses("Wybrane spotkania")
    for day in ("5 grudnia", "12 grudnia", "19 grudnia", "26 grudnia"):
        assert day in which
    assert "Wybierz" in await ann.presses("Gotowe")
    await ann.presses("1. sobota, 5 grudnia", "3. sobota, 19 grudnia", "Gotowe", "Nic")
    summary = await ann.presses("Nie")
    assert "Spotkania: 1. sobota, 5 grudnia, 9:00, 3. sobota, 19 grudnia, 9:00" in summary
    await ann.presses("Zapisz mnie")
    assert "Przychodzisz: 5 grudnia, 19 grudnia" in ann.messages[-2]
    await ann.says("/moje")
    await ann.presses("Szkoła Liderów", "Zmień odpowiedzi", "Zmień: Spotkania")
    await ann.presses("4. sobota, 26 grudnia", "Gotowe")
    changed = await ann.presses("Zapisz zmiany")
    assert "Zmienione" in changed
    assert "Przychodzisz: 5 grudnia, 19 grudnia, 26 grudnia" in changed


async def test_a_session_given_up_is_taken_out_of_the_calendar(town: Town, ann: Inhabitant) -> None:
    event = await school(town, has_single_sessions=True)
    await enrols(ann, "Całość")
    await ann.says("/moje")
    await ann.presses("Szkoła Liderów", "Zmień odpowiedzi", "Zmień: Całość")
    await ann.presses("Wybrane", "1. sobota", "2. sobota", "3. sobota", "Gotowe", "Zapisz zmiany")
    assert "Przychodzisz: 5 grudnia, 12 grudnia, 19 grudnia" in ann.messages[-2]
    file = town.world.files.at("documents/file_2.ics")
    assert file is not None
    calendar = Calendar.from_ical(file.content)
    (entry,) = calendar.walk("VEVENT")
    assert (str(calendar["METHOD"]), str(entry["STATUS"])) == ("CANCEL", "CANCELLED")
    assert str(entry["UID"]) == f"event-{event.id}-szkola-1-{event.sessions[3].id}@mam-bot"


async def test_who_joins_late_chooses_among_what_is_ahead(town: Town, ann: Inhabitant) -> None:
    event = await school(town, has_single_sessions=True)
    town.clock.move(event.sessions[0].starts_at - town.clock.now() + timedelta(hours=1))
    card = await ann.opens("e_szkola-1")
    assert "Już trwa. Możesz dołączyć" in card
    await ann.opens("z_szkola-1")
    await ann.presses("Rozumiem")
    await ann.says("Anna Kowalska")
    which = await ann.presses("Pomiń", "Pomiń", "Wybrane spotkania")
    assert "5 grudnia" not in which
    await ann.presses("2. sobota, 12 grudnia", "Gotowe", "Nic", "Nie", "Zapisz mnie")
    assert "Przychodzisz: 12 grudnia" in ann.messages[-2]


async def test_a_course_that_began_takes_nobody_else(town: Town, ann: Inhabitant) -> None:
    event = await school(town)
    town.clock.move(event.sessions[0].starts_at - town.clock.now() + timedelta(hours=1))
    assert "Zapisz się" not in await ann.opens("e_szkola-1")
    assert "już się zacz" in await ann.opens("z_szkola-1")


async def test_i_cant_to_one_session_keeps_the_place_and_can_be_taken_back(town: Town, ann: Inhabitant) -> None:
    event = await school(town)
    await ann.signs_up(event)
    await town.pass_time(days=11, hours=7)
    assert "Spotkanie 1 z 4" in ann.last
    missed = await ann.presses("Nie dam rady na tym")
    assert "Zostajesz na liście" in missed
    assert "Spotkanie 1 z 4" in missed
    assert "Twoje następne spotkanie (2 z 4): sobota, 12 grudnia" in missed
    assert "Wiemy, że Cię nie będzie na spotkaniu: 1" in await ann.says("/moje")
    await ann.presses("Szkoła Liderów")
    await town.pass_time(days=6)
    assert "Spotkanie 1 z 4" not in ann.last
    await town.pass_time(days=1)
    assert "Spotkanie 2 z 4" in ann.last
    assert "do zobaczenia" in await ann.presses("Będę")


async def test_the_way_back_is_one_tap(town: Town, ann: Inhabitant) -> None:
    event = await school(town)
    await ann.signs_up(event)
    await town.pass_time(days=11, hours=7)
    await ann.presses("Nie dam rady na tym")
    assert "do zobaczenia" in await ann.presses("Jednak będę")
    assert "nie będzie" not in await ann.says("/moje")


async def test_a_running_course_can_be_left_and_the_calendar_too(town: Town, ann: Inhabitant) -> None:
    event = await school(town)
    await ann.signs_up(event)
    town.clock.move(event.sessions[1].ends_at - town.clock.now())
    await ann.says("/moje")
    await ann.presses("Szkoła Liderów")
    left = await ann.presses("Rezygnuję")
    assert "Nie ma Cię już na liście" in left
    await ann.presses("Usuń z kalendarza")
    file = town.world.files.at("documents/file_2.ics")
    assert file is not None
    calendar = Calendar.from_ical(file.content)
    assert str(calendar["METHOD"]) == "CANCEL"
    assert len(calendar.walk("VEVENT")) == 4


async def test_moving_one_session_says_the_old_and_the_new(town: Town, ann: Inhabitant) -> None:
    event = await school(town)
    await ann.signs_up(event)
    held = [replace(one, id=0) for one in event.sessions]
    held[1] = replace(held[1], starts_at=held[1].starts_at + WEEK / 7, ends_at=held[1].ends_at + WEEK / 7)
    await bring(town, tuple(held))
    await town.settle()
    told = ann.messages[-2]
    assert "Spotkanie 2 z 4" in told
    assert "Było: sobota, 12 grudnia, 9:00" in told
    assert "Jest: niedziela, 13 grudnia, 9:00–15:00" in told
    assert ann.last.startswith("(document)")


async def test_called_off_and_reopened_everybody_is_told_once(town: Town, ann: Inhabitant) -> None:
    event = await school(town)
    await ann.signs_up(event)
    held = tuple(replace(one, id=0) for one in event.sessions)
    await bring(town, held, is_off=True)
    await town.settle()
    assert sum("nie odbędzie się" in said.lower() or "nie odbędzie" in said for said in ann.messages) == 1
    await bring(town, held)
    await town.settle()
    assert sum("jednak" in said for said in ann.messages) == 1


async def test_attendance_is_counted_session_by_session(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await school(town)
    await ann.signs_up(event)
    await ben.signs_up(event)
    for who, number in ((ann, 1), (ben, 1), (ann, 2)):
        await was_there(town, who, event, number)
    now = event.sessions[2].starts_at.astimezone(town.clock.zone)
    found = await statistics.numbers(town.db, OWNER, "lider", now=now)
    assert [(came.session, came.there, came.seated) for _, came in found.came] == [
        (event.sessions[0].id, 2, 2),
        (event.sessions[1].id, 1, 2),
    ]
    t = town.bot.house.texts.in_("pl")
    assert [file.name for file in drawn(found, "Lider", t, now)][-1] == "obecnosc.png"


async def test_a_session_is_moved_in_the_chat_with_its_length_and_what_was_before(town: Town, ann: Inhabitant) -> None:
    event = await school(town)
    await ann.signs_up(event)
    boss = await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR))
    await boss.says("/edytuj szkola-1")
    await boss.presses("Terminy spotkań", "Zmień: 12 grudnia")
    await boss.says("pon 14.12 16:00")
    await boss.presses("6 h", "Pomiń")
    asked = await boss.presses("Pomiń")
    assert "Było: sobota, 12 grudnia, 9:00–15:00\nBędzie: poniedziałek, 14 grudnia, 16:00–22:00\n\n1 osoba" in asked
    assert "Powiadomimy 1 osobę" in await boss.presses("Zapisz")
    assert "Spotkanie 2 z 4" in "\n".join(ann.messages[-2:])
