"""What a person can send besides text, as the content fields of a ``Message``."""

from bot.sandbox.files import FileStore, document, photo_sizes
from bot.sandbox.people import Person
from bot.sandbox.wire import JsonObject, Upload, compact

_SOUND: Upload = ("voice.ogg", b"OggS", "audio/ogg")
_FILM: Upload = ("film.mp4", b"\0\0\0\x18ftypmp42", "video/mp4")
_STICKER: Upload = ("sticker.webp", b"RIFF\0\0\0\0WEBP", "image/webp")


def sample(files: FileStore, kind: str) -> JsonObject:
    """A sticker, voice message, sound, film, round film, animation, dice or poll of no particular content."""
    match kind:
        case "sticker":
            shape: JsonObject = {
                "type": "regular",
                "width": 512,
                "height": 512,
                "is_animated": False,
                "is_video": False,
            }
            return {kind: {**files.add(kind, _STICKER).described(), **shape, "emoji": "👋"}}
        case "voice":
            return {kind: {**files.add(kind, _SOUND).described(), "duration": 3, "mime_type": "audio/ogg"}}
        case "audio":
            return {kind: {**files.add(kind, _SOUND).described(), "duration": 3, "title": "Nagranie"}}
        case "video" | "animation":
            return {kind: {**files.add(kind, _FILM).described(), "width": 64, "height": 48, "duration": 3}}
        case "video_note":
            return {kind: {**files.add(kind, _FILM).described(), "length": 240, "duration": 3}}
        case "dice":
            return {kind: {"emoji": "🎲", "value": 4}}
        case _:
            raise ValueError(f"nobody can send a {kind} here")


def location(latitude: float, longitude: float) -> JsonObject:
    """A point, degrees WGS 84."""
    return {"location": {"latitude": latitude, "longitude": longitude}}


def contact(person: Person | None, phone: str, name: str = "") -> JsonObject:
    """Somebody's telephone number; without a person it is a contact that has no Telegram."""
    if person is None:
        return {"contact": {"phone_number": phone, "first_name": name or phone}}
    return {
        "contact": compact(
            {
                "phone_number": phone or person.phone,
                "first_name": person.first_name,
                "last_name": person.last_name,
                "user_id": person.id,
            }
        )
    }


def attachment(files: FileStore, kind: str, upload: Upload, caption: str = "") -> JsonObject:
    """A ``photo`` or a ``document``."""
    stored = files.add(kind, upload)
    body = photo_sizes(stored) if kind == "photo" else document(stored)
    return compact({kind: body, "caption": caption})


def forwarded(person: Person, date: int) -> JsonObject:
    """Marks a message as written by somebody else."""
    return {"forward_origin": {"type": "user", "date": date, "sender_user": person.as_json()}}


def membership(status: str, user: JsonObject) -> JsonObject:
    """A ``ChatMember`` of this status."""
    member: JsonObject = {"status": status, "user": user}
    return {**member, "until_date": 0} if status == "kicked" else member
