"""What Telegram takes and people can go on from, asked of every screen there is."""

from collections.abc import Callable, Iterable
from html import unescape

from bot.sandbox.markup import parse_html
from bot.sandbox.utf16 import units
from bot.screens.screen import Button, Screen
from bot.texts import Translator

Gallery = Callable[[Translator], Iterable[Screen]]
"""Makes screens in a language."""

LONGEST_MESSAGE = 4096
"""UTF-16 units of a text once its HTML is parsed."""
MOST_BUTTONS = 100
LONGEST_LABEL = 64
"""Characters that people can read on a button; Telegram would take more."""
LONGEST_DATA = 64
"""Bytes of callback data."""


def fits(screen: Screen, longest_label: int = LONGEST_LABEL) -> None:
    """The text parses, is filled in and short enough; every button has words and something it does."""
    text, _ = parse_html(screen.text)
    assert text.strip() or screen.pin
    assert units(text) <= LONGEST_MESSAGE, text
    assert "{" not in text, text
    assert sum(len(row) for row in screen.rows) <= MOST_BUTTONS
    for button in (button for row in screen.rows for button in row):
        _can_be_pressed(button, longest_label)
    assert not (screen.rows and (screen.keyboard or screen.clears_keyboard))


def _can_be_pressed(button: Button, longest_label: int) -> None:
    assert 0 < len(unescape(button.label)) <= longest_label, button.label
    assert button.url or button.action, button.label
    if button.action:
        assert len(button.action.pack().encode()) <= LONGEST_DATA, button.action


def leads_on(screen: Screen) -> None:
    """It fits, says something and has a button: nobody is left without a next step."""
    fits(screen)
    assert screen.text.strip()
    assert screen.rows, screen.text
