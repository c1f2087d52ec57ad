"""What a person can send besides text."""

import pytest

from bot.sandbox import contents
from bot.sandbox.files import FileStore
from bot.sandbox.people import Person

from .calls import CALENDAR, PIXEL


def test_a_contact_without_telegram_has_no_id() -> None:
    assert contents.contact(None, "48123456789") == {
        "contact": {"phone_number": "48123456789", "first_name": "48123456789"}
    }
    with_telegram = contents.contact(Person(101, "Anna", phone="48600100200"), "")
    assert with_telegram == {"contact": {"phone_number": "48600100200", "first_name": "Anna", "user_id": 101}}


def test_a_picture_has_sizes_and_a_file_has_a_name() -> None:
    files = FileStore()
    picture = contents.attachment(files, "photo", ("ja.png", PIXEL, "image/png"), "To ja")
    assert isinstance(picture["photo"], list)
    assert picture["caption"] == "To ja"
    file = contents.attachment(files, "document", CALENDAR)["document"]
    assert isinstance(file, dict)
    assert file["file_name"] == "forum.ics"


def test_only_what_exists_can_be_sent() -> None:
    with pytest.raises(ValueError, match="hologram"):
        contents.sample(FileStore(), "hologram")
