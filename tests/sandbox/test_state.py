"""What Telegram remembers, and whom it tells."""

from bot.sandbox.people import Person
from bot.sandbox.wire import JsonObject
from bot.sandbox.world import World


def test_listeners_hear_which_chat_changed_until_they_stop(world: World, ann: Person) -> None:
    heard: list[int] = []
    stop = world.listen(heard.append)
    world.says(ann, "Cześć")
    stop()
    stop()
    world.says(ann, "Halo")
    assert heard == [ann.id]


def test_every_change_makes_a_message_newer(world: World, ann: Person) -> None:
    first, second = world.says(ann, "a"), world.says(ann, "b")
    world.edits(ann, first, "c")
    assert first.seq > second.seq
    assert first.id < second.id


def test_an_inline_keyboard_leaves_the_reply_keyboard_alone(world: World, ann: Person) -> None:
    chat = world.chat_with(ann)
    keyboard: JsonObject = {"keyboard": [[{"text": "Kraków"}]]}
    world.post(chat, world.bot, {"text": "Gmina?"}, markup=keyboard)
    world.post(chat, world.bot, {"text": "Forum"}, markup={"inline_keyboard": []})
    assert chat.keyboard == keyboard
    world.post(chat, world.bot, {"text": "Dziękuję"}, markup={"remove_keyboard": True})
    assert chat.keyboard is None
