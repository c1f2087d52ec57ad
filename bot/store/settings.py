"""What the bot keeps for itself, by name."""

from bot.store.database import Reader, Transaction


async def get(tx: Reader, name: str) -> str | None:
    """The value, None when it was never set."""
    row = await tx.one("SELECT value FROM settings WHERE name = ?", [name])
    return row["value"] if row else None


async def set_once(tx: Transaction, name: str, value: str) -> None:
    """Keep a value unless there is one already."""
    await tx.execute("INSERT OR IGNORE INTO settings (name, value) VALUES (?, ?)", [name, value])
