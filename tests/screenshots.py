"""The pictures of the README, taken anew from the sandbox: ``python -m tests.screenshots``."""

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser import opened
from tests.browser.opened import DESK, POLISH, Visitor

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
PHONE = (390, 844)
FORUM = "Forum Dialogu Dzielnicowego"

STILL = "*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent; }"
"""Nothing moves while a picture is taken."""

Scene = Callable[[Visitor], Awaitable[None]]


async def desk(visitor: Visitor) -> None:
    """What one finds after opening the page and looking around."""
    await visitor.says("/start", "Dzień dobry")


async def answer(visitor: Visitor) -> None:
    """A question in one's own words."""
    await hide_hints(visitor)
    await visitor.says("kiedy jest spotkanie na kozlowce", "10 maja 2022")


async def phone(visitor: Visitor) -> None:
    """The card of an event on a small screen."""
    await hide_hints(visitor)
    await visitor.finds(FORUM, POLISH)


async def signup(visitor: Visitor) -> None:
    """The summary was right: a seat, and the calendar file."""
    await hide_hints(visitor)
    await visitor.signs_up(FORUM, POLISH, "Gotowe, masz miejsce!")
    await expect(visitor.place("messages").get_by_role("link", name="forum-1.ics")).to_be_visible()


async def reminder(visitor: Visitor) -> None:
    """A week before, the bot asks."""
    await signup(visitor)
    await visitor.waits_for("Widzimy się?")


async def hide_hints(visitor: Visitor) -> None:
    """What helps a newcomer is in the way of a conversation."""
    await visitor.place("hide-hints").click()


SCENES: tuple[tuple[Scene, tuple[int, int]], ...] = (
    (desk, DESK),
    (answer, DESK),
    (phone, PHONE),
    (signup, PHONE),
    (reminder, DESK),
)


async def take(chromium: Browser, scene: Scene, size: tuple[int, int]) -> Path:
    """One picture, of a sandbox of its own."""
    path = PICTURES / f"{scene.__name__}.png"
    with tempfile.TemporaryDirectory(prefix="mam-bot-") as folder:
        async with opened.sandbox(Path(folder)) as address:
            visitor = Visitor(await opened.open_page(chromium, address, size))
            await scene(visitor)
            await visitor.page.mouse.move(0, 0)
            await visitor.place("send").evaluate("() => document.activeElement.blur()")
            await visitor.page.screenshot(path=path, style=STILL)
            await visitor.page.close()
    return path


async def main() -> int:
    """All pictures; gives the exit code."""
    if opened.found() is None:
        sys.stderr.write("No Chromium is found: install it (Debian: apt install chromium).\n")
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with opened.browser() as chromium:
        for scene, size in SCENES:
            sys.stdout.write(f"{await take(chromium, scene, size)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
