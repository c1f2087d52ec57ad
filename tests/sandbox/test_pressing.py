"""Finding the button that somebody means."""

import pytest

from bot.sandbox.people import Person
from bot.sandbox.pressing import choose, inline_button, labels
from bot.sandbox.wire import JsonObject
from bot.sandbox.world import World

from .calls import done, inline, keys


def buttons(*names: str) -> list[JsonObject]:
    return [{"text": name} for name in names]


@pytest.mark.parametrize(
    ("wanted", "among", "found"),
    [
        ("Tak", ["Tak, będę", "Tak"], "Tak"),
        ("Zapisz", ["✅ Zapisz się", "Wróć"], "✅ Zapisz się"),
        ("Zapisz", ["Zapisz się", "Zapisz mnie"], None),
        ("Mapa", ["Wróć"], None),
        ("Wróć", ["Wróć", "Wróć"], "Wróć"),
    ],
)
def test_exact_words_win_and_shorter_ones_have_to_be_clear(wanted: str, among: list[str], found: str | None) -> None:
    button = choose(wanted, buttons(*among))
    assert (button["text"] if button else None) == found


async def test_all_labels_can_be_listed_newest_message_first(world: World, ann: Person) -> None:
    for label in ("Zapisz się", "Wróć"):
        await done(world, "sendMessage", chat_id=ann.id, text="a", reply_markup=inline(label))
    await done(world, "sendMessage", chat_id=ann.id, text="a", reply_markup=keys("Kraków"))
    assert labels(world.chat_with(ann)) == ["Wróć", "Zapisz się", "Kraków"]


async def test_a_deleted_message_has_no_buttons(world: World, ann: Person) -> None:
    await done(world, "sendMessage", chat_id=ann.id, text="a", reply_markup=inline("Tak"))
    (message,) = world.chat_with(ann).from_bot()
    await done(world, "deleteMessage", chat_id=ann.id, message_id=message.id)
    assert inline_button(world.chat_with(ann), (message.id, 0, 0)) is None
    assert inline_button(world.chat_with(ann), "Tak") is None
