"""Organisations and places passed on, in every language and with the longest names, fit Telegram and lead on."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.domain.forms import DOUBT, Draft, Field, Kind
from bot.domain.hand_overs import PlaceHandedOver
from bot.domain.localized import LANGUAGES
from bot.domain.organisations import Body, BodyKind, Delegation, Merge, Use
from bot.domain.people import Person
from bot.domain.signups import State
from bot.screens import dialogs, hand_overs, memos, organisations, signups
from bot.screens.screen import Screen
from bot.services.dialogs import Setting, Step
from bot.services.hand_overs import Offered, Passing, Replaced
from bot.services.notices import Memo
from bot.services.organisation_desk import Card, Page, Preview
from bot.services.signups import Place
from bot.store.outbox import Letter
from bot.texts import Translator

from ..conftest import NOON
from .fitting import Gallery, leads_on
from .test_every_screen import FILE, HOUSE, TEXTS, event, signup

LONG = "Stowarzyszenie <b> & Przyjaciół Gminy, Powiatu i Całej Okolicy im. Świętej Jadwigi w Żółtym Źdźble " + "x" * 60
BODIES = tuple(Body(number, LONG, kind) for number, kind in enumerate(BodyKind, start=10**9))
USES = tuple(Use(body, number, number) for number, body in enumerate(BODIES * 2))
PAGES = (
    Page((), 0, 1),
    Page((), 0, 1, "rybie <b>"),
    Page(USES, 1, 3),
    Page(USES, 0, 1, "rybie"),
    Page((), 0, 1, merging=BODIES[0]),
    Page(USES, 1, 3, merging=BODIES[0]),
)
MERGES = tuple(Merge(10**9, body, 10**9, {}) for body in BODIES * 2)
SPELLINGS = ("kgw rybie", LONG.casefold()) * 4


def desk(t: Translator) -> Iterator[Screen]:
    """What the team sees."""
    for page in PAGES:
        yield organisations.organisations_screen(page, t)
    for body in BODIES:
        for can_change in (False, True):
            card = Card(Use(body, 5, 2), SPELLINGS, ("forum-1", "szkola-1"), MERGES, can_change)
            yield organisations.organisation_screen(card, t)
            yield organisations.organisation_screen(card, t, organisations.merged_words(t))
    yield organisations.organisation_screen(Card(USES[0], (), (), (), True), t, organisations.separated_words(t))
    yield organisations.preview_screen(Preview(USES[0], USES[1], SPELLINGS), t)
    yield hand_overs.substitute_list_screen(event(), (), 5, t, NOON)
    yield hand_overs.substitute_list_screen(event(), tuple(signup(State.CONFIRMED) for _ in range(20)), 1, t, NOON)
    yield hand_overs.replaced_screen(Replaced(event(), "Anna <b>", LONG), t, NOON)


def asking(t: Translator) -> Iterator[Screen]:
    """The question whom somebody comes for, with everything that is asked back."""
    fields = tuple(
        Field(key, Kind.ORGANISATION, is_required=key != "q:x", offered=LONG) for key in ("organisation", "q:x")
    )
    flat = [part for body in BODIES for part in (str(body.id), body.name)]
    for field in fields:
        for note in ([], [LONG], [LONG, *flat]):
            draft = Draft("signup", 1, 7, field.key, {DOUBT: note} if note else {}, revision=10**6)
            yield dialogs.step_screen(Step(draft, Setting(event(), fields, 1), field, 2, 9), t, HOUSE)


def passing(t: Translator) -> Iterator[Screen]:
    """A place passed on, and a place for which there is none left."""
    yield hand_overs.offered_screen(
        Offered(event(), signup(State.CONFIRMED), "0" * 32, NOON + timedelta(days=7)),
        "https://t.me/bot?start=s_0",
        t,
        NOON,
    )
    step = Step(Draft("hand_over", 1, 7, "name"), Setting(event(), (), 1), None, 1, 2)
    for state in (State.CONFIRMED, State.WAITING):
        yield hand_overs.taking_over_screen(Passing(event(), signup(state), step), t, NOON)
    person = Person(1, 5, t.language, "Anna", None, None, None, is_reachable=True)
    for is_by_team in (False, True):
        told = PlaceHandedOver(7, is_by_team)
        yield memos.memo_screen(Memo(Letter(1, 1, 7, told, told.priority, 1, None), person, event()), t, NOON)
    for state in (State.CONFIRMED, State.WAITING):
        place = Place(event(), signup(state), 3, delegation=Delegation(BODIES[0], 2, 2))
        yield hand_overs.taken_over_screen(place, t, NOON, FILE)
        yield signups.place_screen(place, t, NOON)
        yield signups.joined_screen(place, t, NOON, FILE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screens", [desk, asking, passing])
def test_it_fits_telegram_and_has_a_way_on(language: str, screens: Gallery) -> None:
    for screen in screens(TEXTS.in_(language)):
        leads_on(screen)
