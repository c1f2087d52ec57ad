"""Updates a second through the whole bot, beside the simplest bots of two libraries; start and memory.

Ours recognises the person, keeps the order, reads sign-ups in SQLite and words the reply; the others echo. All
live on the same simulator, one after the other, some rounds of it, so that a busy machine is busy for each.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.telegram import PEOPLE

ROOT = Path(__file__).parents[1]
TOKEN = "7000000001:AAbenchbenchbenchbenchbenchbenchben"  # noqa: S105
ROUNDS = 3
SECONDS = 6.0
NETWORK = 0.05
"""Seconds between a call and its answer on a usual network."""
TICKS = os.sysconf("SC_CLK_TCK")
PTB, AIOGRAM, OVER_AIOHTTP, OURS = (
    "PTB, an echo",
    "aiogram, an echo",
    "PTB over our aiohttp, an echo",
    "mam-bot, all of it",
)
CONTENDERS = {
    PTB: ("bench.echo_ptb", "plain"),
    OVER_AIOHTTP: ("bench.echo_ptb", "aiohttp"),
    AIOGRAM: ("bench.echo_aiogram",),
    OURS: ("bot", "run"),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """Updates a second, and a second of the processor."""

    rate: float
    per_core: float


@dataclass(frozen=True, slots=True)
class Life:
    """One bot: seconds to the first reply, MiB after it, and its speed without and with a network."""

    start: float
    memory: float
    loopback: Measured
    network: Measured


class Simulator:
    """Telegram as a process of its own."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        assert process.stdout is not None
        self.url = f"http://127.0.0.1:{process.stdout.readline().strip()}"

    def ask(self, *words: object) -> float:
        """What it measured."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(" ".join(str(word) for word in words) + "\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


@contextmanager
def simulator() -> Iterator[Simulator]:
    """A Telegram, and its end."""
    with subprocess.Popen(
        [sys.executable, "-m", "bench.telegram"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Simulator(process)
        finally:
            process.kill()


@contextmanager
def living(name: str, url: str) -> Iterator[int]:
    """One of the bots, started; gives its process id, and kills it at the end."""
    module, *arguments = CONTENDERS[name]
    with tempfile.TemporaryDirectory(prefix="mam-bench-") as folder:
        others = {key: value for key, value in os.environ.items() if not key.startswith("MAM_")}
        environment = others | {
            "MAM_TELEGRAM_TOKEN": TOKEN,
            "MAM_TELEGRAM_BASE_URL": f"{url}/bot",
            "MAM_STORE_PATH": f"{folder}/mam.sqlite3",
            "MAM_LOGGING_LEVEL": "error",
            "PYTHONPATH": str(ROOT),
        }
        words = arguments if name == OURS else [TOKEN, url, *arguments]
        with subprocess.Popen([sys.executable, "-m", module, *words], cwd=folder, env=environment) as process:
            try:
                yield process.pid
            finally:
                process.kill()


def memory(pid: int) -> float:
    """MiB in use."""
    pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def processor(pid: int) -> float:
    """Seconds of the processor used so far, by all threads."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def speed(telegram: Simulator, pid: int, latency: float) -> Measured:
    """Under a load without end, once it has settled."""
    telegram.ask("measure", SECONDS / 3, latency)
    before = processor(pid)
    rate = telegram.ask("measure", SECONDS, latency)
    return Measured(rate, rate * SECONDS / max(processor(pid) - before, 1 / TICKS))


def live(name: str) -> Life:
    """From the start over the first acquaintance with everybody to the measuring."""
    with simulator() as telegram:
        begun = time.time()
        with living(name, telegram.url) as pid:
            start = telegram.ask("all", 1) - begun
            at_rest = memory(pid)
            telegram.ask("all", PEOPLE)
            return Life(start, at_rest, speed(telegram, pid, 0.0), speed(telegram, pid, NETWORK))


def main() -> None:
    """The comparison."""
    rounds = [{name: live(name) for name in CONTENDERS} for _ in range(ROUNDS)]
    print(f"\nUpdates a second, best of {ROUNDS} rounds (a second of the processor in brackets)")
    _show("loopback", rounds, lambda life: life.loopback)
    _show(f"{NETWORK * 1000:.0f} ms of network", rounds, lambda life: life.network)
    print("\nFrom the start to the first reply, and memory then")
    for name in CONTENDERS:
        start, rest = (min(getattr(one[name], what) for one in rounds) for what in ("start", "memory"))
        print(f"  {name:32} {start:5.2f} s  {rest:6.1f} MiB")


def _show(title: str, rounds: list[dict[str, Life]], of: Callable[[Life], Measured]) -> None:
    rates = {name: max(of(one[name]).rate for one in rounds) for name in CONTENDERS}
    cores = {name: max(of(one[name]).per_core for one in rounds) for name in CONTENDERS}
    print(f"{title}:")
    for name in CONTENDERS:
        print(f"  {name:32} {rates[name]:6.0f}  ({cores[name]:.0f})")
    for other, aim in ((PTB, 2), (AIOGRAM, 1)):
        ratio, per_core = rates[OURS] / rates[other], cores[OURS] / cores[other]
        print(f"  mam-bot beside {other:17} {ratio:6.2f} × ({per_core:.2f} ×), the aim is {aim}")


if __name__ == "__main__":
    main()
