"""Files that went through Telegram: bytes by id, with what Telegram says about them."""

import struct
from dataclasses import dataclass

from bot.sandbox.wire import Json, JsonObject, Upload, bad_request, compact

PHOTO_LIMIT = 10 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024
"""Bytes, https://core.telegram.org/bots/api#sending-files and #getfile."""

PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
"""What is shown in place."""

_FRAME_MARKERS = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_KIND_OF_ID = {"photo": "AgAC", "document": "BQAC", "sticker": "CAAC", "voice": "AwAC"}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file; ``kind`` is photo, document, sticker, voice …"""

    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    content: bytes
    path: str

    def as_json(self) -> JsonObject:
        """A ``File``."""
        return {**self.described(), "file_path": self.path}

    def described(self) -> JsonObject:
        """The fields that every kind of file has in a message."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


class FileStore:
    """All files, of both sides."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}

    def add(self, kind: str, upload: Upload) -> StoredFile:
        """Keep an upload."""
        name, content, mime = upload
        number = len(self._by_id) + 1
        _, dot, extension = name.rpartition(".")
        path = f"{kind}s/file_{number}{dot}{extension}"
        file_id = f"{_KIND_OF_ID.get(kind, 'DQAC')}AgQAAxkB{number:08d}"
        stored = StoredFile(file_id, f"AgAD{number:08d}", kind, name, mime, content, path)
        self._by_id[stored.id] = stored
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        """The file with this id."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file at this download path."""
        return next((stored for stored in self._by_id.values() if stored.path == path), None)


def photo_sizes(stored: StoredFile) -> Json:
    """The sizes of a picture; the sandbox keeps one."""
    width, height = picture_size(stored.content) or (0, 0)
    return [{**stored.described(), "width": width, "height": height}]


def document(stored: StoredFile) -> JsonObject:
    """A ``Document``."""
    return compact({**stored.described(), "file_name": stored.name, "mime_type": stored.mime})


def check_upload(kind: str, content: bytes) -> None:
    """Refuse what Telegram refuses; raises ApiError."""
    if not content:
        raise bad_request("file must be non-empty")
    limit = PHOTO_LIMIT if kind == "photo" else UPLOAD_LIMIT
    if len(content) > limit:
        raise bad_request(f"file of size {len(content)} bytes is too big for a {kind}; the maximum size is {limit}")
    if kind != "photo":
        return
    size = picture_size(content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * max(min(size), 1):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG, GIF or WebP; None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp_size(content)
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        if content[at + 1] in _FRAME_MARKERS:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None


def _webp_size(content: bytes) -> tuple[int, int] | None:
    if content[12:16] == b"VP8X" and len(content) >= 30:
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if content[12:16] == b"VP8 " and len(content) >= 30:
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if content[12:16] == b"VP8L" and len(content) >= 25:
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return None
