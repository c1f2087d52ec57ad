"""The log never holds the token, and can be read by people and by machines."""

import json
import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from bot import logs
from bot.config import Config, load

TOKEN = "123456789:AAE-secret_of_the_bot_0123456789abc"


@pytest.fixture
def written() -> Iterator[StringIO]:
    """What is logged; everything is as before afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield StringIO()
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(False)


def config(*, level: str = "info", as_json: bool = False, token: str = "") -> Config:
    said = {"MAM_LOGGING_LEVEL": level, "MAM_LOGGING_JSON": str(as_json), "MAM_TELEGRAM_TOKEN": token}
    return load(None, said)


@pytest.mark.parametrize("as_json", [False, True])
class TestTheToken:
    def test_is_taken_out_of_everything(self, written: StringIO, *, as_json: bool) -> None:
        logs.set_up(config(as_json=as_json, token=TOKEN), written)
        log = logging.getLogger("bot.trial")
        log.info("calling https://api.telegram.org/bot%s/getMe", TOKEN)
        log.warning("as it is: " + TOKEN, extra={"address": f"/bot{TOKEN}"}, stack_info=True)
        try:
            raise ConnectionError(f"no route to /bot{TOKEN}/sendMessage")
        except ConnectionError:
            log.exception("sending failed")
        assert "secret" not in written.getvalue()
        assert written.getvalue().count(logs.HIDDEN) >= 4
        assert "ConnectionError" in written.getvalue()

    def test_is_known_by_its_shape_too(self, written: StringIO, *, as_json: bool) -> None:
        logs.set_up(config(as_json=as_json), written)
        logging.getLogger("bot.trial").error("%s", {"url": f"/bot{TOKEN}/getMe"})
        assert "secret" not in written.getvalue()

    def test_of_any_shape_is_taken_out(self, written: StringIO, *, as_json: bool) -> None:
        logs.set_up(config(as_json=as_json, token="1:short"), written)
        logging.getLogger("bot.trial").error("/bot1:short/getMe")
        assert "1:short" not in written.getvalue()

    def test_is_kept_by_nobody_who_reads_the_record_later(self, written: StringIO, *, as_json: bool) -> None:
        """What the redaction leaves in the record is clean for every other handler too."""
        logs.set_up(config(as_json=as_json, token=TOKEN), written)
        record = logging.makeLogRecord({"msg": "%s", "args": (TOKEN,)})
        logging.getLogger().handlers[-1].handle(record)
        assert "secret" not in str(vars(record))


class TestALine:
    def test_for_people(self, written: StringIO) -> None:
        logs.set_up(config(), written)
        logging.getLogger("bot.trial").info("Reminders sent", extra={"count": 3})
        line = written.getvalue()
        assert line.endswith(" INFO bot.trial: Reminders sent count=3\n")

    def test_for_machines(self, written: StringIO) -> None:
        logs.set_up(config(as_json=True), written)
        logging.getLogger("bot.trial").info("Żółw\nw dwóch liniach", extra={"count": 3})
        try:
            raise LookupError("gone")
        except LookupError:
            logging.getLogger("bot.trial").exception("A bug")
        first, second = (json.loads(line) for line in written.getvalue().splitlines())
        assert first["message"] == "Żółw\nw dwóch liniach"
        assert (first["level"], first["logger"], first["count"]) == ("info", "bot.trial", 3)
        assert first["at"].endswith("+00:00")
        assert second["error"].endswith("LookupError: gone")


class TestSettingUp:
    def test_keeps_talkative_libraries_quiet(self, written: StringIO) -> None:
        logs.set_up(config(level="debug"), written)
        logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot…")
        logging.getLogger("bot.trial").debug("Here")
        assert "HTTP" not in written.getvalue()
        assert "Here" in written.getvalue()

    def test_twice_writes_once(self, written: StringIO) -> None:
        logs.set_up(config(), written)
        logs.set_up(config(), written)
        logging.getLogger("bot.trial").info("Once")
        assert written.getvalue().count("Once") == 1

    def test_obeys_the_level(self, written: StringIO) -> None:
        logs.set_up(config(level="error"), written)
        logging.getLogger("bot.trial").warning("Not now")
        logging.getLogger("httpx").warning("Nor this")
        assert written.getvalue() == ""
