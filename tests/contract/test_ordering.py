"""One person's updates are handled in order; nobody waits for somebody else."""

from bot.sandbox.faults import Trouble
from tests.town import Inhabitant

from .wired import WiredTown


async def test_answers_that_arrive_in_one_batch_land_at_their_questions(
    town: WiredTown, ann: Inhabitant, ben: Inhabitant
) -> None:
    await town.plan()
    await ann.opens("z_forum-1")
    await ann.presses("I understand, go on")
    town.world.faults.order("sendMessage", Trouble.LOST_REQUEST, chat_id=ben.person.id)
    town.world.says(ben.person, "/help")
    for words in ("Anna Kowalska", "600 100 200", "Skawina", "a ramp", "yes", "no"):
        town.world.says(ann.person, words)
    await town.world.until(lambda: "Check that everything is right" in ann.last)
    for line in ("Anna Kowalska", "600 100 200", "Skawina", "a ramp"):
        assert line in ann.last
    while town.bot.application.update_processor.current_concurrent_updates > 1:
        await town.moment()
    assert ben.messages == []
    town.world.faults.silence.set()
    await town.settle()


async def test_a_person_who_is_being_answered_is_heard_afterwards(town: WiredTown, ann: Inhabitant) -> None:
    await town.plan()
    await ann.opens("z_forum-1")
    await ann.presses("I understand, go on")
    town.world.faults.order("sendMessage", Trouble.LOST_REQUEST, chat_id=ann.person.id)
    town.world.says(ann.person, "Anna Kowalska")
    town.world.says(ann.person, "600 100 200")
    while town.bot.application.update_processor.current_concurrent_updates < 2:
        await town.moment()
    assert "Step 2" in ann.last
    town.world.faults.silence.set()
    await town.settle()
    assert "Gmina" in ann.last
