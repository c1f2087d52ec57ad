"""Composing announcements: what is said, what goes with it, to whom and when."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from html import unescape

from bot.domain import access, schedule
from bot.domain.access import Permission
from bot.domain.announcements import (
    ALBUM_LIMIT,
    Announcement,
    AnnouncementChanged,
    Audience,
    Of,
    Phase,
    Piece,
    Status,
    Unsendable,
)
from bot.domain.events import Event, EventState
from bot.domain.people import Actor, Scope
from bot.domain.refusals import EventGone, NotAllowed
from bot.services.announcements import PAGE, Shown, edited, is_everywhere, own, seen, shown, target, written
from bot.store import announcements as store
from bot.store import audiences, events, staff_events
from bot.store.database import Database, Reader, Transaction
from bot.store.folding import fold

_TAG = re.compile(r"<[^>]*>")
BEHIND = timedelta(days=90)
"""For how long the people of an event are written to."""


async def new(db: Database, actor: Actor, *, event: int | None = None, now: datetime) -> Shown:
    """Begin one; ``event`` is attached, and its people are meant."""
    access.demand_somewhere(actor, Permission.ANNOUNCE)
    async with db.transaction() as tx:
        found = await _chosen_event(tx, actor, event, now) if event else None
        audience = Audience(Of.EVENT, found.plan.project, found.id) if found else Audience()
        if found:
            await _check_scope(tx, actor, audience)
        one = await written(tx, await store.add(tx, actor.id, audience, now))
        if found:
            one = replace(one, event=found.id, project=found.plan.project)
            await store.put(tx, one)
        return await shown(tx, actor, one)


async def choices(
    db: Database, actor: Actor, announcement: int, number: int, *, now: datetime
) -> tuple[list[Event], bool]:
    """A page of the events one may choose, and whether there is another one."""
    projects = (
        None if is_everywhere(actor) else frozenset(g.scope_key for g in actor.grants if g.scope is Scope.PROJECT)
    )
    async with db.reading() as tx:
        await seen(tx, actor, announcement)
        found = await staff_events.list_page(
            tx, now - BEHIND, projects, now=now, limit=PAGE + 1, offset=max(0, number) * PAGE
        )
        return [one for one in found[:PAGE] if one.state is EventState.OPEN], len(found) > PAGE


async def gminas(db: Database, actor: Actor, announcement: int) -> list[str]:
    """The gminas one may narrow the audience down to, one spelling of each."""
    async with db.reading() as tx:
        one = await seen(tx, actor, announcement)
        found = {fold(name): name for name in await audiences.gminas(tx)}
        scope = access.gminas(actor.grants, Permission.ANNOUNCE)
        if not access.is_allowed(actor, Permission.ANNOUNCE, project=one.audience.project):
            found = {folded: name for folded, name in found.items() if folded in {fold(key) for key in scope}}
        return [found[folded] for folded in sorted(found)]


async def counts(db: Database, actor: Actor, announcement: int, choices: Sequence[Audience]) -> list[int | None]:
    """How many people each of these audiences reaches, None for one beyond the actor's scope."""
    found: list[int | None] = []
    async with db.reading() as tx:
        await seen(tx, actor, announcement)
        for audience in choices:
            try:
                found.append((await audiences.reach(tx, await target(tx, actor, audience))).people)
            except NotAllowed:
                found.append(None)
    return found


async def keep_piece(tx: Transaction, actor: Actor, announcement: int, language: str, piece: Piece) -> Shown:
    """Take what the author sent as what is said in a language. Raises Unsendable."""
    one = await edited(tx, actor, announcement)
    one = replace(one, content={**one.content, language: piece})
    check_length(one.id, one.piece(language)[1])
    return await keep(tx, actor, one)


async def add_to_album(db: Database, actor: Actor, group: str, media: str, text: str) -> bool:
    """The next picture of an album that comes picture by picture; False when there is no such album."""
    access.demand_somewhere(actor, Permission.ANNOUNCE)
    async with db.transaction() as tx:
        found = await store.draft_of_album(tx, actor.id, group)
        if found is None:
            return False
        one, language = found
        piece = one.content[language]
        if len(piece.media) < ALBUM_LIMIT:
            piece = replace(piece, kind="album", media=(*piece.media, media), text=piece.text or text)
            await store.put(tx, one.changed(content={**one.content, language: piece}))
        return True


async def drop_piece(db: Database, actor: Actor, announcement: int, language: str) -> Shown:
    """Say nothing of its own in a language."""
    async with db.transaction() as tx:
        one = await edited(tx, actor, announcement)
        content = {key: piece for key, piece in one.content.items() if key != language}
        return await keep(tx, actor, replace(one, content=content))


async def attach(
    db: Database, actor: Actor, announcement: int, *, project: str = "", event: int | None = None, now: datetime
) -> Shown:
    """A card and a button go with it: of an event, of a project, or nothing. The time before an event goes with it."""
    async with db.transaction() as tx:
        one = await edited(tx, actor, announcement)
        found = await _chosen_event(tx, actor, event, now) if event else None
        offset = one.offset if found else ""
        project = found.plan.project if found else project
        return await keep(tx, actor, replace(one, project=project, event=found.id if found else None, offset=offset))


async def aim(db: Database, actor: Actor, announcement: int, audience: Audience, *, now: datetime) -> Shown:
    """Mean these people. Raises NotAllowed beyond the author's scope."""
    async with db.transaction() as tx:
        one = await edited(tx, actor, announcement)
        if audience.of is Of.EVENT:
            event = await _chosen_event(tx, actor, audience.event or 0, now)
            audience = replace(audience, project=event.plan.project)
        if audience.of is not Of.NOBODY:
            await _check_scope(tx, actor, audience)
        return await keep(tx, actor, replace(one, audience=audience))


def toggled(audience: Audience, status: Status) -> Audience:
    """With this status too, or without it."""
    return replace(audience, statuses=audience.statuses ^ {status})


async def plan(
    db: Database, actor: Actor, announcement: int, *, due_at: datetime | None = None, offset: str = ""
) -> Shown:
    """Send it at a moment, or some time before the attached event, or as soon as it is confirmed."""
    async with db.transaction() as tx:
        return await planned(tx, actor, announcement, due_at=due_at, offset=offset)


async def planned(
    tx: Transaction, actor: Actor, announcement: int, *, due_at: datetime | None = None, offset: str = ""
) -> Shown:
    """The same as a step."""
    one = await edited(tx, actor, announcement)
    if offset and (one.event is None or not schedule.is_offset(offset)):
        raise AnnouncementChanged(announcement)
    return await keep(tx, actor, replace(one, due_at=due_at, offset=offset))


async def set_urgent(tx: Transaction, actor: Actor, announcement: int, reason: str) -> Shown:
    """Send it at night, too, and why; an empty reason takes that back."""
    one = await edited(tx, actor, announcement)
    return await keep(tx, actor, replace(one, urgent=reason))


async def calm(db: Database, actor: Actor, announcement: int) -> Shown:
    """It can wait until morning after all."""
    async with db.transaction() as tx:
        return await set_urgent(tx, actor, announcement, "")


async def delete(db: Database, actor: Actor, announcement: int) -> Announcement:
    """Throw a draft away."""
    async with db.transaction() as tx:
        one = (await edited(tx, actor, announcement)).changed(phase=Phase.DELETED)
        await store.put(tx, one)
        return one


async def restore(db: Database, actor: Actor, announcement: int) -> Shown:
    """Take that back."""
    async with db.transaction() as tx:
        one = await own(tx, actor, announcement)
        if one.phase is not Phase.DELETED:
            raise AnnouncementChanged(announcement)
        return await keep(tx, actor, one)


async def copy(db: Database, actor: Actor, announcement: int, *, silent: bool = False, now: datetime) -> Shown:
    """A new draft like this one; ``silent``: with new words, for those who pressed nothing."""
    async with db.transaction() as tx:
        one = await seen(tx, actor, announcement)
        audience = one.audience
        if silent:
            audience = replace(audience, of=Of.SILENT, was=audience.basis, before=one.id)
        await target(tx, actor, audience)
        made = await written(tx, await store.add(tx, actor.id, audience, now))
        content = {} if silent else one.content
        return await keep(tx, actor, replace(made, content=content, project=one.project, event=one.event))


async def keep(tx: Transaction, actor: Actor, one: Announcement) -> Shown:
    """Store a draft that was changed: nobody has approved it, nothing is planned."""
    kept = one.changed(phase=Phase.COMPOSING, approved_by=None)
    await store.put(tx, kept)
    return await shown(tx, actor, kept)


async def _chosen_event(tx: Reader, actor: Actor, event: int, now: datetime) -> Event:
    found = await events.get(tx, event)
    if found is None or found.state is not EventState.OPEN or found.plan.ends_at < now - BEHIND:
        raise EventGone
    if not is_everywhere(actor):
        access.demand(actor, Permission.ANNOUNCE, project=found.plan.project)
    return found


async def _check_scope(tx: Reader, actor: Actor, audience: Audience) -> None:
    """Raise NotAllowed beyond the actor's scope, or where nobody of those meant is within it."""
    aimed = await target(tx, actor, audience)
    if aimed.within is not None and not await audiences.has_anybody(tx, aimed):
        raise NotAllowed(Permission.ANNOUNCE)


def check_length(announcement: int, piece: Piece) -> None:
    """Raise Unsendable for a text there is no room for."""
    over = plain_length(piece.text) - piece.limit
    if over > 0:
        raise Unsendable(announcement, "caption" if piece.carries_caption else "text", over)


def plain_length(text: str) -> int:
    """Characters of HTML as Telegram counts them: UTF-16 units after parsing."""
    return len(plain(text).encode("utf-16-le")) // 2


def plain(text: str) -> str:
    """The words of HTML."""
    return unescape(_TAG.sub("", text))
