"""Announcements as the team sees them: the list, one with its reach and its outcome, and who may see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain import access, schedule
from bot.domain.access import Permission
from bot.domain.announcements import (
    SENT,
    Announcement,
    AnnouncementChanged,
    AnnouncementGone,
    ApprovalWanted,
    Audience,
    Corrected,
    Of,
    Phase,
    Reach,
    Recalled,
    Tally,
    Target,
    is_author,
)
from bot.domain.clock import zone_of
from bot.domain.events import Event
from bot.domain.notices import Notice
from bot.domain.pages import find_page
from bot.domain.people import Actor
from bot.store import announcements as store
from bot.store import audiences, events, outbox, people, staff_notices
from bot.store.database import Database, Reader, Transaction
from bot.store.folding import fold

PAGE = 8
EDITABLE = frozenset({Phase.COMPOSING, Phase.AWAITING, Phase.SCHEDULED})


@dataclass(frozen=True, slots=True)
class Far:
    """How far an announcement is: its copies, and what became of a correction or a recall of them."""

    one: Announcement
    tally: Tally
    after: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """An announcement with all its page shows; ``meant`` is the event whose people are meant.

    ``is_unasked`` says that the request for approval has reached nobody yet.
    """

    one: Announcement
    event: Event | None
    meant: Event | None
    reach: Reach
    languages: Mapping[str, int]
    far: Far
    author: str
    is_own: bool
    may_approve: bool
    later: int = 0
    has_approver: bool = True
    is_unasked: bool = False

    @property
    def tally(self) -> Tally:
        """How many copies are where."""
        return self.far.tally


@dataclass(frozen=True, slots=True)
class Listed:
    """An announcement in a list; ``due_at`` is when a planned one goes out."""

    one: Announcement
    tally: Tally
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the list."""

    announcements: tuple[Listed, ...]
    page: int
    pages: int


async def show(db: Database, actor: Actor, announcement: int) -> Shown:
    """One announcement."""
    async with db.reading() as tx:
        return await shown(tx, actor, await seen(tx, actor, announcement))


async def page(db: Database, actor: Actor, number: int, *, now: datetime) -> Page:
    """Those the actor may see, the newest first."""
    access.demand_somewhere(actor, Permission.ANNOUNCE)
    async with db.reading() as tx:
        found = [one for one in await store.list_all(tx) if _sees(actor, one)]
        at, pages = find_page(number, len(found), PAGE)
        here = found[at * PAGE : (at + 1) * PAGE]
        listed = [Listed(one, await store.tally(tx, one.id), await due_at(tx, one, now)) for one in here]
        return Page(tuple(listed), at, pages)


async def due_at(tx: Reader, one: Announcement, now: datetime) -> datetime | None:
    """When it goes out, None for at once; a time before an event moves with it."""
    if not one.offset:
        return one.due_at
    event = await events.get(tx, one.event) if one.event else None
    return schedule.before(event.plan.starts_at, one.offset, zone_of(now)) if event else None


async def written(tx: Reader, announcement: int) -> Announcement:
    """The announcement as it is stored. Raises AnnouncementGone."""
    one = await store.get(tx, announcement)
    if one is None:
        raise AnnouncementGone
    return one


async def drafts(db: Database, actor: Actor) -> list[Announcement]:
    """What the actor has begun and not sent, the newest first, at most five."""
    access.demand_somewhere(actor, Permission.ANNOUNCE)
    async with db.reading() as tx:
        found = await store.list_in(tx, {Phase.COMPOSING})
    return [one for one in reversed(found) if is_author(one, actor)][:5]


async def seen(tx: Reader, actor: Actor, announcement: int) -> Announcement:
    """One the actor may see: their own, or one within their scope."""
    access.demand_somewhere(actor, Permission.ANNOUNCE)
    one = await written(tx, announcement)
    if not is_author(one, actor):
        access.demand(actor, Permission.ANNOUNCE, project=one.audience.project)
    return one


async def own(tx: Reader, actor: Actor, announcement: int) -> Announcement:
    """One the actor wrote."""
    one = await seen(tx, actor, announcement)
    if not is_author(one, actor):
        raise AnnouncementGone
    return one


async def edited(tx: Reader, actor: Actor, announcement: int) -> Announcement:
    """One the actor wrote and may still change, which takes it back from whoever was to approve it."""
    one = await own(tx, actor, announcement)
    if one.phase not in EDITABLE:
        raise AnnouncementChanged(announcement)
    return one


async def shown(tx: Reader, actor: Actor, one: Announcement) -> Shown:
    """The announcement with all its page shows."""
    author = await people.get(tx, one.author) if one.author else None
    is_out = one.phase in SENT or one.phase is Phase.RECALLED
    reach, languages, later = Reach(0, {}), {}, 0
    if one.audience.of is not Of.NOBODY:
        aimed = await target(tx, actor, one.audience)
        if not is_out:
            reach, languages = await audiences.reach(tx, aimed), await audiences.languages(tx, aimed)
        elif one.phase in {Phase.DONE, Phase.STOPPED}:
            later = await audiences.count_later(tx, one.id, aimed)
    asked = await store.tally_after(tx, one.id, ApprovalWanted.kind, one.revision)
    return Shown(
        one=one,
        event=await events.get(tx, one.event) if one.event else None,
        meant=await events.get(tx, one.audience.event) if one.audience.event else None,
        reach=reach,
        languages=languages,
        far=await far(tx, one),
        author=(author.name or author.first_name) if author else "",
        is_own=is_author(one, actor),
        may_approve=not is_author(one, actor) and access.is_allowed(actor, Permission.APPROVE),
        later=later,
        has_approver=is_out or not one.audience.needs_approval or bool(await approvers(tx, one)),
        is_unasked="pending" in asked and "sent" not in asked,
    )


async def approvers(tx: Reader, one: Announcement) -> list[int]:
    """Who else of the team may agree to it."""
    found = []
    for person in await staff_notices.list_members(tx):
        member = Actor(person, None, "", await people.grants(tx, person))
        if person != one.author and access.is_allowed(member, Permission.APPROVE):
            found.append(person)
    return found


async def far(tx: Reader, one: Announcement) -> Far:
    """How far it is."""
    kind = Recalled.kind if one.phase is Phase.RECALLED else Corrected.kind
    after = await store.tally_after(tx, one.id, kind, one.revision)
    return Far(one, await store.tally(tx, one.id), after)


async def target(tx: Reader, actor: Actor, audience: Audience) -> Target:
    """The audience within the actor's scope. Raises NotAllowed when it is beyond it."""
    if access.is_allowed(actor, Permission.ANNOUNCE, project=audience.project):
        within = None
    else:
        scope = access.gminas(actor.grants, Permission.ANNOUNCE)
        if not scope:
            access.demand(actor, Permission.ANNOUNCE, project=audience.project)
        within = await _spellings(tx, scope)
    return Target(audience, within, await _spellings(tx, frozenset({audience.gmina})) if audience.gmina else None)


async def _spellings(tx: Reader, names: frozenset[str]) -> frozenset[str]:
    folded = {fold(name) for name in names}
    return frozenset(name for name in await audiences.gminas(tx) if fold(name) in folded)


def is_everywhere(actor: Actor) -> bool:
    """Whether events of every project may be chosen: an ambassador reaches people of a gmina, whatever the project."""
    return bool(access.gminas(actor.grants, Permission.ANNOUNCE)) or access.is_allowed(actor, Permission.ANNOUNCE)


def _sees(actor: Actor, one: Announcement) -> bool:
    return is_author(one, actor) or access.is_allowed(actor, Permission.ANNOUNCE, project=one.audience.project)


async def tell(tx: Transaction, person: int, notice: Notice, one: Announcement, now: datetime) -> None:
    """Tell somebody of the team about it, once for each change of it."""
    key = f"{notice.kind}:{one.id}:{one.revision}:{person}"
    await outbox.add(tx, key, person, notice, event=None, due_at=now, useful_until=None, now=now)
