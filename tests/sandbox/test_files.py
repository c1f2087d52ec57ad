"""Files keep their bytes, and pictures say how big they are."""

import pytest

from bot.sandbox.files import PHOTO_LIMIT, FileStore, check_upload, photo_sizes, picture_size
from bot.sandbox.wire import ApiError

from .calls import CALENDAR, PIXEL

JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x20\x00\x10" + bytes(10)
GIF = b"GIF89a\x10\x00\x20\x00"
WEBP_LOSSY = b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(10) + b"\x10\x00\x20\x00"
WEBP_LOSSLESS = b"RIFF\x00\x00\x00\x00WEBPVP8L" + bytes(5) + (15 | 31 << 14).to_bytes(4, "little")
WEBP_EXTENDED = b"RIFF\x00\x00\x00\x00WEBPVP8X" + bytes(8) + b"\x0f\x00\x00\x1f\x00\x00"


@pytest.mark.parametrize("content", [JPEG, GIF, WEBP_LOSSY, WEBP_LOSSLESS, WEBP_EXTENDED])
def test_pictures_of_all_kinds_are_measured(content: bytes) -> None:
    assert picture_size(content) == (16, 32)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff", b"RIFF\x00\x00\x00\x00WEBPVP9 ", b"%PDF-1.7"])
def test_what_is_no_picture_has_no_size(content: bytes) -> None:
    assert picture_size(content) is None


def test_a_file_is_found_by_its_id_and_its_path() -> None:
    files = FileStore()
    stored = files.add("document", CALENDAR)
    assert files.get(stored.id) is stored
    assert files.at("documents/file_1.ics") is stored
    assert files.at("documents/file_2.ics") is None
    assert stored.as_json()["file_size"] == len(CALENDAR[1])


def test_a_picture_has_one_size_here() -> None:
    stored = FileStore().add("photo", ("a.png", PIXEL, "image/png"))
    assert photo_sizes(stored) == [{**stored.described(), "width": 1, "height": 1}]


def test_a_picture_may_not_be_too_heavy() -> None:
    check_upload("document", bytes(PHOTO_LIMIT + 1))
    with pytest.raises(ApiError, match="too big for a photo"):
        check_upload("photo", PIXEL + bytes(PHOTO_LIMIT))
