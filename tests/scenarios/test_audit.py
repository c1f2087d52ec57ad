"""The audit log, as it is read: who did what, narrowed down, taken away as a file."""

import csv
from io import StringIO

import pytest

from bot.domain.audit import Action
from bot.domain.people import Grant, Role, Scope
from bot.store import audit

from ..town import Inhabitant, Town


@pytest.fixture
async def halina(town: Town) -> Inhabitant:
    """An administrator."""
    return await town.member("Halina Mazur", Grant(Role.ADMINISTRATOR))


async def done(town: Town, who: Inhabitant, action: Action, code: str = "", subject: int | None = None) -> None:
    """Something done by somebody, perhaps about an event."""
    async with town.db.transaction() as tx:
        person = await tx.value("SELECT id FROM people WHERE telegram_id = ?", [who.person.id])
        event = await tx.value("SELECT id FROM events WHERE code = ?", [code])
        await audit.add(
            tx,
            int(str(person)),
            action,
            event=int(str(event)) if event else None,
            subject=subject,
            now=town.clock.now(),
        )


async def actions(town: Town) -> list[str]:
    """What the log holds, oldest first."""
    async with town.db.reading() as tx:
        return [row["action"] for row in await tx.all("SELECT action FROM audit ORDER BY id")]


def file(town: Town, who: Inhabitant) -> tuple[str, bytes]:
    """The newest file somebody was sent: its name and what is in it."""
    document = town.world.chat_with(who.person).from_bot()[-1].content["document"]
    assert isinstance(document, dict)
    stored = town.world.files.get(str(document["file_id"]))
    assert stored is not None
    return stored.name, stored.content


async def test_it_says_who_did_what_when_and_about_which_event(town: Town, halina: Inhabitant) -> None:
    await town.plan()
    krystyna = await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR))
    await done(town, krystyna, Action.EVENT_CHANGED, "forum-1")
    log = await halina.says("/dziennik")
    assert "23 listopada, 12:00 · Krystyna Wójcik\nZmiana wydarzenia, forum-1" in log
    assert "Strona 1 z 1, 1 wpis." in log


async def test_what_a_resident_was_refused_is_in_it(halina: Inhabitant, ann: Inhabitant) -> None:
    await ann.says("/zespol")
    assert "Anna Kowalska\nOdmowa, zespół" in await halina.says("/dziennik")


async def test_it_is_narrowed_down_by_person_event_and_kind(town: Town, halina: Inhabitant) -> None:
    await town.plan()
    await town.plan("forum-2")
    krystyna = await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR))
    marek = await town.member("Marek Zieliński", Grant(Role.ANIMATOR))
    await done(town, krystyna, Action.EVENT_CHANGED, "forum-1")
    await done(town, krystyna, Action.EVENT_CALLED_OFF, "forum-2")
    await done(town, marek, Action.LIST_SEEN, "forum-1")
    await halina.says("/dziennik")
    own = await halina.presses("Według osoby", "Krystyna Wójcik")
    assert "Tylko osoba: Krystyna Wójcik." in own
    assert "Marek Zieliński" not in own
    both = await halina.presses("Według wydarzenia", "forum-2")
    assert "Tylko osoba: Krystyna Wójcik, wydarzenie: forum-2." in both
    assert "Odwołane wydarzenie" in both
    assert "Zmiana wydarzenia" not in both
    assert "Marek Zieliński" in await halina.presses("Pokaż wszystko")
    kind = await halina.presses("Według rodzaju", "Podgląd listy")
    assert "Marek Zieliński" in kind
    assert "Odwołane wydarzenie" not in kind
    assert "Tylko wydarzenie: forum-2." in await halina.says("/dziennik forum-2")


async def test_looking_at_one_persons_doings_is_written_down_too(town: Town, halina: Inhabitant) -> None:
    marek = await town.member("Marek Zieliński", Grant(Role.ANIMATOR))
    await done(town, marek, Action.LIST_SEEN)
    await halina.says("/dziennik")
    await halina.presses("Według osoby", "Marek Zieliński")
    assert await actions(town) == ["list_seen", "log_seen"]


async def test_it_has_pages(town: Town, halina: Inhabitant) -> None:
    for number in range(1, 12):
        await done(town, halina, Action.CALL_MADE, subject=number)
    first = await halina.says("/dziennik")
    assert "nr 11" in first
    assert "nr 3\n" not in first
    assert "Strona 2 z 2, 11 wpisów." in await halina.presses("Starsze")
    assert "nr 3" in halina.last
    assert "nr 11" in await halina.presses("Nowsze")


async def test_the_file_opens_in_a_polish_spreadsheet(town: Town, halina: Inhabitant) -> None:
    await town.plan()
    await done(town, halina, Action.EVENT_CHANGED, "forum-1", subject=1)
    await halina.says("/dziennik")
    await halina.presses("Jako plik (CSV)")
    name, content = file(town, halina)
    assert name == "dziennik-2026-11-23.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][2:5] == ["Osoba", "Działanie", "Wydarzenie"]
    assert rows[1][2:5] == ["Halina Mazur", "zmiana wydarzenia", "forum-1"]
    assert await actions(town) == ["event_changed", "log_exported"]


async def test_a_coordinator_of_one_project_reads_about_that_project_and_themself(
    town: Town, halina: Inhabitant
) -> None:
    await town.plan()
    await town.plan("kuznia-1", project="kuznia")
    krystyna = await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR, Scope.PROJECT, "kuznia"))
    await done(town, halina, Action.EVENT_CHANGED, "forum-1")
    await done(town, halina, Action.EVENT_CALLED_OFF, "kuznia-1")
    await done(town, krystyna, Action.CALL_MADE)
    log = await krystyna.says("/dziennik")
    assert "forum-1" not in log
    assert "Odwołane wydarzenie, kuznia-1" in log
    assert "Wykonany telefon" in log
    assert "To jest poza zakresem Twojej roli" in await krystyna.says("/dziennik forum-1")


async def test_an_empty_log_says_so(halina: Inhabitant) -> None:
    assert "Tu jeszcze nic nie ma" in await halina.says("/dziennik")
