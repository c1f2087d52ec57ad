"""The bot writes into chats, within Telegram's limits."""

import pytest

from bot.sandbox.chats import Chat
from bot.sandbox.people import Person
from bot.sandbox.wire import Json, JsonObject
from bot.sandbox.world import World

from .calls import CALENDAR, PIXEL, Clock, done, inline, keys, refused, sent

PICTURE = ("plakat.png", PIXEL, "image/png")
FILM = ("film.mp4", b"film", "video/mp4")


async def test_a_message_arrives_with_its_formatting_and_buttons(world: World, ann: Person) -> None:
    message = await sent(
        world,
        "sendMessage",
        chat_id=ann.id,
        text="<b>Forum</b> 👋",
        parse_mode="HTML",
        reply_markup=inline("Zapisz się"),
    )
    assert message.text == "Forum 👋"
    assert message.entities[0].type == "bold"
    assert message.reply_markup is not None
    assert world.sees(ann) == "Forum 👋 [Zapisz się]"


async def test_lengths_count_after_the_html_is_read(world: World, ann: Person) -> None:
    await done(world, "sendMessage", chat_id=ann.id, text=f"<b>{'ż' * 4096}</b>", parse_mode="HTML")
    assert await refused(world, "sendMessage", chat_id=ann.id, text="a" * 4097) == "Bad Request: message is too long"


async def test_an_emoji_counts_twice(world: World, ann: Person) -> None:
    assert "too long" in await refused(world, "sendMessage", chat_id=ann.id, text="👋" * 2049)


@pytest.mark.parametrize("text", ["", "  \n", "<b> </b>"])
async def test_an_empty_message_is_refused(world: World, ann: Person, text: str) -> None:
    why = await refused(world, "sendMessage", chat_id=ann.id, text=text, parse_mode="HTML")
    assert why == "Bad Request: message text is empty"


async def test_a_caption_has_a_limit_of_its_own(world: World, ann: Person) -> None:
    why = await refused(world, "sendDocument", {"document": CALENDAR}, chat_id=ann.id, caption="a" * 1025)
    assert why == "Bad Request: message caption is too long"


async def test_a_document_comes_through_and_can_be_sent_again_by_its_id(world: World, ann: Person) -> None:
    first = await sent(world, "sendDocument", {"document": CALENDAR}, chat_id=ann.id, caption="Do kalendarza")
    assert first.document is not None
    again = await sent(world, "sendDocument", chat_id=ann.id, document=first.document.file_id)
    assert again.document is not None
    assert (again.document.file_name, again.document.mime_type) == ("forum.ics", "text/calendar")


async def test_a_picture_has_its_size(world: World, ann: Person) -> None:
    message = await sent(world, "sendPhoto", {"plakat": PICTURE}, chat_id=ann.id, photo="attach://plakat")
    assert (message.photo[0].width, message.photo[0].height) == (1, 1)


@pytest.mark.parametrize(
    ("upload", "reason"),
    [
        (("a.png", b"", "image/png"), "file must be non-empty"),
        (("a.png", b"hello", "image/png"), "IMAGE_PROCESS_FAILED"),
        (("a.png", PIXEL[:16] + b"\0\0\x20\0" + b"\0\0\x20\0" + PIXEL[24:], "image/png"), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_a_broken_picture_is_refused(
    world: World, ann: Person, upload: tuple[str, bytes, str], reason: str
) -> None:
    assert reason in await refused(world, "sendPhoto", {"photo": upload}, chat_id=ann.id)


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        ("attach://nowhere", "there is no file with this name"),
        ("unknown-id", "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_a_file_has_to_be_there(world: World, ann: Person, reference: str, reason: str) -> None:
    assert reason in await refused(world, "sendDocument", chat_id=ann.id, document=reference)


async def test_a_document_is_not_a_picture(world: World, ann: Person) -> None:
    message = await sent(world, "sendDocument", {"document": CALENDAR}, chat_id=ann.id)
    assert message.document is not None
    assert "can't use file of type Document as Photo" in await refused(
        world, "sendPhoto", chat_id=ann.id, photo=message.document.file_id
    )


async def test_a_place_has_a_name_and_a_point(world: World, ann: Person) -> None:
    place: dict[str, Json] = {"latitude": 50.02, "longitude": 19.98, "title": "MAM", "address": "Na Kozłówce 25"}
    message = await sent(world, "sendVenue", chat_id=ann.id, **place)
    assert message.venue is not None
    assert message.venue.location.latitude == 50.02
    assert "non-empty" in await refused(world, "sendVenue", chat_id=ann.id, **place | {"title": " "})


async def test_a_point_lies_on_the_earth(world: World, ann: Person) -> None:
    assert (await sent(world, "sendLocation", chat_id=ann.id, latitude=50, longitude=20)).location is not None
    assert "invalid geo" in await refused(world, "sendLocation", chat_id=ann.id, latitude=91, longitude=20)


async def test_an_album_is_two_to_ten_pictures(world: World, ann: Person) -> None:
    files = {"one": PICTURE, "two": PICTURE}
    media: list[JsonObject] = [{"type": "photo", "media": f"attach://{name}"} for name in files]
    album = await done(world, "sendMediaGroup", files, chat_id=ann.id, media=media)
    assert isinstance(album, list)
    assert len(album) == 2
    assert "2 to 10" in await refused(world, "sendMediaGroup", files, chat_id=ann.id, media=media[:1])


async def test_pictures_and_films_share_an_album(world: World, ann: Person) -> None:
    files = {"one": PICTURE, "two": FILM}
    media: list[JsonObject] = [
        {"type": "photo", "media": "attach://one", "caption": "Spacer"},
        {"type": "video", "media": "attach://two"},
    ]
    album = await done(world, "sendMediaGroup", files, chat_id=ann.id, media=media)
    assert isinstance(album, list)
    assert [("photo" in one, "video" in one) for one in album] == [(True, False), (False, True)]
    assert len({one["media_group_id"] for one in album}) == 1


@pytest.mark.parametrize("kind", ["document", "audio"])
async def test_documents_and_sounds_do_not_share_an_album_with_others(world: World, ann: Person, kind: str) -> None:
    media: list[JsonObject] = [{"type": "photo", "media": "a"}, {"type": kind, "media": "b"}]
    why = await refused(world, "sendMediaGroup", chat_id=ann.id, media=media)
    assert why == f"Bad Request: {kind.title()} can't be mixed with other media types"


async def test_an_animation_is_no_part_of_an_album(world: World, ann: Person) -> None:
    media: list[JsonObject] = [{"type": "photo", "media": "a"}, {"type": "animation", "media": "b"}]
    assert "animation" in await refused(world, "sendMediaGroup", chat_id=ann.id, media=media)


async def test_a_reply_names_a_message_that_is_there(world: World, ann: Person) -> None:
    question = world.says(ann, "Kiedy jest forum?")
    answer = await sent(
        world, "sendMessage", chat_id=ann.id, text="Jutro", reply_parameters={"message_id": question.id}
    )
    assert answer.reply_to_message is not None
    assert answer.reply_to_message.text == "Kiedy jest forum?"
    gone: JsonObject = {"message_id": 999}
    why = await refused(world, "sendMessage", chat_id=ann.id, text="Jutro", reply_parameters=gone)
    assert why == "Bad Request: message to be replied not found"
    await done(
        world, "sendMessage", chat_id=ann.id, text="a", reply_parameters=gone | {"allow_sending_without_reply": True}
    )


async def test_typing_shows_for_five_seconds_or_until_the_message(world: World, clock: Clock, ann: Person) -> None:
    await done(world, "sendChatAction", chat_id=ann.id, action="typing")
    assert world.chat_with(ann).is_typing(clock())
    await done(world, "sendMessage", chat_id=ann.id, text="Już jestem")
    assert not world.chat_with(ann).is_typing(clock())
    assert "action" in await refused(world, "sendChatAction", chat_id=ann.id, action="thinking")


async def test_a_message_can_be_copied_or_forwarded(world: World, ann: Person, ben: Person) -> None:
    world.opens_link(ben)
    note = world.sends_document(ann, CALENDAR, "Plan")
    where: dict[str, Json] = {"chat_id": ben.id, "from_chat_id": ann.id, "message_id": note.id}
    await done(world, "copyMessage", **where, caption="<b>Plan forum</b>", parse_mode="HTML")
    assert world.sees(ben) == "Plan forum"
    forwarded = await sent(world, "forwardMessage", **where)
    assert forwarded.forward_origin is not None
    assert forwarded.caption == "Plan"
    assert "message to forward not found" in await refused(world, "forwardMessage", **where | {"message_id": 999})


async def test_a_keyboard_in_place_of_the_letters_comes_and_goes(world: World, ann: Person) -> None:
    await done(world, "sendMessage", chat_id=ann.id, text="Gmina?", reply_markup=keys("Kraków", "Skawina"))
    assert world.chat_with(ann).keyboard is not None
    await done(world, "sendMessage", chat_id=ann.id, text="Dziękuję", reply_markup={"remove_keyboard": True})
    assert world.chat_with(ann).keyboard is None


async def test_nobody_is_written_to_who_does_not_want_it(
    world: World, ann: Person, ben: Person, neighbours: Chat
) -> None:
    assert await refused(world, "sendMessage", chat_id=77, text="a") == "Bad Request: chat not found"
    why = await refused(world, "sendMessage", chat_id=ben.id, text="a")
    assert why == "Forbidden: bot can't initiate conversation with a user"
    world.blocks(ann)
    assert await refused(world, "sendMessage", chat_id=ann.id, text="a") == "Forbidden: bot was blocked by the user"
    world.removes_bot(ann, neighbours)
    why = await refused(world, "sendMessage", chat_id=neighbours.id, text="a")
    assert why == "Forbidden: bot was kicked from the group chat"


async def test_a_stranger_is_not_found_and_a_deleted_account_is_said_so(world: World, ann: Person, ben: Person) -> None:
    assert await refused(world, "sendMessage", chat_id=ben.id, text="a") == "Bad Request: chat not found"
    world.deletes_account(ann)
    assert await refused(world, "sendMessage", chat_id=ann.id, text="a") == "Forbidden: user is deactivated"
