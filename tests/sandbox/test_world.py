"""People act, and the bot gets what Telegram would send."""

import pytest

from bot.sandbox.chats import Chat
from bot.sandbox.people import Person
from bot.sandbox.pressing import NoSuchButton
from bot.sandbox.wire import JsonObject
from bot.sandbox.world import World

from .calls import CALENDAR, PIXEL, done, inline, keys, news, refused, sent


def test_words_arrive_with_who_when_and_where(world: World, ann: Person) -> None:
    world.says(ann, "Kiedy jest forum?")
    message = news(world)[0].message
    assert message is not None
    assert message.from_user is not None
    assert (message.text, message.from_user.full_name, message.from_user.language_code) == (
        "Kiedy jest forum?",
        "Anna Nowak",
        "pl",
    )
    assert message.date == world.clock()
    assert message.chat.type == "private"


def test_a_link_is_a_start_command_with_its_payload(world: World, ben: Person) -> None:
    world.opens_link(ben, "e_forum-1")
    message = news(world)[0].message
    assert message is not None
    assert message.text == "/start e_forum-1"
    assert message.parse_entities() == {message.entities[0]: "/start"}


def test_update_ids_grow(world: World, ann: Person) -> None:
    for text in ("a", "b", "c"):
        world.says(ann, text)
    ids = [update.update_id for update in news(world)]
    assert ids == list(range(ids[0], ids[0] + 3))


@pytest.mark.parametrize("kind", ["sticker", "voice", "audio", "video", "animation", "video_note", "dice", "poll"])
def test_people_send_all_sorts_of_things(world: World, ann: Person, kind: str) -> None:
    world.sends(ann, kind)
    message = news(world)[0].message
    assert message is not None
    assert getattr(message, kind) is not None


def test_nobody_sends_what_does_not_exist(world: World, ann: Person) -> None:
    with pytest.raises(ValueError, match="hologram"):
        world.sends(ann, "hologram")
    with pytest.raises(ValueError, match="1 to 4096"):
        world.says(ann, "  ")


def test_a_contact_is_ones_own_or_somebody_elses(world: World, ann: Person, ben: Person) -> None:
    world.sends_contact(ann)
    world.sends_contact(ann, of=ben)
    world.sends_contact(ann, phone="48123456789", name="Sołtys")
    contacts = [update.message.contact for update in news(world) if update.message]
    assert [contact.user_id for contact in contacts if contact] == [ann.id, ben.id, None]
    assert contacts[2] is not None
    assert contacts[2].phone_number == "48123456789"


def test_pictures_files_and_places_arrive(world: World, ann: Person) -> None:
    world.sends_photo(ann, ("ja.png", PIXEL, "image/png"), "To ja")
    world.sends_document(ann, CALENDAR)
    world.sends_location(ann, 50.02, 19.98)
    picture, file, place = (update.message for update in news(world))
    assert picture is not None
    assert picture.photo
    assert picture.caption == "To ja"
    assert file is not None
    assert file.document is not None
    assert place is not None
    assert place.location is not None


def test_an_edit_comes_as_an_edit(world: World, ann: Person, ben: Person) -> None:
    message = world.says(ann, "Krakow")
    world.edits(ann, message, "Kraków")
    edited = news(world)[1].edited_message
    assert edited is not None
    assert edited.text == "Kraków"
    assert edited.message_id == message.id
    with pytest.raises(ValueError, match="what they wrote"):
        world.edits(ben, message, "Skawina")


def test_a_forward_names_its_author(world: World, ann: Person, ben: Person) -> None:
    world.forwards(ann, "Będzie forum?", of=ben)
    message = news(world)[0].message
    assert message is not None
    assert message.forward_origin is not None


async def test_a_press_carries_the_message_as_it_is_now(world: World, ann: Person) -> None:
    message = await sent(world, "sendMessage", chat_id=ann.id, text="Forum", reply_markup=inline("Dalej", data="old"))
    edit: JsonObject = {"chat_id": ann.id, "message_id": message.message_id, "text": "Krok 2"}
    await done(world, "editMessageText", **edit, reply_markup=inline("Dalej", data="new"))
    world.presses(ann, "Dalej")
    query = news(world)[0].callback_query
    assert query is not None
    assert isinstance(query.message, type(message))
    assert (query.data, query.message.text, query.from_user.id) == ("new", "Krok 2", ann.id)


async def test_the_newest_message_with_such_a_button_is_pressed(world: World, ann: Person) -> None:
    for data in ("first", "second"):
        await done(world, "sendMessage", chat_id=ann.id, text="Forum", reply_markup=inline("Zapisz się", data=data))
    await done(world, "sendMessage", chat_id=ann.id, text="Inne", reply_markup=inline("Wróć"))
    world.presses(ann, "Zapisz się")
    assert [update.callback_query.data for update in news(world) if update.callback_query] == ["second"]


async def test_an_old_button_can_be_pressed_by_its_place(world: World, ann: Person) -> None:
    old = await sent(world, "sendMessage", chat_id=ann.id, text="a", reply_markup=inline("Tak", "Nie", data="old"))
    await done(world, "sendMessage", chat_id=ann.id, text="b", reply_markup=inline("Tak", "Nie", data="new"))
    world.presses(ann, (old.message_id, 0, 1))
    assert [update.callback_query.data for update in news(world) if update.callback_query] == ["old"]
    with pytest.raises(NoSuchButton):
        world.presses(ann, (old.message_id, 0, 2))


async def test_a_label_may_be_shortened_when_it_stays_clear(world: World, ann: Person) -> None:
    markup = inline("✅ Tak, będę", "Nie dam rady")
    await done(world, "sendMessage", chat_id=ann.id, text="Widzimy się?", reply_markup=markup)
    world.presses(ann, "Tak")
    assert len(news(world)) == 1
    with pytest.raises(NoSuchButton):
        world.presses(ann, "a")


async def test_the_reply_keyboard_sends_its_words_or_the_number(world: World, ann: Person) -> None:
    markup: JsonObject = {
        "keyboard": [[{"text": "Wyślij mój numer", "request_contact": True}, {"text": "Pomiń"}]],
        "one_time_keyboard": True,
    }
    await done(world, "sendMessage", chat_id=ann.id, text="Telefon?", reply_markup=markup)
    world.presses(ann, "Wyślij mój numer")
    message = news(world)[0].message
    assert message is not None
    assert message.contact is not None
    assert message.contact.phone_number == ann.phone
    with pytest.raises(NoSuchButton, match="Pomiń"):
        world.presses(ann, "Pomiń")
    await done(world, "sendMessage", chat_id=ann.id, text="Gmina?", reply_markup=keys("Kraków"))
    world.presses(ann, "Kraków")
    assert world.says(ann, "x").id - 1 in world.chat_with(ann).messages


async def test_a_button_that_leads_to_the_bot_is_followed(world: World, ann: Person) -> None:
    link = "https://t.me/mam_bot?start=z_forum-1"
    markup: JsonObject = {"inline_keyboard": [[{"text": "Zapisz się", "url": link}]]}
    await done(world, "sendMessage", chat_id=ann.id, text="Forum", reply_markup=markup)
    world.presses(ann, "Zapisz się")
    assert [update.message.text for update in news(world) if update.message] == ["/start z_forum-1"]


async def test_blocking_is_told_and_writing_again_lifts_it(world: World, ann: Person) -> None:
    world.blocks(ann)
    change = news(world)[0].my_chat_member
    assert change is not None
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("member", "kicked")
    assert "blocked" in await refused(world, "sendMessage", chat_id=ann.id, text="a")
    world.says(ann, "Jestem znowu")
    first, second = news(world)
    assert first.my_chat_member is not None
    assert first.my_chat_member.new_chat_member.status == "member"
    assert second.message is not None
    await done(world, "sendMessage", chat_id=ann.id, text="a")


def test_in_a_group_only_commands_for_the_bot_and_replies_reach_it(world: World, ann: Person, neighbours: Chat) -> None:
    for text in ("Cześć", "/wydarzenia@mam_bot", "/wydarzenia@other_bot", "/wydarzenia forum"):
        world.says(ann, text, chat=neighbours)
    own = world.post(neighbours, world.bot, {"text": "Napisz do mnie"})
    world.says(ann, "Dobrze", chat=neighbours, reply_to=own)
    texts = [update.message.text for update in news(world) if update.message]
    assert texts == ["/wydarzenia@mam_bot", "/wydarzenia forum", "Dobrze"]


def test_coming_into_a_group_and_going_are_told(world: World, ann: Person) -> None:
    group = world.add_group("Rada", ann)
    world.removes_bot(ann, group)
    world.says(ann, "/start", chat=group)
    statuses = [update.my_chat_member.new_chat_member.status for update in news(world) if update.my_chat_member]
    assert statuses == ["member", "kicked"]


async def test_a_group_that_grows_up_has_another_id(world: World, ann: Person, neighbours: Chat) -> None:
    bigger = world.upgrades(neighbours)
    left, came = news(world)
    assert left.message is not None
    assert came.message is not None
    assert left.message.migrate_to_chat_id == came.message.chat.id == bigger.id
    why = await refused(world, "sendMessage", chat_id=neighbours.id, text="a")
    assert why == "Bad Request: group chat was upgraded to a supergroup chat"
    await done(world, "sendMessage", chat_id=bigger.id, text="a")


async def test_people_see_what_was_said_since_they_wrote(world: World, ann: Person) -> None:
    await done(world, "sendMessage", chat_id=ann.id, text="Dzień dobry!")
    world.says(ann, "Co jest w sobotę?")
    assert world.sees(ann) == "Dzień dobry!"
    await done(world, "sendMessage", chat_id=ann.id, text="Forum.", reply_markup=inline("Zapisz się"))
    await done(world, "sendLocation", chat_id=ann.id, latitude=50, longitude=20)
    assert world.sees(ann) == "Forum. [Zapisz się]\n(location)"


async def test_one_can_wait_for_something_to_happen(world: World, ann: Person) -> None:
    world.says(ann, "Jestem")
    await world.until(lambda: world.chat_with(ann).is_started)
    with pytest.raises(TimeoutError):
        await world.until(lambda: bool(world.chat_with(ann).toasts), seconds=0.01)


def test_people_have_ids_and_numbers_of_their_own(world: World, ann: Person, ben: Person) -> None:
    next_free = max(ann.id, ben.id) + 1
    assert world.add_person("Dorota", id=next_free).id == next_free
    assert world.add_person("Ewa").id == next_free + 1
    known = world.add_person("Celina", id=777, phone="48500500500", role="coordinator")
    assert len({ann.id, ben.id, known.id}) == 3
    assert world.people[777].phone == "48500500500"
    assert ann.phone != ben.phone
