"""Making one of two entries of a person: by the team, with a preview and undo, or by themselves with a link.

Nothing is deleted: sign-ups move to the one that stays, which is the one with Telegram, and the other points to it.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.acquaintances import Known
from bot.domain.audit import Action
from bot.domain.duplicates import HOLDS, BothComing, PersonLinkGone, TwoAccounts
from bot.domain.events import Event
from bot.domain.people import Actor
from bot.domain.refusals import StaleButton, TooLateForTeam
from bot.domain.signups import UNDO, SignUp
from bot.domain.tokens import digest
from bot.services import name_search, people_search
from bot.services import signups as leaving
from bot.services.people_search import PersonPage
from bot.store import audit, duplicates, people, signups
from bot.store import people_search as store
from bot.store.database import Database, Reader, Transaction

Pair = tuple[Event, SignUp]
Clash = tuple[Event, SignUp, SignUp]
"""An event with a sign-up of both: of the one that goes, and of the one that stays."""
SHOWN = 8
NEAR = 0.6
"""From which likeness of names two may be one."""


@dataclass(frozen=True, slots=True)
class Merging:
    """What making one of two would do: who goes, who stays, the sign-ups that move, and those that stay behind."""

    gone: PersonPage
    kept: PersonPage
    moving: tuple[Pair, ...]
    behind: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What was done; ``entry`` of the log undoes it."""

    kept: int
    name: str
    moved: int
    entry: int


@dataclass(frozen=True, slots=True)
class Linking:
    """What a personal link brings: the name it was made for, and the sign-ups."""

    name: str
    moving: tuple[Pair, ...]
    behind: tuple[Clash, ...]


async def candidates(db: Database, actor: Actor, person: int) -> tuple[PersonPage, tuple[Known, ...]]:
    """Somebody, and who may be the same person: the likeliest first."""
    async with db.reading() as tx:
        page = await _managed(tx, actor, person)
        wanted, phones = name_search.words_of(page.name), set(page.phones)
        scored: dict[int, tuple[float, Known]] = {}
        for one in await store.list_known(tx, None):
            score = 2.0 if one.phone in phones else name_search.likeness(wanted, one.name)
            if one.person != person and score > scored.get(one.person, (NEAR, one))[0]:
                scored[one.person] = (score, one)
        found = sorted(scored.values(), key=lambda pair: -pair[0])
        return page, tuple(one for _, one in found[:SHOWN])


async def preview(db: Database, actor: Actor, one: int, other: int) -> Merging:
    """What making one of two would do. Raises TwoAccounts, BothComing."""
    async with db.reading() as tx:
        return await _merging(tx, actor, one, other)


async def merge(db: Database, actor: Actor, one: int, other: int, *, now: datetime) -> Merged:
    """Make one of two; undone within ten minutes by the entry of the log."""
    async with db.transaction() as tx:
        found = await _merging(tx, actor, one, other)
        gone, kept = found.gone.person.id, found.kept.person.id
        entry = await _move(tx, actor, Action.PEOPLE_MERGED, gone, kept, found.moving, now)
        return Merged(kept, found.kept.name, len(found.moving), entry)


async def separate(db: Database, actor: Actor, entry: int, *, now: datetime) -> int:
    """Take two apart again within ten minutes; gives who was the other one."""
    access.demand(actor, Permission.MANAGE_SIGNUPS)
    async with db.transaction() as tx:
        done = await audit.get(tx, entry)
        if done is None or done.action is not Action.PEOPLE_MERGED or done.subject is None:
            raise StaleButton
        gone = int(str(done.facts["gone"]))
        if await duplicates.merged_into(tx, gone) != done.subject:
            raise StaleButton
        moved = [int(number) for number in str(done.facts["moved"]).split()]
        if now - done.at > UNDO:
            raise TooLateForTeam(moved[0] if moved else 0)
        await duplicates.move(tx, done.subject, gone, moved)
        await duplicates.set_merged(tx, gone, None)
        facts = {"gone": gone}
        await audit.add(tx, actor.id, Action.PEOPLE_SEPARATED, subject=done.subject, facts=facts, now=now)
        return gone


async def link(db: Database, actor: Actor, person: int, *, now: datetime) -> tuple[PersonPage, str, datetime]:
    """A one-time link for somebody without Telegram; gives whom it is for, the token, and until when it holds."""
    token = secrets.token_hex(16)
    async with db.transaction() as tx:
        page = await _managed(tx, actor, person)
        if page.person.telegram_id is not None:
            raise TwoAccounts(person)
        await duplicates.add_link(tx, digest(token), person, actor.id, expires_at=now + HOLDS, now=now)
        await audit.add(tx, actor.id, Action.PERSON_LINK_MADE, facts={"person": person}, now=now)
    return page, token, now + HOLDS


async def read_link(db: Database, actor: Actor, token: str, *, now: datetime) -> Linking:
    """What the link brings to whoever opens it. Raises PersonLinkGone."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        return await _linking(tx, actor, token, now)


async def use_link(db: Database, actor: Actor, token: str, *, now: datetime) -> int:
    """Take over what the link brings; gives how many sign-ups moved. Raises PersonLinkGone."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        linking = await _linking(tx, actor, token, now)
        found = await duplicates.find_link(tx, digest(token))
        if found is None:
            raise PersonLinkGone
        await _move(tx, actor, Action.PERSON_LINKED, found.person, actor.id, linking.moving, now)
        await duplicates.use_link(tx, found.id, now)
        for event, theirs, _ in linking.behind:
            if theirs.is_active:
                await leaving.withdraw(tx, event, theirs, now=now)
    return len(linking.moving)


async def _linking(tx: Reader, actor: Actor, token: str, now: datetime) -> Linking:
    found = await duplicates.find_link(tx, digest(token))
    if found is None or found.is_used or found.expires_at <= now:
        raise PersonLinkGone
    person = await people.get(tx, found.person)
    is_alone = await duplicates.merged_into(tx, found.person) is None
    if person is None or person.telegram_id is not None or not is_alone:
        raise PersonLinkGone
    moving, behind = await _parted(tx, found.person, actor.id)
    if any(_counts(theirs) and not _counts(ours) for _, theirs, ours in behind):
        raise BothComing(0)
    return Linking(person.name or "", moving, behind)


async def _merging(tx: Reader, actor: Actor, one: int, other: int) -> Merging:
    pages = [await _managed(tx, actor, number) for number in (one, other)]
    gone, kept = sorted(pages, key=lambda page: (page.person.telegram_id is not None, -page.person.id))
    is_joined = [await duplicates.merged_into(tx, number) for number in (one, other)]
    if one == other or gone.person.telegram_id is not None or any(is_joined):
        raise TwoAccounts(one)
    moving, behind = await _parted(tx, gone.person.id, kept.person.id)
    for _, theirs, ours in behind:
        if _counts(theirs):
            raise BothComing(theirs.id if _counts(ours) else ours.id)
    return Merging(gone, kept, moving, behind)


async def _parted(tx: Reader, gone: int, kept: int) -> tuple[tuple[Pair, ...], tuple[Clash, ...]]:
    """The sign-ups that can move, and those for events the other one has a sign-up for."""
    clashes = dict(await duplicates.conflicts(tx, gone, kept))
    moving: list[Pair] = []
    behind: list[Clash] = []
    for event, signup in await store.list_signups(tx, gone, None):
        ours = await signups.get(tx, clashes[signup.id]) if signup.id in clashes else None
        if ours:
            behind.append((event, signup, ours))
        else:
            moving.append((event, signup))
    return tuple(moving), tuple(behind)


def _counts(signup: SignUp) -> bool:
    """Whether a sign-up still holds a place, or was one that came of it."""
    return signup.is_active or signup.has_seat


async def _move(
    tx: Transaction,
    actor: Actor,
    action: Action,
    gone: int,
    kept: int,
    moving: tuple[Pair, ...],
    now: datetime,
) -> int:
    moved = [signup.id for _, signup in moving]
    await duplicates.move(tx, gone, kept, moved)
    await duplicates.set_merged(tx, gone, kept)
    facts: dict[str, str | int | None] = {"gone": gone, "moved": " ".join(map(str, moved))}
    return await audit.add(tx, actor.id, action, subject=kept, facts=facts, now=now)


async def _managed(tx: Reader, actor: Actor, person: int) -> PersonPage:
    """Somebody belongs to no project, so only who manages sign-ups of all of them makes one of two."""
    access.demand(actor, Permission.MANAGE_SIGNUPS)
    return await people_search.load(tx, actor, person)
