"""An event's questions as they were in each version of its form, for the answers given to them."""

from bot.domain.events import Plan
from bot.domain.forms import Field
from bot.store.database import Reader, Transaction
from bot.store.rows import dump_fields, fields


async def get(tx: Reader, event: int, version: int) -> tuple[Field, ...] | None:
    """The questions of a version; None for one from before they were kept."""
    row = await tx.one("SELECT questions FROM form_versions WHERE event_id = ? AND version = ?", [event, version])
    return fields(row["questions"]) if row else None


async def keep(tx: Transaction, event: int, version: int, plan: Plan) -> None:
    """Note the questions of the present version."""
    await tx.execute(
        "INSERT OR REPLACE INTO form_versions (event_id, version, questions) VALUES (?, ?, ?)",
        [event, version, dump_fields(plan.questions)],
    )
