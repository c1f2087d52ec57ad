"""The bot changes, removes and pins what it wrote."""

from datetime import timedelta

import telegram

from bot.sandbox.people import Person
from bot.sandbox.wire import JsonObject
from bot.sandbox.world import World

from .calls import CALENDAR, PIXEL, Clock, done, inline, keys, refused, sent


async def said(world: World, ann: Person, text: str = "Krok 1 z 5") -> telegram.Message:
    return await sent(world, "sendMessage", chat_id=ann.id, text=text, reply_markup=inline("Dalej"))


async def test_an_edit_changes_words_and_buttons(world: World, ann: Person) -> None:
    message = await said(world, ann)
    edited = await sent(
        world,
        "editMessageText",
        chat_id=ann.id,
        message_id=message.message_id,
        text="Krok 2 z 5",
        reply_markup=inline("Wróć"),
    )
    assert edited.edit_date is not None
    assert world.sees(ann) == "Krok 2 z 5 [Wróć]"


async def test_an_edit_without_buttons_takes_them_away(world: World, ann: Person) -> None:
    message = await said(world, ann)
    await done(world, "editMessageText", chat_id=ann.id, message_id=message.message_id, text="Gotowe")
    assert world.sees(ann) == "Gotowe"


async def test_an_edit_that_changes_nothing_is_refused(world: World, ann: Person) -> None:
    message = await said(world, ann)
    why = await refused(
        world,
        "editMessageText",
        chat_id=ann.id,
        message_id=message.message_id,
        text="Krok 1 z 5",
        reply_markup=inline("Dalej"),
    )
    assert why == (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )
    why = await refused(
        world, "editMessageReplyMarkup", chat_id=ann.id, message_id=message.message_id, reply_markup=inline("Dalej")
    )
    assert why.startswith("Bad Request: message is not modified")


async def test_buttons_alone_can_go(world: World, ann: Person) -> None:
    message = await said(world, ann)
    empty: JsonObject = {"inline_keyboard": []}
    await done(world, "editMessageReplyMarkup", chat_id=ann.id, message_id=message.message_id, reply_markup=empty)
    assert world.sees(ann) == "Krok 1 z 5"


async def test_only_what_is_there_and_its_own_can_be_edited(world: World, ann: Person) -> None:
    own = world.says(ann, "Dzień dobry")
    for message_id, reason in ((999, "message to edit not found"), (own.id, "message can't be edited")):
        why = await refused(world, "editMessageText", chat_id=ann.id, message_id=message_id, text="a")
        assert why == f"Bad Request: {reason}"
    assert "not specified" in await refused(world, "editMessageText", chat_id=ann.id, text="a")
    assert "MESSAGE_ID_INVALID" in await refused(world, "editMessageText", inline_message_id="1", text="a")


async def test_a_message_with_a_reply_keyboard_stays_as_it_is(world: World, ann: Person) -> None:
    message = await sent(world, "sendMessage", chat_id=ann.id, text="Telefon?", reply_markup=keys("Pomiń"))
    why = await refused(world, "editMessageText", chat_id=ann.id, message_id=message.message_id, text="a")
    assert why == "Bad Request: message can't be edited"


async def test_words_under_a_file_are_a_caption(world: World, ann: Person) -> None:
    message = await sent(world, "sendDocument", {"document": CALENDAR}, chat_id=ann.id, caption="Plan")
    await done(world, "editMessageCaption", chat_id=ann.id, message_id=message.message_id, caption="Nowy plan")
    assert world.sees(ann) == "Nowy plan"
    why = await refused(world, "editMessageText", chat_id=ann.id, message_id=message.message_id, text="a")
    assert why == "Bad Request: there is no text in the message to edit"
    text = await said(world, ann)
    why = await refused(world, "editMessageCaption", chat_id=ann.id, message_id=text.message_id, caption="a")
    assert why == "Bad Request: there is no caption in the message to edit"


async def test_a_file_can_be_changed_for_a_picture(world: World, ann: Person) -> None:
    message = await sent(world, "sendDocument", {"document": CALENDAR}, chat_id=ann.id)
    media: JsonObject = {"type": "photo", "media": "attach://new", "caption": "Mapa"}
    picture = {"new": ("mapa.png", PIXEL, "image/png")}
    edited = await sent(world, "editMessageMedia", picture, chat_id=ann.id, message_id=message.message_id, media=media)
    assert edited.photo
    assert edited.document is None
    assert edited.caption == "Mapa"


async def test_a_place_has_no_media_to_change(world: World, ann: Person) -> None:
    message = await sent(world, "sendLocation", chat_id=ann.id, latitude=50, longitude=20)
    media: JsonObject = {"type": "photo", "media": "attach://new"}
    why = await refused(world, "editMessageMedia", chat_id=ann.id, message_id=message.message_id, media=media)
    assert why == "Bad Request: message can't be edited"


async def test_a_message_can_be_deleted_for_two_days(world: World, clock: Clock, ann: Person) -> None:
    first, second = await said(world, ann), await said(world, ann, "Krok 2 z 5")
    await done(world, "deleteMessage", chat_id=ann.id, message_id=first.message_id)
    why = await refused(world, "deleteMessage", chat_id=ann.id, message_id=first.message_id)
    assert why == "Bad Request: message to delete not found"
    clock.forward(timedelta(hours=49))
    why = await refused(world, "deleteMessage", chat_id=ann.id, message_id=second.message_id)
    assert why == "Bad Request: message can't be deleted for everyone"


async def test_many_can_be_deleted_at_once_and_the_missing_are_passed_over(world: World, ann: Person) -> None:
    message = await said(world, ann)
    await done(world, "deleteMessages", chat_id=ann.id, message_ids=[message.message_id, 999])
    assert world.chat_with(ann).from_bot() == []
    assert "1 to 100" in await refused(world, "deleteMessages", chat_id=ann.id, message_ids=[])


async def test_a_message_is_pinned_until_it_is_let_go_or_deleted(world: World, ann: Person) -> None:
    first, second = await said(world, ann), await said(world, ann, "Krok 2 z 5")
    for message in (first, second):
        await done(world, "pinChatMessage", chat_id=ann.id, message_id=message.message_id)
    await done(world, "unpinChatMessage", chat_id=ann.id)
    assert world.chat_with(ann).pinned == [first.message_id]
    await done(world, "deleteMessage", chat_id=ann.id, message_id=first.message_id)
    assert "to unpin not found" in await refused(world, "unpinChatMessage", chat_id=ann.id)
    assert "to pin not found" in await refused(world, "pinChatMessage", chat_id=ann.id, message_id=999)
