"""Announcements and the copies people got."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime

from bot.domain.announcements import Announced, Announcement, Audience, Copy, Of, Phase, Piece, Status, Tally
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import dump, maybe_at, maybe_moment, moment

PAUSED_UNTIL = "9999-12-31T00:00:00+00:00"
"""When the rows of a paused announcement are due."""


async def add(tx: Transaction, author: int, audience: Audience, now: datetime) -> int:
    """A new draft; gives its id."""
    return await tx.insert(
        "INSERT INTO announcements (author_id, audience, created_at) VALUES (?, ?, ?)",
        [author, _dump_audience(audience), moment(now)],
    )


async def get(tx: Reader, announcement: int) -> Announcement | None:
    """The announcement, None when there is none."""
    row = await tx.one("SELECT * FROM announcements WHERE id = ?", [announcement])
    return _announcement(row) if row else None


async def put(tx: Transaction, one: Announcement) -> None:
    """Keep it as it is now."""
    await tx.execute(
        """
        UPDATE announcements SET phase = :phase, content = :content, audience = :audience, project = :project,
            event_id = :event, due_at = :due_at, offset_before = :offset, urgent = :urgent, revision = :revision,
            approved_by = :approved_by, correction = :correction, progress_message = :progress,
            started_at = :started_at, ended_at = :ended_at
        WHERE id = :id
        """,
        {
            "id": one.id,
            "phase": one.phase,
            "content": dump_content(one.content),
            "audience": _dump_audience(one.audience),
            "project": one.project,
            "event": one.event,
            "due_at": maybe_moment(one.due_at),
            "offset": one.offset,
            "urgent": one.urgent,
            "revision": one.revision,
            "approved_by": one.approved_by,
            "correction": dump(dict(one.correction)),
            "progress": one.progress_message,
            "started_at": maybe_moment(one.started_at),
            "ended_at": maybe_moment(one.ended_at),
        },
    )


async def list_in(tx: Reader, phases: Collection[Phase]) -> list[Announcement]:
    """All that are in one of the phases, the oldest first."""
    rows = await tx.all(
        "SELECT * FROM announcements WHERE phase IN (SELECT value FROM json_each(?)) ORDER BY id",
        [dump(sorted(phases))],
    )
    return [_announcement(row) for row in rows]


async def list_all(tx: Reader) -> list[Announcement]:
    """All but the deleted ones, the newest first."""
    rows = await tx.all("SELECT * FROM announcements WHERE phase <> 'deleted' ORDER BY id DESC")
    return [_announcement(row) for row in rows]


async def draft_of_album(tx: Reader, author: int, group: str) -> tuple[Announcement, str] | None:
    """The author's newest draft whose content is this album, and the language it is in."""
    row = await tx.one(
        """
        SELECT announcements.*, json_each.key AS language FROM announcements, json_each(content)
        WHERE author_id = ? AND phase = 'composing' AND json_extract(json_each.value, '$.group') = ?
        ORDER BY id DESC LIMIT 1
        """,
        [author, group],
    )
    return (_announcement(row), row["language"]) if row else None


async def list_untold(tx: Reader) -> list[Announcement]:
    """Those under way, and those whose authors have not read how they ended."""
    rows = await tx.all(
        """
        SELECT * FROM announcements WHERE phase IN ('sending', 'paused')
        OR (phase IN ('done', 'stopped', 'recalled') AND is_told = 0) ORDER BY id
        """
    )
    return [_announcement(row) for row in rows]


async def set_progress(tx: Transaction, announcement: int, message: int | None, *, is_told: bool) -> None:
    """Keep which message shows the progress, and whether it shows the end."""
    await tx.execute(
        "UPDATE announcements SET progress_message = ?, is_told = ? WHERE id = ?", [message, int(is_told), announcement]
    )


async def set_untold(tx: Transaction, announcement: int) -> None:
    """Something begins anew: its end has to be shown once more."""
    await tx.execute("UPDATE announcements SET is_told = 0 WHERE id = ?", [announcement])


async def enqueue_copies(tx: Transaction, announcement: int) -> None:
    """A copy for each row of the outbox that brings the announcement; those there already stay."""
    await tx.execute(
        """
        INSERT OR IGNORE INTO announcement_copies (announcement_id, person_id, outbox_id)
        SELECT :id, person_id, id FROM outbox WHERE key GLOB 'announcement:' || :id || ':*'
        """,
        {"id": announcement},
    )


async def tally(tx: Reader, announcement: int) -> Tally:
    """How many copies are where."""
    rows = await tx.all(
        "SELECT state, count(*) AS n FROM announcement_copies WHERE announcement_id = ? GROUP BY state", [announcement]
    )
    opened = await tx.value(
        "SELECT count(*) FROM announcement_copies WHERE announcement_id = ? AND opened_at IS NOT NULL", [announcement]
    )
    return Tally(opened=int(str(opened)), **{row["state"]: row["n"] for row in rows})


async def has_pending(tx: Reader, announcement: int) -> bool:
    """Whether any copy has not come to its end."""
    found = await tx.value(
        "SELECT 1 FROM announcement_copies WHERE announcement_id = ? AND state = 'pending' LIMIT 1", [announcement]
    )
    return found is not None


async def tally_after(tx: Reader, announcement: int, kind: str, revision: int) -> dict[str, int]:
    """How many corrections or recalls are in each state of the outbox."""
    rows = await tx.all(
        "SELECT state, count(*) AS n FROM outbox WHERE key GLOB ? GROUP BY state",
        [f"{kind}:{announcement}:{revision}:*"],
    )
    return {row["state"]: row["n"] for row in rows}


async def add_after(tx: Transaction, one: Announcement, facts: dict[str, object], kind: str, now: datetime) -> int:
    """Queue a correction or a recall for every copy that arrived; gives for how many."""
    return await tx.execute(
        """
        INSERT OR IGNORE INTO outbox (key, person_id, kind, facts, priority, due_at, created_at)
        SELECT :kind || ':' || :id || ':' || :revision || ':' || person_id, person_id, :kind, :facts, 4, :now, :now
        FROM announcement_copies WHERE announcement_id = :id AND state = 'sent' AND chat_id IS NOT NULL
        """,
        {"kind": kind, "id": one.id, "revision": one.revision, "facts": json.dumps(facts), "now": moment(now)},
    )


async def set_due(tx: Transaction, announcement: int, due_at: datetime | None) -> None:
    """When the rows not sent yet are due; None: not before somebody says so."""
    await tx.execute(
        """
        UPDATE outbox SET due_at = ? WHERE state = 'pending' AND id IN (
            SELECT outbox_id FROM announcement_copies WHERE announcement_id = ? AND state = 'pending')
        """,
        [moment(due_at) if due_at else PAUSED_UNTIL, announcement],
    )


async def drop_pending(tx: Transaction, announcement: int, reason: str, now: datetime) -> int:
    """What has not been sent will not be; gives how many."""
    values = [announcement]
    waiting = "SELECT outbox_id FROM announcement_copies WHERE announcement_id = ? AND state = 'pending'"
    await tx.execute(
        f"UPDATE outbox SET state = 'dropped', reason = ?, ended_at = ? WHERE state = 'pending' AND id IN ({waiting})",
        [reason, moment(now), *values],
    )
    return await tx.execute(
        """
        UPDATE announcement_copies SET state = 'dropped' WHERE announcement_id = ? AND state = 'pending'
        AND outbox_id IN (SELECT id FROM outbox WHERE state = 'dropped')
        """,
        values,
    )


async def arrived(tx: Transaction, copy: Copy) -> None:
    """Keep where a copy is."""
    await tx.execute(
        """
        UPDATE announcement_copies SET chat_id = ?, messages = ?, language = ?
        WHERE announcement_id = ? AND person_id = ?
        """,
        [copy.chat, dump(list(copy.messages)), copy.language, copy.announcement, copy.person],
    )


async def copy_of(tx: Reader, announcement: int, person: int) -> Copy | None:
    """What somebody got, None when they got nothing."""
    row = await tx.one(
        "SELECT * FROM announcement_copies WHERE announcement_id = ? AND person_id = ?", [announcement, person]
    )
    if row is None:
        return None
    messages = tuple(json.loads(row["messages"]))
    return Copy(announcement, person, row["chat_id"], messages, row["language"])


async def opened(tx: Transaction, announcement: int, person: int, now: datetime) -> None:
    """Somebody pressed a button under their copy."""
    await tx.execute(
        """
        UPDATE announcement_copies SET opened_at = ?
        WHERE announcement_id = ? AND person_id = ? AND opened_at IS NULL
        """,
        [moment(now), announcement, person],
    )


def kind_of(announcement: int) -> tuple[str, str]:
    """The kind and the facts of the rows that bring it."""
    return Announced.kind, json.dumps(Announced(announcement).facts())


def dump_content(content: object) -> str:
    """What is said, as a column."""
    pieces = content if isinstance(content, dict) else {}
    return dump(
        {
            language: {"text": one.text, "kind": one.kind, "media": list(one.media), "group": one.group}
            for language, one in pieces.items()
        }
    )


def _dump_audience(one: Audience) -> str:
    return dump(
        {
            "of": one.of,
            "project": one.project,
            "event": one.event,
            "statuses": sorted(one.statuses),
            "group": one.group,
            "gmina": one.gmina,
            "language": one.language,
            "before": one.before,
            "was": one.was,
        }
    )


def _audience(column: str) -> Audience:
    said = json.loads(column)
    if not said:
        return Audience()
    statuses = frozenset(Status(one) for one in said["statuses"])
    return Audience(**{**said, "of": Of(said["of"]), "was": Of(said["was"]), "statuses": statuses})


def _announcement(row: Row) -> Announcement:
    pieces: dict[str, dict[str, Sequence[str]]] = json.loads(row["content"])
    return Announcement(
        id=row["id"],
        author=row["author_id"],
        phase=Phase(row["phase"]),
        content={
            language: Piece(str(one["text"]), str(one["kind"]), tuple(one["media"]), str(one["group"]))
            for language, one in pieces.items()
        },
        audience=_audience(row["audience"]),
        project=row["project"],
        event=row["event_id"],
        due_at=maybe_at(row["due_at"]),
        offset=row["offset_before"],
        urgent=row["urgent"],
        revision=row["revision"],
        approved_by=row["approved_by"],
        correction=json.loads(row["correction"]),
        progress_message=row["progress_message"],
        started_at=maybe_at(row["started_at"]),
        ended_at=maybe_at(row["ended_at"]),
        created_at=maybe_at(row["created_at"]),
    )
