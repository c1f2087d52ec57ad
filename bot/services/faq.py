"""Frequent questions from the inbox: added, reviewed, changed and removed by the team."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain import access, reach
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.clock import zone_of
from bot.domain.faq import LONGEST_ANSWER, LONGEST_QUESTION, REVIEWS, FaqEntry, review_after
from bot.domain.forms import Draft, Field, Kind, Value
from bot.domain.inbox import InboxQuestion, InboxState
from bot.domain.localized import polish
from bot.domain.pages import find_page
from bot.domain.people import Actor
from bot.domain.refusals import FaqGone, QuestionEnded
from bot.services import dialogs, inbox
from bot.services.dialogs import Setting, Step
from bot.store import audit, faq
from bot.store.database import Database, Reader, Transaction

ON_PAGE = 6
ADD = "faq_add"
CHANGE = "faq_change"
VERSION = 1
GENERAL = "1"
"""The second option of where an answer belongs: to the whole organisation."""


@dataclass(frozen=True, slots=True)
class FaqPage:
    """One page, what is due for review first; ``due`` is how many are."""

    entries: tuple[FaqEntry, ...]
    page: int
    pages: int
    due: int


class _Add:
    """A new entry from an answered question, which is the subject."""

    name = ADD

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:  # noqa: ARG002
        question = await _answered(tx, actor, draft.subject)
        return Setting(question, _fields(actor, question.project), VERSION)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:
        question = setting.about
        if not isinstance(question, InboxQuestion):
            raise TypeError(f"a frequent question is made of {question!r}")
        entry = _filled(FaqEntry(0, question.project, "", "", question.language, None), draft.answers, now)
        await faq.add(tx, entry, inbox=question.id, by=actor.id, now=now)
        added = await faq.find(tx, question.id)
        if added is None:
            raise FaqGone
        await audit.add(tx, actor.id, Action.FAQ_ADDED, subject=added.id, project=added.project, now=now)
        return added


class _Change:
    """Another wording of an entry, which is the subject."""

    name = CHANGE

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:  # noqa: ARG002
        entry = await _present(tx, actor, draft.subject)
        return Setting(entry, _fields(actor, entry.project), VERSION)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:
        if not isinstance(setting.about, FaqEntry):
            raise TypeError(f"no frequent question is changed, but {setting.about!r}")
        entry = _filled(setting.about, draft.answers, now)
        await faq.set_entry(tx, entry)
        await audit.add(tx, actor.id, Action.FAQ_CHANGED, subject=entry.id, project=entry.project, now=now)
        return entry


dialogs.register(_Add())
dialogs.register(_Change())


async def entries(db: Database) -> list[FaqEntry]:
    """Everything to answer from. For the bot itself, no actor asks."""
    async with db.reading() as tx:
        return await faq.list_all(tx)


async def page(db: Database, actor: Actor, number: int, *, now: datetime) -> FaqPage:
    """A page of the entries within the actor's reach."""
    reached = reach.projects(actor, Permission.ANSWER_QUESTIONS)
    async with db.reading() as tx:
        at, pages = find_page(number, await faq.count(tx, reached), ON_PAGE)
        found = await faq.list_page(tx, reached, limit=ON_PAGE, offset=at * ON_PAGE)
        due = await faq.count(tx, reached, due_by=_today(now))
    return FaqPage(tuple(found), at, pages, due)


async def show(db: Database, actor: Actor, entry: int) -> FaqEntry:
    """One entry, removed or not."""
    async with db.reading() as tx:
        return await _get(tx, actor, entry)


async def add(db: Database, actor: Actor, question: int, *, now: datetime) -> Step:
    """Begin to make an entry of an answered question; its words are filled in, and can be changed."""
    async with db.transaction() as tx:
        found = await _answered(tx, actor, question)
        filled: dict[str, Value] = {
            "faq_question": found.text[:LONGEST_QUESTION],
            "faq_answer": (found.answer or "")[:LONGEST_ANSWER],
        }
        return await dialogs.begin(tx, actor, Draft(ADD, VERSION, question, "", filled), now=now)


async def change(db: Database, actor: Actor, entry: int, *, now: datetime) -> Step:
    """Begin to change an entry; when to review it is asked anew."""
    async with db.transaction() as tx:
        found = await _present(tx, actor, entry)
        filled: dict[str, Value] = {"faq_question": found.question, "faq_answer": found.answer, "faq_scope": "0"}
        return await dialogs.begin(tx, actor, Draft(CHANGE, VERSION, entry, "", filled), now=now)


async def confirm(db: Database, actor: Actor, entry: int, months: int, *, now: datetime) -> FaqEntry:
    """The answer still holds; it is looked at again after so many months."""
    async with db.transaction() as tx:
        found = await _present(tx, actor, entry)
        kept = replace(found, review_on=review_after(_today(now), months if months in REVIEWS else REVIEWS[0]))
        await faq.set_entry(tx, kept)
        await audit.add(tx, actor.id, Action.FAQ_CHANGED, subject=kept.id, project=kept.project, now=now)
    return kept


async def remove(db: Database, actor: Actor, entry: int, *, now: datetime) -> FaqEntry:
    """Take an entry away: the bot does not answer from it any more."""
    async with db.transaction() as tx:
        found = await _present(tx, actor, entry)
        await faq.set_removed(tx, found.id, now)
        await audit.add(tx, actor.id, Action.FAQ_REMOVED, subject=found.id, project=found.project, now=now)
    return replace(found, is_removed=True)


async def restore(db: Database, actor: Actor, entry: int, *, now: datetime) -> FaqEntry:
    """Put an entry back."""
    async with db.transaction() as tx:
        found = await _get(tx, actor, entry)
        await faq.set_removed(tx, found.id, None)
        await audit.add(tx, actor.id, Action.FAQ_RESTORED, subject=found.id, project=found.project, now=now)
    return replace(found, is_removed=False)


def _fields(actor: Actor, project: str) -> tuple[Field, ...]:
    may_choose = project and access.is_allowed(actor, Permission.ANSWER_QUESTIONS)
    scope = (Field("faq_scope", Kind.CHOICE, options=(polish(project), polish("*"))),) if may_choose else ()
    reviews = tuple(polish(str(months)) for months in REVIEWS)
    return (
        Field("faq_question", Kind.TEXT, high=LONGEST_QUESTION),
        Field("faq_answer", Kind.TEXT, high=LONGEST_ANSWER),
        *scope,
        Field("faq_review", Kind.CHOICE, options=reviews),
    )


def _filled(entry: FaqEntry, answers: Mapping[str, Value], now: datetime) -> FaqEntry:
    return replace(
        entry,
        question=str(answers["faq_question"]),
        answer=str(answers["faq_answer"]),
        project="" if answers.get("faq_scope") == GENERAL else entry.project,
        review_on=review_after(_today(now), REVIEWS[int(str(answers["faq_review"]))]),
    )


def _today(now: datetime) -> date:
    return now.astimezone(zone_of(now)).date()


async def _answered(tx: Reader, actor: Actor, question: int) -> InboxQuestion:
    found = await inbox.load(tx, actor, question)
    if found.state is not InboxState.ANSWERED or found.faq is not None:
        raise QuestionEnded(found.id)
    return found


async def _get(tx: Reader, actor: Actor, entry: int) -> FaqEntry:
    reach.projects(actor, Permission.ANSWER_QUESTIONS)
    found = await faq.get(tx, entry)
    if found is None:
        raise FaqGone
    access.demand(actor, Permission.ANSWER_QUESTIONS, project=found.project)
    return found


async def _present(tx: Reader, actor: Actor, entry: int) -> FaqEntry:
    found = await _get(tx, actor, entry)
    if found.is_removed:
        raise FaqGone
    return found
