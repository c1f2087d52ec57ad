"""People who type what they could press, leave in the middle, and come back much later."""

import pytest

from bot.domain.events import Group
from bot.domain.localized import polish
from bot.domain.people import Grant, Role
from bot.domain.signups import State

from ..town import Inhabitant, Town
from .test_resident import state_of

PHONE = "· Telefon"


async def comes_to_the_phone(ann: Inhabitant, code: str = "forum-1") -> str:
    """Begin to sign up, as far as the question with a keyboard of its own."""
    await ann.opens(f"z_{code}")
    await ann.presses("Rozumiem")
    return await ann.says("Anna Kowalska")


async def comes_to_the_summary(ann: Inhabitant, needs: str = "Nic") -> str:
    """Answer everything with as little as possible."""
    await comes_to_the_phone(ann)
    return await ann.presses("Pomiń", "Pomiń", needs, "Nie")


def has_keyboard(town: Town, who: Inhabitant) -> bool:
    """Whether there are buttons in place of the letters."""
    return town.world.chat_with(who.person).keyboard is not None


class TestTheKeyboardOfThePhone:
    async def test_goes_when_another_sign_up_begins(self, town: Town, ann: Inhabitant) -> None:
        await town.plan("a")
        await town.plan("b")
        assert PHONE in await comes_to_the_phone(ann, "a")
        seen = await ann.opens("z_b")
        assert "Krok 1" in seen
        assert not has_keyboard(town, ann)

    async def test_goes_when_a_button_begins_another_one(self, town: Town, ann: Inhabitant) -> None:
        await town.plan("a")
        await town.plan("b")
        await comes_to_the_phone(ann, "a")
        await ann.opens("e_b")
        await ann.presses("Zapisz się")
        assert not has_keyboard(town, ann)

    async def test_goes_with_the_greeting(self, town: Town, ann: Inhabitant) -> None:
        await town.plan()
        await comes_to_the_phone(ann)
        await ann.says("/start")
        assert not has_keyboard(town, ann)

    async def test_stays_for_a_question(self, town: Town, ann: Inhabitant) -> None:
        await town.plan()
        await comes_to_the_phone(ann)
        await ann.says("/wydarzenia")
        assert has_keyboard(town, ann)


class TestWordsInPlaceOfAButton:
    @pytest.mark.parametrize("words", ["pomin", "Pomiń", "nie mam telefonu", "skip"])
    async def test_leave_the_phone_open(self, town: Town, ann: Inhabitant, words: str) -> None:
        await town.plan()
        await comes_to_the_phone(ann)
        assert "Krok 4 z 7" in await ann.says(words)

    async def test_leave_the_gmina_open(self, town: Town, ann: Inhabitant) -> None:
        await town.plan()
        await comes_to_the_phone(ann)
        await ann.says("pomin")
        assert "Krok 5 z 7" in await ann.says("pomin")
        await ann.says("nic nie potrzebuje")
        assert "Gmina: nie podano" in await ann.says("nie")

    @pytest.mark.parametrize("words", ["tak", "rozumiem, dalej", "Rozumiem"])
    async def test_confirm_the_notice(self, town: Town, ann: Inhabitant, words: str) -> None:
        await town.plan()
        await ann.opens("z_forum-1")
        assert "Krok 2 z 7" in await ann.says(words)

    @pytest.mark.parametrize("words", ["przerwij", "Rezygnuję", "anuluj"])
    async def test_stop(self, town: Town, ann: Inhabitant, words: str) -> None:
        await town.plan(companions=2, asks_organisation=True)
        await comes_to_the_phone(ann)
        await ann.presses("Pomiń", "Pomiń")
        assert "[Wznów]" in await ann.says(words)

    async def test_are_not_announced_either(self, town: Town) -> None:
        ola = await town.member("Ola Animator", Grant(Role.ANIMATOR))
        await ola.says("/ogloszenie")
        await ola.presses("Nowe ogłoszenie", "Wyślij treść")
        assert "[Wznów]" in await ola.says("przerwij")

    async def test_lead_where_the_main_buttons_lead(self, town: Town, ann: Inhabitant) -> None:
        await town.plan(asks_organisation=True)
        await comes_to_the_phone(ann)
        await ann.presses("Pomiń", "Pomiń")
        assert "Co można tu zrobić" in await ann.says("pomoc")
        assert "zapisów" in await ann.says("moje zapisy")
        assert "Reprezentuję siebie" in await ann.presses("Dokończ")

    async def test_choose_a_group_without_diacritics(self, town: Town, ann: Inhabitant) -> None:
        groups = (Group(0, polish("Gmina Piastów"), 2, 0), Group(0, polish("Gmina Michałowice"), 2, 0))
        await town.plan(groups=groups)
        await comes_to_the_phone(ann)
        await ann.presses("Pomiń", "Pomiń")
        assert "Krok 5 z 8" in await ann.says("gmina")
        assert "Krok 6 z 8" in await ann.says("gmina piastow")

    async def test_count_companions(self, town: Town, ann: Inhabitant) -> None:
        await town.plan(companions=2)
        await comes_to_the_phone(ann)
        await ann.presses("Pomiń", "Pomiń")
        assert "Kto przyjdzie z Tobą" in await ann.says("dwie osoby")

    async def test_a_phone_without_digits_says_what_to_do(self, town: Town, ann: Inhabitant) -> None:
        await town.plan()
        await comes_to_the_phone(ann)
        seen = await ann.says("jutro podam")
        assert "albo naciśnij „Pomiń”" in seen
        assert "cyfr" not in seen


class TestNeeds:
    async def test_nothing_is_not_noted_as_a_need(self, town: Town, ann: Inhabitant) -> None:
        await town.plan()
        await comes_to_the_phone(ann)
        await ann.presses("Pomiń", "Pomiń")
        assert "Zgoda na zapisanie potrzeb" not in await ann.says("nie trzeba")

    async def test_without_consent_the_summary_says_that_they_are_not_kept(self, town: Town, ann: Inhabitant) -> None:
        await town.plan()
        await comes_to_the_phone(ann)
        await ann.presses("Pomiń", "Pomiń")
        await ann.says("Ola i Jaś")
        summary = await ann.presses("Nie", "Nie")
        assert "Twoje potrzeby: nie zapiszemy (bez zgody)" in summary
        assert "Ola i Jaś" not in summary
        assert "Zgoda na zapisanie potrzeb: nie" in summary
        assert "Dane na następny raz: nie zapamiętamy" in summary


class TestAskingInTheMiddle:
    async def test_the_words_after_the_invitation_are_a_question(self, town: Town, ann: Inhabitant) -> None:
        await town.plan()
        await ann.opens("z_forum-1")
        await ann.presses("Rozumiem")
        await ann.says("/pytanie")
        await town.down()
        await town.up()
        assert "Krok 2 z 7" in await ann.says("kto finansuje te wizyte")
        assert "Krok 3 z 7" in await ann.says("Anna Kowalska")

    async def test_the_invitation_ends_after_half_an_hour(self, town: Town, ann: Inhabitant) -> None:
        await town.plan()
        await ann.opens("z_forum-1")
        await ann.presses("Rozumiem")
        await ann.says("/pytanie")
        await town.pass_time(minutes=31)
        assert "Krok 3 z 7" in await ann.says("Anna Kowalska")

    async def test_the_invitation_ends_with_an_answer(self, town: Town, ann: Inhabitant) -> None:
        await town.plan()
        await ann.opens("z_forum-1")
        await ann.says("/pytanie")
        chat = town.world.chat_with(ann.person)
        notice = next(one for one in chat.from_bot() if "Krok 1" in one.text)
        await ann.presses((notice.id, 0, 0))
        assert "Krok 3 z 7" in await ann.says("Anna Kowalska")

    async def test_after_a_day_words_are_no_answer(self, town: Town, ann: Inhabitant) -> None:
        await town.plan(starts_at=town.clock.now().replace(year=2027))
        await comes_to_the_phone(ann)
        await town.pass_time(days=20)
        seen = await ann.says("dzień dobry")
        assert "Zapis na „Forum Dialogu” jest niedokończony. Dokończyć go?" in seen
        assert not has_keyboard(town, ann)
        assert "niedokończony" not in await ann.says("dzień dobry")
        assert "Krok 3 z 7" in await ann.presses("Wznów")


class TestAtTheSummary:
    @pytest.mark.parametrize("words", ["tak", "zapisz mnie", "Zapisz"])
    async def test_a_plain_yes_signs_up(self, town: Town, ann: Inhabitant, words: str) -> None:
        await town.plan()
        await comes_to_the_summary(ann)
        await ann.says(words)
        assert await state_of(town, ann) is State.CONFIRMED

    @pytest.mark.parametrize("words", ["zmien telefon", "telefon"])
    async def test_what_to_change_may_be_named(self, town: Town, ann: Inhabitant, words: str) -> None:
        await town.plan()
        await comes_to_the_summary(ann)
        assert PHONE in await ann.says(words)

    async def test_other_words_are_told_what_to_press_and_then_of_a_person(self, town: Town, ann: Inhabitant) -> None:
        await town.plan()
        await comes_to_the_summary(ann)
        seen = await ann.says("tak sobie myślę")
        assert "Jeśli wszystko się zgadza, naciśnij „Zapisz mnie”" in seen
        assert "Chętnie pomoże człowiek" not in seen
        assert "pomoże" in await ann.says("nie rozumiem")
        assert await state_of(town, ann) is None

    async def test_a_wish_is_granted_and_the_summary_stays(self, town: Town, ann: Inhabitant) -> None:
        await town.plan()
        await comes_to_the_summary(ann)
        seen = await ann.says("chcę rozmawiać z człowiekiem")
        assert "są ludzie, którzy chętnie odpowiedzą" in seen
        assert "[Zapisz mnie]" in seen


class TestSeveralAtOnce:
    async def test_a_sign_up_left_for_another_one_is_kept(self, town: Town, ann: Inhabitant) -> None:
        await town.plan("a")
        await town.plan("b")
        await comes_to_the_phone(ann, "a")
        await ann.says("600 100 200")
        await ann.opens("z_b")
        assert "Krok 4 z 7" in await ann.opens("z_a")

    async def test_it_can_be_gone_on_with_when_the_other_one_ends(self, town: Town, ann: Inhabitant) -> None:
        await town.plan("a")
        await town.plan("b")
        await comes_to_the_phone(ann, "a")
        await ann.says("600 100 200")
        await ann.opens("z_b")
        await ann.says("Anna Kowalska")
        await ann.says("Pomiń")
        await ann.presses("Pomiń", "Nic", "Nie", "Zapisz mnie")
        assert await state_of(town, ann, "b") is State.CONFIRMED
        assert "[Dokończ" in await ann.says("/moje")
        assert "Krok 4 z 7" in await ann.presses("Dokończ")


class TestLeavingAChange:
    async def begins(self, town: Town, ann: Inhabitant) -> str:
        """Change the answers of a seat."""
        await ann.signs_up(await town.plan())
        await ann.says("/moje")
        await ann.presses("Forum Dialogu")
        return await ann.presses("Zmień odpowiedzi")

    async def test_goes_back_to_the_place(self, town: Town, ann: Inhabitant) -> None:
        assert "Sprawdź" in await self.begins(town, ann)
        seen = await ann.presses("Wróć")
        assert "Nic się nie zmieniło." in seen
        assert "[Zmień odpowiedzi]" in seen

    async def test_frightens_nobody(self, town: Town, ann: Inhabitant) -> None:
        await self.begins(town, ann)
        stopped = await ann.presses("Przerwij")
        assert "Twój zapis zostaje" in stopped
        assert "Usuń" not in stopped
        assert "Nic się nie zmieniło." in await ann.presses("Zostaw, jak było")
        assert await state_of(town, ann) is State.CONFIRMED
