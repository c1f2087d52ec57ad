"""What a chat and its messages say about themselves."""

from datetime import timedelta

from bot.sandbox.chats import buttons
from bot.sandbox.people import Person
from bot.sandbox.world import World

from .calls import CALENDAR, Clock, inline


def test_a_message_says_what_kind_it_is(world: World, ann: Person) -> None:
    assert world.says(ann, "Cześć").kind == "text"
    assert world.sends_document(ann, CALENDAR, "Plan").kind == "document"
    assert world.sends_content(ann, {"pinned_message": {}}).kind == "service"


def test_words_are_text_or_caption(world: World, ann: Person) -> None:
    assert world.says(ann, "Cześć").text == "Cześć"
    assert world.sends_document(ann, CALENDAR, "Plan").text == "Plan"
    assert world.sends(ann, "sticker").text == ""


def test_a_reply_is_shown_one_level_deep(world: World, ann: Person) -> None:
    first = world.says(ann, "Kiedy?")
    second = world.says(ann, "Halo?", reply_to=first)
    third = world.says(ann, "Jest tam kto?", reply_to=second)
    shown = third.as_json()["reply_to_message"]
    assert isinstance(shown, dict)
    assert shown["text"] == "Halo?"
    assert "reply_to_message" not in shown


def test_typing_ends_by_itself(world: World, ann: Person, clock: Clock) -> None:
    chat = world.chat_with(ann)
    world.show_typing(chat)
    clock.forward(timedelta(seconds=4))
    assert chat.is_typing(clock())
    clock.forward(timedelta(seconds=1))
    assert not chat.is_typing(clock())


def test_toasts_are_handed_out_once(world: World, ann: Person) -> None:
    chat = world.chat_with(ann)
    world.toast(chat, "Zapisano", is_alert=False)
    assert [toast.text for toast in chat.unshown_toasts()] == ["Zapisano"]
    assert chat.unshown_toasts() == []


def test_a_keyboard_is_rows_of_buttons() -> None:
    assert buttons(inline("Tak", "Nie"))[0][1]["text"] == "Nie"
    assert buttons(None) == []
