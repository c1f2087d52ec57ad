"""The command line: run, sandbox, check, import, export, ask, backup, restore."""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot import config, logs, maintaining, running
from bot.config import Config, ConfigError
from bot.content import ContentError
from bot.domain.refusals import EventGone
from bot.sandbox.server import PortInUse
from bot.screens.exports import FORMATS
from bot.store.database import StoreError

FAILED = 2
"""The exit code of whatever a person can mend."""


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    top = argparse.ArgumentParser(prog="python -m bot", description="mam-bot, the event bot of civic organisations")
    top.add_argument("--config", type=Path, help="the configuration, config.toml if there is one")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _command(commands, "run", "the bot on Telegram")
    sandbox = _command(commands, "sandbox", "try the bot in a browser, without token and network")
    sandbox.add_argument("--port", type=int, default=running.PORT, help=f"where the page is ({running.PORT}); 0 is any")
    sandbox.add_argument("--open", action="store_true", help="open the page in the browser")
    _command(commands, "check", "whether configuration, content, texts, store and token are in order")
    _command(commands, "import", "take events over from a file").add_argument("file", type=Path)
    ask = _command(commands, "ask", "answer questions, one a line on standard input")
    ask.add_argument("--json", action="store_true", help="JSON lines in and out")
    export = _command(commands, "export", "write a file about an event's people")
    export.add_argument("code", help="the event's code")
    export.add_argument("--format", choices=FORMATS, default="xlsx", help="which file (xlsx)")
    export.add_argument("--out", type=Path, required=True, help="where to write it")
    _command(commands, "backup", "copy the store to a file").add_argument("file", type=Path)
    _command(commands, "restore", "put a copy in place of the store").add_argument("file", type=Path)
    return top


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, words: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words)
    command.add_argument("--config", type=Path, default=argparse.SUPPRESS, help="the configuration file")
    return command


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; gives the exit code."""
    chosen = parser().parse_args(arguments)
    try:
        path = _config_file(chosen.config)
        found = config.load(path, os.environ)
        logs.set_up(found)
        return asyncio.run(_do(chosen, found, "environment only" if path is None else str(path)))
    except (ConfigError, ContentError, StoreError) as error:
        print(error, file=sys.stderr)
    except EventGone:
        print(f"There is no event {chosen.code}: check the code on the event's card.", file=sys.stderr)
    except PortInUse as error:
        print(f"Port {error.port} is in use: end the other program or choose another with --port.", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read our lines has read enough; Python would complain once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return FAILED


def _config_file(named: Path | None) -> Path | None:
    usual = Path("config.toml")
    return named or (usual if usual.exists() else None)


async def _do(chosen: argparse.Namespace, found: Config, environment: str) -> int:
    match chosen.command:
        case "run":
            await running.run(found)
        case "sandbox":
            await running.play(found, port=chosen.port, opens_browser=chosen.open)
        case "check":
            return await _check(found, environment)
        case "ask":
            async for answer in maintaining.ask(found, maintaining.lines_in(), as_json=chosen.json):
                print(answer, flush=True)
        case "import":
            print(await maintaining.import_events(found, chosen.file))
        case "export":
            print(await maintaining.export(found, chosen.code, chosen.format, chosen.out))
        case "backup":
            print(await maintaining.back_up(found, chosen.file))
        case "restore":
            print(await maintaining.bring_back(found, chosen.file))
    return 0


async def _check(found: Config, environment: str) -> int:
    worst = 0
    async for is_fine, line in maintaining.check(found, environment):
        print(line, file=sys.stdout if is_fine else sys.stderr)
        worst = worst if is_fine else FAILED
    return worst


if __name__ == "__main__":
    sys.exit(main())
