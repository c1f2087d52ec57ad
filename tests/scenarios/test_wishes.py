"""What residents wish in their own words, and what they ask about the event they have just seen."""

from datetime import timedelta

import pytest

from bot.domain.localized import Localized
from bot.domain.signups import State

from ..town import Inhabitant, Town
from .test_resident import state_of

RAMP = Localized({"pl": "Wejście bez schodów.", "en": "No steps.", "uk": "Вхід без сходів."})


async def signs_up_again(who: Inhabitant, code: str) -> None:
    """Sign up for another event, as the bot knows one by now."""
    await who.opens(f"z_{code}")
    await who.says(f"{who.person.first_name} {who.person.last_name}")
    await who.presses("Pomiń", "Pomiń", "Nic", "Nie", "Zapisz mnie")


def debate(town: Town) -> dict[str, object]:
    """An event of another project and title, two days after the forum."""
    return {
        "project": "mam",
        "title": Localized({"pl": "Debata o parku", "en": "Debate on the park", "uk": "Дебати про парк"}),
        "starts_at": town.clock.now() + timedelta(days=10),
    }


@pytest.mark.parametrize(
    "words",
    [
        "nie moge przyjsc",
        "Nie mogę przyjść na forum",
        "nie dam rady przyjsc na forum",
        "Dzień dobry, niestety nie dam rady przyjść, przepraszam",
        "nie moge przysc",
        "chce sie wypisac",
        "chce zrezygnwac",
        "rezygnuję",
        "jak zrezygnować?",
        "не зможу прийти",
        "I can't come to the forum",
    ],
)
async def test_whoever_cannot_come_gets_the_place_with_the_button(town: Town, ann: Inhabitant, words: str) -> None:
    await ann.signs_up(await town.plan(seats=1))
    seen = await ann.says(words)
    assert "wtorek, 1 grudnia, 17:00" in seen or "1 грудня" in seen or "1 December" in seen
    await ann.presses(next(label for label in ("Nie dam rady", "Не зможу", "I can't") if f"[{label}]" in seen))
    assert await state_of(town, ann) is State.CANCELLED


async def test_whoever_has_several_places_is_asked_which_and_a_title_tells(town: Town, ann: Inhabitant) -> None:
    await ann.signs_up(await town.plan(seats=1))
    await town.plan("debata", **debate(town))
    await signs_up_again(ann, "debata")
    await town.pass_time(minutes=31)
    both = await ann.says("nie dam rady przyjść")
    assert "[Forum Dialogu" in both
    assert "[Debata o parku" in both
    await ann.says("nie dam rady przyjsc na debate")
    await ann.presses("Nie dam rady")
    assert await state_of(town, ann, "debata") is State.CANCELLED
    assert await state_of(town, ann) is State.CONFIRMED


async def test_whoever_names_an_event_they_have_no_place_at_hears_so(town: Town, ann: Inhabitant) -> None:
    await ann.signs_up(await town.plan())
    await town.plan("debata", **debate(town))
    seen = await ann.says("nie dam rady przyjść na debatę")
    assert "Debata o parku" in seen
    assert "[Nie dam rady]" not in seen


async def test_whoever_waits_can_leave_the_queue_in_their_own_words(
    town: Town, ann: Inhabitant, ben: Inhabitant
) -> None:
    event = await town.plan(seats=1)
    await ann.signs_up(event)
    await ben.signs_up(event)
    assert "1. miejscu" in await ben.says("chce zrezygnowac")
    await ben.presses("Wychodzę z kolejki")
    assert await state_of(town, ben) is State.CANCELLED


async def test_without_a_place_a_wish_is_answered_with_the_way_to_ones_sign_ups(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    for words in ("nie mogę przyjść", "jak zrezygnować?", "gdzie moj bilet", "pomyliłam numer telefonu"):
        seen = await ann.says(words)
        assert "Na razie nie masz zapisów" in seen
        assert "[Moje zapisy]" in seen


@pytest.mark.parametrize("words", ["gdzie moj bilet", "Nie dostałam biletu", "pokaż mój bilet", "bilet?"])
async def test_the_ticket_is_one_tap_away(town: Town, ann: Inhabitant, words: str) -> None:
    await ann.signs_up(await town.plan())
    assert "Forum Dialogu" in await ann.says(words)
    await ann.presses("Bilet")
    assert "(photo)" in ann.last or "(document)" in ann.last


@pytest.mark.parametrize(
    "words",
    [
        "na co jestem zapisana",
        "na co jestem zapisany?",
        "nie dostałam potwierdzenia",
        "o której mam przyjść",
        "moje zapisy",
    ],
)
async def test_ones_own_sign_up_is_shown(town: Town, ann: Inhabitant, words: str) -> None:
    await ann.signs_up(await town.plan())
    seen = await ann.says(words)
    assert "Masz miejsce" in seen
    assert "wtorek, 1 grudnia, 17:00" in seen


@pytest.mark.parametrize("words", ["zmienić zapis", "pomyliłem numer", "podałam zły numer", "chcę dopisać kogoś"])
async def test_a_sign_up_is_changed_with_one_tap(town: Town, ann: Inhabitant, words: str) -> None:
    await ann.signs_up(await town.plan())
    await ann.says(words)
    assert "[Zmień" in await ann.presses("Zmień odpowiedzi")


@pytest.mark.parametrize(
    "words", ["zapisz mnie na forum dialogu", "Zapiszcie mnie proszę na forum", "chcę przyjść na forum"]
)
async def test_who_wants_to_be_signed_up_gets_the_card(town: Town, ann: Inhabitant, words: str) -> None:
    await town.plan()
    await town.plan("debata", **debate(town))
    assert "Wolne miejsca: 6 z 6" in await ann.says(words)
    assert "Krok 1" in await ann.presses("Zapisz się")


async def test_several_events_of_that_name_are_all_offered(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    await town.plan("forum-2", starts_at=town.clock.now() + timedelta(days=20))
    seen = await ann.says("zapisz mnie na forum")
    assert "1 grudnia" in seen
    assert "13 grudnia" in seen


@pytest.mark.parametrize(
    ("words", "button", "then"),
    [
        ("usuńcie moje dane", "Usuń moje dane", "Usunąć"),
        ("zmień język", "Zmień język", "English"),
        ("wyłącz wiadomości", "Co dostaję", "Przypomnienia"),
        ("pomocy", "Pomoc", "/moje"),
        ("chce rozmawiac z czlowiekiem", "Przekaż", "pytanie"),
        ("nie dostałem przypomnienia", "Co dostaję", "Przypomnienia"),
    ],
)
async def test_a_wish_leads_where_it_comes_true(
    town: Town, ann: Inhabitant, words: str, button: str, then: str
) -> None:
    await town.plan()
    seen = await ann.says(words)
    assert f"[{button}]" in seen
    assert then in await ann.presses(button)


async def test_who_wants_a_person_reads_whom_to_call(ann: Inhabitant) -> None:
    seen = await ann.says("chcę rozmawiać z człowiekiem")
    assert "12 345 67 89" in seen
    assert "[Przekaż]" in seen


async def test_a_question_about_the_projects_is_no_wish(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    assert "Lider w akcji!" in await ann.says("jak zapisać się na Akademię lidera")
    assert "[Nie dam rady]" not in await ann.says("czy mogę przyjść")


EVENT = "Dom kultury, ul. Na Kozłówce 25, Kraków"


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("gdzie to jest?", EVENT),
        ("o ktorej to sie zaczyna?", "17:00"),
        ("do której to trwa?", "19:00"),
        ("ile osob moge wziac ze soba?", "2 osoby"),
        ("czy mogę przyjść z mężem?", "2 osoby"),
        ("czy są schody?", "Wejście bez schodów"),
        ("jak dojechać?", "Mapa"),
        ("czy to jest online?", "na miejscu"),
        ("czy będzie po ukraińsku?", "po polsku"),
        ("do kiedy mogę zrezygnować?", "do samego początku"),
        ("czy są jeszcze miejsca?", "Wolne miejsca: 6 z 6"),
        ("kto finansuje ten projekt?", "Islandia"),
    ],
)
async def test_a_question_in_a_sign_up_is_about_its_event(town: Town, ann: Inhabitant, words: str, answer: str) -> None:
    await town.plan(companions=2, accessibility=RAMP)
    await town.plan("debata", **debate(town))
    await ann.opens("z_forum-1")
    seen = await ann.says(words)
    assert answer in seen
    assert "O który projekt chodzi" not in seen
    assert "Krok 1" in seen


@pytest.mark.parametrize("words", ["gdzie to jest?", "kiedy to jest", "коли це?", "a dojazd?"])
async def test_after_a_card_it_is_what_is_meant_even_after_a_restart(town: Town, ann: Inhabitant, words: str) -> None:
    await town.plan("debata", **debate(town))
    await town.plan()
    await ann.says("kto finansuje Lidera?")
    await town.pass_time(minutes=1)
    await ann.opens("e_forum-1")
    await town.down()
    await town.up()
    assert EVENT in await ann.says(words)


async def test_after_the_confirmation_the_event_is_meant(town: Town, ann: Inhabitant) -> None:
    await ann.signs_up(await town.plan("debata", **debate(town)))
    await town.plan()
    await signs_up_again(ann, "forum-1")
    seen = await ann.says("gdzie to jest?")
    assert "Forum Dialogu" in seen
    assert "Masz miejsce" in seen


async def test_half_an_hour_later_the_card_is_forgotten(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    await ann.opens("e_forum-1")
    await town.pass_time(minutes=31)
    assert EVENT not in await ann.says("gdzie to jest?")


async def test_after_a_question_about_another_project_the_event_is_no_longer_meant(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    await ann.opens("e_forum-1")
    await ann.says("kto finansuje Lidera?")
    assert EVENT not in await ann.says("a gdzie?")


async def test_who_has_a_place_and_asks_where_it_is_means_that(town: Town, ann: Inhabitant) -> None:
    await ann.signs_up(await town.plan())
    await town.pass_time(days=7)
    assert EVENT in await ann.says("gdzie to jest?")


async def test_after_ones_own_places_were_told_of_the_nearest_is_meant(town: Town, ann: Inhabitant) -> None:
    await ann.signs_up(await town.plan())
    await town.plan("debata", **debate(town))
    await signs_up_again(ann, "debata")
    await town.pass_time(minutes=31)
    assert "Debata o parku" in await ann.says("na co jestem zapisana")
    assert "Forum Dialogu" in await ann.says("gdzie to jest?")
    await ann.says("nie dam rady na debatę")
    assert "Debata o parku" in await ann.says("a o której to jest?")


async def test_what_the_card_does_not_tell_is_passed_on(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    await ann.opens("e_forum-1")
    assert "[Przekaż]" in await ann.says("czy są schody?")


async def test_the_calendar_knows_where_the_asker_stands(town: Town, ann: Inhabitant) -> None:
    await ann.signs_up(await town.plan(seats=1))
    seen = await ann.says("co jest w przyszłym tygodniu?")
    assert "Masz miejsce" in seen
    assert "Wszystkie miejsca" not in seen
