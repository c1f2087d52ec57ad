"""A person and their history, found by what somebody remembers of a name or number. Every look is in the audit log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain import access, reach
from bot.domain.access import Permission
from bot.domain.acquaintances import Known
from bot.domain.audit import Action
from bot.domain.events import Event
from bot.domain.pages import find_page
from bot.domain.people import Actor, Person
from bot.domain.refusals import NotAllowed, ParticipantGone
from bot.domain.signups import SignUp
from bot.services import lists, name_search
from bot.store import audit, consents, organisations, people, people_search
from bot.store.database import Database, Reader
from bot.store.folding import by_surname

SHOWN = 10
"""How many people a search shows, the likeliest first."""
ON_PAGE = 8
"""Sign-ups on a page of somebody's history."""


@dataclass(frozen=True, slots=True)
class Search:
    """Who was found for ``words``, each once, the likeliest first; ``total`` counts those not shown, too."""

    words: str
    found: tuple[Known, ...]
    total: int


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What the team knows of somebody, as far as the reader's roles reach; pages of sign-ups count from 0.

    ``allowed`` is what the reader may do everywhere.
    """

    person: Person
    name: str
    phones: tuple[str, ...]
    gmina: str
    organisation: str
    source: str
    consents: frozenset[str]
    entries: tuple[tuple[Event, SignUp], ...]
    total: int
    page: int
    pages: int
    allowed: frozenset[Permission] = frozenset()

    @property
    def is_reachable(self) -> bool:
        """Whether the bot can write to them."""
        return self.person.telegram_id is not None and self.person.is_reachable


async def search(db: Database, actor: Actor, words: str, *, now: datetime) -> Search:
    """Who is called nearly so, or has a number with these digits; numbers only for whoever may see contacts."""
    digits = name_search.digits(words)
    reached = reach.projects(actor, Permission.SEE_CONTACTS if digits else Permission.SEE_LISTS)
    async with db.transaction() as tx:
        if digits:
            found = _each_once((1.0, one) for one in await people_search.list_with_phone(tx, reached, digits))
        else:
            wanted = name_search.words_of(words)
            known = await people_search.list_known(tx, reached)
            found = _each_once((name_search.likeness(wanted, one.name), one) for one in known)
        facts = {"people": len(found[:SHOWN])}
        await audit.add(tx, actor.id, Action.PEOPLE_SEARCHED, facts=facts, now=now)
    return Search(words, tuple(found[:SHOWN]), len(found))


async def show(db: Database, actor: Actor, person: int, page: int = 0, *, now: datetime) -> PersonPage:
    """Somebody with all their sign-ups within reach; kept in the audit log. Raises ParticipantGone, NotAllowed."""
    async with db.transaction() as tx:
        made = await load(tx, actor, person, page)
        facts = {"person": person}
        event = made.entries[0][0].id if made.entries else None
        await audit.add(tx, actor.id, Action.PERSON_SEEN, event=event, facts=facts, now=now)
    return made


async def load(tx: Reader, actor: Actor, person: int, page: int = 0) -> PersonPage:
    """A step: the page of somebody within the actor's reach."""
    reached = reach.projects(actor, Permission.SEE_LISTS)
    found = await people.get(tx, person)
    signed = await people_search.list_signups(tx, person, reached)
    if reached is not None and not signed:
        raise NotAllowed(Permission.SEE_LISTS)
    if found is None:
        raise ParticipantGone
    seen = [(event, lists.as_seen_by(actor, event, signup)) for event, signup in signed]
    at, pages = find_page(page, len(seen), ON_PAGE)
    body = await organisations.of_person(tx, person)
    named = await lists.organisations_of(tx, [signup for _, signup in seen])
    return PersonPage(
        found,
        next((signup.details.name for _, signup in seen if signup.details.name), found.name or found.first_name),
        _phones(actor, found, [signup for _, signup in seen]),
        next((signup.details.gmina for _, signup in seen if signup.details.gmina), found.gmina or ""),
        body.name if body else next(iter(named.values()), ""),
        await people_search.source_of(tx, person),
        await consents.list_given(tx, person),
        tuple(seen[at * ON_PAGE : (at + 1) * ON_PAGE]),
        len(seen),
        at,
        pages,
        frozenset(one for one in Permission if access.is_allowed(actor, one)),
    )


def _phones(actor: Actor, person: Person, signups: Iterable[SignUp]) -> tuple[str, ...]:
    given = [one.details.phone for one in signups]
    remembered = [person.phone] if access.is_allowed(actor, Permission.SEE_CONTACTS) else []
    return tuple(dict.fromkeys(phone for phone in [*given, *remembered] if phone))


def _each_once(scored: Iterable[tuple[float, Known]]) -> list[Known]:
    best: dict[int, tuple[float, Known]] = {}
    for score, one in scored:
        before = best.get(one.person)
        if score and (before is None or (score, one.gmina) > (before[0], before[1].gmina)):
            best[one.person] = (score, one)
    return [one for _, one in sorted(best.values(), key=lambda each: (-each[0], by_surname(each[1].name)))]
