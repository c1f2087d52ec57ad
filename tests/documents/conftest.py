"""What the tests of documents share: three languages, and a heading with every awkward letter."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image, ImageDraw

from bot.documents.parts import Heading
from bot.domain.localized import LANGUAGES
from bot.texts import Texts, Translator

WARSAW = ZoneInfo("Europe/Warsaw")
MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=WARSAW)
LOCALES = Path(__file__).parents[2] / "locales"


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts(LOCALES, WARSAW)


@pytest.fixture
def t(texts: Texts) -> Translator:
    return texts.in_("pl")


@pytest.fixture(params=LANGUAGES)
def each(texts: Texts, request: pytest.FixtureRequest) -> Translator:
    """Once in every language."""
    return texts.in_(request.param)


@pytest.fixture
def forum() -> Heading:
    return Heading(
        title="Forum Dialogu Dzielnicowego: zażółć gęślą jaźń",
        when="wtorek, 8 grudnia 2026, 17:00–19:00",
        place="Dom kultury, ul. Na Kozłówce 25, Kraków",
        project="Podgórska Przestrzeń Dobrego Dialogu",
        attribution="Projekt finansowany przez Islandię, Liechtenstein i Norwegię z Funduszy EOG",
        organisation="Fundacja Źdźbło",
        made_at=MONDAY,
    )


@pytest.fixture(scope="session")
def logo() -> bytes:
    """A wide picture."""
    out = BytesIO()
    Image.new("RGB", (600, 200), "#0B5C6B").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All words put on pictures, in their order."""
    said: list[str] = []
    write = ImageDraw.ImageDraw.text

    def noting(self: ImageDraw.ImageDraw, xy: tuple[float, float], text: str, *rest: object, **more: object) -> None:
        said.append(text.replace("\u00a0", " "))
        write(self, xy, text, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", noting)
    return said
