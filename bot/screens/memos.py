"""What the bot says by itself that is not about the reader's own sign-up: to the team, and to one person alone."""

from collections.abc import Callable
from datetime import datetime

from bot.domain.notices import Notice
from bot.screens.screen import Screen
from bot.services.notices import Memo
from bot.texts import Translator

Wording = Callable[[Memo, Translator, datetime], Screen]

_worded: dict[type[Notice], Wording] = {}


def words(notice: type[Notice]) -> Callable[[Wording], Wording]:
    """Make a function the wording of a notice."""

    def register(wording: Wording) -> Wording:
        _worded[notice] = wording
        return wording

    return register


def memo_screen(memo: Memo, t: Translator, now: datetime) -> Screen:
    """The message for a notice, in the reader's language."""
    return _worded[type(memo.letter.notice)](memo, t, now)


def is_worded(notice: type[Notice]) -> bool:
    """Whether ``memo_screen`` knows this notice; a law test asks for all of them."""
    return notice in _worded
