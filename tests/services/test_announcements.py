"""Announcements as services: who gets them, once, and what happens to copies on their way."""

from collections import Counter
from datetime import timedelta

import pytest

from bot.domain.announcements import (
    Announced,
    Announcement,
    AnnouncementChanged,
    AnnouncementHeld,
    Audience,
    Copy,
    Corrected,
    NotReady,
    Of,
    Phase,
    Piece,
    Recalled,
    Status,
)
from bot.domain.people import Actor, Grant, Role, Scope
from bot.domain.refusals import NotAllowed
from bot.services import announcements, announcing, composing, corrections, news, notices, people, privacy, signups
from bot.services.bulletins import Bulletin
from bot.store.outbox import Letter

from .house import Office

LIDER = Audience(Of.FOLLOWERS, "lider")


async def animator(office: Office, *grants: Grant) -> Actor:
    """Somebody of the team, for everything unless said otherwise."""
    ola = await office.person("Ola")
    held = grants or (Grant(Role.ANIMATOR),)
    for grant in held:
        await people.grant(office.db, ola.id, grant, now=office.now)
    return Actor(ola.id, ola.telegram_id, "pl", frozenset(held))


async def follower(office: Office, name: str = "Ala") -> Actor:
    """Somebody who follows the project."""
    ala = await office.person(name)
    await news.choose(office.db, ala, "lider", True, now=office.now)
    return ala


async def draft(office: Office, ola: Actor, audience: Audience = LIDER) -> Announcement:
    """An announcement that only waits to be sent."""
    one = (await composing.new(office.db, ola, now=office.now)).one
    async with office.db.transaction() as tx:
        await composing.keep_piece(tx, ola, one.id, "pl", Piece("Zapraszamy"))
    return (await composing.aim(office.db, ola, one.id, audience, now=office.now)).one


async def sent(office: Office, ola: Actor, audience: Audience = LIDER) -> Announcement:
    """An announcement on its way."""
    one = await draft(office, ola, audience)
    return (await announcing.confirm(office.db, ola, one.id, one.revision, now=office.now)).one


async def claimed(office: Office) -> list[Letter]:
    """What is due, of announcements alone."""
    letters = await notices.claim(office.db, now=office.now, limit=100)
    return [one for one in letters if isinstance(one.notice, Announced | Corrected | Recalled)]


async def prepared(office: Office, letter: Letter) -> Bulletin | None:
    """The last look before sending."""
    found = await notices.prepare(office.db, letter, now=office.now)
    assert found is None or isinstance(found, Bulletin)
    return found


async def arrives(office: Office, letter: Letter) -> None:
    """It goes out and arrives."""
    bulletin = await prepared(office, letter)
    assert bulletin is not None
    copy = Copy(bulletin.one.id, letter.person, 1000 + letter.person, (7,), "pl")
    await notices.sent(office.db, letter, copy=copy, revision=bulletin.one.revision, now=office.now)


async def states(office: Office, one: Announcement) -> Counter[str]:
    """How the copies stand."""
    async with office.db.reading() as tx:
        rows = await tx.all("SELECT state FROM announcement_copies WHERE announcement_id = ?", [one.id])
    return Counter(str(row["state"]) for row in rows)


async def test_everybody_meant_gets_one_copy_however_often_it_is_started(office: Office) -> None:
    ola, _, _ = await animator(office), await follower(office, "Ala"), await follower(office, "Iga")
    await office.person("Ewa")
    one = await sent(office, ola)
    letters = await claimed(office)
    assert len(letters) == 2
    for letter in letters:
        await arrives(office, letter)
    await announcing.finish(office.db, now=office.now)
    await follower(office, "Zoe")
    await announcing.send_to_later(office.db, ola, one.id, now=office.now)
    assert len(await claimed(office)) == 1
    assert await states(office, one) == {"sent": 2, "pending": 1}


async def test_a_second_press_of_send_does_nothing(office: Office) -> None:
    ola, _ = await animator(office), await follower(office)
    one = await draft(office, ola)
    await announcing.confirm(office.db, ola, one.id, one.revision, now=office.now)
    with pytest.raises(AnnouncementChanged):
        await announcing.confirm(office.db, ola, one.id, one.revision, now=office.now)


async def test_nothing_goes_out_that_is_not_ready(office: Office) -> None:
    ola = await animator(office)
    one = await draft(office, ola)
    with pytest.raises(NotReady) as refusal:
        await announcing.confirm(office.db, ola, one.id, one.revision, now=office.now)
    assert refusal.value.missing == "people"


async def test_whoever_takes_it_back_meanwhile_gets_none(office: Office) -> None:
    ola, ala = await animator(office), await follower(office)
    one = await sent(office, ola)
    (letter,) = await claimed(office)
    await news.choose(office.db, ala, "lider", False, now=office.now)
    assert await prepared(office, letter) is None
    assert await states(office, one) == {"dropped": 1}


async def test_whoever_cancels_meanwhile_is_not_written_to_as_a_guest(office: Office) -> None:
    ola, ala = await animator(office), await office.person("Ala")
    event = await office.event()
    place = await office.joins(ala, event)
    await sent(office, ola, Audience(Of.EVENT, event=event.id, statuses=frozenset({Status.SEATED})))
    (letter,) = await claimed(office)
    await signups.cancel(office.db, ala, place.signup.id, now=office.now)
    assert await prepared(office, letter) is None


async def test_a_pause_holds_what_is_left_and_a_stop_ends_it(office: Office) -> None:
    ola, _, _ = await animator(office), await follower(office, "Ala"), await follower(office, "Iga")
    one = await sent(office, ola)
    (letter,) = await notices.claim(office.db, now=office.now, limit=1)
    await announcing.pause(office.db, ola, one.id, now=office.now)
    assert await prepared(office, letter) is None, "the one in hand waits, too"
    assert await claimed(office) == []
    await announcing.resume(office.db, ola, one.id, now=office.now)
    office.clock.move(timedelta(minutes=2))
    assert len(await claimed(office)) == 2
    await announcing.stop(office.db, ola, one.id, now=office.now)
    await announcing.finish(office.db, now=office.now)
    assert (await announcements.show(office.db, ola, one.id)).one.phase is Phase.STOPPED


async def test_a_copy_in_doubt_is_unknown_and_a_correction_in_doubt_is_repeated(office: Office) -> None:
    ola, _, _ = await animator(office), await follower(office, "Ala"), await follower(office, "Iga")
    one = await sent(office, ola)
    first, second = await claimed(office)
    await notices.ambiguous(office.db, first, "TimedOut", now=office.now)
    await arrives(office, second)
    assert await states(office, one) == {"unknown": 1, "sent": 1}
    await _corrected(office, ola, one)
    (letter,) = await claimed(office)
    assert await notices.recover(office.db, now=office.now) == 1
    assert [each.person for each in await claimed(office)] == [letter.person]


async def _corrected(office: Office, ola: Actor, one: Announcement) -> None:
    async with office.db.transaction() as tx:
        await corrections.propose(tx, ola, one.id, "pl", "Zapraszamy jutro")
    await corrections.correct(office.db, ola, one.id, now=office.now)


@pytest.mark.parametrize("what", ["correction", "recall"])
async def test_what_is_on_its_way_meanwhile_follows_it(office: Office, what: str) -> None:
    ola, _ = await animator(office), await follower(office)
    one = await sent(office, ola)
    (letter,) = await claimed(office)
    bulletin = await prepared(office, letter)
    assert bulletin is not None
    if what == "recall":
        await corrections.recall(office.db, ola, one.id, now=office.now)
    else:
        await _corrected(office, ola, one)
    assert await claimed(office) == []
    copy = Copy(one.id, letter.person, 5, (7,), "pl")
    await notices.sent(office.db, letter, copy=copy, revision=bulletin.one.revision, now=office.now)
    (after,) = await claimed(office)
    assert isinstance(after.notice, Recalled if what == "recall" else Corrected)
    assert await prepared(office, after) is not None


async def test_a_night_that_begins_holds_all_at_once(office: Office) -> None:
    ola, _, _ = await animator(office), await follower(office, "Ala"), await follower(office, "Iga")
    await sent(office, ola)
    office.clock.move(timedelta(hours=10))
    (letter,) = await notices.claim(office.db, now=office.now, limit=1)
    assert await prepared(office, letter) is None
    assert await claimed(office) == []
    office.clock.move(timedelta(hours=11))
    assert len(await claimed(office)) == 2


async def test_a_planned_one_whose_author_lost_the_role_is_held_and_told(office: Office) -> None:
    ola, _ = await animator(office, Grant(Role.ANIMATOR, Scope.PROJECT, "lider")), await follower(office)
    one = await draft(office, ola)
    tomorrow = office.now + timedelta(days=1)
    one = (await composing.plan(office.db, ola, one.id, due_at=tomorrow)).one
    await announcing.confirm(office.db, ola, one.id, one.revision, now=office.now)
    async with office.db.transaction() as tx:
        await tx.execute("DELETE FROM roles")
    office.clock.move(timedelta(days=1, minutes=1))
    await announcing.start_due(office.db, now=office.now)
    assert await claimed(office) == []
    async with office.db.reading() as tx:
        (row,) = await tx.all("SELECT kind, facts FROM outbox WHERE person_id = ?", [ola.id])
    assert row["kind"] == AnnouncementHeld.kind
    assert '"role"' in row["facts"]


async def test_nobody_aims_beyond_their_scope_and_nobody_edits_what_another_wrote(office: Office) -> None:
    ola, jan = await animator(office), await animator(office, Grant(Role.ANIMATOR, Scope.PROJECT, "mam"))
    one = await draft(office, ola)
    with pytest.raises(NotAllowed):
        await draft(office, jan)
    with pytest.raises(NotAllowed):
        await draft(office, jan, Audience(Of.EVERYBODY))
    with pytest.raises(NotAllowed):
        await composing.aim(office.db, jan, one.id, LIDER, now=office.now)


async def test_erasing_oneself_leaves_the_reach_of_a_grant_and_no_trace(office: Office) -> None:
    ola, ala = await animator(office), await follower(office)
    one = await sent(office, ola)
    (letter,) = await claimed(office)
    await arrives(office, letter)
    await privacy.erase(office.db, ala, now=office.now)
    assert (await announcements.show(office.db, ola, one.id)).tally.sent == 1
    async with office.db.reading() as tx:
        (copy,) = await tx.all("SELECT chat_id, messages, outbox_id FROM announcement_copies")
    assert tuple(copy) == (None, "[]", None)
