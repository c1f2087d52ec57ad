"""Whether the bot is well, what it counts, and updates that Telegram brings by itself."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiohttp import ClientSession
from telegram.error import TimedOut

from bot.chat.listening import Listening
from bot.sandbox.transport import InProcess
from bot.web import server
from bot.web.server import SECRET, CannotListen, Web
from tests.town import TOKEN, Inhabitant, Town


@dataclass(slots=True)
class Moment:
    """A steady clock that passes when it is told."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


class Visitor:
    """A machine that looks at the bot."""

    def __init__(self, web: Web, line: Listening, session: ClientSession, moment: Moment) -> None:
        self.web = web
        self.line = line
        self.session = session
        self.moment = moment

    async def sees(self, path: str) -> tuple[int, str]:
        """Status and words."""
        async with self.session.get(path) as answer:
            return answer.status, await answer.text()

    async def brings(self, update: object, secret: str) -> int:
        """An update to the webhook; gives the status."""
        async with self.session.post("/telegram", json=update, headers={SECRET: secret}) as answer:
            return answer.status


@pytest.fixture
async def visitor(town: Town) -> AsyncIterator[Visitor]:
    """A visitor to a bot that asks for updates."""
    async for found in opened(town, None):
        yield found


@pytest.fixture
async def caller(town: Town) -> AsyncIterator[Visitor]:
    """A visitor to a bot that is brought updates."""
    async for found in opened(town, "https://bot.example.org/telegram"):
        yield found


async def opened(town: Town, webhook_url: str | None) -> AsyncIterator[Visitor]:
    """A server for the bot of the town."""
    moment = Moment()
    line = Listening(InProcess(town.world), moment)
    web = Web(town.bot.house, TOKEN, webhook_url)
    port = await web.open("127.0.0.1", 0)
    async with ClientSession(f"http://127.0.0.1:{port}") as session:
        web.attach(town.bot.application, line, town.bot.metrics)
        yield Visitor(web, line, session, moment)
    await web.close()


class TestHealth:
    async def test_is_well_while_updates_are_asked_for(self, visitor: Visitor) -> None:
        visitor.line.answered("getUpdates", 200)
        visitor.moment.now = 59.0
        assert await visitor.sees("/healthz") == (200, "well\n")

    async def test_names_how_long_telegram_gave_none(self, visitor: Visitor) -> None:
        visitor.line.answered("getUpdates", 200)
        visitor.moment.now = 90.0
        visitor.line.failed("getUpdates", TimedOut())
        assert await visitor.sees("/healthz") == (503, "the last answer to getUpdates came 90 s ago\n")

    async def test_names_a_second_program_with_the_token(self, visitor: Visitor) -> None:
        visitor.line.answered("getUpdates", 409)
        assert await visitor.sees("/healthz") == (503, "another program uses this token\n")

    async def test_a_bot_that_is_not_up_yet_is_not_well(self, town: Town) -> None:
        web = Web(town.bot.house, TOKEN, None)
        port = await web.open("127.0.0.1", 0)
        async with ClientSession() as session, session.get(f"http://127.0.0.1:{port}/healthz") as answer:
            assert (answer.status, await answer.text()) == (503, "Telegram has not been reached yet\n")
        await web.close()

    async def test_names_a_store_that_hangs(
        self, visitor: Visitor, town: Town, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(server, "PATIENCE", 0.01)
        async with town.db.transaction():
            assert await visitor.sees("/healthz") == (503, "the store does not answer\n")
        assert (await visitor.sees("/healthz"))[0] == 200

    async def test_names_messages_that_do_not_leave(self, visitor: Visitor, town: Town, ann: Inhabitant) -> None:
        await ann.signs_up(await town.plan())
        assert (await visitor.sees("/healthz"))[0] == 200
        async with town.db.transaction() as tx:
            await tx.execute("UPDATE outbox SET due_at = '2026-11-23T09:00:00+00:00' WHERE state = 'pending'")
            await tx.execute("UPDATE outbox SET ended_at = '2026-11-23T10:50:00+00:00' WHERE ended_at IS NOT NULL")
        assert await visitor.sees("/healthz") == (503, "no message leaves: one is 2:00:00 late\n")

    async def test_a_long_announcement_that_moves_is_well(self, visitor: Visitor, town: Town, ann: Inhabitant) -> None:
        await ann.signs_up(await town.plan())
        async with town.db.transaction() as tx:
            await tx.execute("UPDATE outbox SET due_at = '2026-11-23T09:00:00+00:00' WHERE state = 'pending'")
            (first, *_) = await tx.all("SELECT id FROM outbox")
            ended = "UPDATE outbox SET state = 'sent', ended_at = '2026-11-23T10:59:00+00:00' WHERE id = ?"
            await tx.execute(ended, [first["id"]])
        assert (await visitor.sees("/healthz"))[0] == 200


class TestMetrics:
    async def test_count_updates_calls_and_messages(self, visitor: Visitor, town: Town, ann: Inhabitant) -> None:
        await ann.signs_up(await town.plan())
        visitor.line.answered("getUpdates", 200)
        visitor.moment.now = 7.0
        status, seen = await visitor.sees("/metrics")
        assert status == 200
        lines = seen.splitlines()
        assert "mam_get_updates_age_seconds 7.0" in lines
        assert 'mam_outbox_messages{state="pending"} 3.0' in lines
        assert 'mam_calls_total{method="sendDocument",status="200"} 1.0' in lines
        assert any(line.startswith('mam_updates_total{kind="callback_query"}') for line in lines)
        assert "mam_updates_under_way 0.0" in lines
        assert any(line.startswith("process_resident_memory_bytes") for line in lines)

    async def test_name_nobody(self, visitor: Visitor, town: Town, ann: Inhabitant) -> None:
        await ann.signs_up(await town.plan())
        _, seen = await visitor.sees("/metrics")
        for private in ("Kowalska", "Anna", str(ann.person.id), TOKEN, "forum-1"):
            assert not re.search(rf"\b{re.escape(private)}\b", seen)


class TestTheWebhook:
    async def test_brings_updates_that_are_answered(self, caller: Visitor, town: Town, ann: Inhabitant) -> None:
        town.world.opens_link(ann.person)
        (update,) = town.world.updates.take()
        assert await caller.brings(update, caller.web.secret) == 200
        await town.bot.application.update_queue.join()
        assert "Fundacja" in ann.last

    @pytest.mark.parametrize("secret", ["", "guess"])
    async def test_lets_nobody_else_in(self, caller: Visitor, town: Town, ann: Inhabitant, secret: str) -> None:
        town.world.opens_link(ann.person)
        (update,) = town.world.updates.take()
        assert await caller.brings(update, secret) == 403
        assert ann.messages == []

    @pytest.mark.parametrize("words", ["nothing", {"message": 1}, {"update_id": 1, "message": {}}])
    async def test_refuses_what_is_no_update(self, caller: Visitor, words: object) -> None:
        assert await caller.brings(words, caller.web.secret) == 400

    async def test_is_not_there_for_a_bot_that_asks_itself(self, visitor: Visitor) -> None:
        assert await visitor.brings({"update_id": 1}, visitor.web.secret) == 404

    async def test_needs_no_getupdates_to_be_well(self, caller: Visitor) -> None:
        caller.moment.now = 1000.0
        assert (await caller.sees("/healthz"))[0] == 200


async def test_an_address_that_is_taken_is_a_sentence(town: Town) -> None:
    first, second = (Web(town.bot.house, TOKEN, None) for _ in range(2))
    port = await first.open("127.0.0.1", 0)
    with pytest.raises(CannotListen, match=f"127.0.0.1:{port} cannot be used"):
        await second.open("127.0.0.1", port)
    await first.close()
