"""What speaks for a card and against it, and how much that counts."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from math import log2
from operator import mul

from bot.answers.card import Card
from bot.answers.examples import Likeness
from bot.answers.lexicon import HOURS, PEOPLE, SPANS
from bot.answers.matching import DERIVED
from bot.answers.questions import WHOLE, Question
from bot.answers.weights import WEIGHTS
from bot.content import EntityKind, Facet

EXPLAINS = 0.65
"""How alike a word of the card must be to explain a word of the question."""

OWN_NAME = 0.3
"""What a word of the project's own name still says about which card is meant."""

OTHERS_KEY = 0.7
"""What the key of a card still says when a thing is named that the card is not about."""

TYPED = {
    Facet.WHEN: (Facet.WHEN, Facet.SCHEDULE),
    Facet.PLACE: (Facet.PLACE,),
    Facet.MONEY: (Facet.MONEY, Facet.PRICE),
    Facet.FUNDER: (Facet.FUNDER, Facet.MONEY),
    Facet.SIGNUP: (Facet.SIGNUP, Facet.CONTACT),
    Facet.CONTACT: (Facet.CONTACT, Facet.SIGNUP),
    Facet.LANGUAGE: (Facet.LANGUAGE,),
}
"""What is asked beyond doubt, and the facets that answer it."""

HAPPENS = frozenset({EntityKind.PROGRAMME, EntityKind.EVENT, EntityKind.PERSON})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question: the cards that hold it, their projects, how rare it is among them."""

    held: Mapping[int, float]
    projects: Set[str]
    rarity: float


@dataclass(frozen=True, slots=True)
class Seen:
    """A question with its words looked up: its own, those of the question before, those its turns of phrase imply,
    every form in which its words stand in the content; how like the examples it is, and the ``nearest`` of them."""

    question: Question
    words: Sequence[Word]
    before: Sequence[Word]
    hints: Sequence[Word]
    forms: Set[str]
    like: Likeness
    nearest: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A card with its score. Of the telling words, as places in the question: ``missing`` the card does not explain,
    ``strange`` nothing in its project explains; ``held`` are all words that stand in it. ``like`` is how like its
    examples the question is, ``unanswered`` how like what no document says."""

    card: Card
    score: float
    signs: tuple[float, ...]
    missing: frozenset[int]
    strange: frozenset[int]
    held: frozenset[int]
    hits: int
    like: float
    unanswered: float


def weigh(seen: Seen, card: Card) -> Evidence:
    """The evidence for ``card``."""
    question = seen.question
    place, own = card.place, question.own_places(card.project.slug)
    held = frozenset(at for at, word in enumerate(seen.words) if word.held.get(place, 0.0) > DERIVED)
    missing = frozenset(
        at for at in question.telling if at not in own and seen.words[at].held.get(place, 0.0) < EXPLAINS
    )
    strange = frozenset(at for at in missing if card.project.slug not in seen.words[at].projects)
    hits = sum(at not in own and at not in missing for at in question.telling)
    signs = (
        *_words(seen, card, own),
        *_missing(seen, card, own, missing, strange),
        min(hits, 3) / 3,
        _phrase(seen, card),
        max((word.held.get(place, 0.0) for word in seen.hints), default=0.0),
        *_sort(question, card),
        *_number(question, card, held),
        *_things(question, card),
        log2(card.size + 2) / 10,
        card.order / 100,
        seen.like.cards.get(place, 0.0) - seen.nearest,
        seen.like.sort(card.fact.facets) - seen.like.nearest_sort,
    )
    score = sum(map(mul, WEIGHTS.values(), signs))
    like = seen.like.cards.get(place, 0.0)
    return Evidence(card, score, signs, missing, strange, held, hits, like, seen.like.unanswered)


def _words(seen: Seen, card: Card, own: Set[int]) -> tuple[float, float]:
    """The share of the words that stand in the card, weighed by rarity; the same for the question before."""
    total = matched = 0.0
    for at, (word, weight) in enumerate(zip(seen.words, seen.question.weights, strict=True)):
        alike = word.held.get(card.place, 0.0)
        if weight and (weight == WHOLE or alike):
            total += weight * word.rarity
            matched += weight * word.rarity * alike * (OWN_NAME if at in own else 1.0)
    said = sum(word.rarity for word in seen.before)
    again = sum(word.rarity * word.held.get(card.place, 0.0) for word in seen.before)
    return matched / total if total else 0.0, again / said if said else 0.0


def _missing(
    seen: Seen, card: Card, own: Set[int], missing: Set[int], strange: Set[int]
) -> tuple[float, float, float, float]:
    """The shares of the telling words it does not explain: strange to its project, known there, verbs, asides."""
    question = seen.question
    if not missing:
        return 0.0, 0.0, 0.0, 0.0
    total = sum([seen.words[at].rarity for at in question.telling if at not in own])
    verbs = missing & question.verbs
    aside = (missing & question.mentions(card.project.slug)) | (missing & question.dated - strange)
    parts = (strange - verbs - aside, missing - strange - verbs - aside, verbs - aside, aside)
    unknown, known, done, beside = [sum([seen.words[at].rarity for at in part]) / total for part in parts]
    return unknown, known, done, beside


def _phrase(seen: Seen, card: Card) -> float:
    """How long the longest of the card's keys is that stands in the question; less when another thing is meant."""
    named = seen.question.entities_of.get(card.project.slug, frozenset())
    worth = OTHERS_KEY if named and named.isdisjoint(card.fact.about) else 1.0
    return worth * max((min(len(key), 3) / 3 for key in card.keys if key <= seen.forms), default=0.0)


def _sort(question: Question, card: Card) -> tuple[float, float, float, float, float, float]:
    """Whether the card is of the sort asked for: first of all, among others, in passing; and what it lacks of it."""
    asked = question.asked
    first = card.fact.facets[0] in asked.primary
    other = any(card.speaks_of(facet) for facet in asked.primary)
    passing = any(card.speaks_of(facet) for facet in asked.facets)
    typed = asked.firm & set(TYPED)
    if card.names_somebody and EntityKind.PERSON in question.kinds(card.project.slug):  # where somebody works
        typed -= {Facet.PLACE}
    lacking = sum(not any(card.speaks_of(facet) for facet in TYPED[firm]) for firm in typed)
    firm = card.fact.facets[0] in asked.firm
    return (
        float(first),
        float(other and not first),
        float(passing and not other),
        float(firm),
        float(bool(typed) and lacking == len(typed)),
        float(0 < lacking < len(typed)),
    )


def lacks(question: Question, card: Card) -> bool:
    """Whether the card lacks the very amount, hour, day, street or enrolment that is asked for; a known gap may."""
    if card.fact.unknown:
        return False
    asked = question.asked
    return (
        (question.asks_the_amount and not card.has_amount)
        or question.asks_the_population
        or (question.asks_why and not card.gives_a_reason)
        or any(not one.stands.search(card.polish) for one in question.particulars)
        or (question.asks_for_a_contact and not card.has_contact)
        or (question.asks_the_street and not card.has_street)
        or (len(asked.primary) > 1 and question.recruits and not card.speaks_of(Facet.SIGNUP))
        or (question.asks_the_deadline and not (card.speaks_of(Facet.SIGNUP) and card.speaks_of(Facet.WHEN)))
        or (question.asks_for_free_seats and not (card.speaks_of(Facet.SIGNUP) and card.speaks_of(Facet.SEATS)))
        or (question.how_many and not (card.has_number and _may_count(question, card)))
    )


def _may_count(question: Question, card: Card) -> bool:
    """Whether the number that stands in the card may be of what is to be counted: people, places, hours."""
    at = question.counted
    if at is None:
        return True
    word = question.tokens[at].word
    if SPANS.holds(word):
        if HOURS.holds(word):
            return card.has_hour or card.counts(word, question.language)
        return card.fact.facets[0] is Facet.WHEN or card.counts(word, question.language)
    return not PEOPLE.holds(word) or card.speaks_of(Facet.SEATS) or card.counts(word, question.language)


def _number(question: Question, card: Card, held: Set[int]) -> tuple[float, float, float]:
    """Whether the card counts what is to be counted, is about seats when people are, or counts something else."""
    if card.fact.unknown or not question.how_many:
        return 0.0, 0.0, 0.0
    counted, seats = _counts(question, card, held)
    return float(counted), float(seats), float(not counted and not seats)


def _counts(question: Question, card: Card, held: Set[int]) -> tuple[bool, bool]:
    at = question.counted
    seats = card.speaks_of(Facet.SEATS) and card.has_number
    if at is None:
        return False, seats
    word = question.tokens[at].word
    if PEOPLE.holds(word):
        return False, seats
    if SPANS.holds(word):
        whole = not question.kinds(card.project.slug) & HAPPENS
        return at in held or (whole and card.fact.facets[0] is Facet.WHEN), False
    return card.counts(word, question.language), seats and question.weights[at] < WHOLE


def _things(question: Question, card: Card) -> tuple[float, float, float, float, float]:
    """How many of the things named the card is about; whether it is about another; known gaps; details."""
    named = question.entities_of.get(card.project.slug, frozenset())
    shared = named.intersection(card.fact.about)
    about = bool(shared)
    other = bool(named) and bool(card.fact.about) and not about
    gap = card.fact.unknown
    return (
        len(shared) / len(named) if named else 0.0,
        float(other),
        float(gap),
        float(gap and bool(card.fact.about) and not about),
        float(not card.fact.listed and not about),
    )


def firm_ones(facets: Iterable[Facet]) -> frozenset[Facet]:
    """Of ``facets`` those that leave no doubt what is asked."""
    return frozenset(facets) & set(TYPED)
