"""What a newcomer can live through on the page."""

import pytest
from icalendar import Calendar
from playwright.async_api import Browser, expect

from . import opened
from .opened import ANNA, BEN, ENGLISH, OKSANA, POLISH, Visitor

FORUM = "Forum Dialogu Dzielnicowego"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
ASKED_MEANWHILE = """async () => {
    const statuses = [];
    let over = false;
    const restart = fetch("/api/restart", { method: "POST" }).then(({ status }) => statuses.push(status));
    restart.finally(() => { over = true; });
    while (!over) statuses.push((await fetch("/api/state")).status);
    return statuses;
}"""
"""What the sandbox says to a page that asks again and again while the bot restarts."""
MEETING = "Kawa w Miejscu Aktywności Mieszkańców"


async def test_anna_asks_about_a_meeting(visitor: Visitor) -> None:
    await visitor.says("kiedy jest spotkanie na kozlowce", "10 maja 2022")
    await expect(visitor.newest).to_contain_text("Na Kozłówce")


async def test_anna_asks_what_a_project_costs(visitor: Visitor) -> None:
    await visitor.says("jaki jest budżet Lider w akcji!", "188 240")


async def test_anna_takes_the_last_seat_gives_it_up_and_ben_gets_it(visitor: Visitor) -> None:
    await visitor.signs_up(FORUM, POLISH, "Gotowe, masz miejsce!")
    await visitor.becomes(BEN)
    await visitor.signs_up("District Dialogue Forum", ENGLISH, "You are number 1 on the waiting list")
    await visitor.becomes(ANNA)
    await visitor.waits_for("Widzimy się?")
    await expect(visitor.page.locator(".date-line").last).to_contain_text("dziś, ")
    await visitor.presses("Nie dam rady", "Miejsce jest teraz wolne")
    await expect(visitor.place(f"person-{BEN}").locator(".badge")).to_be_visible()
    await visitor.becomes(BEN)
    await expect(visitor.place("messages")).to_contain_text("A seat became free!")
    await visitor.place("messages").get_by_role("button", name="Take the seat").last.click()
    await expect(visitor.place("messages")).to_contain_text("The seat is yours!")
    await expect(visitor.place("messages").get_by_role("link", name="forum-1.ics")).to_be_visible()


async def test_the_summary_shows_the_answers_and_the_calendar_file_downloads(visitor: Visitor) -> None:
    await visitor.signs_up(FORUM, POLISH, "Gotowe, masz miejsce!")
    async with visitor.page.expect_download() as waiting:
        await visitor.place("messages").get_by_role("link", name="forum-1.ics").click()
    path = await (await waiting.value).path()
    (entry,) = Calendar.from_ical(path.read_text(encoding="utf-8")).walk("VEVENT")
    assert FORUM in str(entry["SUMMARY"])


async def test_a_restart_of_the_bot_keeps_the_conversation(visitor: Visitor) -> None:
    await visitor.finds(FORUM, POLISH)
    await visitor.presses("Zapisz się", "Krok 1 ")
    await visitor.presses("Rozumiem, dalej", "Krok 2 ")
    await visitor.place("restart").click()
    await expect(visitor.place("toast")).to_contain_text("Bot działa od nowa")
    await visitor.says("Anna Maria Kowalska", "Krok 3 ")
    await visitor.page.reload()
    await visitor.presses("Pomiń", "Krok 4 ")


async def test_what_was_today_is_yesterday_when_the_clock_has_moved(visitor: Visitor) -> None:
    await visitor.says("/start", "Dzień dobry")
    day = visitor.page.locator(".date-line")
    await expect(day).to_contain_text("dziś, ")
    await visitor.place("clock-day").click()
    await expect(day).to_contain_text("wczoraj, ")


async def test_the_bot_can_be_blocked_and_let_in_again(visitor: Visitor) -> None:
    await visitor.says("/start", "Dzień dobry")
    await visitor.place("block").click()
    await expect(visitor.place("composer")).to_be_disabled()
    await visitor.place("block").click()
    await visitor.says("/pomoc", "Co można tu zrobić")


async def test_everything_can_be_done_by_keyboard(visitor: Visitor) -> None:
    keys = visitor.page.keyboard
    await visitor.place("composer").focus()
    await keys.type("/wydarzenia")
    await keys.press("Enter")
    await visitor.reads(MEETING)
    await expect(visitor.place("composer")).to_be_focused()
    await visitor.newest.get_by_role("button", name=MEETING).focus()
    await keys.press("Enter")
    await expect(visitor.button("Zapisz się")).to_be_visible()
    await visitor.button("Zapisz się").focus()
    await keys.press("Space")
    await visitor.reads("Krok 1 ")
    await visitor.place("commands").focus()
    await keys.press("Enter")
    await expect(visitor.page.locator(".command").first).to_be_focused()
    await keys.press("Escape")
    await expect(visitor.place("composer")).to_be_focused()
    await visitor.place(f"person-{OKSANA}").focus()
    await keys.press("Enter")
    await expect(visitor.place(f"person-{OKSANA}")).to_have_attribute("aria-current", "true")


@pytest.mark.parametrize("width", [360, 1280])
async def test_nothing_is_wider_than_the_screen(chromium: Browser, address: str, width: int) -> None:
    visitor = Visitor(await opened.open_page(chromium, address, (width, 740)))
    for words, answer in (("/start", "Dzień dobry"), ("/wydarzenia", MEETING), ("/projekty", "Lider w akcji!")):
        await visitor.says(words, answer)
        assert await visitor.page.evaluate(TOO_WIDE) == 0, words


async def test_on_a_phone_people_and_clock_are_in_drawers(chromium: Browser, address: str) -> None:
    visitor = Visitor(await opened.open_page(chromium, address, (360, 740)))
    await visitor.place("people-open").click()
    await visitor.becomes(OKSANA)
    await visitor.says("/start", "Fundacja Przykładowa")
    await visitor.place("tools-open").click()
    await visitor.place("clock-hour").click()
    await visitor.page.keyboard.press("Escape")
    await expect(visitor.place("tools-open")).to_be_focused()


async def test_the_page_speaks_english_to_a_browser_that_does(chromium: Browser, address: str) -> None:
    visitor = Visitor(await opened.open_page(chromium, address, language="en"))
    await expect(visitor.place("send")).to_contain_text("Send")
    await visitor.page.get_by_test_id("language").select_option("pl")
    await expect(visitor.place("send")).to_contain_text("Wyślij")


async def test_the_page_can_be_asked_while_the_bot_restarts(chromium: Browser, address: str) -> None:
    visitor = Visitor(await opened.open_page(chromium, address))
    statuses = await visitor.page.evaluate(ASKED_MEANWHILE)
    assert set(statuses) == {200}
