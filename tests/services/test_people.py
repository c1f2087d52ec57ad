"""Who writes, and what is known about them."""

from datetime import timedelta

import pytest

from bot.domain.inbox import sign_of
from bot.domain.people import Actor, Grant, Role
from bot.domain.refusals import EventGone, InvalidAnswer, SignUpGone
from bot.domain.signups import Details, State
from bot.services import events, own_data, people, privacy, questions, signups
from bot.services.people import Sender
from bot.store import exports
from bot.store.personal_data import TABLES

from .house import Office

ANNA = Sender(5, "Anna", "pl")
NOBODY: frozenset[int] = frozenset()


def sender(actor: Actor, name: str = "Anna") -> Sender:
    """Somebody who wrote before, as Telegram shows them."""
    assert actor.telegram_id is not None
    return Sender(actor.telegram_id, name, actor.language)


async def found(office: Office, sql: str) -> list[tuple[object, ...]]:
    """What the store says."""
    async with office.db.reading() as tx:
        return [tuple(row) for row in await tx.all(sql)]


async def test_an_update_that_comes_twice_is_handled_once(office: Office) -> None:
    arguments = {"administrators": NOBODY, "update": (7, 1), "now": office.now}
    assert await people.identify(office.db, ANNA, **arguments) is not None  # type: ignore[arg-type]
    await people.note_updates(office.db, now=office.now)
    assert await people.identify(office.db, ANNA, **arguments) is None  # type: ignore[arg-type]


async def test_an_update_is_in_the_store_no_later_than_what_it_caused(office: Office) -> None:
    ann = await office.person()
    await people.note_updates(office.db, now=office.now)
    assert await people.identify(office.db, sender(ann), administrators=NOBODY, update=(7, 1), now=office.now) == ann
    noted = "SELECT count(*) FROM seen_updates WHERE update_id = 7"
    assert await found(office, noted) == [(0,)]
    with pytest.raises(InvalidAnswer):
        async with office.db.transaction():
            raise InvalidAnswer("language", "no")
    assert await found(office, noted) == [(0,)]
    await people.set_language(office.db, ann, "uk")
    assert await found(office, noted) == [(1,)]


async def test_nothing_is_written_for_somebody_known_until_something_about_them_is_new(office: Office) -> None:
    ann = await office.person()
    changes = "SELECT seen_at, first_name, reachable FROM people"
    (before,) = await found(office, changes)
    office.clock.move(timedelta(hours=1))
    await people.identify(office.db, sender(ann), administrators=NOBODY, update=(8, 1), now=office.now)
    assert await found(office, changes) == [before]
    await people.became_reachable(office.db, ann.telegram_id or 0, reachable=False)
    await people.identify(office.db, sender(ann), administrators=NOBODY, update=(9, 1), now=office.now)
    ((_, *rest),) = await found(office, changes)
    assert rest == ["Anna", 1]
    office.clock.move(timedelta(days=1))
    await people.identify(office.db, sender(ann, "Hania"), administrators=NOBODY, update=(10, 1), now=office.now)
    (after,) = await found(office, changes)
    assert after[1:] == ("Hania", 1)
    assert str(after[0]) > str(before[0])


async def test_updates_are_forgotten_when_they_cannot_come_again(office: Office) -> None:
    await office.person()
    office.clock.move(timedelta(days=3))
    await privacy.forget_in_time(office.db, now=office.now)
    async with office.db.reading() as tx:
        assert await tx.value("SELECT count(*) FROM seen_updates") == 0


async def test_needs_are_deleted_a_week_after_the_event_and_questions_after_half_an_hour(office: Office) -> None:
    event, ann = await office.event(), await office.person()
    await office.joins(ann, event, Details("Anna Nowak", needs="rampa"))
    await questions.ask(office.db, ann, "gdzie to jest", now=office.now)
    office.clock.move(timedelta(days=14))
    await privacy.forget_in_time(office.db, now=office.now)
    assert (await office.signup(ann, event)).details.needs == "rampa"
    then = office.now - timedelta(days=14)
    assert await questions.again(office.db, ann, sign_of("gdzie to jest"), now=then) is None
    office.clock.move(timedelta(days=2))
    await privacy.forget_in_time(office.db, now=office.now)
    assert (await office.signup(ann, event)).details.needs is None


async def test_a_language_that_was_chosen_stays_when_the_phone_speaks_another(office: Office) -> None:
    ann = await people.identify(office.db, ANNA, administrators=NOBODY, update=(1, 0), now=office.now)
    assert ann is not None
    await people.set_language(office.db, ann, "uk")
    again = await people.identify(
        office.db, Sender(5, "Anna", "en"), administrators=NOBODY, update=(2, 0), now=office.now
    )
    assert again is not None
    assert (again.id, again.language) == (ann.id, "uk")
    with pytest.raises(InvalidAnswer):
        await people.set_language(office.db, ann, "no")


async def test_administrators_stand_in_the_configuration(office: Office) -> None:
    found = await people.identify(office.db, ANNA, administrators=frozenset({5}), update=(1, 0), now=office.now)
    assert found is not None
    assert Grant(Role.ADMINISTRATOR) in found.grants
    assert found.is_staff
    assert await people.recognise(office.db, 6, administrators=NOBODY) is None


async def test_a_role_that_was_given_is_held(office: Office) -> None:
    ann = await office.person()
    await people.grant(office.db, ann.id, Grant(Role.COORDINATOR), now=office.now)
    assert ann.telegram_id is not None
    found = await people.recognise(office.db, ann.telegram_id, administrators=NOBODY)
    assert found is not None
    assert found.grants == {Grant(Role.COORDINATOR)}


async def test_the_first_source_is_kept(office: Office) -> None:
    ann = await office.person()
    for source in ("", "plakat", "radio"):
        await people.came_from(office.db, ann, source)
    assert (await own_data.of(office.db, ann)).rows["people"][0]["source"] == "plakat"


async def test_a_last_question_is_remembered_for_half_an_hour(office: Office) -> None:
    ann = await office.person()
    assert (await questions.ask(office.db, ann, "gdzie jest forum", now=office.now)).question is None
    assert (await questions.ask(office.db, ann, "a kiedy?", now=office.now)).question == "gdzie jest forum"
    sign = sign_of("gdzie jest forum")
    assert await questions.again(office.db, ann, sign, now=office.now) == "gdzie jest forum"
    office.clock.move(timedelta(minutes=31))
    assert await questions.again(office.db, ann, sign, now=office.now) is None
    await privacy.forget_in_time(office.db, now=office.now)
    async with office.db.reading() as tx:
        assert await tx.value("SELECT count(*) FROM asked_lately") == 0


async def test_an_event_shown_is_talked_of_for_half_an_hour_and_sets_the_question_before_aside(office: Office) -> None:
    ann, event = await office.person(), await office.event()
    await questions.ask(office.db, ann, "kto finansuje Lidera?", now=office.now)
    office.clock.move(timedelta(minutes=1))
    await questions.speak_of(office.db, ann, event.id, now=office.now)
    before = await questions.ask(office.db, ann, "a gdzie?", now=office.now)
    assert (before.event, before.question) == (event.id, None)
    office.clock.move(timedelta(minutes=31))
    assert (await questions.ask(office.db, ann, "a gdzie?", now=office.now)).event is None


async def test_an_old_question_is_forgotten_though_an_event_was_shown_since(office: Office) -> None:
    ann, event = await office.person(), await office.event()
    await questions.ask(office.db, ann, "kto finansuje Lidera?", now=office.now)
    office.clock.move(timedelta(minutes=20))
    await questions.speak_of(office.db, ann, event.id, now=office.now)
    office.clock.move(timedelta(minutes=20))
    await privacy.forget_in_time(office.db, now=office.now)
    async with office.db.reading() as tx:
        assert await tx.value("SELECT question FROM follow_ups") == ""
    assert (await questions.ask(office.db, ann, "a gdzie?", now=office.now)).event == event.id


async def test_everything_about_somebody_is_shown_to_them_and_nothing_about_others(office: Office) -> None:
    event = await office.event()
    ann, ben = await office.person("Anna"), await office.person("Bogdan")
    await office.joins(ann, event, Details("Anna Nowak", needs="rampa"))
    await office.joins(ben, event, Details("Bogdan Kot"))
    shown = await own_data.of(office.db, ann)
    assert [(one.plan.code, signup.details.name) for one, signup in shown.signups] == [("forum-1", "Anna Nowak")]
    data = shown.rows
    assert data["signups"][0]["event"] == "Forum, 2026-12-01"
    assert data.keys() == TABLES.keys()
    assert "rampa" in str(data)
    assert "Kot" not in str(data)


async def test_pictures_are_not_published_unasked_and_the_consent_can_be_taken_back(office: Office) -> None:
    event, ann = await office.event(), await office.person()
    await office.joins(ann, event)

    async def may_be_shown() -> bool:
        async with office.db.reading() as tx:
            (_, extra), *_ = await exports.list_all(tx, event.id)
        return extra.may_be_shown

    assert (await own_data.asks_pictures(office.db, ann), await may_be_shown()) == (True, False)
    for is_given in (True, False, True, True):
        await own_data.agree_to_pictures(office.db, ann, is_given, now=office.now)
        assert (await own_data.asks_pictures(office.db, ann), await may_be_shown()) == (False, is_given)
    assert len((await own_data.of(office.db, ann)).rows["consents"]) == 3


async def test_erasing_frees_the_seat_and_leaves_a_number_without_a_name(office: Office) -> None:
    event = await office.event(seats=1)
    ann, ben = await office.person("Anna"), await office.person("Bogdan")
    await office.joins(ann, event, Details("Anna Nowak", phone="+48600100200", needs="rampa"))
    await office.joins(ben, event, Details("Bogdan Kot"))
    await questions.ask(office.db, ann, "sekret", now=office.now)
    await privacy.erase(office.db, ann, now=office.now)
    assert (await office.signup(ben, event)).state is State.OFFERED
    async with office.db.reading() as tx:
        for table in ("people", "signups", "outbox", "follow_ups", "dialogs", "drafts_aside"):
            kept = str([dict(row) for row in await tx.all(f"SELECT * FROM {table}")])  # noqa: S608
            assert not any(word in kept for word in ("Anna", "600100200", "rampa", "sekret"))
        assert len(await tx.all("SELECT * FROM signups")) == 2


async def test_who_was_erased_and_comes_back_is_somebody_new(office: Office) -> None:
    ann = await office.person("Anna")
    await privacy.erase(office.db, ann, now=office.now)
    assert ann.telegram_id is not None
    assert await people.recognise(office.db, ann.telegram_id, administrators=NOBODY) is None


async def test_nobody_reads_the_data_of_somebody_else(office: Office) -> None:
    ann, ben = await office.person(), await office.person()
    event = await office.event()
    await office.joins(ann, event)
    assert await signups.find_own(office.db, ben, event.id) is None
    with pytest.raises(SignUpGone):
        await signups.cancel(office.db, ben, 99, now=office.now)


async def test_events_are_listed_by_time_and_project_and_page(office: Office) -> None:
    ann = await office.person()
    for number in range(8):
        starts = office.now + timedelta(days=number, hours=1)
        await office.event(f"e-{number}", starts_at=starts, ends_at=starts + timedelta(hours=1))
    first = await events.upcoming(office.db, ann, when="all", project="", page=0, now=office.now)
    assert (len(first.cards), first.pages) == (5, 2)
    last = await events.upcoming(office.db, ann, when="all", project="", page=99, now=office.now)
    assert (len(last.cards), last.page) == (3, 1)
    week = await events.upcoming(office.db, ann, when="week", project="podgorze", page=0, now=office.now)
    assert (len(week.cards), week.pages) == (5, 2)
    today = await events.upcoming(office.db, ann, when="today", project="", page=0, now=office.now)
    assert [card.event.plan.code for card in today.cards] == ["e-0"]
    none = await events.upcoming(office.db, ann, when="nonsense", project="mam", page=-3, now=office.now)
    assert (none.cards, none.page) == ((), 0)
    assert len(await events.calendar(office.db, ann, now=office.now)) == 8


async def test_a_link_finds_the_event_with_and_without_a_source(office: Office) -> None:
    ann = await office.person()
    await office.event("forum-3")
    for payload, source in (("forum-3", ""), ("forum-3-plakat", "plakat"), ("FORUM-3-tablica-rynek", "tablica-rynek")):
        card, found = await events.card_by_payload(office.db, ann, payload)
        assert (card.event.plan.code, found) == ("forum-3", source)
    with pytest.raises(EventGone):
        await events.card_by_payload(office.db, ann, "nic-takiego")


async def test_a_draft_is_seen_by_staff_only(office: Office) -> None:
    event = await office.event()
    async with office.db.transaction() as tx:
        await tx.execute("UPDATE events SET state = 'draft'")
    with pytest.raises(EventGone):
        await events.card(office.db, await office.person(), event.id)
    staff = Actor(1, 1, "pl", frozenset({Grant(Role.ANIMATOR)}))
    assert (await events.card(office.db, staff, event.id)).event.id == event.id
