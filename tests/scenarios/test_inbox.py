"""A question the bot cannot answer: passed on, answered by a person, and known from then on."""

import pytest

from bot.domain.people import Grant, Role, Scope

from ..town import Inhabitant, Town

UNKNOWN = "Czy w projekcie Lider w akcji jest parking dla rowerów?"


async def coordinator(town: Town, name: str = "Ola Zielińska", grant: Grant | None = None) -> Inhabitant:
    """Somebody who answers questions."""
    return await town.member(name, grant or Grant(Role.COORDINATOR))


async def passes_on(who: Inhabitant, question: str = UNKNOWN) -> str:
    """Ask, pass on, read what happens with it."""
    await who.says(question)
    seen = await who.presses("Przekaż")
    return await who.presses("Rozumiem, przekaż") if "Rozumiem, przekaż" in seen else seen


@pytest.fixture
async def ola(town: Town) -> Inhabitant:
    """The coordinator."""
    return await coordinator(town)


async def test_a_question_is_passed_on_answered_and_known_from_then_on(
    town: Town, ann: Inhabitant, ben: Inhabitant, ola: Inhabitant
) -> None:
    declined = await ann.says(UNKNOWN)
    assert "Odpowiedź przyjdzie tutaj" in declined
    notice = await ann.presses("Przekaż")
    assert UNKNOWN in notice
    assert "Przeczyta je tylko zespół" in notice
    assert "Fundacja Przykładowa przechowuje je, żeby Ci odpowiedzieć" in notice
    assert "zapisać" not in notice
    assert "nazwisko" not in notice
    assert "Przekazane!" in await ann.presses("Rozumiem, przekaż")

    assert "parking dla rowerów" in await ola.says("/skrzynka")
    question = await ola.presses("1. Czy w projekcie")
    assert "Lider w akcji" in question
    assert "Anna" not in question
    await ola.presses("Odpowiedz")
    preview = await ola.says("Tak, stojaki są przed wejściem.\nMiejsc jest dziesięć.")
    assert "Tak, stojaki są przed wejściem.\nMiejsc jest dziesięć." in preview
    assert "stojaki" not in ann.sees
    assert "Wysłane." in await ola.presses("Wyślij")
    assert "Tak, stojaki są przed wejściem.\nMiejsc jest dziesięć." in ann.last
    assert "[Zapytaj dalej]" in ann.last

    assert "stojaki" not in await ben.says(UNKNOWN)
    await ola.presses("Dodaj do pytań")
    await ola.presses("Ten projekt")
    summary = await ola.presses("6 miesięcy")
    assert "Tak, stojaki są przed wejściem." in summary
    await ola.presses("Zmień: Odpowiedź")
    await ola.says("Tak, stojaki dla rowerów są przed wejściem.")
    assert "Od teraz bot sam odpowiada" in await ola.presses("Zapisz odpowiedź")
    assert "Tak, stojaki dla rowerów są przed wejściem." in await ben.says("czy jest w liderze parking dla rowerow")
    assert "Tak, stojaki dla rowerów są przed wejściem." in await ben.says(UNKNOWN)

    await town.down()
    await town.up()
    assert "Tak, stojaki dla rowerów są przed wejściem." in await ben.says(UNKNOWN)
    await ola.says("/skrzynka")
    await ola.presses("Częste pytania", "1. Czy w projekcie")
    assert "[Cofnij]" in await ola.presses("Usuń")
    assert "stojaki" not in await ben.says(UNKNOWN)
    await ola.presses("Cofnij")
    assert "stojaki" in await ben.says(UNKNOWN)


async def test_the_asker_asks_on(ann: Inhabitant, ola: Inhabitant) -> None:
    await passes_on(ann)
    await ola.says("/skrzynka")
    await ola.presses("1. Czy w projekcie", "Odpowiedz")
    await ola.says("Tak.")
    await ola.presses("Wyślij")
    await ann.presses("Zapytaj dalej")
    await ann.says("A dla hulajnóg?")
    assert "Przekazane!" in await ann.presses("Wyślij")
    assert "A dla hulajnóg?" in await ola.says("/skrzynka")


async def test_two_do_not_answer_the_same(town: Town, ann: Inhabitant, ola: Inhabitant) -> None:
    ewa = await coordinator(town, "Ewa Mazur")
    await passes_on(ann)
    await ola.says("/skrzynka")
    await ola.presses("1. Czy w projekcie")
    await ewa.says("/skrzynka")
    await ewa.presses("1. Czy w projekcie")
    assert "Przez dwie godziny" in await ola.presses("Biorę to")
    assert "inna osoba z zespołu" in await ewa.presses("Odpowiedz")
    taken = await ewa.presses("Pokaż pytanie")
    assert "Odpowiada: Ola" in taken
    assert "[Odpowiedz]" not in taken
    await ola.presses("Oddaję")
    await ewa.says("/skrzynka")
    await ewa.presses("1. Czy w projekcie", "Biorę to")
    await town.pass_time(hours=2)
    await ola.says("/skrzynka")
    assert "[Odpowiedz]" in await ola.presses("1. Czy w projekcie")


async def test_a_closed_question_is_told_kindly(ann: Inhabitant, ola: Inhabitant) -> None:
    await passes_on(ann)
    await ola.says("/skrzynka")
    await ola.presses("1. Czy w projekcie")
    assert "nie umiemy odpowiedzieć" in await ola.presses("Zamknij bez odpowiedzi")
    await ola.presses("Zamknij")
    assert "Na to pytanie nie umiemy odpowiedzieć." in ann.last
    assert "Dziękujemy za pytanie." in ann.last


async def test_spam_mutes_its_sender_until_it_is_taken_back(ann: Inhabitant, ola: Inhabitant) -> None:
    await passes_on(ann)
    await ola.says("/skrzynka")
    await ola.presses("1. Czy w projekcie", "Spam")
    await ann.says("Czy Lider w akcji ma maskotkę?")
    assert "nie przyjmujemy" in await ann.presses("Przekaż")
    await ola.presses("To nie spam")
    await ann.says("Czy Lider w akcji ma maskotkę?")
    assert "Przekazane!" in await ann.presses("Przekaż")


async def test_five_questions_a_day_are_enough(town: Town, ann: Inhabitant) -> None:
    await passes_on(ann)
    for colour in ("czerwony", "zielony", "żółty", "czarny"):
        assert "Przekazane!" in await passes_on(ann, f"Czy Lider w akcji ma {colour} autobus?")
    assert "następne jutro" in await passes_on(ann, "Czy Lider w akcji ma rower?")
    await town.pass_time(hours=25)
    assert "Przekazane!" in await passes_on(ann, "Czy Lider w akcji ma rower?")


async def test_an_old_button_never_passes_on_another_question(town: Town, ann: Inhabitant, ola: Inhabitant) -> None:
    await ann.says(UNKNOWN)
    await ann.says("Kiedy kończy się Lider w akcji?")
    await ann.presses("Przekaż")
    assert any("Zapiszę" in message and UNKNOWN in message for message in ann.messages)
    await town.pass_time(minutes=31)
    await ann.presses("Rozumiem, przekaż")
    assert any("Napisz je jeszcze raz" in message for message in ann.messages)
    assert "Nic nie czeka" in await ola.says("/skrzynka")


async def test_a_project_s_coordinator_sees_only_that_project(town: Town, ann: Inhabitant) -> None:
    other = await coordinator(town, "Jan Inny", Grant(Role.COORDINATOR, Scope.PROJECT, "mam"))
    own = await coordinator(town, "Iga Swoja", Grant(Role.COORDINATOR, Scope.PROJECT, "lider"))
    await passes_on(ann)
    assert "Nic nie czeka" in await other.says("/skrzynka")
    assert "parking" in await own.says("/skrzynka")


async def test_after_a_day_the_team_is_told_and_once(town: Town, ann: Inhabitant, ola: Inhabitant) -> None:
    await passes_on(ann)
    await town.pass_time(hours=23)
    assert not any("od doby" in message for message in ola.messages)
    await town.pass_time(hours=2)
    await town.pass_time(hours=25)
    assert sum("od doby" in message for message in ola.messages) == 1
    assert "parking" in await ola.presses("Pokaż pytanie")


async def test_a_resident_finds_no_way_into_the_inbox(ann: Inhabitant) -> None:
    await passes_on(ann)
    assert "parking" not in await ann.says("/skrzynka")
