"""Questions that go on from what was said, chosen or shown before, and the buttons under their answers."""

from bot.domain.localized import Localized
from bot.sandbox.chats import buttons

from ..town import Inhabitant, Town

LIDER = "Lider w akcji!"
PODGORZE = "Podgórska Przestrzeń Dobrego Dialogu"
KUZNIA = "Powiatowa Kuźnia Aktywności Obywatelskiej"
MAM = "Aktywni Mieszkańcy Mają Swoje Miejsce"


async def test_the_project_chosen_by_a_button_is_what_the_next_questions_are_about(ann: Inhabitant) -> None:
    assert "O który projekt chodzi?" in await ann.says("do kogo mozna zadzwonic")
    assert MAM in await ann.presses(MAM)
    assert MAM in await ann.says("ile to kosztuje")
    assert MAM in await ann.says("a kiedy?")


async def test_whoever_chose_a_project_is_not_asked_back_for_it(ann: Inhabitant) -> None:
    await ann.says("do kogo mozna zadzwonic")
    await ann.presses(PODGORZE)
    assert "listopada 2021" in await ann.says("a kiedy?")


async def test_the_project_of_the_answer_stays_what_is_talked_of_until_another_is_named(ann: Inhabitant) -> None:
    assert LIDER in await ann.says("ile kosztuje lider w akcji")
    await ann.says("dzięki!")
    assert LIDER in await ann.says("a kto to finansuje?")
    assert KUZNIA in await ann.says("a kuźnię?")
    assert KUZNIA in await ann.says("a kiedy?")


async def test_a_project_is_talked_of_no_longer_after_half_an_hour(town: Town, ann: Inhabitant) -> None:
    await ann.says("do kogo mozna zadzwonic")
    await ann.presses(PODGORZE)
    await town.pass_time(minutes=31)
    assert PODGORZE not in (await ann.says("a kiedy?")).split("[")[0]


async def test_the_card_of_a_project_is_talked_of(ann: Inhabitant) -> None:
    await ann.says("ile kosztuje lider w akcji")
    await ann.says("/projekty")
    await ann.presses(KUZNIA)
    assert KUZNIA in await ann.says("a ile to kosztuje?")
    await ann.opens("p_podgorze")
    await ann.presses("Kiedy")
    assert PODGORZE in await ann.says("a kto to finansuje?")


async def test_the_one_event_beside_an_answer_is_talked_of(town: Town, ann: Inhabitant) -> None:
    await town.plan()
    title = Localized({"pl": "Szkoła Liderów", "en": "School of Leaders", "uk": "Школа лідерів"})
    await town.plan("szkola-1", project="lider", title=title, place="Centrum Aktywności", address="Mikołów")
    await ann.opens("e_forum-1")
    assert "Najbliżej:" in await ann.says("ile osób jest w liderze")
    told = await ann.says("a gdzie?")
    assert "Centrum Aktywności" in told
    assert "Forum" not in told


async def test_an_event_named_in_a_question_is_talked_of_from_then_on(town: Town, ann: Inhabitant) -> None:
    title = Localized({"pl": "Klub rozmów sąsiedzkich", "en": "Neighbours' club", "uk": "Клуб сусідів"})
    await town.plan()
    await town.plan("klub-1", title=title, place="Świetlica")
    await ann.opens("e_forum-1")
    assert "Klub rozmów" in await ann.says("klub rozmow sasiedzkich kiedy jest")
    assert "Świetlica" in await ann.says("a gdzie?")


async def test_a_button_asks_the_question_it_stands_under(town: Town, ann: Inhabitant) -> None:
    await ann.says("kto to finansuje")
    first = town.world.chat_with(ann.person).from_bot()[-1]
    assert "O który projekt chodzi?" in await ann.says("do kogo mozna zadzwonic")
    row = [line[0]["text"] for line in buttons(first.markup)].index(LIDER)
    await ann.presses((first.id, row, 0))
    assert any("Narodowy Instytut Wolności" in message for message in ann.messages)


async def test_a_button_under_a_forgotten_question_keeps_the_project_for_the_next_one(
    town: Town, ann: Inhabitant
) -> None:
    await ann.says("do kogo mozna zadzwonic")
    await town.pass_time(minutes=31)
    assert "Napisz" in await ann.presses(PODGORZE)
    assert PODGORZE in await ann.says("a kiedy?")


async def test_after_a_list_of_projects_no_single_event_is_talked_of(town: Town, ann: Inhabitant) -> None:
    await town.plan(project="skawina")
    await ann.opens("e_forum-1")
    assert PODGORZE in await ann.says("które projekty są w krakowie?")
    assert MAM not in (await ann.says("kto to finansuje")).split("[")[0]
