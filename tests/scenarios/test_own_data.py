"""What /prywatnosc shows: what one agreed to, all that is known, in words and as a file."""

from ..town import Inhabitant, Town


async def test_the_own_data_can_be_read_and_the_file_has_a_name_in_ones_language(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    await ann.says("/prywatnosc")
    await ann.presses("Pokaż moje dane")
    assert "Imię w Telegramie: Anna" in ann.sees
    assert "• Forum Dialogu, wtorek, 1 grudnia 2026: ma miejsce" in ann.sees
    assert "Informacja o danych przeczytana: 23 listopada 2026." in ann.sees
    assert b'"event": "Forum Dialogu, 2026-12-01"' in town.newest_file(ann)
    oksana = town.person("Oksana Shevchenko", "uk")
    await oksana.says("/pryvatnist")
    await oksana.presses("Показати мої дані")
    files = [
        one.content["document"] for one in town.world.chat_with(oksana.person).from_bot() if one.kind == "document"
    ]
    assert "moi-dani.json" in str(files)


async def test_questions_passed_on_are_said_to_be_kept(ann: Inhabitant) -> None:
    assert "Te, które przekażesz zespołowi, zostają razem z odpowiedzią" in await ann.says("/prywatnosc")


async def test_a_consent_to_pictures_is_asked_with_the_ticket_and_taken_back_in_privacy(
    town: Town, ann: Inhabitant
) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    await ann.says("/moje")
    await ann.presses("Forum Dialogu", "Bilet")
    assert "Czy możemy publikować te, na których Cię widać?" in ann.sees
    assert "Dziękujemy" in await ann.presses("Tak, można")
    agreed = await ann.says("/prywatnosc")
    assert "• publikowanie zdjęć, na których Cię widać: od 23 listopada 2026" in agreed
    await ann.presses("Bez zdjęć ze mną")
    assert "publikowanie zdjęć" not in await ann.says("/prywatnosc")
    await ann.says("/moje")
    await ann.presses("Forum Dialogu", "Bilet")
    assert "Czy możemy publikować" not in ann.sees
