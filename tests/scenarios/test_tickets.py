"""The ticket at the door, and an event passed on to somebody else."""

from io import BytesIO

from PIL import Image

from ..town import Inhabitant, Town


async def test_a_ticket_is_a_picture_with_a_code_that_leads_back_to_the_place(town: Town, ann: Inhabitant) -> None:
    await ann.signs_up(await town.plan())
    await ann.says("/moje")
    await ann.presses("Forum Dialogu", "Bilet")
    assert "Oto Twój bilet" in ann.sees
    picture = town.world.chat_with(ann.person).from_bot()[-1]
    assert picture.kind == "photo"
    stored = town.world.files.get(picture.content["photo"][-1]["file_id"])  # type: ignore[index,call-overload,arg-type]
    assert stored is not None
    assert Image.open(BytesIO(stored.content)).width == 1080
    async with town.db.reading() as tx:
        assert await tx.value("SELECT count(*) FROM settings WHERE name = 'ticket_secret'") == 1


async def test_who_waits_has_no_ticket(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await town.plan(seats=1)
    await ann.signs_up(event)
    await ben.signs_up(event)
    await ben.says("/moje")
    assert "[Bilet]" not in await ben.presses("Forum Dialogu")


async def test_a_made_up_ticket_opens_nothing(town: Town, ann: Inhabitant) -> None:
    assert "Nie ma tu biletu" in await ann.opens("k_AAAAAAAAAAEAAAAAAAAAAAAAAAA")
    assert "Nie ma tu biletu" in await ann.opens("k_%")


async def test_an_event_is_put_into_any_chat_with_a_link_to_sign_up(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    await town.plan("warsztat-1")
    asked = town.world.asks_inline(ann.person, "forum dial")
    await town.settle()
    assert asked.results is not None
    first = asked.results[0]
    assert first["title"] == "Forum Dialogu"
    assert "wtorek, 1 grudnia" in str(first["description"])
    assert "start=z_forum-1-inline" in str(first["reply_markup"])
    nothing = town.world.asks_inline(ann.person, "ogrodnictwo kosmiczne")
    await town.settle()
    assert nothing.results == []


async def test_whoever_only_looks_for_a_card_is_not_remembered(town: Town, ann: Inhabitant) -> None:
    town.world.asks_inline(ann.person, "forum")
    await town.settle()
    async with town.db.reading() as tx:
        assert await tx.value("SELECT count(*) FROM people") == 0


async def test_the_card_offers_to_pass_it_on(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    assert "[Udostępnij]" in await ann.opens("e_forum-1")
