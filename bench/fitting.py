"""Fits the weights of bot/answers/weights.py on the questions of tests/answers.

Two models: which card is the answer (a softmax over the cards of a question), and whether the
best card is the answer at all (a logistic regression over the reasons to trust it). The second is fitted with
all examples of questions, with a few and with none, so that it holds for content that has none yet.
Prints them; writes nothing. Takes a quarter of an hour.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, sqrt
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Any

from bot.answers.cards import Cards
from bot.answers.deciding import ahead, allowed, reasons
from bot.answers.evidence import Evidence
from bot.answers.names import Names
from bot.answers.retrieval import Retrieval
from bot.answers.understanding import understand
from bot.answers.weights import SURE, TRUST, WEIGHTS
from bot.content import Content, load

ROOT = Path(__file__).parents[1]
SHARP = 8.0
"""How much a point of score counts in the softmax."""

KEPT, SMALL = 0.02, 0.5
"""How strongly weights are held where they are, and how strongly trust is held small."""

HELD = ("gap", "strange gap", "late")
"""Signs whose weights stay: no question says that a known gap is its answer."""

UNREAD = "held"
"""The half that only measures."""

LABELLED = 0.5
"""How much a question counts for trust of which only one fact is known to answer it, though others may."""

SHARES = (0.3, 0.0)
"""How many of the examples content may have that was written yesterday."""

Row = Sequence[float]


@dataclass(frozen=True, slots=True)
class Case:
    """The cards of a question, the best first, and whether each is an answer."""

    cards: list[Row]
    right: list[bool]
    reasons: Row
    is_gap: bool
    counts: float


def questions() -> list[Mapping[str, Any]]:
    """All questions but those for lists and those that only measure; ``facts`` or ``must`` say what answers them."""
    own, labelled = (
        [json.loads(line) for line in (ROOT / "tests" / "answers" / name).read_text("utf-8").splitlines()]
        for name in ("questions.jsonl", "labelled.jsonl")
    )
    kinds = {"fact", "missing_fact", "out_of_scope"}
    return [row for row in own if row["half"] != UNREAD and row["kind"] in kinds] + labelled


def with_examples(content: Content, share: float) -> Content:
    """The content with a share of its examples of questions."""
    chance = Random(1)  # noqa: S311
    projects = {}
    for slug, project in content.projects.items():
        facts = (
            fact.model_copy(update={"ask": tuple(one for one in fact.ask if chance.random() < share)})
            for fact in project.facts
        )
        projects[slug] = project.model_copy(update={"facts": tuple(facts)})
    return replace(content, projects=MappingProxyType(projects))


def cases(content: Content) -> Iterator[Case]:
    """Every question with its cards."""
    cards = Cards(content)
    names, retrieval = Names(content, cards), Retrieval(cards, content.unanswered)
    for row in questions():
        slug = row["project"]
        question = understand(row["question"], names, row["lang"])
        meant = question.projects | {owner for owner, _ in question.entities}
        if row.get("context"):
            before = understand(row["context"], names, row["lang"])
            meant = question.projects or before.projects
            question = question.after(before) if question.leans else question
        scope = [one for one in content.projects if one in (question.projects or meant or content.projects)]
        found = [one for one in retrieval.rank(question, scope) if allowed(question, one)]
        if not found or slug not in (None, *scope):
            continue
        right = [_answers(one, row, question.language) for one in found]
        trust = reasons(question, found[0], scope, ahead(found))
        yield Case(
            [one.signs for one in found], right, trust, found[0].card.fact.unknown, LABELLED if "facts" in row else 1.0
        )


def _answers(found: Evidence, row: Mapping[str, Any], language: str) -> bool:
    if found.card.project.slug != row["project"]:
        return False
    if "facts" in row:
        return found.card.fact.id in row["facts"]
    text = found.card.fact.text.in_(language)
    told = not found.card.fact.unknown and row["answerable"]
    return told and all(re.search(pattern, text, re.IGNORECASE) for pattern in row["must"])


def fitted(start: Row, slope: Callable[[list[float]], list[float]], steps: int, rate: float = 0.03) -> list[float]:
    """``start`` moved down the slope with Adam's method."""
    weights, first, second = list(start), [0.0] * len(start), [0.0] * len(start)
    for step in range(1, steps + 1):
        for at, value in enumerate(slope(weights)):
            first[at] = 0.9 * first[at] + 0.1 * value
            second[at] = 0.999 * second[at] + 0.001 * value * value
            size = sqrt(second[at] / (1 - 0.999**step)) + 1e-8
            weights[at] -= rate * first[at] / (1 - 0.9**step) / size
    return weights


def ranking_slope(known: Sequence[Case], start: Row) -> Callable[[list[float]], list[float]]:
    """The slope of the loss of choosing a wrong card."""

    def slope(weights: list[float]) -> list[float]:
        total = [2 * KEPT * (one - other) for one, other in zip(weights, start, strict=True)]
        for case in known:
            scores = [SHARP * _product(weights, row) for row in case.cards]
            odds = [exp(score - max(scores)) for score in scores]
            all_of, good = sum(odds), sum(odd for odd, right in zip(odds, case.right, strict=True) if right) + 1e-9
            for row, odd, right in zip(case.cards, odds, case.right, strict=True):
                pull = SHARP * (odd / all_of - (odd / good if right else 0.0)) / len(known)
                if abs(pull) > 1e-6:
                    total = [one + pull * sign for one, sign in zip(total, row, strict=True)]
        return [0.0 if name in HELD else one for name, one in zip(WEIGHTS, total, strict=True)]

    return slope


def trust_slope(known: Sequence[Case]) -> Callable[[list[float]], list[float]]:
    """The slope of the loss of trusting a wrong card or mistrusting a right one."""

    def slope(weights: list[float]) -> list[float]:
        total = [0.0, *(SMALL * weight / len(known) for weight in weights[1:])]
        for case in known:
            pull = case.counts * (1 / (1 + exp(-_product(weights, case.reasons))) - case.right[0]) / len(known)
            total = [one + pull * reason for one, reason in zip(total, case.reasons, strict=True)]
        return total

    return slope


def _product(weights: Row, row: Row) -> float:
    return sum([weight * sign for weight, sign in zip(weights, row, strict=True)])


def main() -> None:
    """Fit, and print the weights in the order of the file."""
    content = load(ROOT / "content")
    known = list(cases(content))
    ranked = [case for case in known if any(case.right) and not all(case.right)]
    start = list(WEIGHTS.values())
    weights = fitted(start, ranking_slope(ranked, start), 100)
    known += [case for share in SHARES for case in cases(with_examples(content, share))]
    trust = fitted([0.0] * len(TRUST), trust_slope([case for case in known if not case.is_gap]), 1000)
    print(f"{len(ranked)} questions to rank, {len(known)} to trust; SURE is {SURE}")
    for title, names, values in (("WEIGHTS", WEIGHTS, weights), ("TRUST", TRUST, trust)):
        print(f"{title} = {{")
        for name, value in zip(names, values, strict=True):
            print(f'    "{name}": {value:.2f},')
        print("}")


if __name__ == "__main__":
    main()
