"""Whom the team knows: everybody who signed up within reach, by every name and number they gave."""

from collections.abc import Collection

from bot.domain.acquaintances import Known
from bot.domain.events import Event
from bot.domain.signups import SignUp
from bot.store import events
from bot.store.database import Reader
from bot.store.rows import dump
from bot.store.signups import signup_of

Projects = Collection[str] | None
"""Slugs of the projects within reach, None for all of them."""

_REACHED = "(:projects IS NULL OR events.project IN (SELECT value FROM json_each(:projects)))"
_KNOWN = f"""
    SELECT person_id, signups.name, coalesce(signups.phone, '') AS phone, coalesce(signups.gmina, '') AS gmina
    FROM signups JOIN events ON events.id = event_id WHERE signups.name <> '' AND {_REACHED}
    UNION
    SELECT id, name, coalesce(phone, ''), coalesce(gmina, '') FROM people
    WHERE name <> '' AND :projects IS NULL AND merged_into IS NULL
"""


async def list_known(tx: Reader, projects: Projects) -> list[Known]:
    """Everybody, each as often as they gave different answers, in no order."""
    return [Known(*row) for row in map(tuple, await tx.all(_KNOWN, _values(projects)))]


async def list_with_phone(tx: Reader, projects: Projects, digits: str) -> list[Known]:
    """Those whose number holds these digits; of a whole number the end counts."""
    rows = await tx.all(
        f"SELECT * FROM ({_KNOWN}) WHERE phone LIKE '%' || :digits || '%'", {**_values(projects), "digits": digits}
    )
    return [Known(*row) for row in map(tuple, rows)]


async def list_signups(tx: Reader, person: int, projects: Projects) -> list[tuple[Event, SignUp]]:
    """All sign-ups of a person within reach, whatever became of them, the latest event first."""
    rows = await tx.all(
        f"""
        SELECT signups.* FROM signups JOIN events ON events.id = event_id
        WHERE person_id = :person AND {_REACHED} ORDER BY events.starts_at DESC, signups.id
        """,
        {**_values(projects), "person": person},
    )
    found = [(await events.get(tx, row["event_id"]), signup_of(row)) for row in rows]
    return [(event, signup) for event, signup in found if event]


async def source_of(tx: Reader, person: int) -> str:
    """Where somebody first heard of us, empty when they did not say."""
    return str(await tx.value("SELECT coalesce(source, '') FROM people WHERE id = ?", [person]) or "")


def _values(projects: Projects) -> dict[str, object]:
    return {"projects": None if projects is None else dump(sorted(projects))}
