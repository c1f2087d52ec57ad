"""Commands menus, from the narrowest scope to the widest."""

from bot.sandbox.menus import DEFAULT, Profile, Scope
from bot.sandbox.wire import JsonObject


def menu(name: str) -> list[JsonObject]:
    return [{"command": name, "description": "…"}]


def test_a_member_of_a_group_sees_the_narrowest_menu() -> None:
    profile = Profile()
    scopes: list[Scope] = [DEFAULT, ("all_group_chats", 0, 0), ("chat", -1001, 0), ("chat_member", -1001, 101)]
    for scope in scopes:
        profile.set_commands(menu(scope[0]), scope, "")
        assert profile.commands_shown(-1001, 101, "pl") == menu(scope[0])
    assert profile.commands_shown(101, 101, "pl") == menu("default")


def test_in_one_scope_the_language_comes_first_and_scopes_come_before_languages() -> None:
    profile = Profile()
    profile.set_commands(menu("wydarzenia"), DEFAULT, "pl")
    profile.set_commands(menu("events"), DEFAULT, "")
    assert profile.commands_shown(101, 101, "pl") == menu("wydarzenia")
    assert profile.commands_shown(101, 101, "uk") == menu("events")
    profile.set_commands(menu("narrow"), ("all_private_chats", 0, 0), "")
    assert profile.commands_shown(101, 101, "pl") == menu("narrow")


def test_words_in_a_language_fall_back_to_everybodys() -> None:
    profile = Profile()
    profile.set_about("description", "Hello", "")
    profile.set_about("description", "Cześć", "pl")
    assert profile.about("description", "pl") == "Cześć"
    assert profile.about("description", "uk") == "Hello"
    assert profile.commands_shown(101, 101, "pl") == []
