"""The page's endpoints: what people see, and what they do."""

from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

import aiohttp
import pytest

from bot.sandbox.files import UPLOAD_LIMIT
from bot.sandbox.people import Person
from bot.sandbox.wire import Json, JsonObject
from bot.sandbox.world import World

from .calls import CALENDAR, PIXEL, Around, as_object, done, inline, keys, news, sent


@dataclass
class Page:
    """The page in front of one person."""

    browser: aiohttp.ClientSession
    person: Person

    async def act(self, what: str, status: int = 200, **body: Json) -> JsonObject:
        async with self.browser.post(f"/api/people/{self.person.id}/{what}", json=body) as answer:
            assert answer.status == status, await answer.text()
            return as_object(await answer.json())

    async def chat(self, after: int = 0) -> JsonObject:
        async with self.browser.get(f"/api/people/{self.person.id}/messages?after={after}") as answer:
            return as_object(await answer.json())

    async def state(self) -> JsonObject:
        async with self.browser.get("/api/state") as answer:
            return as_object(await answer.json())


@pytest.fixture
def page(browser: aiohttp.ClientSession, ann: Person) -> Page:
    return Page(browser, ann)


async def test_the_state_names_time_people_and_bot(page: Page, around: Around, world: World) -> None:
    around.due = around.clock() + timedelta(hours=1)
    await done(world, "setMyCommands", commands=[{"command": "moje", "description": "Zapisy"}])
    await done(world, "sendMessage", chat_id=page.person.id, text="Dzień dobry")
    state = await page.state()
    assert state["now"] == "2026-12-01T17:00:00"
    assert state["now_utc"] == "2026-12-01T16:00:00+00:00"
    assert state["next_due"] == "2026-12-01T18:00:00"
    assert state["zone"] == "Europe/Warsaw"
    assert state["bot"] == {"name": "MAM", "username": "mam_bot"}
    assert state["commands"] == {str(page.person.id): [{"command": "moje", "description": "Zapisy"}]}
    ann: JsonObject = {"id": page.person.id, "name": "Anna Nowak", "role": "", "language": "pl"}
    assert state["people"] == [{**ann, "blocked": False, "unread": 1}]


async def test_looking_at_a_chat_reads_it(page: Page, world: World) -> None:
    await done(world, "sendMessage", chat_id=page.person.id, text="Dzień dobry")
    await page.chat()
    assert world.chat_with(page.person).unread() == 0


async def test_only_what_changed_is_sent_again(page: Page, world: World) -> None:
    message = await sent(world, "sendMessage", chat_id=page.person.id, text="Krok 1", reply_markup=inline("Dalej"))
    first = await page.chat()
    assert isinstance(first["seq"], int)
    assert (await page.chat(first["seq"]))["messages"] == []
    await done(world, "editMessageText", chat_id=page.person.id, message_id=message.message_id, text="Krok 2")
    (changed,) = messages(await page.chat(first["seq"]))
    assert (changed["id"], changed["html"], changed["edited"]) == (message.message_id, "Krok 2", True)
    await done(world, "deleteMessage", chat_id=page.person.id, message_id=message.message_id)
    (gone,) = messages(await page.chat(first["seq"]))
    assert gone["deleted"] is True
    assert len(messages(await page.chat())) == 1


def messages(view: JsonObject) -> list[JsonObject]:
    shown = view["messages"]
    assert isinstance(shown, list)
    return shown


async def test_words_buttons_and_toasts(page: Page, world: World) -> None:
    await page.act("say", text="Kiedy jest forum?")
    await done(world, "sendMessage", chat_id=page.person.id, text="Jutro", reply_markup=inline("Zapisz się"))
    shown = messages(await page.chat())[-1]
    assert shown["keyboard"] == [[{"text": "Zapisz się", "data": True, "url": None}]]
    await page.act("press", message_id=shown["id"], row=0, column=0)
    said, pressed = news(world)
    assert said.message is not None
    assert pressed.callback_query is not None
    await done(world, "answerCallbackQuery", callback_query_id=pressed.callback_query.id, text="Masz miejsce")
    toasts = (await page.chat())["toasts"]
    assert isinstance(toasts, list)
    assert [(toast["text"], toast["alert"]) for toast in toasts] == [("Masz miejsce", False)]
    assert (await page.chat())["toasts"] == []


async def test_the_reply_keyboard_stands_by_the_chat(page: Page, world: World) -> None:
    markup: JsonObject = {"keyboard": [[{"text": "Mój numer", "request_contact": True}], [{"text": "Pomiń"}]]}
    await done(world, "sendMessage", chat_id=page.person.id, text="Telefon?", reply_markup=markup)
    view = await page.chat()
    assert view["reply_keyboard"] == [
        [{"text": "Mój numer", "contact": True}],
        [{"text": "Pomiń", "contact": False}],
    ]
    await page.act("reply-button", text="Mój numer", contact=True)
    assert messages(await page.chat())[-1]["text"] == f"Anna Nowak, {page.person.phone}"
    await page.act("reply-button", 409, text="Gmina")


async def test_people_share_all_sorts_of_things(page: Page, world: World) -> None:
    await page.act("contact")
    await page.act("location", latitude=50.02, longitude=19.98)
    await page.act("sticker")
    await page.act("open", payload="e_forum-1")
    kinds = [(message["kind"], message["html"]) for message in messages(await page.chat())]
    assert kinds[1:] == [
        ("contact", f"Anna Nowak, {page.person.phone}"),
        ("location", ""),
        ("sticker", "👋"),
        ("text", "/start e_forum-1"),
    ]


async def test_a_place_with_a_name_is_shown_with_it(page: Page, world: World) -> None:
    await done(world, "sendVenue", chat_id=page.person.id, latitude=50, longitude=20, title="MAM", address="Kozłówek")
    place: JsonObject = {"latitude": 50.0, "longitude": 20.0, "title": "MAM", "address": "Kozłówek"}
    assert messages(await page.chat())[-1]["location"] == place


@pytest.mark.parametrize(("upload", "kind"), [(("ja.png", PIXEL, "image/png"), "photo"), (CALENDAR, "document")])
async def test_an_upload_is_a_picture_or_a_file(
    page: Page, world: World, upload: tuple[str, bytes, str], kind: str
) -> None:
    name, content, mime = upload
    form = aiohttp.FormData()
    form.add_field("file", content, filename=name, content_type=mime)
    async with page.browser.post(f"/api/people/{page.person.id}/file", data=form) as answer:
        assert answer.status == 200
    shown = messages(await page.chat())[-1]
    file = as_object(shown["file"])
    assert (shown["kind"], file["name"], file["size"]) == (kind, name, len(content))
    async with page.browser.get(str(file["url"])) as download:
        assert await download.read() == content
        assert download.content_type == mime
        assert name in download.headers["Content-Disposition"]


async def test_several_files_are_albums_with_the_words_under_the_first(page: Page) -> None:
    form = aiohttp.FormData()
    for name, content, mime in (("ja.png", PIXEL, "image/png"), CALENDAR, ("film.mp4", b"film", "video/mp4")):
        form.add_field("file", content, filename=name, content_type=mime)
    form.add_field("caption", " Nasz spacer ")
    async with page.browser.post(f"/api/people/{page.person.id}/file", data=form) as answer:
        assert answer.status == 200
    shown = messages(await page.chat())[-3:]
    assert [one["kind"] for one in shown] == ["photo", "video", "document"]
    assert [one["text"] for one in shown] == ["Nasz spacer", "", ""]


async def test_more_than_an_album_or_a_caption_holds_is_refused(page: Page) -> None:
    for files, caption in ((11, ""), (1, "ą" * 1025)):
        form = aiohttp.FormData()
        for number in range(files):
            form.add_field("file", b"plan", filename=f"{number}.txt", content_type="text/plain")
        form.add_field("caption", caption)
        async with page.browser.post(f"/api/people/{page.person.id}/file", data=form) as answer:
            assert answer.status == 400


async def test_an_empty_or_a_huge_upload_is_refused(page: Page) -> None:
    for size, status in ((0, 400), (UPLOAD_LIMIT + 1, 413)):
        form = aiohttp.FormData()
        form.add_field("file", BytesIO(bytes(size)), filename="plan.txt", content_type="text/plain")
        async with page.browser.post(f"/api/people/{page.person.id}/file", data=form) as answer:
            assert answer.status == status


async def test_a_download_never_runs_in_the_page(page: Page, world: World) -> None:
    stored = world.files.add("document", ("zły.svg", b"<svg/>", "image/svg+xml"))
    async with page.browser.get(f"/files/{stored.id}") as download:
        assert download.headers["Content-Disposition"].startswith("attachment")
        assert download.headers["Content-Security-Policy"] == "sandbox"
    async with page.browser.get("/files/none") as download:
        assert download.status == 404


async def test_own_words_can_be_edited_and_nobody_elses(page: Page, world: World) -> None:
    await page.act("say", text="Krakow")
    own = messages(await page.chat())[-1]
    await page.act("edit", message_id=own["id"], text="Kraków")
    assert messages(await page.chat())[-1]["html"] == "Kraków"
    bots = await sent(world, "sendMessage", chat_id=page.person.id, text="a")
    await page.act("edit", 409, message_id=bots.message_id, text="b")
    await page.act("edit", 409, text="b")
    await page.act("edit", 400, message_id=own["id"], text=" ")


async def test_whoever_blocked_the_bot_cannot_write_to_it(page: Page, world: World) -> None:
    await page.act("block", blocked=True)
    await page.act("block", blocked=True)
    answer = await page.act("say", 409, text="Halo")
    assert answer == {"error": "Bot jest zablokowany. Najpierw go odblokuj."}
    await page.act("block", blocked=False)
    await page.act("say", text="Halo")
    assert len([update for update in news(world) if update.my_chat_member]) == 2


@pytest.mark.parametrize(
    ("what", "body", "status"),
    [
        ("say", {}, 400),
        ("say", {"text": "a" * 4097}, 400),
        ("location", {"latitude": 91, "longitude": 0}, 400),
        ("location", {"latitude": "50"}, 400),
        ("press", {"message_id": 1, "row": 0}, 409),
        ("press", {"message_id": 99, "row": 0, "column": 0}, 409),
        ("open", {"payload": "a b"}, 400),
        ("file", {}, 400),
    ],
)
async def test_what_cannot_be_done_is_one_sentence(page: Page, what: str, body: dict[str, Json], status: int) -> None:
    answer = await page.act(what, status, **body)
    assert str(answer["error"]).endswith(".")


async def test_somebody_new_can_be_added(page: Page, world: World) -> None:
    async with page.browser.post("/api/people", json={"name": "Оксана Коваль", "language": "uk"}) as answer:
        assert answer.status == 201
        added = await answer.json()
    person = world.people[added["id"]]
    assert (person.first_name, person.last_name, person.language_code) == ("Оксана", "Коваль", "uk")
    wrong: list[JsonObject] = [{"name": " "}, {"name": "a", "language": "polski"}]
    for body in wrong:
        async with page.browser.post("/api/people", json=body) as answer:
            assert answer.status == 400


async def test_nobody_is_404(page: Page) -> None:
    for path in ("/api/people/999/messages", "/api/people/ann/messages"):
        async with page.browser.get(path) as answer:
            assert answer.status == 404


async def test_a_body_is_a_json_object(page: Page) -> None:
    for body in ("{", "[]"):
        async with page.browser.post(f"/api/people/{page.person.id}/say", data=body) as answer:
            assert answer.status == 400


async def moved(page: Page, status: int, **by: Json) -> None:
    async with page.browser.post("/api/clock", json=by) as answer:
        assert answer.status == status


async def test_the_clock_moves_forward_only(page: Page, around: Around) -> None:
    start = around.clock()
    await moved(page, 200, hours=1)
    await moved(page, 200, days=1)
    assert around.clock() == start + timedelta(days=1, hours=1)
    await moved(page, 409, to="next")
    around.due = start + timedelta(days=2)
    await moved(page, 200, to="next")
    assert around.clock() == around.due
    around.due = start
    await moved(page, 200, to="next")
    assert around.clock() == start + timedelta(days=2)
    for hours in (-1, 0, 10_000, True):
        await moved(page, 400, hours=hours)


async def test_a_wrong_keyboard_press_on_a_plain_chat_says_so(page: Page, world: World) -> None:
    await done(world, "sendMessage", chat_id=page.person.id, text="Gmina?", reply_markup=keys("Kraków"))
    await page.act("reply-button", text="Kraków")
    assert messages(await page.chat())[-1]["text"] == "Kraków"
