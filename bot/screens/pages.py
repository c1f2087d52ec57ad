"""Lists a page at a time: the title that says which page it is, and the buttons that turn it. Pages count from 0."""

from collections.abc import Callable

from bot.screens.actions import Action
from bot.screens.screen import Button, Row
from bot.texts import Html, Translator


def page_title(words: Html, page: int, pages: int, t: Translator) -> Html:
    """The title of a list, with its page where there are several."""
    if pages <= 1:
        return words
    return t("{words}, page {page} of {pages}", words=words, page=page + 1, pages=pages)


def turning(page: int, pages: int, to: Callable[[int], Action], *, back: Html, on: Html) -> tuple[Row, ...]:
    """A row with a button to the page before and to the one after, as far as there are any; else no row."""
    before = (Button(back, to(page - 1)),) if page else ()
    after = (Button(on, to(page + 1)),) if page + 1 < pages else ()
    return ((*before, *after),) if before or after else ()
