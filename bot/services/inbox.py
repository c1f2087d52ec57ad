"""The inbox: questions passed on by residents, taken, answered and closed by the team."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import access, reach
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.inbox import (
    PER_DAY,
    WAITS,
    InboxQuestion,
    InboxState,
    QuestionAnswered,
    QuestionClosed,
)
from bot.domain.notices import Notice
from bot.domain.pages import find_page
from bot.domain.people import Actor
from bot.domain.refusals import (
    InboxMuted,
    QuestionEnded,
    QuestionForgotten,
    QuestionGone,
    QuestionTaken,
    TooManyQuestions,
)
from bot.domain.staff_notices import QuestionWaiting
from bot.services import staff_notices
from bot.store import audit, inbox, outbox, people, questions
from bot.store.database import Database, Reader, Transaction

ON_PAGE = 5
"""Questions shown at once."""
ENDED = (InboxState.ANSWERED, InboxState.CLOSED)
LISTS = {"open": (InboxState.OPEN,), "ended": ENDED, "spam": (InboxState.SPAM,)}
"""The lists of the desk by the word their buttons carry."""


@dataclass(frozen=True, slots=True)
class InboxPage:
    """One page of a list; pages count from 0, ``open`` is how many wait."""

    of: str
    questions: tuple[InboxQuestion, ...]
    page: int
    pages: int
    open: int


@dataclass(frozen=True, slots=True)
class Opened:
    """One question as the team sees it; ``holder`` is the first name of whoever took it.

    ``before`` is what the same person asked about the same project before, which this one may go on from.
    """

    question: InboxQuestion
    is_own: bool = False
    holder: str = ""
    before: InboxQuestion | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that may be passed on: its text, and whether the reader knows what happens with it."""

    text: str
    has_read_notice: bool


async def asked(db: Database, actor: Actor, sign: int, *, now: datetime) -> Asked:
    """The question under whose answer a button was pressed; raises QuestionForgotten when it is too long ago."""
    access.demand(actor, Permission.ASK)
    async with db.reading() as tx:
        text = await _signed(tx, actor, sign, now)
        await check_may_ask(tx, actor, now=now)
        return Asked(text, await inbox.has_any(tx, actor.id))


async def pass_on(db: Database, actor: Actor, sign: int, project: str, *, now: datetime) -> InboxQuestion:
    """Put that question into the inbox. The screen before the first one has told what happens with it."""
    access.demand(actor, Permission.ASK)
    async with db.transaction() as tx:
        text = await _signed(tx, actor, sign, now)
        return await add(tx, actor, text, project, now=now)


async def add(tx: Transaction, actor: Actor, text: str, project: str, *, now: datetime) -> InboxQuestion:
    """Put a question of the actor into the inbox, once; raises InboxMuted, TooManyQuestions."""
    access.demand(actor, Permission.ASK)
    same = await inbox.find_open(tx, actor.id, project, text)
    if same:
        return same
    await check_may_ask(tx, actor, now=now)
    return await _get(tx, await inbox.add(tx, actor.id, project, text, actor.language, now))


async def check_may_ask(tx: Reader, actor: Actor, *, now: datetime) -> None:
    """Raise the reason why no question of the actor is taken now."""
    if await inbox.is_muted(tx, actor.id):
        raise InboxMuted
    if await inbox.count_since(tx, actor.id, now - timedelta(days=1)) >= PER_DAY:
        raise TooManyQuestions(PER_DAY)


async def page(db: Database, actor: Actor, of: str, number: int) -> InboxPage:
    """A page of one of LISTS, as far as the actor's roles reach, the newest question first."""
    reached = reach.projects(actor, Permission.ANSWER_QUESTIONS)
    states: Sequence[InboxState] = LISTS.get(of, LISTS["open"])
    async with db.reading() as tx:
        at, pages = find_page(number, await inbox.count(tx, states, reached), ON_PAGE)
        found = await inbox.list_page(tx, states, reached, limit=ON_PAGE, offset=at * ON_PAGE)
        waiting = await inbox.count(tx, LISTS["open"], reached)
    return InboxPage(of if of in LISTS else "open", tuple(found), at, pages, waiting)


async def show(db: Database, actor: Actor, question: int, *, now: datetime) -> Opened:
    """One question."""
    async with db.reading() as tx:
        return await _opened(tx, actor, await load(tx, actor, question), now)


async def claim(db: Database, actor: Actor, question: int, *, now: datetime) -> Opened:
    """Take a question, so that nobody else answers it meanwhile; raises QuestionTaken."""
    async with db.transaction() as tx:
        await take(tx, actor, question, now=now)
        return await _opened(tx, actor, await _get(tx, question), now)


async def take(tx: Transaction, actor: Actor, question: int, *, now: datetime) -> InboxQuestion:
    """Take a question that is open and nobody else's."""
    found = await load_open(tx, actor, question, now=now)
    await inbox.set_claim(tx, found.id, actor.id, now)
    return found


async def put_back(db: Database, actor: Actor, question: int, *, now: datetime) -> Opened:
    """Leave a question to the others again."""
    async with db.transaction() as tx:
        found = await load_open(tx, actor, question, now=now)
        await inbox.set_claim(tx, found.id, None, now)
        return await _opened(tx, actor, await _get(tx, question), now)


async def answer(tx: Transaction, actor: Actor, found: InboxQuestion, words: str, *, now: datetime) -> Opened:
    """Answer a question that is open and nobody else's; the asker is told."""
    access.demand(actor, Permission.ANSWER_QUESTIONS, project=found.project)
    await inbox.set_state(tx, found.id, InboxState.ANSWERED, by=actor.id, answer=words, now=now)
    await _tell(tx, found, QuestionAnswered(found.id, found.text, words), now)
    await audit.add(tx, actor.id, Action.QUESTION_ANSWERED, subject=found.id, project=found.project, now=now)
    return await _opened(tx, actor, await _get(tx, found.id), now)


async def close(db: Database, actor: Actor, question: int, *, now: datetime) -> Opened:
    """Close a question without an answer; the asker is told kindly."""
    async with db.transaction() as tx:
        found = await load_open(tx, actor, question, now=now)
        await inbox.set_state(tx, found.id, InboxState.CLOSED, by=actor.id, now=now)
        await _tell(tx, found, QuestionClosed(found.id, found.text), now)
        await audit.add(tx, actor.id, Action.QUESTION_CLOSED, subject=found.id, project=found.project, now=now)
        return await _opened(tx, actor, await _get(tx, question), now)


async def mark_spam(db: Database, actor: Actor, question: int, *, now: datetime) -> Opened:
    """Put a question away as spam and take no more from its asker, who is not told."""
    async with db.transaction() as tx:
        found = await load_open(tx, actor, question, now=now)
        await _set_spam(tx, actor, found, is_spam=True, now=now)
        return await _opened(tx, actor, await _get(tx, question), now)


async def restore(db: Database, actor: Actor, question: int, *, now: datetime) -> Opened:
    """It was no spam: the question is open again, and its asker may ask."""
    async with db.transaction() as tx:
        found = await load(tx, actor, question)
        if found.state is not InboxState.SPAM:
            raise QuestionEnded(found.id)
        await _set_spam(tx, actor, found, is_spam=False, now=now)
        return await _opened(tx, actor, await _get(tx, question), now)


async def report_waiting(db: Database, *, now: datetime) -> None:
    """Tell the team, once, of questions nobody has answered for a day. A step of the bot itself."""
    async with db.transaction() as tx:
        for found in await inbox.list_unreported(tx, now - WAITS):
            told = QuestionWaiting(found.id, found.project)
            await staff_notices.tell(tx, told, project=found.project, key=f"question:{found.id}", now=now)
            await inbox.set_reported(tx, found.id, now)


async def load(tx: Reader, actor: Actor, question: int) -> InboxQuestion:
    """A question the actor may answer; raises QuestionGone, NotAllowed."""
    reach.projects(actor, Permission.ANSWER_QUESTIONS)
    found = await _get(tx, question)
    access.demand(actor, Permission.ANSWER_QUESTIONS, project=found.project)
    return found


async def load_open(tx: Reader, actor: Actor, question: int, *, now: datetime) -> InboxQuestion:
    """The same, still open and not taken by somebody else; raises QuestionEnded, QuestionTaken."""
    found = await load(tx, actor, question)
    if found.state is not InboxState.OPEN:
        raise QuestionEnded(found.id)
    if found.holder(now) not in (None, actor.id):
        raise QuestionTaken(found.id)
    return found


async def load_own(tx: Reader, actor: Actor, question: int) -> InboxQuestion:
    """A question the actor asked; raises QuestionGone."""
    found = await _get(tx, question)
    access.demand(actor, Permission.OWN_DATA, owner=found.person)
    return found


async def _get(tx: Reader, question: int) -> InboxQuestion:
    found = await inbox.get(tx, question)
    if found is None:
        raise QuestionGone
    return found


async def _signed(tx: Reader, actor: Actor, sign: int, now: datetime) -> str:
    text = await questions.get_signed(tx, actor.id, sign, now)
    if text is None:
        raise QuestionForgotten
    return text


async def _opened(tx: Reader, actor: Actor, question: InboxQuestion, now: datetime) -> Opened:
    holder = question.holder(now)
    person = await people.get(tx, holder) if holder is not None else None
    before = await inbox.find_before(tx, question)
    return Opened(question, holder == actor.id, person.first_name if person else "", before)


async def _set_spam(tx: Transaction, actor: Actor, question: InboxQuestion, *, is_spam: bool, now: datetime) -> None:
    state, done = (
        (InboxState.SPAM, Action.QUESTION_MARKED_SPAM) if is_spam else (InboxState.OPEN, Action.QUESTION_RESTORED)
    )
    await inbox.set_state(tx, question.id, state, by=actor.id, now=now)
    if question.person is not None:
        await inbox.set_muted(tx, question.person, muted=is_spam)
    await audit.add(tx, actor.id, done, subject=question.id, project=question.project, now=now)


async def _tell(tx: Transaction, question: InboxQuestion, told: Notice, now: datetime) -> None:
    if question.person is not None:
        key = f"{told.kind}:{question.id}"
        await outbox.add(tx, key, question.person, told, event=None, due_at=now, useful_until=None, now=now)
