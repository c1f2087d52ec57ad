"""The screens of the inbox, the frequent questions, the call list and the notices of the team fit Telegram."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.domain.calls import Call
from bot.domain.faq import LONGEST_ANSWER as FAQ_ANSWER
from bot.domain.faq import LONGEST_QUESTION as FAQ_QUESTION
from bot.domain.faq import FaqEntry
from bot.domain.forms import SUMMARY, Draft, Field, Kind, current
from bot.domain.inbox import LONGEST_ANSWER, LONGEST_QUESTION, InboxQuestion, InboxState, QuestionAnswered
from bot.domain.inbox import QuestionClosed as Closed
from bot.domain.localized import LANGUAGES
from bot.domain.notices import EventCalledOff, Notice, Reminder, SeatGiven
from bot.domain.people import Person
from bot.domain.staff_notices import AlmostFull, How, MinimumNotMet, NewApplication, QuestionWaiting, StaffDigest, Topic
from bot.screens import calls, faq, inbox, inbox_asking, staff_notices
from bot.screens.dialogs import step_screen
from bot.screens.memos import memo_screen
from bot.screens.screen import Screen
from bot.services.calls import CallPage
from bot.services.dialogs import Setting, Step
from bot.services.faq import FaqPage
from bot.services.inbox import Asked, InboxPage, Opened
from bot.services.notices import Memo
from bot.store.outbox import Letter
from bot.texts import Translator

from ..conftest import NOON
from .fitting import Gallery, leads_on
from .test_every_screen import HOUSE, TEXTS, event

TITLES = {"mam": "Miejsca Aktywności <Mieszkańców> & sąsiadów w całej gminie"}
LONG = ("Czy <b>można</b> & trzeba? " * 60)[:LONGEST_QUESTION]
REPLY = ("Tak & <nie>.\n" * 200)[:LONGEST_ANSWER]


def question(state: InboxState = InboxState.OPEN, **changes: object) -> InboxQuestion:
    """A question as long as one can be."""
    made = InboxQuestion(5, 1, "mam", LONG, "uk", state, None, None, None, NOON, None)
    return replace(made, **changes)  # type: ignore[arg-type]


def inbox_screens(t: Translator) -> Iterator[Screen]:
    """Lists and questions in every state, with an earlier one."""
    for of in ("open", "ended", "spam"):
        yield inbox.inbox_screen(InboxPage(of, (), 0, 1, 0), t, NOON, TITLES)
        full = (question(), *(question(claimed_by=1, claimed_at=NOON, project="") for _ in range(4)))
        yield inbox.inbox_screen(InboxPage(of, full, 1, 3, 11), t, NOON, TITLES)
    before = question(InboxState.ANSWERED, answer=REPLY)
    for state in InboxState:
        one = question(state, answer=REPLY if state is InboxState.ANSWERED else None)
        yield inbox.question_screen(Opened(one, before=before), t, NOON, TITLES, inbox.restored_words(t))
        yield inbox.question_screen(Opened(replace(one, faq=3)), t, NOON, TITLES, inbox.sent_words(t, NOON))
    yield inbox.question_screen(Opened(question(), is_own=True, holder="Ola"), t, NOON, TITLES)
    yield inbox.question_screen(Opened(question(), holder="Ola <b>"), t, NOON, TITLES)
    yield inbox.close_screen(Opened(question()), t)


def asking_screens(t: Translator) -> Iterator[Screen]:
    """What the asker sees."""
    yield inbox_asking.pass_on_notice_screen(Asked(LONG, False), inbox_asking.PassOn("mam", 2**32 - 1), t, HOUSE)
    yield inbox_asking.passed_on_screen(question(), t)
    for form, key in (("inbox_ask", "inbox_question"), ("inbox_reply", "inbox_reply")):
        for step in (key, SUMMARY):
            draft = Draft(form, 1, 5, step, {key: REPLY[: LONGEST_QUESTION if form == "inbox_ask" else None]})
            yield from conversation(draft, question(), t)


def faq_screens(t: Translator) -> Iterator[Screen]:
    """The frequent questions."""
    long = FaqEntry(3, "mam", LONG[:FAQ_QUESTION], REPLY[:FAQ_ANSWER], "pl", NOON.date())
    later = replace(long, project="", review_on=NOON.date().replace(year=2030), is_removed=True)
    yield faq.faq_screen(FaqPage((), 0, 1, 0), t, NOON, TITLES)
    yield faq.faq_screen(FaqPage((long, later) * 3, 1, 3, 3), t, NOON, TITLES)
    for said in (faq.added_words(t), faq.confirmed_words(t), faq.removed_words(t), faq.restored_words(t)):
        yield faq.entry_screen(long, t, NOON, TITLES, said)
    yield faq.entry_screen(later, t, NOON, TITLES)
    answers = {"faq_question": long.question, "faq_answer": long.answer, "faq_scope": "1", "faq_review": "2"}
    for about in (long, question(InboxState.ANSWERED)):
        yield from conversation(Draft("faq_add", 1, 5, SUMMARY, answers), about, t)


def call_screens(t: Translator) -> Iterator[Screen]:
    """The call list."""
    told: list[Notice] = [
        Reminder(7, "7d"),
        SeatGiven(7),
        EventCalledOff(7),
        QuestionAnswered(5, LONG, REPLY),
        Closed(5, LONG),
    ]
    entries = [
        Call(number, 1, "Anna <Nowak>", "+48600100200", event(), notice, "blocked", NOON, None, "", "")
        for number, notice in enumerate([*told, StaffDigest([])])
    ]
    done = replace(entries[3], event=None, phone=None, reason="failed", called_at=NOON, caller="Ola", note="ą" * 300)
    for page in (
        CallPage((), True, 0, 1, 0),
        CallPage(tuple(entries), True, 1, 3, 2),
        CallPage((done,), False, 0, 1, 5),
    ):
        yield calls.calls_screen(page, t)
    for call in (*entries, done):
        yield calls.call_screen(call, t, NOON)
    yield from conversation(Draft("call_note", 1, 5, SUMMARY, {"call_note": "ą" * 300}), done, t)
    yield from conversation(Draft("call_note", 1, 5, "call_note", {}), done, t)


def staff_screens(t: Translator) -> Iterator[Screen]:
    """What the team is told, and asked the asker."""
    yield staff_notices.choices_screen(dict.fromkeys(Topic, How.DIGEST), t)
    for topic in Topic:
        yield staff_notices.topic_screen(topic, How.NEVER, t)
    told = [memo(one, t) for one in (AlmostFull(7, 2), AlmostFull(7, 0), MinimumNotMet(7, 3), NewApplication(7, 5))]
    for one in (
        *told,
        memo(QuestionWaiting(5, "mam"), t),
        memo(QuestionAnswered(5, LONG, REPLY), t),
        memo(Closed(5, LONG), t),
    ):
        yield memo_screen(one, t, NOON)
    yield memo_screen(replace(memo(StaffDigest([]), t), parts=tuple(told) * 5), t, NOON)
    several = [replace(one, event=replace(event(), id=number), times=5) for number, one in enumerate(told * 3)]
    yield memo_screen(replace(memo(StaffDigest([]), t), parts=tuple(several)), t, NOON)


def memo(notice: Notice, t: Translator) -> Memo:
    """A notice on its way."""
    person = Person(1, 5, t.language, "Anna", None, None, None, is_reachable=True)
    return Memo(Letter(1, 1, 7, notice, notice.priority, 1, None), person, event())


def conversation(draft: Draft, about: object, t: Translator) -> Iterator[Screen]:
    """A step of a conversation."""
    fields = tuple(Field(key, Kind.TEXT) for key in draft.answers or (draft.step,))
    yield step_screen(Step(draft, Setting(about, fields, 1), current(draft, fields), 1, 2), t, HOUSE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screens", [inbox_screens, asking_screens, faq_screens, call_screens, staff_screens])
def test_it_fits_telegram_and_has_a_way_on(language: str, screens: Gallery) -> None:
    for screen in screens(TEXTS.in_(language)):
        leads_on(screen)


def test_a_digest_names_an_event_once() -> None:
    t = TEXTS.in_("pl")
    parts = (memo(AlmostFull(7, 0), t), replace(memo(NewApplication(7, 5), t), times=3))
    seen = memo_screen(replace(memo(StaffDigest([]), t), parts=parts), t, NOON)
    assert "1. Komplet!\n3 nowe zgłoszenia czekają na decyzję.\n" in seen.text
    assert "2. " not in seen.text
    assert [row[0].label for row in seen.rows[:2]] == ["1. O wydarzeniu", "1. Zgłoszenia"]
