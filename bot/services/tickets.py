"""Tickets: a signed link for whoever has a seat, read at the door."""

import secrets
from dataclasses import dataclass

from bot.domain import access, tokens
from bot.domain.access import Permission
from bot.domain.people import Actor
from bot.domain.refusals import NoTicket, SignUpGone
from bot.domain.signups import SignUp, State
from bot.services import signups
from bot.services.signups import Place
from bot.store import events, settings
from bot.store import signups as rows
from bot.store.database import Database

_SECRET = "ticket_secret"  # noqa: S105 - the name under which it is kept
WITH_SEAT = frozenset({State.CONFIRMED, State.ATTENDED})


@dataclass(frozen=True, slots=True)
class Ticket:
    """Somebody's seat, and the token that proves it."""

    place: Place
    token: str


async def issue(db: Database, actor: Actor, signup: int) -> Ticket:
    """The ticket of an own sign-up with a seat; the same every time. Raises NoTicket without a seat."""
    place = await signups.show(db, actor, signup)
    if place.signup.state not in WITH_SEAT:
        raise NoTicket(signup)
    return Ticket(place, tokens.sign(signup, await _secret(db)))


async def read(db: Database, actor: Actor, token: str) -> SignUp:
    """The sign-up of a ticket, for its owner and for whoever may check in. Raises NoTicket, NotAllowed."""
    async with db.reading() as tx:
        number = tokens.read(token, await settings.get(tx, _SECRET) or secrets.token_hex())
        found = await rows.get(tx, number) if number is not None else None
        if found is None:
            raise NoTicket(0)
        event = await events.get(tx, found.event)
        if event is None:
            raise SignUpGone
        if not access.is_allowed(actor, Permission.CHECK_IN, project=event.plan.project):
            access.demand(actor, Permission.OWN_SIGNUP, owner=found.person)
        return found


async def _secret(db: Database) -> str:
    async with db.reading() as tx:
        known = await settings.get(tx, _SECRET)
    if known:
        return known
    async with db.transaction() as tx:
        await settings.set_once(tx, _SECRET, secrets.token_hex(32))
        return await settings.get(tx, _SECRET) or ""
