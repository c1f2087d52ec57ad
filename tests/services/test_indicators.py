"""The team hears of targets that are missed when a project nears its end."""

from datetime import timedelta

from bot.domain.indicators import Counts, Indicator
from bot.domain.people import Grant, Role, Scope
from bot.domain.staff_notices import TargetsMissed
from bot.services import indicators, people
from bot.services.indicators import Running

from .house import Office

TITLES = {"pl": "Lider w akcji!"}


async def test_once_at_each_of_three_times_before_the_end_and_only_while_something_is_missing(office: Office) -> None:
    boss, other = await office.person("Krystyna"), await office.person("Marek")
    await people.grant(office.db, boss.id, Grant(Role.COORDINATOR, Scope.PROJECT, "lider"), now=office.now)
    await people.grant(office.db, other.id, Grant(Role.COORDINATOR, Scope.PROJECT, "kuznia"), now=office.now)
    ends = office.now.date() + timedelta(days=40)
    projects = [Running("lider", TITLES, ends, (Indicator("jst", Counts.JST, 6), Indicator("b", Counts.ENTRIES, 1)))]
    for _ in range(41):
        await indicators.remind(office.db, projects, now=office.now)
        office.clock.move(timedelta(days=1))
    assert await office.told(boss) == [TargetsMissed("lider", TITLES, ends.isoformat(), 2)] * 3
    assert await office.told(other) == []


async def test_nothing_is_said_when_everything_is_reached(office: Office) -> None:
    boss = await office.person("Krystyna")
    await people.grant(office.db, boss.id, Grant(Role.COORDINATOR), now=office.now)
    async with office.db.transaction() as tx:
        await tx.execute(
            "INSERT INTO indicator_entries (project, indicator, amount, note, at) VALUES ('lider', 'rady', 1, 'x', ?)",
            [office.now.isoformat()],
        )
    running = Running("lider", TITLES, office.now.date(), (Indicator("rady", Counts.ENTRIES, 1),))
    await indicators.remind(office.db, [running], now=office.now)
    assert await office.told(boss) == []
