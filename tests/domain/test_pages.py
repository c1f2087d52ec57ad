"""Lists a page at a time."""

import pytest

from bot.domain.pages import find_page


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (8, 1), (9, 2), (16, 2), (17, 3)])
def test_the_last_page_may_be_half_full_and_nothing_is_a_page_too(count: int, pages: int) -> None:
    assert find_page(0, count, 8) == (0, pages)


@pytest.mark.parametrize(("asked", "shown"), [(-1, 0), (0, 0), (1, 1), (2, 2), (3, 2), (10**9, 2)])
def test_a_page_that_is_not_there_becomes_the_nearest(asked: int, shown: int) -> None:
    assert find_page(asked, 20, 8) == (shown, 3)
