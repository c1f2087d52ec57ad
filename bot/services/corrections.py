"""Announcements after they were sent: other words in every copy, every copy taken back."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.announcements import (
    SENT,
    Announcement,
    AnnouncementChanged,
    ApprovedCorrected,
    Corrected,
    Phase,
    Recalled,
    Unsendable,
)
from bot.domain.audit import Action
from bot.domain.people import Actor
from bot.services.announcements import Shown, seen, shown, tell, written
from bot.services.composing import check_length
from bot.store import announcements as store
from bot.store import audit
from bot.store.database import Database, Reader, Transaction

DELETABLE = timedelta(hours=48)
"""For how long a bot can take a message back, https://core.telegram.org/bots/api#deletemessage."""


async def check_may_correct(tx: Reader, actor: Actor, announcement: int, language: str) -> Announcement:
    """The announcement whose words in a language can be changed. Raises AnnouncementChanged."""
    one = await seen(tx, actor, announcement)
    if one.phase not in SENT or language not in one.content:
        raise AnnouncementChanged(announcement)
    return one


async def propose(tx: Transaction, actor: Actor, announcement: int, language: str, text: str) -> Shown:
    """Keep new words, to be looked at before anybody gets them. Raises Unsendable."""
    one = await check_may_correct(tx, actor, announcement, language)
    if not text.strip():
        raise Unsendable(announcement, "no_text")
    check_length(one.id, replace(one.piece(language)[1], text=text))
    one = replace(one, correction={**one.correction, language: text})
    await store.put(tx, one)
    return await shown(tx, actor, one)


async def correct(db: Database, actor: Actor, announcement: int, *, now: datetime) -> Shown:
    """Change the words of every copy that arrived, and of those still to come."""
    async with db.transaction() as tx:
        one = await seen(tx, actor, announcement)
        if one.phase not in SENT or not one.correction:
            raise AnnouncementChanged(announcement)
        content = {
            language: replace(piece, text=one.correction.get(language, piece.text))
            for language, piece in one.content.items()
        }
        one = one.changed(content=content, correction={})
        await store.put(tx, one)
        await store.add_after(tx, one, Corrected(one.id, one.revision).facts(), Corrected.kind, now)
        await store.set_untold(tx, one.id)
        if one.approved_by and one.approved_by != actor.id:
            await tell(tx, one.approved_by, ApprovedCorrected(one.id), one, now)
        await _note(tx, actor, Action.ANNOUNCEMENT_CORRECTED, one, now)
        return await shown(tx, actor, one)


def is_recallable(one: Announcement, now: datetime) -> bool:
    """Whether any copy may still be young enough to be taken back."""
    last = one.ended_at or now
    return now - last < DELETABLE


async def recall(db: Database, actor: Actor, announcement: int, *, now: datetime) -> Shown:
    """Delete every copy; what has not been sent will not be."""
    async with db.transaction() as tx:
        one = await seen(tx, actor, announcement)
        if one.phase not in SENT:
            raise AnnouncementChanged(announcement)
        await store.drop_pending(tx, one.id, "recalled", now)
        one = one.changed(phase=Phase.RECALLED, correction={}, ended_at=one.ended_at or now)
        await store.put(tx, one)
        await store.add_after(tx, one, Recalled(one.id).facts(), Recalled.kind, now)
        await store.set_untold(tx, one.id)
        await _note(tx, actor, Action.ANNOUNCEMENT_RECALLED, one, now)
        return await shown(tx, actor, one)


async def opened(db: Database, actor: Actor, announcement: int, *, now: datetime) -> Announcement:
    """Somebody who got it pressed its button."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        one = await written(tx, announcement)
        await store.opened(tx, announcement, actor.id, now)
        return one


async def log_of(db: Database, actor: Actor, project: str) -> list[Shown]:
    """What went out about a project, or to everybody when it is empty: the oldest first."""
    access.demand(actor, Permission.ANNOUNCE, project=project)
    async with db.reading() as tx:
        found = [
            one
            for one in reversed(await store.list_all(tx))
            if one.started_at and project in {one.project, one.audience.project}
        ]
        return [await shown(tx, actor, one) for one in found]


async def _note(tx: Transaction, actor: Actor, action: Action, one: Announcement, now: datetime) -> None:
    await audit.add(tx, actor.id, action, subject=one.id, project=one.audience.project, now=now)
