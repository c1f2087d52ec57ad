"""A sandbox started as a user starts it, a browser, and somebody in front of it."""

import asyncio
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, async_playwright, expect

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ANNA, BEN, OKSANA, MAREK = 101, 102, 103, 104
DESK = (1280, 800)
PATIENCE = 30
"""Seconds a busy machine may take for anything."""

expect.set_options(timeout=PATIENCE * 1000)


def found() -> str | None:
    """Where a Chromium is."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def is_required() -> bool:
    """Whether a missing Chromium is a mistake."""
    return os.environ.get("MAM_BROWSER") == "required"


@asynccontextmanager
async def sandbox(folder: Path) -> AsyncIterator[str]:
    """``python -m bot sandbox`` at a free port; gives the address that it prints."""
    log = folder / "sandbox.log"
    with log.open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "sandbox", "--port", "0"),
            cwd=folder,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
        )
    assert process.stdout is not None
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
        address = re.search(r"http://\S+", line)
        assert address, log.read_text(encoding="utf-8")
        yield address[0]
    finally:
        process.terminate()
        await process.communicate()


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium, without a window."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=found(), args=ARGUMENTS)
        try:
            yield chromium
        finally:
            await chromium.close()


async def open_page(chromium: Browser, address: str, size: tuple[int, int] = DESK, *, language: str = "pl") -> Page:
    """A page of somebody whose browser speaks ``language``; a script that fails fails the test."""
    width, height = size
    page = await chromium.new_page(
        viewport={"width": width, "height": height}, locale=language, timezone_id="Europe/Warsaw"
    )
    page.on("pageerror", _fail)
    await page.goto(address)
    await expect(page.get_by_test_id(f"person-{ANNA}")).to_have_attribute("aria-current", "true")
    return page


def _fail(error: object) -> None:
    raise AssertionError(error)


class Visitor:
    """Somebody in front of the page, who is one person of the sandbox after another."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def newest(self) -> Locator:
        """The newest words of the bot, with the buttons below them."""
        words = self.page.locator(".message.bot", has=self.page.locator(".words"))
        return words.last

    def place(self, name: str) -> Locator:
        """A part of the page by its test id."""
        return self.page.get_by_test_id(name)

    async def becomes(self, person: int) -> None:
        """Choose whom to be."""
        chosen = self.place(f"person-{person}")
        await chosen.click()
        await expect(chosen).to_have_attribute("aria-current", "true")

    async def says(self, words: str, answer: str) -> None:
        """Write, and wait for an answer with these words."""
        await self.place("composer").fill(words)
        await self.place("send").click()
        await self.reads(answer)

    async def presses(self, label: str, answer: str) -> None:
        """Press a button under the newest message, or of the keyboard below, and wait for these words."""
        await self.button(label).click()
        await self.reads(answer)

    def button(self, label: str) -> Locator:
        """A button under the newest message, or of the keyboard in place of letters."""
        here = self.newest.get_by_role("button", name=label, exact=True)
        return here.or_(self.place("reply-keyboard").get_by_role("button", name=label, exact=True)).first

    async def reads(self, words: str) -> None:
        """Wait until the newest message holds these words."""
        await expect(self.newest).to_contain_text(words)

    async def waits_for(self, words: str) -> None:
        """Put the clock forward from one thing to the next until these words come: others may be told of more."""
        for _ in range(4):
            await self.place("clock-next").click()
            with suppress(AssertionError):
                await expect(self.newest).to_contain_text(words, timeout=5000)
                return
        await self.reads(words)

    async def finds(self, event: str, labels: "Labels") -> None:
        """Open the card of an event that is on the second page of the list."""
        await self.says("/wydarzenia", "1. ")
        await self.presses(labels.later, event)
        await self.newest.get_by_role("button", name=event).click()
        await expect(self.newest.locator(".words b").first).to_contain_text(event)

    async def signs_up(self, event: str, labels: "Labels", confirmation: str) -> None:
        """From the list of events to the confirmation, with as little as possible."""
        await self.finds(event, labels)
        await self.presses_one_of(labels.sign_up)
        await self.reads(labels.step(1))
        await self.presses(labels.understood, labels.step(2))
        await self.newest.locator(".key").first.click()
        await self.reads(labels.step(3))
        for number in (4, 5, 6):
            await self.presses(labels.skip, labels.step(number))
        await self.presses(labels.nothing, labels.step(7))
        await self.presses(labels.no, labels.step(8))
        await self.presses(labels.commit, confirmation)

    async def presses_one_of(self, labels: tuple[str, ...]) -> None:
        """Press whichever of these is there."""
        buttons = [self.newest.get_by_role("button", name=label, exact=True) for label in labels]
        first, *others = buttons
        for other in others:
            first = first.or_(other)
        await first.click()


class Labels:
    """What the buttons of a sign-up are called in one language."""

    def __init__(self, *, sign_up: tuple[str, ...], step: str, words: tuple[str, str, str, str, str, str]) -> None:
        self.sign_up = sign_up
        self._step = step
        self.later, self.understood, self.skip, self.nothing, self.no, self.commit = words

    def step(self, number: int) -> str:
        """How the title of a step begins."""
        return f"{self._step} {number} "


POLISH = Labels(
    sign_up=("Zapisz się", "Czekam na miejsce"),
    step="Krok",
    words=("Później", "Rozumiem, dalej", "Pomiń", "Nic nie potrzebuję", "Nie", "Zapisz mnie"),
)
ENGLISH = Labels(
    sign_up=("Sign up", "Join the waiting list"),
    step="Step",
    words=("Later", "I understand, go on", "Skip", "I need nothing", "No", "Sign me up"),
)
