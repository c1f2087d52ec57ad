"""The list of an event, one person's card, and what a coordinator does there from the phone."""

from datetime import timedelta

from bot.domain.events import Event, Group
from bot.domain.localized import polish
from bot.domain.people import Role

from ..town import Inhabitant, Town
from .test_applications import applies, coordinator
from .test_resident import state_of

GROUPS = (Group(0, polish("animatorzy"), 2), Group(0, polish("urzędnicy"), 1))


async def to_list(boss: Inhabitant, event: Event) -> str:
    await boss.opens(f"e_{event.plan.code}")
    await boss.presses("Dla zespołu")
    return await boss.presses("Lista zapisanych")


async def test_the_list_follows_the_polish_alphabet(town: Town) -> None:
    event = await town.plan(seats=10)
    for name in ("Zofia Żak", "Ewa Łoś", "Jan Zając", "Ola Lis", "Piotr Ćwik", "Iza Ćma"):
        await town.person(name).signs_up(event)
    listed = await to_list(await coordinator(town), event)
    order = ("Iza Ćma", "Piotr Ćwik", "Ola Lis", "Ewa Łoś", "Jan Zając", "Zofia Żak")
    assert [listed.index(name) for name in order] == sorted(listed.index(name) for name in order)
    assert "ma miejsce: 6" in listed


async def test_a_long_list_has_pages(town: Town) -> None:
    event = await town.plan(seats=20)
    for letter in "abcdefghijkl":
        await town.person(f"Jan {letter.upper()}nowak").signs_up(event)
    boss = await coordinator(town)
    assert "strona 1 z 2" in await to_list(boss, event)
    assert "11. Jan Knowak" in await boss.presses("Później")


async def test_an_animator_sees_names_and_no_phone_numbers(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.opens("z_forum-1")
    await ann.presses("Rozumiem")
    await ann.says("Anna Kowalska")
    await ann.says("600 100 200")
    await ann.says("Kraków")
    await ann.says("rampa")
    await ann.presses("Tak", "Nie", "Zapisz mnie")
    helper = await coordinator(town, "Marek Zieliński", Role.ANIMATOR)
    await to_list(helper, event)
    card = await helper.presses("1. Anna")
    assert "Kraków" in card
    assert "600 100 200" not in card
    assert "rampa" not in card
    assert "[Daj miejsce]" not in card
    boss = await coordinator(town)
    await to_list(boss, event)
    card = await boss.presses("1. Anna")
    assert "600 100 200" in card
    assert "rampa" in card


async def test_a_seat_is_given_out_of_order_and_never_over_booked(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await town.plan(seats=1)
    await ann.signs_up(event)
    await ben.signs_up(event)
    boss = await coordinator(town)
    await to_list(boss, event)
    refused = await boss.presses("2. Bogdan", "Daj miejsce")
    assert "Nie ma wolnego miejsca. Brakuje 1 miejsca." in refused
    assert await state_of(town, ben) == "waiting"
    await boss.presses("Zmień liczbę miejsc", "+1 miejsce")
    assert "1 osoba z kolejki dostała propozycję miejsca" in boss.last
    assert await state_of(town, ben) == "offered"


async def test_somebody_is_taken_off_the_list_and_put_back_before_they_hear(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    boss = await coordinator(town)
    await to_list(boss, event)
    done = await boss.presses("1. Anna", "Skreśl z listy")
    assert "Anna Kowalska nie jest już na liście" in done
    assert await state_of(town, ann) == "cancelled"
    await town.pass_time(minutes=9)
    assert "Cofnięte" in await boss.presses("Cofnij")
    await town.pass_time(minutes=30)
    assert await state_of(town, ann) == "confirmed"
    assert not any("skreślili" in said for said in ann.messages)


async def test_whoever_is_taken_off_hears_it_kindly_ten_minutes_later(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    boss = await coordinator(town)
    await to_list(boss, event)
    await boss.presses("1. Anna", "Skreśl z listy")
    await town.pass_time(minutes=10)
    assert "Organizatorzy skreślili Twój zapis" in ann.last
    assert "[Inne wydarzenia]" in ann.last
    await town.pass_time(minutes=1)
    assert "Minęło dziesięć minut" in await boss.presses("Cofnij")
    assert "rezygnacja" in await boss.presses("Do karty osoby")
    assert "Gotowe: Anna Kowalska ma miejsce" in await boss.presses("Daj miejsce")
    await town.pass_time(minutes=10)
    assert any("Zwolniło się miejsce" in said for said in ann.messages)


async def test_somebody_is_moved_to_the_queue_only_when_somebody_waits(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=1)
    await ann.signs_up(event)
    boss = await coordinator(town)
    await to_list(boss, event)
    assert "Nikt nie czeka" in await boss.presses("1. Anna", "Na koniec kolejki")
    await ben.signs_up(event)
    await to_list(boss, event)
    assert "lista rezerwowa" in await boss.presses("1. Anna", "Na koniec kolejki")
    assert (await state_of(town, ann), await state_of(town, ben)) == ("waiting", "offered")
    await town.pass_time(minutes=10)
    assert "na razie nie mamy dla Ciebie miejsca" in ann.last


async def test_somebody_who_said_on_the_phone_that_they_come_is_noted(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    boss = await coordinator(town)
    await to_list(boss, event)
    await boss.presses("1. Anna")
    assert "ma miejsce, potwierdzona obecność" in await boss.presses("Potwierdź obecność")
    assert "potwierdzona" not in await boss.presses("Jednak nie wiadomo")


async def test_a_wrong_group_is_mended_without_losing_the_place_in_the_queue(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=3, groups=GROUPS)
    cleo = town.person("Celina Mazur")
    await applies(event, ann, group="urzędnicy")
    await applies(event, ben, group="urzędnicy")
    await applies(event, cleo, group="urzędnicy")
    assert await state_of(town, ben) == "waiting"
    boss = await coordinator(town)
    listed = await to_list(boss, event)
    assert "3. Bogdan Nowak · lista rezerwowa · urzędnicy" in listed
    await boss.presses("Wróć")
    assert "urzędnicy: wolne 0 z 1, w kolejce: 2" in boss.last
    await boss.presses("Lista zapisanych", "3. Bogdan", "Zmień grupę")
    assert "Bogdan Nowak jest w innej grupie" in await boss.presses("animatorzy")
    assert await state_of(town, ben) == "offered"
    await boss.presses("Do listy", "3. Celina", "Zmień grupę", "animatorzy")
    assert await state_of(town, cleo) == "offered"
    await boss.presses("Do listy", "1. Anna", "Zmień grupę")
    assert "W tej grupie nie ma wolnego miejsca" in await boss.presses("animatorzy")


async def test_unfilled_seats_of_a_group_are_opened_and_kept_again(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=3, groups=GROUPS)
    await applies(event, ann, group="urzędnicy")
    await applies(event, ben, group="urzędnicy")
    boss = await coordinator(town)
    await boss.opens("e_forum-1")
    await boss.presses("Dla zespołu", "Miejsca i grupy")
    preview = await boss.presses("Otwórz dla wszystkich: animatorzy")
    assert "Grupa „animatorzy” ma 2 wolne miejsca" in preview
    assert "propozycję miejsca dostanie 1 osoba" in preview
    assert "Otwarte dla wszystkich: animatorzy" in await boss.presses("Otwórz")
    assert await state_of(town, ben) == "offered"
    assert "tylko dla tej grupy" in await boss.presses("Zatrzymaj dla grupy")
    assert await state_of(town, ben) == "offered"


async def test_seats_are_typed_and_never_fewer_than_are_taken(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await town.plan(seats=5)
    await ann.signs_up(event)
    await ben.signs_up(event)
    boss = await coordinator(town)
    await boss.opens("e_forum-1")
    await boss.presses("Dla zespołu", "Liczba miejsc", "Wpisz liczbę miejsc")
    assert "2" in await boss.says("1")
    await boss.says("2")
    assert "Liczba miejsc: 2" in await boss.presses("Zapisz")
    assert "[−1 miejsce]" not in boss.last


async def test_a_message_reaches_one_person_after_a_preview(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    boss = await coordinator(town)
    await to_list(boss, event)
    await boss.presses("1. Anna", "Napisz wiadomość")
    preview = await boss.says("Weź proszę <kubek> na herbatę.")
    assert "Weź proszę <kubek> na herbatę." in preview
    assert "kubek" not in ann.last
    await boss.presses("Wyślij")
    assert "Wiadomość od organizatora" in ann.last
    assert "Weź proszę <kubek> na herbatę." in ann.last
    assert "Forum Dialogu" in ann.last


async def test_after_a_message_the_way_back_is_the_filtered_list(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    await ben.signs_up(event)
    boss = await coordinator(town)
    assert "Bogdan" not in await boss.says("/lista forum-1 Kowalska")
    await boss.presses("1. Anna", "Napisz wiadomość")
    await boss.says("Weź proszę kubek.")
    await boss.presses("Wyślij", "Do karty osoby")
    back = await boss.presses("Do listy")
    assert "Anna Kowalska" in back
    assert "Bogdan" not in back


async def test_the_card_tells_of_earlier_events(town: Town, ann: Inhabitant) -> None:
    earlier = await town.plan("dawne", starts_at=town.clock.now() + timedelta(days=2))
    await ann.signs_up(earlier)
    await ann.presses("Rezygnuję")
    event = await town.plan()
    await ann.opens("z_forum-1")
    await ann.says("Anna Kowalska")
    await ann.presses("Pomiń", "Pomiń", "Nic", "Nie", "Zapisz mnie")
    boss = await coordinator(town)
    await to_list(boss, event)
    assert "rezygnacja 1" in await boss.presses("1. Anna")


async def test_whoever_was_taken_off_by_the_team_cancelled_nothing(town: Town, ann: Inhabitant) -> None:
    earlier = await town.plan("dawne", starts_at=town.clock.now() + timedelta(days=2))
    await ann.signs_up(earlier)
    boss = await coordinator(town)
    await to_list(boss, earlier)
    await boss.presses("1. Anna", "Skreśl z listy")
    event = await town.plan()
    await ann.opens("z_forum-1")
    await ann.says("Anna Kowalska")
    await ann.presses("Pomiń", "Pomiń", "Nic", "Nie", "Zapisz mnie")
    await to_list(boss, event)
    assert "Nic nie wiadomo o tej osobie" in await boss.presses("1. Anna")


async def test_a_message_that_cannot_arrive_is_read_out_on_the_phone(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    boss = await coordinator(town)
    await town.pass_time(hours=10)
    await to_list(boss, event)
    await boss.presses("1. Anna", "Napisz wiadomość")
    await boss.says("Weź proszę kubek.")
    await boss.presses("Wyślij", "Do karty osoby")
    town.world.blocks(ann.person)
    await town.pass_time(hours=10)
    assert "Trzeba zadzwonić" in await boss.presses("Do listy", "1. Anna")
    await boss.says("/telefony")
    read_out = await boss.presses("1. Anna")
    assert "wiadomość od organizatora" in read_out
    assert "Weź proszę kubek." in read_out


async def test_whoever_erased_their_data_has_no_name_on_the_list(town: Town, ann: Inhabitant) -> None:
    event = await town.plan()
    await ann.signs_up(event)
    await ann.says("/prywatnosc")
    await ann.presses("Usuń moje dane", "Usuń wszystko")
    boss = await coordinator(town)
    assert "1. (dane usunięte) · rezygnacja" in await to_list(boss, event)
    assert "Anna" not in await boss.presses("1. (dane usunięte)")


async def test_the_team_hears_once_that_an_event_is_almost_full(town: Town, ann: Inhabitant, ben: Inhabitant) -> None:
    boss = await coordinator(town)
    event = await town.plan(seats=4)
    for who in (ann, ben, town.person("Celina Mazur")):
        await who.signs_up(event)
    await town.pass_time(days=1)
    told = [said for said in boss.messages if "Prawie komplet" in said]
    assert len(told) == 1
