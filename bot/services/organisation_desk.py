"""Organisations as the team keeps them: found, renamed, and merged when two turn out to be one."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.forms import Draft, Field, Kind
from bot.domain.organisations import Body, BodyKind, Merge, OrganisationGone, Use
from bot.domain.pages import find_page
from bot.domain.people import Actor, Scope
from bot.domain.refusals import NotAllowed
from bot.services import dialogs, seating
from bot.services.dialogs import Setting, Step
from bot.services.spellings import likeness, spelled
from bot.store import audit, events
from bot.store import organisation_desk as store
from bot.store import organisations as bodies
from bot.store.database import Database, Reader, Transaction

PAGE = 8
"""Organisations on a page."""
RENAME = "organisation_rename"
LONGEST = 160
"""Characters of a name."""
VERSION = 1
NEAR = 0.5
"""From which likeness a search finds something."""
SHOWN = 8
"""Spellings, events and merges on one organisation's card."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some organisations; ``words`` is what was searched for, ``merging`` which one looks for its double."""

    uses: tuple[Use, ...]
    page: int
    pages: int
    words: str = ""
    merging: Body | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One organisation: its spellings, the codes of its events, what was merged into it; ``can_change`` is for all."""

    use: Use
    spellings: tuple[str, ...]
    codes: tuple[str, ...]
    merges: tuple[Merge, ...]
    can_change: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What merging would do: whose people, events and spellings go where."""

    loser: Use
    winner: Use
    spellings: tuple[str, ...]


class _Renaming:
    """Another name; the subject is the organisation."""

    name = RENAME

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:  # noqa: ARG002
        use = await _changeable(tx, actor, draft.subject)
        return Setting(use.body, (Field("organisation_name", Kind.TEXT, high=LONGEST),), VERSION)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, _: Setting, *, now: datetime) -> object:
        use = await _changeable(tx, actor, draft.subject)
        name = " ".join(str(draft.answers["organisation_name"]).split())
        await bodies.rename(tx, use.body.id, name)
        await bodies.learn(tx, use.body.id, spelled(name))
        await audit.add(tx, actor.id, Action.ORGANISATION_CHANGED, subject=use.body.id, now=now)
        return await _card(tx, actor, use.body.id)


dialogs.register(_Renaming())


async def page(db: Database, actor: Actor, number: int, *, words: str = "") -> Page:
    """A page of the organisations by name, or those a search finds, the likeliest first."""
    access.demand_somewhere(actor, Permission.MANAGE_SIGNUPS)
    async with db.reading() as tx:
        uses = await store.list_uses(tx, _within(actor))
        if words:
            uses = await _found(tx, uses, words)
        else:
            uses.sort(key=lambda use: spelled(use.body.name))
    return _cut(uses, number, words)


async def doubles(db: Database, actor: Actor, organisation: int, number: int) -> Page:
    """All the others, those most like this one first: which of them is the same?"""
    async with db.reading() as tx:
        use = await _changeable(tx, actor, organisation)
        uses = [one for one in await store.list_uses(tx, None) if one.body.id != organisation]
    ours = spelled(use.body.name)
    uses.sort(key=lambda one: (-likeness(ours, spelled(one.body.name)), spelled(one.body.name)))
    return replace(_cut(uses, number, ""), merging=use.body)


async def card(db: Database, actor: Actor, organisation: int) -> Card:
    """One organisation. Raises OrganisationGone, NotAllowed."""
    access.demand_somewhere(actor, Permission.MANAGE_SIGNUPS)
    async with db.reading() as tx:
        return await _card(tx, actor, organisation)


async def preview(db: Database, actor: Actor, loser: int, winner: int) -> Preview:
    """What merging the one into the other would do."""
    async with db.reading() as tx:
        gone, kept = await _changeable(tx, actor, loser), await _changeable(tx, actor, winner)
        return Preview(gone, kept, tuple(await bodies.spellings_of(tx, loser)))


async def merge(db: Database, actor: Actor, loser: int, winner: int, *, now: datetime) -> Card:
    """Two are one: sign-ups, people and spellings go over, and seats are counted once. Nobody loses a seat."""
    async with db.transaction() as tx:
        await _changeable(tx, actor, loser)
        await _changeable(tx, actor, winner)
        if loser == winner:
            raise OrganisationGone
        await store.merge(tx, loser, winner, now)
        await audit.add(tx, actor.id, Action.ORGANISATIONS_MERGED, subject=winner, facts={"loser": loser}, now=now)
        await _settle(tx, (winner,), now)
        return await _card(tx, actor, winner)


async def separate(db: Database, actor: Actor, number: int, *, now: datetime) -> Card:
    """Undo a merge; who waited because of it may find a seat. Raises OrganisationGone when it cannot be undone."""
    access.demand(actor, Permission.MANAGE_SIGNUPS)
    async with db.transaction() as tx:
        done = await store.get_merge(tx, number)
        if done is None:
            raise OrganisationGone
        await store.undo(tx, done, now)
        facts = {"loser": done.loser.id}
        await audit.add(tx, actor.id, Action.ORGANISATIONS_SEPARATED, subject=done.winner, facts=facts, now=now)
        await _settle(tx, (done.winner, done.loser.id), now)
        return await _card(tx, actor, done.winner)


async def set_kind(db: Database, actor: Actor, organisation: int, kind: str, *, now: datetime) -> Card:
    """Say what it is."""
    async with db.transaction() as tx:
        use = await _changeable(tx, actor, organisation)
        if kind in set(BodyKind) and use.body.kind != kind:
            await bodies.set_kind(tx, organisation, BodyKind(kind))
            await audit.add(tx, actor.id, Action.ORGANISATION_CHANGED, subject=organisation, now=now)
        return await _card(tx, actor, organisation)


async def forget_spelling(db: Database, actor: Actor, organisation: int, number: int, *, now: datetime) -> Card:
    """Forget the spelling at this place of the card; not the name itself. Nothing when it is not there any more."""
    async with db.transaction() as tx:
        use = await _changeable(tx, actor, organisation)
        others = _others(use, await bodies.spellings_of(tx, organisation))
        if 0 <= number < len(others):
            await bodies.unlearn(tx, organisation, others[number])
            await audit.add(tx, actor.id, Action.ORGANISATION_CHANGED, subject=organisation, now=now)
        return await _card(tx, actor, organisation)


async def rename(db: Database, actor: Actor, organisation: int, *, now: datetime) -> Step:
    """Begin to write another name."""
    async with db.transaction() as tx:
        await _changeable(tx, actor, organisation)
        return await dialogs.begin(tx, actor, Draft(RENAME, VERSION, organisation, ""), now=now)


def _within(actor: Actor) -> frozenset[str] | None:
    """The projects whose sign-ups the actor manages; None for all of them."""
    if access.is_allowed(actor, Permission.MANAGE_SIGNUPS):
        return None
    keys = {grant.scope_key for grant in actor.grants if grant.scope is Scope.PROJECT}
    return frozenset(key for key in keys if access.is_allowed(actor, Permission.MANAGE_SIGNUPS, project=key))


async def _found(tx: Reader, uses: list[Use], words: str) -> list[Use]:
    wanted, scores = spelled(words), dict[int, float]()
    for spelling in await bodies.list_spellings(tx):
        number = spelling.body.id
        scores[number] = max(scores.get(number, 0.0), likeness(wanted, spelling.folded))
    near = [use for use in uses if scores.get(use.body.id, 0.0) >= NEAR or wanted in spelled(use.body.name)]
    return sorted(near, key=lambda use: (-scores.get(use.body.id, 0.0), spelled(use.body.name)))


def _cut(uses: list[Use], number: int, words: str) -> Page:
    number, pages = find_page(number, len(uses), PAGE)
    return Page(tuple(uses[number * PAGE : (number + 1) * PAGE]), number, pages, words)


async def _card(tx: Reader, actor: Actor, organisation: int) -> Card:
    use = await store.get_use(tx, organisation, _within(actor))
    if use is None and _within(actor) is not None:
        raise NotAllowed(Permission.MANAGE_SIGNUPS)
    if use is None:
        raise OrganisationGone
    return Card(
        use,
        tuple(_others(use, await bodies.spellings_of(tx, organisation))[:SHOWN]),
        tuple(await store.list_codes(tx, organisation, limit=SHOWN)),
        tuple(await store.list_merges(tx, organisation, limit=SHOWN)),
        access.is_allowed(actor, Permission.MANAGE_SIGNUPS),
    )


def _others(use: Use, spellings: list[str]) -> list[str]:
    """The spellings beside the name itself."""
    return [one for one in spellings if one != spelled(use.body.name)]


async def _changeable(tx: Reader, actor: Actor, organisation: int) -> Use:
    """An organisation belongs to no project, so only who manages sign-ups of all of them changes it."""
    access.demand(actor, Permission.MANAGE_SIGNUPS)
    use = await store.get_use(tx, organisation, None)
    if use is None:
        raise OrganisationGone
    return use


async def _settle(tx: Transaction, organisations: tuple[int, ...], now: datetime) -> None:
    for number in await bodies.list_limited(tx, organisations, now):
        event = await events.get(tx, number)
        if event:
            await seating.settle(tx, event, now=now)
