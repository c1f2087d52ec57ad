"""Whom no message reached is called by a person."""

from datetime import timedelta

from bot.domain.audit import Action
from bot.domain.people import Grant, Role
from bot.store import audit

from ..town import Inhabitant, Town
from .test_inbox import coordinator
from .test_lists import enrols


async def unreached(town: Town, ann: Inhabitant) -> None:
    """Ann has a place, leaves a number, and blocks the bot before the event is moved."""
    event = await town.plan()
    await ann.signs_up(event)
    async with town.db.transaction() as tx:
        await tx.execute("UPDATE signups SET phone = '+48600100200'")
    town.world.blocks(ann.person)
    await town.plan(starts_at=event.plan.starts_at + timedelta(days=2))
    await town.settle()


async def test_the_list_says_whom_to_call_and_about_what(town: Town, ann: Inhabitant) -> None:
    ola = await coordinator(town)
    await unreached(town, ann)
    seen = await ola.says("/telefony")
    assert "Anna Kowalska" in seen
    assert "600 100 200" in seen
    assert "zmiana terminu albo miejsca" in seen
    card = await ola.presses("1. Anna Kowalska")
    assert "czwartek, 3 grudnia" in card
    assert "zablokowała bota" in card
    assert "Zadzwonione: Ola" in await ola.presses("Zadzwonione ✓")
    assert "Do nikogo" in await ola.says("/telefony")
    assert "Anna Kowalska" in await ola.presses("Załatwione: 1")
    await ola.presses("1. Anna Kowalska", "Cofnij")
    assert "Anna Kowalska" in await ola.says("/telefony")


async def test_who_never_had_telegram_is_not_said_to_have_left_it(town: Town) -> None:
    event = await town.plan()
    await enrols(town, event, "Jan Kowalski", phone="+48600100200")
    ola = await coordinator(town)
    await ola.says("/edytuj forum-1")
    await ola.presses("Odwołaj", "Odwołaj i powiadom")
    await town.settle()
    assert "wydarzenie jest odwołane" in await ola.says("/telefony")
    await ola.says("/edytuj forum-1")
    await ola.presses("Przywróć")
    assert "/telefony" in await ola.presses("Przywróć i powiadom")
    seen = await ola.says("/telefony")
    assert "wydarzenie jednak się odbędzie" in seen
    assert "odwołane" not in seen
    card = await ola.presses("1. Jan Kowalski")
    assert "Ta osoba nie ma Telegrama." in card
    assert "zablokowała" not in card
    await ola.says("/edytuj forum-1")
    await ola.presses("Odwołaj", "Odwołaj i powiadom")
    assert "wydarzenie jest odwołane" in await ola.says("/telefony")


async def test_a_note_is_kept(town: Town, ann: Inhabitant) -> None:
    ola = await coordinator(town)
    await unreached(town, ann)
    await ola.says("/telefony")
    await ola.presses("1. Anna Kowalska", "Dopisz uwagę")
    await ola.says("Oddzwonić po 17:00")
    assert "Uwaga: Oddzwonić po 17:00" in await ola.presses("Zapisz uwagę")


async def test_every_look_is_kept_in_the_log(town: Town, ann: Inhabitant) -> None:
    ola = await coordinator(town)
    await unreached(town, ann)
    await ola.says("/telefony")
    await ola.presses("1. Anna Kowalska", "Zadzwonione ✓")
    async with town.db.reading() as tx:
        entries = await audit.list_latest(tx, audit.Wanted())
    assert [entry.action for entry in entries][:3] == [Action.CALL_MADE, Action.CALLS_SEEN, Action.CALLS_SEEN]


async def test_whoever_may_not_see_numbers_sees_no_list(town: Town, ann: Inhabitant) -> None:
    animator = await coordinator(town, "Jan Animator", Grant(Role.ANIMATOR))
    await unreached(town, ann)
    assert "600 100 200" not in await animator.says("/telefony")
