"""Announcements lived through: composed, aimed, previewed, sent, corrected, recalled, refused with one tap."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from bot.domain.people import Grant, Role, Scope
from bot.sandbox.files import photo_sizes
from bot.sandbox.wire import JsonObject
from tests.town import Inhabitant, Town

PICTURE = ("plakat.jpg", b"\xff\xd8\xff\xe0 a poster", "image/jpeg")
EVERYWHERE = Grant(Role.ANIMATOR)


async def resident(town: Town, name: str, *, follows: str = "", news: bool = False, gmina: str = "") -> Inhabitant:
    """Somebody who wants these news."""
    who = town.person(name)
    await who.says("/start")
    if follows:
        await who.opens(f"p_{follows}")
        await who.presses("Obserwuj: dostaję nowości")
    if news:
        await who.says("/ustawienia")
        await who.presses("Co dostaję", "Nowości ze wszystkich projektów: nie")
    if gmina:
        async with town.db.transaction() as tx:
            await tx.execute("UPDATE people SET gmina = ? WHERE telegram_id = ?", [gmina, who.person.id])
    return who


async def sends_photo(town: Town, who: Inhabitant, caption: str) -> str:
    """Send a picture with words to the bot."""
    town.world.sends_photo(who.person, PICTURE, caption)
    await town.settle()
    return who.sees


async def begins(who: Inhabitant, words: str) -> str:
    """Compose a text as far as the audience."""
    await who.says("/ogloszenie")
    await who.presses("Nowe ogłoszenie", "Wyślij treść")
    return await who.says(words)


def copies(who: Inhabitant) -> list[str]:
    """The announcements in somebody's chat."""
    return [message for message in who.messages if "Nie chcę takich wiadomości" in message]


@pytest.fixture
async def ola(town: Town) -> Inhabitant:
    """An animator of everything."""
    return await town.member("Ola Animator", EVERYWHERE)


async def test_a_photo_to_the_wrong_people_is_noticed_mended_sent_corrected_and_recalled(
    town: Town, ola: Inhabitant
) -> None:
    follower, other = await resident(town, "Ala", follows="podgorze"), await resident(town, "Iga", follows="lider")
    await ola.says("/ogloszenie")
    await ola.presses("Nowe ogłoszenie", "Wyślij treść")
    assert "mieści się" not in await sends_photo(town, ola, "Zapraszamy na <spacer>!")

    await ola.presses("Do kogo", "Obserwujący projekt", "Lider w akcji!")
    await ola.presses("Wróć do ogłoszenia", "Dołącz wydarzenie lub projekt", "Projekt: Podgórska")
    seen = await ola.presses("Podgląd")
    assert "obserwujący projekt Lider w akcji!" in seen
    assert "Dostanie je 1 osoba." in seen
    assert "Zapraszamy na <spacer>!" in ola.messages[-2]
    await ola.presses("Wróć do ogłoszenia", "Do kogo", "Obserwujący projekt", "Podgórska", "Wróć do ogłoszenia")
    await ola.presses("Wyślij do 1 osoby")

    assert copies(other) == []
    (got,) = copies(follower)
    assert "Zapraszamy na <spacer>!" in got
    assert "Podgórska Przestrzeń Dobrego Dialogu" in got
    assert any("Ogłoszenie wysłane" in said and "Dostarczono: 1 z 1" in said for said in ola.messages)

    await ola.says("/ogloszenia")
    await ola.presses("1. zdjęcie: Zapraszamy", "Popraw treść", "Popraw: Polski")
    await ola.says("Zapraszamy na spacer w sobotę!")
    assert "w 1 czacie" in ola.last
    await ola.presses("Popraw wszędzie")
    (got,) = copies(follower)
    assert "w sobotę" in got
    assert len(town.world.chat_with(follower.person).from_bot()) == len(follower.messages)

    await ola.says("/ogloszenia")
    await ola.presses("1. zdjęcie: Zapraszamy")
    assert "Poprawiono: 1 z 1." in ola.last
    await ola.presses("Wycofaj", "Usuń wszędzie")
    assert copies(follower) == []
    await ola.says("/ogloszenia")
    await ola.presses("1. zdjęcie: Zapraszamy")
    assert "Usunięto: 1 z 1." in ola.last


async def test_one_tap_ends_a_projects_news_and_another_brings_them_back(town: Town, ola: Inhabitant) -> None:
    follower = await resident(town, "Ala", follows="podgorze")
    await begins(ola, "Spotykamy się w piątek.")
    await ola.presses("Do kogo", "Obserwujący projekt", "Podgórska", "Wróć do ogłoszenia", "Wyślij do 1 osoby")
    said = await follower.presses("Nie chcę takich wiadomości")
    assert "już nie przyjdą" in said
    assert len(copies(follower)) == 1, "the announcement itself stays"

    await begins(ola, "Jeszcze jedno.")
    counted = await ola.presses("Do kogo", "Obserwujący projekt", "Podgórska")
    assert "Dostanie je 0 osób." in counted
    assert "nie chcą takich wiadomości: 1" in counted
    await follower.presses("Cofnij")
    await ola.presses("Wróć do ogłoszenia", "Do kogo")
    assert "Dostanie je 1 osoba." in ola.last


async def test_an_announcement_to_everybody_waits_for_a_second_person(town: Town, ola: Inhabitant) -> None:
    boss = await town.member("Basia Szef", Grant(Role.COORDINATOR))
    reader, silent = await resident(town, "Ala", news=True), await resident(town, "Iga")
    await begins(ola, "Nowy rok z nami")
    counted = await ola.presses("Do kogo", "Wszystkie osoby, które się zgodziły")
    assert "bez zgody na nowości: 3" in counted
    await ola.presses("Wróć do ogłoszenia", "Poproś o zatwierdzenie (dostanie 1 osoba)")
    assert copies(reader) == []

    assert "czeka na Twoją zgodę" in boss.last
    await boss.presses("Pokaż ogłoszenie")
    assert any("Nowy rok z nami" in said for said in boss.messages)
    await boss.presses("Nie zgadzam się, podam powód")
    await boss.says("Brakuje daty.")
    assert "Brakuje daty." in ola.last
    await ola.presses("Pokaż ogłoszenie", "Zmień treść")
    await ola.says("Nowy rok z nami, 10 stycznia")
    await ola.presses("Poproś o zatwierdzenie (dostanie 1 osoba)")
    await boss.presses("Pokaż ogłoszenie", "Zgadzam się, wyślij")
    assert len(copies(reader)) == 1
    assert copies(silent) == []
    assert any("Jest zgoda" in said for said in ola.messages)


async def test_nobody_approves_their_own(town: Town) -> None:
    boss, second = (
        await town.member("Basia", Grant(Role.COORDINATOR)),
        await town.member("Ewa", Grant(Role.COORDINATOR)),
    )
    await resident(town, "Ala", news=True)
    await begins(boss, "Do wszystkich")
    await boss.presses(
        "Do kogo",
        "Wszystkie osoby, które się zgodziły",
        "Wróć do ogłoszenia",
        "Poproś o zatwierdzenie (dostanie 1 osoba)",
    )
    assert "czeka na Twoją zgodę" in second.last
    assert "Zgadzam się, wyślij" not in boss.last


async def test_it_goes_out_at_its_time_and_moves_with_its_event(town: Town, ola: Inhabitant) -> None:
    event = await town.plan()
    guest = await resident(town, "Ala")
    await guest.signs_up(event)
    await begins(ola, "Weźcie kalosze.")
    await ola.presses("Dołącz wydarzenie lub projekt", "Forum Dialogu")
    await ola.presses("Do kogo", "Osoby z wydarzenia", "Forum Dialogu", "Wróć do ogłoszenia")
    await ola.presses("Kiedy", "Dzień wcześniej o 18:00")
    assert "przesunie się razem z wydarzeniem" in ola.last
    await ola.presses("Zaplanuj dla 1 osoby")
    moved = event.plan.starts_at + timedelta(days=1)
    await town.plan(starts_at=moved, ends_at=moved + timedelta(hours=2))
    await town.pass_time(days=7, hours=7)
    assert copies(guest) == [], "the day before has moved on"
    await town.pass_time(days=1)
    (got,) = copies(guest)
    assert "Weźcie kalosze." in got
    assert "Dom kultury" in got


async def test_a_typed_time_is_kept_and_a_past_one_refused(town: Town, ola: Inhabitant) -> None:
    follower = await resident(town, "Ala", follows="podgorze")
    await begins(ola, "W południe.")
    await ola.presses("Do kogo", "Obserwujący projekt", "Podgórska", "Wróć do ogłoszenia", "Kiedy", "O wybranej porze")
    assert "nie wygląda na przyszły termin" in await ola.says("wczoraj")
    assert "jutro" not in await ola.says("jutro 12")
    await ola.presses("Zaplanuj dla 1 osoby")
    await town.pass_time(hours=23)
    assert copies(follower) == []
    await town.pass_time(hours=2)
    assert len(copies(follower)) == 1


async def test_night_is_respected_unless_it_is_urgent(town: Town, ola: Inhabitant) -> None:
    follower = await resident(town, "Ala", follows="podgorze")
    await town.pass_time(hours=10)
    await begins(ola, "Cicho.")
    await ola.presses("Do kogo", "Obserwujący projekt", "Podgórska", "Wróć do ogłoszenia")
    assert "wyjdzie o 8:00 rano" in ola.last
    await ola.presses("Wyślij do 1 osoby")
    assert copies(follower) == []
    await begins(ola, "Woda niezdatna do picia!")
    await ola.presses("Do kogo", "Obserwujący projekt", "Podgórska", "Wróć do ogłoszenia", "Kiedy")
    await ola.presses("Pilne: także w nocy")
    await ola.says("Awaria wodociągu")
    await ola.presses("Wyślij do 1 osoby")
    assert len(copies(follower)) == 1
    await town.pass_time(hours=11)
    assert len(copies(follower)) == 2


async def test_at_night_a_second_person_is_asked_only_about_what_is_urgent(town: Town, ola: Inhabitant) -> None:
    boss = await town.member("Basia Szef", Grant(Role.COORDINATOR))
    await resident(town, "Ala", news=True)
    await town.pass_time(hours=10)
    ask = "Poproś o zatwierdzenie (dostanie 1 osoba)"
    await begins(ola, "Nowy rok z nami")
    await ola.presses("Do kogo", "Wszystkie osoby, które się zgodziły", "Wróć do ogłoszenia")
    assert "Prośba przyjdzie do niej o 8:00 rano." in await ola.presses(ask)
    assert "[Usuń ogłoszenie]" in ola.last
    assert not any("czeka na Twoją zgodę" in said for said in boss.messages)

    await begins(ola, "Woda niezdatna do picia!")
    await ola.presses("Do kogo", "Wszystkie osoby, które się zgodziły", "Wróć do ogłoszenia", "Kiedy")
    await ola.presses("Pilne: także w nocy")
    await ola.says("Awaria wodociągu")
    assert "Prośba już do niej poszła." in await ola.presses(ask)
    assert sum("czeka na Twoją zgodę" in said for said in boss.messages) == 1
    await boss.presses("Pokaż ogłoszenie", "Nie zgadzam się, podam powód")
    await boss.says("Brakuje adresu.")
    assert any("Brakuje adresu." in said for said in ola.messages)
    assert "czeka na Twoją zgodę" not in boss.last
    await town.pass_time(hours=11)
    assert "czeka na Twoją zgodę" in boss.last


async def test_without_a_mark_it_says_what_to_mark(town: Town, ola: Inhabitant) -> None:
    await (await resident(town, "Ala")).signs_up(await town.plan())
    await begins(ola, "Do zobaczenia")
    unmarked = await ola.presses("Do kogo", "Osoby z wydarzenia", "Forum Dialogu", "✓ z miejscem")
    assert "Zaznacz, do kogo z wydarzenia." in unmarked
    assert "0 osób" not in unmarked
    previewed = await ola.presses("Wróć do ogłoszenia", "Podgląd")
    assert "Zaznacz, do kogo z wydarzenia." in previewed
    assert "Nikt by go nie dostał" not in previewed
    assert "[Usuń szkic]" in await ola.presses("Wróć do ogłoszenia")


async def test_an_ambassador_reaches_their_own_gmina_only(town: Town) -> None:
    ewa = await town.member("Ewa Ambasador", Grant(Role.ANIMATOR, Scope.GMINA, "Skawina"))
    own = await resident(town, "Ala", follows="skawina", gmina="skawina")
    other = await resident(town, "Iga", follows="skawina", gmina="Kraków")
    await begins(ewa, "Sprzątamy park.")
    counted = await ewa.presses("Do kogo", "Obserwujący projekt", "Aktywni Mieszkańcy")
    assert "Dostanie je 1 osoba." in counted
    assert "poza Twoim zasięgiem: 1" in counted
    await ewa.presses("Wróć do ogłoszenia", "Wyślij do 1 osoby")
    assert len(copies(own)) == 1
    assert copies(other) == []


async def test_an_animator_of_a_project_cannot_write_to_another_ones_people(town: Town) -> None:
    jan = await town.member("Jan", Grant(Role.ANIMATOR, Scope.PROJECT, "lider"))
    await resident(town, "Ala", follows="podgorze")
    await begins(jan, "Halo")
    assert "poproś administratora" in await jan.presses("Do kogo", "Obserwujący projekt", "Podgórska")


async def test_a_stop_in_the_middle_keeps_the_rest_from_going_out(town: Town, ola: Inhabitant) -> None:
    first, second = await resident(town, "Ala", follows="podgorze"), await resident(town, "Iga", follows="podgorze")
    await begins(ola, "Raz, dwa")
    await ola.presses("Do kogo", "Obserwujący projekt", "Podgórska", "Wróć do ogłoszenia")
    await town.pass_time(hours=10)
    await ola.presses("Wyślij do 2 osób", "Wstrzymaj")
    assert "Wstrzymane" in ola.last or any("wstrzymane" in said for said in ola.messages)
    await town.pass_time(hours=12)
    assert copies(first) == copies(second) == []
    await ola.presses("Zatrzymaj")
    await town.pass_time(hours=1)
    assert copies(first) == copies(second) == []
    await ola.says("/ogloszenia")
    assert "zatrzymane" in ola.last


async def test_a_draft_survives_a_restart_while_its_words_are_awaited(town: Town, ola: Inhabitant) -> None:
    await ola.says("/ogloszenie")
    await ola.presses("Nowe ogłoszenie", "Wyślij treść")
    await town.down()
    await town.up()
    assert "Treść: po polsku" in await ola.says("Po restarcie")


async def test_whoever_joins_later_and_whoever_pressed_nothing_can_be_written_to(town: Town, ola: Inhabitant) -> None:
    first = await resident(town, "Ala", follows="podgorze")
    await begins(ola, "Zapisz się!")
    await ola.presses("Dołącz wydarzenie lub projekt", "Projekt: Podgórska")
    await ola.presses("Do kogo", "Obserwujący projekt", "Podgórska", "Wróć do ogłoszenia", "Wyślij do 1 osoby")
    second = await resident(town, "Iga", follows="podgorze")
    await ola.says("/ogloszenia")
    await ola.presses("1. Zapisz się!", "Wyślij też 1 nowej osobie")
    assert len(copies(first)) == len(copies(second)) == 1
    await first.presses("O projekcie")
    assert len(copies(first)) == 1
    await ola.says("/ogloszenia")
    assert "Przycisk nacisnęło: 1" in await ola.presses("1. Zapisz się!")
    await ola.presses("Napisz do osób, które nic nie nacisnęły", "Wyślij treść")
    await ola.says("Przypominamy.")
    await ola.presses("Wyślij do 1 osoby")
    assert len(copies(first)) == 1
    assert len(copies(second)) == 2


async def test_an_album_and_a_place_go_out_with_the_words_below(town: Town, ola: Inhabitant) -> None:
    follower = await resident(town, "Ala", follows="podgorze")
    await ola.says("/ogloszenie")
    await ola.presses("Nowe ogłoszenie", "Wyślij treść")
    for number in (1, 2):
        photo = town.world.files.add("photo", (f"{number}.jpg", PICTURE[1] + bytes([number]), "image/jpeg"))
        content: JsonObject = {"photo": photo_sizes(photo), "media_group_id": "77"}
        town.world.sends_content(ola.person, {**content, "caption": "Dwa zdjęcia"} if number == 1 else content)
    await town.settle()
    await ola.presses("Do kogo", "Obserwujący projekt", "Podgórska", "Wróć do ogłoszenia", "Wyślij do 1 osoby")
    assert sum("photo" in one.content for one in town.world.chat_with(follower.person).from_bot()) == 2
    assert "Dwa zdjęcia" in follower.last


async def test_an_album_with_a_film_is_previewed_sent_and_recalled(town: Town, ola: Inhabitant) -> None:
    follower = await resident(town, "Ala", follows="podgorze")
    await ola.says("/ogloszenie")
    await ola.presses("Nowe ogłoszenie", "Wyślij treść")
    png = BytesIO()
    Image.new("RGB", (64, 32)).save(png, "PNG")
    album = [("spacer.png", png.getvalue(), "image/png"), ("spacer.mp4", b"film", "video/mp4")]
    town.world.sends_files(ola.person, album, "Nasz spacer")
    await town.settle()
    await ola.presses("Do kogo", "Obserwujący projekt", "Podgórska", "Wróć do ogłoszenia", "Podgląd")
    await ola.presses("Wyślij do 1 osoby")
    kinds = [one.kind for one in town.world.chat_with(follower.person).from_bot()]
    assert kinds[-3:] == ["photo", "video", "text"]
    assert "Nasz spacer" in follower.last
    assert "Usunięto: 1 z 1." in await ola.presses("Wycofaj", "Usuń wszędzie")
    assert [one.kind for one in town.world.chat_with(follower.person).from_bot()] == kinds[:-3]


async def test_whoever_blocked_the_bot_is_counted_and_not_called(town: Town, ola: Inhabitant) -> None:
    gone = await resident(town, "Ala", follows="podgorze")
    await resident(town, "Iga", follows="podgorze")
    town.world.chat_with(gone.person).is_blocked = True
    await begins(ola, "Kto tu jest?")
    await ola.presses("Do kogo", "Obserwujący projekt", "Podgórska", "Wróć do ogłoszenia", "Wyślij do 2 osób")
    await ola.says("/ogloszenia")
    assert "Zablokowany bot: 1" in await ola.presses("1. Kto tu jest?")
    async with town.db.reading() as tx:
        assert await tx.value("SELECT count(*) FROM calls") == 0


async def test_a_sign_up_asks_about_news_once(town: Town) -> None:
    event, later = await town.plan(), await town.plan("forum-2")
    ala = await resident(town, "Ala Nowak")
    assert "Pisać do Ciebie" in await ala.signs_up(event)
    await ala.presses("Tak, piszcie")
    await ala.opens(f"z_{later.plan.code}")
    assert "Pisać do Ciebie" not in ala.sees


async def test_whoever_wants_no_reminders_gets_none_but_hears_of_changes(town: Town) -> None:
    event = await town.plan()
    ala = await resident(town, "Ala Nowak")
    await ala.signs_up(event)
    await ala.says("/ustawienia")
    assert "Przypomnienia: nie" in await ala.presses("Co dostaję", "Przypomnienia: tak")
    await town.pass_time(days=7, hours=23)
    assert not any("Już jutro" in said for said in ala.messages)
    await town.plan(place="Biblioteka")
    await town.settle()
    assert any("Biblioteka" in said for said in ala.messages)


@pytest.mark.parametrize("kind", ["video", "animation", "audio", "voice", "poll"])
async def test_whatever_telegram_keeps_goes_out_as_it_is(town: Town, ola: Inhabitant, kind: str) -> None:
    follower = await resident(town, "Ala", follows="podgorze")
    await ola.says("/ogloszenie")
    await ola.presses("Nowe ogłoszenie", "Wyślij treść")
    town.world.sends(ola.person, kind)
    await town.settle()
    await ola.presses("Do kogo", "Obserwujący projekt", "Podgórska", "Wróć do ogłoszenia", "Wyślij do 1 osoby")
    got = town.world.chat_with(follower.person).from_bot()
    assert any(kind in message.content for message in got)
    assert "Nie chcę takich wiadomości" in follower.last


async def test_a_sticker_is_no_announcement_and_a_long_caption_is_counted(town: Town, ola: Inhabitant) -> None:
    await ola.says("/ogloszenie")
    await ola.presses("Nowe ogłoszenie", "Wyślij treść")
    town.world.sends(ola.person, "sticker")
    await town.settle()
    assert "nie da się ogłosić" in ola.sees
    await sends_photo(town, ola, "a" * 1000)
    await ola.presses("Dołącz wydarzenie lub projekt", "Projekt: Podgórska")
    assert "znaków za długie" in ola.last
    assert "[Wyślij do" not in ola.last
