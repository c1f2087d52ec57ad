"""The grant report on the phone: how far the indicators are, who is counted, what is entered by hand; and pictures."""

from bot.domain.localized import polish
from bot.domain.people import Grant, Role, Scope
from bot.domain.signups import State
from bot.services import people as everybody
from bot.services import privacy
from bot.store import signups

from ..town import Inhabitant, Town


async def report(town: Town, *came: Inhabitant) -> Inhabitant:
    """A coordinator of the project, after a first session at which these people were."""
    event = await town.plan("szkola-1", project="lider")
    for one in came:
        await one.signs_up(event)
    await town.pass_time(days=8, hours=6)
    async with town.db.transaction() as tx:
        for signup in await signups.list_active(tx, event.id):
            await signups.set_state(tx, signup.id, State.ATTENDED, town.clock.now())
    return await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR, Scope.PROJECT, "lider"))


async def test_it_says_how_far_each_target_is_and_who_is_counted(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    boss = await report(town, ann, ben)
    shown = await boss.says("/wskazniki")
    assert "Zaangażowani obywatele (min 45)\n2 z 45 · brakuje 43" in shown
    assert "Projekt zakończył się: 31 grudnia 2024." in shown
    who = await boss.presses("1. Kto")
    assert "1. Anna Kowalska" in who


async def test_the_number_outlives_the_name(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    boss = await report(town, ann, ben)
    actor = await everybody.recognise(town.db, ann.person.id, administrators=frozenset())
    assert actor is not None
    await privacy.erase(town.db, actor, now=town.clock.now())
    assert "2 z 45" in await boss.says("/wskazniki")
    who = await boss.presses("1. Kto")
    assert "1 bez nazwiska" in who
    assert "Kowalska" not in who


async def test_an_amount_is_entered_by_hand_taken_back_and_brought_back(town: Town, ann: Inhabitant) -> None:
    boss = await report(town, ann)
    await boss.says("/wskazniki")
    nothing = await boss.presses("5. Kto")
    assert "Tu liczą się tylko wpisy ręczne. Naciśnij „Wpisz ręcznie”." in nothing
    assert "Kowalska" not in nothing
    assert "sprawdzić obecność" not in nothing
    await boss.presses("Wpisz ręcznie")
    await boss.says("4")
    await boss.says("Mapa potrzeb seniorów")
    await boss.presses("Wpisz")
    assert "4 z 10 · brakuje 6" in await boss.presses("Do wskaźników")
    await boss.presses("5. Kto", "Wycofaj: Mapa potrzeb")
    assert "4 z 10" in await boss.presses("Cofnij")


async def test_pictures_show_what_there_is(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    boss = await report(town, ann, ben)
    before = len(boss.messages)
    await boss.says("/statystyki")
    assert [message for message in boss.messages[before:] if message.startswith("(photo)")]
    nobody = await town.member("Marek Zieliński", Grant(Role.ANIMATOR, Scope.PROJECT, "kuznia"))
    assert "nie ma czego pokazać" in await nobody.says("/statystyki")


async def test_pictures_with_a_code_are_of_that_event(town: Town, ann: Inhabitant) -> None:
    boss = await report(town, ann)
    await town.plan("pusty", project="lider", title=polish("Nowy warsztat"))
    await town.plan("obcy", project="kuznia")
    seen = await boss.says("/statystyki pusty")
    assert "Nowy warsztat" in seen
    assert "nie ma czego pokazać" in seen
    before = len(boss.messages)
    assert "Statystyki: Forum Dialogu" in await boss.says("/statystyki szkola-1")
    assert [message for message in boss.messages[before:] if message.startswith("(photo)")]
    assert "Nie znam kodu „nieznany”" in await boss.says("/statystyki nieznany")
    assert "poza zakresem Twojej roli" in await boss.says("/statystyki obcy")
