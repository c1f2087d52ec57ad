"""What the bot says by itself that is not about the reader's own sign-up: to the team, and to one person alone."""

from datetime import datetime

from bot.screens.notice_wordings import NoticeWordings
from bot.screens.screen import Screen
from bot.services.notices import Memo
from bot.texts import Translator

_wordings = NoticeWordings[[Memo, Translator, datetime]]()
words, is_worded = _wordings.words, _wordings.has


def memo_screen(memo: Memo, t: Translator, now: datetime) -> Screen:
    """The message for a notice, in the reader's language."""
    return _wordings.screen(memo.letter.notice, memo, t, now)
