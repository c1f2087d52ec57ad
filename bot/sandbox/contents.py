"""What a person can send besides text, as the content fields of a ``Message``."""

from bot.sandbox.files import PICTURES, FileStore, StoredFile, document, photo_sizes, picture_size
from bot.sandbox.people import Person
from bot.sandbox.wire import Json, JsonObject, Upload, compact

_SOUND: Upload = ("voice.ogg", b"OggS", "audio/ogg")
_FILM: Upload = ("film.mp4", b"\0\0\0\x18ftypmp42", "video/mp4")
_STICKER: Upload = ("sticker.webp", b"RIFF\0\0\0\0WEBP", "image/webp")
_FLAT: JsonObject = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
_SAMPLES: dict[str, tuple[Upload, JsonObject]] = {
    "sticker": (_STICKER, {**_FLAT, "emoji": "👋"}),
    "voice": (_SOUND, {"duration": 3, "mime_type": "audio/ogg"}),
    "audio": (_SOUND, {"duration": 3, "title": "Nagranie"}),
    "video": (_FILM, {"width": 64, "height": 48, "duration": 3}),
    "animation": (_FILM, {"width": 64, "height": 48, "duration": 3}),
    "video_note": (_FILM, {"length": 240, "duration": 3}),
}
_POLL: JsonObject = {
    "id": "1",
    "question": "Kiedy się spotkamy?",
    "options": [
        {"persistent_id": "1", "text": "W sobotę", "voter_count": 0},
        {"persistent_id": "2", "text": "W niedzielę", "voter_count": 0},
    ],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": True,
    "members_only": False,
}


def sample(files: FileStore, kind: str) -> JsonObject:
    """A sticker, voice message, sound, film, round film, animation, dice or poll of no particular content."""
    if kind == "dice":
        return {kind: {"emoji": "🎲", "value": 4}}
    if kind == "poll":
        return {kind: _POLL}
    if kind not in _SAMPLES:
        raise ValueError(f"nobody can send a {kind} here")
    return {kind: body(files.add(kind, _SAMPLES[kind][0]))}


def body(stored: StoredFile) -> Json:
    """A picture, a file, a film, a sound, a recording as a message shows it."""
    match stored.kind:
        case "photo":
            return photo_sizes(stored)
        case "document":
            return document(stored)
        case kind:
            return {**stored.described(), **_SAMPLES[kind][1]}


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
    """A ``photo``, a ``video`` or a ``document``."""
    return compact({kind: body(files.add(kind, upload)), "caption": caption})


def kind_of(upload: Upload) -> str:
    """What Telegram's own programs make of a file: pictures and films are shown, the rest is a document."""
    _, content, mime = upload
    if mime in PICTURES and picture_size(content) is not None:
        return "photo"
    return "video" if mime == "video/mp4" else "document"


def forwarded(person: Person, date: int) -> JsonObject:
    """Marks a message as written by somebody else."""
    return {"forward_origin": {"type": "user", "date": date, "sender_user": person.as_json()}}


def membership(status: str, user: JsonObject) -> JsonObject:
    """A ``ChatMember`` of this status."""
    member: JsonObject = {"status": status, "user": user}
    if status == "administrator":
        return {**member, **dict.fromkeys(_RIGHTS, True)}
    return {**member, "until_date": 0} if status == "kicked" else member


_RIGHTS = (
    *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats"),
    *("can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories"),
    *("can_edit_stories", "can_delete_stories", "can_post_messages", "can_edit_messages"),
)
"""What an administrator of a channel may do."""
