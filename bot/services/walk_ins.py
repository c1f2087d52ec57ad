"""Who just comes: written down by name, or counted without one."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain import attendance
from bot.domain.attendance import EARLY, MOST_HEADS, MOST_NAMES, WALK_IN, NameStaysListed
from bot.domain.audit import Action
from bot.domain.events import Event, Session
from bot.domain.forms import Draft, Field, Kind
from bot.domain.people import Actor
from bot.domain.refusals import InvalidAnswer, SignUpGone
from bot.domain.signups import Details, SignUp, State
from bot.services import dialogs, reading
from bot.services.attendance import OTHERS, for_check_in, note
from bot.services.dialogs import Setting, Step
from bot.store import attendance as store
from bot.store import audit, signups
from bot.store.database import Database, Reader, Transaction
from bot.store.folding import fold

NAMES = "walk_in_names"
HEADS = "head_count"
VERSION = 1
_NAME = Field("name", Kind.NAME)


@dataclass(frozen=True, slots=True)
class WalkIns:
    """Who was written down: ``added`` to the list, ``found`` on it already, ``skipped`` for not being names."""

    event: Event
    session: Session | None
    added: tuple[SignUp, ...]
    found: tuple[SignUp, ...]
    skipped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many people came without giving a name, and how many were noted ``before``."""

    event: Event
    session: Session | None
    people: int
    before: int


class _Names:
    """Names of those who just came; the subject is the event, the session stands beside the answers."""

    name = NAMES

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        event, _ = await _about(tx, actor, draft, now)
        return Setting(event, (Field(NAMES, Kind.TEXT, high=2000),), VERSION)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:  # noqa: ARG002
        event, session = await _about(tx, actor, draft, now)
        names, skipped = read_names(str(draft.answers[NAMES]))
        known = {fold(one.details.name): one for one in await _known(tx, event)}
        added, found = [], []
        for name in names:
            signup = known.get(fold(name))
            if signup is None:
                added.append(await _add(tx, actor, event, session, name, now))
            else:
                await note(tx, actor, event, session, signup, now)
                found.append(signup)
        return WalkIns(event, session, tuple(added), tuple(found), skipped)


class _Heads:
    """How many came without giving a name."""

    name = HEADS

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        event, _ = await _about(tx, actor, draft, now)
        return Setting(event, (Field(HEADS, Kind.NUMBER, low=0, high=MOST_HEADS),), VERSION)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:  # noqa: ARG002
        event, session = await _about(tx, actor, draft, now)
        return await _set_heads(tx, actor, event, session, int(str(draft.answers[HEADS])), now)


dialogs.register(_Names())
dialogs.register(_Heads())


async def begin(db: Database, actor: Actor, form: str, event: int, session: int, *, now: datetime) -> Step:
    """Begin to write names down, or to count heads; ``form`` is ``NAMES`` or ``HEADS``."""
    async with db.transaction() as tx:
        found = await for_check_in(tx, actor, event)
        held = attendance.session_of(found, session, now)
        attendance.check_begun(found, held, now, EARLY)
        draft = Draft(form, VERSION, event, "", {"_session": held.id if held else 0})
        return await dialogs.begin(tx, actor, draft, now=now)


async def count_heads(db: Database, actor: Actor, event: int, session: int, people: int, *, now: datetime) -> HeadCount:
    """Put the number back to what it was."""
    async with db.transaction() as tx:
        found = await for_check_in(tx, actor, event)
        held = attendance.session_of(found, session, now)
        return await _set_heads(tx, actor, found, held, min(max(0, people), MOST_HEADS), now)


async def remove(db: Database, actor: Actor, signup: int, *, now: datetime) -> tuple[Event, str]:
    """Take back somebody who was written down at the door; gives the event and their name."""
    async with db.transaction() as tx:
        found = await signups.get(tx, signup)
        if found is None:
            await for_check_in(tx, actor, 0)
            raise SignUpGone
        event = await for_check_in(tx, actor, found.event)
        if found.source != WALK_IN:
            raise NameStaysListed(event.id)
        await store.remove_person(tx, found)
        await audit.add(tx, actor.id, Action.WALK_IN_REMOVED, event=event.id, now=now)
    return event, found.details.name


def read_names(typed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names in a text, one a line or between commas, and what is none."""
    names: dict[str, str] = {}
    skipped = []
    for part in typed.replace(",", "\n").replace(";", "\n").splitlines():
        if not part.strip():
            continue
        try:
            name = str(reading.read(_NAME, part))
        except InvalidAnswer:
            skipped.append(part.strip())
        else:
            names.setdefault(fold(name), name)
    kept = tuple(names.values())
    return kept[:MOST_NAMES], (*skipped, *kept[MOST_NAMES:])


async def _about(tx: Reader, actor: Actor, draft: Draft, now: datetime) -> tuple[Event, Session | None]:
    event = await for_check_in(tx, actor, draft.subject)
    return event, attendance.session_of(event, int(str(draft.answers.get("_session") or 0)), now)


async def _known(tx: Reader, event: Event) -> list[SignUp]:
    """Everybody who signed up, those with a seat last, so that of two with one name the one with a seat counts."""
    found = await store.list_signups(tx, event.id, attendance.COMING | OTHERS)
    return sorted(found, key=lambda one: one.state in attendance.COMING)


async def _add(
    tx: Transaction, actor: Actor, event: Event, session: Session | None, name: str, now: datetime
) -> SignUp:
    person = await store.add_person(tx, name, fold(name), now)
    details = Details(name, sessions=(session.id,) if session else ())
    number = await signups.add_waiting(
        tx, event.id, person, details, version=event.form_version, source=WALK_IN, now=now
    )
    await signups.set_state(tx, number, State.CONFIRMED, now)
    signup = await signups.get(tx, number)
    if signup is None:
        raise SignUpGone
    await note(tx, actor, event, session, signup, now)
    await audit.add(tx, actor.id, Action.WALK_IN_ADDED, event=event.id, subject=number, now=now)
    return signup


async def _set_heads(
    tx: Transaction, actor: Actor, event: Event, session: Session | None, people: int, now: datetime
) -> HeadCount:
    number = session.id if session else None
    before = await store.heads(tx, event.id, number)
    await store.set_heads(tx, event.id, number, people, now)
    facts: dict[str, str | int | None] = {"people": people, "before": before}
    await audit.add(tx, actor.id, Action.HEADS_COUNTED, event=event.id, facts=facts, now=now)
    return HeadCount(event, session, people, before)
