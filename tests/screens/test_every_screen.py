"""Every screen fits Telegram in every language: it parses, it is short enough, its buttons have words."""

from collections.abc import Iterator
from dataclasses import MISSING, replace
from dataclasses import fields as fields_of
from datetime import datetime, timedelta

import pytest

from bot.app import LOCALES
from bot.domain import refusals
from bot.domain.events import Event, EventKind, EventState, Group, Plan, Seats
from bot.domain.forms import SUMMARY, Draft, Field, Kind, Value
from bot.domain.localized import LANGUAGES, Localized, polish
from bot.domain.notices import (
    EventCalledOff,
    EventMoved,
    EventReopened,
    Notice,
    OfferLapsed,
    Reminder,
    SeatGiven,
    SeatOffered,
    SeatReleased,
)
from bot.domain.organisation import Organisation
from bot.domain.people import Person
from bot.domain.prospects import Prospect
from bot.domain.refusals import InvalidAnswer, Refusal
from bot.domain.seats import Hitch, Limit, Party, Room
from bot.domain.signups import Attending, Details, SignUp, State
from bot.screens import dialogs as talking
from bot.screens import event_cards, event_lists, leaving, notices, privacy, resting, settings, signups, start, tickets
from bot.screens import refusals as words
from bot.screens.screen import File, Screen
from bot.services.dialogs import Misread, Setting, Step
from bot.services.events import Card, Page, When
from bot.services.notices import Delivery
from bot.services.own_data import OwnData
from bot.services.signups import Place
from bot.store.outbox import Letter
from bot.texts import Texts, Translator

from ..conftest import NOON
from ..town import WARSAW
from .fitting import Gallery, fits

HOUSE = Organisation("Fundacja <b>Źdźbło</b> & Syn", "kontakt@example.org", "12 345 67 89")
TEXTS = Texts(LOCALES, WARSAW)
LONG = "Bardzo <długi> tytuł & jeszcze trochę, żeby było co skracać w przyciskach i listach"
FILE = File("forum-1.ics", b"x")


def plan(**changes: object) -> Plan:
    """An event with something in every field."""
    starts = NOON + timedelta(days=8)
    made = Plan(
        code="forum-1",
        project="podgorze",
        kind=EventKind.FORUM,
        title=polish(LONG),
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        description=Localized({"pl": "Opis <script>", "en": "About", "uk": "Опис"}),
        place="Dom <kultury>",
        address="ul. Na Kozłówce 25, Kraków",
        latitude=50.0,
        longitude=20.0,
        languages=("pl", "en", "no", "xx"),
        accessibility=polish("Wejście bez schodów."),
        seats=20,
        companions=3,
        opens_at=NOON - timedelta(days=2),
        closes_at=NOON + timedelta(days=5),
        cancel_until=NOON + timedelta(days=6),
        is_sample=True,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def event(state: EventState = EventState.OPEN, **changes: object) -> Event:
    """The event as stored."""
    groups = (Group(1, polish("animatorzy <b>"), 10), Group(2, polish("inni"), None))
    return Event(7, plan(**changes), state, groups)


def signup(state: State, **changes: object) -> SignUp:
    """A sign-up with something in every field."""
    details = Details("Anna <Nowak>", "+48600100200", "Kraków", "rampa & winda", 2, 1, {"dieta": "0"})
    queue = 3 if state is State.WAITING else None
    return replace(SignUp(5, 7, 1, state, details, queue), **changes)  # type: ignore[arg-type]


def cards() -> Iterator[Card]:
    """Events in every state of things."""
    full = Seats(20, 20, 3, {1: 10})
    yield Card(event(), Seats(20, 7, 0, {1: 3}))
    yield Card(event(), full)
    yield Card(event(), Seats(20, 20, 0))
    yield Card(event(seats=None), Seats(None, 7, 0))
    yield Card(event(EventState.CALLED_OFF), full)
    for state in (State.CONFIRMED, State.WAITING, State.APPLIED, State.CANCELLED):
        yield Card(event(), full, signup(state))
    yield Card(event(opens_at=NOON + timedelta(days=1)), full)
    yield Card(event(closes_at=NOON - timedelta(days=1)), full)
    yield Card(event(starts_at=NOON - timedelta(hours=1)), full)
    yield Card(event(starts_at=NOON - timedelta(days=2), ends_at=NOON - timedelta(days=1)), full)
    yield Card(event(place="", address="", latitude=None, online_link="https://example.org"), full)
    yield Card(event(place="", address="", latitude=None, companions=0, ends_at=NOON + timedelta(days=10)), full)


def event_screens(t: Translator) -> Iterator[Screen]:
    """Cards and lists."""
    for card in cards():
        yield event_cards.event_screen(card, t, NOON, "Projekt finansowany przez <Islandię>")
        yield event_cards.more_screen(card, t, NOON, "Projekt & spółka")
        yield event_cards.place_screen(card, t)
    for when in When:
        yield event_lists.events_screen(Page((), 0, 1, when, ""), t, NOON)
        yield event_lists.events_screen(Page(tuple(cards())[:5], 1, 3, when, "mam"), t, NOON, "Projekt <mam>")
    yield event_lists.events_screen(Page((), 0, 1, When.ALL, "mam"), t, NOON, "Projekt <mam>")
    yield event_lists.filter_screen({"mam": "Projekt"}, t)


def places() -> Iterator[Place]:
    """Sign-ups in every state."""
    for state in State:
        yield Place(event(), signup(state), 3 if state is State.WAITING else None, (NOON + timedelta(days=1),))
    for attending in Attending:
        yield Place(event(online_link="https://example.org"), signup(State.CONFIRMED, attending=attending))


def signup_screens(t: Translator) -> Iterator[Screen]:
    """Everything about own sign-ups."""
    for place in places():
        yield signups.joined_screen(place, t, NOON, FILE, "Projekt <finansowany>")
        yield signups.place_screen(place, t, NOON)
        yield leaving.cancelled_screen(place, t, NOON)
        yield leaving.undone_screen(place, t, NOON)
        yield signups.corrected_screen(place, t, NOON)
        yield signups.calendar_screen(place, t, NOON, FILE)
        yield notices.coming_screen(place, t, NOON, late=True)
        yield notices.coming_screen(place, t, NOON, late=False)
    yield signups.my_screen((), t, NOON)
    yield signups.my_screen(tuple(places()), t, NOON, has_draft=True)


def fields() -> tuple[Field, ...]:
    """A field of every kind, the bot's and an event's."""
    options = (polish("zwykła <b>"), polish("wegetariańska"))
    own = [Field(f"q:{kind}", kind, polish(f"Pytanie <{kind}>?"), options, low=0, high=3) for kind in Kind]
    named = [
        Field("notice", Kind.NOTICE),
        Field("name", Kind.NAME, offered="Anna <Nowak>"),
        Field("phone", Kind.PHONE, is_required=False, offered="+48600100200"),
        Field("gmina", Kind.GMINA, is_required=False),
        Field("group", Kind.GROUP, options=options),
        Field("companions", Kind.NUMBER, low=0, high=3),
        Field("needs", Kind.TEXT, is_required=False),
        Field("needs_consent", Kind.YES_NO),
        Field("remember", Kind.YES_NO),
    ]
    return (*named, *own)


def prospect_screens(t: Translator) -> Iterator[Screen]:
    """Seats and queues as whoever signs up sees them, at the first step, where a group is chosen, and at the end."""
    asked = (Field("group", Kind.GROUP), Field("companions", Kind.NUMBER, low=0, high=3))
    answers: dict[str, Value] = {"group": "0", "companions": 2}
    about = event(seats=5)
    whole, mine = (Limit.EVENT, 0), (Limit.GROUP, 1)
    rooms = [Room({whole: left, mine: own}) for left, own in ((5, 0), (5, 2), (5, 5), (2, 5), (0, 0))]
    waits = Party(9, 3, frozenset({mine}))
    for prospect in [Prospect(about, NOON, room, queue) for room in rooms for queue in ((), (waits,))]:
        setting = Setting(about, asked, 1, prospect=prospect)
        for field in (*asked, None):
            draft = Draft("signup", 1, 7, field.key if field else SUMMARY, answers, revision=10**6)
            yield talking.step_screen(Step(draft, setting, field, 2, 9, is_opening=True), t, HOUSE)
    for hitch in Hitch:
        yield signups.joined_screen(Place(about, signup(State.WAITING), 3, hitch=hitch), t, NOON, None)


def dialog_screens(t: Translator) -> Iterator[Screen]:
    """Every step, every summary, every miss."""
    setting = Setting(event(), fields(), 1)
    answers = {field.key: "0" for field in fields()} | {"q:choices": ["0", "1"], "remember": True, "phone": None}
    for number, field in enumerate(fields(), start=1):
        draft = Draft("signup", 1, 7, field.key, {}, revision=10**6)
        yield talking.step_screen(Step(draft, setting, field, number, 20), t, HOUSE)
    long = answers | {f"q:{kind}": "a" * 600 for kind in (Kind.TEXT, Kind.ORGANISATION, Kind.GMINA, Kind.NAME)}
    draft = Draft("signup", 1, 7, SUMMARY, long | {"needs": "b" * 600, "name": "c" * 80}, revision=10**6)
    yield talking.step_screen(Step(draft, setting, None, 20, 20), t, HOUSE)
    for form in ("signup", "change"):
        draft = Draft(form, 1, 7, SUMMARY, answers, revision=10**6)
        yield talking.step_screen(Step(draft, setting, None, 20, 20), t, HOUSE)
    yield from prospect_screens(t)
    step = Step(Draft("signup", 1, 7, "name", misses=2), setting, fields()[1], 2, 20)
    for reason in (*REASONS, "something new"):
        for low in (None, 0, 5, 9):
            for high in (None, 600):
                miss = InvalidAnswer(reason, "<b>600", low, high)
                yield talking.misread_screen(Misread(miss, step), t, HOUSE)
    for form in ("signup", "change", "faq"):
        left = Draft(form, 1, 7, SUMMARY, answers, revision=10**6)
        yield resting.stopped_screen(t, left)
        yield resting.resting_screen(Step(left, setting if form != "faq" else Setting(None, (), 1), None, 20, 20), t)
    yield resting.stopped_screen(t, None)
    yield resting.dropped_screen(t)
    yield resting.unchanged_screen(signups.place_screen(next(iter(places())), t, NOON), t)
    yield resting.behind_us_screen(t)
    yield resting.nothing_to_resume_screen(t)
    yield talking.keyboard_gone_screen(t, "+48600100200")
    yield talking.keyboard_gone_screen(t, None)


REASONS = (
    *("name", "name_length", "phone", "email", "number", "number_range", "date", "yes_no", "choice"),
    *("choices_empty", "too_long", "short", "required", "notice", "contact", "empty", "button", "phone_words"),
    "summary",
)


def notice_screens(t: Translator) -> Iterator[Screen]:
    """Every notice, near and far."""
    person = Person(1, 5, t.language, "Anna", None, None, None, is_reachable=True)
    moved = EventMoved(7, (NOON + timedelta(days=5)).isoformat(), "Biblioteka <b>", "ul. Inna")
    stayed = EventMoved(7, plan().starts_at.isoformat(), "Dom <kultury>", "ul. Na Kozłówce 25, Kraków")
    offered = [SeatOffered(7, (NOON + timedelta(hours=9)).isoformat(), is_last=last) for last in (False, True)]
    lapsed = [OfferLapsed(7, is_off=off) for off in (False, True)]
    changed = (moved, stayed, EventCalledOff(7), EventReopened(7), SeatReleased(7))
    for notice in (Reminder(7, "7d"), SeatGiven(7), *changed, *offered, *lapsed):
        for days in (0, 7, 7.9):
            for state in (State.CONFIRMED, State.WAITING):
                letter = Letter(1, 1, 7, notice, notice.priority, 1, None)
                delivery = Delivery(letter, person, event(online_link="https://example.org/?a=1&b=2"), signup(state))
                yield notices.notice_screen(delivery, t, NOON + timedelta(days=days), FILE)


def all_refusals(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    """Every refusal there is."""
    for one in kind.__subclasses__():
        if one.__module__ == refusals.__name__:
            yield one
            yield from all_refusals(one)


def refusal_screens(t: Translator) -> Iterator[Screen]:
    """Every refusal, worded."""
    samples: dict[object, object] = {int: 7, str: "x", datetime: NOON, int | None: 0}
    for kind in all_refusals():
        asked = [one for one in fields_of(kind) if one.default is MISSING]  # type: ignore[arg-type]
        yield words.refusal_screen(kind(**{one.name: samples[one.type] for one in asked}), t, NOON, HOUSE)
    yield words.refusal_screen(refusals.NotEnoughSeats(5, 0), t, NOON, HOUSE)


def own_data_screens(t: Translator) -> Iterator[Screen]:
    """What somebody agreed to, and all that is known of them."""
    agreed = dict.fromkeys(("notice", "remember", "needs", "invitations", "pictures", "sharing"), NOON)
    person = Person(1, 5, t.language, LONG * 2, "Anna <Nowak>", "+48600100200", "Kraków", is_reachable=True)
    listed = tuple((event(), signup(state)) for state in State) * 5
    for consents, signed, questions in ((agreed, listed, 3), ({}, (), 0)):
        yield privacy.privacy_screen(t, HOUSE, consents)
        yield privacy.my_data_screen(OwnData(person, LONG, signed, consents, questions, {}), t, b"{}")
    for is_yes in (True, False):
        yield privacy.pictures_screen(t, is_yes=is_yes)
    for place in (Place(event(online_link="https://example.org"), signup(State.CONFIRMED)), next(places())):
        yield tickets.ticket_screen(place, t, NOON, FILE, asks_pictures=True)


def other_screens(t: Translator) -> Iterator[Screen]:
    """The rest."""
    yield start.start_screen(t, HOUSE, has_draft=True)
    yield start.help_screen(t, HOUSE)
    yield start.help_screen(t, Organisation("Fundacja"))
    for kind in ("voice", "contact", "location", "file", "sticker", ""):
        yield start.not_words_screen(t, kind, has_draft=True)
    yield start.edited_screen(t)
    yield start.group_screen(t, "https://t.me/mam_bot?start=g")
    yield start.question_prompt_screen(t)
    yield start.bug_screen(t, "7F3A", HOUSE)
    yield start.bug_notice_screen(t, "7F3A")
    yield start.unknown_command_screen(t)
    yield settings.settings_screen(t, is_staff=True)
    yield settings.language_set_screen(t)
    yield from own_data_screens(t)
    yield privacy.erase_screen(t)
    yield privacy.erased_screen(t)
    yield privacy.forgotten_screen(t)


GALLERY = (event_screens, signup_screens, dialog_screens, notice_screens, refusal_screens, other_screens)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screens", GALLERY)
def test_it_fits_telegram(language: str, screens: Gallery) -> None:
    for screen in screens(TEXTS.in_(language)):
        fits(screen)


@pytest.mark.parametrize("screens", GALLERY)
def test_it_has_a_way_on(screens: Gallery) -> None:
    t = TEXTS.in_("pl")
    ends = {start.edited_screen(t).text, start.bug_notice_screen(t, "7F3A").text, resting.behind_us_screen(t).text}
    for screen in screens(t):
        is_end = screen.pin or screen.clears_keyboard or screen.text in ends
        assert screen.rows or screen.keyboard or is_end, screen.text


def test_a_notice_nobody_words_is_a_mistake() -> None:
    person = Person(1, 5, "pl", "Anna", None, None, None, is_reachable=True)
    letter = Letter(1, 1, 7, Strange(), SeatGiven.priority, 1, None)
    delivery = Delivery(letter, person, event(), signup(State.CONFIRMED))
    assert not notices.is_worded(Strange)
    with pytest.raises(KeyError):
        notices.notice_screen(delivery, TEXTS.in_("pl"), NOON, None)


class Strange(Notice):
    """A notice nobody words."""

    kind = "strange"
