"""Screens to Telegram."""

from bot.chat import rendering
from bot.domain.notices import Priority
from bot.screens.screen import Button, File, Pin, ReplyKeyboard, Screen

from ..town import Inhabitant, Town


async def show(town: Town, ann: Inhabitant, screen: Screen) -> None:
    """Send a screen."""
    await rendering.send(town.bot.application.bot, ann.person.id, screen, Priority.REMINDER)


async def test_a_screen_is_its_text_then_the_pin_then_the_files(town: Town, ann: Inhabitant) -> None:
    await ann.says("/start")
    screen = Screen("<b>Raz</b>", pin=Pin(50.0, 20.0, "Dom", "ul. Krótka 1"), files=(File("a.ics", b"x"),))
    await show(town, ann, screen)
    assert ann.messages[-3:] == ["Raz", "(venue)", "(document)"]


async def test_a_screen_without_text_is_only_what_hangs_on_it(town: Town, ann: Inhabitant) -> None:
    await ann.says("/start")
    count = len(ann.messages)
    await show(town, ann, Screen("", pin=Pin(50.0, 20.0, "Dom", "ul. Krótka 1")))
    assert ann.messages[count:] == ["(venue)"]


async def test_labels_are_plain_words(town: Town, ann: Inhabitant) -> None:
    await ann.says("/start")
    await show(town, ann, Screen("A &amp; B", rows=((Button("C &amp; D", url="https://example.org"),),)))
    assert ann.last == "A & B [C & D]"


async def test_a_keyboard_in_place_of_letters_is_shown_and_taken_away(town: Town, ann: Inhabitant) -> None:
    await ann.says("/start")
    chat = town.world.chat_with(ann.person)
    await show(town, ann, Screen("Numer?", keyboard=ReplyKeyboard("Wyślij", (("Pomiń",),), "600 100 200")))
    assert chat.keyboard is not None
    await show(town, ann, Screen("Dobrze.", clears_keyboard=True))
    assert chat.keyboard is None


async def test_a_button_under_a_message_that_is_gone_is_answered_with_a_new_one(town: Town, ann: Inhabitant) -> None:
    await ann.says("/start")
    message = town.world.chat_with(ann.person).from_bot()[-1]
    town.world.presses(ann.person, "Pomoc")
    message.is_deleted = True
    count = len(ann.messages)
    await town.settle()
    assert len(ann.messages) >= count
    assert "Co możesz" in ann.last or "[Moje zapisy]" in ann.last


async def test_the_same_screen_twice_is_no_mistake(town: Town, ann: Inhabitant) -> None:
    await ann.says("/pomoc")
    before = ann.last
    assert await ann.presses("Pomoc") == before
