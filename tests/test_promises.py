"""What the README, the example configuration and the catalogues promise, the bot keeps."""

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from bot.config import SETTINGS, load
from bot.domain.localized import LANGUAGES
from bot.texts import PLURAL_ORDER, SOURCE
from tests import catalogues

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "config.example.toml"


@pytest.fixture
def uncommented(tmp_path: Path) -> Path:
    """The example with the keys that stand in comments."""
    path = tmp_path / "config.toml"
    path.write_text(re.sub(r"(?m)^# (\w+ = )", r"\1", EXAMPLE.read_text(encoding="utf-8")), encoding="utf-8")
    return path


class TestTheExampleConfiguration:
    def test_loads_as_it_is(self) -> None:
        assert load(EXAMPLE, {}).token()

    def test_names_every_setting(self, uncommented: Path) -> None:
        named = tomllib.loads(uncommented.read_text(encoding="utf-8"))
        assert {section: set(keys) for section, keys in named.items()} == {
            section: set(keys) for section, keys in SETTINGS.items()
        }
        load(uncommented, {})

    def test_can_be_said_by_the_environment_alone(self, uncommented: Path) -> None:
        named = tomllib.loads(uncommented.read_text(encoding="utf-8"))
        environ = {
            f"MAM_{section}_{key}".upper(): ",".join(map(str, value)) if isinstance(value, list) else str(value)
            for section, keys in named.items()
            for key, value in keys.items()
            if key != "path"
        }
        said, written = load(None, environ), load(uncommented, {})
        for section in ("telegram", "organisation", "team", "logging"):
            assert getattr(said, section) == getattr(written, section)


def wanted() -> dict[str, Message]:
    """What the code says, by its first form."""
    return {_first(message): message for message in catalogues.messages(catalogues.extracted())}


def translated(language: str) -> dict[str, Message]:
    return {_first(message): message for message in catalogues.messages(catalogues.present(language))}


def _first(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, tuple) else message.id)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def tags(text: str) -> list[str]:
    return sorted(re.findall(r"</?[a-z][^>]*>", text))


@pytest.mark.parametrize("language", catalogues.TRANSLATIONS)
class TestACatalogue:
    def test_holds_every_text_of_the_code_and_no_other(self, language: str) -> None:
        assert translated(language).keys() == wanted().keys(), "run `make texts`"

    def test_translates_everything(self, language: str) -> None:
        missing = [first for first, message in translated(language).items() if not all(catalogues.strings(message))]
        assert missing == []

    def test_guesses_nothing(self, language: str) -> None:
        assert [first for first, message in translated(language).items() if message.fuzzy] == []

    def test_fills_in_the_same_values(self, language: str) -> None:
        for first, message in translated(language).items():
            forms = message.id if isinstance(message.id, tuple) else (message.id,)
            known = set().union(*(placeholders(str(form)) for form in forms))
            for text in filter(None, catalogues.strings(message)):
                assert placeholders(text) <= known, first
                assert known - placeholders(text) <= {"n"}, first

    def test_marks_up_the_same(self, language: str) -> None:
        for first, message in translated(language).items():
            for text in filter(None, catalogues.strings(message)):
                assert tags(text) == tags(first), first

    def test_begins_and_ends_like_the_original(self, language: str) -> None:
        for first, message in translated(language).items():
            for text in filter(None, catalogues.strings(message)):
                assert (text[0].isspace(), text[-1].isspace()) == (first[0].isspace(), first[-1].isspace()), first

    def test_has_every_plural_form(self, language: str) -> None:
        catalogue = catalogues.present(language)
        for message in catalogues.messages(catalogue):
            if isinstance(message.id, tuple):
                assert len(catalogues.strings(message)) == catalogue.num_plurals == 3, _first(message)
                assert len(PLURAL_ORDER[language]) >= catalogue.num_plurals


class TestTheTexts:
    def test_are_translated_into_every_language_but_their_own(self) -> None:
        assert {*catalogues.TRANSLATIONS, SOURCE} == set(LANGUAGES)

    def test_are_known_to_the_template(self) -> None:
        from_code = catalogues.extracted()
        with catalogues.TEMPLATE.open("rb") as file:
            written = {_first(message) for message in catalogues.messages(read_po(file))}
        assert written == {_first(message) for message in catalogues.messages(from_code)}, "run `make texts`"

    def test_are_plural_under_one_form_only(self) -> None:
        """``t("{n} seat")`` beside ``t.n("{n} seat", …)`` would share one entry."""
        found = catalogues.extracted()
        assert isinstance(found, Catalog)
        plural = {message.id[0] for message in catalogues.messages(found) if isinstance(message.id, tuple)}
        single = {message.id for message in catalogues.messages(found) if isinstance(message.id, str)}
        assert plural & single == set()
