"""Questions as people type them: how many are answered right, wrong, or rightly not at all."""

import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.answers import Engine
from bot.content import Content
from bot.screens.answers import answer_screen
from bot.texts import Texts

from .conftest import NOW, ROOT, WARSAW

SHARED = Path(__file__).parents[2].parent / "shared"
Judge = Callable[[Mapping[str, object], Mapping[str, object], int], tuple[str, str]]


def judge() -> Judge:
    path = SHARED / "score_answers.py"
    if not path.exists():
        pytest.skip("the judge of answers is not beside this checkout")
    spec = importlib.util.spec_from_file_location("score_answers", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_answers"] = module
    spec.loader.exec_module(module)
    found: Judge = module.judge
    return found


def verdicts(path: Path, half: str | None, engine: Engine, content: Content) -> Counter[str]:
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    verdict = judge()
    texts = Texts(ROOT / "locales", WARSAW)
    counted: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        question = json.loads(line)
        if half is not None and question["half"] != half:
            continue
        answer = engine.answer(
            question["question"], now=NOW, language=question["lang"], previous=question.get("context")
        )
        screen = answer_screen(answer, texts.in_(answer.language), content, NOW)
        told = {
            "answer": screen.text,
            "abstained": answer.abstained,
            "clarify": answer.clarify,
            "labels": list(screen.labels),
        }
        counted[verdict(question, told, 1000)[0]] += 1
        counted["answerable" if question["answerable"] else "unanswerable"] += 1
    return counted


OWN = Path(__file__).with_name("questions.jsonl")
"""Written blind in batches. Those of the half ``tune`` were read when they had been measured, and are what is tuned on:
a check against going back. Those of the half ``held`` nobody has read. At first sight its batch ``held-j`` was answered
right in 94.6 %, wrong and confident in 1.5 % of all, and 98.2 % of the unanswerable were declined; the newest one,
``held-n``, 98.5, 2.3 and 92.7 %. Leave them unread: they are there for their numbers.
"""


@pytest.mark.parametrize(
    ("path", "half", "right", "wrong", "quiet"),
    [
        (OWN, "tune", 0.97, 0.015, 0.975),
        (OWN, "held", 0.96, 0.02, 0.95),
        (SHARED / "questions_sample.jsonl", None, 0.95, 0.03, 0.95),
    ],
    ids=["tune", "held", "sample"],
)
def test_most_questions_are_answered_right(
    path: Path, half: str | None, right: float, wrong: float, quiet: float, engine: Engine, content: Content
) -> None:
    counted = verdicts(path, half, engine, content)
    everything = counted["answerable"] + counted["unanswerable"]
    assert counted["correct"] / counted["answerable"] >= right
    assert (counted["wrong"] + counted["false_answer"]) / everything <= wrong
    assert counted["kept_quiet"] / counted["unanswerable"] >= quiet
