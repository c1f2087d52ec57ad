"""The way of an update: what is handled, what is not, and how a press is acknowledged."""

from datetime import timedelta

from bot.sandbox.faults import Trouble

from ..town import Inhabitant, Town


async def test_the_same_button_twice_in_a_moment_is_a_slip_of_the_finger(town: Town, ann: Inhabitant) -> None:
    await town.plan(seats=1)
    await ann.opens("z_forum-1")
    await ann.presses("Rozumiem")
    await ann.says("Anna Kowalska")
    await ann.presses("Pomiń", "Pomiń", "Nic", "Nie")
    count = len(ann.messages)
    message = town.world.chat_with(ann.person).from_bot()[-1]
    for _ in range(3):
        town.world.presses(ann.person, (message.id, 0, 0))
    await town.settle()
    assert len(ann.messages) == count + 1
    assert "Gotowe, masz miejsce!" in ann.messages[-2]


async def test_a_press_that_is_acknowledged_too_late_is_answered_all_the_same(town: Town, ann: Inhabitant) -> None:
    await ann.says("/start")
    town.world.presses(ann.person, "Pomoc")
    town.clock.move(timedelta(minutes=5))
    await town.settle()
    assert "/wydarzenia" in ann.last


async def test_in_a_group_only_commands_are_answered(town: Town, ann: Inhabitant) -> None:
    group = town.world.add_group("Sąsiedzi", ann.person)
    town.world.says(ann.person, "/pomoc@mam_bot", chat=group)
    await town.settle()
    answer = group.from_bot()[-1]
    town.world.says(ann.person, "dzięki", chat=group, reply_to=answer)
    await town.settle()
    assert len(group.from_bot()) == 1


async def test_a_group_the_bot_may_not_write_in_is_no_bug(town: Town, ann: Inhabitant) -> None:
    group = town.world.add_group("Sąsiedzi", ann.person)
    await town.settle()
    town.world.says(ann.person, "/pomoc@mam_bot", chat=group)
    town.world.removes_bot(ann.person, group)
    await town.settle()
    assert group.from_bot() == []
    assert "Fundacja" in await ann.says("/start")


async def test_a_message_that_cannot_be_changed_is_followed_by_a_new_one(town: Town, ann: Inhabitant) -> None:
    await ann.says("/start")
    count = len(ann.messages)
    town.world.faults.order("editMessageText", Trouble.SERVER_ERROR, times=1)
    await ann.presses("Pomoc")
    assert len(ann.messages) >= count
    assert "/wydarzenia" in await ann.says("/pomoc")
