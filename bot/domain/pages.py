"""Lists that are shown a page at a time."""


def find_page(number: int, count: int, size: int) -> tuple[int, int]:
    """The page that is shown where page ``number`` is asked for, and how many there are; pages count from 0.

    A page that does not exist, or no longer, becomes the nearest one; a list of nothing has one page.
    """
    pages = max(1, -(-count // size))
    return min(max(number, 0), pages - 1), pages
