"""What the page is shown."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.sandbox.people import Person
from bot.sandbox.views import message_view, wall_clock
from bot.sandbox.world import World


def test_wall_clock_follows_summer_time() -> None:
    warsaw = ZoneInfo("Europe/Warsaw")
    assert wall_clock(datetime(2026, 7, 1, 12, 0, tzinfo=UTC), warsaw) == "2026-07-01T14:00:00"
    assert wall_clock(datetime(2026, 12, 1, 12, 0, tzinfo=UTC), warsaw) == "2026-12-01T13:00:00"


def test_what_people_type_is_never_markup(world: World, ann: Person) -> None:
    assert message_view(world, world.says(ann, "<img src=x>"))["html"] == "&lt;img src=x&gt;"
    contact = world.sends_contact(ann, phone="1", name="<b>Sołtys</b>")
    assert message_view(world, contact)["html"] == "&lt;b&gt;Sołtys&lt;/b&gt;, 1"


def test_a_message_without_words_has_none(world: World, ann: Person) -> None:
    assert message_view(world, world.sends(ann, "voice"))["text"] == ""
    assert message_view(world, world.sends(ann, "dice"))["text"] == "🎲"


def test_a_voice_message_can_be_fetched_and_a_sticker_is_only_named(world: World, ann: Person) -> None:
    voice = message_view(world, world.sends(ann, "voice"))["file"]
    assert isinstance(voice, dict)
    assert voice["mime"] == "audio/ogg"
    assert message_view(world, world.sends(ann, "sticker"))["file"] is None
