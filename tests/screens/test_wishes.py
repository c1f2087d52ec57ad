"""Places and cards as answers: everything fits and leads on, in every language."""

import pytest

from bot.answers.values import Aspect
from bot.content import Door, Wish
from bot.domain.localized import LANGUAGES
from bot.domain.signups import State
from bot.screens.doors import door_rows
from bot.screens.event_answers import event_answer_screen
from bot.screens.inbox_asking import PassOn
from bot.screens.notices import NotComing
from bot.screens.screen import Screen
from bot.screens.wishes import wish_screen

from ..conftest import NOON
from .fitting import leads_on
from .test_every_screen import TEXTS, cards, event, places


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wish_leads_on(language: str) -> None:
    t = TEXTS.in_(language)
    for wish in Wish:
        leads_on(wish_screen(wish, tuple(places()), t, NOON))
        for place in places():
            leads_on(wish_screen(wish, (place,), t, NOON))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_aspect_of_every_event_leads_on(language: str) -> None:
    t = TEXTS.in_(language)
    for card in cards():
        for aspect in Aspect:
            leads_on(event_answer_screen(card, (aspect,), t, NOON, sign=7))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_door_is_a_button(language: str) -> None:
    rows = door_rows(tuple(Door), TEXTS.in_(language), sign=7)
    assert len(rows) == len(Door)
    leads_on(Screen("…", rows=rows))
    assert any(isinstance(button.action, PassOn) for row in rows for button in row)


def test_only_a_seat_is_given_back_with_i_cant() -> None:
    t = TEXTS.in_("en")
    for place in places():
        shown = wish_screen(Wish.LEAVE, (place,), t, NOON)
        has_button = any(isinstance(button.action, NotComing) for row in shown.rows for button in row)
        assert has_button is (place.signup.state is State.CONFIRMED)


def test_an_online_link_is_for_those_who_have_a_seat() -> None:
    t = TEXTS.in_("en")
    online = [card for card in cards() if card.event.plan.online_link]
    told = [event_answer_screen(card, (Aspect.ONLINE,), t, NOON).text for card in online]
    assert online
    assert all("https://example.org" not in text for text in told)
    assert event().plan.online_link == ""
