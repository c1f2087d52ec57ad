"""Every screen of announcements fits Telegram and has a way on, in every language and phase."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.announcements import (
    Announced,
    Announcement,
    AnnouncementHeld,
    ApprovalGiven,
    ApprovalWanted,
    ApprovedCorrected,
    Audience,
    NotReady,
    Of,
    Phase,
    Piece,
    Reach,
    Status,
    Tally,
    Unsendable,
)
from bot.domain.localized import LANGUAGES
from bot.domain.notices import Notice, Priority
from bot.domain.people import Person
from bot.screens import announcement_choices as choices
from bot.screens import announcement_progress as progress
from bot.screens import announcements as screens
from bot.screens.announcement_reports import progress_screen
from bot.screens.announcement_words import done_words, preview_screen, tried_screen
from bot.screens.bulletins import Attached, bulletin_screen, no_such_news_screen
from bot.screens.memos import memo_screen
from bot.screens.news import answered_screen, wishes_screen, with_question
from bot.screens.refusals import refusal_screen
from bot.screens.screen import Screen
from bot.services.announcements import Far, Listed, Page, Shown
from bot.services.news import Wishes
from bot.services.notices import Memo
from bot.store.outbox import Letter
from bot.texts import Translator

from ..conftest import NOON
from .fitting import Gallery, leads_on
from .test_every_screen import HOUSE, LONG, TEXTS, event

TITLES = {"lider": "Lider <w> akcji!", "podgorze": "Podgórska & Przestrzeń"}
PIECE = Piece("<b>Zapraszamy</b> &amp; czekamy")


def announcement(phase: Phase = Phase.COMPOSING, **changes: object) -> Announcement:
    """One with something in every field."""
    made = Announcement(
        id=10**9,
        author=1,
        phase=phase,
        content={"pl": PIECE, "uk": PIECE},
        audience=Audience(Of.EVENT, "lider", 7, frozenset(Status), 1, "Kraków & okolice", "uk"),
        project="lider",
        event=7,
        offset="1d 18:00",
        urgent="awaria <wody>",
        started_at=NOON - timedelta(days=1),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def shown(one: Announcement, *, is_own: bool = True) -> Shown:
    """With everything that may be said of it."""
    left_out = dict.fromkeys(("consent", "opted_out", "blocked", "scope", "phone"), 3)
    tally = Tally(3, 42, 2, 1, 1, 4, 7)
    after = {"sent": 40, "failed": 2, "dropped": 1}
    far = Far(one, tally, after)
    return Shown(one, event(), event(), Reach(42, left_out), {"pl": 40, "uk": 2}, far, LONG, is_own, True, 5)


def memos() -> Iterator[Notice]:
    """What the team is told."""
    yield ApprovalWanted(1)
    yield ApprovedCorrected(1)
    yield ApprovalGiven(1, True, "")
    yield ApprovalGiven(1, False, "za <mało> szczegółów")
    for reason in ("called_off", "late", "people", "role"):
        yield AnnouncementHeld(1, reason)


def pages(t: Translator) -> Iterator[Screen]:
    """Everything the team sees."""
    for phase in Phase:
        one = announcement(phase)
        yield screens.draft_screen(shown(one), t, NOON, TITLES, over=12)
        yield screens.draft_screen(shown(one, is_own=False), t, NOON, TITLES)
        yield progress.sent_screen(shown(one), t, NOON, TITLES)
        yield progress_screen(Far(one, Tally(30, 10), {}), t, NOON, 150)
        yield progress_screen(Far(replace(one, urgent=""), Tally(30, 10), {"sent": 3}), t, NOON + timedelta(hours=11))
        yield preview_screen(shown(one), t, NOON, TITLES)
        yield tried_screen(shown(one), t, NOON, TITLES)
    for of in Of:
        aimed = announcement(audience=Audience(of, "lider", 7, was=Of.EVERYBODY))
        yield choices.aim_screen(shown(aimed), t, TITLES)
    one = announcement()
    listed = (Listed(one, Tally(sent=3)), Listed(announcement(Phase.SCHEDULED, content={}), Tally(), NOON))
    yield screens.announcements_screen(Page(listed, 1, 3), t, NOON)
    yield screens.announcements_screen(Page((), 0, 1), t, NOON)
    yield screens.begin_screen([one], t)
    yield choices.languages_screen(one, t)
    yield choices.attach_screen(one, ([event()], True), 1, t, TITLES)
    option = choices.Option("1", LONG, Audience())
    for what in ("followers", "event", "gmina", "language", "group"):
        yield choices.aim_choice_screen(one, what, [option], [10**6], 0, t, is_more=True)
    yield choices.when_screen(shown(one), t)
    yield progress.recall_screen(shown(one), t, NOON)
    yield progress.recall_screen(shown(replace(one, ended_at=NOON - timedelta(days=3))), t, NOON)
    yield progress.correct_screen(one, t)
    yield progress.proposed_screen(shown(one), t)
    yield progress.approve_screen(shown(one), t, NOON, TITLES)
    yield progress.deleted_screen(one, t)


def others(t: Translator) -> Iterator[Screen]:
    """What is told, refused, and read by residents."""
    person = Person(1, 101, t.language, "Ola", None, None, None, is_reachable=True)
    for notice in memos():
        yield memo_screen(Memo(Letter(1, 1, None, notice, Priority.CHANGE, 1, None), person, None), t, NOON)
    for missing in ("content", "audience", "people", "time", "night"):
        yield refusal_screen(NotReady(1, missing), t, NOON, HOUSE)
    for reason in ("kind", "caption", "text", "no_text", "time", "reason"):
        yield refusal_screen(Unsendable(1, reason, 5), t, NOON, HOUSE)
    for of in (Of.EVERYBODY, Of.FOLLOWERS, Of.EVENT):
        for is_wanted in (True, False):
            one = announcement(audience=Audience(of, "lider", 7))
            yield no_such_news_screen(one, t, TITLES["lider"], is_wanted=is_wanted)
    yield bulletin_screen(announcement(), t.language, Attached(event()), t, NOON)
    yield bulletin_screen(announcement(content={}), t.language, Attached(), t, NOON)
    yield wishes_screen(Wishes(True, ("lider",), False, True, (event(),)), t, TITLES)
    yield answered_screen(t, is_yes=True)
    yield answered_screen(t, is_yes=False)
    yield with_question(Screen(t("Begin")), t)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made", [pages, others])
def test_it_fits_and_has_a_way_on(made: Gallery, language: str) -> None:
    found = list(made(TEXTS.in_(language)))
    assert found
    for screen in found:
        leads_on(screen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_was_done_is_said(language: str) -> None:
    t = TEXTS.in_(language)
    for what in ("send", "approve", "pause", "resume", "stop", "correct", "recall", "decline", "edit"):
        for phase in (Phase.AWAITING, Phase.SCHEDULED, Phase.SENDING):
            assert done_words(what, shown(announcement(phase)), t, NOON)


def test_words_that_nobody_wrote_in_a_language_come_in_polish() -> None:
    one = announcement(content={"uk": Piece("укр"), "pl": Piece("pol")})
    assert [one.piece(language)[0] for language in ("pl", "en", "uk")] == ["pl", "pl", "uk"]


def test_the_notice_of_a_copy_is_known_by_its_kind() -> None:
    assert Announced(3).facts() == {"announcement": 3}
