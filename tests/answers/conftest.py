"""The engine with the organisation's own content, and with an invented project."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.answers import Engine
from bot.content import Content, load

ROOT = Path(__file__).parents[2]
WARSAW = ZoneInfo("Europe/Warsaw")
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=WARSAW)
"""A Saturday."""

GARDENS = """
order = 9
source = "ogrody.txt"
title = { pl = "Ogrody dla Sąsiadów", en = "Gardens for Neighbours", uk = "Сади для сусідів" }
summary = { pl = "Mieszkańcy Bałut wspólnie zakładają trzy ogrody." }
attribution = { pl = "Finansuje miasto Łódź." }
aliases = ["ogrody", "ogródki", "projekt ogrodowy"]
period = { starts = "2025-03", ends = "2025-10" }

[[entities]]
id = "warsztat-pszczeli"
kind = "event"
name = { pl = "Warsztat Pszczelarski", en = "Beekeeping Workshop" }
aliases = ["pszczoły", "warsztat o pszczołach"]

[[facts]]
id = "what"
facets = ["what"]
text = { pl = "Mieszkańcy Bałut wspólnie zakładają trzy ogrody.", en = "Residents of Bałuty make three gardens." }

[[facts]]
id = "when"
facets = ["when"]
text = { pl = "Ogrody powstają od marca do października 2025.", en = "They are made from March to October 2025." }

[[facts]]
id = "bees"
facets = ["activities"]
about = ["warsztat-pszczeli"]
until = 2025-06-01
text = { pl = "Pszczelarka Hanna Wilk pokaże, jak budować ule.", en = "Hanna Wilk shows how to build beehives." }

[[facts]]
id = "bees-seats"
facets = ["seats", "audience"]
about = ["warsztat-pszczeli"]
text = { pl = "W Warsztacie Pszczelarskim weźmie udział 14 osób.", en = "14 people take part." }

[[facts]]
id = "no-contact"
facets = ["contact", "unclear"]
unknown = true
text = { pl = "Opis nie podaje telefonu ani adresu e-mail.", en = "No telephone or e-mail is given." }
"""

FREQUENT = """
[[questions]]
id = "bot"
ask = ["kim jesteś", "czy jesteś botem", "who are you"]
title = { pl = "Kim jestem" }
text = { pl = "Jestem botem organizacji.", en = "I am the organisation's bot." }
"""


@pytest.fixture(scope="session")
def content() -> Content:
    """What the organisation knows."""
    return load(ROOT / "content")


@pytest.fixture(scope="session")
def engine(content: Content) -> Engine:
    """The engine over it."""
    return Engine(content)


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The organisation's projects and one nobody wrote code for."""
    folder = tmp_path_factory.mktemp("content")
    (folder / "projects").mkdir()
    for path in (ROOT / "content" / "projects").glob("*.toml"):
        (folder / "projects" / path.name).write_bytes(path.read_bytes())
    (folder / "projects" / "ogrody.toml").write_text(GARDENS, encoding="utf-8")
    (folder / "faq.toml").write_text(FREQUENT, encoding="utf-8")
    return load(folder)
