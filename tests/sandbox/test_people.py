"""People and the bot as Telegram shows them."""

from bot.sandbox.people import BotAccount, Person


def test_a_person_without_a_last_name_has_none() -> None:
    ann = Person(101, "Anna")
    assert ann.name == "Anna"
    assert ann.as_json() == {"id": 101, "is_bot": False, "first_name": "Anna", "language_code": "pl"}


def test_the_role_and_the_number_stay_in_the_sandbox() -> None:
    user = Person(101, "Anna", "Nowak", phone="48600100200", role="coordinator").as_json()
    assert "48600100200" not in user.values()
    assert "coordinator" not in user.values()


def test_only_the_bot_hears_what_it_may_do() -> None:
    bot = BotAccount(7, "MAM", "mam_bot")
    assert "can_join_groups" not in bot.as_json()
    assert bot.about_itself()["can_read_all_group_messages"] is False
