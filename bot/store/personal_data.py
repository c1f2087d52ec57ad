"""Every table that names a person: what of it is shown to them, and what happens to it when they are erased."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.store.database import Reader, Transaction
from bot.store.rows import moment


class Erasing(StrEnum):
    """What erasing a person does to a row."""

    DELETE = "delete"
    BLANK = "blank"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Rule:
    """One table: the ``column`` that names the person, the columns exported, and what erasing does.

    ``blank`` says what each personal column becomes when the row has to stay, for instance for a grant's numbers.
    """

    column: str
    export: tuple[str, ...]
    erasing: Erasing
    blank: Mapping[str, str | int | None] = field(default_factory=dict)


TABLES: Mapping[str, Rule] = {
    "people": Rule(
        "id",
        ("telegram_id", "language", "first_name", "name", "phone", "gmina", "organisation_id", "source")
        + ("is_muted", "created_at", "seen_at"),
        Erasing.BLANK,
        {"telegram_id": None, "first_name": "", "name": None, "name_folded": None, "phone": None}
        | {"organisation_id": None, "source": None},
    ),
    "roles": Rule("person_id", ("role", "scope", "scope_key", "at"), Erasing.DELETE),
    "consents": Rule("person_id", ("kind", "version", "given", "language", "at"), Erasing.KEEP),
    "signups": Rule(
        "person_id",
        ("event_id", "state", "companions", "companion_names", "name", "phone", "gmina", "organisation_id")
        + ("needs", "answers", "attending", "reason", "sessions", "misses", "created_at"),
        Erasing.BLANK,
        {"name": "", "companion_names": "", "phone": None, "needs": None, "answers": "{}", "source": None}
        | {"reason": None},
    ),
    "attendance": Rule("person_id", ("signup_id", "session_id", "at"), Erasing.KEEP),
    "dialogs": Rule("person_id", ("form", "subject", "step", "answers", "started_at"), Erasing.DELETE),
    "drafts_aside": Rule("person_id", ("form", "subject", "step", "answers", "started_at"), Erasing.DELETE),
    "follow_ups": Rule("person_id", ("question", "at", "event_id", "event_at", "project"), Erasing.DELETE),
    "asked_lately": Rule("person_id", ("question", "at"), Erasing.DELETE),
    "outbox": Rule("person_id", ("kind", "event_id", "state", "due_at", "ended_at"), Erasing.DELETE),
    "calls": Rule("person_id", ("reason", "created_at", "called_at", "note"), Erasing.DELETE),
    "audit": Rule("person_id", ("action", "event_id", "at"), Erasing.KEEP),
    "invitations": Rule("used_by", ("role", "scope", "scope_key", "used_at"), Erasing.KEEP),
    "hand_overs": Rule("by_person", ("created_at", "expires_at", "used_at"), Erasing.DELETE),
    "person_links": Rule("person_id", ("created_at", "expires_at", "used_at"), Erasing.DELETE),
    "inbox": Rule("person_id", ("project", "question", "state", "answer", "created_at"), Erasing.DELETE),
    "faq": Rule("by_person", ("question", "answer", "created_at"), Erasing.KEEP),
    "indicator_entries": Rule("by_person", ("project", "indicator", "amount", "note", "at"), Erasing.KEEP),
    "announcements": Rule("author_id", ("phase", "created_at", "started_at"), Erasing.KEEP),
    "announcement_copies": Rule(
        "person_id",
        ("announcement_id", "state", "language", "opened_at"),
        Erasing.BLANK,
        {"chat_id": None, "messages": "[]", "outbox_id": None},
    ),
    "follows": Rule("person_id", ("project", "follows", "at"), Erasing.DELETE),
    "opt_outs": Rule("person_id", ("kind", "at"), Erasing.DELETE),
    "staff_notices": Rule("person_id", ("kind", "how"), Erasing.DELETE),
}


_SAME = "(SELECT id FROM people WHERE id = :person OR merged_into = :person)"
"""The person, and rows of theirs that turned out to be about the same one."""


async def export(tx: Reader, person: int) -> dict[str, list[dict[str, object]]]:
    """All rows about the person, by table, as they are stored."""
    return {
        table: [
            dict(row)
            for row in await tx.all(
                f"SELECT {', '.join(rule.export)} FROM {table} WHERE {rule.column} IN {_SAME}", {"person": person}
            )
        ]
        for table, rule in TABLES.items()
    }


async def erase(tx: Transaction, person: int, now: datetime) -> None:
    """Remove the person: rows go, or lose what is personal. The numbers of a grant stay."""
    for table, rule in TABLES.items():
        match rule.erasing:
            case Erasing.DELETE:
                await tx.execute(f"DELETE FROM {table} WHERE {rule.column} IN {_SAME}", {"person": person})
            case Erasing.BLANK:
                changes = ", ".join(f"{column} = :{column}" for column in rule.blank)
                await tx.execute(
                    f"UPDATE {table} SET {changes} WHERE {rule.column} IN {_SAME}", {**rule.blank, "person": person}
                )
            case Erasing.KEEP:
                pass
    await tx.execute("UPDATE people SET seen_at = ? WHERE id = ?", [moment(now), person])
