"""Grant indicators: how far each is, who is counted, and what is entered by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.forms import Draft, Field, Kind
from bot.domain.indicators import Counts, Entry, Indicator, Measure, matching, measure
from bot.domain.people import Actor
from bot.domain.refusals import IndicatorGone
from bot.domain.staff_notices import TargetsMissed
from bot.services import dialogs, staff_notices
from bot.services.dialogs import Setting, Step
from bot.store import audit
from bot.store import indicators as store
from bot.store.database import Database, Reader, Transaction
from bot.store.folding import by_surname, collated

FORM = "indicator_entry"
MOST = 1_000_000


REMINDED = (7, 14, 30)
"""Days before the end of a project when the team hears of targets that are missed."""


@dataclass(frozen=True, slots=True)
class Running:
    """A project with its last day, its titles by language, and what is counted."""

    slug: str
    titles: Mapping[str, str]
    ends: date
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The indicators of a project; ``heads`` are people who gave no name and are counted nowhere else."""

    project: str
    measures: tuple[Measure, ...]
    heads: int


@dataclass(frozen=True, slots=True)
class Detail:
    """One indicator: who or what is counted, by name, and what was entered by hand."""

    project: str
    measure: Measure
    names: tuple[str, ...]
    nameless: int
    entries: tuple[Entry, ...]


async def of_project(db: Database, actor: Actor, project: str, wanted: Sequence[Indicator], *, now: datetime) -> Report:
    """How far each indicator of the project is."""
    access.demand(actor, Permission.SEE_LISTS, project=project)
    async with db.reading() as tx:
        taken = await store.list_participations(tx, project, now)
        measures = [measure(one, taken, await store.list_entries(tx, project, one.id)) for one in wanted]
        return Report(project, tuple(measures), await store.count_heads(tx, project))


async def detail(db: Database, actor: Actor, project: str, indicator: Indicator, *, now: datetime) -> Detail:
    """Who is counted towards an indicator; kept in the audit log."""
    async with db.transaction() as tx:
        access.demand(actor, Permission.SEE_LISTS, project=project)
        taken = await store.list_participations(tx, project, now)
        entries = await store.list_entries(tx, project, indicator.id)
        counts_people = indicator.counts is not Counts.ENTRIES
        there = [one for one in matching(indicator, taken) if one.was_there and counts_people]
        known = await store.names(tx, [one.signup for one in there])
        await audit.add(tx, actor.id, Action.INDICATOR_SEEN, project=project, facts={"of": indicator.id}, now=now)
    if indicator.counts in {Counts.ORGANISATIONS, Counts.NGO, Counts.JST}:
        kinds = {"ngo", "jst", "other"} if indicator.counts is Counts.ORGANISATIONS else {indicator.counts.value}
        found = {known[one.signup][1] for one in there if one.organisation_kind in kinds}
        names, nameless = sorted(found - {""}, key=collated), 0
    elif indicator.counts in {Counts.GMINAS, Counts.EVENTS}:
        named = {one.gmina if indicator.counts is Counts.GMINAS else one.code for one in there}
        names, nameless = sorted(named - {""}, key=collated), 0
    else:
        people = {one.person: known[one.signup][0] for one in there}
        names = sorted((name for name in people.values() if name), key=by_surname)
        nameless = sum(not name for name in people.values())
    return Detail(project, measure(indicator, taken, entries), tuple(names), nameless, tuple(entries))


async def remind(db: Database, projects: Iterable[Running], *, now: datetime) -> None:
    """Tell the team of targets that are missed when a project nears its end; a step of the bot itself."""
    for project in projects:
        days = (project.ends - now.date()).days
        threshold = next((one for one in REMINDED if 0 <= days <= one), None)
        if threshold is None:
            continue
        async with db.transaction() as tx:
            taken = await store.list_participations(tx, project.slug, now)
            entries = {one.id: await store.list_entries(tx, project.slug, one.id) for one in project.indicators}
            short = sum(measure(one, taken, entries[one.id]).missing > 0 for one in project.indicators)
            if short:
                notice = TargetsMissed(project.slug, dict(project.titles), project.ends.isoformat(), short)
                key = f"targets:{project.slug}:{project.ends}:{threshold}"
                await staff_notices.tell(tx, notice, project=project.slug, key=key, now=now)


async def begin_entry(db: Database, actor: Actor, project: str, indicator: str, *, now: datetime) -> Step:
    """Begin to enter an amount by hand."""
    access.demand(actor, Permission.MANAGE_EVENTS, project=project)
    async with db.transaction() as tx:
        answers = {"_project": project, "_indicator": indicator}
        return await dialogs.begin(tx, actor, Draft(FORM, 1, 0, "", dict(answers)), now=now)


async def take_back(db: Database, actor: Actor, entry: int, *, now: datetime, back: bool = False) -> tuple[str, str]:
    """Take an entry back, or bring it ``back``; gives its project and indicator."""
    async with db.transaction() as tx:
        found = await store.project_of_entry(tx, entry)
        if found is None:
            raise IndicatorGone
        access.demand(actor, Permission.MANAGE_EVENTS, project=found[0])
        await store.set_removed(tx, entry, None if back else now)
        action = Action.ENTRY_RESTORED if back else Action.ENTRY_REMOVED
        await audit.add(tx, actor.id, action, subject=entry, project=found[0], now=now)
        return found


class _Entering:
    """Entering an amount: how many, and what it is."""

    name = FORM

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:  # noqa: ARG002
        access.demand(actor, Permission.MANAGE_EVENTS, project=str(draft.answers.get("_project", "")))
        fields = (
            Field("indicator_amount", Kind.NUMBER, low=1, high=MOST),
            Field("indicator_note", Kind.TEXT, high=200),
        )
        return Setting(None, fields, 1)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(
        self,
        tx: Transaction,
        actor: Actor,
        draft: Draft,
        setting: Setting,  # noqa: ARG002
        *,
        now: datetime,
    ) -> object:
        given: Mapping[str, object] = draft.answers
        project, indicator = str(given["_project"]), str(given["_indicator"])
        amount, note = int(str(given["indicator_amount"])), str(given["indicator_note"])
        entry = await store.add_entry(tx, project, indicator, amount, note, actor.id, now)
        facts: dict[str, str | int | None] = {"of": indicator, "amount": amount}
        await audit.add(tx, actor.id, Action.ENTRY_ADDED, subject=entry, project=project, facts=facts, now=now)
        return project, indicator


dialogs.register(_Entering())
