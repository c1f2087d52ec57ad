"""The editor of an event fits Telegram in every language, however much there is to show."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events import Event, EventState, Group, Session
from bot.domain.forms import Field, Kind
from bot.domain.localized import LANGUAGES, polish
from bot.screens.event_editor import editor_screen, more_to_change_screen
from bot.screens.event_parts import parts_screen
from bot.screens.posts import chats_screen, post_screen
from bot.services.event_edits import EDITS
from bot.services.event_fields import Editing
from bot.services.event_parts import MOST
from bot.services.posts import Chats
from bot.store.posts import StaffChat
from bot.texts import Html

from ..conftest import NOON
from .fitting import fits
from .test_every_screen import TEXTS, plan


def full() -> Editing:
    """An event with as much of everything as the editor takes."""
    words = "Źdźbło & trawa <na> łące "
    question = Field(
        "p", Kind.CHOICES, text=polish((words * 7)[:150]), options=tuple(polish((words * 3)[:50]) for _ in range(20))
    )
    made = replace(
        plan(),
        description=polish((words * 100)[:2000]),
        accessibility=polish((words * 13)[:300]),
        place=(words * 5)[:100],
        address=(words * 7)[:150],
        title=polish((words * 5)[:100]),
        questions=tuple(replace(question, key=f"p{n}") for n in range(MOST)),
    )
    start = NOON + timedelta(days=1)
    sessions = tuple(
        Session(n, start, start + timedelta(hours=2), polish(made.title.in_("pl")), made.place, made.address)
        for n in range(1, MOST + 1)
    )
    groups = tuple(Group(n, polish((words * 3)[:50]), 10, 5) for n in range(1, MOST + 1))
    return Editing(Event(1, made, EventState.DRAFT, groups, sessions), (), (), NOON)


@pytest.mark.parametrize("language", LANGUAGES)
class TestEveryPage:
    def test_of_the_editor_fits(self, language: str) -> None:
        t, editing = TEXTS.in_(language), full()
        fits(editor_screen(editing, Html("karta"), t))
        fits(more_to_change_screen(editing, t))

    @pytest.mark.parametrize("kind", ["group", "question", "session"])
    def test_of_parts_fits(self, language: str, kind: str) -> None:
        fits(parts_screen(full(), kind, TEXTS.in_(language)))

    def test_about_a_channel_fits(self, language: str) -> None:
        t, event = TEXTS.in_(language), full().event
        chats = tuple(StaffChat(-(10**12) - n, "Kanał <b>" * 12, is_channel=True, can_post=True) for n in range(20))
        fits(chats_screen(Chats(event, chats, frozenset({chats[0].id})), t, NOON), longest_label=80)
        for state in EventState:
            fits(
                post_screen(
                    replace(event, state=state), t, NOON, "Projekt <współfinansowany>", "https://t.me/b?start=z"
                )
            )


def test_everything_that_can_be_changed_has_a_button() -> None:
    """Nothing is changed by a command only."""
    t, editing = TEXTS.in_("pl"), full()
    single = replace(editing, event=replace(editing.event, sessions=()))
    screens = [editor_screen(single, Html("karta"), t), more_to_change_screen(editing, t)]
    offered = {getattr(button.action, "key", "") for one in screens for row in one.rows for button in row}
    assert EDITS.keys() <= offered


def test_calling_off_stands_after_everything_that_is_changed() -> None:
    editing = full()
    published = replace(editing, event=replace(editing.event, state=EventState.OPEN))
    labels = editor_screen(published, Html("karta"), TEXTS.in_("pl")).labels
    assert labels[0] == "Opublikuj na kanale"
    assert labels[-4:] == ("Skopiuj na inny termin", "Odwołaj", "Dla zespołu", "Twoje wydarzenia")
    assert len(set(labels)) == len(labels)
