"""Channels and groups the team added the bot to, and where events stand in them."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.database import Reader, Row, Transaction
from bot.store.rows import moment


@dataclass(frozen=True, slots=True)
class StaffChat:
    """A channel or a group, by Telegram's number; ``is_channel`` says which."""

    id: int
    title: str
    is_channel: bool
    can_post: bool


@dataclass(frozen=True, slots=True)
class Post:
    """A message about an event in a chat.

    Messages from before a group became a supergroup are out of the bot's reach: their number is negative.
    """

    chat: StaffChat
    message: int
    event: int

    @property
    def is_out_of_reach(self) -> bool:
        """Whether it cannot be put right any more, only said anew."""
        return self.message < 0


async def put_chat(tx: Transaction, chat: StaffChat, now: datetime) -> None:
    """Remember a chat, or what it is called and allows now."""
    await tx.execute(
        """
        INSERT INTO staff_chats (chat_id, title, kind, can_post, seen_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (chat_id) DO UPDATE SET
            title = excluded.title, kind = excluded.kind, can_post = excluded.can_post, seen_at = excluded.seen_at
        """,
        [chat.id, chat.title, "channel" if chat.is_channel else "group", chat.can_post, moment(now)],
    )


async def get_chat(tx: Reader, chat: int) -> StaffChat | None:
    """A chat by its number, None when it is not known."""
    row = await tx.one("SELECT * FROM staff_chats WHERE chat_id = ?", [chat])
    return _chat(row) if row else None


async def list_chats(tx: Reader) -> list[StaffChat]:
    """The chats the bot may write to, by title."""
    rows = await tx.all("SELECT * FROM staff_chats WHERE can_post = 1 ORDER BY title, chat_id")
    return [_chat(row) for row in rows]


async def renumber(tx: Transaction, old: int, new: int) -> None:
    """A group became a supergroup: Telegram gave it another number; messages from before cannot be edited."""
    await tx.execute(
        """
        INSERT INTO staff_chats (chat_id, title, kind, can_post, seen_at)
        SELECT ?, title, kind, can_post, seen_at FROM staff_chats WHERE chat_id = ? ON CONFLICT DO NOTHING
        """,
        [new, old],
    )
    await tx.execute("UPDATE staff_posts SET chat_id = ?, message_id = -abs(message_id) WHERE chat_id = ?", [new, old])
    await tx.execute("DELETE FROM staff_chats WHERE chat_id = ?", [old])


async def forbid(tx: Transaction, chat: int) -> None:
    """The bot may not write there any more."""
    await tx.execute("UPDATE staff_chats SET can_post = 0 WHERE chat_id = ?", [chat])


async def add(tx: Transaction, post: Post, sequence: int, now: datetime) -> None:
    """Note where an event stands, as of which change of it."""
    await tx.execute(
        "INSERT INTO staff_posts (chat_id, message_id, event_id, sequence, posted_at) VALUES (?, ?, ?, ?, ?)",
        [post.chat.id, post.message, post.event, sequence, moment(now)],
    )


async def list_stale(tx: Reader, *, limit: int) -> list[Post]:
    """Messages about events that changed since, in chats the bot may write to."""
    rows = await tx.all(
        """
        SELECT staff_chats.*, message_id, event_id FROM staff_posts JOIN staff_chats USING (chat_id)
        JOIN events ON events.id = event_id
        WHERE events.sequence <> staff_posts.sequence AND can_post = 1
        ORDER BY posted_at DESC LIMIT ?
        """,
        [limit],
    )
    return [Post(_chat(row), row["message_id"], row["event_id"]) for row in rows]


async def list_of(tx: Reader, event: int) -> list[int]:
    """The numbers of the chats an event stands in."""
    rows = await tx.all("SELECT DISTINCT chat_id FROM staff_posts WHERE event_id = ?", [event])
    return [row["chat_id"] for row in rows]


async def refreshed(tx: Transaction, post: Post, sequence: int) -> None:
    """The message shows this change of the event."""
    await tx.execute(
        "UPDATE staff_posts SET sequence = ? WHERE chat_id = ? AND message_id = ?",
        [sequence, post.chat.id, post.message],
    )


async def replace(tx: Transaction, post: Post, message: int, sequence: int) -> None:
    """What could not be put right was said anew, in this message."""
    await tx.execute(
        "UPDATE staff_posts SET message_id = ?, sequence = ? WHERE chat_id = ? AND message_id = ?",
        [message, sequence, post.chat.id, post.message],
    )


async def remove(tx: Transaction, post: Post) -> None:
    """The message is gone."""
    await tx.execute("DELETE FROM staff_posts WHERE chat_id = ? AND message_id = ?", [post.chat.id, post.message])


def _chat(row: Row) -> StaffChat:
    return StaffChat(row["chat_id"], row["title"], row["kind"] == "channel", bool(row["can_post"]))
