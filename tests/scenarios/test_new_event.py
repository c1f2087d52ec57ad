"""An event made on the phone: described, looked at, changed, published, moved, called off, copied."""

from datetime import timedelta

import pytest

from bot.domain.events import Group
from bot.domain.localized import polish
from bot.domain.people import Grant, Role, Scope
from bot.store import events, signups

from ..town import Inhabitant, Town


@pytest.fixture
async def krystyna(town: Town) -> Inhabitant:
    """A coordinator of one project."""
    return await town.member("Krystyna Wójcik", Grant(Role.COORDINATOR, Scope.PROJECT, "podgorze"))


async def describes(boss: Inhabitant, title: str = "Forum Dialogu") -> str:
    """A new event with as little as possible, up to the draft."""
    await boss.says("/nowe")
    if "Dodaj wydarzenie" in boss.sees:
        await boss.presses("Podgórska")
    await boss.presses("Debata")
    await boss.says(title)
    await boss.says("wt 8.12 17:00")
    await boss.presses("2 h")
    await boss.says("Dom kultury, ul. Na Kozłówce 25, Kraków")
    await boss.presses("Pomiń")
    return await boss.presses("20")


class TestANewEvent:
    async def test_is_described_in_a_short_conversation_and_published(
        self, town: Town, krystyna: Inhabitant, ann: Inhabitant
    ) -> None:
        assert "Co to za wydarzenie?" in await krystyna.says("/nowe")
        await krystyna.presses("Debata")
        assert "Kiedy?" in await krystyna.says("Forum Dialogu")
        assert "wtorek, 8 grudnia, 17:00" in await krystyna.says("wt 8.12 17:00")
        assert "Gdzie?" in await krystyna.presses("2 h")
        assert "Wyślij miejsce jako lokalizację" in await krystyna.says("Dom kultury, ul. Na Kozłówce 25, Kraków")
        town.world.sends_location(krystyna.person, 50.02, 19.98)
        await town.settle()
        assert "Ile osób może przyjść?" in krystyna.sees
        draft = await krystyna.presses("20")
        for words in ("Szkic", "wtorek, 8 grudnia, 17:00–19:00", "Dom kultury, ul. Na Kozłówce 25", "Kod: forum-1"):
            assert words in draft
        assert "Forum Dialogu" not in await ann.says("/wydarzenia")
        assert "Opublikowane" in await krystyna.presses("Opublikuj")
        assert "start=e_forum-1" in krystyna.last
        assert "Wolne miejsca: 20 z 20" in await ann.opens("e_forum-1")
        assert "(venue)" in await ann.presses("Mapa")

    async def test_survives_the_bot_going_down_in_the_middle(self, town: Town, krystyna: Inhabitant) -> None:
        await krystyna.says("/nowe")
        await krystyna.presses("Debata")
        await krystyna.says("Forum Dialogu")
        await town.down()
        await town.up()
        assert "wtorek, 8 grudnia, 17:00" in await krystyna.says("wt 8.12 17:00")
        await krystyna.presses("2 h", "Online", "Pomiń")
        assert "Kod: forum-1" in await krystyna.presses("Bez limitu")
        await town.down()
        await town.up()
        assert "Opublikowane" in await krystyna.presses("Opublikuj")

    async def test_goes_on_where_it_was_left_for_something_else(self, krystyna: Inhabitant) -> None:
        await krystyna.says("/nowe")
        await krystyna.presses("Debata")
        await krystyna.says("Forum Dialogu")
        await krystyna.says("/anuluj")
        assert "Kiedy?" in await krystyna.says("/nowe")

    async def test_is_asked_about_projects_only_by_who_runs_several(self, town: Town) -> None:
        boss = await town.member("Marek Zieliński", Grant(Role.ADMINISTRATOR))
        assert "Którego projektu dotyczy?" in await boss.says("/nowe")
        assert "Co to za wydarzenie?" in await boss.presses("Lider w akcji")

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("kiedyś", "Nie widzę"),
            ("8.12", "wtorek, 8 grudnia: o której godzinie?"),
            ("śr 8.12 17:00", "ta data to wtorek, 8 grudnia"),
            ("1.11.2026 17:00", "już minęło"),
            ("dzisiaj 9", "już minęło"),
            ("wczoraj 17", "już minęło"),
            ("20.11 17", "20 listopada już za nami. Chodzi o 20 listopada 2027? Dopisz rok: 20.11.2027 17:00"),
            ("może o 17", "Nie widzę dnia"),
            ("31.02 17:00", "Nie ma takiego dnia"),
        ],
    )
    async def test_says_why_a_date_cannot_be_and_shows_one_that_can(
        self, krystyna: Inhabitant, typed: str, said: str
    ) -> None:
        await krystyna.says("/nowe")
        await krystyna.presses("Debata")
        await krystyna.says("Forum Dialogu")
        answer = await krystyna.says(typed)
        assert said in answer
        assert "wt 8.12 17:00" in answer
        assert "jak długo" in (await krystyna.presses("poniedziałek, 30 listopada, 17:00")).lower()

    async def test_offers_earlier_places_and_takes_their_point_along(self, town: Town, krystyna: Inhabitant) -> None:
        await town.plan("dawne-1")
        await krystyna.says("/nowe")
        await krystyna.presses("Podgórska", "Warsztat")
        await krystyna.says("Warsztat mapowania")
        await krystyna.says("jutro 18")
        await krystyna.says("do 20")
        assert "Ile osób może przyjść?" in await krystyna.presses("Dom kultury")
        await krystyna.presses("10")
        async with town.db.reading() as tx:
            made = await events.find(tx, "warsztat-1")
        assert made is not None
        assert (made.plan.address, made.plan.latitude) == ("ul. Na Kozłówce 25, Kraków", 50.02)
        assert (made.plan.ends_at - made.plan.starts_at).seconds == 2 * 3600

    async def test_next_year_is_read_back_with_its_year(self, krystyna: Inhabitant) -> None:
        await krystyna.says("/nowe")
        await krystyna.presses("Warsztat")
        await krystyna.says("Warsztat mapowania")
        assert "sobota, 20 listopada 2027, 17:00" in await krystyna.says("20.11.2027 17")

    async def test_takes_start_and_end_at_once_and_reads_them_back(self, krystyna: Inhabitant) -> None:
        await krystyna.says("/nowe")
        await krystyna.presses("Warsztat")
        await krystyna.says("Warsztat mapowania")
        assert "wtorek, 8 grudnia, 17:00–19:00\nGdzie?" in await krystyna.says("8 grudnia 17-19")
        await krystyna.presses("Wróć")
        assert "wtorek, 8 grudnia, 17:00–18:30\nGdzie?" in await krystyna.says("półtorej godziny")

    async def test_asks_for_the_end_again_when_its_beginning_changes(self, krystyna: Inhabitant) -> None:
        await krystyna.says("/nowe")
        await krystyna.presses("Warsztat")
        await krystyna.says("Warsztat mapowania")
        await krystyna.says("12.12 17")
        await krystyna.says("19")
        await krystyna.presses("Wróć", "Wróć")
        assert "Jak długo" in await krystyna.says("15.12 18")
        assert "Gdzie?" in await krystyna.says("2 h")
        await krystyna.presses("Online", "Pomiń")
        assert "wtorek, 15 grudnia, 18:00–20:00" in await krystyna.presses("10")

    async def test_gets_the_next_number(self, krystyna: Inhabitant) -> None:
        assert "Kod: forum-1" in await describes(krystyna)
        assert "Kod: forum-2" in await describes(krystyna)

    async def test_is_for_who_may_only(self, ann: Inhabitant) -> None:
        assert "osób prowadzących" in await ann.says("/nowe")
        assert "Co to za wydarzenie" not in ann.sees


class TestEveryField:
    async def test_can_be_changed_while_it_is_a_draft(self, town: Town, krystyna: Inhabitant) -> None:
        await describes(krystyna)
        await krystyna.presses("Zmień: Opis")
        assert "Zapisane." in await krystyna.says("Rozmowa o parku.\nKażdy głos się liczy.")
        await krystyna.presses("Zmień więcej", "Zmień: Kod")
        assert "Kod: forum-park" in await krystyna.says("forum-park")
        await krystyna.presses("Zmień więcej", "Zmień: Przypomnienia", "3 dni wcześniej", "Gotowe")
        await krystyna.presses("Zmień więcej", "Zmień: Języki", "angielski", "Gotowe")
        await krystyna.presses("Zmień więcej", "Zmień: Wybór zgłoszeń", "Tak", "sobota, 5 grudnia, 17:00")
        await krystyna.presses("Zmień więcej", "Zmień: Osoby towarzyszące", "2")
        await krystyna.presses("Zmień więcej", "Zmień: Organizacje", "Tak", "2")
        await krystyna.presses("Zmień więcej", "Zmień: Zapisy do", "poniedziałek, 7 grudnia, 17:00")
        async with town.db.reading() as tx:
            made = await events.find(tx, "forum-park")
        assert made is not None
        plan = made.plan
        assert plan.description
        assert plan.description.in_("pl") == "Rozmowa o parku.\nKażdy głos się liczy."
        assert plan.reminders == ("7d", "1d 18:00", "2h", "3d")
        assert plan.languages == ("pl", "en")
        assert plan.approval
        assert plan.decide_by
        assert plan.closes_at
        assert (plan.companions, plan.asks_organisation, plan.organisation_seats) == (2, True, 2)

    async def test_that_does_not_fit_is_not_saved_and_there_is_a_way_back(self, krystyna: Inhabitant) -> None:
        await describes(krystyna)
        await krystyna.presses("Zmień więcej", "Zmień: Minimum")
        assert "Minimum jest większe niż liczba miejsc" in await krystyna.says("30")
        assert "Ile osób potrzeba" in krystyna.last
        assert "Kod: forum-1" in await krystyna.presses("Zostaw bez zmian")

    async def test_that_does_not_fit_is_asked_again_until_it_does(self, krystyna: Inhabitant) -> None:
        await describes(krystyna)
        await krystyna.presses("Zmień więcej", "Zmień: Minimum")
        await krystyna.says("30")
        assert "Minimum jest większe niż liczba miejsc" in await krystyna.says("40")
        assert "Zapisane." in await krystyna.says("8")

    async def test_that_an_earlier_version_left_behind_its_last_question_is_asked_again(
        self, town: Town, krystyna: Inhabitant
    ) -> None:
        await describes(krystyna)
        await krystyna.presses("Zmień: Tytuł")
        async with town.db.transaction() as tx:
            await tx.execute("UPDATE dialogs SET step = 'summary'")
        assert "Zapisane." in await krystyna.says("Forum Sąsiedzkie")
        assert "Forum Sąsiedzkie" in krystyna.last

    async def test_can_be_left_as_it_is(self, krystyna: Inhabitant) -> None:
        await describes(krystyna)
        await krystyna.presses("Zmień: Tytuł")
        assert "Kod: forum-1" in await krystyna.presses("Zostaw bez zmian")


class TestAPublishedEvent:
    async def test_that_moves_says_first_how_many_people_hear_of_it(
        self, town: Town, krystyna: Inhabitant, ann: Inhabitant
    ) -> None:
        event = await town.plan()
        await ann.signs_up(event)
        assert "Które wydarzenie zmienić?" in await krystyna.says("/edytuj")
        await krystyna.presses("Forum Dialogu", "Zmień: Termin")
        await krystyna.says("czw 10.12 18:00")
        before = len(ann.messages)
        asked = await krystyna.presses("2 h")
        assert "Zapisana jest 1 osoba" in asked
        assert "czwartek, 10 grudnia, 18:00–20:00" in asked
        assert "Kraków\n\nBędzie:" in asked
        assert len(ann.messages) == before
        assert "Powiadomimy 1 osobę" in await krystyna.presses("Zapisz i powiadom")
        assert "czwartek, 10 grudnia" in "\n".join(ann.messages[-2:])

    async def test_is_called_off_and_reopened(self, town: Town, krystyna: Inhabitant, ann: Inhabitant) -> None:
        await ann.signs_up(await town.plan())
        await krystyna.says("/edytuj forum-1")
        assert "1 osobę" in await krystyna.presses("Odwołaj")
        assert "Odwołane. Powiadomimy 1 osobę.\n\nForum Dialogu" in await krystyna.presses("Odwołaj i powiadom")
        assert "się nie odbędzie" in "\n".join(ann.messages[-2:])
        mine = await ann.says("/moje")
        assert "To wydarzenie jest odwołane." in mine
        assert "Masz miejsce" not in mine
        place = await ann.presses("Forum Dialogu")
        assert "[Inne wydarzenia]" in place
        for nothing_to_come_to in ("[Bilet]", "[Dodaj do kalendarza]", "[Rezygnuję]", "[Zastąpi mnie ktoś inny]"):
            assert nothing_to_come_to not in place
        assert "Zmień: Termin" not in krystyna.last
        await krystyna.presses("Przywróć")
        assert "1 osoba zachowa miejsce" in krystyna.last
        await krystyna.presses("Przywróć i powiadom")
        assert "Forum Dialogu" in "\n".join(ann.messages[-2:])
        assert "Masz miejsce" in await ann.says("/moje")

    async def test_is_a_draft_again_while_nobody_has_signed_up(self, krystyna: Inhabitant) -> None:
        await describes(krystyna)
        await krystyna.presses("Opublikuj")
        assert "Szkic" in await krystyna.presses("Cofnij")

    async def test_with_people_stays_published(self, town: Town, krystyna: Inhabitant, ann: Inhabitant) -> None:
        await describes(krystyna)
        await krystyna.presses("Opublikuj")
        async with town.db.reading() as tx:
            event = await events.find(tx, "forum-1")
        assert event is not None
        await ann.signs_up(event)
        assert "Zapisana jest 1 osoba" in await krystyna.presses("Cofnij")


class TestACopy:
    async def test_keeps_everything_but_the_date_and_the_code(self, town: Town, krystyna: Inhabitant) -> None:
        await town.plan("forum-1", companions=2, closes_at=None)
        await krystyna.says("/nowe")
        await krystyna.presses("Nowe na podstawie", "Forum Dialogu")
        assert "tylko jedna godzina" in await krystyna.says("wt 15.12 18-20")
        assert "Kod: forum-2" in await krystyna.says("wt 15.12 18:00")
        async with town.db.reading() as tx:
            made = await events.find(tx, "forum-2")
        assert made is not None
        assert (made.plan.companions, made.plan.place) == (2, "Dom kultury")

    async def test_can_be_thrown_away(self, krystyna: Inhabitant) -> None:
        await describes(krystyna)
        await krystyna.presses("Usuń szkic")
        assert "Usunięto: Forum Dialogu" in await krystyna.presses("Usuń szkic")
        assert "Kod" not in await krystyna.says("/edytuj forum-1")


class TestGroupsQuestionsAndSessions:
    async def test_are_added_changed_put_in_order_and_taken_out(self, krystyna: Inhabitant) -> None:
        await describes(krystyna)
        await krystyna.presses("Grupy", "Dodaj grupę")
        await krystyna.says("nauczyciele")
        await krystyna.presses("10", "3")
        assert "1. nauczyciele, miejsca: 10, minimum: 3" in krystyna.last
        await krystyna.presses("Dodaj grupę")
        await krystyna.says("animatorzy")
        await krystyna.presses("Bez limitu", "Bez minimum", "W górę: 2")
        assert "1. animatorzy" in krystyna.last
        await krystyna.presses("Zmień: 2", "nauczyciele", "15", "Bez minimum")
        assert "2. nauczyciele, miejsca: 15" in krystyna.last
        await krystyna.presses("Usuń: 1", "Usuń")
        assert "1. nauczyciele" in krystyna.last
        assert "animatorzy" not in krystyna.last

    async def test_that_hold_fewer_seats_than_the_event_are_warned_about(self, krystyna: Inhabitant) -> None:
        warning = "W grupach jest 10 z 20 miejsc. 10 miejsc nie będzie dla nikogo."
        await describes(krystyna)
        await krystyna.presses("Grupy", "Dodaj grupę")
        await krystyna.says("nauczyciele")
        assert warning in await krystyna.presses("10", "3")
        assert warning in await krystyna.presses("Wróć")
        await krystyna.presses("Zmień: Liczba miejsc")
        assert "12 miejsc. 2 miejsca nie będą dla nikogo." in await krystyna.says("12")
        await krystyna.presses("Grupy", "Dodaj grupę")
        await krystyna.says("animatorzy")
        assert "dla nikogo" not in await krystyna.presses("Bez limitu", "Bez minimum")

    async def test_ask_what_the_event_needs_to_know(self, krystyna: Inhabitant, ann: Inhabitant) -> None:
        await describes(krystyna)
        await krystyna.presses("Pytania", "Dodaj pytanie", "jedna z kilku")
        await krystyna.says("Jaka dieta?")
        await krystyna.says("wegetariańska\nzwykła")
        await krystyna.presses("Tak")
        await krystyna.presses("Dodaj pytanie", "słowa")
        await krystyna.says("Bez czego?")
        await krystyna.presses("Nie", "Jaka dieta?: wegetariańska")
        assert "2. Bez czego? (słowa, można pominąć, tylko po jednej" in krystyna.last
        await krystyna.presses("Usuń: 1")
        assert "zależy od pytania" in await krystyna.presses("Usuń")
        await krystyna.presses("Edytuj wydarzenie", "Opublikuj")
        await ann.opens("z_forum-1")
        await ann.presses("Rozumiem")
        await ann.says("Anna Kowalska")
        await ann.presses("Pomiń", "Pomiń")
        assert "Jaka dieta?" in ann.last
        assert "Bez czego?" in await ann.presses("wegetariańska")

    async def test_make_a_course_of_an_event_that_is_copied_whole(self, town: Town, krystyna: Inhabitant) -> None:
        await describes(krystyna)
        await krystyna.presses("Terminy spotkań", "Dodaj termin")
        await krystyna.presses("wtorek, 15 grudnia, 17:00", "2 h")
        await krystyna.says("Mapa potrzeb")
        assert "2. wtorek, 15 grudnia, 17:00–19:00, Mapa potrzeb" in await krystyna.presses("Pomiń")
        await krystyna.presses("Wróć", "Skopiuj na inny termin")
        assert "2 spotkania" in await krystyna.says("czw 7.01 18:00")
        async with town.db.reading() as tx:
            made = await events.find(tx, "forum-2")
        assert made is not None
        days = [one.starts_at.astimezone(town.clock.zone).strftime("%d.%m %H:%M") for one in made.sessions]
        assert days == ["07.01 18:00", "14.01 18:00"]

    async def test_of_another_date_have_their_end_asked_again(self, krystyna: Inhabitant) -> None:
        await describes(krystyna)
        await krystyna.presses("Terminy spotkań", "Dodaj termin", "wtorek, 15 grudnia, 17:00", "2 h")
        assert "wtorek, 15 grudnia, 17:00–19:00" in krystyna.last
        await krystyna.presses("Wróć", "Wróć")
        assert "Jak długo" in await krystyna.says("śr 16.12 18")
        await krystyna.presses("1 h", "Pomiń")
        assert "2. środa, 16 grudnia, 18:00–19:00" in await krystyna.presses("Pomiń")

    async def test_of_a_group_with_people_stay(self, town: Town, krystyna: Inhabitant, ann: Inhabitant) -> None:
        event = await town.plan(groups=(Group(0, polish("animatorzy"), 3), Group(0, polish("nauczyciele"), 3)))
        await ann.opens(f"z_{event.plan.code}")
        await ann.presses("Rozumiem")
        await ann.says("Anna Kowalska")
        await ann.presses("Pomiń", "Pomiń", "nauczyciele", "Nic", "Nie", "Zapisz mnie")
        await krystyna.says("/edytuj forum-1")
        await krystyna.presses("Grupy", "Usuń: 2")
        assert "Zapisana jest 1 osoba" in await krystyna.presses("Usuń")
        await krystyna.says("/edytuj forum-1")
        await krystyna.presses("Grupy", "Usuń: 1", "Usuń")
        async with town.db.reading() as tx:
            left = await events.find(tx, "forum-1")
            seats = await signups.count_seats(tx, event.id)
        assert left is not None
        assert [one.name.in_("pl") for one in left.groups] == ["nauczyciele"]
        assert seats.by_group[left.groups[0].id] == 1


class TestAChannel:
    """What stands there is looked at in the channel itself."""

    async def test_shows_the_event_with_a_button_and_changes_with_it(
        self, town: Town, krystyna: Inhabitant, ann: Inhabitant
    ) -> None:
        await describes(krystyna)
        await krystyna.presses("Opublikuj")
        assert "nie ma jeszcze na żadnym kanale" in await krystyna.presses("Opublikuj na kanale")
        channel = town.world.add_channel("Podgórze dziś", krystyna.person)
        await town.settle()
        await krystyna.presses("Wróć", "Opublikuj na kanale")
        assert "Gotowe: Podgórze dziś" in await krystyna.presses("Podgórze dziś")
        (post,) = channel.from_bot()
        assert "wtorek, 8 grudnia, 17:00–19:00" in post.text
        assert "start=z_forum-1-kanal" in str(post.markup)
        await krystyna.presses("Edytuj wydarzenie", "Zmień: Termin")
        await krystyna.says("czw 10.12 18:00")
        await krystyna.presses("2 h")
        assert "czwartek, 10 grudnia, 18:00–20:00" in post.text
        await krystyna.presses("Odwołaj", "Odwołaj i powiadom")
        assert "odwołane" in post.text
        assert post.markup is None
        assert len(channel.from_bot()) == 1
        assert "Podgórze" not in ann.sees

    async def test_that_took_the_bot_out_is_said_and_not_offered_again(self, town: Town, krystyna: Inhabitant) -> None:
        channel = town.world.add_channel("Podgórze dziś", krystyna.person)
        await town.settle()
        await describes(krystyna)
        await krystyna.presses("Opublikuj", "Opublikuj na kanale")
        channel.is_blocked = True
        assert "Telegram nie pozwolił botowi tam pisać" in await krystyna.presses("Podgórze dziś")
        assert "nie ma jeszcze na żadnym kanale" in await krystyna.presses("Inne kanały")

    async def test_of_somebody_else_is_not_offered(self, town: Town, krystyna: Inhabitant, ann: Inhabitant) -> None:
        town.world.add_channel("Kanał Anny", ann.person)
        await town.settle()
        await describes(krystyna)
        await krystyna.presses("Opublikuj")
        assert "Kanał Anny" not in await krystyna.presses("Opublikuj na kanale")

    async def test_a_group_follows_its_move_to_a_supergroup(self, town: Town, krystyna: Inhabitant) -> None:
        group = town.world.add_group("Sąsiedzi", krystyna.person)
        await town.settle()
        new = town.world.upgrades(group)
        await town.settle()
        await describes(krystyna)
        await krystyna.presses("Opublikuj", "Opublikuj na kanale", "Sąsiedzi")
        assert "start=z_forum-1-grupa" in str(new.from_bot()[-1].markup)

    async def test_a_group_that_moved_unheard_gets_the_post_where_it_is_now(
        self, town: Town, krystyna: Inhabitant
    ) -> None:
        group = town.world.add_group("Sąsiedzi", krystyna.person)
        await town.settle()
        await describes(krystyna)
        await krystyna.presses("Opublikuj", "Opublikuj na kanale")
        new = town.world.upgrades(group)
        town.world.updates.take()
        assert "Gotowe: Sąsiedzi" in await krystyna.presses("Sąsiedzi")
        assert group.from_bot() == []
        (post,) = new.from_bot()
        await krystyna.presses("Edytuj wydarzenie", "Odwołaj", "Odwołaj i powiadom")
        assert "odwołane" in post.text

    @pytest.mark.parametrize("is_heard", [True, False])
    async def test_what_stood_in_a_group_before_it_moved_is_said_anew_when_it_changes(
        self, town: Town, krystyna: Inhabitant, *, is_heard: bool
    ) -> None:
        group = town.world.add_group("Sąsiedzi", krystyna.person)
        await town.settle()
        await describes(krystyna)
        await krystyna.presses("Opublikuj", "Opublikuj na kanale", "Sąsiedzi")
        new = town.world.upgrades(group)
        if not is_heard:
            town.world.updates.take()
        await town.settle()
        assert new.from_bot() == [], "nothing has changed yet"
        assert "Sąsiedzi (już jest)" in await krystyna.presses("Inne kanały")
        await krystyna.presses("Wróć", "Odwołaj", "Odwołaj i powiadom")
        await town.settle()
        (post,) = new.from_bot()
        assert "odwołane" in post.text
        await town.settle()
        assert len(new.from_bot()) == 1


class TestPeopleWhoSignedUp:
    """What a change means for them."""

    async def test_keep_their_seats_whatever_the_team_types(
        self, town: Town, krystyna: Inhabitant, ann: Inhabitant, ben: Inhabitant
    ) -> None:
        event = await town.plan()
        await ann.signs_up(event)
        await ben.signs_up(event)
        await krystyna.says("/edytuj forum-1")
        assert "Teraz: 6" in await krystyna.presses("Zmień: Liczba miejsc")
        assert "nie może być ich mniej" in await krystyna.says("1")
        assert "Ile osób może przyjść?" in krystyna.last
        async with town.db.reading() as tx:
            after = await events.find(tx, "forum-1")
        assert after is not None
        assert after.plan.seats == 6
        assert "Zapisane." in await krystyna.says("20")
        assert "Krok" not in krystyna.sees

    async def test_in_a_group_keep_their_seats_and_the_number_is_asked_again(
        self, town: Town, krystyna: Inhabitant, ann: Inhabitant, ben: Inhabitant
    ) -> None:
        event = await town.plan(groups=(Group(0, polish("animatorzy"), 3),))
        for one in (ann, ben):
            await one.opens(f"z_{event.plan.code}")
            await one.presses("Rozumiem")
            await one.says("Anna Kowalska")
            await one.presses("Pomiń", "Pomiń", "animatorzy", "Nic", "Nie", "Zapisz mnie")
        await krystyna.says("/edytuj forum-1")
        await krystyna.presses("Grupy", "Zmień: 1", "animatorzy")
        await krystyna.says("1")
        assert "nie może być ich mniej" in await krystyna.presses("Bez minimum")
        assert "Krok 2 z 3" in krystyna.last
        assert "miejsca: 5" in await krystyna.says("5")

    async def test_are_not_shut_out_when_the_event_moves(self, town: Town, krystyna: Inhabitant) -> None:
        opened = town.clock.now() - timedelta(days=1)
        closes = town.clock.now() + timedelta(days=7)
        await town.plan(opens_at=opened, closes_at=closes)
        await krystyna.says("/edytuj forum-1")
        await krystyna.presses("Zmień: Termin")
        await krystyna.says("wt 8.12 17:00")
        await krystyna.presses("2 h")
        async with town.db.reading() as tx:
            after = await events.find(tx, "forum-1")
        assert after is not None
        assert after.plan.opens_at == opened
        assert after.plan.closes_at == closes + timedelta(days=7)

    async def test_hear_of_a_session_that_moves_but_not_of_a_new_one(
        self, town: Town, krystyna: Inhabitant, ann: Inhabitant
    ) -> None:
        await ann.signs_up(await town.plan())
        before = len(ann.messages)
        await krystyna.says("/edytuj forum-1")
        await krystyna.presses("Terminy spotkań", "Dodaj termin")
        await krystyna.says("wt 15.12 17:00")
        await krystyna.presses("2 h", "Pomiń")
        assert "zobaczą nowy termin w /moje" in await krystyna.presses("Pomiń")
        assert "2. wtorek, 15 grudnia" in await krystyna.presses("Zapisz")
        assert len(ann.messages) == before
        assert "[Usuń: 15 grudnia]" in krystyna.last
        await krystyna.presses("Zmień: 15 grudnia")
        await krystyna.says("śr 16.12 17:00")
        await krystyna.presses("2 h", "Pomiń")
        assert "1 osoba od razu dostanie wiadomość" in await krystyna.presses("Pomiń")
        await krystyna.presses("Zapisz")
        assert "środa, 16 grudnia" in "\n".join(ann.messages[before:])
