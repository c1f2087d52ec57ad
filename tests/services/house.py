"""An office: the services at work on a real store, with people and events made in one line."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.clock import Clock
from bot.domain.events import Event, EventKind, Group, Plan
from bot.domain.localized import Localized
from bot.domain.notices import Notice
from bot.domain.people import Actor, Grant, Role
from bot.domain.signups import Details, SignUp
from bot.services import importing, people, signups
from bot.services.dialogs import Done, Step
from bot.services.importing import Imported, Incoming
from bot.services.people import Sender
from bot.services.signups import Place
from bot.store import events, outbox
from bot.store import signups as rows
from bot.store.database import Database

OWNER = Actor(0, None, "pl", frozenset({Grant(Role.ADMINISTRATOR)}))


def goes_on(moved: Step | Done) -> Step:
    """The next step of a conversation that has not ended."""
    assert isinstance(moved, Step)
    return moved


class Office:
    """A store, a clock, and short words for what the tests say over and over."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self.db = db
        self.clock = clock
        self._updates = 0

    @property
    def now(self) -> datetime:
        """The moment."""
        return self.clock.now()

    async def person(self, name: str = "Anna", language: str = "pl") -> Actor:
        """Somebody new."""
        self._updates += 1
        sender = Sender(1000 + self._updates, name, language)
        actor = await people.identify(
            self.db, sender, administrators=frozenset(), update=(self._updates, 0), now=self.now
        )
        assert actor is not None
        return actor

    def draft(self, code: str = "forum-1", **changes: object) -> Plan:
        """An event eight days ahead at 17:00, with two seats unless said otherwise."""
        starts = (self.now + timedelta(days=8)).replace(hour=17, minute=0)
        plan = Plan(
            code=code,
            project="podgorze",
            kind=EventKind.FORUM,
            title=Localized({"pl": "Forum"}),
            starts_at=starts,
            ends_at=starts + timedelta(hours=2),
            place="Dom kultury",
            address="ul. Na Kozłówce 25, Kraków",
            seats=2,
        )
        return replace(plan, **changes)  # type: ignore[arg-type]

    async def event(self, code: str = "forum-1", groups: tuple[Group, ...] = (), **changes: object) -> Event:
        """An event, imported."""
        await self.bring(self.draft(code, **changes), groups)
        return await self.found(code)

    async def bring(self, plan: Plan, groups: tuple[Group, ...] = ()) -> Imported:
        """Import one event, new or changed."""
        return await importing.import_events(self.db, OWNER, [Incoming(plan, groups)], now=self.now)

    async def found(self, code: str = "forum-1") -> Event:
        """The event as it is stored now."""
        async with self.db.reading() as tx:
            event = await events.find(tx, code)
        assert event is not None
        return event

    async def joins(self, actor: Actor, event: Event, details: Details | None = None) -> Place:
        """Sign somebody up."""
        async with self.db.transaction() as tx:
            return await signups.join(tx, actor, event, details or Details("Anna Nowak"), source=None, now=self.now)

    async def signup(self, actor: Actor, event: Event) -> SignUp:
        """The sign-up as it is stored now."""
        async with self.db.reading() as tx:
            found = await rows.find(tx, event.id, actor.id)
        assert found is not None
        return found

    async def told(self, actor: Actor) -> list[Notice]:
        """The notices waiting to be sent to somebody, reminders left out."""
        async with self.db.reading() as tx:
            found = await tx.all(
                "SELECT * FROM outbox WHERE person_id = ? AND kind <> 'reminder' AND state = 'pending'", [actor.id]
            )
        return [outbox.letter(row).notice for row in found]

    async def reminders(self, actor: Actor, event: Event) -> list[datetime]:
        """When reminders are due, in local time."""
        async with self.db.reading() as tx:
            due = await outbox.list_due(tx, event.id, actor.id, "reminder")
        return [moment.astimezone(self.clock.zone).replace(tzinfo=None) for moment in due]
