"""Values to columns and back: moments, language maps, form fields."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.domain.forms import Condition, Field, Kind
from bot.domain.localized import Localized


def moment(value: datetime) -> str:
    """An aware moment as ISO 8601 in UTC with seconds, so that text order is time order."""
    return value.astimezone(UTC).isoformat(timespec="seconds")


def maybe_moment(value: datetime | None) -> str | None:
    """The same for a moment that may be missing."""
    return None if value is None else moment(value)


def at(value: str) -> datetime:
    """The aware moment of a column."""
    return datetime.fromisoformat(value)


def maybe_at(value: str | None) -> datetime | None:
    """The same for a column that may be NULL."""
    return None if value is None else at(value)


def dump(value: object) -> str:
    """Compact JSON with letters left readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def localized(value: str) -> Localized | None:
    """The language map of a column, None for an empty one."""
    texts = json.loads(value)
    return Localized(texts) if texts else None


def dump_localized(value: Localized | None) -> str:
    """A language map as a column."""
    return dump(dict(value.texts) if value else {})


def dump_fields(fields: Sequence[Field]) -> str:
    """An event's questions as a column."""
    return dump(
        [
            {
                "key": f.key,
                "kind": f.kind,
                "text": dict(f.text.texts) if f.text else {},
                "options": [dict(option.texts) for option in f.options],
                "required": f.is_required,
                "condition": {"key": f.condition.key, "values": list(f.condition.values)} if f.condition else None,
                "low": f.low,
                "high": f.high,
            }
            for f in fields
        ]
    )


def fields(value: str) -> tuple[Field, ...]:
    """An event's questions as stored by ``dump_fields``."""
    return tuple(
        Field(
            key=row["key"],
            kind=Kind(row["kind"]),
            text=Localized(row["text"]) if row["text"] else None,
            options=tuple(Localized(option) for option in row["options"]),
            is_required=row["required"],
            condition=Condition(row["condition"]["key"], tuple(row["condition"]["values"]))
            if row["condition"]
            else None,
            low=row["low"],
            high=row["high"],
        )
        for row in json.loads(value)
    )
