"""The message in which an author reads how far an announcement is.

Apart from ``follow`` these are steps of the bot itself; no actor asks for them, so they ask no permission.
"""

from dataclasses import dataclass, replace

from bot.domain.announcements import Phase, is_author
from bot.domain.people import Actor
from bot.services.announcements import Far, far, seen
from bot.store import announcements as store
from bot.store import people
from bot.store.database import Database

UNDER_WAY = frozenset({"pending", "sending"})
"""States of the outbox in which a correction or a recall has not come to its end."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an announcement is, and where its author reads of it."""

    far: Far
    chat: int
    language: str

    @property
    def is_running(self) -> bool:
        """Whether anything may still change."""
        return _is_running(self.far)


async def follow(db: Database, actor: Actor, announcement: int, message: int | None) -> None:
    """The author reads in this message of their chat how far it is; None: in a new one."""
    async with db.transaction() as tx:
        one = await seen(tx, actor, announcement)
        if is_author(one, actor):
            await store.put(tx, replace(one, progress_message=message))


async def leave(db: Database, actor: Actor, announcement: int, message: int | None) -> None:
    """This message shows something else now: what is still under way is shown in a new one."""
    async with db.transaction() as tx:
        one = await seen(tx, actor, announcement)
        if is_author(one, actor) and message is not None and one.progress_message == message:
            await store.set_progress(tx, one.id, None, is_told=not _is_running(await far(tx, one)))


async def standings(db: Database) -> list[Standing]:
    """All that are under way, and those whose end has not been shown."""
    async with db.reading() as tx:
        standing = []
        for one in await store.list_untold(tx):
            author = await people.get(tx, one.author) if one.author else None
            if author and author.telegram_id and author.is_reachable:
                standing.append(Standing(await far(tx, one), author.telegram_id, author.language))
        return standing


def _is_running(far: Far) -> bool:
    return far.one.phase in {Phase.SENDING, Phase.PAUSED} or bool(UNDER_WAY & far.after.keys())


async def keep(db: Database, standing: Standing, message: int | None, *, is_told: bool) -> None:
    """Remember which message shows the progress, and whether it has shown the end."""
    async with db.transaction() as tx:
        await store.set_progress(tx, standing.far.one.id, message, is_told=is_told)
