"""One person's updates in order, different people's side by side."""

import asyncio

from telegram import Chat, Message, Update, User

from bot.chat.ordering import InOrderPerPerson


def update(number: int, person: int) -> Update:
    """Something a person wrote."""
    user, chat = User(person, "Anna", is_bot=False), Chat(person, "private")
    message = Message(number, date=None, chat=chat, from_user=user, text="x")  # type: ignore[arg-type]
    return Update(number, message=message)


async def test_a_second_update_of_a_person_waits_for_the_first_and_others_do_not() -> None:
    processor, gate, done = InOrderPerPerson(), asyncio.Event(), list[str]()

    async def work(name: str, *, waits: bool) -> None:
        if waits:
            await gate.wait()
        done.append(name)

    tasks = [
        asyncio.create_task(processor.process_update(update(1, 5), work("Anna 1", waits=True))),
        asyncio.create_task(processor.process_update(update(2, 5), work("Anna 2", waits=False))),
        asyncio.create_task(processor.process_update(update(3, 6), work("Ben", waits=False))),
    ]
    await tasks[2]
    assert done == ["Ben"]
    gate.set()
    await asyncio.gather(*tasks)
    assert done == ["Ben", "Anna 1", "Anna 2"]


async def test_a_failing_update_lets_the_next_one_through() -> None:
    processor, done = InOrderPerPerson(), list[str]()

    async def fails() -> None:
        raise RuntimeError("broken")

    async def works() -> None:
        done.append("next")

    results = await asyncio.gather(
        processor.process_update(update(1, 5), fails()),
        processor.process_update(update(2, 5), works()),
        return_exceptions=True,
    )
    assert isinstance(results[0], RuntimeError)
    assert done == ["next"]


async def test_a_cancelled_update_lets_the_next_one_through() -> None:
    processor, gate, done = InOrderPerPerson(), asyncio.Event(), list[str]()

    async def hangs() -> None:
        await gate.wait()

    async def works() -> None:
        done.append("next")

    first = asyncio.create_task(processor.process_update(update(1, 5), hangs()))
    second = asyncio.create_task(processor.process_update(update(2, 5), works()))
    await asyncio.sleep(0)
    first.cancel()
    await second
    assert done == ["next"]


async def test_an_update_of_nobody_is_handled_at_once() -> None:
    processor, done = InOrderPerPerson(), list[str]()

    async def works() -> None:
        done.append("done")

    await processor.initialize()
    await processor.process_update("not an update", works())
    await processor.process_update(Update(9), works())
    await processor.shutdown()
    assert done == ["done", "done"]
