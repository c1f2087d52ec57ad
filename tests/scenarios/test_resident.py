"""A resident's story, as it is lived: asks, signs up, is reminded, gives the seat back."""

from datetime import timedelta

from bot.domain.signups import State
from bot.sandbox.world import World
from bot.store import signups

from ..town import Inhabitant, Town


async def state_of(town: Town, who: Inhabitant, code: str = "forum-1") -> State | None:
    """Where somebody's sign-up stands in the store."""
    async with town.db.reading() as tx:
        row = await tx.one(
            """
            SELECT signups.id FROM signups JOIN people ON people.id = person_id JOIN events ON events.id = event_id
            WHERE telegram_id = ? AND code = ?
            """,
            [who.person.id, code],
        )
        found = await signups.get(tx, row["id"]) if row else None
    return found.state if found else None


async def test_the_greeting_offers_four_ways(ann: Inhabitant) -> None:
    seen = await ann.says("/start")
    assert "Fundacja Przykładowa" in seen
    for label in ("[Wydarzenia]", "[Projekty]", "[Moje zapisy]", "[Pomoc]"):
        assert label in seen


async def test_a_newcomer_is_signed_up_and_told_what_happens_next(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    await ann.says("/wydarzenia")
    card = await ann.presses("1. Forum Dialogu")
    assert "Wolne miejsca: 6 z 6" in card
    assert "Dom kultury, ul. Na Kozłówce 25, Kraków" in card
    notice = await ann.presses("Zapisz się")
    assert "Krok 1 z 7" in notice
    assert "Krok 2 z 7" in await ann.presses("Rozumiem")
    assert "Krok 3 z 7" in await ann.says("Anna Kowalska")
    assert "60010020" in await ann.says("60010020")
    assert "Krok 4 z 7" in await ann.says("600 100 200")
    assert "Krok 5 z 7" in await ann.says("Kraków")
    await ann.presses("Nic")
    summary = await ann.presses("Tak")
    for answer in ("Anna Kowalska", "600 100 200", "Kraków"):
        assert answer in summary
    await ann.presses("Zapisz mnie")
    confirmation = ann.messages[-2]
    assert "Gotowe, masz miejsce!" in confirmation
    assert "wtorek, 1 grudnia, 17:00–19:00" in confirmation
    assert "Przypomnimy: jutro o 17:00, 30 listopada o 18:00" in confirmation
    assert ann.last.startswith("(document)")
    assert await state_of(town, ann) is State.CONFIRMED


async def test_a_returning_person_needs_two_taps(town: Town, ann: Inhabitant) -> None:
    await town.plan("a")
    await town.plan("b")
    await ann.opens("z_a")
    await ann.presses("Rozumiem")
    await ann.says("Anna Kowalska")
    await ann.presses("Pomiń", "Pomiń", "Nic", "Tak", "Zapisz mnie")
    await ann.opens("e_b")
    await ann.presses("Zapisz się")
    await ann.presses("Zapisz mnie")
    assert await state_of(town, ann, "b") is State.CONFIRMED


async def test_the_reminder_comes_and_i_cant_gives_the_seat_to_the_next(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=1)
    assert "masz miejsce" in await ann.signs_up(event)
    assert "1. miejsc" in await ben.signs_up(event)
    await town.pass_time(days=7, hours=6)
    assert "Już jutro" in ann.last
    assert "wtorek, 1 grudnia, 17:00–19:00" in ann.last
    farewell = await ann.presses("Nie dam rady")
    assert "[Cofnij]" in farewell
    assert "Jeśli miejsce dostanie tymczasem ktoś z kolejki, wrócisz na jej początek" in farewell
    assert "Zwolniło się miejsce" in ben.last
    assert (await state_of(town, ann), await state_of(town, ben)) == (State.CANCELLED, State.OFFERED)
    undone = await ann.presses("Cofnij")
    assert "Miejsce czeka teraz na odpowiedź innej osoby. Jesteś na 1. miejscu w kolejce" in undone
    assert "[Wychodzę z kolejki]" in undone
    await ben.presses("Biorę")
    assert "Masz miejsce!" in ben.sees
    assert await state_of(town, ben) is State.CONFIRMED


async def test_i_ll_come_and_i_ll_be_late_are_noted(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    await town.pass_time(days=1, hours=5)
    await ann.presses("Będę")
    await ann.says("/moje")
    assert "będziesz" in (await ann.presses("Forum Dialogu")).lower()
    await town.pass_time(days=6, hours=1)
    await ann.presses("Spóźnię się")
    await ann.says("/moje")
    assert "spóźni" in (await ann.presses("Forum Dialogu")).lower()


async def test_a_full_event_says_so_before_anybody_fills_in_a_form(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=1)
    await ann.signs_up(event)
    card = await ben.opens("e_forum-1")
    assert "Wszystkie" in card
    assert "[Zapisz się]" not in card


async def test_the_phone_can_be_shared_with_a_button_but_not_somebody_else_s(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    await ann.opens("z_forum-1")
    await ann.presses("Rozumiem", "Anna Kowalska")
    town.world.sends_contact(ann.person, of=town.person("Jan Obcy").person)
    await town.settle()
    assert "Krok 3 z 7" in ann.last
    assert "Krok 4 z 7" in await ann.presses("Wyślij mój numer")


async def test_a_question_in_the_middle_of_signing_up_is_answered_and_the_step_stays(
    town: Town, ann: Inhabitant
) -> None:
    await town.plan()
    await ann.opens("z_forum-1")
    await ann.presses("Rozumiem")
    seen = await ann.says("kiedy jest spotkanie na kozłówce?")
    assert "10 maja 2022" in seen
    assert "Krok 2 z 7" in seen


async def test_a_command_wins_and_the_draft_stays(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    await ann.opens("z_forum-1")
    await ann.presses("Rozumiem")
    await ann.says("Anna Kowalska")
    assert "[Moje zapisy]" in await ann.says("/pomoc")
    await ann.says("/anuluj")
    seen = await ann.says("/moje")
    assert "[Dokończ" in seen
    assert "Krok 3 z 7" in await ann.presses("Dokończ")


async def test_a_double_tap_does_nothing_twice(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    before = list(ann.messages)
    town.world.updates.repeat()
    await town.settle()
    assert ann.messages == before


async def test_an_old_button_explains_itself(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    await ann.opens("z_forum-1")
    await ann.presses("Rozumiem")
    await ann.says("Anna Kowalska")
    await ann.says("600 100 200")
    chat = town.world.chat_with(ann.person)
    name, gmina = (next(m for m in chat.from_bot() if step in m.text) for step in ("Krok 2", "Krok 4"))
    assert "Krok 4 z 7" in await ann.presses((name.id, 0, 0))
    assert "za nami" in name.text
    await ann.presses("Pomiń", "Nic", "Nie", "Zapisz mnie")
    await ann.presses((gmina.id, 0, 0))
    assert "Krok" not in gmina.text


async def test_after_a_restart_the_conversation_goes_on(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    await ann.opens("z_forum-1")
    await ann.presses("Rozumiem")
    await town.down()
    await town.up()
    assert "Krok 3 z 7" in await ann.says("Anna Kowalska")
    await town.down()
    await town.up()
    await town.pass_time(days=7)
    await ann.says("/moje")
    assert "Krok 3 z 7" in await ann.presses("Dokończ")


async def test_a_sign_up_is_changed_and_cancelled_in_my(town: Town, ann: Inhabitant) -> None:
    event = await town.plan(companions=1)
    await ann.opens("z_forum-1")
    await ann.presses("Rozumiem")
    await ann.says("Anna Kowalska")
    await ann.presses("Pomiń", "Pomiń", "0", "Nic", "Nie", "Zapisz mnie")
    await ann.says("/moje")
    await ann.presses("Forum Dialogu")
    await ann.presses("Zmień odpowiedzi")
    await ann.presses("Zmień: Osoby", "1", "Pomiń")
    changed = await ann.presses("Zapisz zmiany")
    assert "1" in changed
    await ann.presses("Rezygnuję")
    assert await state_of(town, ann) is State.CANCELLED
    assert "masz" in (await ann.presses("Cofnij")).lower()
    assert event.plan.code == "forum-1"


async def test_a_moved_event_is_told_with_old_and_new_and_a_calendar_file(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    later = event.plan.starts_at + timedelta(days=2)
    await town.plan(starts_at=later, ends_at=later + timedelta(hours=2))
    await town.settle()
    assert "wtorek, 1 grudnia, 17:00" in ann.messages[-2]
    assert "czwartek, 3 grudnia, 17:00" in ann.messages[-2]
    assert ann.last.startswith("(document)")
    await ann.presses("Tak, będę")


async def test_everything_that_is_not_words_gets_an_answer(town: Town, ann: Inhabitant) -> None:
    await ann.says("/start")
    world: World = town.world
    for kind in ("sticker", "voice", "video", "video_note", "animation", "dice", "audio"):
        before = len(ann.messages)
        world.sends(ann.person, kind)
        await town.settle()
        assert len(ann.messages) == before + 1
    world.sends_location(ann.person, 50.0, 20.0)
    world.sends_photo(ann.person, ("a.png", b"x", "image/png"))
    world.sends_document(ann.person, ("a.pdf", b"x", "application/pdf"))
    world.sends_contact(ann.person)
    before = len(ann.messages)
    await town.settle()
    assert len(ann.messages) == before + 4


async def test_an_edited_message_is_not_an_answer(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    await ann.opens("z_forum-1")
    await ann.presses("Rozumiem")
    written = town.world.says(ann.person, "Anna Kowalska")
    await town.settle()
    town.world.edits(ann.person, written, "Anna Nowak")
    await town.settle()
    assert "Krok" not in ann.last
    assert "Krok 4 z 7" in await ann.says("600 100 200")


async def test_in_a_group_the_bot_invites_into_the_private_chat(town: Town, ann: Inhabitant) -> None:
    group = town.world.add_group("Sąsiedzi", ann.person)
    await town.settle()
    town.world.says(ann.person, "/wydarzenia@mam_bot", chat=group)
    await town.settle()
    (answer,) = group.from_bot()
    assert "start=g" in str(answer.markup)


async def test_the_language_is_taken_from_the_phone_and_can_be_changed(town: Town) -> None:
    oksana = town.person("Oksana Shevchenko", "uk")
    assert "Події" in await oksana.says("/start")
    await oksana.says("/nalashtuvannia")
    await oksana.presses("Polski")
    assert "Wydarzenia" in await oksana.says("/start")
    assert {str(command["command"]) for command in town.world.commands(oksana.person)} >= {"wydarzenia", "moje"}


async def test_everything_is_shown_and_erased_on_request(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await town.plan(seats=1)
    await ann.signs_up(event)
    await ben.signs_up(event)
    await ann.says("/prywatnosc")
    await ann.presses("Pokaż moje dane")
    assert ann.last.startswith("(document)")
    await ann.says("/prywatnosc")
    await ann.presses("Usuń")
    await ann.presses("Usuń wszystko")
    assert await state_of(town, ben) is State.OFFERED
    async with town.db.reading() as tx:
        assert "Kowalska" not in str([dict(row) for row in await tx.all("SELECT * FROM people")])


async def test_whoever_blocked_the_bot_is_not_written_to_and_can_come_back(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    town.world.blocks(ann.person)
    await town.pass_time(days=1, hours=5)
    async with town.db.reading() as tx:
        assert len(await tx.all("SELECT * FROM calls")) == 1
    assert "Fundacja" in await ann.says("/start")
    await town.pass_time(days=6, hours=1)
    assert "Już jutro" in ann.last


async def test_a_flood_is_asked_to_wait_once(town: Town, ann: Inhabitant) -> None:
    for number in range(45):
        town.world.says(ann.person, f"/start {number}")
    await town.settle()
    answers = len(ann.messages)
    assert answers == 41


async def test_what_is_over_is_no_sign_up_to_come(town: Town, ann: Inhabitant) -> None:
    await ann.signs_up(await town.plan())
    await town.pass_time(days=9)
    assert "Na razie nie masz zapisów na nadchodzące wydarzenia" in await ann.says("/moje")
