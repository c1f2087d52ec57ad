"""Handlers in tables."""

import pytest

import handlers
from bot.chat.commands import BY_ALIAS, COMMANDS
from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.screens import actions
from bot.screens.actions import unpack
from bot.screens.events import EventCard, EventList


async def nothing(_ctx: Context, _words: str) -> Reply:
    """A handler."""
    return None


def test_two_handlers_for_the_same_thing_are_a_mistake() -> None:
    one, other = Routes(), Routes()
    one.command("start")(nothing)
    other.command("start")(nothing)
    with pytest.raises(ValueError, match="two handlers"):
        one.include(other)


def test_every_command_and_every_button_has_a_handler() -> None:
    routes = handlers.all_routes()
    assert {command.name for command in COMMANDS} == routes.commands.keys()
    assert set(actions.known().values()) == routes.presses.keys()
    assert set(BY_ALIAS.values()) == routes.commands.keys()


def test_a_button_survives_the_way_to_telegram_and_back() -> None:
    assert unpack(EventList(2, "week", "mam").pack()) == EventList(2, "week", "mam")


@pytest.mark.parametrize("data", ["", "1", "1|zz|5", "0|ev|5", "1|ev|", "1|ev|x", "1|ev|5|6", "1|ev"])
def test_forged_data_is_no_button(data: str) -> None:
    assert unpack(data) is None


def test_a_button_that_telegram_would_refuse_is_never_made() -> None:
    with pytest.raises(ValueError, match="64"):
        EventList(0, "all", "ż" * 40).pack()
    with pytest.raises(ValueError, match="separator"):
        EventList(0, "all", "a|b").pack()


def test_every_action_with_long_values_fits_into_64_bytes() -> None:
    assert len(EventCard(10**12).pack().encode()) <= 64
