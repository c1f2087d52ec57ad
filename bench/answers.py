"""How fast and how small the answers are, against a plain full-text search in the same run."""

import json
import sqlite3
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random
from statistics import quantiles
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.answers import Engine
from bot.app import collector_at_rest, spare_the_collector
from bot.content import Content, load
from bot.domain.localized import Localized

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("Europe/Warsaw"))
MANY = 200
HOSTILE = ("a" * 4096, "kiedy gdzie ile kto projekt " * 146, "😀" * 2000, "?" * 1000, "Z̸̡a̶l̷g̵o̴ " * 300)


EIGHTH = 8


def questions() -> list[tuple[str, str | None, str]]:
    """Question, the one before, language: each eighth of those of the tests."""
    lines = (ROOT / "tests" / "answers" / "questions.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines[::EIGHTH]]
    return [(row["question"], row.get("context"), row["lang"]) for row in rows]


def milliseconds(ask: Callable[[str, str | None, str], object], repeats: int = 3) -> list[float]:
    """How long each question took."""
    took = []
    for _ in range(repeats):
        for question, before, language in questions():
            begun = time.process_time()  # of this process, so that a busy machine does not count
            ask(question, before, language)
            took.append((time.process_time() - begun) * 1000)
    return took


def report(name: str, took: list[float]) -> float:
    """One line; returns the 95th percentile."""
    cuts = quantiles(took, n=100)
    print(f"{name:34} p50 {cuts[49]:7.2f} ms   p95 {cuts[94]:7.2f} ms   max {max(took):7.2f} ms")
    return cuts[94]


def full_text(content: Content) -> Callable[[str, str | None, str], object]:
    """The baseline: every fact a row of FTS5, the best row by BM25 is the answer."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE facts USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')")
    for project in content.projects.values():
        for fact in project.facts:
            database.execute("INSERT INTO facts VALUES (?)", (" ".join([*fact.text.texts.values(), *fact.keys]),))

    def ask(question: str, _before: str | None, _language: str) -> object:
        words = " OR ".join(f'"{word}"' for word in question.split() if word.isalnum())
        query = "SELECT text FROM facts WHERE facts MATCH ? ORDER BY bm25(facts) LIMIT 1"
        return database.execute(query, (words or '"x"',)).fetchall()

    return ask


def many(content: Content) -> Content:
    """Many projects of generated content: the known ones with other names and, for half of their words, other words."""
    chance = Random(7)  # noqa: S311
    projects = list(content.projects.values())
    made = {}
    for number in range(MANY):
        project, others = projects[number % len(projects)], _Others(chance)
        name = _invented(chance, 4)
        made[name] = project.model_copy(
            update={
                "slug": name,
                "title": Localized({"pl": f"Projekt {name.capitalize()}"}),
                "aliases": (name,),
                "entities": tuple(
                    entity.model_copy(update={"name": others.of(entity.name), "aliases": ()})
                    for entity in project.entities
                ),
                "facts": tuple(
                    fact.model_copy(
                        update={
                            "text": others.of(fact.text),
                            "keys": tuple(map(others.put, fact.keys)),
                            "ask": tuple(map(others.put, fact.ask)),
                        }
                    )
                    for fact in project.facts
                ),
            }
        )
    return Content(MappingProxyType(made), content.faq, content.unanswered)


class _Others:
    """Other words for half of the longer words of a project."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._known: dict[str, str] = {}

    def of(self, text: Localized) -> Localized:
        return Localized({language: self.put(words) for language, words in text.texts.items()})

    def put(self, words: str) -> str:
        return " ".join(map(self._other, words.split()))

    def _other(self, word: str) -> str:
        if len(word) < 6:
            return word
        if word not in self._known:
            self._known[word] = _invented(self._chance, len(word) // 2) if self._chance.random() < 0.5 else word
        return self._known[word]


def _invented(chance: Random, syllables: int) -> str:
    return "".join(chance.choice("bdgklmnprstwz") + chance.choice("aeiouy") for _ in range(syllables))


def main() -> int:
    """Print the figures; 1 when a bound is broken."""
    content = load(ROOT / "content")
    begun = time.process_time()
    with collector_at_rest():
        engine = Engine(content)
    started = time.process_time() - begun
    tracemalloc.start()
    kept = Engine(content)
    size = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    del kept
    spare_the_collector()
    print(f"{'start-up':34} {started * 1000:.0f} ms   memory {size:.1f} MiB")

    def ask(question: str, before: str | None, language: str) -> object:
        return engine.answer(question, now=NOW, language=language, previous=before)

    own = report("answers", milliseconds(ask))
    plain = report("full-text search (baseline)", milliseconds(full_text(content)))
    print(f"{'ratio of p95':34} {own / plain:.1f} times the baseline")
    hostile = max(_timed(ask, text) for text in HOSTILE)
    print(f"{'hostile texts':34} max {hostile:7.2f} ms")
    with collector_at_rest():
        large = Engine(many(content))
    spare_the_collector()

    def ask_many(question: str, before: str | None, language: str) -> object:
        return large.answer(question, now=NOW, language=language, previous=before)

    crowded = report(f"answers with {MANY} projects", milliseconds(ask_many, 1))
    return int(own > 10 or started > 0.5 or size > 60 or hostile > 50 or crowded > 20)


def _timed(ask: Callable[[str, str | None, str], object], text: str) -> float:
    begun = time.process_time()
    ask(text, None, "pl")
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main())
