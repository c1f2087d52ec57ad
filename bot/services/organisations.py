"""Whom people come for: an organisation is found by what somebody types, or added."""

from datetime import datetime

from bot.domain.events import Event
from bot.domain.forms import Doubt, Field, Kind, Value
from bot.domain.organisations import Body, BodyKind, Chosen, Delegation, chosen
from bot.domain.people import Actor
from bot.domain.refusals import InvalidAnswer
from bot.domain.signups import SignUp
from bot.services.spellings import guessed, likeness, spelled, worth_comparing
from bot.store import organisations
from bot.store.database import Reader, Transaction

CANDIDATES = 5
"""How many organisations somebody chooses from."""
LIKELY = 0.62
"""From which likeness one is worth asking about."""


async def look_up(tx: Reader, typed: str, *, is_sure: bool = True) -> Chosen | Doubt:
    """What somebody means: a spelling once told is known at once, unless they are not ``is_sure``; else we ask back."""
    known = await organisations.find(tx, spelled(typed))
    if known and is_sure:
        return Chosen(known.name, known.id)
    candidates = await _similar(tx, typed)
    if not candidates:
        return _new(typed)
    return Doubt(typed, tuple((str(body.id), body.name) for body in candidates))


async def _similar(tx: Reader, typed: str) -> list[Body]:
    """The organisations somebody may mean, the likeliest first."""
    wanted = spelled(typed)
    found: dict[int, tuple[float, Body]] = {}
    spellings = {spelling.folded: spelling for spelling in await organisations.list_spellings(tx)}
    for folded in worth_comparing(wanted, spellings):
        spelling, score = spellings[folded], likeness(wanted, folded)
        if score >= LIKELY and score > found.get(spelling.body.id, (0.0, None))[0]:
            found[spelling.body.id] = (score, spelling.body)
    best = sorted(found.values(), key=lambda one: (-one[0], one[1].name))
    return [body for _, body in best[:CANDIDATES]]


async def pressed(tx: Reader, field: Field, doubt: Doubt | None, value: str) -> Chosen | Doubt:
    """What a button says: the remembered one, a candidate by its number, a new one, or what the new one is."""
    if value == "known" and field.offered:
        return await look_up(tx, field.offered)
    if doubt is None:
        raise InvalidAnswer("button", value)
    if value.isdecimal() and int(value) < len(doubt.candidates):
        number, name = doubt.candidates[int(value)]
        return Chosen(name, int(number), typed=doubt.typed)
    if value == "new" and doubt.candidates:
        return _new(doubt.typed)
    if value in set(BodyKind) and not doubt.candidates:
        return Chosen(doubt.typed, None, BodyKind(value))
    raise InvalidAnswer("button", value)


def _new(typed: str) -> Chosen | Doubt:
    kind = guessed(typed)
    return Chosen(typed, None, kind) if kind else Doubt(typed)


async def keep(tx: Transaction, value: Value, now: datetime) -> Body | None:
    """The organisation of an answer, added when it is new; how it was spelled is remembered for everybody."""
    answer = chosen(value)
    if answer is None:
        return None
    known = await organisations.get(tx, answer.number) if answer.number is not None else None
    if known is None:
        known = await _found_or_added(tx, answer, now)
    if answer.typed:
        await organisations.learn(tx, known.id, spelled(answer.typed))
    return known


async def _found_or_added(tx: Transaction, answer: Chosen, now: datetime) -> Body:
    """Two people may add the same one at the same time; a spelling alone, told for another one, does not count."""
    folded = spelled(answer.name)
    there = await organisations.find(tx, folded)
    if there and spelled(there.name) == folded:
        return there
    return Body(await organisations.add(tx, answer.name, answer.kind, folded, now), answer.name, answer.kind)


async def field(tx: Reader, actor: Actor) -> Field:
    """The question whom the actor comes for, with the remembered one on a button."""
    known = await organisations.of_person(tx, actor.id)
    return Field("organisation", Kind.ORGANISATION, is_required=False, offered=known.name if known else None)


async def prefilled(tx: Reader, actor: Actor) -> dict[str, Value]:
    """The answer of somebody whose organisation is remembered; nothing for somebody else, who is asked."""
    known = await organisations.of_person(tx, actor.id)
    return {"organisation": Chosen(known.name, known.id).value()} if known else {}


async def given(tx: Reader, number: int | None) -> Value:
    """The organisation of a sign-up as an answer."""
    body = await organisations.get(tx, number) if number is not None else None
    return Chosen(body.name, body.id).value() if body else None


async def remember(tx: Transaction, actor: Actor, number: int | None) -> None:
    """Keep whom the actor comes for, for next time; None forgets it."""
    await organisations.remember(tx, actor.id, number)


async def of_reader(tx: Reader, actor: Actor, event: Event, signup: SignUp | None) -> Delegation | None:
    """The organisation the actor comes for, or came for last, at an event that limits their seats."""
    if event.plan.organisation_seats is None:
        return None
    known = await organisations.of_person(tx, actor.id)
    number = signup.details.organisation if signup and signup.is_active else known.id if known else None
    return await delegation(tx, event, number)


async def delegation(tx: Reader, event: Event, number: int | None) -> Delegation | None:
    """How many seats an organisation has at an event, None without one."""
    body = await organisations.get(tx, number) if number is not None else None
    if body is None:
        return None
    return Delegation(body, await organisations.count_taken(tx, event.id, body.id), event.plan.organisation_seats)
